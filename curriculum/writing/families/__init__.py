"""The question families: one module each, with the same small interface (``types.Family``)."""

from __future__ import annotations

from curriculum.writing.families import (
    best_check,
    claim_type,
    exact_words,
    figure_limits,
    goes_further,
    how_far,
    inference,
    judging_word,
    left_out,
    loaded_word,
    missing_voice,
    named_source,
    own_voice,
    plain_report,
    provenance,
    quotation_marks,
    reporting_word,
    set_against,
    standing,
    strength,
    support_offered,
    time_passed,
    traceable,
    which_record,
    who_says_it,
)
from curriculum.writing.types import Family

_ALL: tuple[Family, ...] = (
    who_says_it,
    reporting_word,
    own_voice,
    named_source,
    standing,
    claim_type,
    strength,
    figure_limits,
    loaded_word,
    judging_word,
    plain_report,
    goes_further,
    exact_words,
    quotation_marks,
    traceable,
    support_offered,
    inference,
    how_far,
    missing_voice,
    left_out,
    time_passed,
    provenance,
    best_check,
    which_record,
    set_against,
)

FAMILIES: dict[str, Family] = {family.ID: family for family in _ALL}
