"""The live page as it happens: events that a reader can go on from, also after a broken connection."""

import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query
from fastapi.responses import Response
from sse_starlette import EventSourceResponse, ServerSentEvent

from domain.access.vocabulary import Seen
from models import Transcript
from services import access, find
from services.moves import subject
from services.questions.plans import PlanOf, plan_of
from web.acting import MEMBERS, Act
from web.desk.interview_live import LIVE
from web.desk.session import SignedIn
from web.faults import RateLimitedError
from web.reading.room_news import News, Position, plan_mark, read_position, since
from web.render import ENVIRONMENT
from web.room_feed import LONGEST_SECONDS, MOST_OF_ONE, feeds_of

router = APIRouter()
RETRY_MS = 1000
PING_SECONDS = 15
Where = Annotated[str, Query(max_length=60)]


@router.get(f"{LIVE}/stream")
async def stream(
    desk: SignedIn,
    interview_id: UUID,
    after: Where = "0-0",
    last_event_id: Annotated[str | None, Header(max_length=60)] = None,
) -> Response:
    """Turns, insights and the question plan as they change. The id of an event is the position behind it.

    Who asks for what they may not see gets 404 before anything is sent. Each beginning is noted as a look.
    """
    position = read_position(last_event_id or after)
    async with desk.caller.begin() as act:
        act.needs(*MEMBERS)
        interview = await find.interview(act.session, interview_id)
        await access.note(act.session, Seen.TRANSCRIPT, subject(interview), at=act.at)
        zone = act.zone
    listening = feeds_of(desk.request)
    if listening.is_crowded_by(desk.caller):
        raise RateLimitedError(
            f"This browser follows {MOST_OF_ONE} interviews already.",
            {"Retry-After": str(int(LONGEST_SECONDS))},
        )
    follower = Follower(interview_id, position, zone, desk.caller.deps.root, desk.csrf)
    looks = listening.looks(desk.caller, interview_id, follower.read)
    return EventSourceResponse(follower.events(looks), ping=PING_SECONDS)


class Follower:
    """One reader of one room: where it stands, and how it is told."""

    def __init__(self, interview_id: UUID, position: Position, zone: str, root: str, csrf: str) -> None:
        self._interview_id = interview_id
        self._position = position
        self._facts = {"zone": zone, "root": root, "csrf": csrf, "here": f"{root}/interviews/{interview_id}"}
        self._plan = ""

    async def read(self, act: Act) -> list[ServerSentEvent]:
        """What is new, as events; in the reader's own transaction."""
        events: list[ServerSentEvent] = []
        while True:
            news = await since(act.session, self._interview_id, self._position)
            events += self._told(news)
            self._position = news.after(self._position)
            if news.is_whole:
                break
        mark = await plan_mark(act.session, self._interview_id)
        if mark != self._plan:
            self._plan = mark
            events.append(self._planned(await plan_of(act.session, self._interview_id)))
        return events

    async def events(
        self, looks: AsyncGenerator[list[ServerSentEvent], None]
    ) -> AsyncIterator[ServerSentEvent]:
        """All of them, look by look."""
        yield ServerSentEvent(comment="listening", retry=RETRY_MS)
        async with aclosing(looks):
            async for events in looks:
                for event in events:
                    yield event

    def _told(self, news: News) -> list[ServerSentEvent]:
        events = []
        if news.is_reset:
            events.append(ServerSentEvent("{}", event="reset", id=str(Position(0, news.anchor))))
        for row in news.rows:
            is_turn = isinstance(row, Transcript)
            template = ENVIRONMENT.get_template(
                "desk/live_turn.html" if is_turn else "desk/live_insight.html"
            )
            html = template.render({"turn" if is_turn else "insight": row}, **self._facts)
            data = {"key": row.sequence if isinstance(row, Transcript) else str(row.id), "html": html}
            kind = "turn" if is_turn else "insight"
            events.append(ServerSentEvent(json.dumps(data), event=kind, id=str(news.at(row))))
        return events

    def _planned(self, plan: PlanOf) -> ServerSentEvent:
        html = ENVIRONMENT.get_template("desk/live_plan.html").render(plan=plan, **self._facts)
        return ServerSentEvent(json.dumps({"html": html}), event="plan")
