"""People who sign in, for admins: adding, roles, letting in and no more, one-time passwords, keys."""

from collections.abc import Mapping
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import select

from domain.errors import InvalidInputError, NotFoundError, UnderstudyError
from domain.vocabulary import UserRole
from models import ApiKey, User
from services import users
from services.identity import keys, passwords, people, sessions, standing
from services.users import NewUser
from web.acting import Act
from web.desk.session import Desk, SignedIn

router = APIRouter(prefix="/users")
ACTS = ("role", "disable", "enable", "password", "sign-out")


@router.api_route("", methods=["GET", "HEAD"])
async def overview(desk: SignedIn) -> Response:
    """Everybody, and a form to add somebody."""
    return await _overview(desk)


@router.post("")
async def add(desk: SignedIn) -> Response:
    """Add somebody. Where there is no provider, the page of the person shows a one-time password."""
    form = await desk.form()
    try:
        async with desk.caller.begin() as act:
            act.needs(UserRole.ADMIN)
            new = NewUser(form.get("email", ""), form.get("name", ""), _role(form), form.get("zone") or "UTC")
            user_id = (await users.create(act.session, new, cause=act.cause(), at=act.at)).id
            password = None
            if desk.caller.deps.identity.provider is None:
                now = desk.caller.deps.wall()
                password = await passwords.give_one_time(
                    act.session, user_id, cause=act.cause(), now=now, at=act.at
                )
    except UnderstudyError as error:
        return await _overview(desk, error)
    return await _one(desk, user_id, password=password)


@router.api_route("/{user_id}", methods=["GET", "HEAD"])
async def show(desk: SignedIn, user_id: UUID) -> Response:
    """One person."""
    return await _one(desk, user_id)


@router.post("/{user_id}/{act_name}")
async def do(desk: SignedIn, user_id: UUID, act_name: str) -> Response:
    """Change what somebody may do. What is so already stays so."""
    form = await desk.form()
    if act_name not in ACTS:
        raise NotFoundError("There is no such page.")
    password = None
    try:
        async with desk.caller.begin() as act:
            act.needs(UserRole.ADMIN)
            password = await _done(desk, act, user_id, act_name, form)
    except UnderstudyError as error:
        return await _one(desk, user_id, error=error)
    if password is not None:
        return await _one(desk, user_id, password=password)
    return RedirectResponse(f"{desk.caller.deps.root}/users/{user_id}", 303)


@router.post("/{user_id}/keys/{key_id}/revoke")
async def revoke(desk: SignedIn, user_id: UUID, key_id: UUID) -> Response:
    """End somebody's key."""
    await desk.form()
    async with desk.caller.begin() as act:
        act.needs(UserRole.ADMIN)
        now = desk.caller.deps.wall()
        await keys.revoke(act.session, key_id, user_id, cause=act.cause(), now=now, at=act.at)
    return RedirectResponse(f"{desk.caller.deps.root}/users/{user_id}", 303)


async def _done(desk: Desk, act: Act, user_id: UUID, name: str, form: Mapping[str, str]) -> str | None:
    """Carry out one act. Returns the one-time password, where one was made."""
    session, cause, at = act.session, act.cause(form.get("reason") or None), act.at
    now = desk.caller.deps.wall()
    if name == "password":
        return await passwords.give_one_time(session, user_id, cause=cause, now=now, at=at)
    if name == "role":
        await standing.set_role(session, user_id, _role(form), cause=cause, at=at)
    elif name == "disable":
        await standing.disable(session, user_id, cause=cause, now=now, at=at)
    elif name == "enable":
        await standing.enable(session, user_id, cause=cause, at=at)
    else:
        await sessions.sign_out_everywhere(session, user_id, cause=cause, at=at)
    return None


def _role(form: Mapping[str, str]) -> UserRole:
    try:
        return UserRole(form.get("role", ""))
    except ValueError:
        raise InvalidInputError("There is no such role.", field="role") from None


async def _overview(desk: Desk, error: UnderstudyError | None = None) -> Response:
    async with desk.caller.begin() as act:
        act.needs(UserRole.ADMIN)
        return desk.show(
            "desk/users.html",
            act,
            error,
            people=await people.everybody(act.session),
            roles=list(UserRole),
            provider=desk.caller.deps.identity.provider is not None,
        )


async def _one(
    desk: Desk, user_id: UUID, *, password: str | None = None, error: UnderstudyError | None = None
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(UserRole.ADMIN)
        user = await act.session.get(User, user_id)
        if user is None:
            raise NotFoundError("There is no such user.", field="user_id")
        of_user = await act.session.execute(
            select(*keys.SHOWN)
            .where(ApiKey.user_id == user_id)
            .order_by(ApiKey.created_at.desc(), ApiKey.id)
            .limit(200)
        )
        return desk.show(
            "desk/user.html",
            act,
            error,
            user=user,
            person=await people.one(act.session, user_id),
            roles=list(UserRole),
            keys=of_user.all(),
            now=desk.caller.deps.wall(),
            password=password,
        )
