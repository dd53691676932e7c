"""What the families work from: statements of which it is sure who makes them, and short quotes."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from curriculum.reading.types import (
    Attribution,
    BlockKind,
    Name,
    NameKind,
    Reading,
    Sentence,
    Span,
    Voice,
)
from curriculum.writing.quoting import (
    DANGLING,
    EDGES,
    FEWEST_WORDS,
    QUOTES,
    has_verb,
    on_one_line,
)
from curriculum.writing.remembering import once
from curriculum.writing.speech import reports, speaker_of, stated

SURE = 0.6  # an attribution below this confidence makes no question
DOCUMENT = re.compile(
    r"\b(?:report|study|survey|assessment|paper|review|inquiry|audit|figures|poll|statement|book|"
    r"ruling|lawsuit|filing|documents?|complaint|indictment|affidavit|transcript|memo)\b",
    re.IGNORECASE,
)
_NO_CLAUSE = re.compile(r"(?:plans?|hopes?|fears?|concerns?|support|doubts?|work|\w+ing the)\b")
_SENTENCE = re.compile(r"[A-Z0-9£$€][^?]*[.!]\Z", re.DOTALL)
_FULL_NAME = re.compile(r"(?!.*\b(?:and|of|the|for)\b)\S{2,}(?: \S{2,}){1,4}")
_HEADLINE = re.compile(r"(?:[A-Z’'-]{2,} ){2}")  # a heading that ran into a sentence
_SHOUTED = re.compile(r"\b[A-Z]{4,}\b")
_TITLES = {
    "State", "Secretary", "Minister", "Republican", "Democrat", "Democratic", "Former", "Attorney",
    "General", "Campaign", "Street", "Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Ms.", "Sen.", "Rep.",
    "Gov.", "Gen.", "Dr.", "President", "Senator", "Governor", "Judge", "Prime", "Chief",
    "Police", "St.", "Senators", "Representatives", "Sens.", "Reps.",
    "Candidate", "Nominee", "Reporter", "Professor", "Cabinet", "Justice", "Pope", "King", "Queen",
}  # fmt: skip
_ADDRESS = re.compile(
    r"(?:\+\d|\b0)\d{2,4}[ -]\d{3}|\b\d{3}-\d{3}-\d{4}\b|\w@\w|©|\b[Cc]opyright\b|www\.|"
    r"[Aa]ll rights reserved"
)
_SMALL_WORD = re.compile(r"\b(?!(?:he|she|him|his|hers?)\b)[a-z]{1,4}\b")
_PRONOUN = re.compile(r"(?:he|she|they|it|his|her|their|we|our|i|my|that|this|these)\b", re.I)

_on_one_line = lru_cache(maxsize=4096)(on_one_line)  # several families look at every name


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a source surely says, its words trimmed of quotation marks."""

    words: Span
    speaker: str
    voice: Voice
    paragraph: int
    attribution: Attribution

    def of(self, text: str) -> str:
        """The words themselves, on one line."""
        return on_one_line(self.words.of(text))


@once
def paragraphs(reading: Reading) -> dict[int, int]:
    """The number of each paragraph, from 1, by the index of its block."""
    bodies = [i for i, block in enumerate(reading.blocks) if block.kind is BlockKind.PARAGRAPH]
    return {index: number for number, index in enumerate(bodies, start=1)}


def paragraph_at(reading: Reading, offset: int) -> int:
    """The number of the paragraph at ``offset``; 0 outside the body."""
    place = bisect_right(_block_starts(reading), offset) - 1
    if place < 0 or offset >= reading.blocks[place].end:
        return 0
    return paragraphs(reading).get(place, 0)


@once
def _block_starts(reading: Reading) -> list[int]:
    return [block.start for block in reading.blocks]


def sentence_at(reading: Reading, offset: int) -> Sentence | None:
    """The sentence at ``offset``."""
    place = bisect_right(_starts(reading), offset) - 1
    if place < 0 or offset >= reading.sentences[place].end:
        return None
    return reading.sentences[place]


@once
def _starts(reading: Reading) -> list[int]:
    return [sentence.start for sentence in reading.sentences]


def said(reading: Reading, *, sure: float = SURE) -> list[Said]:
    """What sources surely say, in the order of the text: one stretch each, and not nested."""
    return [one for one in _all_said(reading) if one.attribution.confidence >= sure]


