"""Consent page, token endpoint and revocation (RFC 6749, RFC 7636, RFC 7009, as Google does them)."""

import base64
import binascii
import hashlib
from secrets import token_urlsafe
from urllib.parse import parse_qs, unquote, urlencode

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from tests.doubles.google.calendars import Json
from tests.doubles.google.people import CODE_LIFE, TOKEN_LIFE, Code, Grant
from tests.doubles.google.world import World


def oauth_pages(world: World) -> APIRouter:
    """The routes of accounts.google.com and oauth2.googleapis.com."""
    router = APIRouter()

    @router.get("/o/oauth2/v2/auth")
    async def consent(request: Request) -> Response:
        query = request.query_params
        if query.get("client_id") != world.client_id or not query.get("redirect_uri"):
            return PlainTextResponse("Error 400: redirect_uri_mismatch or invalid client", 400)
        with world.lock:
            answer = {"state": query.get("state", ""), **_consent(world, dict(query))}
        return RedirectResponse(f"{query['redirect_uri']}?{urlencode(answer)}", 302)

    @router.post("/token")
    async def token(request: Request) -> Response:
        form = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        with world.lock:
            if _client(request, form) != (world.client_id, world.client_secret):
                return _refused("invalid_client", "The OAuth client was not found.", 401)
            match form.get("grant_type"):
                case "authorization_code":
                    return _exchange(world, form)
                case "refresh_token":
                    return _refresh(world, form)
                case _:
                    return _refused("unsupported_grant_type", "Invalid grant_type")

    @router.post("/revoke")
    async def revoke(request: Request) -> Response:
        form = parse_qs((await request.body()).decode())
        given = form.get("token", [request.query_params.get("token", "")])[0]
        with world.lock:
            if not world.people.revoke(given):
                return _refused("invalid_token", "Token expired or revoked")
        return JSONResponse({})

    return router


def _consent(world: World, query: dict[str, str]) -> dict[str, str]:
    person = world.people.consent
    if person.deny:
        return {"error": "access_denied"}
    if query.get("response_type") != "code":
        return {"error": "unsupported_response_type"}
    if query.get("code_challenge") and query.get("code_challenge_method") != "S256":
        return {"error": "invalid_request"}
    hint = query.get("login_hint", "")
    email = person.email or (hint if hint in world.people.emails else world.people.emails[0])
    ticked = (each for each in query.get("scope", "").split() if each not in person.untick)
    scopes = (*ticked, *sorted(person.earlier))
    code = f"4/{token_urlsafe(32)}"
    world.people.codes[code] = Code(
        grant=world.people.grant(email, scopes),
        redirect_uri=query["redirect_uri"],
        challenge=query.get("code_challenge", ""),
        ends=world.clock.now() + CODE_LIFE,
        with_refresh_token=query.get("access_type") == "offline" and not person.remembered,
    )
    return {"code": code, "scope": " ".join(scopes)}


def _exchange(world: World, form: dict[str, str]) -> Response:
    code = world.people.codes.pop(form.get("code", ""), None)
    if code is None or code.ends <= world.clock.now():
        return _refused("invalid_grant", "Malformed auth code.")
    if form.get("redirect_uri") != code.redirect_uri:
        return _refused("redirect_uri_mismatch", "Bad Request")
    if code.challenge and _challenge(form.get("code_verifier", "")) != code.challenge:
        return _refused("invalid_grant", "Invalid code verifier.")
    answer = _tokens(world, code.grant)
    if code.with_refresh_token:
        answer["refresh_token"] = code.grant.refresh_token
        if lasts := world.people.consent.lasts:
            answer["refresh_token_expires_in"] = int(lasts.total_seconds())
    return JSONResponse(answer)


def _refresh(world: World, form: dict[str, str]) -> Response:
    world.people.refreshes += 1
    grant = world.people.by_refresh_token(form.get("refresh_token", ""))
    if grant is None:
        return _refused("invalid_grant", "Token has been expired or revoked.")
    return JSONResponse(_tokens(world, grant))


def _tokens(world: World, grant: Grant) -> Json:
    return {
        "access_token": world.people.access_token(grant),
        "expires_in": int(TOKEN_LIFE.total_seconds()),
        "scope": " ".join(grant.scopes),
        "token_type": "Bearer",
    }


def _client(request: Request, form: dict[str, str]) -> tuple[str, str]:
    """Client id and secret, from HTTP Basic or from the form."""
    scheme, _, coded = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            name, _, secret = base64.b64decode(coded).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return "", ""
        return unquote(name), unquote(secret)
    return form.get("client_id", ""), form.get("client_secret", "")


def _challenge(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


def _refused(code: str, description: str, status: int = 400) -> JSONResponse:
    return JSONResponse({"error": code, "error_description": description}, status)
