"""Accounts elsewhere: off without their variables, on with them, and no way into another's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from config import providers
from tests.test_architecture import ROOT

GOOGLE = {"GOOGLE_CLIENT_ID": "g-id", "GOOGLE_CLIENT_SECRET": "g-secret"}
MICROSOFT = {"MICROSOFT_CLIENT_ID": "m-id", "MICROSOFT_CLIENT_SECRET": "m-secret"}
SCHOOL = {"OIDC_CLIENT_ID": "s-id", "OIDC_CLIENT_SECRET": "s-secret", "OIDC_NAME": "Hill School"}
ALL = {*GOOGLE, *MICROSOFT, *SCHOOL, "OIDC_URL", "MICROSOFT_TENANT"}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ALL:
        monkeypatch.delenv(name, raising=False)


def test_without_variables_there_is_none(client: Client, db: None) -> None:
    assert providers.chosen() == {}
    assert "elsewhere" not in client.get("/accounts/login/").content.decode()
    for address in ("google/login/", "microsoft/login/", "oidc/school/login/"):
        assert client.get(f"/accounts/{address}").status_code == 404


def test_each_appears_with_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**GOOGLE, **MICROSOFT}.items():
        monkeypatch.setenv(name, value)
    found = providers.chosen()
    assert set(found) == {"google", "microsoft"}
    assert found["google"]["APPS"] == [{"client_id": "g-id", "secret": "g-secret"}]
    assert found["microsoft"]["APPS"][0]["settings"] == {"tenant": "organizations"}


@pytest.mark.parametrize(
    ("variables", "missing"),
    [({"GOOGLE_CLIENT_ID": "g-id"}, "GOOGLE_CLIENT_SECRET"), (SCHOOL, "OIDC_URL")],
)
def test_half_of_one_is_refused_aloud(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], missing: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=missing):
        providers.chosen()


class School(BaseHTTPRequestHandler):
    """A school's server: it knows Mara, and tells whoever comes with a code."""

    def answer(self, found: dict[str, Any]) -> None:
        """Send it as JSON."""
        body = json.dumps(found).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        """Where its doors are; and who it is that holds the token."""
        home = f"http://{self.headers['Host']}"
        if self.path.startswith("/.well-known/"):
            self.answer(
                {
                    "issuer": home,
                    "authorization_endpoint": f"{home}/authorize",
                    "token_endpoint": f"{home}/token",
                    "userinfo_endpoint": f"{home}/userinfo",
                    "jwks_uri": f"{home}/keys",
                }
            )
        else:
            mara = {"sub": "42", "preferred_username": "mara", "name": "Mara Odell"}
            self.answer({**mara, "email": "mara@school.example", "email_verified": True})

    def do_POST(self) -> None:
        """A token for a code."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer({"access_token": "token", "token_type": "Bearer"})

    def log_message(self, *words: Any) -> None:
        """Stay quiet."""


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a visitor met on a site with all three (tests/config/accounts/visitor.py)."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), School)
    Thread(target=server.serve_forever, daemon=True).start()
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    variables = {**kept, **GOOGLE, **MICROSOFT, **SCHOOL}
    variables["OIDC_URL"] = f"http://127.0.0.1:{server.server_address[1]}"
    variables["SECOND_SOURCE_VAR"] = str(tmp_path_factory.mktemp("elsewhere"))
    script = Path(__file__).with_name("visitor.py")
    done = subprocess.run(
        [sys.executable, script],
        cwd=ROOT,
        env={**variables, "PYTHONPATH": str(ROOT), "DEBUG": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    server.shutdown()
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_each_has_a_button(visit: dict[str, Any]) -> None:
    assert visit["buttons"] == ["Google", "Hill School", "Microsoft"]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("google", "https://accounts.google.com/"),
        ("microsoft", "https://login.microsoftonline.com/organizations/"),
        ("oidc/school", "http://127.0.0.1:"),
    ],
)
def test_a_form_of_ours_leads_there_by_a_page_with_a_link(
    visit: dict[str, Any], name: str, start: str
) -> None:
    there = visit["onward"][name]
    assert there["status"] == 200, "no redirect: form-action 'self' would stop it"
    assert there["refresh"].startswith(f"0; url={start}")
    assert there["link"]
    assert "code_challenge=" in there["refresh"]


def test_whoever_comes_back_has_an_account(visit: dict[str, Any]) -> None:
    assert visit["came_back"] == "/texts/"
    assert visit["account"] == {"username": "mara", "first": "", "email": "mara@school.example"}
    assert visit["again"] == "/", "the second time, the same account"
    assert visit["accounts"] == 1


def test_the_same_address_opens_nobody_elses_account(visit: dict[str, Any]) -> None:
    assert visit["same_address"] == "/accounts/3rdparty/signup/"
    assert visit["private"] == 302, "not signed in"


def test_a_return_that_we_did_not_ask_for_is_refused(visit: dict[str, Any]) -> None:
    assert visit["forged"] == [401, True]
