"""Loaded word and neutral rewrite: the learner keeps the fact and leaves the judging out.

Why the distractors are wrong: both are made from the key by one known change. The first puts in
another loaded word of the same meaning, so it still judges. The second adds a word of doubt that
the text does not have, so it changes the claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum.reading.types import Mark, MarkKind, Reading, Sentence, Span
from curriculum.writing import cutting, material, quoting, rewriting
from curriculum.writing.families import judging_word
from curriculum.writing.items import Option, explanation, question, ways
from curriculum.writing.rewriting import Swap
from curriculum.writing.types import QuestionDraft

ID = "loaded-word"
NAME = "Loaded word and neutral rewrite"
SKILL = "load"

# "Enormous importance" has no plain twin: one does not say "large importance".
_ABSTRACT = re.compile(r"\b(?:importance|significance|relief|success|failure|mistake|fan)\b")
# Words that also name the thing or its reach without judging it.
_OFTEN_PLAIN = re.compile(
    r"(?:sweeping|flood\w*|swamp\w*|storm\w*|dump\w*|brand\w*|rescu\w+|clash\w*|regimes?|balloon\w*|"
    r"erod\w+|dismantl\w+|fiery|champion\w*|surg\w+|schemes?|cheer\w*|giveaways?|massive|profound|brutal)"
)
# "Plunged into politics", "huge and lasting", and a grave thing that the word only measures.
_PLAIN_AFTER = re.compile(
    r" (?:into|through|and|or|but)\b|,? [a-z]+,? and\b|[^.,;:]{0,20}\b(?:flood|storm|hurricane|"
    r"(?:earth)?quake|(?:wild)?fire|tsunami|typhoon|drought|blast|explosion|injur)"
)
_MOST_WORDS = 6
_STEMS = (
    "Which wording keeps the fact in {quote} and leaves the judging out?",
    "How could {quote} be put so that people on every side would accept the wording?",
    "Which version of {quote} reports the same thing in plain words?",
    "You want to pass on {quote} without judging. How would you put it?",
)


def propose(reading: Reading) -> Iterator[QuestionDraft]:
    """One item for each loaded word that has a plain wording and a loaded twin."""
    numbers = material.paragraphs(reading)
    for sentence in material.own(reading):
        if any(mark.kind is MarkKind.HEDGE for mark in sentence.hedges):
            continue
        for mark in sentence.loaded:
            item = _item(reading, sentence, mark, numbers[sentence.block])
            if item:
                yield item


def _item(reading: Reading, sentence: Sentence, mark: Mark, paragraph: int) -> QuestionDraft | None:
    word = mark.span.of(reading.text)
    swap = rewriting.swap(word)
    phrase = _phrase(reading.text, sentence, mark, swap) if swap else None
    if swap is None or phrase is None or _ABSTRACT.search(phrase.of(reading.text)):
        return None
    if _OFTEN_PLAIN.fullmatch(word.lower()):
        return None
    if _PLAIN_AFTER.match(reading.text, mark.end):
        return None
    if re.match(r" ?[£$€\d]", reading.text[mark.end :]):
        return None  # "a whopping £90": a plain word for the size adds nothing to the figure
    words, doubt = quoting.on_one_line(phrase.of(reading.text)), rewriting.doubt(word, swap)
    rest = words[len(word) :]
    return question(
        reading,
        family=ID,
        skill=SKILL,
        stems=ways(_STEMS, words, quote=f"“{words}”"),
        key=Option(
            material.capital(swap.plain + rest),
            f"It reports the same thing, without “{word}”, which {judging_word.reason(mark)}.",
        ),
        distractors=(
            Option(
                material.capital(swap.twin + rest),
                f"The word “{swap.twin}” judges just as “{word}” does.",
                "loud-for-loud",
            ),
            Option(
                material.capital(f"{doubt} {swap.plain}{rest}"),
                f"The word “{doubt}” brings in a doubt that the text does not express.",
                "doubt-is-fair",
            ),
        ),
        explanation=explanation(
            paragraph,
            f"The word “{word}” {judging_word.reason(mark)}. A plainer word keeps the fact.",
            "ask whether people on different sides would both accept the wording.",
        ),
        proof=(phrase,),
        score=0.5 + 0.4 * mark.score,
    )


def _phrase(text: str, sentence: Sentence, mark: Mark, swap: Swap) -> Span | None:
    """The loaded word with the few words after it, up to the next joint of the sentence."""
    stop = next(
        (place for place in range(mark.end, sentence.end) if text[place] in ",;:()"), sentence.end
    )
    if swap.part == "n" and not re.match(
        r"(?: (?:of|over|about|between|in)\b|[.,;])", text[mark.end :]
    ):
        return None
    return _few_words(text, Span(mark.start, stop), mark)


def _few_words(text: str, span: Span, mark: Mark) -> Span | None:
    """As many words as fit, up to where the next phrase begins; one beside the mark at least."""
    whole = quoting.trimmed(text, span)
    if any(sign in whole.of(text) for sign in quoting.QUOTES):
        return None
    if len(whole.of(text).split()) <= _MOST_WORDS:
        return whole if whole.end > mark.end else None
    unit = cutting.parsed(text, whole)
    for at in range(min(_MOST_WORDS, len(unit) - 1), 1, -1):
        if unit.tags[at] in "PCTwtIY" and unit.tags[at - 1] in "nE" and unit.lows[at] != "of":
            return Span(whole.start, unit.ends[at - 1])
    return None
