"""The flagship unit against the article that it quotes, which is beside the repository or absent.

Every anchor finds its place in the article, in the paragraph that it has in the excerpts, and what
we print of the article is little enough to be quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from django.contrib.auth.models import User

from curriculum import bringing, importing, loading, publishing, units
from curriculum.models import Edition, Source, Unit
from curriculum.passages import numbered
from curriculum.reading import read_text
from curriculum.reading.types import Block, Document, Reading, Span
from curriculum.skills import SKILLS
from curriculum.units import BundledUnit
from curriculum.writing import anchors, lint
from curriculum.writing.planning import key_of
from curriculum.writing.types import Anchor, Severity
from tests.evaluation.test_article import FOLDER

pytestmark = pytest.mark.skipif(
    not FOLDER.exists(), reason="needs ../shared/document, which is not here"
)
LONGEST = 25  # words of the article in one piece
MOST = 0.35  # of the article's words


@cache
def article() -> Reading:
    """The article as we read it."""
    (path,) = FOLDER.glob("*.txt")
    return read_text(path.read_text(encoding="utf-8"))


@cache
def flagship() -> BundledUnit:
    """The unit as its files tell it."""
    unit = units.parse(units.FOLDER / "two-leaders").unit
    assert unit
    return unit


def everywhere() -> Iterator[tuple[str, Anchor]]:
    """Every anchor of the unit, and whose it is."""
    for item in flagship().items:
        yield from ((item.id, anchor) for anchor in item.question.anchors)
    for lesson in flagship().lessons:
        yield from ((lesson.name, anchor) for step in lesson.steps for anchor in step.anchors)


def paragraph(blocks: tuple[Block, ...], place: Span | Anchor) -> int:
    """The number of the paragraph in which words stand; 0 for a heading or the foot of a page."""
    return next(n for block, n in numbered(blocks) if block.start <= place.start < block.end)


def test_every_anchor_has_its_place_in_the_article() -> None:
    lost = [
        f"{whose}: {anchor.exact}"
        for whose, anchor in everywhere()
        if anchors.resolve(anchor, article().text) is None
    ]
    assert not lost


def test_every_place_is_in_the_paragraph_that_the_excerpts_say() -> None:
    last = max(number for _, number in numbered(article().blocks))
    apart = []
    for whose, anchor in everywhere():
        place = anchors.resolve(anchor, article().text)
        told = paragraph(flagship().document.blocks, anchor)
        wanted = told if told <= last else 0  # the excerpts tell of the page's foot at their end
        if place and paragraph(article().blocks, place) != wanted:
            apart.append(f"{whose}: {anchor.exact} ({told})")
    assert not apart


def test_lint_lets_every_question_pass_on_the_article_too() -> None:
    blocked = [
        f"{item.id}: {finding.message}"
        for item in flagship().items
        for finding in lint.item(item.question, text=article().text)
        if finding.severity is Severity.ERROR
    ]
    assert not blocked


def words(text: str) -> list[str]:
    """The words alone, so that marks and capitals hide nothing."""
    return re.findall(r"[^\W_]+", text.lower())


def test_no_file_of_ours_has_a_long_piece_of_the_article() -> None:
    whole = words(article().text)
    pieces = {tuple(whole[at : at + LONGEST + 1]) for at in range(len(whole) - LONGEST)}
    for path in sorted(units.FOLDER.rglob("*.*")):
        if path.suffix in (".md", ".yaml"):
            ours = words(path.read_text(encoding="utf-8"))
            for at in range(len(ours) - LONGEST):
                assert tuple(ours[at : at + LONGEST + 1]) not in pieces, path.name


def test_the_excerpts_quote_little_of_the_article() -> None:
    quoted = re.findall(r"“([^”]+)”", flagship().document.text)
    count = sum(len(words(each)) for each in quoted)
    assert count <= MOST * len(words(article().text))


def test_it_has_the_size_that_was_planned() -> None:
    """Six items to a skill, those to practise on among them, and a block of twenty and twenty."""
    *taught, block = flagship().lessons
    assert [len(lesson.items) for lesson in taught] == [6] * 12
    assert {lesson.skill for lesson in taught} == set(SKILLS)
    asked = [item.question for item in block.items if not item.practice]
    assert {question.family for question in asked} == {"traceable"}
    assert (len(asked), sum(key_of(each).startswith("Yes") for each in asked)) == (40, 20)


@pytest.mark.django_db
def test_a_teacher_with_the_article_gets_the_unit_on_it(tess: User, oscar: User) -> None:
    loading.load(flagship(), owner=tess)
    bundled = Unit.objects.get(bundle="two-leaders")
    assert isinstance(publishing.publish(unit=bundled, by=tess), Edition)
    Unit.objects.update(visibility=Unit.Visibility.PUBLIC)
    document = importing.document_of_words(article().text)
    assert isinstance(document, Document)
    source = importing.bring(document=document, origin=Source.Origin.PASTED, by=oscar)
    assert bringing.quoting(source) == bundled
    made, new = bringing.on_whole_text(source=source, quoting=bundled, by=oscar)
    assert (new, made.lost) == (True, ())
    edition = publishing.publish(unit=made.unit, by=oscar)
    assert isinstance(edition, Edition), edition
    assert edition.asked.count() == len(flagship().quiz)
