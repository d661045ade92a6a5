"""The page that says why an application has its score."""

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response

from web.desk.session import SignedIn
from web.reading.why import why
from web.render import page

router = APIRouter()

_FULL = 100.0


@router.api_route("/applications/{application_id}", methods=["GET", "HEAD"])
async def show(desk: SignedIn, application_id: UUID) -> Response:
    """Parts, requirements, notices, what would change the rank, and the masked resume with its evidence."""
    async with desk.caller.begin() as act:
        found = await why(act.session, application_id)
        bars = [(name, value, min(_FULL, max(0.0, value))) for name, value in found.parts.items()]
        return page(desk.request, "desk/application.html", why=found, bars=bars, me=act, csrf=desk.csrf)
