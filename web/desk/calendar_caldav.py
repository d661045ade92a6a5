"""Connecting a CalDAV account: address, user and password, then a choice among what is found there."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response

from domain.calendars import CalendarGoneError, CalendarProviderName, CalendarUnavailableError
from domain.errors import InvalidInputError, UnderstudyError
from web import connecting
from web.desk import calendar_choice
from web.desk.session import Desk, SignedIn

router = APIRouter(prefix="/calendars/caldav")
LONGEST = 2000


@router.api_route("/connect", methods=["GET", "HEAD"])
async def show(desk: SignedIn, user: UUID | None = None) -> Response:
    """The form."""
    return await _show(desk, user, {})


@router.post("/connect")
async def find(desk: SignedIn) -> Response:
    """Look what calendars are there. Stores nothing."""
    form = await desk.form()
    tools = connecting.needed(desk.caller.deps)
    fields = {name: form.get(name, "").strip()[:LONGEST] for name in ("url", "username")}
    async with desk.caller.begin() as act:
        owner = await connecting.owner(act, connecting.named(form))
        user_id, zone, address = owner.id, owner.time_zone, owner.email
    password = form.get("password", "")
    secret = {**fields, "password": password, "zone": zone, "address": address}
    if not all((*fields.values(), password)):
        error = InvalidInputError("Address, user and password are all needed.")
        return await _show(desk, user_id, fields, error)
    try:
        choices = await tools.choices(CalendarProviderName.CALDAV, secret)
        return await calendar_choice.ask(desk, CalendarProviderName.CALDAV, user_id, choices, secret=secret)
    except (InvalidInputError, CalendarGoneError, CalendarUnavailableError) as refused:
        return await _show(desk, user_id, fields, refused)


async def _show(
    desk: Desk, user: UUID | None, fields: dict[str, str], error: UnderstudyError | None = None
) -> Response:
    async with desk.caller.begin() as act:
        return desk.show(
            "desk/calendar_caldav.html",
            act,
            error,
            owner=await connecting.owner(act, user),
            fields=fields,
        )
