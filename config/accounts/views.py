"""Doors of the site: allauth's, behind our limits; and the page that gathers an account."""

from __future__ import annotations

from allauth.account import views as allauth
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.accounts.forms import NameForm
from config.http import page
from config.limits import limited

# A school has one address, and its whole staff may sign in within one meeting. So guessing at an
# account is counted by account, and the address as a whole only against a flood.
_one_account = limited("account", tries=20, seconds=300, per="username")
_one_address = limited("sign-in", tries=300, seconds=300)
login = _one_address(_one_account(allauth.login))
signup = limited("sign-up", tries=100, seconds=3600)(allauth.signup)  # a staff, one address
logout = require_POST(allauth.logout)


@login_not_required  # whoever forgot a password is signed out
@require_http_methods(["GET", "HEAD", "POST"])
def account_reset_password(request: HttpRequest) -> HttpResponseBase:
    """Send a link for a new password; or say who can help where nothing can be sent."""
    if settings.SENDS_MAIL:
        return allauth.password_reset(request)
    return page(request, "account/password_reset.html")


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Everything about one's account on one page."""
    user = request.user
    assert isinstance(user, User)  # the page is private
    factors = Authenticator.objects.filter(user=user)
    shown = {
        "address": EmailAddress.objects.filter(user=user).order_by("-verified").first(),
        "app": factors.filter(type=Authenticator.Type.TOTP).exists(),
        "passkeys": factors.filter(type=Authenticator.Type.WEBAUTHN).count(),
        "providers": get_adapter().list_providers(request),
        "connected": SocialAccount.objects.filter(user=user).count(),
        "sessions": len(UserSession.objects.purge_and_list(user)),
    }
    return page(request, "account/account.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def account_name(request: HttpRequest) -> HttpResponse:
    """Another username."""
    user = request.user
    assert isinstance(user, User)  # the page is private
    form = NameForm(request.POST if request.method == "POST" else None, user=user)
    if not form.is_valid():
        status = 422 if form.errors else 200
        return page(request, "account/name.html", {"form": form}, status=status)
    user.username = form.cleaned_data["username"]
    user.save(update_fields=["username"])
    messages.success(request, f"From now on you are {user.username}. Sign in with this name.")
    return redirect("account")
