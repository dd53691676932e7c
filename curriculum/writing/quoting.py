"""Short quotations: a few words of the text that stand on their own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from curriculum.reading.types import Span
from curriculum.writing import cutting

LONGEST_QUOTE = 16  # words
_AHEAD = 10  # words that are looked at beyond the longest piece
LONGEST_AROUND = 16  # words of a quotation that has to hold a certain word
FEWEST_WORDS = 5  # a shorter sentence is a label or an aside
QUOTES = '"“”„«»'
EDGES = " \t\r\n,;:.…–—-" + QUOTES + "‘’'"
_MARK = re.compile(f"[{QUOTES}‘]|''|``")
_JUNK = re.compile(r"@\w|https?:|www\.|#\w|[<>{}|[\]Â]|\. \. ?\.")
_FEWEST_CUT = 8  # words of a piece that points back: "it might only be a drop …"
_POINTS = re.compile(r"(?:it|this|that|they|these|those|he|she)\b", re.IGNORECASE)
_SAYING = re.compile(
    r"said|says|added|wrote|writes|asked|told|replied|saying|tweeted|concluded|argued"
)
# "on Dec": the sentence was taken to end at a short form.
_SHORT_FORM = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Gen|Sen|Rep|Gov|Mr|Mrs|Ms|Dr|St|vs)\Z"
)
_INNER = re.compile(r"(?<!\w)['‘]\w")  # a quotation within the quotation begins
_INNER_END = re.compile(r"\w[,.!?]?['’](?!\w)")
_WORD = re.compile(r"\S+")
# "… said Monday that the gate is shut": what is said begins after "that".
_LEAD_IN = re.compile(
    r"(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day "
    r"(?:morning |afternoon |evening |night )?)?that "
)
# A stop after a short word with a capital ("Sen.", "Gov.") is an abbreviation more often than not.
_SENTENCE_END = re.compile(
    r"(?:(?<=[a-z]{5})|(?<=\b[a-z]{2})|(?<=\b[a-z]{3})|(?<=\b[a-z]{4})|(?<=\d\d))[.!?](?=\s)"
)
# "A goal to help" and "the feast held in the hall" have no verb of their own.
_VERB = re.compile(
    r"(?<!\b[Tt]o )\b(?:(?:he|she|it) \w{3,}s|"
    r"is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|"
    r"should|shall|cannot|\w+n[’']t|\w{3,}ed(?! by\b)|said|says|took|came|went|got|gave|knew|saw|"
    r"(?:made|held|led|built|brought|sent|put|set|found|kept)(?! (?:in|at|by|on|near|to|from)\b)|"
    r"won|lost|left|met|paid|told|cost|costs|needs?|wants?|means?|knows?|comes?|"
    r"goes|gets?|takes?|makes?|likes?|lives?|works?|carries|uses?|eat|eats|ate|began|became|felt|"
    r"thought|spent|ran|rose|fell|grew|stood|heard|wrote|cut|let|"
    r"shows?|seems?|remains?|believes?|thinks?|hopes?|fears?|holds?|gives?|says?|helps?)\b",
)
# "WELLHAVEN, Monday –": where and when it was sent from stands before the first words.
_DATELINE = re.compile(r"[A-Z][A-Z’'.-]{2,}[^\n?!–—]{0,40}? ?(?:[–—]|--?) (?=[A-Z])")
# "Dec. 27 (Agency) --", of which the month may have been taken for a sentence.
_AGENCY = re.compile(r"(?:[A-Z][a-z]{2,8}\.? )?\d{1,2},? \([A-Z][\w ]+\) (?:[–—]|--?) (?=[A-Z])")
_JOINER = re.compile(r"(?:And|But|Yet|So|Still,) (?!far\b|many\b|much\b|long\b)(?=\S)")
_OPENING = re.compile(
    r"(?:In|For|As|By|After|At|With|On|If|When|While|Although|Though|Before|Since|During|Under|"
    r"To|From|Despite|Because|Given|Like|Unlike|Among|Through|Over|Until|Once)\b",
    re.IGNORECASE,
)
# "In Brook Street, which had a shop": the comma opens an aside, and nothing has happened yet.
_ASIDE = re.compile(r"[^,]+, (?:which|who|where|whose|when)\b[^,]*\Z")
_LIMITS = re.compile(r"\b(?:if|unless|except|provided)\b")
# How a clause may begin that is quoted without the words before it.
_CLAUSE = re.compile(
    r"(?:[A-Z]|(?:the|an?|this|these|those|that|he|she|it|they|we|you|his|her|its|their|our|my|"
    r"some|many|most|all|every|everyone|everybody|nobody|both|each|no|few|several|there|people|"
    r"two|three|four|five|more)\b)"
)
_CLAUSE_END = re.compile(r"[,;:.!?]|\Z")
# "The news that the mill will close comes late": what follows "that" is not stated there.
_TOLD_BY_A_NOUN = re.compile(
    r"\b(?:news|fact|possibility|idea|chances?|risk|hopes?|fears?|belief|notion|view|signs?|word|"
    r"feeling|concerns?|evidence|doubts?|likelihood|odds|agreement|promise|suspicion|prospect|"
    r"threat|impression|so \w+|such [^.]{3,30}) that \Z"
)
_JOINT = re.compile(r"\bthat |[,;:–—] (?:and |but )?")
# ", officials said Sunday, and …": who said it stands between two things that were said.
_WHO_SAID = re.compile(r"(?:[^\s,]+ ){1,5}(?:said|says|told|added|wrote)\b[^,]{0,20},")
_HANGS = re.compile(
    r"(?:(?:he|she|they|who|it|[A-Z]\w+) (?:said|says|added|told)|where|which|who|whose|when|"
    r"while|as|than|to|and|but|after|before|since|because|including|such)\b"
)
JOINERS = {
    "and", "but", "because", "which", "who", "while", "that", "when", "if", "after", "before",
    "although", "though", "so", "where", "with", "for", "to", "in", "on", "at", "by", "from", "as",
    "or", "than", "despite", "since", "until",
}  # fmt: skip
DANGLING = JOINERS | {
    "the", "a", "an", "of", "his", "her", "its", "their", "our", "my", "your", "this", "these",
    "those", "is", "are", "was", "were", "be", "been", "has", "have", "had", "not", "no", "more",
    "very", "into", "will", "would", "could", "should", "may", "might", "can", "we", "they", "it",
    "he", "she", "i", "you", "some", "any", "every", "one", "two", "about", "between", "among",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quote:
    """A few words of the text, short enough for a stem."""

    span: Span
    words: str  # on one line, without marks
    cut: bool  # whether the sentence goes on

    def __str__(self) -> str:
        return f"“{self.words}{'…' if self.cut else ''}”"


def has_verb(words: str) -> bool:
    """Whether the words say something of something, as far as a list of common verbs can tell."""
    return bool(_VERB.search(words))


def says_something(quote: Quote) -> bool:
    """Whether a quotation is more than a scrap: it has a known verb, or five words at least."""
    return has_verb(quote.words) or len(quote.words.split()) >= FEWEST_WORDS


def ends_short(words: str) -> bool:
    """Whether the words end with a short form, so that what was taken for their end is none."""
    return bool(_SHORT_FORM.search(words.rstrip(" .")[-8:]))


def trimmed(text: str, span: Span) -> Span:
    """The span without quotation marks, spaces and stops at its edges."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return Span(start, end)


