"""Text to units of tokens: a unit is a sentence, or several that one quotation holds together.

A quotation that is speech becomes a single token, so that what surrounds it can be read as one
sentence: ``Q , said X , Q``. Short quoted phrases stay words of the sentence around them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from curriculum.reading.attribution.quotes import Quote
from curriculum.reading.types import Sentence

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:['’]s|-[^\W_]+)?"
    r"|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Jr|Sr|Prof|Rev|Sgt|Lt|Col|Capt|Sens|Reps|No)\."
    r"|[A-Z]\.(?=\s+[A-Z])"
    r"|\$?\d+(?:[.,:]\d+)*%?[a-z]*(?:-[^\W_]+)*"
    r"|[^\W_]+(?:['’\-‑&.][^\W_]+)*"
    r"|''|``|--+|\.{2,}|\S"
)
QUOTE = "\u0000"  # stands for a whole quotation; one that a text holds itself is left out
_MARKS = frozenset("“”„«»\"‘’'``") | {"''", "``", QUOTE}
_BEFORE_SPEECH = ("", "\n", ".", ",", ":", "：", "，", "?", "!", "”", '"', "’", "(", ";")
_SAID = ("said", "says", "asked", "replied", "added", "wrote", "tweeted", "shouted", "answered")


@dataclass(slots=True)
class Unit:
    """Tokens that are read together, as parallel lists."""

    block: int
    words: list[str] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quotes: dict[int, Quote] = field(default_factory=dict)  # token index → the quotation there
    tags: str = ""
    lemmas: dict[int, str] = field(default_factory=dict)  # verb tokens only

    def __len__(self) -> int:
        return len(self.words)

    def add(self, word: str, start: int, end: int) -> None:
        """Append one token."""
        self.words.append(word)
        self.lows.append(word.lower().replace("’", "'"))
        self.starts.append(start)
        self.ends.append(end)


def units(text: str, sentences: tuple[Sentence, ...], quotes: list[Quote]) -> list[Unit]:
    """The units of a text in order."""
    speech = [quote for quote in quotes if is_speech(text, quote)]
    found: list[Unit] = []
    place = 0
    index = 0
    while index < len(sentences):
        first = sentences[index]
        start, end = first.start, first.end
        here: list[Quote] = []
        while True:
            while place < len(speech) and speech[place].start < end:
                if speech[place].start >= start:
                    here.append(speech[place])
                place += 1
            held = bool(here) and here[-1].end > end
            if held and index + 1 < len(sentences) and sentences[index + 1].block == first.block:
                index += 1
                end = max(end, sentences[index].end)
                continue
            break
        found.append(_unit(text, first.block, start, max([end, *(q.end for q in here[-1:])]), here))
        index += 1
    return found


def is_speech(text: str, quote: Quote) -> bool:
    """Whether a quotation is a saying of its own rather than a phrase or a title."""
    inside = text[quote.start + 1 : quote.end]
    spaces = inside.count(" ")
    if spaces >= 5 or quote.carried:
        return True
    before = text[max(0, quote.start - 16) : quote.start].rstrip()
    if inside.rstrip("”\"'’»")[-1:] not in tuple(",.?!…—。！？"):
        return spaces >= 2 and before[-1:] in (",", ":") and text[quote.end : quote.end + 1] == "."
    return spaces >= 3 or before[-1:] in _BEFORE_SPEECH or before.endswith(_SAID)


def _unit(text: str, block: int, start: int, end: int, quotes: list[Quote]) -> Unit:
    unit = Unit(block)
    at = start
    for quote in quotes:
        fill(unit, text, at, quote.start)
        unit.quotes[len(unit)] = quote
        unit.add(QUOTE, quote.start, quote.end)
        at = quote.end
    fill(unit, text, at, end)
    return unit


def fill(unit: Unit, text: str, start: int, end: int) -> None:
    """Add the tokens of ``text[start:end]``, quotation marks left out."""
    found = [match for match in _TOKEN.finditer(text, start, end) if match.group() not in _MARKS]
    words = [match.group() for match in found]
    unit.words += words
    unit.lows += [word.lower().replace("’", "'") for word in words]
    unit.starts += [match.start() for match in found]
    unit.ends += [match.end() for match in found]
