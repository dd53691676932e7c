"""Prose in templates: ``{{ step.body|prose }}``."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from curriculum import markdown

register = template.Library()


@register.filter
def prose(source: str) -> SafeString:
    """Markdown as safe HTML."""
    return markdown.render(source)
