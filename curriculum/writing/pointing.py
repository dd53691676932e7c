"""Pointing at a whole sentence by its first words, where it is too long to be quoted.

The text stands beside every question, so a learner can be told where to look: "the sentence in
paragraph 4 that begins “A study by the harbour school…”". What is asked is asked of the whole
sentence, and the whole sentence is lit up afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from curriculum.reading.types import QuoteType, Reading, Sentence, Span
from curriculum.writing import alone, cutting, material, quoting
from curriculum.writing.material import Said
from curriculum.writing.quoting import Quote
from curriculum.writing.remembering import once

FEWEST, MOST = 5, 9  # words of an opening
_LEAST_BEYOND = 4  # words that have to follow it, else the sentence is as good as quoted
LONGEST_SENTENCE = 42  # words: in a longer one, more than one thing is stated
_POINTED = re.compile(r"\bbegins “")
_LENGTHS = (7, 6, 8, 5, 9)
# What is no prose, or was taken for one sentence and is two.
_BROKEN = re.compile(r"[()\[\]{}<>|@#*_…]|https?:|www\.|\. ?\.|--|[?!]|\n|;|(?<!\w)['‘]|\w:\s")
_TWO = re.compile(r"[a-z]{3}[.!?][”\"’']? [A-Z]")
_ENDS = re.compile(r"[.!][”\"]?\Z")
_TAKEN_FROM = re.compile(
    r"\b(?:Post|Times|Journal|News|Herald|Tribune|Guardian|Reuters|Press|Magazine|CNN|BBC|"
    r"reports?|reported(?:ly)?|stud(?:y|ies)|polls?|survey\w*|feature|articles?|stor(?:y|ies)|"
    r"magazine|newspaper\w*|media|books?|videos?|statements?|tweets?|letters?|interview\w*|memo|"
    r"speech|speeches|testimony|documents?|emails?|e-mails?|ruling|ruled|found|finds|showed|shows?|"
    r"revealed|records?|data|experts?|officials?|analysts?|critics|sources?|supporters|opponents|"
    r"argument|argu\w+|claim\w*|call(?:s|ed|ing)?|alleg\w+|accus\w+|warn\w*|prais\w+|describ\w+|"
    r"announc\w+|promis\w+|vow\w*|pledg\w+|think\w*|thought|believ\w+|hop(?:e|es|ed)|want\w*|"
    r"fear\w*|consider\w*|known as|deem\w*|so-called|expect\w*|estimat\w*|appear\w*|seem\w*)\b"
)
_MARK = re.compile(f"[{quoting.QUOTES}]")
_NUMBER = re.compile(r"(?:[£$€]?\d[\d,.]*|\w+-\d+|No\.)\Z")
_TITLE = re.compile(
    r"\b(?:President|Minister|Secretary|Senator|Governor|Mayor|Judge|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|"
    r"St|Prof|Justice|Attorney|U\.S|U\.N)\.?\Z"
)
# "A deadly", "the new": what is deadly or new comes next.
_LOOSE = frozenset(
    ["which", "who", "whose", "only", "just", "also", "both", "either", "neither", "all", "each"]
)


@dataclass(frozen=True, slots=True)
class Pointer(Quote):
    """A whole sentence that is shown by its first words alone."""

    opening: str

    def __str__(self) -> str:
        return f"“{self.opening}…”"


def shown(reading: Reading, sentence: Sentence | None, quoted: Quote | None) -> Iterator[Quote]:
    """How the sentence may be shown: by a quotation, if there is one, or else by a pointer."""
    if quoted:
        yield quoted
    pointer = at(reading, sentence) if sentence else None
    if pointer:
        yield pointer


def at(reading: Reading, sentence: Sentence) -> Pointer | None:
    """The pointer to a sentence; None where it is no sentence to ask about, or is not found."""
    return _pointers(reading).get(sentence.span)


def to_one(reading: Reading, one: Said, *, mixed: bool = True) -> Pointer | None:
    """The pointer to a sentence in which one source says one thing, and nobody else a word.

    Unless ``mixed``, what is retold holds no word in quotation marks.
    """
    sentence = material.sentence_at(reading, one.words.start)
    pointer = at(reading, sentence) if sentence else None
    if pointer is None or not pointer.span.contains(one.words):
        return None
    source, cue = one.attribution.source, one.attribution.cue
    beside = all(pointer.span.contains(part) for part in (*source, *cue, *one.attribution.content))
    others = (a for a in reading.attributions if a is not one.attribution)
    alone_ = not any(pointer.span.overlaps(p) for a in others for p in (*a.cue, *a.content))
    most = len(one.of(reading.text)) * 2 >= len(pointer.words)  # what is said, and not the setting
    retold = one.attribution.type is QuoteType.INDIRECT
    pure = mixed or not (retold and _MARK.search(pointer.words))
    return pointer if beside and alone_ and most and pure else None


def to_piece(reading: Reading, span: Span) -> Pointer | None:
    """The pointer to a sentence inside a quotation, whose last mark or stop is left out."""
    words = quoting.on_one_line(span.of(reading.text))
    fit = FEWEST + _LEAST_BEYOND <= len(words.split()) <= LONGEST_SENTENCE
    if not fit or _BROKEN.search(words) or _TWO.search(words) or _MARK.search(words):
        return None
    if quoting.ends_short(reading.text[: span.start]) or quoting.ends_short(words):
        return None
    opening = _opening(reading, span, quoting.on_one_line(reading.text).lower())
    return Pointer(span, words, False, opening) if opening else None


def borrows(quote: Quote) -> bool:
    """Whether a pointed sentence speaks of a paper or a talk, from which it may be taken."""
    return isinstance(quote, Pointer) and bool(_TAKEN_FROM.search(quote.words))


def stems(quote: Quote, quoted: tuple[str, ...], pointed: tuple[str, ...]) -> tuple[str, ...]:
    """The wordings that fit the way in which the sentence is shown."""
    return pointed if isinstance(quote, Pointer) else quoted


def points(stem: str) -> bool:
    """Whether a stem shows its sentence by the first words."""
    return bool(_POINTED.search(stem))


def once_in(quote: Quote, word: str) -> bool:
    """Whether a word stands once in what is shown, so that it is clear which is meant."""
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", quote.words, re.IGNORECASE)) == 1


@once
def _pointers(reading: Reading) -> dict[Span, Pointer]:
    line = quoting.on_one_line(reading.text).lower()
    found = {}
    for sentence, _ in alone.whole(reading):
        opening = _opening(reading, sentence.span, line) if _is_fit(reading, sentence) else ""
        if opening:
            words = quoting.on_one_line(sentence.span.of(reading.text))
            found[sentence.span] = Pointer(sentence.span, words, False, opening)
    return found


def _is_fit(reading: Reading, sentence: Sentence) -> bool:
    """Whether it is one whole sentence of prose, with its own beginning, end and verb."""
    text, words = reading.text, sentence.span.of(reading.text)
    if not FEWEST + _LEAST_BEYOND <= len(words.split()) <= LONGEST_SENTENCE:
        return False
    if _BROKEN.search(words) or _TWO.search(words) or not _ENDS.search(words):
        return False
    if quoting.ends_short(text[: sentence.start]) or quoting.ends_short(words):
        return False
    block = reading.blocks[sentence.block].span
    before = text[block.start : sentence.start].rstrip()
    broken_off = bool(before) and before[-1] not in '.!?”"’'
    return not (
        broken_off
        or before.endswith(":")
        or material.on_page(reading, sentence)
        or words.count("“") != words.count("”")
        or words.count('"') % 2
        or not cutting.states(text, sentence.span)
    )


def _opening(reading: Reading, span: Span, line: str) -> str:
    """The first words up to a decent place, if they are found once only in the text."""
    text = reading.text
    spans = [
        Span(span.start + m.start(), span.start + m.end())
        for m in re.finditer(r"\S+", span.of(text))
    ]
    ends = [n for n in _LENGTHS if n <= len(spans) - _LEAST_BEYOND]
    decent = [n for n in ends if _is_decent(reading, spans, n)]
    unit = cutting.parsed(text, span)
    tags = dict(zip(unit.starts, unit.tags, strict=True))
    nouns = {n for n in decent if tags.get(spans[n - 1].start, "") in tuple("nEYO")}
    decent.sort(key=lambda n: (not _is_a_joint(text, spans, n), n not in nouns))
    for number in decent:
        shown_ = quoting.on_one_line(text[span.start : spans[number - 1].end]).rstrip(",;:")
        if line.count(shown_.lower()) == 1 and not _MARK.search(shown_):
            return shown_
    return ""


def _is_a_joint(text: str, spans: list[Span], number: int) -> bool:
    """Whether a phrase ends there: at a comma, or before a word that joins."""
    last, coming = spans[number - 1].of(text), spans[number].of(text)
    return last.endswith(",") or coming.lower() in quoting.JOINERS


def _is_decent(reading: Reading, spans: list[Span], number: int) -> bool:
    """Whether the words may stop there: within no name or number, and after no small word."""
    text, end = reading.text, spans[number - 1].end
    last, coming = spans[number - 1].of(text), spans[number].of(text)
    named = last[:1].isupper() and coming[:1].isupper() and not last.endswith(",")
    bare = last.lower().strip(quoting.EDGES)
    return not (
        end in _within_names(reading)
        or named
        or bare in quoting.DANGLING
        or bare in _LOOSE
        or _NUMBER.search(last)
        or _TITLE.search(last)
        or (last.endswith(".") and not last[:1].islower())
    )


@once
def _within_names(reading: Reading) -> frozenset[int]:
    """The places at which a cut would go through a name: many are tried for each sentence."""
    return frozenset(at for n in reading.names for at in range(n.start, n.end - 1))
