"""Walk through a site with accounts elsewhere, in a process whose settings name them.

The providers are apps with addresses of their own, so they cannot be switched on in a process
that began without them. Prints what it met as JSON.
"""

from __future__ import annotations

import json
import os
import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
django.setup()

from allauth.account.models import EmailAddress  # noqa: E402
from allauth.socialaccount.models import SocialAccount  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

HERE: dict[str, Any] = {"HTTP_HOST": "localhost"}
SCHOOL = "/accounts/oidc/school/login/"


def onward(name: str) -> dict[str, Any]:
    """What follows the press of the provider's button."""
    answer = Client().post(f"/accounts/{name}/login/", **HERE)
    refresh = answer.headers.get("Refresh", "")
    link = unescape(answer.content.decode())
    return {
        "status": answer.status_code,
        "refresh": refresh,
        "link": f'href="{refresh.removeprefix("0; url=")}"' in link,
    }


def come_back(browser: Client) -> str:
    """Go to the school, say who one is, and come back: where that leads."""
    address = browser.post(SCHOOL, **HERE).headers["Refresh"]
    state = parse_qs(urlsplit(address).query)["state"][0]
    back = browser.get(f"{SCHOOL}callback/", {"code": "1", "state": state}, **HERE)
    return back.headers["Location"]


def main() -> None:
    """Walk, and tell."""
    call_command("migrate", verbosity=0)
    page = Client().get("/accounts/login/", **HERE).content.decode()
    met: dict[str, Any] = {
        "buttons": sorted(re.findall(r'<button class="wide">(.+?)</button>', page)),
        "onward": {name: onward(name) for name in ("google", "microsoft", "oidc/school")},
        "came_back": come_back(Client()),
    }
    user = User.objects.get()
    met["account"] = {"username": user.username, "first": user.first_name, "email": user.email}
    met["again"] = come_back(Client())
    met["accounts"] = User.objects.count()
    SocialAccount.objects.all().delete()
    EmailAddress.objects.update(verified=True)
    stranger = Client()
    met["same_address"] = come_back(stranger)
    met["private"] = stranger.get("/texts/", **HERE).status_code
    forged = Client().get(f"{SCHOOL}callback/", {"code": "1", "state": "made-up"}, **HERE)
    met["forged"] = [forged.status_code, "That did not work" in forged.content.decode()]
    print(json.dumps(met))  # noqa: T201


main()
