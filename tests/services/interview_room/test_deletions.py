"""What goes and what stays when a candidate, a job or a user is deleted: direct SQL, as the owner."""

from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from domain.vocabulary import UserRole
from models import AiInsight
from services.interview_room.turns import add_turns
from tests.services import arrange
from tests.services.interview_room.talk import dialogue
from tests.support.data import MONDAY, Data, Sessions

ROOM = ("interviews", "transcripts", "ai_insights", "scorecards", "interviewer_scorecards")


@pytest.fixture
async def interview(data: Data, worker_sessions: Sessions, owner_sessions: Sessions) -> UUID:
    """A booked interview with turns, an insight and a merged scorecard."""
    interviewer = await data.a_user(UserRole.INTERVIEWER)
    job = await data.a_job(openings=1, interviewer_ids=[interviewer])
    await data.scored(job, 80)
    await data.closed_and_ranked(job)
    (interview_id,) = await arrange.booked(data, job)
    async with worker_sessions.begin() as session:
        added = await add_turns(session, interview_id, dialogue(), MONDAY)
        session.add(
            AiInsight(
                interview_id=interview_id, turn_id=added.turns[0].id, type="note", severity="info",
                content="A note.", origin="person", fingerprint="1",
            )
        )  # fmt: skip
    async with owner_sessions.begin() as session:
        await session.execute(
            text("INSERT INTO scorecards (interview_id, cards, votes, spread) VALUES (:i, 1, '{}', '{}')"),
            {"i": interview_id},
        )
    return interview_id


async def count(owner: Sessions, table: str) -> int:
    async with owner() as session:
        return await session.scalar(text(f"SELECT count(*) FROM {table}")) or 0


async def test_deleting_a_candidate_takes_interviews_transcripts_insights_and_scorecards_along(
    interview: UUID, owner_sessions: Sessions
) -> None:
    assert await count(owner_sessions, "transcripts") == len(dialogue())
    async with owner_sessions.begin() as session:
        await session.execute(text("DELETE FROM candidates"))
    for table in ROOM:
        assert await count(owner_sessions, table) == 0, table


async def test_deleting_a_job_leaves_interviews_with_no_job(
    interview: UUID, owner_sessions: Sessions
) -> None:
    async with owner_sessions.begin() as session:
        await session.execute(text("DELETE FROM jobs"))
    async with owner_sessions() as session:
        (row,) = (await session.execute(text("SELECT id, job_id FROM interviews"))).all()
    assert (row.id, row.job_id) == (interview, None)
    assert await count(owner_sessions, "transcripts") == len(dialogue())
    assert await count(owner_sessions, "ai_insights") == 1
    assert await count(owner_sessions, "scorecards") == 1


async def test_a_user_with_interviews_cannot_be_deleted(interview: UUID, owner_sessions: Sessions) -> None:
    async with owner_sessions.begin() as session:
        await session.execute(text("DELETE FROM job_interviewers"))
    with pytest.raises(IntegrityError, match=r"violates RESTRICT setting of foreign key.*interview"):
        async with owner_sessions.begin() as session:
            await session.execute(
                text("DELETE FROM users WHERE id = (SELECT interviewer_id FROM interviews WHERE id = :i)"),
                {"i": interview},
            )
    assert await count(owner_sessions, "interviews") == 1


async def test_deleting_an_interview_takes_transcripts_insights_and_scorecards_along_and_leaves_the_candidate(
    interview: UUID, owner_sessions: Sessions
) -> None:
    before = await count(owner_sessions, "automation_logs")
    async with owner_sessions.begin() as session:
        await session.execute(text("DELETE FROM interviews WHERE id = :i"), {"i": interview})
    for table in ROOM:
        assert await count(owner_sessions, table) == 0, table
    assert await count(owner_sessions, "candidates") == 1
    assert await count(owner_sessions, "automation_logs") == before
