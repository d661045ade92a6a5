"""Connecting an account: OAuth 2.0 authorization code flow for web servers, with state and PKCE (RFC 7636).

`begin` and `finish` may run in different processes: the caller keeps state and code verifier in between, bound to
the person's session, and uses them once.
"""

import asyncio
import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hmac import compare_digest
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit

import requests
from google_auth_oauthlib.flow import Flow  # type: ignore[import-untyped]  # ships no types
from httplib2 import HttpLib2Error
from oauthlib.oauth2 import OAuth2Error  # type: ignore[import-untyped]  # ships no types

from domain.errors import InvalidInputError
from integrations.google_calendar.app import SCOPES, GoogleApp, require_private
from integrations.google_calendar.connection import connection
from integrations.google_calendar.failures import unavailable
from integrations.google_calendar.secret import GoogleSecret

_AGAIN = "Start connecting the calendar again."
_UNKNOWN_TOKEN, _OK = 400, 200


class Consent(NamedTuple):
    """What the browser is sent to, and what must be kept until it comes back."""

    url: str
    state: str
    code_verifier: str


class GoogleOAuth:
    """The consent of a calendar's owner, turned into a secret, and back into nothing."""

    def __init__(self, app: GoogleApp) -> None:
        self._app = app
        # oauthlib knows only "https or anything". GoogleApp and `require_private` hold the stricter rule (https, or
        # this machine), so its own check is put aside.
        os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"

    def begin(self, redirect_uri: str, *, login_hint: str = "") -> Consent:
        """Where to send the owner's browser. `login_hint` is the address to preselect.

        Asks for consent each time (`prompt=consent`): without, Google gives a refresh token only once.
        """
        require_private(redirect_uri, "redirect_uri")
        flow = Flow.from_client_config(self._config(), SCOPES, redirect_uri=redirect_uri)
        with closing(flow.oauth2session):
            hint = {"login_hint": login_hint} if login_hint else {}
            url, state = flow.authorization_url(access_type="offline", prompt="consent", **hint)
        return Consent(url, state, flow.code_verifier)

    async def finish(
        self, authorization_response_url: str, state: str, code_verifier: str, redirect_uri: str
    ) -> dict[str, str]:
        """The account's secret, from the address that Google sent the browser back to.

        Raises InvalidInputError, with a remedy, when the answer belongs to another request, consent was denied or
        is incomplete, or the code was used or is old; CalendarUnavailableError when Google did not answer.
        """
        answer = parse_qs(urlsplit(authorization_response_url).query)
        if not state or not compare_digest(answer.get("state", [""])[0].encode(), state.encode()):
            raise InvalidInputError("This answer belongs to another request.", field="state", remedy=_AGAIN)
        if denied := answer.get("error", [""])[0]:
            raise _denied(denied)
        if not answer.get("code", [""])[0]:
            raise InvalidInputError("Google's answer holds no code.", field="code", remedy=_AGAIN)
        # The app may stand behind a proxy and see its own address as http: Google compares this one only.
        response = f"{redirect_uri}?{urlsplit(authorization_response_url).query}"
        token = await asyncio.to_thread(self._exchange, response, state, code_verifier, redirect_uri)
        return _secret(token)

    async def revoke(self, token: str) -> None:
        """Give access back. A refresh token ends all of its access tokens; an unknown token is done.

        Raises CalendarUnavailableError when Google did not confirm.
        """
        await asyncio.to_thread(self._revoke, token)

    def _exchange(self, response: str, state: str, code_verifier: str, redirect_uri: str) -> dict[str, Any]:
        flow = Flow.from_client_config(
            self._config(),
            SCOPES,
            redirect_uri=redirect_uri,
            state=state,
            code_verifier=code_verifier,
            autogenerate_code_verifier=False,
        )
        flow.oauth2session.trust_env = not self._app.is_local  # proxies of the environment
        with closing(flow.oauth2session):
            try:
                return dict(
                    flow.fetch_token(
                        authorization_response=response, timeout=self._app.timeout.total_seconds()
                    )
                )
            except Warning as narrowed:  # the library's way to say: other scopes than asked; `_secret` looks
                return dict(vars(narrowed).get("token", {}))
            except OAuth2Error as error:
                raise _refused(str(error.error)) from None
            except requests.RequestException as error:
                raise unavailable(f"Google could not be reached ({type(error).__name__}).") from None

    def _revoke(self, token: str) -> None:
        with closing(connection(self._app)) as line:
            try:
                answer, _ = line.request(
                    self._app.revoke_uri,
                    "POST",
                    body=urlencode({"token": token}),
                    headers={"content-type": "application/x-www-form-urlencoded"},
                )
            except (OSError, HttpLib2Error) as error:
                raise unavailable(f"Google could not be reached ({type(error).__name__}).") from None
        if answer.status not in {_OK, _UNKNOWN_TOKEN}:
            raise unavailable(f"Google did not confirm the revocation ({answer.status}).")

    def _config(self) -> dict[str, dict[str, str]]:
        return {
            "web": {
                "client_id": self._app.client_id,
                "client_secret": self._app.client_secret,
                "auth_uri": self._app.authorization_uri,
                "token_uri": self._app.token_uri,
            }
        }


def _secret(token: dict[str, Any]) -> dict[str, str]:
    granted = token.get("scope", [])
    granted = granted.split() if isinstance(granted, str) else list(granted)
    missing = set(SCOPES) - set(granted)
    if missing:
        raise InvalidInputError(
            "Google was not allowed everything that booking needs.",
            field="scope",
            remedy="Connect the calendar again and leave every box on Google's page ticked.",
        )
    if not token.get("refresh_token"):
        raise InvalidInputError(
            "Google gave access for an hour only, without a refresh token.",
            field="refresh_token",
            remedy="Remove this app under “Third-party access” of the Google account, then connect it again.",
        )
    return GoogleSecret(
        access_token=token["access_token"],
        refresh_token=token["refresh_token"],
        expiry=datetime.fromtimestamp(float(token.get("expires_at", 0)), UTC),
        scopes=" ".join(sorted(granted)),
        ends=_ends(token.get("refresh_token_expires_in")),
    ).mapping()


def _ends(seconds: object) -> str:
    """When access ends that was given for a time only (an app in testing: seven days). Google tells the seconds."""
    if not str(seconds).isdecimal():
        return ""
    return (datetime.now(UTC) + timedelta(seconds=int(str(seconds)))).isoformat()


def _denied(code: str) -> InvalidInputError:
    if code == "access_denied":
        return InvalidInputError(
            "The calendar was not connected: consent was denied.",
            field="error",
            remedy="Connect it again and choose “Allow”, or go on without a calendar.",
        )
    if code in {"admin_policy_enforced", "org_internal"}:
        return InvalidInputError(
            "The Google account's administrator does not allow this app.",
            field="error",
            remedy="Ask the administrator to trust this app's client id.",
        )
    return InvalidInputError("Google did not connect the calendar.", field="error", remedy=_AGAIN)


def _refused(code: str) -> InvalidInputError:
    if code in {"invalid_client", "unauthorized_client", "redirect_uri_mismatch"}:
        return InvalidInputError(
            f"Google refused this installation ({code}).",
            field="client_id",
            remedy="Compare client id, secret and redirect address with those in the Google Cloud console.",
        )
    return InvalidInputError(
        "Google did not accept the code: it was used already, is too old, or belongs to another browser.",
        field="code",
        remedy=_AGAIN,
    )
