"""Notices of providers: something changed over there, look again. A notice has no content, only a sender."""

from fastapi import APIRouter, Header
from fastapi.responses import Response
from sqlalchemy import text
from starlette.exceptions import HTTPException

from web.deps import Deps

router = APIRouter(include_in_schema=False)

NOTICED = text("SELECT calendar_noticed(:channel, :notice)")
LONGEST = 200
GREETING = "sync"
"""Google's first notice says only that the channel is open."""


@router.post("/hooks/google-calendar", status_code=204)
async def google_calendar(
    deps: Deps,
    channel: str = Header("", alias="X-Goog-Channel-ID"),
    token: str = Header("", alias="X-Goog-Channel-Token"),
    number: str = Header("", alias="X-Goog-Message-Number"),
    state: str = Header("", alias="X-Goog-Resource-State"),
) -> Response:
    """Let the calendar of a channel be looked at. The body is not read; a stranger learns nothing.

    Whoever can sign a channel's id is the one whom we gave the signature: only then the database is asked.
    """
    known = (
        deps.calendars is not None and len(channel) <= LONGEST and deps.calendars.is_genuine(channel, token)
    )
    if not known or not number.isdecimal() or len(number) > LONGEST:
        raise HTTPException(404)
    if state != GREETING:
        async with deps.sessions.begin() as session:
            if not await session.scalar(NOTICED, {"channel": channel, "notice": number}):
                raise HTTPException(404)
    return Response(status_code=204)