@lru_cache(maxsize=8192)
def quote(text: str, span: Span, *, longest: int = LONGEST_QUOTE, fewest: int = 4) -> Quote | None:
    """A quotable piece from the beginning of ``span``; None where no piece stands on its own."""
    span, inside, words = _words(text, span, max(fewest, FEWEST_WORDS))
    if len(words) < fewest or (inside < span.end and not _stands(text, words)):
        return None
    if len(words) <= longest:
        piece, cut = Span(words[0].start, words[-1].end), False
    else:
        near = Span(words[0].start, words[min(len(words), longest + _AHEAD) - 1].end)
        ends = cutting.stops(text, near, longest, fewest)
        if not ends:
            return None
        piece, cut = Span(near.start, ends[0]), True
    piece = trimmed(text, piece)
    shown = piece.of(text)
    if cut and len(shown.split()) < _FEWEST_CUT and _POINTS.match(shown):
        return None
    if (
        _SHORT_FORM.search(shown)
        or ends_short(text[: piece.start])
        or (cutting.lacks_its_subject(shown))
    ):
        return None
    if len(_INNER.findall(shown)) > len(_INNER_END.findall(shown)):
        return None
    if cut and _LIMITS.search(text, piece.end, words[-1].end):
        return None  # without its condition, the statement claims more
    if cut and _OPENING.match(shown) and ("," not in shown or _ASIDE.match(shown)):
        return None  # only the circumstances are left, and not what happened in them
    return Quote(piece, on_one_line(shown), cut)


