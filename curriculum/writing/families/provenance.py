"""Provenance and furniture: what the page shows of where it comes from, and what it leaves out.

Why the distractors are wrong. *Missing*: the other options are on the page, and each rationale
says where; what one cannot be sure of is not offered. *Furniture*: the line was set apart from the
text as belonging to the website, so it is neither the writer's advice nor a sign of how many
people agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from curriculum.reading.types import (
    Block,
    BlockKind,
    NameKind,
    QuoteType,
    Reading,
    Span,
    Voice,
)
from curriculum.writing import material, naming, quoting
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
_NOT_FOUND = {
    "byline": "No line of the page says who wrote it.",
    "date": "No line of the page says on which day it came out.",
    "publisher": "No line of the page says who published it.",
    "contact": "The page gives no address and no number of its publisher.",
}
_MISSING_STEMS = (
    "Look over the whole page. What does this copy leave out?",
    "You want to know where this copy comes from. Which of these is missing from it?",
    "Go over this copy from top to bottom. Which of these can you find nowhere?",
    "Which of these would you have to look for outside this copy?",
)
_SHOWN_STEMS = (
    "Look over the whole page. Which of these does this copy show?",
    "You want to know where this copy comes from. Which of these can you find in it?",
    "Go over this copy from top to bottom. Which of these is there?",
)
_LINE_STEMS = (
    "At the edge of the page stands {quote}. What is that line?",
    "The page also has the line {quote}. What is it there for?",
)
_ABOUT_THE_WRITER = re.compile(
    r"\b(?:[Ff]ollow|[Rr]each|[Cc]ontact|[Ee]-?mail) (?:him|her|them|me|@)|"
    r"\b(?:is|are) (?:an?|the) [^.]{0,40}\b(?:columnist|reporter|editor|correspondent|writer|"
    r"contributor)s? (?:for|at|with)\b|\b(?:[Rr]eporting|[Ww]riting|[Ee]diting) by\b|"
    r"\bcontributed (?:to this|reporting)\b|^\s*(?:By|by|BY) [A-Z]|"
    r"\b(?:[Ww]ritten|[Cc]ompiled) by\b|"
    r"\b(?:[Rr]eporter|[Aa]uthor|[Ee]ditor|[Ww]riter|[Cc]orrespondent)s?: ?\w",
    re.MULTILINE,
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = re.compile(
    rf"\b(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?\b|\b\d\d?[-/.]\d\d?[-/.](?:(?:19|20)\d\d|\d\d)\b|"
    rf"\b{_MONTH} \d\d?\b|\b\d\d?(?:st|nd|rd|th)? {_MONTH}(?=\W|$)",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"\b(?:first published|published (?:on|at|in)|posted (?:on|at)|last updated|updated (?:on|at)|"
    r"appeared in print|version of this (?:article|story|column))\b",
    re.IGNORECASE,
)
# Agencies and papers put their name into a dateline, a picture credit or "told …".
_PUBLISHED_BY = re.compile(
    r"\((?:[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})\) ?[-–—]|\bSource: |©|[Cc]opyright\b|"
    r"[Aa]ll rights reserved|\btold (?:[Tt]he )?[A-Z]\w+(?: [A-Z]\w+){0,3}(?=[ ,.])|"
    r"\b(?:Reuters|REUTERS|AP|AFP|Xinhua|Associated Press|Bloomberg|our (?:readers|newspaper|"
    r"website|reporters?))\b|\b[Tt]his (?:newspaper|website|site|magazine)\b"
)
_REACHED = re.compile(r"\w@|https?:|www\.|\b\d{3}[-. ]\d{3,4}[-. ]\d{4}\b|@\w", re.IGNORECASE)
# A caption, a player's label, a dateline or a section's name stands at the top and is no headline.
_NO_HEADLINE = re.compile(
    r"\b(?:REUTERS|Reuters|AFP|AP Photo|Getty|Photo(?:graph)?s?|Pictured?|Image|Slideshow|Video|"
    r"Player|Gallery|File|Close|Play|Watch|Listen|Live|Advertisement|Credit|Courtesy|Editor|"
    r"Read|Share|Source)\b|\b(?:is|are|was|were) (?:seen|pictured|shown)\b|"
    r"\((?:L|R|C|left|right|centre|center)\)|\b(?:19|20)\d\d\.",
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
    yield from _shown(reading)
    for block in reading.blocks:
        line = quoting.on_one_line(block.span.of(reading.text))
        short = len(line.split()) <= 8 and not re.search(r"[\"“”]", line)
        if block.kind is BlockKind.FURNITURE and short and _LABEL.search(line):
            yield _line(reading, block, line)


def _missing(reading: Reading) -> Iterator[QuestionDraft]:
    present = list(_present(reading))
    wanted = [kind for kind in _surely_missing(reading) if kind in _NOT_FOUND]
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
            key=Option(_WANTED[kind], _NOT_FOUND[kind]),
            distractors=[Option(words, why, "gap-not-looked-for") for words, why, _ in shown],
            explanation=(
                "Look at the page, from the first line to the last. The other two things "
                "are there, and this one is not. To check: search for a sentence of the text, and "
                "see whether another copy shows it."
            ),
            proof=proof,
            score=0.75 - 0.2 * place,
            difficulty=0.1,
        )


def _shown(reading: Reading) -> Iterator[QuestionDraft]:
    """The other way round: one thing that is there, among two that are surely missing."""
    present = list(_present(reading))
    wanted = [kind for kind in _surely_missing(reading) if kind in _NOT_FOUND]
    if not present or len(wanted) < 2:
        return
    words, why, span = present[-1]
    yield question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_SHOWN_STEMS, words),
        key=Option(words, why),
        distractors=[
            Option(_WANTED[kind], _NOT_FOUND[kind], "gap-not-looked-for") for kind in wanted[:2]
        ],
        explanation=(
            "Look at the page, from the first line to the last. One of the three is there, and "
            "the other two are not. To check: search for a sentence of the text, and see what "
            "another copy shows."
        ),
        proof=(span,),
        score=0.5,
        difficulty=-0.2,
    )


def _surely_missing(reading: Reading) -> list[str]:
    """What is missing beyond doubt: an address may name the publisher, a dateline the day."""
    kinds = {signal.kind for signal in reading.provenance.signals}
    text, edges = reading.text, _edges(reading)
    lone_name = any(naming.is_person(reading, line) for line in edges.splitlines())
    maybe = {
        "link": True,  # a pasted text has lost its links
        "publisher": bool(kinds & {"contact", "dateline"} or _PUBLISHED_BY.search(text)),
        "date": "dateline" in kinds or bool(_DAY.search(edges) or _PRINTED.search(text)),
        "byline": lone_name or bool(_ABOUT_THE_WRITER.search(text)),
        "contact": bool(_REACHED.search(text)),
    }
    return [kind for kind in reading.provenance.missing if not maybe.get(kind, False)]


def _edges(reading: Reading) -> str:
    """All that is not a paragraph, with the first words of the text and the last block."""
    paragraphs = [b for b in reading.blocks if b.kind is BlockKind.PARAGRAPH]
    parts = [b.span.of(reading.text) for b in reading.blocks if b.kind is not BlockKind.PARAGRAPH]
    parts += [b.span.of(reading.text)[:120] for b in paragraphs[:2]]
    parts += [b.span.of(reading.text) for b in paragraphs[-1:]]
    return "\n".join(quoting.on_one_line(part) for part in parts)


Shown = tuple[str, str, Span]  # an option, where to see it, and the words


def _present(reading: Reading) -> Iterator[Shown]:
    """What the page surely shows."""
    yield from _signalled(reading)
    yield from _voices(reading)
    yield from _headline(reading)
    yield from _quoted(reading)
    yield from _place_named(reading)
    yield from _person(reading)


def _signalled(reading: Reading) -> Iterator[Shown]:
    """What the reader found at the edge of the page; an address in a paragraph may be another's."""
    seen: set[str] = set()
    numbers = material.paragraphs(reading)
    bodies = [reading.blocks[index] for index in numbers]
    for signal in reading.provenance.signals:
        if signal.kind in seen or signal.kind not in _WANTED or signal.start is None:
            continue
        span = Span(signal.start, signal.end or signal.start)
        seen.add(signal.kind)
        short = len(quoting.on_one_line(signal.text).split()) <= 8
        in_body = any(block.span.overlaps(span) for block in bodies)
        if short and not in_body and signal.kind not in reading.provenance.missing:
            line = quoting.on_one_line(signal.text)
            yield _WANTED[signal.kind], f"It is there, at the edge of the page: “{line}”.", span


