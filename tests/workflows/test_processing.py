"""Processing an interview as its workflow does it: from turns or a recording to `ready`, or an error with a reason."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, func, select
from temporalio.client import Client
from temporalio.testing import ActivityEnvironment

from activities.contracts import Changed
from domain.identifiers import processing_workflow
from domain.processing.progress import story
from domain.processing.vocabulary import EvidenceKind, Step, StepOutcome
from domain.vocabulary import Flag, ProcessingStatus, Trigger, UserRole
from models import AutomationLog, InterviewEvidence, OutboxMessage, Persona, Theme, ThemeEvidence, Transcript
from services.log import Cause
from services.processing import acts, findings, sweep
from services.processing.acts import Repair
from tests.conftest import Sessions
from tests.services.arrange import until_blocked
from tests.support import processing as arrange
from tests.support.data import BY_HAND, Data
from tests.support.speech import a_wav
from tests.workflows.processing_room import Room, a_room, settings_in
from workflows.processing import ProcessingSweepWorkflow, ProcessingWatchWorkflow

POISON = b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x10\x00"


@pytest.fixture
async def room(
    client: Client, database_url: str, data: Data, owner_sessions: Sessions, tmp_path: Path
) -> AsyncIterator[Room]:
    async with a_room(client, settings_in(tmp_path, database_url), data, owner_sessions) as made:
        yield made


async def an_interview(room: Room, job: UUID | None = None, talk: tuple[str, ...] = arrange.TALK) -> UUID:
    """One with turns."""
    interview = await arrange.an_interview(room.owner, job)
    await arrange.with_turns(room.worker, interview, talk)
    return interview


async def test_turns_become_evidence_and_themes_and_the_interview_is_ready(room: Room) -> None:
    job = await arrange.a_job(room.hiring.data)
    interview = await an_interview(room, job)
    skill = await arrange.with_skill(room.owner, interview, "Billing")
    await room.ask(interview)
    told = story((await room.ready(interview)).processing_metadata)
    assert (told.step, told.progress, told.last_error) == (Step.COMPLETE, 100, None)
    assert told.completed_at is not None
    assert told.workflow_run_id

    async with room.owner() as session:
        found = await findings.evidence_of(session, interview)
        themes = {theme.name: theme for theme in await findings.themes_of(session, job)}
    assert told.evidence_count == len(found) > 5
    assert told.theme_count == len(themes)
    assert {one.speaker_role for one in found} == {"guest"}
    by_kind = {one.kind: one for one in found}
    assert set(by_kind) == set(EvidenceKind)
    assert (by_kind[EvidenceKind.SKILL].skill_id, by_kind[EvidenceKind.NUMBER].about) == (skill, "")
    assert {"Billing", "Python", "PostgreSQL"} <= set(themes)
    assert "Kubernetes" not in themes
    await room.hiring.record(processing_workflow(interview), "processing-turns")

    steps = await room.steps(interview)
    assert [step.step for step in steps] == list(Step)
    assert {step.step for step in steps if step.outcome is StepOutcome.SKIPPED} == {
        Step.TRANSCRIBING,
        Step.ASSIGNING_PERSONAS,
    }
    assert all(step.ended_at and step.ended_at >= step.started_at for step in steps)


async def test_a_spoken_wav_becomes_words_evidence_and_themes_without_any_network(room: Room) -> None:
    job = await arrange.a_job(room.hiring.data)
    interview = await arrange.an_interview(room.owner, job)
    await arrange.with_recording(room.owner, interview, a_wav(rate=16_000))
    await room.ask(interview)
    row = await room.ready(interview)
    assert row.stt_provider == "moonshine"
    async with room.owner() as session:
        turns = list(await session.scalars(select(Transcript).order_by(Transcript.sequence)))
    assert {turn.source for turn in turns} == {"speech"}
    said = " ".join(turn.text for turn in turns)
    assert "build time" in said
    assert "python" in said.casefold()
    assert [turn.starts_ms for turn in turns] == sorted(turn.starts_ms or 0 for turn in turns)
    assert any("python" in quote.casefold() for quote in (await room.evidence(interview)).values())
    await room.hiring.record(processing_workflow(interview), "processing-recording")

    # Once more: what has its words is not transcribed again, and everything stays as it is.
    before = await room.evidence(interview)
    await room.ask(interview)
    await room.ready(interview, 2)
    assert await room.evidence(interview) == before
    async with room.owner() as session:
        assert await session.scalar(select(func.count()).select_from(Transcript)) == len(turns)


async def test_text_uploads_and_live_turns_skip_the_speech_engine(room: Room) -> None:
    interview = await an_interview(room)
    await arrange.with_recording(room.owner, interview, POISON)
    await room.ask(interview)
    await room.ready(interview)
    outcomes = {step.step: step.outcome for step in await room.steps(interview)}
    assert outcomes[Step.TRANSCRIBING] is StepOutcome.SKIPPED


async def test_a_poisoned_file_ends_in_error_with_a_reason_and_a_retry_works(room: Room) -> None:
    interview = await arrange.an_interview(room.owner)
    await arrange.with_recording(room.owner, interview, POISON)
    await room.ask(interview)
    row = await room.ended(interview)
    assert row.processing_status is ProcessingStatus.ERROR
    told = story(row.processing_metadata)
    assert told.step is Step.TRANSCRIBING
    assert told.last_error is not None
    assert "damaged" in told.last_error
    assert told.completed_at is None
    failed = next(step for step in await room.steps(interview) if step.outcome is StepOutcome.FAILED)
    assert (failed.step, failed.error) == (Step.TRANSCRIBING, told.last_error)
    await room.hiring.record(processing_workflow(interview), "processing-poisoned")

    # Somebody brings a transcript, and presses the button.
    await arrange.with_turns(room.worker, interview)
    async with room.worker.begin() as session:
        now = datetime.now(UTC)
        assert await acts.repair(session, interview, Repair.RETRY, cause=BY_HAND, at=now) == 2
    row = await room.ready(interview, 2)
    assert story(row.processing_metadata).last_error is None
    assert [(step.attempt, step.outcome) for step in await room.steps(interview)].count(
        (1, StepOutcome.FAILED)
    ) == 1


async def test_nothing_to_process_and_silence_are_errors_that_say_so(room: Room) -> None:
    empty = await arrange.an_interview(room.owner)
    await room.ask(empty)
    told = story((await room.ended(empty)).processing_metadata)
    assert "no transcript and no recording" in str(told.last_error)
    assert told.step is Step.UPLOADING


async def test_a_closed_gate_holds_and_an_open_one_lets_it_go_on(room: Room) -> None:
    await room.hiring.switch(Flag.INTERVIEW_PROCESSING, on=False)
    interview = await an_interview(room)
    await room.ask(interview)
    workflow = processing_workflow(interview)
    assert await room.hiring.until_held(Step.UPLOADING, workflow) == Flag.INTERVIEW_PROCESSING
    assert (await room.hiring.interview(interview)).processing_status is ProcessingStatus.PROCESSING
    await room.hiring.switch(Flag.INTERVIEW_PROCESSING, on=True)
    await room.ready(interview)
    assert await room.hiring.held() == []
    actions = await room.hiring.actions(interview)
    assert actions == ["processing_requested", "step_held", "step_released", "processing_completed"]
    await room.hiring.record(workflow, "processing-held")


async def test_what_is_asked_while_it_runs_is_gone_through_afterwards(room: Room) -> None:
    await room.can_pause()
    interview = await an_interview(room)
    async with room.paused_at(Step.UPLOADING):
        await room.ask(interview)
        await room.until_paused(interview, Step.UPLOADING)
        # The step holds the interview's row: asking waits for its end, as it would for a moment.
        asking = asyncio.create_task(room.ask(interview))
        await until_blocked(room.owner, 2)
    assert await asking == 2
    row = await room.ready(interview, 2)
    assert story(row.processing_metadata).attempt == 2
    await room.hiring.until_all_told(interview)
    assert [step.attempt for step in await room.steps(interview) if step.step is Step.COMPLETE] == [2]


async def test_a_lost_workflow_is_found_by_the_repair_and_goes_on(room: Room) -> None:
    interview = await an_interview(room)
    async with room.owner.begin() as session:
        await acts.repair(session, interview, Repair.REPROCESS, cause=BY_HAND, at=datetime.now(UTC))
        await session.execute(delete(OutboxMessage))  # before the relay sees it
    workflow = processing_workflow(interview)
    repair = next(part for part in room.hiring.app.parts.activities if hasattr(part, "reconcile"))
    assert await ActivityEnvironment().run(repair.reconcile) >= 1
    await room.ready(interview)
    assert "workflow_restarted" in await room.hiring.actions(interview)
    await room.hiring.record(workflow)


async def test_a_person_erased_meanwhile_ends_the_workflow_in_peace(room: Room) -> None:
    await room.can_pause()
    job = await arrange.a_job(room.hiring.data)
    stays, goes = await an_interview(room, job), await an_interview(room, job)
    await room.ask(stays)
    await room.ready(stays)
    async with room.paused_at(Step.GENERATING_THEMES):
        await room.ask(goes)
        await room.until_paused(goes, Step.GENERATING_THEMES)
        erasing = asyncio.create_task(
            room.change(
                "DELETE FROM candidates c USING interviews i WHERE i.candidate_id = c.id AND i.id = :i",
                i=goes,
            )
        )
    await erasing
    await room.hiring.app.result(processing_workflow(goes))
    async with room.owner() as session:
        assert await session.scalar(select(func.count()).where(InterviewEvidence.interview_id == goes)) == 0
        orphans = select(Theme.id).where(~Theme.id.in_(select(ThemeEvidence.theme_id)))
        assert list(await session.scalars(orphans)) == []
        assert await session.scalar(select(Theme.id).limit(1)) is not None


async def test_personas_are_off_until_a_job_asks_and_forgotten_when_it_asks_no_more(room: Room) -> None:
    job = await arrange.a_job(room.hiring.data)
    interviews = [await an_interview(room, job) for _ in range(2)]
    for interview in interviews:
        await room.ask(interview)
        await room.ready(interview)
    async with room.owner() as session:
        assert await findings.personas_of(session, job) == []
    by_admin = Cause(Trigger.MANUAL, UserRole.ADMIN.value)
    async with room.owner.begin() as session:
        await findings.set_personas(session, job, enabled=True, cause=by_admin, at=datetime.now(UTC))
    await room.ask(interviews[0])
    await room.ready(interviews[0], 2)
    async with room.owner() as session:
        [group] = await findings.personas_of(session, job)
    assert set(group.interview_ids) == set(interviews)
    assert group.traits[0] == f"speaks most about {group.name.split(',')[0]}"
    async with room.owner.begin() as session:
        later = datetime.now(UTC) + timedelta(seconds=1)
        await findings.set_personas(session, job, enabled=False, cause=by_admin, at=later)
    async with room.owner() as session:
        assert await session.scalar(select(func.count()).select_from(Persona)) == 0
        actions = list(
            await session.scalars(
                select(AutomationLog.action_type)
                .where(AutomationLog.action_type.like("personas_%"))
                .order_by(AutomationLog.sequence)
            )
        )
    assert actions == ["personas_enabled", "personas_disabled"]


async def test_the_schedules_find_what_is_stuck_and_give_it_up_after_a_day(room: Room) -> None:
    interview = await an_interview(room)
    await room.hiring.switch(Flag.INTERVIEW_PROCESSING, on=False)
    await room.ask(interview)
    await room.hiring.until_held(Step.UPLOADING, processing_workflow(interview))
    # As if its worker had died long ago, behind an open gate.
    aged = (
        "UPDATE interviews SET processing_metadata = processing_metadata"
        " || jsonb_build_object('heartbeat_at', now() - interval '{}') WHERE id = :id"
    )
    await room.change("DELETE FROM held_steps")
    await room.change(aged.format("2 hours"), id=interview)
    queue, client = room.hiring.app.settings.task_queue, room.hiring.app.client

    async def watched() -> int:
        return await client.execute_workflow(
            ProcessingWatchWorkflow.run, id=f"watch-{uuid4()}", task_queue=queue
        )

    async def swept(name: str) -> int:
        return await client.execute_workflow(ProcessingSweepWorkflow.run, id=name, task_queue=queue)

    assert await watched() == 1
    assert await swept(f"sweep-{uuid4()}") == 0
    await room.change(aged.format("25 hours"), id=interview)
    name = f"sweep-{uuid4()}"
    assert await swept(name) == 1
    await room.hiring.record(name, "processing-swept")
    row = await room.ended(interview)
    assert story(row.processing_metadata).last_error == sweep.REASON
    assert await watched() == 0
    # Its workflow finds that it is not wanted any more.
    await room.hiring.switch(Flag.INTERVIEW_PROCESSING, on=True)
    await room.change("UPDATE outbox SET delivered_at = now() WHERE delivered_at IS NULL")
    handle = room.hiring.app.handle(processing_workflow(interview))
    await handle.execute_update("gate_changed", Changed("gate_changed"))
    await room.hiring.app.result(processing_workflow(interview))
    assert (await room.hiring.interview(interview)).processing_status is ProcessingStatus.ERROR
