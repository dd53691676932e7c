"""Lint: what is wrong with an item or a set of items, where, and how to mend it.

Errors block publication, warnings do not. ``item`` looks at one question beside its text, ``bank``
at a whole set, and ``swap`` at what happens to an item when the people in the text have other
names. The rules are section 3 of our pedagogy notes: Haladyna's guidelines, and our own on
anchors, confusions and fairness.
"""

from __future__ import annotations

from curriculum.writing.lint.bank_rules import bank
from curriculum.writing.lint.item_rules import OWN_FAMILY, item
from curriculum.writing.lint.swapping import swap
from curriculum.writing.types import Finding, Severity

__all__ = ["OWN_FAMILY", "bank", "blocks", "item", "swap"]


def blocks(findings: tuple[Finding, ...]) -> bool:
    """Whether any finding stands in the way of publication."""
    return any(finding.severity is Severity.ERROR for finding in findings)
