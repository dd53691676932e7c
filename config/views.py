"""Accounts, the choice of light or dark, and the styleguide."""

from __future__ import annotations

from django.contrib.auth import login as sign_in
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.forms import SignUpForm, ThemeForm
from config.http import page
from config.limits import limited

# A school has one address, and its whole staff may sign in within one meeting. So guessing at an
# account is counted by account, and the address as a whole only against a flood.
_one_account = limited("account", tries=20, seconds=300, per="username")
_one_address = limited("sign-in", tries=300, seconds=300)
login = _one_address(
    _one_account(auth_views.LoginView.as_view(template_name="accounts/login.html"))
)
logout = auth_views.LogoutView.as_view()


@login_not_required  # a new teacher has no account yet
@require_http_methods(["GET", "HEAD", "POST"])
@limited("sign-up", tries=100, seconds=3600)  # the staff of a school, behind one address
def signup(request: HttpRequest) -> HttpResponse:
    """Make a teacher's account and sign in."""
    form = SignUpForm(request.POST or None)
    if form.is_valid():
        sign_in(request, form.save())
        return redirect("sources")
    return page(request, "accounts/signup.html", {"form": form}, status=422 if form.errors else 200)


@login_not_required  # anybody may choose how the page looks
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the reader's choice of light or dark in a cookie."""
    form = ThemeForm(request.POST)
    if not form.is_valid():
        return redirect("home")
    back = form.cleaned_data["next"]
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = redirect(back if safe else "home")
    response.set_cookie(
        "theme", form.cleaned_data["theme"], max_age=31_536_000, samesite="Lax", httponly=True
    )
    return response


@login_not_required  # nothing private is on it
@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component, as it looks."""
    return page(request, "styleguide.html")
