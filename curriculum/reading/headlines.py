"""The headline against the body: what it says more surely, more warmly, or all by itself.

The sentence that carries a headline is the one that shares most of its meaning words; it has to
share half of them. Only what can be shown is told, with the words that show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading import hedges, lexicon, wording
from curriculum.reading.blocks import headline
from curriculum.reading.types import (
    Attribution,
    Block,
    BlockKind,
    Force,
    HeadlineNote,
    Sentence,
    Span,
)

CARRIED = 0.5  # of the headline's meaning words, in one sentence
GIVEN = 0.6  # of them, in what somebody says, before the headline is theirs to say
SCATTERED = 0.5  # of them, anywhere in the body: below that the text is about something else
FEWEST = 3  # meaning words; a shorter headline is a label
MANY = 5  # of them, before their absence below tells anything
DOUBTED = 2  # of the headline's words, that a careful word governs in the text
STEM = 5  # letters by which "closes" meets "closing"
LONGEST = 14  # words of a sentence shown

_EMPTY = frozenset(
    lexicon.listed(
        "about after again against also been before being between could does down during each "
        "from have here into itself just like more most much must only over should some such "
        "than that their them then there these they this those through under very were what "
        "when where which while will with would your"
    )
)
_DOUBTS = frozenset((hedges.SECTIONS["doubt"][1], hedges.SECTIONS["report"][1]))
_NO_HEADLINE = re.compile(r"\A\s*\(|\|")  # an editor's note, or the line of a page
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
# Somebody is named or quoted: a colon or quotation marks, or a reporting word.
_SOURCED = re.compile(
    r"[“”\"‘:]|\b(?:says?|said|claims?|claimed|warns?|warned|argues?|told|tells?|insists?|finds?|"
    r"found|calls?|accuses?|accused|according|denies|denied|admits?|admitted|suggests?|believes?|"
    r"fears?|hopes?|vows?|urges?)\b",
    re.IGNORECASE,
)


def compare(
    text: str,
    blocks: tuple[Block, ...],
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[HeadlineNote, ...]:
    """What the headline and the body say of one another; nothing where there is but a label."""
    head = headline(blocks)
    body = [s for s in sentences if blocks[s.block].kind is BlockKind.PARAGRAPH]
    wanted = _meaning(text, head) if head else set()
    if not head or len(wanted) < FEWEST or not body or _NO_HEADLINE.search(head.of(text)):
        return ()
    found = [_meaning(text, sentence.span) for sentence in body]
    share, place = max((len(wanted & words), -n) for n, words in enumerate(found))
    notes = list(_of_words(text, head, body))
    if share >= CARRIED * len(wanted):
        return (*_of_carrier(text, head, body[-place], attributions), *notes)
    if len(wanted) >= MANY and len(wanted & set().union(*found)) < SCATTERED * len(wanted):
        notes.append(HeadlineNote("alone", "Most of its words never come back in the text below."))
    return tuple(notes)


def _of_carrier(
    text: str, head: Span, carrier: Sentence, attributions: tuple[Attribution, ...]
) -> Iterator[HeadlineNote]:
    """The sentence that carries it, and what of that sentence the headline leaves out."""
    shown = _shown(text, carrier.span)
    place = (carrier.start, carrier.end)
    yield HeadlineNote("carried", f"The text carries it: “{shown}”", *place)
    careful = _careful(text, head, carrier)
    if careful:
        yield HeadlineNote(
            "surer", f"The text says “{careful}”. The headline leaves it out.", *place
        )
    source = _source(text, head, carrier, attributions)
    if source and not _SOURCED.search(head.of(text)):
        yield HeadlineNote(
            "unsourced",
            f"The text gives this to {source}. The headline says it as its own.",
            *place,
        )


def _careful(text: str, head: Span, carrier: Sentence) -> str:
    """The careful word that governs in the text what the headline says without one."""
    low = head.of(text).lower()  # a headline's capitals make a month of every "May"
    words = lexicon.tokens(low, 0, len(low))
    hedged = hedges.force(low, Span(0, len(low)), hedges.find(low, words)) is Force.HEDGED
    if hedged or head.of(text).rstrip().endswith("?") or carrier.force is not Force.HEDGED:
        return ""
    wanted = _meaning(text, head)
    for mark in carrier.hedges:
        governed = _meaning(text, mark.scope) if mark.scope else set()
        if mark.why in _DOUBTS and len(wanted & governed) >= DOUBTED:
            return mark.span.of(text)
    return ""


def _source(text: str, head: Span, carrier: Sentence, attributions: tuple[Attribution, ...]) -> str:
    """Who says what the headline says, where the carrier passes it on."""
    wanted = _meaning(text, head)
    for one in attributions:
        if not one.told or not any(carrier.span.contains(span) for span in one.content):
            continue
        said = set().union(*(_meaning(text, span) for span in one.content))
        if len(wanted & said) >= GIVEN * len(wanted):
            return one.speaker or "somebody without a name"
    return ""


def _of_words(text: str, head: Span, body: list[Sentence]) -> Iterator[HeadlineNote]:
    """Numbers and judging words that stand in the headline alone."""
    below = text[body[0].start : body[-1].end]
    numbers = {_plain(number) for number in _NUMBER.findall(below)}
    for number in _NUMBER.findall(head.of(text)):
        if len(_plain(number)) > 1 and _plain(number) not in numbers:
            yield HeadlineNote("number", f"“{number}” stands in the headline and not below it.")
    told = below.lower()
    for mark in wording.find(lexicon.tokens(text, head.start, head.end)):
        words = mark.span.of(text)
        if words.lower() not in told:
            note = f"“{words}” {mark.why}, and stands in the headline alone."
            yield HeadlineNote("loaded", note, mark.start, mark.end)


def _plain(number: str) -> str:
    return number.replace(",", "").rstrip(".")


def _meaning(text: str, span: Span) -> set[str]:
    """The beginnings of the words that carry meaning."""
    words = (token.low for token in lexicon.tokens(text, span.start, span.end))
    return {word[:STEM] for word in words if len(word) > 3 and word not in _EMPTY}


def _shown(text: str, span: Span) -> str:
    words = span.of(text).split()
    return " ".join(words[:LONGEST]) + ("…" if len(words) > LONGEST else "")
