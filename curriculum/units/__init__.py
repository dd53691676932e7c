"""The practice texts that come with Second Source: readable files, one folder each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class BundledText:
    """A text that we wrote for practice, and what its front matter says of it."""

    slug: str
    title: str
    date: str  # ISO
    kind: str  # in a teacher's words: "a local news report"
    as_of: str  # ISO: the day for which its statements hold
    licence: str
    note: str
    text: str  # Markdown


@cache
def bundled() -> tuple[BundledText, ...]:
    """Every bundled text, in the order of its folder's name."""
    return tuple(_load(path) for path in sorted(FOLDER.glob("*/text.md")))


def _load(path: Path) -> BundledText:
    _, matter, text = path.read_text(encoding="utf-8").split("---\n", 2)
    about = {key: str(value) for key, value in yaml.safe_load(matter).items()}
    return BundledText(slug=path.parent.name, text=text.lstrip("\n"), **about)
