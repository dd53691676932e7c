"""A walk-in goes from the front page of a unit to the summary, without JavaScript."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import Client

from quiz.models import Attempt, Mastery
from tests.factories import create_published_unit


def test_a_walk_in_goes_through_a_unit(client: Client, tess: User) -> None:
    unit = create_published_unit(owner=tess)
    page = client.post(f"/learn/{unit.pk}/attempts/", follow=True)
    attempt = Attempt.objects.get()
    answered = 0
    while not page.request["PATH_INFO"].endswith("/summary/"):
        address = page.request["PATH_INFO"]
        if "/lessons/" in address:
            page = client.post(f"{address}completion/", follow=True)
            continue
        laid = page.context["laid"]
        wanted = next(each for each in laid if each.choice.is_key == (answered % 2 == 0))
        page = client.post(f"{address}answer/", {"choice": wanted.token}, follow=True)
        assert "Zebra explanation" in page.content.decode()
        answered += 1
        page = client.get(page.context["next_url"])
    assert answered == 4
    assert "2 of 4 answers were right" in page.content.decode()
    attempt.refresh_from_db()
    assert attempt.finished_at
    kept = Mastery.objects.order_by("skill").values_list("skill", "answers", "right")
    assert list(kept) == [("attr", 2, 1), ("supp", 2, 1)]
    progress = client.get("/progress/").content.decode()
    assert "not enough answers yet" in progress
    assert "The garden count" in progress
