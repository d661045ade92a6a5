"""Users: people who sign in or interview."""

from functools import partial
from uuid import UUID

from fastapi import APIRouter

from domain.errors import ForbiddenError
from domain.vocabulary import UserRole
from services import users
from services.users import NewUser
from web.acting import Act, ApiCaller
from web.api.bodies import UserBody, UserChange
from web.api.shapes import UserPage, UserShape
from web.etags import IfMatch
from web.paging import DEFAULT, After, Limit
from web.reading.users import list_users, one

router = APIRouter(prefix="/users", tags=["users"])


@router.get("", summary="List users")
async def list_(caller: ApiCaller, after: After = None, limit: Limit = DEFAULT) -> UserPage:
    """In the order they were added."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        rows, next_ = await list_users(act.session, after=after, limit=limit)
        return UserPage(items=[UserShape.model_validate(row) for row in rows], next=next_)


@router.post("", status_code=201, summary="Add a user")
async def create(caller: ApiCaller, body: UserBody) -> UserShape:
    """Interviewers carry working hours, in their zone."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        new = NewUser(**body.model_dump(exclude={"reason"}))
        user = await users.create(act.session, new, cause=act.cause(body.reason), at=act.at)
        await act.session.refresh(user)
        return UserShape.model_validate(user)


@router.get("/{user_id}", summary="Get a user")
async def get(caller: ApiCaller, user_id: UUID) -> UserShape:
    """An admin anybody, everybody else oneself."""
    async with caller.begin() as act:
        if act.role is not UserRole.ADMIN and user_id != act.user_id:
            raise ForbiddenError("Only an admin reads the details of others.", remedy="Ask an admin.")
        return UserShape.model_validate(await one(act.session, user_id))


@router.patch("/{user_id}", summary="Change how somebody works")
async def change(caller: ApiCaller, user_id: UUID, body: UserChange, wanted: IfMatch) -> UserShape:
    """Hours, zone, buffers, limits and holidays: by an admin, or by the person. Booked interviews stay."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN, UserRole.RECRUITER, UserRole.INTERVIEWER)
        if act.role is not UserRole.ADMIN and user_id != act.user_id:
            raise ForbiddenError("Only an admin changes the hours of others.", remedy="Ask an admin.")
        await wanted.holds(partial(_present, act, user_id))
        cause = act.cause(body.reason)
        user = await users.change(act.session, user_id, body.given(), cause=cause, at=act.at)
        await act.session.refresh(user)
        return UserShape.model_validate(user)


async def _present(act: Act, user_id: UUID) -> UserShape:
    """What a read shows now; nobody changes it before this transaction ends."""
    return UserShape.model_validate(await one(act.session, user_id, lock=True))
