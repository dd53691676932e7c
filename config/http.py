"""The one place that tells an htmx request from a whole page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails


class HtmxHttpRequest(HttpRequest):
    """A request after ``HtmxMiddleware``."""

    htmx: HtmxDetails


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    partial: str = "",
    status: int = 200,
) -> TemplateResponse:
    """Render a whole page, or only its ``partial`` when htmx asks for a piece of it.

    A history restore always gets the whole page. The answer varies by ``HX-Request``.
    """
    htmx: HtmxDetails | None = getattr(request, "htmx", None)
    wants_piece = bool(partial and htmx and not htmx.history_restore_request)
    name = f"{template}#{partial}" if wants_piece else template
    response = TemplateResponse(request, name, dict(context or {}), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
