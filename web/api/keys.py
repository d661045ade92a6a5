"""API keys: for programs that act in somebody's name."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import Field
from sqlalchemy import select

from domain.errors import ForbiddenError
from domain.identity import Scope
from domain.identity.lifetimes import KEY_LONGEST
from domain.vocabulary import UserRole
from models import ApiKey
from services.identity import keys
from web.acting import ApiCaller
from web.api.bodies import Reasoned, Text
from web.api.shapes import Shape
from web.deps import Deps
from web.paging import DEFAULT, After, Limit
from web.reading.keys import list_keys

router = APIRouter(prefix="/keys", tags=["keys"])


class NewKey(Reasoned):
    """A key to be made."""

    name: Annotated[Text, Field(min_length=1, max_length=100, description="The program that will use it.")]
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=10)]
    days: Annotated[int, Field(ge=1, le=KEY_LONGEST.days)] | None = Field(
        None, description="How long it lasts; default 90."
    )
    user_id: UUID | None = Field(None, description="For whom it acts; default: the caller.")


class KeyShape(Shape):
    """A key, without what opens anything. Times are on the wall clock."""

    id: UUID
    user_id: UUID
    name: str
    hint: str = Field(description="Its first characters.")
    scopes: list[str]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None = Field(description="To the minute.")
    revoked_at: datetime | None


class KeyPage(Shape):
    """Keys, newest first."""

    items: list[KeyShape]
    next: str | None


class KeyWithToken(KeyShape):
    """A key that was just made; `token` is never shown again."""

    token: str


@router.get("", summary="List API keys")
async def list_(caller: ApiCaller, after: After = None, limit: Limit = DEFAULT) -> KeyPage:
    """Own keys; an admin's list holds everybody's. Revoked ones stay to be seen."""
    async with caller.begin() as act:
        rows, next_ = await list_keys(act.session, after=after, limit=limit)
        return KeyPage(items=[KeyShape.model_validate(row) for row in rows], next=next_)


@router.post("", status_code=201, summary="Make an API key")
async def make(caller: ApiCaller, request: Request, deps: Deps, body: NewKey) -> KeyWithToken:
    """By an admin's key with the scope `admin`; everybody else makes keys at the desk. No key makes one that can do
    more than itself."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        beyond = sorted(set(body.scopes) - request.state.known.scopes)
        if beyond:
            raise ForbiddenError(
                f"This key lacks the scope {beyond[0]} itself.", field="scopes", remedy="Leave it out."
            )
        made = await keys.make(
            act.session,
            body.user_id or act.user_id,
            body.name,
            body.scopes,
            days=body.days,
            cause=act.cause(body.reason),
            now=deps.wall(),
            at=act.at,
        )
        row = (await act.session.execute(select(*keys.SHOWN).where(ApiKey.id == made.id))).one()
        return KeyWithToken(**KeyShape.model_validate(row).model_dump(), token=made.token)


@router.delete("/{key_id}", status_code=204, summary="Revoke an API key")
async def revoke(caller: ApiCaller, deps: Deps, key_id: UUID) -> None:
    """It ends at once, also the one that says so. A repeat changes nothing."""
    async with caller.begin() as act:
        act.needs(UserRole.ADMIN)
        await keys.revoke(act.session, key_id, None, cause=act.cause(), now=deps.wall(), at=act.at)
