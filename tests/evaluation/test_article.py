"""The article beside the repository is read as its claim list says. Skips where it is not there.

A claim of the list is a paraphrase, so it is tied to the sentence of its paragraph that shares
most of its words. One sentence may hold several claims: its type agrees with a claim when it is
the same, or when it is mixed and the list gives the sentence claims of more than one type.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from curriculum.reading import read_text
from curriculum.reading.types import BlockKind, ClaimType, Reading, Sentence

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "document"
pytestmark = pytest.mark.skipif(
    not (FOLDER / "claims.json").exists(), reason="needs ../shared/document, which is not here"
)
COMMON = frozenset(
    ["the", "and", "his", "her", "its", "that", "this", "with", "for", "was", "has", "have", "been"]
)
Claim = dict[str, Any]


@cache
def reading() -> Reading:
    """The article as we read it."""
    (path,) = FOLDER.glob("*.txt")
    return read_text(path.read_text(encoding="utf-8"))


@cache
def aligned() -> tuple[tuple[str, str, Sentence], ...]:
    """Each claim's id and type with the sentence that makes it."""
    found = reading()
    paragraphs = [n for n, b in enumerate(found.blocks) if b.kind is BlockKind.PARAGRAPH]
    claims: list[Claim] = json.loads((FOLDER / "claims.json").read_text(encoding="utf-8"))
    return tuple(
        (claim["id"], claim["type"], _closest(claim, paragraphs[claim["para"] - 1]))
        for claim in claims
    )


def _closest(claim: Claim, block: int) -> Sentence:
    text, wanted = reading().text, _stems(claim["paraphrase"])
    return max(
        (s for s in reading().sentences if s.block == block),
        key=lambda s: (
            len(wanted & _stems(s.span.of(text))) / (3 + len(_stems(s.span.of(text)))) ** 0.5
        ),
    )


def _stems(text: str) -> set[str]:
    return {w[:5] for w in re.findall(r"[a-z]{3,}", text.lower()) if w not in COMMON}


def test_the_type_of_three_claims_in_four_agrees() -> None:
    claims = aligned()
    kinds: dict[int, set[str]] = {}
    for _, kind, sentence in claims:
        kinds.setdefault(sentence.start, set()).add(kind)
    agree = [
        claim
        for claim, kind, sentence in claims
        if sentence.type == kind
        or (sentence.type is ClaimType.MIXED and len(kinds[sentence.start]) > 1)
    ]
    apart = sorted({claim for claim, _, _ in claims} - set(agree))
    assert len(agree) / len(claims) >= 0.75, f"the reading and the list part at {apart}"


def test_the_words_that_judge_are_marked() -> None:
    text = reading().text
    marked = {m.span.of(text).lower() for s in reading().sentences for m in s.loaded}
    for stem in ("blustery", "slash", "envy", "cheer", "phony", "erode", "dismantl", "profound"):
        assert any(word.startswith(stem) for word in marked), stem


def test_the_absolutes_are_marked() -> None:
    text = reading().text
    marked = [m.span.of(text).lower() for s in reading().sentences for m in s.hedges]
    assert marked.count("consistently") == 2
    assert {"overwhelming", "only served to"} <= set(marked)


def test_the_page_furniture_makes_no_claims() -> None:
    text = reading().text
    spoken = " ".join(s.span.of(text) for s in reading().sentences)
    assert "Exit mobile version" not in spoken
    assert "Fleet St" not in spoken
