"""The desk's sign-in: a signed cookie that names a user, and form tokens bound to it.

The key is made from the API token: a new token signs everybody out. Lifetimes are on the wall clock, because
signing in is no business time.
"""

from typing import Annotated
from uuid import UUID, uuid4

from fastapi import Depends, Request, Response
from itsdangerous import BadData, URLSafeSerializer, URLSafeTimedSerializer
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from domain.errors import ForbiddenError
from web.acting import Caller
from web.deps import Deps, ReceivedAt, WebDeps

COOKIE = "understudy_desk"
LIFETIME_SECONDS = 12 * 60 * 60
MAX_FIELDS = 20


class Desk:
    """A signed-in browser."""

    def __init__(self, request: Request, caller: Caller, session_id: str) -> None:
        """`session_id` is the cookie's own random part; form tokens are bound to it."""
        self.request = request
        self.caller = caller
        self._session_id = session_id

    @property
    def csrf(self) -> str:
        """What a form of this browser must send along."""
        token = _forms(self.caller.deps).dumps(self._session_id)
        return token if isinstance(token, str) else token.decode()

    async def form(self) -> dict[str, str]:
        """The submitted form. Raises ForbiddenError when it is not from a page of this browser."""
        return {name: value for name, value in (await self.choices()).items() if isinstance(value, str)}

    async def choices(self) -> FormData:
        """As `form`, for a form in which several of one name can be chosen."""
        form = await self.request.form(max_fields=MAX_FIELDS, max_files=0)
        token = form.get("csrf")
        try:
            given = _forms(self.caller.deps).loads(token if isinstance(token, str) else "")
            genuine = given == self._session_id
        except BadData:
            genuine = False
        if not genuine:
            raise ForbiddenError(
                "This form is not from your page.",
                remedy="Go back, reload the page and press the button again.",
            )
        return form


def sign_in(deps: WebDeps, response: Response, user_id: UUID) -> None:
    """Give the browser its cookie."""
    value = _cookies(deps).dumps([str(user_id), uuid4().hex])
    response.set_cookie(
        COOKIE,
        value if isinstance(value, str) else value.decode(),
        max_age=LIFETIME_SECONDS,
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


def _desk(request: Request, deps: Deps, at: ReceivedAt) -> Desk:
    try:
        user_id, session_id = _cookies(deps).loads(request.cookies.get(COOKIE, ""), max_age=LIFETIME_SECONDS)
    except BadData:
        raise HTTPException(303, "Sign in first.", {"Location": f"{deps.root}/sign-in"}) from None
    return Desk(request, Caller(deps, at, user_id=UUID(user_id), counts_waiting=True), session_id)


SignedIn = Annotated[Desk, Depends(_desk)]


def _cookies(deps: WebDeps) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(deps.api_token, salt="understudy.desk.cookie")


def _forms(deps: WebDeps) -> URLSafeSerializer:
    return URLSafeSerializer(deps.api_token, salt="understudy.desk.form")
