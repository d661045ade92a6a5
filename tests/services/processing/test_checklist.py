"""The rows of the specification's testing checklist, one by one, phase by phase; and what the database keeps."""

import json
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, func, inspect, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.schema import Column

from domain.processing.progress import ORDER, STRETCH, begun, completed, ended, failed, story
from domain.processing.vocabulary import Step
from domain.vocabulary import ProcessingStatus
from models import Base, HeldStep, Interview, OutboxMessage, ProcessingStep
from services.log import Cause
from services.processing import finish, steps
from services.processing.start import request_processing
from services.processing.steps import Run
from tests.conftest import Sessions
from tests.models.refusal import ALLOWED, CHECK, refusal
from tests.support import processing as arrange

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
AUTO = Cause()


@pytest.fixture
async def interview(owner_sessions: Sessions) -> UUID:
    return await arrange.an_interview(owner_sessions)


@pytest.fixture
async def asked(interview: UUID, worker_sessions: Sessions) -> UUID:
    """An interview for which processing was asked."""
    async with worker_sessions.begin() as session:
        assert await request_processing(session, interview, None, NOW) == 1
    return interview


async def row_of(sessions: Sessions, interview: UUID) -> Interview:
    async with sessions() as session:
        return await session.get_one(Interview, interview)


def run(interview: UUID, step: Step) -> Run:
    return Run(interview, 1, step, "run-1")


# Phase 1 ---------------------------------------------------------------------------------------------------------


async def test_processing_metadata_column_exists_on_interviews(owner_sessions: Sessions) -> None:
    async with owner_sessions() as session:
        query = "SELECT data_type FROM information_schema.columns WHERE table_name = 'interviews' AND column_name = :c"
        assert await session.scalar(text(query), {"c": "processing_metadata"}) == "jsonb"
        query = "SELECT indexdef FROM pg_indexes WHERE indexname = 'ix_interviews_processing'"
        assert "'processing'" in str(await session.scalar(text(query)))


async def test_an_interview_that_becomes_ready_leaves_no_step_behind(
    asked: UUID, worker_sessions: Sessions
) -> None:
    """“Database trigger marks jobs done when interview becomes ready”: there are no jobs beside the row any more."""
    async with worker_sessions.begin() as session:
        for step in ORDER:
            await steps.begin(session, run(asked, step), cause=AUTO, at=NOW)
            if step is not Step.COMPLETE:
                row = await session.get_one(Interview, asked)
                await steps.end(session, row, run(asked, step), NOW + MINUTE)
        assert await finish.complete(session, run(asked, Step.COMPLETE), cause=AUTO, at=NOW + MINUTE)
    async with worker_sessions() as session:
        open_steps = select(func.count()).where(ProcessingStep.outcome.is_(None))
        assert await session.scalar(open_steps) == 0


async def test_an_interview_that_ends_with_an_error_leaves_no_step_behind(
    asked: UUID, worker_sessions: Sessions
) -> None:
    """“Database trigger marks jobs error when interview errors”: its open step ends with the interview."""
    async with worker_sessions.begin() as session:
        await steps.begin(session, run(asked, Step.TRANSCRIBING), cause=AUTO, at=NOW)
        assert await finish.fail(session, asked, 1, code="unreadable_recording", cause=AUTO, at=NOW + MINUTE)
    async with worker_sessions() as session:
        [row] = (await session.scalars(select(ProcessingStep))).all()
        assert (row.outcome, row.step) == ("failed", Step.TRANSCRIBING)
        assert row.error


# Phase 2 ---------------------------------------------------------------------------------------------------------


async def test_all_new_interviews_use_one_workflow_and_no_other_is_ever_started(
    asked: UUID, worker_sessions: Sessions
) -> None:
    async with worker_sessions() as session:
        [message] = (await session.scalars(select(OutboxMessage))).all()
    assert (message.kind, message.workflow_type, message.workflow_id) == (
        "start",
        "ProcessingWorkflow",
        f"processing-{asked}",
    )


