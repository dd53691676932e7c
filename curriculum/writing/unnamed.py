"""What stands without a name: sources that stay open, and sentences that no record is near."""

from __future__ import annotations

import re

from curriculum.reading.types import NameKind, Reading
from curriculum.writing.material import Said, as_written, paragraph_at, sentence_at
from curriculum.writing.quoting import on_one_line
from curriculum.writing.remembering import once

_SOMEBODY = re.compile(r"(?:an?|one|another|some|many|several|most|other|two|three)\b", re.I)
_POINTS_BACK = re.compile(r"(?:the|this|that|these|those|his|her|their|its|both)\b", re.I)
_RECORD = re.compile(
    r"\b(?:data|census|statistics|surveys?|polls?|polling|study|studies|figures|according|"
    r"comparisons?|analysis|analyses|investigation|research|estimates?|estimated|records|"
    r"documents|filings?|tally|count)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:papers|documents?|filings?|reports?|records?|lawsuit|complaint|affidavit|indictment|"
    r"transcript|memo|letter|study|survey|press release)\b",
    re.IGNORECASE,
)


def is_open(text: str, one: Said) -> bool:
    """Whether an unnamed source stays unnamed: "the nominee" points back at somebody known."""
    if not one.attribution.source:
        return False
    words = on_one_line(one.attribution.source[0].of(text))
    head = re.split(r",| who | that | in | from | at | of | with | close to ", words)[0]
    many = head.lower().endswith(("s", "people")) and "’s " not in head and "'s " not in head
    return bool(_SOMEBODY.match(words)) or (many and not _POINTS_BACK.match(words))


def stays_unnamed(reading: Reading, one: Said) -> bool:
    """Whether a source is open, no person named nearby could be the one, and no paper is named.

    What "prosecutors said in court papers" can be looked up, though nobody is named.
    """
    sentence = sentence_at(reading, one.words.start)
    paper = sentence and _PAPER.search(sentence.span.of(reading.text))
    return is_open(reading.text, one) and not paper and not _people_near(reading, one.paragraph)


def _people_near(reading: Reading, paragraph: int) -> bool:
    """Whether a person with a full name stands in the paragraph or in the next one."""
    return bool(_with_people(reading) & {paragraph, paragraph + 1})


@once
def _with_people(reading: Reading) -> frozenset[int]:
    named = (
        n for n in reading.names if n.kind is NameKind.PERSON and " " in as_written(reading, n)
    )
    return frozenset(paragraph_at(reading, name.start) for name in named)


def on_record(reading: Reading, block: int) -> bool:
    """Whether the paragraph speaks of a record, from which a bare sentence may be taken."""
    return block in _on_record(reading)


@once
def _on_record(reading: Reading) -> frozenset[int]:
    words = (block.span.of(reading.text) for block in reading.blocks)
    return frozenset(index for index, each in enumerate(words) if _RECORD.search(each))
