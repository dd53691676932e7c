"""The choice of light or dark, and the styleguide."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from config.forms import ThemeForm
from config.http import page


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
