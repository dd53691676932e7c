"""The look keeps its promises: readable colours, only our own files, fields that explain."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django import forms
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from pytest_django import Settings

from config.renderers import ComponentRenderer
from tests.test_architecture import ROOT

CSS = ROOT / "static" / "css"
SHEETS = ("tokens", "base", "layout", "components", "pages")
TOKEN = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
TOKENS = {name: pair for name, *pair in TOKEN.findall((CSS / "tokens.css").read_text())}
PENS = ("named", "institution", "unnamed", "hedge", "absolute", "loaded")

READ = [  # (words, what they stand on): WCAG 2.2 AA for text, 4.5
    *[(ink, ground) for ink in ("ink", "quiet", "accent", "good", "miss")
      for ground in ("paper", "sheet", "sunk", "tint")],
    *[("ink", f"band-{band}") for band in range(1, 5)],
    *[(pen, ground) for pen in PENS for ground in ("paper", "sheet", "tint", "wash")],
    ("ink", "wash"), ("ink", "good-tint"), ("ink", "miss-tint"), ("quiet", "miss-tint"),
    ("good", "good-tint"), ("miss", "miss-tint"), ("accent-ink", "accent"), ("paper", "ink"),
    ("paper", "good"), ("paper", "miss"), ("sheet", "quiet"),
]  # fmt: skip
SEEN = [("edge", "paper"), ("edge", "sheet"), ("measure", "sheet"), ("measure", "band-2")]


@pytest.fixture(autouse=True)
def _plain_statics(settings: Settings) -> None:
    """Pages are rendered here before any static file has been collected."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21, as WCAG 2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_agrees_with_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), READ)
def test_words_can_be_read(words: str, ground: str, theme: int) -> None:
    assert contrast(TOKENS[words][theme], TOKENS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), SEEN)
def test_lines_can_be_seen(line: str, ground: str, theme: int) -> None:
    assert contrast(TOKENS[line][theme], TOKENS[ground][theme]) >= 3


def test_old_phones_get_the_light_colours() -> None:
    plain = (CSS / "tokens.css").read_text().partition("@supports not")[2].partition("@media")[0]
    fallback = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", plain))
    assert fallback == {name: light for name, (light, _) in TOKENS.items()}


def test_each_pen_has_a_line_of_its_own() -> None:
    sheet = (CSS / "components.css").read_text()
    lines = [re.search(rf"\.pen\.{pen} {{ text-decoration: (\w+ \w+)", sheet) for pen in PENS]
    styles = [line[1] if line else "thick" for line in lines]
    assert len(set(styles)) == len(PENS), styles


def test_every_variable_is_defined_and_every_token_used() -> None:
    sheets = "".join((CSS / f"{name}.css").read_text() for name in SHEETS)
    defined = set(re.findall(r"(?<![\w-])--([\w-]+):", sheets))
    assert set(re.findall(r"var\(--([\w-]+)\)", sheets)) == defined


def test_the_styles_stay_small() -> None:
    assert sum(len((CSS / f"{name}.css").read_text().splitlines()) for name in SHEETS) <= 700
    for script in (ROOT / "static" / "js").glob("*.js"):
        assert len(script.read_text().splitlines()) <= 90, script.name


class Trouble(HTMLParser):
    """Collects what the Content-Security-Policy would refuse, and ids that occur twice."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        inline = [name for name in names if name == "style" or name.startswith("on")]
        foreign = [v for n, v in attrs if n in {"src", "href"} and v and "//" in v]
        self.found += [f"<{tag} {name}>" for name in inline + foreign]
        if tag == "style" or (tag == "script" and "src" not in names):
            self.found.append(f"inline <{tag}>")
        if (name := names.get("id")) and name in self.ids:
            self.found.append(f"id {name} twice")
        self.ids.add(names.get("id") or "")


@pytest.mark.parametrize("page", ["styleguide", "400", "403", "403_csrf", "404", "429", "500"])
def test_pages_obey_the_policy(page: str) -> None:
    html = render_to_string(f"{page}.html", request=RequestFactory().get("/"))
    assert Trouble(html).found == []
    assert html.lstrip().startswith("<!doctype html>")


@pytest.mark.parametrize("page", ["400", "500"])
def test_the_last_resort_needs_nothing(page: str) -> None:
    assert 'href="/static/css/tokens.css"' in render_to_string(f"{page}.html")


@pytest.mark.django_db
def test_the_styleguide_shows_every_component() -> None:
    html = Client().get("/styleguide/").content.decode()
    for name in ("pen-legend", "note-panel", "choice is-right", "choice is-wrong", "segmented"):
        assert name in html
    shown = set(re.findall(r"components/(\w+)\.html", templates_of("styleguide.html", "base.html")))
    kept = {path.stem for path in (ROOT / "templates" / "components").glob("*.html")}
    by_hand = {"field", "nav_link"}  # shown by others
    assert kept - shown == by_hand


def templates_of(*names: str) -> str:
    """The source of templates."""
    return "".join((ROOT / "templates" / name).read_text() for name in names)


class Bring(forms.Form):
    """A form of the kind that the site has."""

    default_renderer = ComponentRenderer
    title = forms.CharField(help_text="As the text gives it.")
    kind = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)


def test_a_field_points_to_its_help_and_its_error() -> None:
    html = str(Bring({"kind": "a"})["title"].as_field_group())
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_helptext"' in html
    assert 'id="id_title_error"' in html
    assert 'aria-invalid="true"' in html
    assert "has-errors" in html
    assert '<label for="id_title">Title</label>' in html


def test_a_field_of_several_inputs_is_a_fieldset_with_a_legend() -> None:
    html = str(Bring()["kind"].as_field_group())
    assert html.index("<fieldset") < html.index("<legend") < html.index("</fieldset>")
    assert "has-errors" not in html


@pytest.mark.parametrize(("now", "done"), [(1, 0), (4, 3), (8, 7)])
def test_steps_count(now: int, done: int) -> None:
    html = render_to_string("components/steps.html", {"now": now, "total": 8, "label": "Question"})
    assert html.count("<span") == 8
    assert html.count('class="done"') == done
    assert f"Question {now} of 8" in html


@pytest.mark.parametrize(
    ("right", "picked", "says"),
    [(True, True, "and right"), (True, False, "Right"), (False, True, "Your pick")],
)
def test_a_choice_tells_how_it_went(*, right: bool, picked: bool, says: str) -> None:
    context = {"letter": "A", "text": "x", "answered": True, "right": right, "picked": picked}
    html = render_to_string("components/choice.html", context)
    assert says in html
    assert "<input" not in html


def test_an_unanswered_choice_tells_nothing() -> None:
    context = {"letter": "A", "text": "x", "value": "a", "right": True}
    html = render_to_string("components/choice.html", context)
    assert "is-right" not in html
    assert "Right" not in html


@pytest.mark.django_db
@pytest.mark.parametrize("theme", ["light", "dark", "nonsense"])
def test_the_server_sets_the_theme(theme: str) -> None:
    client = Client()
    client.cookies["theme"] = theme
    html = client.get("/styleguide/").content.decode()
    assert f'data-theme="{"auto" if theme == "nonsense" else theme}"' in html
