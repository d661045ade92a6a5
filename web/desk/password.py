"""Choosing a password: at the first sign-in with one that somebody else has seen, or at any time."""

from collections.abc import Mapping

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import select

from domain.errors import ForbiddenError, InvalidInputError, NotFoundError, UnderstudyError
from domain.identity import passwords as rules
from models import LocalPassword, User
from services.identity import passwords, sessions, sign_in
from web.acting import Act
from web.desk import session
from web.desk.session import Desk, SignedIn
from web.origin import origin_of

router = APIRouter(prefix="/password")


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn) -> Response:
    """The form."""
    return await _form(desk)


@router.post("")
async def choose(desk: SignedIn) -> Response:
    """Change the password. All other browsers are signed out, and this one gets a new session."""
    form = await desk.form()
    try:
        token = await _changed(desk, form)
    except UnderstudyError as error:
        return await _form(desk, error)
    response = RedirectResponse(f"{desk.caller.deps.root}/account?said=password", 303)
    session.sign_in(desk.caller.deps, response, token)
    return response


async def _changed(desk: Desk, form: Mapping[str, str]) -> str:
    deps, now = desk.caller.deps, desk.caller.deps.wall()
    present, new = form.get("present", ""), form.get("password", "")
    async with desk.caller.begin() as act:
        user = await act.session.get(User, act.user_id)
        email, name = (user.email, user.name) if user else ("", "")
    _acceptable(form, email, name)
    # Whoever finds an open browser cannot try passwords without end: such tries count as those at the sign-in.
    async with deps.sessions.begin() as transaction:
        tried = await sign_in.begin(
            transaction, email, origin_of(desk.request, ""), key=deps.form_key.encode(), now=now
        )
    if tried.throttled:
        raise ForbiddenError("Too many tries.", remedy="Wait a quarter of an hour.")
    if not await passwords.matches(tried.password_hash, present):
        raise InvalidInputError("The present password is not right.", field="present")
    made = await passwords.hash_beside(new)
    async with desk.caller.begin() as act:
        await sign_in.was_right(act.session, tried)
        await passwords.choose(
            act.session,
            act.user_id,
            new,
            made,
            before=tried.password_hash,
            cause=act.cause(),
            now=now,
            at=act.at,
        )
        return await sessions.replace(act.session, act.user_id, desk.token, now=now)


def _acceptable(form: Mapping[str, str], email: str, name: str) -> None:
    new = form.get("password", "")
    rules.check(new, email, name)
    if new != form.get("again", ""):
        raise InvalidInputError("The two new passwords differ.", field="again")
    if new == form.get("present", ""):
        raise InvalidInputError("This is the password that you have.", field="password")


async def _form(desk: Desk, error: UnderstudyError | None = None) -> Response:
    async with desk.caller.begin() as act:
        must = await _must_change(act)
        return desk.show(
            "desk/password.html",
            act,
            error,
            must=must,
            shortest=rules.SHORTEST,
            longest=rules.LONGEST,
        )


async def _must_change(act: Act) -> bool:
    found = await act.session.scalar(
        select(LocalPassword.must_change).where(LocalPassword.user_id == act.user_id)
    )
    if found is None:
        raise NotFoundError(
            "You have no password here: you sign in with your company account.",
            remedy="Change it where your company keeps it.",
        )
    return found
