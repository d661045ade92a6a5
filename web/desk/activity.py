"""What happened in a job, in plain words: a page of the log, and the same as it happens."""

import json
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import Response
from sse_starlette import EventSourceResponse, ServerSentEvent

from domain.messages.times import format_instant
from services import find
from web.acting import HIRING
from web.deps import WebDeps
from web.desk.activity_feeds import LONGEST_SECONDS, MOST_OF_ONE, Feeds
from web.desk.board_page import board_page
from web.desk.session import SignedIn
from web.faults import RateLimitedError
from web.reading.board_due import short_instant
from web.reading.board_feed import Line, here, newest, read_position
from web.render import ENVIRONMENT

router = APIRouter()
PATH = "/jobs/{job_id}/activity"
RETRY_MS = 2000
PING_SECONDS = 15

Before = Annotated[int | None, Query(ge=1, le=2**62)]


@router.api_route(PATH, methods=["GET", "HEAD"])
async def show(desk: SignedIn, job_id: UUID, before: Before = None) -> Response:
    """The log of a job, newest first, in words that name people; auditors have the log itself."""
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        job = await find.job(act.session, job_id)
        position = await here(act.session)
        lines, next_ = await newest(act.session, job_id, before=before)
        return board_page(
            desk,
            act,
            "desk/activity.html",
            job=job,
            lines=lines,
            before=before,
            next=next_,
            position=position,
        )


@router.get(f"{PATH}/stream")
async def stream(
    desk: SignedIn,
    job_id: UUID,
    after: Annotated[str, Query(max_length=60)],
    last_event_id: Annotated[str | None, Header(max_length=60)] = None,
) -> Response:
    """The same rows as they are added, each an event whose id is its position, so that a reader can go on from it.

    Who asks for what they may not see is refused before anything is sent.
    """
    position = read_position(last_event_id or after)
    async with desk.caller.begin() as act:
        act.needs(*HIRING)
        await find.job(act.session, job_id)
        zone = act.zone
    listening = feeds(desk.request)
    if listening.is_crowded_by(desk.caller):
        raise RateLimitedError(
            f"This browser follows {MOST_OF_ONE} jobs already.", {"Retry-After": str(int(LONGEST_SECONDS))}
        )
    feed = listening.listen(desk.caller, job_id, position)
    return EventSourceResponse(_events(feed, zone, desk.caller.deps), ping=PING_SECONDS)


def feeds(request: Request) -> Feeds:
    """The feeds of this process."""
    state = request.app.state
    if not hasattr(state, "feeds"):
        state.feeds = Feeds(state.deps)
    found: Feeds = state.feeds
    return found


async def _events(
    feed: AsyncGenerator[Sequence[Line], None], zone: str, deps: WebDeps
) -> AsyncIterator[ServerSentEvent]:
    template = ENVIRONMENT.get_template("desk/activity_line.html")
    yield ServerSentEvent(comment="listening", retry=RETRY_MS)
    async with aclosing(feed):
        async for lines in feed:
            for line in lines:
                html = template.render(
                    line=line,
                    zone=zone,
                    root=deps.root,
                    now=deps.clock(),
                    short=short_instant,
                    full=format_instant,
                )
                data = json.dumps({"sequence": line.sequence, "html": html})
                yield ServerSentEvent(data, event="line", id=str(line.position))
