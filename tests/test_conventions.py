"""House rules that a reader of the code may rely on."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.test_architecture import ROOT, WINGS, functions, sources

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def patterns(resolver: URLResolver) -> list[URLPattern]:
    """Every address of ours, flattened; Django's admin aside."""
    found: list[URLPattern] = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.append(entry)
        elif entry.app_name != "admin":
            found += patterns(entry)
    return found


def test_a_url_is_named_after_its_view() -> None:
    wrong = [
        f"{pattern.pattern} → {pattern.name}"
        for pattern in patterns(get_resolver())
        if pattern.lookup_str.startswith(("curriculum.", "quiz."))
        and pattern.callback.__name__ != pattern.name
    ]
    assert not wrong


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_template_keeps_to_the_content_security_policy(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", text), "inline script"
    assert not re.search(r"<style\b|\sstyle=", text), "inline style"
    assert not re.search(r"\son[a-z]+=", text), "inline handler"
    assert not re.search(r"hx-on|hx-vals=.js:", text), "needs eval"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_htmx_only_enhances_real_links_and_forms(path: Path) -> None:
    for tag in re.findall(r"<\w+(?:[^<>]|{%[^%]*%}|{{[^}]*}})*>", path.read_text()):
        if "hx-post=" in tag:
            assert "action=" in tag or "formaction=" in tag, tag
        if "hx-get=" in tag:
            assert "href=" in tag or "action=" in tag or "hx-trigger=" in tag, tag


@pytest.mark.parametrize("path", sources(*WINGS), ids=lambda p: str(p.relative_to(ROOT)))
def test_views_never_touch_raw_form_data(path: Path) -> None:
    if "views" not in path.parts:
        return
    raw = re.findall(r"request\.(?:POST|GET|FILES)(?:\.|\[)\w*", path.read_text())
    assert not raw, "parse it with a form"


@pytest.mark.parametrize("path", sources(*WINGS), ids=lambda p: str(p.relative_to(ROOT)))
def test_booleans_are_keyword_only(path: Path) -> None:
    loose = [
        f"{node.name}({argument.arg})"
        for node in functions(path)
        for argument in node.args.args
        if isinstance(argument.annotation, ast.Name) and argument.annotation.id == "bool"
    ]
    assert not loose


def test_every_public_page_says_why_it_is_public() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources(*WINGS)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if line.strip().startswith("@login_not_required") and "#" not in line
    ]
    assert not silent


def test_stylesheets_and_scripts_stay_small() -> None:
    styles = [p.read_text() for p in (ROOT / "static/css").glob("*.css")]
    scripts = {p.name: p.read_text() for p in (ROOT / "static/js").glob("*.js")}
    assert not [name for name, text in scripts.items() if len(text.splitlines()) > 80]
    assert not [text for text in styles if "@import" in text or "http:" in text or "https:" in text]


def test_the_repository_names_no_machine_and_no_registry() -> None:
    hosts = tuple(host[::-1] for host in ("gro.ipyp", "detsohnohtyp", ".sjmpn", "naibed.bed"))
    folders = re.compile(r"/(?:work|root|home)/\w")
    kept = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in filter(None, kept.stdout.split("\0")):
        path = ROOT / name
        if path.is_file() and path.suffix not in {".png", ".svg"}:
            text = path.read_text(encoding="utf-8")
            assert not [host for host in hosts if host in text], name
            assert not folders.search(text), name
