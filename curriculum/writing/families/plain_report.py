"""Plain reporting: the learner swaps a reporting word that hints for one that only reports.

Why the distractors are wrong: the words come from a fixed table. "Claimed" hints that it may be
false, "admitted" at a fault, "revealed" that it is so, "insisted" that it is doubted. "Said" hints
at nothing. The statement stands beside a source that surely makes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum.reading.types import Reading
from curriculum.writing import material, pointing, quoting
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.material import Said
from curriculum.writing.quoting import Quote
from curriculum.writing.types import QuestionDraft

ID = "plain-report"
NAME = "Plain reporting"
SKILL = "load"

_STEMS = (
    "Paragraph {paragraph} passes on {quote} with the word “{word}”. Which word would do so "
    "without a hint?",
    "The text has “{word}” beside {quote}. Which word would report it and hint at nothing?",
    "Put another word in the place of “{word}” beside {quote}. Which one lets readers make up "
    "their own minds?",
)
_POINTED = (
    "Find the sentence in paragraph {paragraph} that begins {quote}. Which word could stand in the "
    "place of “{word}” and hint at nothing?",
    "The sentence in paragraph {paragraph} that begins {quote} has the word “{word}”. Which word "
    "would only report?",
)
# What each reporting word hints at, by its base.
_HINTS = {
    "claim": "that it may be false",
    "admit": "that there is something to hide",
    "reveal": "that it is so, and was kept secret",
    "insist": "that others have good reason to doubt it",
    "boast": "that the speaker is too proud",
    "complain": "that the speaker makes too much of it",
    "concede": "that the speaker gave in",
    "allege": "that it may be false",
    "point out": "that it is so, and others overlooked it",
}
_FORMS = {
    "claim": ("claimed", "claims"), "admit": ("admitted", "admits"),
    "reveal": ("revealed", "reveals"), "insist": ("insisted", "insists"),
    "boast": ("boasted", "boasts"), "complain": ("complained", "complains"),
    "concede": ("conceded", "concedes"), "allege": ("alleged", "alleges"),
    "point out": ("pointed out", "points out"),
}  # fmt: skip
_KEY = ("said", "says")
_OFFERED = ("admit", "claim", "reveal", "insist", "boast")


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each statement that is passed on with a word that hints."""
    for one in material.said(reading):
        cue = quoting.on_one_line(one.attribution.cue[0].of(reading.text)).lower()
        known = next(((base, f.index(cue)) for base, f in _FORMS.items() if cue in f), None)
        quote = quoting.quote(reading.text, one.words) if known else None
        if known and quote is None:
            pointer = pointing.to_one(reading, one)
            quote = pointer if pointer and pointing.once_in(pointer, cue) else None
        if known and quote and quoting.says_something(quote):
            yield _item(reading, one, quote, *known)


def _item(reading: Reading, one: Said, quote: Quote, base: str, form: int) -> QuestionDraft:
    word = _FORMS[base][form]
    offered = tuple(other for other in _OFFERED if _HINTS[other] != _HINTS[base] and other != base)
    first = material.pick(offered, quote.words)
    second = material.pick(tuple(o for o in offered if o != first), quote.words[::-1])
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(
            pointing.stems(quote, _STEMS, _POINTED),
            quote.words,
            quote=quote,
            word=word,
            paragraph=one.paragraph,
        ),
        key=Option(_KEY[form], "It tells that the words were spoken, and hints at nothing more."),
        distractors=[
            Option(
                _FORMS[other][form],
                f"“{_FORMS[other][form]}” hints {_HINTS[other]}.",
                "loud-for-loud",
            )
            for other in (first, second)
        ],
        explanation=explanation(
            one.paragraph,
            f"The word “{word}” hints {_HINTS[base]}.",
            "read the statement with “said”, and look for what supports it.",
        ),
        proof=(one.attribution.cue[0], quote.span),
        score=0.7,
        difficulty=0.2,
    )
