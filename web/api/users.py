"""Users: people who sign in or interview."""

from uuid import UUID

from fastapi import APIRouter
from sqlalchemy import select

from domain.errors import ForbiddenError
from domain.vocabulary import UserRole
from models import User
from services import users
from services.users import NewUser
from web.acting import ApiCaller
from web.api.bodies import UserBody, UserChange
from web.api.shapes import UserShape

router = APIRouter(prefix="/users", tags=["users"])


@router.get("", summary="List users")
async def list_(caller: ApiCaller) -> list[UserShape]:
    """In the order they were added."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        rows = await act.session.scalars(select(User).order_by(User.created_at, User.id))
        return [UserShape.model_validate(row) for row in rows]


@router.post("", status_code=201, summary="Add a user")
async def create(caller: ApiCaller, body: UserBody) -> UserShape:
    """Interviewers carry working hours, in their zone."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        new = NewUser(**body.model_dump(exclude={"reason"}))
        user = await users.create(act.session, new, cause=act.cause(body.reason), at=act.at)
        await act.session.refresh(user)
        return UserShape.model_validate(user)


@router.patch("/{user_id}", summary="Change how somebody works")
async def change(caller: ApiCaller, user_id: UUID, body: UserChange) -> UserShape:
    """Hours, zone, buffers, limits and holidays: by an admin, or by the person. Booked interviews stay."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN, UserRole.RECRUITER, UserRole.INTERVIEWER)
        if act.role is not UserRole.ADMIN and user_id != act.user_id:
            raise ForbiddenError("Only an admin changes the hours of others.", remedy="Ask an admin.")
        cause = act.cause(body.reason)
        user = await users.change(act.session, user_id, body.given(), cause=cause, at=act.at)
        await act.session.refresh(user)
        return UserShape.model_validate(user)