def _voices(reading: Reading) -> Iterator[Shown]:
    """A person with a full name whose words are given, and a body with a name."""
    for one in material.said(reading):
        direct = one.attribution.type is not QuoteType.INDIRECT
        if direct and one.voice is Voice.NAMED and naming.is_person(reading, one.speaker):
            where = f"It is there: {one.speaker} speaks in paragraph {one.paragraph}."
            yield "The name of a person whom it quotes", where, one.words
            break
    for body in material.bodies(reading):
        if naming.is_body(body.speaker):
            name = naming.with_article(reading, body.speaker)
            where = f"It is there: {name}, in paragraph {body.paragraph}."
            yield "The name of an organisation and what it said", where, body.words
            break


def _headline(reading: Reading) -> Iterator[Shown]:
    """The heading with which the page opens, unless it may be a caption or a label."""
    if not reading.blocks or reading.blocks[0].kind is not BlockKind.HEADING:
        return
    line = quoting.on_one_line(reading.blocks[0].span.of(reading.text))
    if len(line.split()) >= 3 and not _NO_HEADLINE.search(line) and not _DAY.search(line):
        where = "It stands at the top of the page."
        yield "A headline that says what it is about", where, reading.blocks[0].span


def _person(reading: Reading) -> Iterator[Shown]:
    """A person whom the story is about."""
    people = material.people(reading)
    for name in reading.names:
        full = material.as_written(reading, name)
        paragraph = material.paragraph_at(reading, name.start)
        in_line = _in_a_title(reading, name.start)
        if full in people and paragraph and not in_line and naming.is_person(reading, full):
            where = f"It is there: {full}, in paragraph {paragraph}."
            yield "The full name of somebody in the story", where, Span(name.start, name.end)
            break


