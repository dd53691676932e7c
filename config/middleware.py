"""Middleware of our own: what htmx and shared computers need."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
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
