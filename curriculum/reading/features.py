"""What a sentence shows on its surface, as named numbers for the small linear models."""

from __future__ import annotations

from collections.abc import Iterable

from curriculum.reading import claimtype
from curriculum.reading.lexicon import Hit, Token
from curriculum.reading.types import Mark

Features = dict[str, float]

# Closed classes of words, each a sign of a stance. Names are shown to teachers as reasons.
CLASSES: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "speaks as I": "i i'm i've i'd i'll my me mine myself",
        "speaks as we": "we we're we've we'd we'll our us ours ourselves let's",
        "speaks to you": "you you're you've you'd you'll your yours yourself",
        "says what ought to be": "should ought must need needs shouldn't mustn't",
        "imagines": "would wouldn't could if suppose imagine wish unless",
        "looks ahead": "will won't shall going",
        "reports speech": "said says told tells according reported announced added wrote stated"
        " argued warned explained noted asked replied confirmed",
        "opens a turn": "but yet however still nevertheless instead rather though although",
        "draws a conclusion": "so thus therefore hence because since means meaning clearly",
        "compares": "more less most least better worse best worst greater bigger far than",
        "negates": "not no never nothing nobody none neither nor without don't doesn't didn't"
        " isn't aren't wasn't weren't can't cannot couldn't won't",
        "strengthens": "very so too such really truly even only just simply merely quite indeed"
        " surely all every always any entire whole",
        "asks or exclaims": "why how what who",
        "judges good or bad": "good bad great poor right wrong true false fair important"
        " serious sad happy strong weak real hard easy nice fine perfect simple",
        "names feelings and minds": "believe think feel hope fear love hate want know understand"
        " believes thinks feels hopes fears loves hates wants knows think seems seem",
        "states being": "is are be am it's that's there's being",
        "tells the past": "was were had did been became",
        "places in time": "monday tuesday wednesday thursday friday saturday sunday january"
        " february march april june july august september october november december year"
        " years month months week weeks yesterday today",
        "counts": "percent per cent million billion thousand hundred number average total rate"
        " half quarter third double twice",
        "names an office": "mr mrs ms dr president minister spokesman spokeswoman senator"
        " secretary director chief professor officials police court company department agency",
    }.items()
}


# The other features that may be named to a teacher; each goes on from "it …".
SHAPES = {
    "has a dash": "has a dash",
    "has a colon": "has a colon or a semicolon",
    "loaded words": "holds loaded words",
    "worth checking": "says little that could be checked",
}


def told(names: Iterable[str]) -> tuple[str, ...]:
    """Features in a teacher's words, each going on from "it …"; what cannot be said is left out."""
    return tuple(dict.fromkeys(words for name in names if (words := _told(name))))


def _told(name: str) -> str:
    kind, _, word = name.rpartition(" ")
    if kind == "word":
        return f"uses “{word}”"
    if kind == "opens with":
        return f"opens with “{word}”"
    return SHAPES.get(name) or claimtype.WHY.get(name) or (name if kind or name in CLASSES else "")


def of(
    text: str,
    words: list[Token],
    signs: Iterable[Hit],
    hedged: Iterable[Mark],
    loaded: Iterable[Mark],
) -> Features:
    """The features of one sentence: its words, the classes they fall in, its marks, its shape."""
    found: Features = {"": 1.0}
    for word in words:
        found[f"word {word.low}"] = 1.0
    lows = {word.low for word in words}
    for name, members in CLASSES.items():
        if lows & members:
            found[name] = 1.0
    for mark in (*hedged, *loaded):
        found[mark.why] = 1.0
    for hit in signs:
        found[hit.entry.section] = min(
            2.0, found.get(hit.entry.section, 0) + hit.entry.strength / 3
        )
    _shape(text, words, found)
    strong = sum(mark.score for mark in loaded)
    if strong:
        found["loaded words"] = min(2.0, strong)
    return found


def _shape(text: str, words: list[Token], found: Features) -> None:
    if not words:
        return
    figures = sum(word.low[0].isdigit() for word in words)
    names = sum(text[word.start].isupper() for word in words[1:])
    if figures:
        found["has figures"] = 1.0
    if figures > 1:
        found["has several figures"] = 1.0
    found["names"] = min(1.0, names / len(words) * 3)
    found["length"] = min(len(words), 60) / 40
    found["opens with " + words[0].low] = 1.0
    start, end = words[0].start, words[-1].end
    before, after = text[max(0, start - 2) : start], text[end : end + 3]
    whole = text[start:end]
    for name, shown in (
        ("is a question", "?" in after),
        ("exclaims", "!" in after or "!" in whole),
        ("is a quotation", any(q in before for q in "\"“'‘") and any(q in after for q in "\"”'’")),
        ("holds a quotation", any(q in whole for q in '"“”')),
        ("has a dash", "–" in whole or "—" in whole or " - " in whole),
        ("has a colon", ":" in whole or ";" in whole),
        ("has money or per cent", any(sign in whole for sign in "$£€%")),
    ):
        if shown:
            found[name] = 1.0
