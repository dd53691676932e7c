"""The admin shows what is there, and rewrites nothing."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client

from tests.factories import create_edition, create_unit

MODELS = sorted(m._meta.model_name or "" for m in admin.site._registry
                if m._meta.app_label == "curriculum")  # fmt: skip


@pytest.fixture
def as_admin(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("ada", password="a-long-enough-password"))
    return client


@pytest.mark.parametrize("model", MODELS)
def test_every_list_opens_and_nothing_can_be_added(
    as_admin: Client, tess: User, model: str
) -> None:
    create_edition(unit=create_unit(owner=tess))
    assert as_admin.get(f"/admin/curriculum/{model}/").status_code == 200
    assert as_admin.get(f"/admin/curriculum/{model}/add/").status_code == 403


def test_a_text_is_shown_and_never_changed(as_admin: Client, tess: User) -> None:
    source = create_unit(owner=tess).source
    address = f"/admin/curriculum/source/{source.pk}/change/"
    assert as_admin.get(address).status_code == 200
    assert as_admin.post(address, {"title": "Other"}).status_code == 403


def test_an_edition_cannot_be_deleted(as_admin: Client, tess: User) -> None:
    edition = create_edition(unit=create_unit(owner=tess))
    assert as_admin.post(f"/admin/curriculum/edition/{edition.pk}/delete/").status_code == 403
