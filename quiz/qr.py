"""QR codes that stand in the page itself, as black squares on whatever the page puts under them."""

from __future__ import annotations

import segno
from django.utils.safestring import SafeString, mark_safe


def drawn(address: str) -> SafeString:
    """The address as an SVG without size, colour or style of its own: the stylesheet gives them."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(border=3, omitsize=True, svgclass="qr"))
