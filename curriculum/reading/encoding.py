"""Bytes to characters: what the file says of itself first, a guess last."""

from __future__ import annotations

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEADER: Final = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_META: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_META_REACH: Final = 4096
# Pages that say Latin-1 mean Windows' version of it: so do browsers (WHATWG Encoding, 4.2).
_MEANT: Final = {"iso8859-1": "cp1252", "ascii": "utf-8"}


def decode(data: bytes, *, content_type: str = "") -> str:
    """The characters: by byte-order mark, header, meta tag, UTF-8, Windows-1252, then a guess."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    for name in _declared(data, content_type):
        text = _strictly(data, name)
        if text is not None:
            return text
    for name in ("utf-8", "cp1252"):
        text = _strictly(data, name)
        if text is not None:
            return text
    return _guessed(data)


def _declared(data: bytes, content_type: str) -> list[str]:
    found = []
    header = _HEADER.search(content_type)
    if header:
        found.append(header.group(1))
    meta = _META.search(data[:_META_REACH])
    if meta:
        found.append(meta.group(1).decode("ascii", errors="ignore"))
    return found


def _strictly(data: bytes, name: str) -> str | None:
    try:
        known = codecs.lookup(name).name
        return data.decode(_MEANT.get(known, known))
    except (LookupError, UnicodeError):  # an unknown name, or bytes that it cannot be
        return None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:50_000]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")