@once
def _all_said(reading: Reading) -> list[Said]:
    found = [one for a in reading.attributions if (one := _said(reading, a))]
    return sorted(found, key=lambda one: one.words)


def _said(reading: Reading, attribution: Attribution) -> Said | None:
    text = reading.text
    words = stated(text, attribution)
    if words is None:
        return None
    number, speaker = paragraph_at(reading, words.start), speaker_of(text, attribution)
    if not (number and speaker) or _tangled(reading, attribution):
        return None
    return Said(words, speaker, attribution.voice, number, attribution)


def surely_named(reading: Reading, one: Said) -> bool:
    """Whether the name stands beside the words, or a pronoun can mean nobody else.

    A pronoun is taken only where one person alone is named before it in its paragraph.
    """
    if not one.attribution.source:
        return False
    source = one.attribution.source[0]
    beside = source.of(reading.text)
    if same_person(beside, one.speaker):
        return one.speaker in on_one_line(beside) or not _namesakes(reading, one.speaker)
    block = next(b for b in reading.blocks if b.start <= source.start < b.end)
    before = [n for n in reading.names if block.start <= n.start < source.start]
    people_before = [n.full or as_written(reading, n) for n in before if n.kind is NameKind.PERSON]
    return bool(people_before) and all(same_person(p, one.speaker) for p in people_before)


def _namesakes(reading: Reading, speaker: str) -> bool:
    """Whether the text has another person with the same last name."""
    known = {on_one_line(name.full or as_written(reading, name)) for name in reading.names}
    last = speaker.split()[-1]
    others = {full for full in known if " " in full and full.split()[-1] == last}
    return len(others - {speaker}) > 0 and len(others) > 1


def as_written(reading: Reading, name: Name) -> str:
    """A name as it stands in the text."""
    return _on_one_line(reading.text[name.start : name.end])


def _tangled(reading: Reading, one: Attribution) -> bool:
    """Whether one speaks inside another, so that the words belong to both."""
    return any(
        other is not one and (a.start < end and start < a.end)
        for a in one.content
        for start, end, other in _told_spans(reading)
    )


@once
def _told_spans(reading: Reading) -> list[tuple[int, int, Attribution]]:
    """Where each attribution has its words and its reporting words."""
    return [(b.start, b.end, a) for a in reading.attributions for b in (*a.content, *a.cue)]


@once
def own(reading: Reading) -> list[Sentence]:
    """Sentences that are surely in the article's own voice: nobody near them says anything."""
    numbers = paragraphs(reading)
    found = []
    before: Sentence | None = None
    for sentence in reading.sentences:
        words = sentence.span.of(reading.text)
        whole = (
            _SENTENCE.match(words)
            and not on_page(reading, sentence)
            and len(words.split()) >= FEWEST_WORDS
            and not _HEADLINE.match(words)
            and has_verb(words)
        )
        if whole and sentence.block in numbers and not is_said(reading, sentence.span, words):
            carries_on = _PRONOUN.match(words) and _follows_speech(reading, before, sentence)
            if not carries_on:
                found.append(sentence)
        before = sentence
    return found


def on_page(reading: Reading, sentence: Sentence) -> bool:
    """Whether the sentence belongs to the page: an address or a number to ring is no statement."""
    return bool(_ADDRESS.search(reading.blocks[sentence.block].span.of(reading.text)))


def is_said(reading: Reading, span: Span, words: str) -> bool:
    """Whether somebody might be saying this: a mark, a reporting word, or an attribution."""
    if any(mark in words for mark in QUOTES) or reports(words):
        return True
    before = reading.text[max(0, span.start - 20) : span.start].rstrip()
    if before.endswith(":") or in_open_quotation(reading, span):
        return True  # a colon hands the word to somebody else
    return any(start < span.end and span.start < end for start, end in _all_parts(reading))


