"""What admins do with people: roles, letting in and no more, one-time passwords, signing out."""

from uuid import UUID

from fastapi import APIRouter

from domain.vocabulary import UserRole
from models import User
from services.identity import passwords, sessions, standing
from web.acting import Act, ApiCaller
from web.api.bodies import Reasoned
from web.api.shapes import Shape, UserShape
from web.deps import Deps

router = APIRouter(prefix="/users/{user_id}", tags=["users"])


class NewRole(Reasoned):
    """What somebody may do from now on."""

    role: UserRole


class OneTimePassword(Shape):
    """A password for one sign-in, at which its owner chooses another; never shown again."""

    password: str


@router.put("/role", summary="Give somebody another role")
async def role(caller: ApiCaller, user_id: UUID, body: NewRole) -> UserShape:
    """They are signed out everywhere; keys do no more than the new role allows. The last admin stays one."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        user = await standing.set_role(
            act.session, user_id, body.role, cause=act.cause(body.reason), at=act.at
        )
        return await _shape(act, user)


@router.post("/disable", summary="Let somebody in no more")
async def disable(caller: ApiCaller, deps: Deps, user_id: UUID, body: Reasoned | None = None) -> UserShape:
    """Sessions, keys and password end at once; what they did stays. The last admin cannot be disabled."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        user = await standing.disable(
            act.session, user_id, cause=act.cause(body.reason if body else None), now=deps.wall(), at=act.at
        )
        return await _shape(act, user)


@router.post("/enable", summary="Let somebody in again")
async def enable(caller: ApiCaller, user_id: UUID, body: Reasoned | None = None) -> UserShape:
    """Keys stay revoked; without a company account a new password is needed."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        user = await standing.enable(
            act.session, user_id, cause=act.cause(body.reason if body else None), at=act.at
        )
        return await _shape(act, user)


@router.post("/password", summary="Give somebody a one-time password")
async def password(
    caller: ApiCaller, deps: Deps, user_id: UUID, body: Reasoned | None = None
) -> OneTimePassword:
    """The old password ends, and all sessions."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        cause = act.cause(body.reason if body else None)
        made = await passwords.give_one_time(act.session, user_id, cause=cause, now=deps.wall(), at=act.at)
        return OneTimePassword(password=made)


@router.post("/sign-out", status_code=204, summary="Sign somebody out everywhere")
async def sign_out(caller: ApiCaller, user_id: UUID, body: Reasoned | None = None) -> None:
    """Browsers only; keys stay."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        cause = act.cause(body.reason if body else None)
        await sessions.sign_out_everywhere(act.session, user_id, cause=cause, at=act.at)


async def _shape(act: Act, user: User) -> UserShape:
    await act.session.refresh(user)
    return UserShape.model_validate(user)
