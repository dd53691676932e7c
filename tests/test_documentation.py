"""What the documents promise exists: commands, files, settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.test_architecture import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_documented_commands_exist(path: Path) -> None:
    text = path.read_text()
    made = set(re.findall(r"`make ([a-z][a-z-]*)", text))
    managed = set(re.findall(r"manage\.py ([a-z_]+)", text))
    assert made <= TARGETS
    assert managed <= set(get_commands())


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_linked_files_exist(path: Path) -> None:
    for link in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text()):
        assert (path.parent / link).exists(), link


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_named_files_exist(path: Path) -> None:
    folders = "|".join(folder.name for folder in ROOT.iterdir() if folder.is_dir())
    for name in re.findall(rf"`((?:{folders})/[\w./-]+)`", path.read_text()):
        assert (ROOT / name).exists() or name.startswith("var/"), name


def test_every_setting_is_documented() -> None:
    code = (ROOT / "config/settings.py").read_text() + (ROOT / "config/asgi.py").read_text()
    names = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', code))
    documented = (ROOT / "docs/operating.md").read_text()
    assert names
    assert not [name for name in names if f"`{name}`" not in documented]
