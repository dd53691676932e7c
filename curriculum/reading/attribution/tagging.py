"""A coarse part of speech for every token, from closed classes, verb forms, endings and neighbours.

One letter a token, so that patterns over a sentence are patterns over a string:
D determiner, S possessive, M number, P preposition, I subordinator, C coordinator,
R subject pronoun, O object pronoun, w who/which/what, t that, T to, X modal, B be, H have,
K do, V finite verb, v base form, G -ing, N participle, A adverb, J adjective, n noun, E name,
Y time word, Q quotation, & a full stop that ends nothing, and other punctuation as itself.
"""

from __future__ import annotations

from functools import cache

from curriculum.reading.attribution import lexicon
from curriculum.reading.attribution.tokens import QUOTE, Unit

_CLASSES = (
    ("adjective", "J"),
    ("adverb", "A"),
    ("time word", "Y"),
    ("number", "M"),
    ("preposition", "P"),
    ("subordinator", "I"),
    ("object pronoun", "O"),
    ("determiner", "D"),
    ("coordinator", "C"),
    ("subject pronoun", "R"),
    ("modal", "X"),
    ("be", "B"),
    ("have", "H"),
    ("do", "K"),
)
_DETERMINERS_ALSO_PRONOUNS = frozenset(
    (
        *("some", "many", "several", "few", "all", "most", "each", "both", "another", "half"),
        *("these", "those"),
    )
)
_WH = frozenset(["who", "which", "what", "whom", "whoever", "whatever"])
_NOUN_BEFORE = "DJSMP"
_ALSO_VERBS = frozenset("JAP")  # "to open", "to like"
_ALWAYS_VERBS = frozenset(["said", "told", "says", "tells", "believes", "thinks"])
_BEFORE_VERBS = frozenset(  # between a noun and "closes", they make a verb of it
    ["always", "never", "often", "sometimes", "usually", "rarely", "seldom", "also", "still"]
)
_NAMEABLE = frozenset("JY")


@cache
def closed() -> dict[str, str]:
    """Closed-class words → tag; later classes win."""
    table: dict[str, str] = {}
    for section, tag in _CLASSES:
        for word in lexicon.words("grammar", section):
            table[word.replace("’", "'")] = tag
    table.update(dict.fromkeys(_WH, "w"))
    table.update(dict.fromkeys(_DETERMINERS_ALSO_PRONOUNS, "D"))
    table.update({"that": "t", "to": "T", "his": "S", "its": "S", "my": "S", "our": "S"})
    table.update({"your": "S", "their": "S", "her": "S", "whose": "S", QUOTE: "Q"})
    table.update({"he": "R", "she": "R", "it": "R", "they": "R"})
    for word in lexicon.words("grammar", "pronoun with auxiliary"):
        table[word.replace("’", "'")] = "R"
    return table


@cache
def nouns_first() -> frozenset[str]:
    """Verb bases that are as often nouns."""
    return lexicon.words("verbs", "noun first")


def tag(unit: Unit) -> None:
    """Fill ``unit.tags`` and ``unit.lemmas``."""
    table, forms = closed(), lexicon.verb_forms()
    tags: list[str] = []
    titled = _titled(unit)
    for index, low in enumerate(unit.lows):
        known = table.get(low)
        verbal = titled or known is None or known in _ALSO_VERBS
        form = forms.get(low) if verbal else None
        word = unit.words[index]
        capital = word[0].isupper() and index > 0 and tags[-1] not in "Q.:"
        if titled and (known is not None or form is not None):
            capital = False
            word = low
        named = capital and (known in _NAMEABLE or tags[-1] == "E") and word[1:].islower()
        if known in _ALSO_VERBS and form is not None and tags and tags[-1] in "TX":
            tags.append(_verb(unit, index, form, tags))
        elif known is not None and not named:
            tags.append(_known(known, low, index, unit, tags))
        elif capital or (
            word[0].isupper() and _proper_first(unit, index, is_verb=form is not None)
        ):
            tags.append("S" if low.endswith(("'s", "s'")) else "E")
        elif low.endswith("'s"):
            tags.append("S")
        elif form is not None:
            tags.append(_verb(unit, index, form, tags))
        elif low == ".":
            tags.append("&" if _abbreviates(unit, index) else ".")
        else:
            tags.append(_open(low))
    unit.tags = "".join(tags)


def _titled(unit: Unit) -> bool:
    """Whether nearly every long word has a capital, as in a headline, or every letter is one."""
    if all(word.isupper() or not word[0].isalpha() for word in unit.words):
        return True
    long = [word for word in unit.words if len(word) > 3]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.75 * len(long)


def _abbreviates(unit: Unit, index: int) -> bool:
    """Whether a full stop inside a unit belongs to a short form: glued, or followed by a small
    letter."""
    if index + 1 == len(unit):
        return False
    return unit.starts[index + 1] == unit.ends[index] or unit.words[index + 1][0].islower()


