"""A small rate limiter for doors that can be knocked on: sign-in, join codes, imports."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from time import time
from typing import Concatenate, ParamSpec

from allauth.core.internal.ratelimit import cache_lock  # works on every cache, across processes
from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def spent(door: str, who: str, *, tries: int, seconds: int) -> bool:
    """Count one knock, and say whether ``who`` has knocked more than ``tries`` times."""
    key = f"limit:{door}:{who}"
    with cache_lock(key) as held:
        now = time()
        knocks, until = cache.get(key) or (0, 0)
        if until <= now:
            knocks, until = 0, now + seconds
        cache.set(key, (knocks + 1, until), timeout=until - now)
    return not held or knocks >= tries


def limited(door: str, *, tries: int, seconds: int, per: str = "") -> Callable[[View[P]], View[P]]:
    """Answer 429 to a client that posts more than ``tries`` times in ``seconds``.

    ``per`` names a field of the form: each value of it is counted apart.
    """

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            who = str(request.user.pk or request.META.get("REMOTE_ADDR", ""))
            if per and request.method == "POST":
                who += f":{sha256(request.POST.get(per, '').casefold().encode()).hexdigest()}"
            if request.method == "POST" and spent(door, who, tries=tries, seconds=seconds):
                return render(request, "429.html", {"minutes": -(-seconds // 60)}, status=429)
            return view(request, *args, **kwargs)

        return guarded

    return decorate