async def test_an_interview_that_is_processed_already_is_told_instead_of_started_twice(
    asked: UUID, worker_sessions: Sessions
) -> None:
    async with worker_sessions.begin() as session:
        assert await request_processing(session, asked, None, NOW + MINUTE) == 2
    row = await row_of(worker_sessions, asked)
    assert story(row.processing_metadata).attempt == 2
    async with worker_sessions() as session:
        kinds = (await session.scalars(select(OutboxMessage.kind).order_by(OutboxMessage.id))).all()
    assert kinds == ["start", "start", "update"]


# Phase 3 ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ORDER)
async def test_each_step_updates_processing_metadata_at_start_and_on_completion(
    step: Step, asked: UUID, worker_sessions: Sessions
) -> None:
    least, most = STRETCH[step]
    async with worker_sessions.begin() as session:
        await steps.begin(session, run(asked, step), cause=AUTO, at=NOW + MINUTE)
    told = story((await row_of(worker_sessions, asked)).processing_metadata)
    assert (told.step, told.progress, told.heartbeat_at) == (step, least, NOW + MINUTE)
    assert told.workflow_run_id == "run-1"
    assert told.started_at == NOW
    async with worker_sessions.begin() as session:
        row = await steps.wanted(session, run(asked, step))
        assert row is not None
        await steps.end(session, row, run(asked, step), NOW + 2 * MINUTE, evidence_count=3)
    told = story((await row_of(worker_sessions, asked)).processing_metadata)
    assert (told.step, told.progress, told.heartbeat_at) == (step, most, NOW + 2 * MINUTE)
    assert told.evidence_count == 3


async def test_the_final_step_sets_status_ready(asked: UUID, worker_sessions: Sessions) -> None:
    async with worker_sessions.begin() as session:
        await steps.begin(session, run(asked, Step.COMPLETE), cause=AUTO, at=NOW)
        assert await finish.complete(session, run(asked, Step.COMPLETE), cause=AUTO, at=NOW + MINUTE)
    row = await row_of(worker_sessions, asked)
    told = story(row.processing_metadata)
    assert row.processing_status is ProcessingStatus.READY
    assert (told.step, told.progress, told.completed_at) == (Step.COMPLETE, 100, NOW + MINUTE)


async def test_error_handling_sets_status_error_at_the_step_where_it_happened(
    asked: UUID, worker_sessions: Sessions
) -> None:
    async with worker_sessions.begin() as session:
        await steps.begin(session, run(asked, Step.EXTRACTING_EVIDENCE), cause=AUTO, at=NOW)
        await steps.note_trouble(session, run(asked, Step.EXTRACTING_EVIDENCE), "The words are gone.")
    async with worker_sessions.begin() as session:
        assert await finish.fail(session, asked, 1, code="x", cause=AUTO, at=NOW + MINUTE)
    row = await row_of(worker_sessions, asked)
    told = story(row.processing_metadata)
    assert row.processing_status is ProcessingStatus.ERROR
    assert (told.step, told.last_error) == (Step.EXTRACTING_EVIDENCE, "The words are gone.")


def test_processing_metadata_reflects_actual_progress() -> None:
    metadata: dict[str, object] = {"attempt": 1, "started_at": NOW.isoformat()}
    seen = []
    for step in ORDER:
        metadata = begun(metadata, step, "r", NOW)
        seen.append(story(metadata).progress)
        metadata = ended(metadata, step, NOW)
        seen.append(story(metadata).progress)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0, 100)
    assert story(completed(metadata, NOW)).completed_at == NOW
    assert story(failed(metadata, "why", NOW)).last_error == "why"


# Phase 4 ---------------------------------------------------------------------------------------------------------


