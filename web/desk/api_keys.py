"""Own API keys: what there is, making one, revoking one. A key is shown once, on the page that answers its making."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import select

from domain.errors import InvalidInputError, UnderstudyError
from domain.identity import lifetimes
from domain.identity.scopes import MEANING, OF_ROLE
from models import ApiKey
from services.identity import keys
from services.identity.keys import MadeKey
from web.desk.session import Desk, SignedIn

router = APIRouter(prefix="/account/keys")
SPANS = (7, 30, lifetimes.KEY_DEFAULT.days, 365)
"""Days that the page offers."""


@router.api_route("", methods=["GET", "HEAD"])
async def show(desk: SignedIn) -> Response:
    """Own keys, newest first; revoked ones stay to be seen."""
    return await _page(desk)


@router.post("")
async def make(desk: SignedIn) -> Response:
    """Make a key and show it, this once."""
    form = await desk.choices()
    name, days = form.get("name"), form.get("days")
    try:
        span = next((span for span in SPANS if days == str(span)), None)
        if span is None:
            raise InvalidInputError("Choose how long the key lasts.", field="days")
        async with desk.caller.begin() as act:
            made = await keys.make(
                act.session,
                act.user_id,
                name if isinstance(name, str) else "",
                [scope for scope in form.getlist("scope") if isinstance(scope, str)],
                days=span,
                cause=act.cause(),
                now=desk.caller.deps.wall(),
                at=act.at,
            )
    except UnderstudyError as error:
        return await _page(desk, error=error)
    return await _page(desk, made=made)


@router.post("/{key_id}/revoke")
async def revoke(desk: SignedIn, key_id: UUID) -> Response:
    """End an own key at once. A repeat changes nothing."""
    await desk.form()
    async with desk.caller.begin() as act:
        now = desk.caller.deps.wall()
        await keys.revoke(act.session, key_id, act.user_id, cause=act.cause(), now=now, at=act.at)
    return RedirectResponse(f"{desk.caller.deps.root}/account/keys", 303)


async def _page(desk: Desk, *, made: MadeKey | None = None, error: UnderstudyError | None = None) -> Response:
    async with desk.caller.begin() as act:
        own = await act.session.execute(
            select(*keys.SHOWN)
            .where(ApiKey.user_id == act.user_id)
            .order_by(ApiKey.created_at.desc(), ApiKey.id)
            .limit(200)
        )
        return desk.show(
            "desk/api_keys.html",
            act,
            error,
            keys=own.all(),
            scopes=[(scope, MEANING[scope]) for scope in MEANING if scope in OF_ROLE[act.role]],
            spans=SPANS,
            default=lifetimes.KEY_DEFAULT.days,
            made=made,
            now=desk.caller.deps.wall(),
        )
