"""Browsers that are signed in: the cookie, the person behind it, and forms that only their own pages can send."""

import hashlib
import hmac
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import Depends, Request, Response
from fastapi.responses import HTMLResponse
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from domain.errors import ForbiddenError, UnderstudyError
from domain.identity.lifetimes import SESSION_LONGEST
from domain.identity.redirects import LONGEST
from domain.identity.scopes import READING
from services.identity import tokens
from web.acting import Act, Caller, Proof
from web.deps import Deps, ReceivedAt, WebDeps
from web.render import page

COOKIE = "understudy_desk"
MAX_FIELDS = 20
WITHOUT_OWN_PASSWORD = frozenset({"/password", "/sign-out"})
"""All that somebody may do who signed in with a one-time password."""


class Desk:
    """A signed-in browser."""

    def __init__(self, request: Request, caller: Caller, token: str, session_id: UUID | None) -> None:
        """`token` is what the browser's cookie holds; form tokens are bound to it."""
        self.request = request
        self.caller = caller
        self.token = token
        self.session_id = session_id

    @property
    def csrf(self) -> str:
        """What a form of this browser must send along."""
        return _form_token(self.caller.deps, self.token)

    def show(
        self, template: str, act: Act, error: UnderstudyError | None = None, **facts: Any
    ) -> HTMLResponse:
        """A page for whoever acts. With an error that it shows, it has the error's status."""
        return page(self.request, template, error=error, me=act, csrf=self.csrf, **facts)

    async def form(self) -> dict[str, str]:
        """The submitted form. Raises ForbiddenError when it is not from a page of this browser."""
        return {name: value for name, value in (await self.choices()).items() if isinstance(value, str)}

    async def choices(self) -> FormData:
        """As `form`, for a form in which several of one name can be chosen."""
        form = await self.request.form(max_fields=MAX_FIELDS, max_files=0)
        self.refuse_foreign(form)
        return form

    def refuse_foreign(self, form: Mapping[str, object]) -> None:
        """Raises ForbiddenError for a form that is not from a page of this browser."""
        given = form.get("csrf")
        if not isinstance(given, str) or not hmac.compare_digest(given.encode(), self.csrf.encode()):
            raise ForbiddenError(
                "This form is not from your page.",
                remedy="Go back, reload the page and press the button again.",
            )


def sign_in(deps: WebDeps, response: Response, token: str) -> None:
    """Give the browser its cookie. The session itself ends earlier when it rests."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(SESSION_LONGEST.total_seconds()),
        path=deps.root or "/",
        secure=deps.is_secure,
        httponly=True,
        samesite="strict",
    )


def sign_out(deps: WebDeps, response: Response) -> None:
    """Take the cookie away."""
    response.delete_cookie(
        COOKIE, path=deps.root or "/", secure=deps.is_secure, httponly=True, samesite="strict"
    )


def held(request: Request) -> str:
    """The session token that a browser brings; empty when it brings none."""
    token = request.cookies.get(COOKIE, "")
    return token if token.startswith(tokens.SESSION) and len(token) <= tokens.LONGEST else ""


async def _desk(request: Request, deps: Deps, at: ReceivedAt) -> Desk:
    path = request.url.path.removeprefix(deps.root)
    token, way_in = held(request), _way_in(request, deps, path)
    if not token:
        raise HTTPException(303, "Sign in first.", {"Location": way_in})
    caller = Caller(deps, at, Proof.of("session", token), counts_waiting=True, sign_in=way_in)
    known = await caller.check()
    if known.must_change and path not in WITHOUT_OWN_PASSWORD:
        raise HTTPException(303, "Choose a password first.", {"Location": f"{deps.root}/password"})
    request.state.known = known
    return Desk(request, caller, token, known.session_id)


SignedIn = Annotated[Desk, Depends(_desk)]
"""`request.state.known` says who (`services.identity.entry.Known`)."""


def _way_in(request: Request, deps: WebDeps, path: str) -> str:
    """The sign-in, which leads back to the page that was asked for. What a form asked for is not repeated."""
    if path in {"", "/"} or request.method not in READING:
        return f"{deps.root}/sign-in"
    wanted = f"{path}?{request.url.query}" if request.url.query else path
    return f"{deps.root}/sign-in?next={quote(wanted[:LONGEST], safe='/')}"


def _form_token(deps: WebDeps, token: str) -> str:
    return hmac.new(deps.form_key.encode(), f"form:{token}".encode(), hashlib.sha256).hexdigest()
