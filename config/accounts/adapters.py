"""What allauth asks the site: what refusals say, what mail is sent, how a QR code is drawn."""

from __future__ import annotations

from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import User
from django.http import HttpRequest

SITE_NAME = "Second Source"
MISMATCH = (
    "That name and password do not go together. Look for a slip of the finger: capital and small "
    "letters count as different."
)
WRONG_CODE = (
    "That code is not right, or its time is over. Wait for the next one and type it as it stands."
)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts with a name and a password; an e-mail address where the site can use one."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": MISMATCH,
        "email_password_mismatch": MISMATCH,
        "email_taken": "Another account has this e-mail address. Sign in there, or use another.",
        "duplicate_email": "This is your address already.",
        "same_as_current": "This is your address already.",
        "username_taken": "Somebody has this username already. Choose another.",
        "enter_current_password": "That is not your password. Type the one you sign in with now.",
        "incorrect_password": "That is not your password. Type the one you sign in with.",
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": "Too many wrong tries. Wait five minutes, then try again.",
        "rate_limited": "Too many wrong tries. Wait five minutes, then try again.",
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send nothing where there is no server to send it."""
        if settings.SENDS_MAIL:
            super().send_mail(template_prefix, email, context)

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that our own limits count by; a server behind a socket knows none."""
        return request.META.get("REMOTE_ADDR") or "127.0.0.1"

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the page that the change was begun on."""
        return "/accounts/"


class MFAAdapter(DefaultMFAAdapter):
    """Codes of an app, and passkeys."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": WRONG_CODE,
        "unverified_email": "Confirm your e-mail address first: open the link that we sent there.",
    }

    def build_totp_svg(self, url: str) -> str:
        """A QR code that stands in the page itself, dark on white in both themes."""
        code = segno.make(url, error="m")
        return code.svg_inline(scale=5, border=4, light="white", omitsize=True, svgclass="qr")

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:
        """What a passkey is called until its owner gives it a name."""
        return f"Passkey {Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1}"

    def _get_site_name(self) -> str:
        return SITE_NAME


class SocialAdapter(DefaultSocialAccountAdapter):
    """Accounts elsewhere that lead to an account here."""

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> User:
        """Take a username and an e-mail address over; no page needs anybody's full name."""
        user: User = super().populate_user(request, sociallogin, data)
        user.first_name = user.last_name = ""
        return user
