"""Named or unnamed source: the learner notices that a group speaks and nobody in it is named.

Why the distractors are wrong: the people offered are named elsewhere in the text. Their names do
not stand in the sentence of the group, and the group's word is not used beside their names.
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.reading.types import Reading, Voice
from curriculum.writing import material
from curriculum.writing.items import Option, explanation, question
from curriculum.writing.material import Said
from curriculum.writing.types import QuestionDraft

ID = "named-source"
NAME = "Named or unnamed source"
SKILL = "attr"

KEY = "Nobody, since the text gives no name"
_STEMS = (
    "Paragraph {paragraph} reports what {group} say. Whom does the text name among them?",
    "Whom does the text name as one of the {group} in paragraph {paragraph}?",
    "Who are the {group} in paragraph {paragraph}, going by the text alone?",
)
_ONE = (
    "Paragraph {paragraph} reports the words of {group}. Whom does the text name as that person?",
    "Who is {group} in paragraph {paragraph}, going by the text alone?",
)
NEAR = 120  # characters around a name in which the group's word would tie the two together


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each unnamed source, where two named ones could be mistaken for it."""
    spoken = material.said(reading)
    for one in spoken:
        if one.voice is Voice.UNNAMED and one.attribution.source:
            rivals = [rival for rival in _named(spoken) if _apart(reading, one, rival)]
            if len(rivals) >= 2:
                rivals.sort(key=lambda rival: abs(rival.words.start - one.words.start))
                yield _item(reading, one, rivals[0], rivals[1])


def _named(spoken: list[Said]) -> list[Said]:
    """Each named person once, where that person first speaks."""
    found: list[Said] = []
    for one in spoken:
        known = any(material.same_person(one.speaker, other.speaker) for other in found)
        if one.voice is Voice.NAMED and not known:
            found.append(one)
    return found


def _apart(reading: Reading, one: Said, rival: Said) -> bool:
    """Whether nothing in the text ties the named person to the unnamed group."""
    sentence = material.sentence_at(reading, one.words.start)
    if sentence is None or material.same_person(sentence.span.of(reading.text), rival.speaker):
        return False
    head = one.speaker.split()[-1].lower().rstrip("s")
    surname = rival.speaker.split()[-1]
    at = reading.text.find(surname)
    while at >= 0:
        if head in reading.text[max(0, at - NEAR) : at + NEAR].lower():
            return False
        at = reading.text.find(surname, at + 1)
    return True


def _item(reading: Reading, one: Said, first: Said, second: Said) -> QuestionDraft:
    source = material.trimmed(reading.text, one.attribution.source[0])
    words = material.on_one_line(source.of(reading.text))
    plural = words.lower().endswith("s") and not words.lower().startswith(("one ", "a ", "an "))
    stem = material.pick(_STEMS if plural else _ONE, words)
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stem=stem.format(group=f"“{words}”", paragraph=one.paragraph),
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
            f"It says “{words}” and stops there, so you cannot look anybody up.",
            "look for a report of the same thing that gives a name.",
        ),
        proof=(source,),
        score=0.8,
        difficulty=0.1,
    )
