"""Times and durations as people say them: in the site's time zone, and with no abbreviation."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format


def moment(at: datetime) -> str:
    """Friday 27 November, 16:00; with its year unless that is this one."""
    local = timezone.localtime(at)
    year = "" if local.year == timezone.localtime().year else " Y"
    return date_format(local, f"l j F{year}, H:i")


def minutes(count: int) -> str:
    """20 minutes; 1 hour; 1 hour and 30 minutes."""
    hours, rest = divmod(count, 60)
    parts = [_some(hours, "hour"), _some(rest, "minute")]
    return " and ".join(part for part in parts if part) or "0 minutes"


def tries(count: int) -> str:
    """One try; 3 tries."""
    return "one try" if count == 1 else f"{count} tries"


def _some(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else ""
