"""Everything that can be wrong with one question: the rules of its parts, the gravest first."""

from __future__ import annotations

from curriculum.writing.lint import form_rules, proof_rules, stem_rules, voice_rules
from curriculum.writing.types import Finding, QuestionDraft, Severity

_RULES = (*stem_rules.RULES, *form_rules.RULES, *proof_rules.RULES, *voice_rules.RULES)


def item(question: QuestionDraft, *, text: str) -> tuple[Finding, ...]:
    """Everything that is wrong with a question about ``text``, the gravest first."""
    found = [finding for rule in _RULES for finding in rule(question, text)]
    return tuple(sorted(found, key=lambda finding: finding.severity is Severity.WARNING))
