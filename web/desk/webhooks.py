"""Webhooks: what follows the log, how it is doing, and the buttons to add, switch, replay and remove."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.errors import InvalidInputError, UnderstudyError
from models import WebhookEndpoint
from services import webhooks
from services.webhooks import NewEndpoint
from web.acting import HIRING, Act
from web.api.webhooks import delivery_shape, needed
from web.desk.session import Desk, SignedIn
from web.paging import LARGEST
from web.reading.webhooks import list_deliveries, list_endpoints

router = APIRouter(prefix="/webhooks")
SHOWN = 50
SAID = {
    "changed": "The change is made.",
    "removed": "The webhook is removed.",
    "again": "The event is sent again. Reload the page to see what became of it.",
    "moved": "Deliveries go on from there.",
}
"""What was just done, in words; the address names only the key."""


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn, said: str = "") -> Response:
    """The own webhooks; an admin sees everybody's."""
    return await _overview(desk, said=said)


@router.post("")
async def add(desk: SignedIn) -> Response:
    """Add one and show its secret, this once."""
    form = await desk.form()
    tools = needed(desk.caller.deps)
    try:
        async with desk.caller.begin() as act:
            act.needs(*HIRING)
            new = NewEndpoint(
                act.user_id,
                form.get("url", ""),
                form.get("description", "").strip()[:200],
                [word for word in form.get("actions", "").replace(",", " ").split() if word][:100],
            )
            _, secret = await webhooks.create(
                act.session, tools.box, new, tools.private_hosts, cause=act.cause(), at=act.at
            )
    except UnderstudyError as error:
        return await _overview(desk, error=error)
    return await _overview(desk, secret=secret)


@router.api_route("/{endpoint_id}", methods=["GET", "HEAD"])
async def one(desk: SignedIn, endpoint_id: UUID, said: str = "", after: str | None = None) -> Response:
    """One webhook with its deliveries."""
    return await _one(desk, endpoint_id, said=said, after=after)


@router.post("/{endpoint_id}/switch")
async def switch(desk: SignedIn, endpoint_id: UUID) -> Response:
    """On or off."""
    form = await desk.form()
    async with desk.caller.begin() as act:
        row = await _own(act, endpoint_id)
        given = {"enabled": form.get("enabled") == "on"}
        await webhooks.change(act.session, row, given, cause=act.cause(), at=act.at)
    return _back(desk, f"/{endpoint_id}", "changed")


@router.post("/{endpoint_id}/secret")
async def change_secret(desk: SignedIn, endpoint_id: UUID) -> Response:
    """A new secret, shown this once."""
    await desk.form()
    tools = needed(desk.caller.deps)
    async with desk.caller.begin() as act:
        row = await _own(act, endpoint_id)
        secret = await webhooks.change_secret(act.session, tools.box, row, cause=act.cause(), at=act.at)
    return await _one(desk, endpoint_id, secret=secret)


@router.post("/{endpoint_id}/replay")
async def replay(desk: SignedIn, endpoint_id: UUID) -> Response:
    """Go on from another place of the log."""
    form = await desk.form()
    try:
        number = _number(form.get("after_sequence", ""))
        async with desk.caller.begin() as act:
            row = await _own(act, endpoint_id)
            await webhooks.replay_from(act.session, row, number, cause=act.cause(), at=act.at)
    except InvalidInputError as error:
        return await _one(desk, endpoint_id, error=error)
    return _back(desk, f"/{endpoint_id}", "moved")


@router.post("/{endpoint_id}/deliveries/{sequence}/replay")
async def replay_one(desk: SignedIn, endpoint_id: UUID, sequence: int) -> Response:
    """Send one event again."""
    await desk.form()
    async with desk.caller.begin() as act:
        row = await _own(act, endpoint_id)
        await webhooks.replay_one(act.session, row, sequence, cause=act.cause(), at=act.at)
    return _back(desk, f"/{endpoint_id}", "again")


@router.post("/{endpoint_id}/remove")
async def remove(desk: SignedIn, endpoint_id: UUID) -> Response:
    """Forget it; asked for by a box that has to be ticked."""
    form = await desk.form()
    if form.get("sure") != "yes":
        error = InvalidInputError("Tick the box to remove this webhook.", field="sure")
        return await _one(desk, endpoint_id, error=error)
    async with desk.caller.begin() as act:
        await webhooks.remove(act.session, await _own(act, endpoint_id), cause=act.cause(), at=act.at)
    return _back(desk, "", "removed")


def _number(text: str) -> int:
    if not text.strip().isdecimal():
        raise InvalidInputError("Give the number of a row of the log.", field="after_sequence")
    return int(text.strip()[:19])


async def _own(act: Act, endpoint_id: UUID) -> WebhookEndpoint:
    act.needs(*HIRING)
    return await webhooks.find(act.session, endpoint_id, lock=True)


async def _overview(
    desk: Desk, *, said: str = "", secret: str = "", error: UnderstudyError | None = None
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        rows, _ = await list_endpoints(act.session, after=None, limit=LARGEST)
        facts = {
            "endpoints": rows,
            "newest": await webhooks.newest(act.session),
            "possible": desk.caller.deps.webhooks is not None,
        }
        return desk.show("desk/webhooks.html", act, error, said=SAID.get(said, ""), secret=secret, **facts)


async def _one(
    desk: Desk,
    endpoint_id: UUID,
    *,
    said: str = "",
    secret: str = "",
    after: str | None = None,
    error: UnderstudyError | None = None,
) -> Response:
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        endpoint = await webhooks.find(act.session, endpoint_id)
        rows, next_ = await list_deliveries(act.session, endpoint_id, None, after=after, limit=SHOWN)
        facts = {"endpoint": endpoint, "deliveries": [delivery_shape(row) for row in rows], "next": next_}
        return desk.show("desk/webhook.html", act, error, said=SAID.get(said, ""), secret=secret, **facts)


def _back(desk: Desk, path: str, said: str) -> RedirectResponse:
    return RedirectResponse(f"{desk.caller.deps.root}/webhooks{path}?said={said}", 303)
