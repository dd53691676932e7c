"""How hard words are to read, by a published formula."""

from __future__ import annotations

import re

AGE_11 = 6.0  # the highest grade on the Flesch-Kincaid scale: 11-year-olds read 5 to 6


def syllables(word: str) -> int:
    """Groups of vowels, without a silent e: near enough to compare texts."""
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith("le") and groups > 1
    return max(1, groups - silent)


def grade(text: str) -> float:
    """Flesch-Kincaid grade level (Kincaid et al. 1975)."""
    words = re.findall(r"[A-Za-z’]+", text)
    sentences = max(1, len(re.findall(r"[.!?:]+(?:\s|$)", text)))
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / sentences + 11.8 * per_word - 15.59
