"""The claims found in the article beside the repository, against its list. Skips without it.

A claim of the list is tied by hand to its place: the number of its paragraph and a word or two that
stand there. The claim that we found is the shortest one around those words.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from curriculum.reading import claims, read_text
from curriculum.reading.claims import FoundClaim
from curriculum.reading.types import BlockKind, Span, Voice

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "document"
pytestmark = pytest.mark.skipif(
    not (FOLDER / "claims.json").exists(), reason="needs ../shared/document, which is not here"
)

PLACES = """
C01 1 one of the; C02 1 orchestrated; C03 1 primary goals; C04 1 aimed at; C05 2 denied;
C06 2 phony; C07 2 sympathy; C08 2 praised by; C09 3 extensive; C10 3 no single; C11 3 former head;
C12 3 stems from; C13 3 Putin because; C14 3 six weeks; C15 4 solidified; C16 4 frequently;
C17 4 accused; C18 4 overwhelming; C19 4 repeatedly; C20 4 long sought; C21 5 significant;
C22 5 stopped; C23 5 hampering; C24 5 slashed; C25 5 sphere; C26 5 viewed; C27 5 cheered;
C28 6 negotiating; C29 6 one-sided; C30 6 appeared; C31 6 criticized; C32 7 has written;
C33 7 dreamed; C34 7 amount to; C35 8 who led; C36 8 concerns; C37 8 meticulous; C38 8 subjected;
C39 8 of bias; C40 8 no fault; C41 9 disinformation; C42 9 primary; C43 10 only served;
C44 10 legitimized; C45 10 exploited; C46 10 disparage; C47 10 admired; C48 10 push back;
C49 11 profound; C50 11 emboldened; C51 11 eroded; C52 11 exploited; C53 12 profound;
C54 12 proxy; C55 12 clear case; C56 12 praising; C57 13 represents; C58 13 may never;
C59 13 already
"""


@cache
def listed() -> dict[str, dict[str, str]]:
    """The list: id → what it says of the claim."""
    rows = json.loads((FOLDER / "claims.json").read_text(encoding="utf-8"))
    return {row["id"]: row for row in rows}


@cache
def met() -> dict[str, FoundClaim]:
    """The claim that we find at the place of each claim of the list."""
    (path,) = FOLDER.glob("*.txt")
    reading = read_text(path.read_text(encoding="utf-8"))
    paragraphs = [block for block in reading.blocks if block.kind is BlockKind.PARAGRAPH]
    found = claims.find(reading)
    pairs = {}
    for entry in " ".join(PLACES.split()).split("; "):
        name, paragraph, words = entry.split(" ", 2)
        block = paragraphs[int(paragraph) - 1]
        at = reading.text.index(words, block.start, block.end)
        pairs[name] = _around(Span(at, at + len(words)), found)
    return pairs


def _around(place: Span, found: tuple[FoundClaim, ...]) -> FoundClaim:
    holding = [c for c in found if Span(c.start, c.end).contains(place)]
    return min(holding, key=lambda claim: claim.end - claim.start)


def test_every_claim_of_the_list_has_its_place() -> None:
    assert met().keys() == listed().keys()


def _same_voice(name: str) -> bool:
    row, claim = listed()[name], met()[name]
    if row["voice"] != claim.voice:
        return False
    who = re.sub(r"\(.*?\)|article voice|unnamed.*|\W*critics\W*", "", row["said_by"]).split()
    return claim.voice in (Voice.ARTICLE, Voice.UNNAMED) or who[-1] in claim.speaker


def test_voice_and_speaker_of_nine_claims_in_ten_agree() -> None:
    apart = [name for name in listed() if not _same_voice(name)]
    assert len(apart) <= 5, f"voice or speaker differ at {apart}"


def test_the_type_of_three_claims_in_four_agrees() -> None:
    apart = [name for name, row in listed().items() if met()[name].type != row["type"]]
    assert len(apart) <= 14, f"the type differs at {apart}"


def test_no_bare_noun_is_a_claim() -> None:
    assert all(claim.end - claim.start > 20 for claim in met().values())