@lru_cache(maxsize=8192)
def _words(text: str, span: Span, fewest: int) -> tuple[Span, int, list[Span]]:
    """The first sentence of the span, where a mark in it begins, and the words before that mark.

    There are none where the sentence is no prose. Many families ask for the same sentence.
    """
    span = trimmed(text, span)
    for front in (_DATELINE, _AGENCY, _JOINER, _LEAD_IN):
        match = front.match(text, span.start, span.end)
        span = Span(match.end(), span.end) if match else span
    span = _one_sentence(text, span, fewest)
    mark = _MARK.search(text, span.start, span.end)
    inside = mark.start() if mark else span.end
    if _JUNK.search(text, span.start, inside):
        return span, inside, []
    found = _WORD.finditer(text[span.start : inside])
    return span, inside, [Span(span.start + m.start(), span.start + m.end()) for m in found]


def around(
    text: str, sentence: Span, place: Span, *, before: int = 0, beyond: int = 0
) -> Quote | None:
    """A quotation that holds ``place`` with so many words on either side of it at least.

    It begins with the sentence or, where that is too long, with one of its clauses.
    """
    starts = [sentence.start]
    starts += [
        sentence.start + m.end()
        for m in _JOINT.finditer(sentence.of(text))
        if not _TOLD_BY_A_NOUN.search(text, sentence.start, sentence.start + m.end())
    ]
    for start in starts:
        if len(text[start : place.start].split()) < before or start > place.start:
            continue
        if start > sentence.start and _WHO_SAID.match(text, start, sentence.end):
            continue
        found = quote(text, Span(start, sentence.end), longest=LONGEST_AROUND)
        if (
            found
            and found.span.contains(place)
            and len(text[place.end : found.span.end].split()) >= beyond
            and not _HANGS.match(found.words)
            and has_verb(found.words)
            and (start == sentence.start or _is_a_clause(text, start, found))
        ):
            return found
    return None


def _is_a_clause(text: str, start: int, found: Quote) -> bool:
    """Whether a piece from the middle of a sentence says something of its own."""
    return opens_clause(text, start) and (found.cut or cutting.is_whole(text, found.span))


def opens_clause(text: str, start: int) -> bool:
    """Whether the words from ``start`` can stand without those before them.

    A clause has its verb before its first comma; "the mayor, a baker by trade" has none.
    """
    stop = _CLAUSE_END.search(text, start)
    first = text[start : stop.start() if stop else len(text)]
    return _CLAUSE.match(text, start) is not None and has_verb(first)


def _one_sentence(text: str, span: Span, fewest: int) -> Span:
    """The first sentence in the span that has enough words."""
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        if len(text[start : match.start()].split()) >= fewest:
            return trimmed(text, Span(start, match.start()))
        start = match.end()
    return trimmed(text, Span(start, span.end)) if start < span.end else span


def _stands(text: str, words: list[Span]) -> bool:
    """Whether words that stop before an inner quotation still make sense on their own."""
    last = words[-1].of(text).lower().strip(EDGES)
    if _SAYING.fullmatch(last):
        return False  # "Speaking at the gate, Quist said": what is said comes next
    whole = last not in DANGLING and text[words[-1].end - 1] in ",;:"
    return whole and len(words) >= 6 and has_verb(text[words[0].start : words[-1].end])


def on_one_line(words: str) -> str:
    """The words with every run of white space as one space."""
    return " ".join(words.split())