def _in_a_title(reading: Reading, offset: int) -> bool:
    """Whether most words around have a capital, which may be any word's, not only a name's."""
    sentence = material.sentence_at(reading, offset)
    words = sentence.span.of(reading.text).split() if sentence else []
    return 2 * sum(word[:1].isupper() for word in words) > len(words) or not words


def _quoted(reading: Reading) -> Iterator[Shown]:
    """Some of the words that it quotes."""
    for sentence in reading.sentences:
        found = _QUOTATION.search(reading.text, sentence.start, sentence.end)
        paragraph = material.paragraph_at(reading, found.start()) if found else 0
        if found and paragraph:
            where = f"Some are there, in paragraph {paragraph}."
            yield "Words between quotation marks", where, Span(found.start(), found.end())
            break


def _place_named(reading: Reading) -> Iterator[Shown]:
    """The place that the story names most often, if any comes twice and is nothing else."""
    kinds: dict[str, set[NameKind]] = {}
    for name in reading.names:
        kinds.setdefault(material.as_written(reading, name), set()).add(name.kind)
    places = Counter(
        material.as_written(reading, name)
        for name in reading.names
        if name.kind is NameKind.PLACE and material.paragraph_at(reading, name.start)
    )
    for place, times in places.most_common(1):
        first = next(n for n in reading.names if material.as_written(reading, n) == place)
        if times > 1 and kinds[place] == {NameKind.PLACE}:
            paragraph = material.paragraph_at(reading, first.start)
            where = f"It is there: {naming.with_article(reading, place)}"
            where += f", in paragraph {paragraph}." if paragraph else ", for example."
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
