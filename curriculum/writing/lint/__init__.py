"""Lint: what is wrong with an item or a set of items, where, and how to mend it.

Errors block publication, warnings do not. ``item`` looks at one question beside its text, ``bank``
at a whole set, ``swap`` at what happens to drafted items when the people in the text are others,
``swap_in_place`` at the same for items that nothing drafts again, ``direction`` and ``finding`` at
whom a set's corrections favour and what they find, and ``overdue`` and ``undated`` at the
calendar. The rules are sections 3 and 5 of our pedagogy notes: Haladyna's guidelines, and our own
on anchors, confusions and fairness.
"""

from __future__ import annotations

from curriculum.writing.lint.bank_rules import bank
from curriculum.writing.lint.calendar import overdue, undated
from curriculum.writing.lint.fairness import Balance, direction, finding
from curriculum.writing.lint.item_rules import item
from curriculum.writing.lint.replacing import swap_in_place
from curriculum.writing.lint.rules import OWN_FAMILY
from curriculum.writing.lint.swapping import swap
from curriculum.writing.types import Finding, Severity

__all__ = [
    "OWN_FAMILY",
    "Balance",
    "bank",
    "blocks",
    "direction",
    "finding",
    "item",
    "overdue",
    "swap",
    "swap_in_place",
    "undated",
]


def blocks(findings: tuple[Finding, ...]) -> bool:
    """Whether any finding stands in the way of publication."""
    return any(finding.severity is Severity.ERROR for finding in findings)
