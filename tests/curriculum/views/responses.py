"""What a response says, for the tests of the views."""

from __future__ import annotations

from typing import Any

from django.contrib.messages import get_messages


def said(response: Any) -> str:
    """The messages that the next page will show."""
    return " ".join(str(message) for message in get_messages(response.wsgi_request))
