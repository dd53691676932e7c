"""Markdown to safe HTML: the one helper behind every lesson step, note and preview."""

from __future__ import annotations

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# No images (they would come from elsewhere) and no raw HTML. Headings start below the page's own.
TAGS = {
    *("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "a", "ul", "ol", "li"),
    *("h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
PAGE_LEVELS = 2  # <h1> is the page's title and <h2> the step's heading

_parser = MarkdownIt("commonmark", {"html": False}).enable("table")


def render(source: str) -> SafeString:
    """The HTML of ``source``, with nothing in it that could run, load or restyle."""
    tokens = _parser.parse(source)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + PAGE_LEVELS)}"
    html = _parser.renderer.render(tokens, _parser.options, {})
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return mark_safe(clean)  # nh3 has just cleaned it
