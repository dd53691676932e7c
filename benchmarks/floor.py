"""The bare floor under ``benchmarks.answer``: the least that Django can do to keep an answer.

A session, a CSRF check, the account behind the session, one INSERT under a unique constraint:
with the server, the thread pool and the database settings of the site itself, and nothing else.
``python -m benchmarks.floor LEARNERS`` makes the tables and prints a session id for each learner.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import django
from a2wsgi import WSGIMiddleware
from django.conf import settings

from config import env
from config import settings as site

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES=site.DATABASES,
    DEFAULT_AUTO_FIELD=site.DEFAULT_AUTO_FIELD,
    INSTALLED_APPS=[f"django.contrib.{app}" for app in ("auth", "contenttypes", "sessions")],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    ROOT_URLCONF=__name__,
    SECRET_KEY=site.SECRET_KEY,
    USE_TZ=True,
)
django.setup(set_prefix=False)

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.middleware.csrf import get_token  # noqa: E402
from django.urls import path  # noqa: E402
from django.utils import timezone  # noqa: E402


class Row(models.Model):
    """An answer, and nothing that follows from it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    question = models.PositiveIntegerField()
    choice = models.CharField(max_length=16)
    answered_at = models.DateTimeField(default=timezone.now)

    objects: models.Manager[Row] = models.Manager()

    class Meta:
        app_label = "floor"
        constraints = [models.UniqueConstraint(fields=["user", "question"], name="answered_once")]

    def __str__(self) -> str:
        return self.choice


def question(request: HttpRequest) -> HttpResponse:
    """A page with a token in it, so that the client may post."""
    form = f'<input name="csrfmiddlewaretoken" value="{get_token(request)}">'
    return HttpResponse(form, headers={"Content-Length": str(len(form))})


def answer(request: HttpRequest, number: int) -> HttpResponse:
    """Keep one answer of whoever is signed in."""
    if not request.user.is_authenticated:
        return HttpResponse(status=403)
    Row.objects.create(user_id=request.user.pk, question=number, choice=request.POST["choice"])
    return HttpResponse(status=204)


def prepare(learners: int) -> list[str]:
    """Make the tables, the accounts and their sessions."""
    call_command("migrate", verbosity=0)
    with connection.schema_editor() as editor:
        editor.create_model(Row)
    return [_session(User.objects.create(username=f"learner-{n}")) for n in range(learners)]


def _session(user: User) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return str(session.session_key)


urlpatterns = [path("question/", question), path("answer/<int:number>/", answer)]
_django: Any = get_wsgi_application()  # as in config.asgi
application = WSGIMiddleware(_django, workers=env.integer("WEB_THREADS", 4))

if __name__ == "__main__":
    print(json.dumps(prepare(int(sys.argv[1]))))
