"""Blocks to sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.reading import blocks, sentences

# A bar marks where a sentence ends.
CASES = [
    "The tide rose. | The pier was wet.",
    "Is it late? | It is not! | Good.",
    "Dr. Ana Duarte met Mr. Ott. | They talked.",
    "The office of the U.S. Navy closed. | It reopened in the U.K. | Nobody noticed.",
    "She moved to the U.S. in 2019.",
    "He left at 6 p.m. | Ms. Ott stayed until 7 a.m. Monday.",
    "See No. 5 on p. 12. | It is short.",
    "Is it safe? No. | Nobody swims there.".replace("safe? No.", "safe? | No."),
    "It costs 3.50 or $4.75. | That is fair.",
    "Tomas E. Brandt and J. R. Ott signed.",
    "Vitamin C. | It helps.",
    "“Is it safe?” she asked. | “Yes.”",
    "“Is it safe?” Ana Duarte asked. | Nobody spoke.",
    "“It is safe.” | Ana Duarte smiled.",
    "He said, “Go home.” | They went.",
    "They left (it was late.) and slept.",
    "They left. | (It was late.) | They slept.",
    "He waited... and waited. | Then he left.",
    "He waited... | Then he left.",
    "It is, well … hard to say.",
    "The firm, Ott & Co., closed. | Brandt Inc. did not.",
    "They sell fish, rope, etc. | Prices vary.",
    "It opened on Jan. 5 and closed in Oct. | The crew rested.",
    "Write to ana.duarte@example.org. | She answers.",
    "Visit www.example.org today. | It is free.",
    "The tide rose.[1] | The pier was wet. [2] [3] | It dried.",
    "It was the end.The next day it rained.".replace(".The", ".|The"),
    "1. The tide rose. | 2. The pier was wet.",
    "a) rope | b) nets | c) bait",
    "Wait!! | What?! | Nothing.",
    "The St. Olav pier is old. | It is on Main St. | The lamp is new.",
    "潮水上涨。|码头湿了。",
]


def parts(text: str) -> list[str]:
    return [span.of(text) for span in sentences.within(text, 0, len(text))]


@pytest.mark.parametrize("marked", CASES)
def test_where_sentences_end(marked: str) -> None:
    text = marked.replace(" | ", " ").replace("|", "")
    assert parts(text) == [part.strip() for part in marked.split("|")]


def test_furniture_holds_no_sentences() -> None:
    text = "The tide rose. The pier was wet.\n\nShare."
    found = sentences.split(text, blocks.split(text))
    assert [(s.span.of(text), s.block) for s in found] == [
        ("The tide rose.", 0),
        ("The pier was wet.", 0),
    ]


def test_a_sentence_may_run_over_a_line() -> None:
    assert parts("The tide\nrose. The pier\nwas wet.") == ["The tide\nrose.", "The pier\nwas wet."]


@given(st.text(max_size=300) | st.text('aAbB .!?…\n"“”()[]1。-', max_size=300))
@settings(max_examples=200, deadline=None)
def test_sentences_nest_in_blocks_and_leave_nothing_out(text: str) -> None:
    found = blocks.split(text)
    ends = [block.start for block in found]
    for sentence in sentences.split(text, found):
        block = found[sentence.block]
        assert ends[sentence.block] <= sentence.start < sentence.end <= block.end
        assert not text[ends[sentence.block] : sentence.start].strip()
        ends[sentence.block] = sentence.end
    for block, end in zip(found, ends, strict=True):
        assert block.why or not text[end : block.end].strip()
