"""Small measures of wording that several rules share."""

from __future__ import annotations

import re
from functools import lru_cache

from curriculum.writing.material import content_words
from curriculum.writing.quoting import on_one_line

_QUOTED = re.compile(r"“([^”]+)”")
_FOLD = str.maketrans("“”‘’–—", "\"\"''--")


def quotations(words: str) -> list[str]:
    """What stands between quotation marks, without the mark of a cut."""
    return [found.rstrip("… ") for found in _QUOTED.findall(words)]


@lru_cache(maxsize=8192)
def plain(words: str) -> str:
    """The words on one line, in lower case, with straight marks: for comparing."""
    return on_one_line(words).translate(_FOLD).lower().strip()


def bare(words: str) -> str:
    """The same without the stop at the end."""
    return plain(words).rstrip(".!?")


def stands_in(words: str, text: str) -> bool:
    """Whether the words are in the text as they are; a first letter may have another case."""
    return plain(words) in _whole(text)


@lru_cache(maxsize=8)
def _whole(text: str) -> str:
    """A text made plain once for all its questions."""
    return plain(text)


@lru_cache(maxsize=4096)
def stems(words: str) -> frozenset[str]:
    """The meaning words, without the commonest endings, so that "cost" meets "costs"."""
    return frozenset(map(_stem, content_words(words)))


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