def _proper_first(unit: Unit, index: int, *, is_verb: bool) -> bool:
    """Whether the capitalised first word of a sentence is a name: the next one has a capital too,
    or it is no word we know."""
    following = unit.words[index + 1 : index + 2]
    if following and following[0][0].isupper():
        return True
    low = unit.lows[index]
    return not is_verb and not low.endswith(("s", "ing", "ed", "ly", "tion"))


def _known(known: str, low: str, index: int, unit: Unit, tags: list[str]) -> str:
    if low == "one" and not _next_is(unit, index, closed_only=False):
        return "M"
    if known == "Y" and unit.words[index][0].isupper():
        return "Y"
    if low == "her" and _next_is(unit, index, closed_only=True):
        return "O"
    if known == "D" and low in _DETERMINERS_ALSO_PRONOUNS | {"those", "these"}:
        return "D"
    return known


def _next_is(unit: Unit, index: int, *, closed_only: bool) -> bool:
    """Whether the next token is a closed-class word or punctuation."""
    following = unit.lows[index + 1 : index + 2]
    return (
        not following
        or not following[0][0].isalnum()
        or closed().get(following[0], "J") in "PTCItRDXB"
    )


def _open(low: str) -> str:
    """A word of no list: by its ending."""
    first = low[0]
    if first.isdigit() or first == "$":
        return "M"
    if not first.isalpha():
        return {
            "—": "-",
            "–": "-",
            "--": "-",
            "…": ".",
            "...": ".",
            "?": ".",
            "!": ".",
            "/": "&",
        }.get(low, first if first in ".,;:()-" else "-")
    if low.endswith("ly"):
        return "A"
    if low.endswith("n't"):
        return "X"
    if low.endswith(("ous", "ful", "ive", "able", "ible", "ical", "less", "ish")):
        return "J"
    return "n"


def _verb(unit: Unit, index: int, form: tuple[str, str], tags: list[str]) -> str:
    """A known verb form: decide by what stands to its left and right."""
    base, kind = form
    left = _left(tags)
    tag = _as_verb(kind, left, unit, index)
    if tag in "VvGN":
        unit.lemmas[index] = base
    return tag


def _left(tags: list[str]) -> str:
    """The nearest tag to the left that is not an adverb."""
    for tag in reversed(tags):
        if tag != "A":
            return tag
    return ""


def _as_verb(kind: str, left: str, unit: Unit, index: int) -> str:
    base_like = kind in "bs"
    if unit.lows[index] in _ALWAYS_VERBS:
        return "N" if left in ("B", "H") else "V"
    if kind == "g":
        return (
            "n"
            if left in ("D", "S") or (left == "J" and _next_tag(unit, index) not in "DEtRST")
            else "G"
        )
    if base_like:
        return _base_or_noun(kind, left, unit, index)
    if left and left in "BH":
        return "N"
    after = _next_tag(unit, index)
    if not left and kind == "e" and after in "nJE":
        return "J"
    if left == "D" and unit.lows[index - 1] in _DETERMINERS_ALSO_PRONOUNS and after != "n":
        return "V"
    if left in ("D", "S", "M", "J", "P"):
        return "J" if after not in "PT,.C" or kind == "e" else "V"
    if kind == "n":
        return "N"
    if kind == "e" and unit.lows[index + 1 : index + 2] == ["by"] and left not in "R":
        return "N"
    return "V"


def _next_tag(unit: Unit, index: int) -> str:
    """The tag the next token has on its own."""
    if index + 1 >= len(unit):
        return "."
    low = unit.lows[index + 1]
    known = closed().get(low)
    if known is not None:
        return known
    if unit.words[index + 1][0].isupper():
        return "E"
    form = lexicon.verb_forms().get(low)
    if form is not None:
        return "V" if form[1] in "sden" else "n"
    return _open(low)


def _base_or_noun(kind: str, left: str, unit: Unit, index: int) -> str:
    """``plan``, ``reports``: a noun or a verb."""
    if left and left in "TXK":
        return "v" if kind == "b" else "n"
    if left and left in "wR":
        return "V"
    after = _next_tag(unit, index)
    ambiguous = lexicon.verb_forms()[unit.lows[index]][0] in nouns_first()
    if unit.lows[index] == "close" and after == "T" and left in "nED":
        return "J"  # "officials close to the board"
    if left == "D" and not ambiguous and unit.lows[index - 1] in _DETERMINERS_ALSO_PRONOUNS:
        return "V"
    if left and left in "nE" and unit.lows[index - 1] in _BEFORE_VERBS:
        return "V"
    if left and left in _NOUN_BEFORE:
        return "n"
    if left in ("n", "E", "Y", ")", ",", "S", "Q", "M", "O"):
        takes = not ambiguous or after in ("D", "t", "T", "E", "R", "O", "S", "w", "Q", "M")
        if not takes and unit.quotes and left in "nE":
            takes = after in (",", ".", ":")
        if left == "," and kind == "b":
            takes = takes and not ambiguous
        return "V" if takes else "n"
    if left == "C":
        return "V" if after in ("D", "t", "T", "R", "O", "S", "w", "E") or not ambiguous else "n"
    return "n" if ambiguous or kind == "s" else "v"
