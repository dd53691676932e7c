"""Sessions in the database, as Django keeps them, read with a query that is put together once.

Every page of every learner and teacher begins with this look-up.
"""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from config.prepared import Prepared


def _session(key: str) -> QuerySet[Session, Session]:
    return Session.objects.filter(session_key=key).order_by()


_kept = Prepared(_session, str)


class SessionStore(db.SessionStore):
    """The table, the cookie and the signature are Django's own."""

    def _get_session_from_db(self) -> Any:
        found = _kept.first(self.session_key) if self.session_key else None
        if found is None or found.expire_date <= timezone.now():
            self._session_key = None
            return None
        return found
