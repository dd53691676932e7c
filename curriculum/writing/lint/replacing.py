"""The swap test for an item that nothing drafts again: one that a person wrote.

People are replaced in the text and in every part of the item together. The replaced item must
still stand: its proof is found, its quotations are exact, its options differ. And no option may
lean on who somebody is: with every party and country called by one name, options that say the same
differ by nothing else, and a reason that names a party or a country is no reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from curriculum.reading.types import Reading
from curriculum.writing.lint import form_rules, proof_rules, words
from curriculum.writing.lint.identities import Others, others
from curriculum.writing.lint.rules import error, numbered
from curriculum.writing.remembering import once
from curriculum.writing.types import ChoiceDraft, Finding, QuestionDraft

_STANDS = {"anchor-lost", "quotation-wrong", "options-same", "options-nested"}
_REASON = r"\b(?:because|since|as|being|from|for)\b[^.;]{0,40}?\b(?:%s)\b"
_NAMELESS = "somebody"


def swap_in_place(question: QuestionDraft, reading: Reading) -> tuple[Finding, ...]:
    """What the swap test finds in an item that lint finds sound beside its own text."""
    who = others(reading)
    return in_place(question, who, _about_others(reading)) if who.words else ()


@once
def _about_others(reading: Reading) -> str:
    return others(reading).put(reading.text)


def in_place(question: QuestionDraft, who: Others, text: str) -> tuple[Finding, ...]:
    """The same, with the table and the replaced text at hand."""
    return tuple(_fallen(question, who, text)) or tuple(_leaning(question, who))


def _fallen(question: QuestionDraft, who: Others, text: str) -> Iterator[Finding]:
    other = replace(
        question,
        stem=who.put(question.stem),
        explanation=who.put(question.explanation),
        choices=tuple(_put(choice, who) for choice in question.choices),
        anchors=tuple(
            replace(anchor, exact=who.put(anchor.exact), prefix="", suffix="")
            for anchor in question.anchors
        ),
    )
    rules = (*form_rules.RULES, *proof_rules.RULES)
    for found in (found for rule in rules for found in rule(other, text)):
        if found.code in _STANDS:
            yield error(
                "swap-falls",
                found.where,
                "With other people in the text this no longer holds together. Quote the words just "
                "as they stand, and let the options differ by more than who somebody is.",
            )


def _put(choice: ChoiceDraft, who: Others) -> ChoiceDraft:
    return replace(choice, text=who.put(choice.text), rationale=who.put(choice.rationale))


def _leaning(question: QuestionDraft, who: Others) -> Iterator[Finding]:
    if not who.belonging:
        return
    names, reason = _patterns(who.belonging)
    yield from _only_apart_by(names, question)
    for where, choice in numbered(question):
        if reason.search(choice.text) or reason.search(choice.rationale):
            yield error(
                "swap-leans",
                where,
                "A party or a country is given as the reason. Say what the text does, and leave "
                "out whose side somebody is on.",
            )


@lru_cache(maxsize=8)
def _patterns(belonging: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A party or a country of a text by its name, and the same given as a reason."""
    names = "|".join(sorted(belonging, key=len, reverse=True))
    return re.compile(rf"\b(?:[Aa]n? )?(?:{names})\b"), re.compile(_REASON % names)


def _only_apart_by(names: re.Pattern[str], question: QuestionDraft) -> Iterator[Finding]:
    """Options that say the same of two parties or countries; a bare name is no such option."""
    seen: dict[str, int] = {}
    for number, choice in enumerate(question.choices, start=1):
        masked = words.bare(names.sub(_NAMELESS, choice.text))
        twin = seen.setdefault(masked, number)
        if twin != number and words.stems(masked.replace(_NAMELESS, "")):
            yield error(
                "swap-leans",
                f"choice {number}",
                f"Only a party or a country sets it apart from choice {twin}. Let the options "
                "differ by what the text does.",
            )