async def test_there_is_exactly_one_truth_and_no_other_table_holds_state(
    asked: UUID, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    """“Migration drops tables”: tables of jobs never were, and the history of steps decides nothing."""
    names = set(Base.metadata.tables)
    assert not {name for name in names if name.endswith("_jobs")}
    states: list[Column[object]] = [
        column
        for table in Base.metadata.tables.values()
        for column in inspect(table).columns
        if "processing" in column.name
    ]
    assert {f"{column.table.name}.{column.name}" for column in states} == {
        "interviews.processing_metadata",
        "interviews.processing_status",
    }
    async with owner_sessions.begin() as session:
        await session.execute(delete(ProcessingStep))
        await session.execute(delete(HeldStep))
    async with worker_sessions.begin() as session:
        await steps.begin(session, run(asked, Step.COMPLETE), cause=AUTO, at=NOW)
        assert await finish.complete(session, run(asked, Step.COMPLETE), cause=AUTO, at=NOW)


# What the database keeps, whoever writes -------------------------------------------------------------------------

STARTED = {"current_step": "uploading", "progress": 0, "started_at": "2026-03-02T09:00:00Z"}
READY = {**STARTED, "current_step": "complete", "progress": 100, "completed_at": "2026-03-02T09:01:00Z"}
CASES: list[tuple[str, dict[str, object], str | None]] = [
    ("processing", STARTED, ALLOWED),
    ("processing", {}, CHECK),
    ("processing", {**STARTED, "current_step": "thinking"}, CHECK),
    ("processing", {**STARTED, "progress": 101}, CHECK),
    ("processing", {**STARTED, "progress": "much"}, CHECK),
    ("processing", {**STARTED, "last_error": "x"}, CHECK),
    ("processing", {key: value for key, value in STARTED.items() if key != "started_at"}, CHECK),
    ("ready", READY, ALLOWED),
    ("ready", {**READY, "progress": 99}, CHECK),
    ("ready", {**READY, "current_step": "uploading"}, CHECK),
    ("ready", {key: value for key, value in READY.items() if key != "completed_at"}, CHECK),
    ("error", {**STARTED, "last_error": "why"}, ALLOWED),
    ("error", STARTED, CHECK),
    ("error", {**STARTED, "last_error": ""}, CHECK),
    ("error", {**READY, "last_error": "why"}, CHECK),
]


@pytest.mark.parametrize(("status", "metadata", "due"), CASES)
async def test_status_and_metadata_tell_one_story_whoever_writes(
    status: str, metadata: dict[str, object], due: str | None, asked: UUID, owner_sessions: Sessions
) -> None:
    change = "UPDATE interviews SET processing_status = :status, processing_metadata = CAST(:m AS jsonb) WHERE id = :id"
    async with owner_sessions() as session:
        found = await refusal(session, change, status=status, m=json.dumps(metadata), id=asked)
        await session.rollback()
    assert found == due


async def test_a_quote_that_was_not_said_is_refused(asked: UUID, owner_sessions: Sessions) -> None:
    await arrange.with_turns(owner_sessions, asked)
    add = (
        "INSERT INTO evidence (id, interview_id, turn_id, kind, quote, at)"
        " SELECT gen_random_uuid(), :i, id, 'number', :quote, now() FROM transcripts WHERE sequence = 2"
    )
    async with owner_sessions() as session:
        assert await refusal(session, add, i=asked, quote="I led a team of five engineers.") is ALLOWED
        assert await refusal(session, add, i=asked, quote="I led a team of fifty engineers.") == CHECK
        await session.rollback()


async def a_look(session: AsyncSession, interview: UUID) -> ProcessingStatus:
    return (await session.get_one(Interview, interview)).processing_status


async def test_a_step_of_an_old_request_finds_that_it_is_not_wanted(
    asked: UUID, worker_sessions: Sessions
) -> None:
    async with worker_sessions.begin() as session:
        await request_processing(session, asked, None, NOW + MINUTE)
    async with worker_sessions.begin() as session:
        assert (await steps.begin(session, run(asked, Step.COMPLETE), cause=AUTO, at=NOW)).attempt is None
        assert not await finish.complete(session, run(asked, Step.COMPLETE), cause=AUTO, at=NOW)
        assert not await finish.fail(session, asked, 1, code="x", cause=AUTO, at=NOW)
        assert await a_look(session, asked) is ProcessingStatus.PROCESSING
