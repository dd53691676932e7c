"""Middleware of our own: what htmx and shared computers need."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django_htmx.http import HttpResponseClientRedirect

from config.http import HtmxHttpRequest

GetResponse = Callable[[HttpRequest], HttpResponse]


class HtmxLoginMiddleware:
    """Send the whole page to the sign-in form when a session expired under an htmx request."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HtmxHttpRequest) -> HttpResponse:
        response = self.get_response(request)
        location = response.headers.get("Location", "")
        if request.htmx and urlsplit(location).path == resolve_url("login"):
            return HttpResponseClientRedirect(location)
        return response


class PrivatePagesMiddleware:
    """Keep pages out of caches: a shared school computer must not show the last child's work."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "Cache-Control" not in response.headers:
            patch_cache_control(response, private=True, no_cache=True)
        return response


class HonestFormsMiddleware:
    """Forms answer with the status that is true, and lead nowhere else by themselves.

    A form that was refused is 422, in allauth's views as in ours. One that leads to another site
    (to sign in there) becomes a page with a link and a Refresh header: the policy that a form of
    ours posts only to us, ``form-action 'self'``, holds for redirects too.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        to = response.headers.get("Location", "")
        host = urlsplit(to).netloc
        if request.method != "POST" or host in {"", request.get_host()}:
            return response
        onward = render(request, "socialaccount/onward.html", {"to": to, "host": host})
        onward.headers["Refresh"] = f"0; url={to}"
        return onward

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        """Give a refused form its status."""
        context = response.context_data or {}
        forms = [context.get(name) for name in ("form", "webauthn_form")]
        refused = any(isinstance(form, BaseForm) and form.errors for form in forms)
        if request.method == "POST" and response.status_code == 200 and refused:
            response.status_code = 422
        return response
