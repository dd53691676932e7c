"""A web page to a Document: trafilatura finds the article, the rest is kept as furniture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from curriculum.reading import furniture
from curriculum.reading.layout import Piece, assemble, squeezed
from curriculum.reading.problems import problem
from curriculum.reading.types import BlockKind, Document, Metadata, Problem

MAX_ASIDE: Final = 40  # pieces of furniture kept on each side of the article
_LONGEST_ASIDE: Final = 200  # characters
_UNSEEN: Final = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "head", "select", "option")
)
_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "button", "dd", "details", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5"}
    | {"h6", "header", "html", "label", "legend", "li", "main", "nav", "ol", "p", "section"}
    | {"summary", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)
_RUNS: Final = frozenset(  # trafilatura's block elements
    ("head", "p", "quote", "list", "item", "lb", "code", "table", "row", "cell")
)
_PLACES: Final = {
    "nav": "Part of the site’s menu, not of the article.",
    "footer": "Stands at the foot of the page, outside the article.",
    "header": "Stands at the head of the page, outside the article.",
    "aside": "Stands beside the article, not in it.",
    "form": "Part of a form on the page, not of the article.",
    "button": "A button on the page, not part of the article.",
    "figcaption": "The caption of a picture that did not come along with the text.",
}
_ELSEWHERE: Final = "Stands on the page outside the article."


def extract(page: str, *, url: str = "") -> Document | Problem:
    """The article of a page, with what stands around it set apart."""
    from trafilatura import bare_extraction, load_html

    tree = load_html(page)
    if tree is None:
        return problem("unreadable-page")
    around = list(_around(tree))
    found: Any = bare_extraction(
        tree,
        url=url or None,
        include_comments=False,
        include_tables=False,
        fast=True,  # its fall-backs to other extractors cost precision: .957 against .963
        with_metadata=True,
    )
    body = list(_body(found.body)) if found is not None else []
    if not body:
        return problem("unreadable-page")
    before, after = _asides(around, body)
    return assemble([*before, *body, *after], form="html", metadata=_metadata(found, url))


def _metadata(found: Any, url: str) -> Metadata:
    return Metadata(
        title=found.title or "",
        author=found.author or "",
        published=found.date or "",
        publisher=found.sitename or "",
        url=found.url or url,
    )


def _body(element: Any) -> Iterator[Piece]:
    """The headings and paragraphs of the article; lines in it that are furniture, as furniture."""
    for tag, words in _runs(element, "p"):
        rule = furniture.match(words, edge=False)
        kind = BlockKind.HEADING if tag == "head" else BlockKind.PARAGRAPH
        yield Piece(words, BlockKind.FURNITURE, rule.why) if rule else Piece(words, kind)


def _runs(element: Any, tag: str) -> Iterator[tuple[str, str]]:
    """The runs of words between one block element and the next, with the block they stand in."""
    words = [element.text or ""]
    for child in element:
        if child.tag in _RUNS:
            yield from _flushed(tag, words)
            words = []
            yield from _runs(child, child.tag)
        else:
            words.append("".join(child.itertext()))
        words.append(child.tail or "")
    yield from _flushed(tag, words)


def _flushed(tag: str, words: list[str]) -> Iterator[tuple[str, str]]:
    run = squeezed("".join(words))
    if run:
        yield tag, run


def _around(tree: Any) -> Iterator[Piece]:
    """Every innermost block of the page with words in it, in page order, as furniture."""
    for element in tree.iter():
        if element.tag not in _BLOCKS or any(child.tag in _BLOCKS for child in element):
            continue
        above = [element.tag, *(parent.tag for parent in element.iterancestors())]
        if _UNSEEN.isdisjoint(above):
            words = squeezed("".join(element.itertext()))
            rule = furniture.match(words, edge=True)
            place = next((_PLACES[tag] for tag in above if tag in _PLACES), _ELSEWHERE)
            yield Piece(words, BlockKind.FURNITURE, rule.why if rule else place)


def _asides(around: list[Piece], body: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """What stands before and after the article: each once, short, and not too many."""
    inside = " ".join(piece.text for piece in body)
    starts = [at for at, piece in enumerate(around) if piece.text[:60] == body[0].text[:60]]
    first = starts[0] if starts else 0
    seen: set[str] = set()
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for at, piece in enumerate(around):
        if 0 < len(piece.text) <= _LONGEST_ASIDE and piece.text not in seen:
            seen.add(piece.text)
            if piece.text not in inside:
                _add(sides[at >= first], piece)
    return sides


def _add(side: list[Piece], piece: Piece) -> None:
    """One more piece on this side: menu entries go on one line together."""
    last = side[-1] if side else None
    if last and last.why == piece.why and len(last.text) + len(piece.text) < _LONGEST_ASIDE:
        side[-1] = Piece(f"{last.text} · {piece.text}", last.kind, last.why)
    elif len(side) < MAX_ASIDE:
        side.append(piece)
