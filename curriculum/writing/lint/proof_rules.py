"""The rules for what proves the key, and for what a learner reads after the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.skills import SKILLS
from curriculum.writing import anchors
from curriculum.writing.confusions import CONFUSIONS
from curriculum.writing.families import FAMILIES
from curriculum.writing.lint import words
from curriculum.writing.lint.rules import OWN_FAMILY, Rule, error, numbered, warning
from curriculum.writing.types import Finding, QuestionDraft

LONGEST_QUOTATION = 16  # words

_PARAGRAPH = re.compile(r"\bparagraphs? \d+\b|\bthe page\b|\bheadline\b", re.I)
_CHECK = re.compile(r"\bto check\b", re.I)


def _quotations(question: QuestionDraft, text: str) -> Iterator[Finding]:
    parts = [("stem", question.stem), ("explanation", question.explanation)]
    parts += [(where, choice.text) for where, choice in numbered(question)]
    for where, part in parts:
        for quotation in words.quotations(part):
            if where == "stem" and len(quotation.split()) > LONGEST_QUOTATION:
                yield warning(
                    "quotation-long",
                    where,
                    "The quotation is long. Keep the words that matter.",
                )
            if not words.stands_in(quotation, text) and not _offered(question, quotation):
                yield error(
                    "quotation-wrong",
                    where,
                    f"“{quotation}” is not in the text as quoted. Copy the words exactly.",
                )


def _offered(question: QuestionDraft, quotation: str) -> bool:
    """Whether the stem offers the words as a change to make: "put “always” in its place"."""
    shown = re.escape(f"“{quotation}”")
    return re.search(rf"(?:became|put) {shown}", question.stem) is not None


def _confusions(question: QuestionDraft, text: str) -> Iterator[Finding]:
    for where, choice in numbered(question):
        if not choice.key and choice.confusion not in CONFUSIONS:
            yield error(
                "confusion-unknown",
                where,
                "Say which confusion would make a learner choose this.",
            )
        if not choice.rationale.strip():
            yield error(
                "rationale-missing", where, "Say in a sentence why this option is right or wrong."
            )


def _explanation(question: QuestionDraft, text: str) -> Iterator[Finding]:
    """It leads back to the text, and out of it by one door."""
    if not _PARAGRAPH.search(question.explanation):
        yield error(
            "explanation-no-place",
            "explanation",
            "Say where to look, for example “paragraph 3”.",
        )
    checks = len(_CHECK.findall(question.explanation))
    if checks == 0:
        yield warning(
            "explanation-no-check",
            "explanation",
            "Name one way to check, for example “To check: …”.",
        )
    if checks > 1:
        yield warning(
            "explanation-checks",
            "explanation",
            f"It names {checks} ways to check. Keep the best one: a learner can do one thing next.",
        )


def _anchored(question: QuestionDraft, text: str) -> Iterator[Finding]:
    if not question.anchors:
        yield error(
            "anchor-missing", "anchors", "Choose the words in the text that prove the answer."
        )
    for number, anchor in enumerate(question.anchors, start=1):
        if not anchors.stands(anchor, text):
            yield error(
                "anchor-lost",
                f"anchor {number}",
                "These words are not in the text. Choose the words that prove the answer again.",
            )


def _known(question: QuestionDraft, text: str) -> Iterator[Finding]:
    if question.skill not in SKILLS:
        yield error("skill-unknown", "skill", "Choose one of the twelve skills.")
    if question.family not in FAMILIES and question.family != OWN_FAMILY:
        yield error("family-unknown", "family", "Choose what kind of question it is.")


RULES: tuple[Rule, ...] = (_quotations, _confusions, _explanation, _anchored, _known)
