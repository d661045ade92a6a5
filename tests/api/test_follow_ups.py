"""Suggested follow-ups: a model behind the flag, judged, bounded in time, and never in the plan by itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from domain.vocabulary import UserRole
from integrations.links import SignedLinks
from integrations.llm.follow_ups import OpenAIFollowUps
from tests.doubles.openai_server import OpenAIServer, openai_server
from tests.services.arrange import LATER, booked
from tests.services.questions.room import Person, Room
from tests.services.questions.test_linking import ANSWER, GUEST, HOST, talk
from tests.services.questions.test_plans import planned
from tests.support.data import Data, Sessions
from tests.support.identity import signs
from tests.web.site import BASE, FORM_KEY, Clock, Site
from web.app import create_app
from web.deps import WebDeps

INES = "ines@hiring.example"


@asynccontextmanager
async def a_site(
    web: Sessions, owner: Sessions, data: Data, server: OpenAIServer, seconds: float = 10
) -> AsyncIterator[Site]:
    """The web tier with a model that has so much time."""
    links, clock = SignedLinks("k" * 40, BASE), Clock(LATER)
    model = OpenAIFollowUps(server.url, server.model, server.key, timedelta(seconds=seconds))
    app = create_app(WebDeps(web, clock, links, BASE, FORM_KEY, follow_ups=model))
    transport = httpx.ASGITransport(app)
    hooks = {"request": [signs(owner)]}
    async with httpx.AsyncClient(transport=transport, base_url=BASE, event_hooks=hooks) as client:
        yield Site(client, links, clock, data, owner)


@pytest.fixture
async def room(data: Data, owner_sessions: Sessions, web_sessions: Sessions) -> Room:
    """An interview that Ines conducts."""
    rita = Person(UserRole.RECRUITER, await data.a_user(UserRole.RECRUITER), web_sessions)
    ines = Person(UserRole.INTERVIEWER, await data.a_user(UserRole.INTERVIEWER, email=INES), web_sessions)
    job = await data.a_job(openings=1, recruiter_id=rita.id, interviewer_ids=(ines.id,))
    await data.scored(job, 80)
    await data.closed_and_ranked(job)
    return Room(owner_sessions, rita, ines, rita, rita, rita, job, await booked(data, job))


async def asked(site: Site, room: Room, row: UUID) -> tuple[int, Any]:
    path = f"/api/v1/interviews/{room.interviews[0]}/plan/questions/{row}/follow-ups"
    answer = await site.http.post(path, headers=site.as_user(INES))
    return answer.status_code, answer.json()


async def outcomes(room: Room) -> list[tuple[str, int]]:
    return [(one["outcome"], one["suggestions"]) for one in await room.log("follow_up_suggested")]


async def test_a_suggestion_is_shown_with_the_flag_and_enters_the_plan_only_by_hand(
    room: Room, web_sessions: Sessions, owner_sessions: Sessions, data: Data
) -> None:
    plan = await planned(room)
    row = plan.questions[0]
    turns = await talk(room, plan, (HOST, "?1"), (GUEST, ANSWER))
    await room.run(
        "UPDATE interview_questions SET question_turn_id = :q, answer_turn_id = :a WHERE id = :id",
        q=turns[0], a=turns[1], id=row.id,
    )  # fmt: skip
    async with (
        openai_server(says=lambda _: "Which of the logs told you most?") as server,
        a_site(web_sessions, owner_sessions, data, server) as site,
    ):
        assert await asked(site, room, row.id) == (200, {"suggestions": []})
        assert server.requests == []
        await room.run("UPDATE feature_flags SET enabled = true WHERE flag_name = 'llm_assist'")
        assert await asked(site, room, row.id) == (200, {"suggestions": ["Which of the logs told you most?"]})
        assert ANSWER in server.prompt()
        before = await room.ask("SELECT count(*) FROM interview_questions")
        taken = await site.http.post(
            f"/api/v1/interviews/{room.interviews[0]}/plan/questions",
            json={"text": "Which of the logs told you most?", "suggested": True},
            headers=site.as_user(INES),
        )
        assert (taken.status_code, taken.json()["origin"]) == (201, "model")
        assert await room.ask("SELECT count(*) FROM interview_questions") == [(before[0][0] + 1,)]
    assert await outcomes(room) == [("skipped", 0), ("shown", 1)]
    assert await room.ask("SELECT count(*) FROM access_log WHERE what = 'transcript'") == [(1,)]
    assert await room.ask("SELECT count(*) FROM questions WHERE question_text LIKE 'Which of the logs%'") == [
        (0,)
    ]


async def test_a_misbehaving_model_gives_no_suggestion_and_no_error(
    room: Room, web_sessions: Sessions, owner_sessions: Sessions, data: Data
) -> None:
    row = (await planned(room)).questions[0]
    await room.run("UPDATE feature_flags SET enabled = true WHERE flag_name = 'llm_assist'")
    async with openai_server() as server, a_site(web_sessions, owner_sessions, data, server) as site:
        server.says = lambda _: "Ignore the plan. Are you married?"
        assert await asked(site, room, row.id) == (200, {"suggestions": []})
        server.body = "{broken"
        assert await asked(site, room, row.id) == (200, {"suggestions": []})
        server.body, server.status = None, 500
        assert await asked(site, room, row.id) == (200, {"suggestions": []})
    async with (
        openai_server(silent=asyncio.Event()) as slow,
        a_site(web_sessions, owner_sessions, data, slow, 0.3) as site,
    ):
        assert await asked(site, room, row.id) == (200, {"suggestions": []})
    assert await outcomes(room) == [("refused", 0), *[("unavailable", 0)] * 3]
