"""Who may ask for processing, and what that leaves: row, log and message together, or nothing."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, text

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.vocabulary import ProcessingStatus, Trigger, UserRole
from models import AutomationLog, Interview, OutboxMessage
from services.context import act_as_candidate, act_as_user
from services.log import Cause
from services.processing import acts
from services.processing.acts import Repair
from services.processing.start import request_processing
from tests.conftest import Sessions
from tests.support import processing as arrange
from tests.support.data import Data

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
async def people(data: Data) -> dict[UserRole, UUID]:
    return {role: await data.a_user(role) for role in UserRole}


@pytest.fixture
async def interview(data: Data, people: dict[UserRole, UUID], owner_sessions: Sessions) -> UUID:
    """An interview of the recruiter's job that the interviewer conducts."""
    job = await data.a_job(
        recruiter_id=people[UserRole.RECRUITER], interviewer_ids=[people[UserRole.INTERVIEWER]]
    )
    made = await arrange.an_interview(owner_sessions, job)
    async with owner_sessions.begin() as session:
        await session.execute(text("ALTER TABLE interviews DISABLE TRIGGER USER"))
        change = "UPDATE interviews SET status = 'completed', interviewer_id = :who, scheduled_time = :at"
        await session.execute(
            text(f"{change} WHERE id = :id"), {"who": people[UserRole.INTERVIEWER], "at": NOW, "id": made}
        )
        await session.execute(text("ALTER TABLE interviews ENABLE TRIGGER USER"))
        book = "INSERT INTO interview_interviewers (interview_id, user_id, during, is_live) VALUES (:i, :u, :d, true)"
        during = f"[{NOW.isoformat()},{(NOW + timedelta(hours=1)).isoformat()})"
        await session.execute(
            text(book.replace(":d", "CAST(:d AS tstzrange)")),
            {"i": made, "u": people[UserRole.INTERVIEWER], "d": during},
        )
    return made


@pytest.mark.parametrize("role", [UserRole.ADMIN, UserRole.RECRUITER, UserRole.INTERVIEWER])
async def test_admin_recruiter_and_who_conducts_it_may_ask_and_the_log_names_them(
    role: UserRole,
    people: dict[UserRole, UUID],
    interview: UUID,
    web_sessions: Sessions,
    owner_sessions: Sessions,
) -> None:
    forged = Cause(Trigger.MANUAL, role.value, people[UserRole.AUDITOR])
    async with web_sessions.begin() as session:
        await act_as_user(session, role, people[role])
        assert await request_processing(session, interview, None, NOW, cause=forged) == 1
    async with owner_sessions() as session:
        row = await session.get_one(Interview, interview)
        [logged] = await session.scalars(
            select(AutomationLog).where(AutomationLog.action_type == "processing_requested")
        )
        [message] = await session.scalars(
            select(OutboxMessage).where(OutboxMessage.workflow_type == "ProcessingWorkflow")
        )
    assert row.processing_status is ProcessingStatus.PROCESSING
    assert (logged.actor_id, logged.previous_state, logged.new_state) == (people[role], "none", "processing")
    assert message.payload == {"interview_id": str(interview)}


async def test_others_may_not_ask_and_leave_nothing(
    people: dict[UserRole, UUID],
    interview: UUID,
    web_sessions: Sessions,
    data: Data,
    owner_sessions: Sessions,
) -> None:
    strangers = [
        (UserRole.AUDITOR, people[UserRole.AUDITOR]),
        (UserRole.RECRUITER, await data.a_user(UserRole.RECRUITER)),
        (UserRole.INTERVIEWER, await data.a_user(UserRole.INTERVIEWER)),
    ]
    for role, user in strangers:
        async with web_sessions() as session:
            await act_as_user(session, role, user)
            with pytest.raises(NotFoundError):
                await request_processing(session, interview, None, NOW)
    async with web_sessions() as session:
        await act_as_candidate(session, interview)
        with pytest.raises(NotFoundError):
            await request_processing(session, interview, None, NOW)
    async with owner_sessions() as session:
        assert (await session.get_one(Interview, interview)).processing_status is ProcessingStatus.NONE


async def test_each_repair_is_for_its_own_states(interview: UUID, worker_sessions: Sessions) -> None:
    cause = Cause(Trigger.MANUAL, "admin")
    async with worker_sessions.begin() as session:
        for what in (Repair.FIX, Repair.RETRY):
            with pytest.raises(ConflictError, match="unprocessed"):
                await acts.repair(session, interview, what, cause=cause, at=NOW)
        assert await acts.repair(session, interview, Repair.REPROCESS, cause=cause, at=NOW) == 1
        late = NOW + timedelta(hours=2)
        for what in (Repair.RETRY, Repair.REPROCESS):
            with pytest.raises(ConflictError, match="stuck"):
                await acts.repair(session, interview, what, cause=cause, at=late)
        assert await acts.repair(session, interview, Repair.FIX, cause=cause, at=late) == 2


async def test_many_are_repaired_at_once_and_those_that_need_none_are_left(
    interview: UUID, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    cause = Cause(Trigger.MANUAL, "admin")
    others = [await arrange.an_interview(owner_sessions) for _ in range(2)]
    async with worker_sessions.begin() as session:
        await request_processing(session, interview, None, NOW)
        done = await acts.repair_many(session, [interview, *others], Repair.REPROCESS, cause=cause, at=NOW)
        assert set(done.begun) == set(others)
        assert done.left == (interview,)
        with pytest.raises(InvalidInputError):
            await acts.repair_many(session, [], Repair.RETRY, cause=cause, at=NOW)
