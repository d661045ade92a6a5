"""Connected calendars: how they are, and the buttons to connect, look, choose and disconnect."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import UnderstudyError
from domain.vocabulary import CalendarHealth, UserRole
from services.calendars import accounts
from web import connecting
from web.desk import calendar_choice
from web.desk.session import Desk, SignedIn

router = APIRouter(prefix="/calendars")

MEANING = {
    CalendarHealth.CONNECTED: "It is read and written.",
    CalendarHealth.EXPIRING: "Access ends soon. Connect it again.",
    CalendarHealth.UNREACHABLE: "It does not answer. It is tried again by itself; until then no new times are offered.",
    CalendarHealth.DEAD: "Access is lost. Connect it again; until then no new times are offered.",
}


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn, user: UUID | None = None, said: str = "") -> Response:
    """The own calendars; an admin sees everybody's. `said` names what was just done."""
    return await overview(desk, user, said=said)


async def overview(
    desk: Desk, user: UUID | None, *, said: str = "", error: UnderstudyError | None = None
) -> Response:
    """The page, with what went wrong."""
    tools = desk.caller.deps.calendars
    async with desk.caller.begin() as act:
        owner = await connecting.owner(act, user)
        everybody = act.role is UserRole.ADMIN and user is None
        return desk.show(
            "desk/calendars.html",
            act,
            error,
            states=await accounts.states(act.session, act.at, None if everybody else owner.id),
            owner=owner,
            is_own=owner.id == act.user_id,
            people=await connecting.people(act),
            meaning=MEANING,
            google=tools is not None and tools.google is not None,
            caldav=tools is not None,
            said=said if said in SAID else "",
            words=SAID,
        )


SAID = {
    "connected": "The calendar is connected. The first look at it takes a moment.",
    "looking": "The calendar is looked at now.",
    "disconnected": "The calendar is disconnected, and its secrets are removed.",
    "disconnected-only-here": "The calendar is disconnected, and its secrets are removed here. Google did not confirm "
    "that access has ended: remove it under “Third-party access” of the Google account.",
}
"""What was just done, in words; the address names only the key."""


@router.post("/{account_id}/look")
async def look(desk: SignedIn, account_id: UUID) -> Response:
    """Let the calendar be looked at now."""
    await desk.form()
    async with desk.caller.begin() as act:
        row = await connecting.account(act, account_id)
        await accounts.look_now(act.session, row, act.at)
    return _back(desk, "looking")


@router.api_route("/{account_id}/disconnect", methods=["GET", "HEAD"])
async def ask(desk: SignedIn, account_id: UUID) -> Response:
    """The question before disconnecting. Changes nothing."""
    async with desk.caller.begin() as act:
        row = await connecting.account(act, account_id)
        owner = await connecting.owner(act, row.user_id)
        return desk.show(
            "desk/calendar_disconnect.html",
            act,
            account=row,
            owner=owner,
            at_risk=await accounts.bookings_at_risk(act.session, owner.id, act.at),
        )


@router.post("/{account_id}/disconnect")
async def disconnect(desk: SignedIn, account_id: UUID) -> Response:
    """Forget the calendar and its secrets, and give access back to the provider."""
    await desk.form()
    tools = connecting.needed(desk.caller.deps)
    async with desk.caller.begin() as act:
        row = await connecting.account(act, account_id)
        provider, secret = row.provider, await connecting.readable_secret(act, tools, row)
        await accounts.disconnect(act.session, row.user_id, provider, cause=act.cause(), at=act.at)
    ended = await connecting.give_back(tools, provider, secret)
    return _back(desk, "disconnected" if ended else "disconnected-only-here")


@router.api_route("/{account_id}/choose", methods=["GET", "HEAD"])
async def choose(desk: SignedIn, account_id: UUID) -> Response:
    """Which calendars of a connected account are used. Asks the provider, changes nothing."""
    tools = connecting.needed(desk.caller.deps)
    async with desk.caller.begin() as act:
        row = await connecting.account(act, account_id)
        user_id, provider = row.user_id, row.provider
        now = calendar_choice.Selection(row.calendar_id, tuple(row.busy_calendar_ids))
        secret = await connecting.secret_of(act, tools, row)
    choices = await tools.choices(provider, secret)
    return await calendar_choice.ask(desk, provider, user_id, choices, now)


def _back(desk: Desk, said: str) -> RedirectResponse:
    return RedirectResponse(f"{desk.caller.deps.root}/calendars?said={said}", 303)
