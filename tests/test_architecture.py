"""The house keeps its shape: import contracts, and the size of functions and files."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WINGS = ("config", "curriculum", "quiz")


def sources(*folders: str) -> list[Path]:
    """The Python files under the folders, migrations aside."""
    return [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, nested ones included."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_import_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", sources(*WINGS), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_tells_one_story(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 350


def test_functions_are_short() -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in sources(*WINGS)
        for node in functions(path)
    )
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources(*WINGS)
        for node in functions(path)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > 50
    ]
    assert not long
    assert lengths[len(lengths) * 9 // 10] <= 25


@pytest.mark.parametrize("path", sources(*WINGS), ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_and_classes_say_what_they_are_for(path: Path) -> None:
    tree = ast.parse(path.read_text())
    if not tree.body:
        return
    assert ast.get_docstring(tree), "the module has no docstring"
    silent = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name != "Meta" and not ast.get_docstring(node)
    ]
    assert not silent
