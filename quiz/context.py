"""What every template may read of the learner who looks at it."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from quiz import access
from quiz.models import Learner


def learner(request: HttpRequest) -> dict[str, object]:
    """Which pupil this browser knows, looked up only where a page asks and its view did not say.

    A pupil's name in the head and larger letters belong to every page, the library among them.
    A teacher's pages do without: they would pay a query each for a learner they do not show.
    """
    return {"learner": SimpleLazyObject(lambda: _known(request))}


def _known(request: HttpRequest) -> Learner | None:
    """The pupil of this browser; nobody where a request failed before it had a session."""
    if not hasattr(request, "user") or request.user.is_authenticated:
        return None
    return access.learner_of(request)
