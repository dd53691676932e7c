"""The last page of an account: what goes with it, and the way out."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from config.accounts.forms import FarewellForm
from config.http import page
from config.limits import limited
from quiz import closing


@require_http_methods(["GET", "HEAD", "POST"])
@limited("account-deletion", tries=20, seconds=300)
def account_deletion(request: HttpRequest) -> HttpResponse:
    """Show what would go; then, for whoever proves to be its owner, let the account go."""
    user = get_object_or_404(User, pk=request.user.pk)
    last = closing.is_last_admin(user)
    refused = request.method == "POST"
    form = FarewellForm(request.POST if refused else None, user=user, request=request)
    if last or not form.is_valid():
        shown = {"form": form, "stake": closing.stake(user), "last_admin": last}
        return page(request, "account/deletion.html", shown, status=422 if refused else 200)
    closing.close(user)
    logout(request)
    messages.success(request, "Your account is deleted. You are signed out.")
    return redirect("home")
