"""Which language a text is in: English, or something else that we say we cannot read yet."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    "the of and to in a is that for it was on with as are be at by this from have has had not but"
    " they his her their or an which were been will would said who he she we you i its".split()
)


def of(text: str) -> str:
    """``"en"`` when common English words are as frequent as English has them, else ``"other"``."""
    words = [word.group().lower() for word in _WORD.finditer(text[:20_000])]
    if len(words) < 8:
        return "en" if text.isascii() else "other"
    return "en" if sum(word in _COMMON for word in words) / len(words) >= 0.15 else "other"
