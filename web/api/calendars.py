"""Calendars of interviewers: their health, connecting one by CalDAV, disconnecting."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field, SecretStr

from domain.calendars import CalendarProviderName
from services.calendars import accounts
from services.calendars.accounts import AccountState, NewAccount
from web import connecting
from web.acting import ApiCaller
from web.api.bodies import Body, Text
from web.api.shapes import CalendarPage, CalendarShape
from web.deps import Deps
from web.paging import DEFAULT, After, Limit
from web.reading.calendars import list_states

router = APIRouter(prefix="/calendars", tags=["calendars"])

Address = Annotated[Text, Field(min_length=1, max_length=2000)]


class NewCalendar(Body):
    """An account to be connected. Google accounts are connected on the page, where their owner consents."""

    provider: Literal["caldav"]
    url: Address
    username: Address
    password: Annotated[SecretStr, Field(min_length=1, max_length=2000)]
    user_id: UUID | None = Field(None, description="Whose it is; default: the caller. Others: admins only.")
    calendar_id: Address | None = Field(
        None, description="Where entries go; default: the first writable one."
    )
    busy_calendar_ids: Annotated[list[Address], Field(max_length=50)] = Field(default_factory=list)


@router.get("", summary="List connected calendars")
async def list_(caller: ApiCaller, after: After = None, limit: Limit = DEFAULT) -> CalendarPage:
    """The caller's own, an admin's everybody's; the worst first. `at_risk` counts interviews to come."""
    async with caller.begin() as act:
        act.needs(*connecting.MAY)
        rows, next_ = await list_states(act.session, act.at, after=after, limit=limit)
        return CalendarPage(items=[_shape(state) for state in rows], next=next_)


@router.post("", status_code=201, summary="Connect a CalDAV account")
async def connect(caller: ApiCaller, deps: Deps, body: NewCalendar) -> CalendarShape:
    """Signs in once to see what is there; nothing is stored when that fails."""
    tools = connecting.needed(deps)
    provider = CalendarProviderName(body.provider)
    async with caller.begin() as act:
        owner = await connecting.owner(act, body.user_id)
        user_id, zone, address = owner.id, owner.time_zone, owner.email
    password = body.password.get_secret_value()
    secret = {
        "url": body.url,
        "username": body.username,
        "password": password,
        "zone": zone,
        "address": address,
    }
    choices = await tools.choices(provider, secret)
    main, busy = connecting.chosen(choices, body.calendar_id, body.busy_calendar_ids)
    async with caller.begin() as act:
        owner = await connecting.owner(act, user_id)
        new = NewAccount(user_id, provider, secret, main.id, busy)
        row = await accounts.connect(act.session, tools.box, new, cause=act.cause(), at=act.at)
        at_risk = await accounts.bookings_at_risk(act.session, user_id, act.at)
        return _shape(AccountState(row, owner, at_risk))


@router.delete("/{account_id}", status_code=204, summary="Disconnect a calendar")
async def disconnect(caller: ApiCaller, deps: Deps, account_id: UUID) -> None:
    """Its secrets are removed, and access is given back to Google; entries over there stay as they are."""
    tools = connecting.needed(deps)
    async with caller.begin() as act:
        row = await connecting.account(act, account_id)
        provider, secret = row.provider, await connecting.readable_secret(act, tools, row)
        await accounts.disconnect(act.session, row.user_id, provider, cause=act.cause(), at=act.at)
    await connecting.give_back(tools, provider, secret)


def _shape(state: AccountState) -> CalendarShape:
    row = state.account
    return CalendarShape(
        id=row.id,
        user_id=row.user_id,
        name=state.owner.name,
        email=state.owner.email,
        provider=row.provider,
        calendar_id=row.calendar_id,
        busy_calendar_ids=list(row.busy_calendar_ids),
        health=row.health,
        health_since=row.health_since,
        health_reason=row.health_reason,
        synced_at=row.synced_at,
        at_risk=state.at_risk,
    )
