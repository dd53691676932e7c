"""The rules for our own voice: the words around the quotations judge nobody and nothing.

The loaded words are those of the reader's own lexicon, so that we hold ourselves to what we teach.
Only words that judge almost anywhere count, and never those between quotation marks: they are the
text's. In a question on loaded words the options show such words on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from curriculum.reading import lexicon, wording
from curriculum.writing.lint import words
from curriculum.writing.lint.rules import Rule, error, numbered, own_voice, warning
from curriculum.writing.types import Finding, QuestionDraft

STRONG = 0.9  # a mark's score from which a word judges almost anywhere


def _loaded(question: QuestionDraft, text: str) -> Iterator[Finding]:
    parts = [("stem", question.stem), ("explanation", question.explanation)]
    parts += [(where, choice.rationale) for where, choice in numbered(question)]
    for where, part in parts:
        for word in judging(part):
            if not _shown(word, question, text):
                yield error(
                    "loaded-voice",
                    where,
                    f"“{word}” judges, and these are our own words. Put a plain word there, or "
                    "quote it if it stands in the text.",
                )


def _options(question: QuestionDraft, text: str) -> Iterator[Finding]:
    """An option may retell the text; a judging word that the text does not use is ours."""
    if question.skill == "load":
        return
    for where, choice in numbered(question):
        for word in judging(choice.text):
            if not words.stands_in(word, text):
                yield warning(
                    "loaded-option",
                    where,
                    f"“{word}” judges, and the text does not use it. Put a plain word there.",
                )


@lru_cache(maxsize=4096)
def judging(part: str) -> list[str]:
    """The words outside quotation marks that judge almost anywhere."""
    plain = own_voice(part)
    marks = wording.find(lexicon.tokens(plain, 0, len(plain)))
    return [mark.span.of(plain) for mark in marks if mark.score >= STRONG]


def _shown(word: str, question: QuestionDraft, text: str) -> bool:
    """Whether a question on loaded words names one that the text or an option shows."""
    if question.skill != "load":
        return False
    options = " ".join(choice.text for choice in question.choices)
    return words.stands_in(word, text) or words.plain(word) in words.plain(options)


RULES: tuple[Rule, ...] = (_loaded, _options)
