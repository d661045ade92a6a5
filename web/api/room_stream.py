"""The room of an interview as server-sent events, for programs."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import Response
from sse_starlette import EventSourceResponse, ServerSentEvent

from domain.access.vocabulary import Purpose, Seen
from models import Transcript
from services import access, find
from services.moves import subject
from web.acting import MEMBERS, Act, ApiCaller
from web.api.insights import InsightShape
from web.api.turn_bodies import SpokenTurnShape
from web.faults import RateLimitedError
from web.reading.room_news import News, Position, read_position, since
from web.room_feed import LONGEST_SECONDS, MOST_OF_ONE, feeds_of

router = APIRouter(prefix="/interviews/{interview_id}", tags=["transcripts"])
PING_SECONDS = 15
EXAMPLE = 'id: 412-6f1e2d3c\nevent: turn\ndata: {"sequence": 7, "text": "...", ...}\n\n'


@router.get(
    "/room/stream",
    summary="Follow an interview as it happens",
    response_class=EventSourceResponse,
    responses={
        200: {
            "description": "Events `turn` and `insight`, whose data is what reading them shows, and `reset`: the"
            " transcript was deleted, so forget it.",
            "content": {"text/event-stream": {"schema": {"type": "string"}, "example": EXAMPLE}},
        }
    },
)
async def stream(
    request: Request,
    caller: ApiCaller,
    interview_id: UUID,
    after: Annotated[
        str, Query(max_length=60, description="Id of the last event; without it, from the beginning.")
    ] = "0-0",
    last_event_id: Annotated[
        str | None, Header(max_length=60, description="As `after`; clients of events send it by themselves.")
    ] = None,
) -> Response:
    """Server-sent events. Connect again with the id of the last event: nothing is missed and nothing comes twice,
    except what changed since. A connection ends after five minutes; each beginning is noted as a look."""
    follower = _Follower(interview_id, read_position(last_event_id or after))
    async with caller.begin() as act:
        act.needs(*MEMBERS)
        interview = await find.interview(act.session, interview_id)
        about = subject(interview)
        await access.note(act.session, Seen.TRANSCRIPT, about, at=act.at, purpose=Purpose.API)
    listening = feeds_of(request)
    if listening.is_crowded_by(caller):
        raise RateLimitedError(
            f"This key follows {MOST_OF_ONE} interviews already.", {"Retry-After": str(int(LONGEST_SECONDS))}
        )
    looks = listening.looks(caller, interview_id, follower.read)
    return EventSourceResponse(_events(looks), ping=PING_SECONDS)


class _Follower:
    """One reader and where it stands."""

    def __init__(self, interview_id: UUID, position: Position) -> None:
        self._interview_id = interview_id
        self._position = position

    async def read(self, act: Act) -> list[ServerSentEvent]:
        """What is new, in the reader's own transaction."""
        events: list[ServerSentEvent] = []
        while True:
            news = await since(act.session, self._interview_id, self._position)
            events += _told(news)
            self._position = news.after(self._position)
            if news.is_whole:
                return events


def _told(news: News) -> list[ServerSentEvent]:
    events = []
    if news.is_reset:
        events.append(ServerSentEvent("{}", event="reset", id=str(Position(0, news.anchor))))
    for row in news.rows:
        if isinstance(row, Transcript):
            data, kind = SpokenTurnShape.model_validate(row).model_dump_json(), "turn"
        else:
            data, kind = InsightShape.model_validate(row).model_dump_json(), "insight"
        events.append(ServerSentEvent(data, event=kind, id=str(news.at(row))))
    return events


async def _events(looks: AsyncGenerator[list[ServerSentEvent], None]) -> AsyncIterator[ServerSentEvent]:
    yield ServerSentEvent(comment="listening", retry=1000)
    async with aclosing(looks):
        async for events in looks:
            for event in events:
                yield event
