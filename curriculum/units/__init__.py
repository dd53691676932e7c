"""The units that come with Second Source: readable files, one folder each. Pure.

``bundled`` gives the texts, ``folders`` the folders, and ``parse`` everything that a folder says.
docs/units.md tells authors what the files hold.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from curriculum.units.parsing import parse, text_in
from curriculum.units.values import BundledText, BundledUnit, Mistake, Parsed

__all__ = [
    "FOLDER",
    "BundledText",
    "BundledUnit",
    "Mistake",
    "Parsed",
    "bundled",
    "folders",
    "parse",
]

FOLDER = Path(__file__).parent


@cache
def bundled() -> tuple[BundledText, ...]:
    """Every text that is bundled whole, in the order of its folder's name."""
    found = (text_in(folder, []) for folder in folders())
    return tuple(text for text in found if text and not text.excerpts)


def folders() -> tuple[Path, ...]:
    """The folder of each unit, in the order of its name."""
    return tuple(
        path for path in sorted(FOLDER.iterdir()) if path.is_dir() and path.name != "__pycache__"
    )
