"""Support: the words of a sentence that offer something to check it by."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = (
    ("a reason", re.compile(r"\b(?:because|since it|therefore|which is why|as a result)\b", re.I)),
    ("an example", re.compile(r"\bfor (?:example|instance)\b", re.I)),
    (
        "a record or a study",
        re.compile(
            r"\b(?:according to|stud(?:y|ies)|surveys?|reports?|records?|data|figures|documents?|"
            r"findings?|found that|measured|counted|weighed|tests?|trials?|assessments?)\b",
            re.I,
        ),
    ),
    ("a number", re.compile(r"\b\d[\d,.]{0,20}\s?(?:%|percent|per cent|[a-z]+)|\b\d+\s*%", re.I)),
    ("a date", re.compile(r"\b(?:1[5-9]|20)\d\d\b")),
)
_QUOTED: Final = re.compile(r"[“\"][^”\"]{12,400}[”\"]")


def offered(words: str) -> tuple[str, ...]:
    """What the words offer as support, named for a teacher; nothing when they only assert."""
    return tuple(name for name, _ in signs(words))


def signs(words: str) -> tuple[tuple[str, str], ...]:
    """What the words offer as support, each with the words that offer it."""
    found = [(name, sign.group()) for name, rule in _SIGNS if (sign := rule.search(words))]
    if [name for name, _ in found] == ["a number", "a date"]:  # the year alone is both
        found = found[1:]
    quoted = _QUOTED.search(words)
    return (*found, *((("a quotation", quoted.group()),) if quoted else ()))
