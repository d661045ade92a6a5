"""Canaille, a real OpenID provider, on a port of loopback: `python canaille_program.py PORT SETTINGS`.

`SETTINGS` is JSON: client_id, client_secret, redirect_uri, verified (what `email_verified` says; null: nothing), and
people, each with name, password, email and groups. It listens when it prints a line.
"""

import json
import sys

from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server


def main(port: int, settings: dict) -> None:  # type: ignore[type-arg] # JSON
    """Serve until the process is ended."""
    key = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
    app = create_app(
        {
            "SECRET_KEY": "a secret of this test alone",
            "SERVER_NAME": f"127.0.0.1:{port}",
            "PREFERRED_URL_SCHEME": "http",
            "CANAILLE": {
                "DATABASE": "memory",
                "LOGGING": {"version": 1},
                "ENABLE_PASSWORD_COMPROMISSION_CHECK": False,
            },
            "CANAILLE_OIDC": {"ACTIVE_JWKS": [key.as_dict(private=True)]},
        }
    )
    mapping = app.config["CANAILLE_OIDC"]["USERINFO_MAPPING"]
    if settings["verified"] is not None:
        mapping["EMAIL_VERIFIED"] = settings["verified"]
    with app.app_context(), Backend.instance.session():
        _fill(settings)
    server = make_server("127.0.0.1", port, app, threaded=True)
    print("ready", flush=True)  # noqa: T201 - told to whoever started us
    server.serve_forever()


def _fill(settings: dict) -> None:  # type: ignore[type-arg] # JSON
    backend = Backend.instance
    groups: dict[str, list[object]] = {}
    for person in settings["people"]:
        user = models.User(
            user_name=person["name"],
            formatted_name=person["name"].title(),
            family_name=person["name"].title(),
            emails=[person["email"]],
            password=person["password"],
        )
        backend.save(user)
        for group in person["groups"]:
            groups.setdefault(group, []).append(user)
    for name, members in groups.items():
        backend.save(models.Group(display_name=name, members=members))
    client = models.Client(
        client_id=settings["client_id"],
        client_secret=settings["client_secret"],
        client_name="Understudy",
        client_uri="http://127.0.0.1",
        contacts=["admin@understudy.example"],
        redirect_uris=[settings["redirect_uri"]],
        grant_types=["authorization_code"],
        response_types=["code"],
        scope=["openid", "profile", "email", "groups"],
        token_endpoint_auth_method="client_secret_basic",
    )
    backend.save(client)
    client.audience = [client]
    backend.save(client)


if __name__ == "__main__":
    main(int(sys.argv[1]), json.loads(sys.argv[2]))
