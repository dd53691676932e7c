"""The site as an app: after a migration, the table in which processes share what they count."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.core.management import call_command
from django.db.models.signals import post_migrate


def make_cache_table(using: str, verbosity: int = 0, **_: Any) -> None:
    """Make the table, where the cache is one and it is not there yet."""
    call_command("createcachetable", database=using, verbosity=0)


class SiteConfig(AppConfig):
    """What the site as a whole needs from Django."""

    name = "config"
    label = "site"

    def ready(self) -> None:
        """Listen once for each migration: to one app's part of it."""
        post_migrate.connect(make_cache_table, dispatch_uid="knocks", sender=self._last())

    def _last(self) -> AppConfig:
        from django.apps import apps

        return apps.get_app_config("sessions")
