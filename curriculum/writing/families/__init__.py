"""The question families: one module each, with the same small interface (``types.Family``)."""

from __future__ import annotations

from curriculum.writing.families import (
    best_check,
    claim_type,
    exact_words,
    goes_further,
    inference,
    judging_word,
    loaded_word,
    missing_voice,
    named_source,
    own_voice,
    provenance,
    set_against,
    standing,
    strength,
    support_offered,
    time_passed,
    traceable,
    who_says_it,
)
from curriculum.writing.types import Family

_ALL: tuple[Family, ...] = (
    who_says_it,
    own_voice,
    named_source,
    standing,
    claim_type,
    strength,
    loaded_word,
    judging_word,
    goes_further,
    exact_words,
    traceable,
    support_offered,
    inference,
    missing_voice,
    time_passed,
    provenance,
    best_check,
    set_against,
)

FAMILIES: dict[str, Family] = {family.ID: family for family in _ALL}
