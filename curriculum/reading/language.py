"""Which language a text is in: English, or something else that we say we cannot read yet."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_COMMON: Final = frozenset(
    {"the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "as"}
    | {"are", "be", "at", "by", "this", "from", "have", "has", "had", "not", "but", "they", "his"}
    | {"he", "her", "their", "or", "an", "which", "were", "been", "will", "would", "said", "who"}
    | {"she", "we", "you", "i", "its", "there", "what", "when", "can", "all", "more", "about"}
)
# The commonest words of the neighbours, those left out that English has too.
_ELSEWHERE: Final = frozenset(
    {"der", "die", "und", "das", "nicht", "ein", "eine", "mit", "den", "ist", "von", "auf", "le"}
    | {"la", "les", "des", "et", "que", "est", "une", "pour", "dans", "qui", "du", "el", "los"}
    | {"las", "una", "por", "con", "para", "del", "il", "che", "di", "della", "sono", "het", "een"}
    | {"van", "de", "en", "niet", "voor", "não", "uma", "os", "och", "att", "som", "og", "det"}
    | {"jest", "nie", "się", "że", "ja", "ne", "nu", "ve", "bir", "yang", "dan"}
)
_LATIN_ENDS: Final = "\u024f"  # the last letter of the Latin alphabets of Europe
_SAMPLE: Final = 20_000  # characters; more would not change the answer
_FEW: Final = 8  # words; fewer say too little
_SHORT: Final = 40


def of(text: str) -> str:
    """``"en"`` when common English words are as frequent as English has them, else ``"other"``."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    if sum(word[0] > _LATIN_ENDS for word in words) > len(words) / 2:
        return "other"
    english = sum(word in _COMMON for word in words)
    elsewhere = sum(word in _ELSEWHERE for word in words)
    if len(words) < _FEW:
        return "en" if english >= elsewhere else "other"
    enough = (0.04 if len(words) < _SHORT else 0.15) * len(words)
    return "en" if english >= enough and english > elsewhere else "other"
