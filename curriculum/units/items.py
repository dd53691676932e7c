"""Question files: a list of items, each read into a draft with what only the file knows of it."""

from __future__ import annotations

from typing import Any

from curriculum.units import places
from curriculum.units.fields import Fields
from curriculum.units.values import Favours, Finds, Item, Mistake
from curriculum.writing.types import Anchor, ChoiceDraft, QuestionDraft

_FIELDS = (
    "id", "family", "practice", "stem", "choices", "explanation", "anchors", "ordinal",
    "difficulty", "finds", "favours", "sources", "review_by",
)  # fmt: skip


def read(
    plain: Any, *, skill: str, file: str, text: str, mistakes: list[Mistake]
) -> tuple[Item, ...]:
    """The items of a file about ``text``. One that has a mistake is read as far as it goes."""
    if plain is None:
        return ()
    if not isinstance(plain, list):
        mistakes.append(Mistake(file, "The file should be a list, with “- id: …” for each item."))
        return ()
    return tuple(
        _item(each, number, skill=skill, file=file, text=text, mistakes=mistakes)
        for number, each in enumerate(plain, start=1)
    )


def _item(
    plain: Any, number: int, *, skill: str, file: str, text: str, mistakes: list[Mistake]
) -> Item:
    fields = Fields(plain, file=file, mistakes=mistakes, item=f"item {number}")
    id_ = fields.words("id")
    fields.about(id_ or f"item {number}")
    fields.only(*_FIELDS)
    return Item(
        id=id_ or f"item {number}",
        question=_question(fields, skill=skill, text=text),
        practice=fields.flag("practice"),
        finds=Finds(fields.one_of("finds", Finds)),
        favours=Favours(fields.one_of("favours", Favours)),
        sources=tuple(str(each) for each in fields.many("sources", needed=False)),
        review_by=fields.day("review_by", needed=False),
    )


def _question(fields: Fields, *, skill: str, text: str) -> QuestionDraft:
    return QuestionDraft(
        family=fields.words("family"),
        skill=skill,
        stem=" ".join(fields.words("stem").split()),
        choices=tuple(
            _choice(fields.part(each, f"choice {number}"))
            for number, each in enumerate(fields.many("choices"), start=1)
        ),
        explanation=fields.words("explanation"),
        anchors=_anchors(fields, text),
        ordinal=fields.flag("ordinal"),
        difficulty=fields.number("difficulty", 0.0),
    )


def _choice(fields: Fields) -> ChoiceDraft:
    fields.only("text", "key", "why", "confusion")
    key = fields.flag("key")
    if key and fields.words("confusion", needed=False):
        fields.wrong("The key has a confusion. Take it away: nobody is misled by the right answer.")
    return ChoiceDraft(
        text=" ".join(fields.words("text").split()),
        key=key,
        rationale=fields.words("why"),
        confusion="" if key else fields.words("confusion"),
    )


def _anchors(fields: Fields, text: str) -> tuple[Anchor, ...]:
    found = []
    for number, each in enumerate(fields.many("anchors"), start=1):
        part = fields.part(each, f"anchor {number}")
        part.only("exact", "prefix")
        exact = part.words("exact")
        place = places.find(text, exact, part.words("prefix", needed=False)) if exact else ""
        if isinstance(place, Anchor):
            found.append(place)
        elif place:
            part.wrong(place)
    return tuple(found)