def in_open_quotation(reading: Reading, span: Span) -> bool:
    """Whether a quotation that began earlier in the paragraph is still open."""
    block = reading.blocks[bisect_right(_block_starts(reading), span.start) - 1]
    before = reading.text[block.start : span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


@once
def _all_parts(reading: Reading) -> list[tuple[int, int]]:
    """Where any part of an attribution stands."""
    parts = ((*a.source, *a.cue, *a.content) for a in reading.attributions)
    return [(span.start, span.end) for each in parts for span in each]


def _follows_speech(reading: Reading, before: Sentence | None, sentence: Sentence) -> bool:
    """Whether the sentence before, in the same paragraph, gives somebody's words."""
    if before is None or before.block != sentence.block:
        return False
    return is_said(reading, before.span, before.span.of(reading.text))


def mid(one: Said) -> str:
    """The speaker as the name stands inside a sentence: "the study", "critics", "Ruth Okafor"."""
    first, _, rest = one.speaker.partition(" ")
    if first in ("The", "A", "An") or one.voice is Voice.UNNAMED:
        return f"{first[:1].lower()}{first[1:]} {rest}".rstrip()
    return one.speaker


def persons(spoken: list[Said]) -> list[Said]:
    """Each person with a full name once, where that person first surely speaks."""
    found: list[Said] = []
    for one in spoken:
        known = any(same_person(one.speaker, other.speaker) for other in found)
        if one.voice is Voice.NAMED and is_full_name(one.speaker) and not known:
            found.append(one)
    return found


def is_full_name(name: str) -> bool:
    """Whether a name has two words or more and nothing that is no part of a name."""
    first = name.split(" ", 1)[0]
    return bool(_FULL_NAME.fullmatch(name)) and not _SHOUTED.search(name) and first not in _TITLES


def bodies(reading: Reading) -> list[Said]:
    """What organisations surely say, where a name and not only "the office" stands for them."""
    return [
        one
        for one in said(reading)
        if one.voice is Voice.INSTITUTION
        and not DOCUMENT.search(one.speaker)
        and re.search(r"[A-Z]\w+ ", one.speaker.removeprefix("The "))
        and any(_is_name(on_one_line(s.of(reading.text)), one) for s in one.attribution.source)
    ]


def _is_name(words: str, one: Said) -> bool:
    """Whether the words are the speaker's name, with or without "the"."""
    return words.removeprefix("the ") in (one.speaker, one.speaker.removeprefix("The "))


def company(reading: Reading, person: str) -> set[str]:
    """The meaning words of every sentence in which the person is named."""
    mine = _name_words(person)
    found: set[str] = set()
    for known, words in _named_beside(reading):
        if mine & known:
            found |= words
    return found


@once
def _named_beside(reading: Reading) -> list[tuple[set[str], frozenset[str]]]:
    """The words of each name with the meaning words of the sentence in which it stands."""
    found = []
    for name in reading.names:
        sentence = sentence_at(reading, name.start)
        if sentence:
            words = content_words(sentence.span.of(reading.text))
            found.append((_name_words(name.full or as_written(reading, name)), words))
    return found


def capital(words: str) -> str:
    """The words with a capital letter at the front, as an option begins."""
    return words[:1].upper() + words[1:]


@lru_cache(maxsize=8192)
def content_words(words: str) -> frozenset[str]:
    """The words that carry meaning, in lower case: for comparing two statements."""
    plain = {word.strip(EDGES).lower().removesuffix("’s") for word in words.split()}
    return frozenset(word for word in plain if len(word) > 3 and word not in DANGLING)


def same_person(one: str, other: str) -> bool:
    """Whether two names may mean one source: they share a word that is no title or joiner."""
    return bool(_name_words(one) & _name_words(other))


@lru_cache(maxsize=4096)
def _name_words(name: str) -> set[str]:
    plain = {word.strip(EDGES).lower().removesuffix("’s") for word in name.split()}
    return {word for word in plain if len(word) > 2 and word not in DANGLING}


@once
def people(reading: Reading) -> list[str]:
    """People of the body who are named in full and then by the last name, in text order."""
    names = [name for name in reading.names if name.kind is NameKind.PERSON]
    full = [on_one_line(name.full or as_written(reading, name)) for name in names]
    short = {as_written(reading, name) for name in names}
    kept = [
        known
        for name, known in zip(names, full, strict=True)
        if known.split()[-1] in short and " " in known
        if paragraph_at(reading, name.start)
    ]
    return list(dict.fromkeys(kept))


def pick(variants: tuple[str, ...], seed: str) -> str:
    """One of several wordings: always the same for the same words, whoever they are about.

    Only the small words count, so that other names or offices leave the wording as it is.
    """
    small = "".join(_SMALL_WORD.findall(seed)) or seed
    return variants[crc32(small.encode()) % len(variants)]
