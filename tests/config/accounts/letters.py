"""A site that sends mail, and the link in a letter."""

from __future__ import annotations

import re

from django.core.mail import EmailMessage
from pytest_django import Settings


def with_mail(settings: Settings) -> None:
    """What config/settings.py says where ``EMAIL_URL`` is set; the letters stay in memory."""
    settings.SENDS_MAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.DEFAULT_FROM_EMAIL = "Second Source <no-reply@second.example>"
    settings.ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
    settings.ACCOUNT_EMAIL_VERIFICATION = "optional"
    settings.MFA_ALLOW_UNVERIFIED_EMAIL = False


def link(letter: EmailMessage) -> str:
    """The path of the one link in it that is on our site."""
    found = re.search(r"http://testserver(/\S+)", str(letter.body))
    assert found, letter.body
    return found.group(1)
