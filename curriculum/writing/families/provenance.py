"""Provenance and furniture: what the page shows of where it comes from, and what it leaves out.

Why the distractors are wrong. *Missing*: the other options are on the page, and each rationale
says where. *Furniture*: the line was set apart from the text as belonging to the website, so it
is neither the writer's advice nor a sign of how many people agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from curriculum.reading.types import Block, BlockKind, NameKind, Reading, Span, Voice
from curriculum.writing import material, quoting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.types import QuestionDraft

ID = "provenance"
NAME = "Provenance and furniture"
SKILL = "prov"

_WANTED = {
    "byline": "The name of the person who wrote it",
    "date": "The day on which it was published",
    "publisher": "The name of whoever published it",
    "contact": "A way to get in touch with the publisher",
    "corrections": "A place where mistakes are put right",
    "link": "A link to one of the sources that it uses",
}
_MISSING_STEMS = (
    "Look over the whole page. What does this copy leave out?",
    "You want to know where this copy comes from. Which of these is missing from it?",
    "Go over this copy from top to bottom. Which of these can you find nowhere?",
    "Which of these would you have to look for outside this copy?",
)
_LINE_STEMS = (
    "At the edge of the page stands {quote}. What is that line?",
    "The page also has the line {quote}. What is it there for?",
)
_ABOUT_THE_WRITER = re.compile(
    r"\b(?:[Ff]ollow|[Rr]each|[Cc]ontact|[Ee]-?mail) (?:him|her|them|me|@)|"
    r"\b(?:is|are) (?:an?|the) [^.]{0,40}\b(?:columnist|reporter|editor|correspondent|writer|"
    r"contributor)s? (?:for|at|with)\b|\b(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\b|"
    r"\bcontributed (?:to this|reporting)\b|^By [A-Z]",
    re.MULTILINE,
)
_QUOTATION = re.compile(r"“[^”]{12,80}”|\"[^\"\n]{12,80}\"")
_LABEL = re.compile(
    r"\b(?:share|print|tweet|e-?mail|comments?|subscribe|sign up|newsletter|read (?:next|more)|"
    r"more from|related|follow us|exit mobile|log ?in|menu|send us|advertisement)\b",
    re.IGNORECASE,
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """What is missing, if two things are there; then the clearest line of furniture."""
    yield from _missing(reading)
    for block in reading.blocks:
        line = quoting.on_one_line(block.span.of(reading.text))
        short = len(line.split()) <= 8 and not re.search(r"[\"“”]", line)
        if block.kind is BlockKind.FURNITURE and short and _LABEL.search(line):
            yield _line(reading, block, line)


def _missing(reading: Reading) -> Iterator[QuestionDraft]:
    present = list(_present(reading))
    wanted = [kind for kind in _surely_missing(reading) if kind in _WANTED]
    if len(present) < 2 or not wanted:
        return
    for place, kind in enumerate(wanted[:2]):
        shown = present[:2]
        present = [p for p in present[2:] if not any(p[2].overlaps(each[2]) for each in shown)]
        if len(shown) < 2:
            return
        proof = tuple(span for _, _, span in shown)
        yield question(
            reading,
            family=ID,
            skill=SKILL,
            stems=(*_MISSING_STEMS[place:], *_MISSING_STEMS[:place]),
            key=Option(_WANTED[kind], "We looked from top to bottom and did not find it."),
            distractors=[Option(words, why, "gap-not-looked-for") for words, why, _ in shown],
            explanation=explanation(
                0,
                "It shows the other two things and not this one.",
                "search for a distinctive sentence of the text and see who else published it.",
            ),
            proof=proof,
            score=0.75 - 0.2 * place,
            difficulty=0.1,
        )


def _surely_missing(reading: Reading) -> list[str]:
    """What is missing beyond doubt: an address may name the publisher, a dateline the day."""
    kinds = {signal.kind for signal in reading.provenance.signals}
    doubtful = {"link"}  # a pasted text has lost its links
    doubtful |= {"publisher"} if "contact" in kinds else set()
    doubtful |= {"date"} if "dateline" in kinds else set()
    doubtful |= {"byline"} if _ABOUT_THE_WRITER.search(reading.text) else set()
    return [kind for kind in reading.provenance.missing if kind not in doubtful]


def _present(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    """What the page does show: an option, where to see it, and the words."""
    seen: set[str] = set()
    for signal in reading.provenance.signals:
        if (
            signal.kind not in seen
            and signal.kind in _WANTED
            and signal.start is not None
            and signal.end is not None
        ):
            words = quoting.on_one_line(signal.text)
            seen.add(signal.kind)
            if signal.kind not in reading.provenance.missing and len(words.split()) <= 8:
                where = "It is there: look for the line that gives it."
                yield _WANTED[signal.kind], where, Span(signal.start, signal.end)
    for one in material.said(reading):
        if one.voice is Voice.NAMED:
            yield (
                "The name of a person whom it quotes",
                f"It is there: {one.speaker} speaks in paragraph {one.paragraph}.",
                one.words,
            )
            break
    for body in material.bodies(reading)[:1]:
        where = f"It is there: {body.speaker}, in paragraph {body.paragraph}."
        yield "The name of an organisation that it quotes", where, body.words
    for block in reading.blocks:
        if block.kind is BlockKind.HEADING:
            yield "A headline that says what it is about", "It stands at the top.", block.span
            break
    yield from _quoted(reading)
    yield from _place_named(reading)
    yield from _person(reading)


def _person(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    """A person whom the story is about."""
    people = material.people(reading)
    for name in reading.names:
        full = material.as_written(reading, name)
        paragraph = material.paragraph_at(reading, name.start)
        if full in people and paragraph:
            where = f"It is there: {full}, in paragraph {paragraph}."
            yield "The full name of somebody in the story", where, Span(name.start, name.end)
            break


def _quoted(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    """Some of the words that it quotes."""
    for sentence in reading.sentences:
        found = _QUOTATION.search(reading.text, sentence.start, sentence.end)
        if found:
            paragraph = material.paragraph_at(reading, found.start())
            where = f"Some are there, in paragraph {paragraph}."
            yield "Words between quotation marks", where, Span(found.start(), found.end())
            break


def _place_named(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    """The place that the story names most often, if any comes twice."""
    places = Counter(
        material.as_written(reading, name)
        for name in reading.names
        if name.kind is NameKind.PLACE and material.paragraph_at(reading, name.start)
    )
    for place, times in places.most_common(1):
        first = next(n for n in reading.names if material.as_written(reading, n) == place)
        if times > 1:
            where = f"It is there: {place}, for example."
            yield "The name of a place in the story", where, Span(first.start, first.end)


def _line(reading: Reading, block: Block, line: str) -> QuestionDraft:
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_LINE_STEMS, line, quote=f"“{line}”"),
        key=Option(
            "A label that the website adds by itself",
            "It is not part of the report. It belongs to the page around it.",
        ),
        distractors=(
            Option(
                "A point that the writer wants to make",
                "The text ends before it, and the line says nothing about the subject.",
                "page-is-story",
            ),
            Option(
                "A sign that many people trust the text",
                "The page shows such a line to everybody, whatever readers think.",
                "popular-is-true",
            ),
        ),
        explanation=explanation(
            0,
            f"The line “{line}” stands apart from the paragraphs.",
            "open another page of the same website: such lines come back on every page.",
        ),
        proof=(block.span,),
        score=0.5,
        difficulty=-0.8,
    )
