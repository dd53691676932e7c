"""Named or unnamed source: the learner notices that a group speaks and nobody in it is named.

Why the distractors are wrong: the people offered are named elsewhere in the text. Their names do
not stand in the paragraph of the group or in the next one, and the group's word is not used beside
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import Reading, Span, Voice
from curriculum.writing import material, quoting, unnamed
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.material import Said
from curriculum.writing.types import QuestionDraft

ID = "named-source"
NAME = "Named or unnamed source"
SKILL = "attr"

KEY = "We are not told, as no name is given"
_MANY = (
    "Who are the {group} in paragraph {paragraph}, going by the text alone?",
    "Going by the text alone, who are the {group} of paragraph {paragraph}?",
    "Paragraph {paragraph} reports what {group} say. Who are they, going by the text?",
)
_ONE = (
    "Who is the {group} in paragraph {paragraph}, going by the text alone?",
    "Going by the text alone, who is the {group} of paragraph {paragraph}?",
)
_FRONT = re.compile(
    r"(?:the|a|an|one|some|many|most|other|several|two|three|another|certain)\b\s*", re.IGNORECASE
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each unnamed source, where two named ones could be mistaken for it."""
    spoken = material.said(reading)
    for one in spoken:
        open_ = one.voice is Voice.UNNAMED and unnamed.stays_unnamed(reading, one)
        if open_ and group(reading.text, one):
            rivals = [rival for rival in material.persons(spoken) if _apart(reading, one, rival)]
            if len(rivals) >= 2:
                rivals.sort(key=lambda rival: abs(rival.words.start - one.words.start))
                yield _item(reading, one, rivals[0], rivals[1])


def _apart(reading: Reading, one: Said, rival: Said) -> bool:
    """Whether nothing in the text ties the named person to the unnamed group."""
    for name in reading.names:
        paragraph = material.paragraph_at(reading, name.start)
        known = name.full or material.as_written(reading, name)
        near = paragraph in (one.paragraph, one.paragraph + 1)
        if near and material.same_person(known, rival.speaker):
            return False
    head = one.speaker.split()[-1].lower().rstrip("s")
    return not any(word.startswith(head) for word in material.company(reading, rival.speaker))


def _item(reading: Reading, one: Said, first: Said, second: Said) -> QuestionDraft:
    source = _group(reading.text, one)
    words = quoting.on_one_line(source.of(reading.text))
    words = as_inside(reading.text, words)
    stems = _MANY if words.endswith(("s", "people")) else _ONE
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(stems, words, group=f"“{words}”", paragraph=one.paragraph),
        key=Option(KEY, f"“{words}” says what kind of source it is, and not who."),
        distractors=[
            Option(
                f"{material.capital(rival.speaker)}, named in paragraph {rival.paragraph}",
                f"{material.capital(rival.speaker)} speaks elsewhere. The text does not link that "
                f"name to “{words}”.",
                "gap-filled",
            )
            for rival in (first, second)
        ],
        explanation=explanation(
            one.paragraph,
            f"It says “{words}” and gives no name, so you do not know whom to ask.",
            "look for a report of the same thing that gives a name.",
        ),
        proof=(source,),
        score=0.8,
        difficulty=0.1,
    )


def as_inside(text: str, words: str) -> str:
    """The words as they stand inside a sentence; a capital that is not the sentence's stays."""
    small = words[:1].lower() + words[1:]
    first = small.partition(" ")[0]
    return small if re.search(rf"\b{re.escape(first)}\b", text) else words


def group(text: str, one: Said) -> str:
    """The words for the source, as they are shown."""
    return quoting.on_one_line(_group(text, one).of(text))


def _group(text: str, one: Said) -> Span:
    """The words for the source without "some" or "the" before it, or a clause after it."""
    span = quoting.trimmed(text, one.attribution.source[0])
    words = span.of(text)
    stop = re.search(r",| who | that | close to | in | from | at ", words)
    span = Span(span.start, span.start + stop.start()) if stop else span
    front = _FRONT.match(span.of(text))
    return Span(span.start + front.end(), span.end) if front else span
