"""Headers that every answer carries, whatever it is an answer to."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path", ["/", "/nothing/", "/static/css/pages.css", "/static/nothing.css", "/texts/"]
)
def test_every_answer_says_what_a_browser_may_load(path: str, settings: Settings) -> None:
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = True
    answer = Client().get(path)
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
@pytest.mark.parametrize("htmx", [{}, {"HX-Request": "true"}])
def test_the_way_to_sign_in_stays_out_of_caches(htmx: dict[str, str]) -> None:
    answer = Client().get("/texts/", headers=htmx)
    assert "private" in answer.headers["Cache-Control"]
