"""What every template may read."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

THEMES = ("auto", "light", "dark")


def look(request: HttpRequest) -> dict[str, str]:
    """The reader's choice of light or dark, kept in a cookie; ``auto`` follows the device."""
    theme = request.COOKIES.get("theme", "auto")
    return {"theme": theme if theme in THEMES else "auto"}


def mail(request: HttpRequest) -> dict[str, bool]:
    """Whether this site can send an e-mail. Pages promise none where it cannot."""
    return {"sends_mail": settings.SENDS_MAIL}
