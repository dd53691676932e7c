"""Where else people may sign in from: Google, Microsoft, and a school's own OpenID Connect.

Each appears once its variables are set, and none is there before.
"""

from __future__ import annotations

from typing import Any

from config import env


def chosen() -> dict[str, dict[str, Any]]:
    """allauth's settings of each provider that the environment names."""
    found: dict[str, dict[str, Any]] = {}
    if google := _client("GOOGLE"):
        found["google"] = {"APPS": [google], "OAUTH_PKCE_ENABLED": True}
    if microsoft := _client("MICROSOFT"):
        microsoft["settings"] = {"tenant": env.text("MICROSOFT_TENANT", "organizations")}
        found["microsoft"] = {"APPS": [microsoft], "OAUTH_PKCE_ENABLED": True}
    if school := _client("OIDC"):
        school["provider_id"] = "school"
        school["name"] = env.text("OIDC_NAME", "Your school")
        school["settings"] = {"server_url": env.text("OIDC_URL")}
        found["openid_connect"] = {"APPS": [school], "OAUTH_PKCE_ENABLED": True}
    return found


def _client(prefix: str) -> dict[str, Any] | None:
    """The id and the secret that the provider gave us: both, or neither."""
    names = [f"{prefix}_CLIENT_ID", f"{prefix}_CLIENT_SECRET"]
    if not any(env.text(name, "") for name in names):
        return None
    client, secret = (env.text(name) for name in names)
    return {"client_id": client, "secret": secret}
