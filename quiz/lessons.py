"""A lesson as a learner reads it: its steps as cards, and the words they light up in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from curriculum import passages
from curriculum.models import Source, Step
from curriculum.writing.types import Anchor
from quiz.quotations import Quotation, among
from quiz.quotations import quotations as quote


@dataclass(frozen=True, slots=True)
class Card:
    """One step: a label, a heading, Markdown, and the words of the text it speaks of."""

    kind: str
    label: str
    heading: str
    body: str
    quotations: list[Quotation]


@dataclass(frozen=True, slots=True)
class LessonPage:
    """The cards of a lesson, with the whole text beside them."""

    cards: list[Card]
    paragraphs: tuple[passages.Paragraph, ...]

    @property
    def shown(self) -> list[Card]:
        """What comes before practice: everything up to the example, or else to the idea."""
        return self.cards[: self._turn]

    @property
    def rest(self) -> list[Card]:
        """What comes after it."""
        return self.cards[self._turn :]

    @property
    def _turn(self) -> int:
        kinds = [card.kind for card in self.cards]
        known = [kind for kind in (Step.Kind.EXAMPLE, Step.Kind.IDEA) if kind in kinds]
        return len(kinds) - kinds[::-1].index(known[0]) if known else len(kinds)


def lay_out(lesson: Mapping[str, Any], *, source: Source) -> LessonPage:
    """The page of a lesson, from the edition's JSON."""
    anchored = [(step, _anchors(step)) for step in lesson["steps"]]
    lights = passages.resolve(source.text, [a for _, anchors in anchored for a in anchors])
    cards = [
        Card(
            kind=step["kind"],
            label=Step.Kind(step["kind"]).label,
            heading=step["heading"],
            body=step["body"],
            quotations=quote(source, among(lights, source.text, anchors)),
        )
        for step, anchors in anchored
    ]
    return LessonPage(cards, passages.paragraphs(source.text, source.blocks, lights))


def _anchors(step: Mapping[str, Any]) -> list[Anchor]:
    return [Anchor(**plain) for plain in step.get("anchors", [])]
