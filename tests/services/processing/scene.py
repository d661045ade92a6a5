"""A job with interviews in every standing, made by the product's own steps."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import update

from domain.processing.progress import ORDER
from domain.processing.vocabulary import Step, StepOutcome
from domain.vocabulary import UserRole
from models import Candidate, Interview
from services.log import Cause
from services.processing import evidence, finish, steps, themes
from services.processing.start import request_processing
from services.processing.steps import Run
from tests.conftest import Sessions
from tests.support import processing as arrange
from tests.support.data import Data

ADA, ROSA = "ada@hiring.example", "rosa@hiring.example"
POISON = "The recording is damaged: its header makes no sense. Export it again and upload that."
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
AUTO = Cause()


@dataclass(frozen=True)
class Scene:
    """Interviews by how they stand at the time that was given."""

    job: UUID
    stuck: UUID
    failed: UUID
    ready: UUID
    fresh: UUID


async def a_scene(data: Data, owner: Sessions, worker: Sessions, now: datetime) -> Scene:
    """An admin, a recruiter with a job, and four of its interviews."""
    await data.a_user(UserRole.ADMIN, name="Ada Admin", email=ADA)
    recruiter = await data.a_user(UserRole.RECRUITER, email=ROSA)
    job = await data.a_job(
        title="=Data engineer", at=now, recruiter_id=recruiter, requirements=arrange.REQUIREMENTS
    )
    stuck, failed, ready, fresh = [await arrange.an_interview(owner, job) for _ in range(4)]
    async with owner.begin() as session:
        for interview, name in ((stuck, "Stella Still"), (failed, "Felix Fault"), (ready, "Rita Ready")):
            person = (await session.get_one(Interview, interview)).candidate_id
            await session.execute(update(Candidate).where(Candidate.id == person).values(name=name))
    await arrange.with_turns(worker, ready)
    await _stop_at(worker, stuck, Step.TRANSCRIBING, now - 3 * HOUR)
    await _stop_at(worker, failed, Step.TRANSCRIBING, now - 2 * HOUR)
    async with worker.begin() as session:
        run = Run(failed, 1, Step.TRANSCRIBING, "run")
        await steps.note_trouble(session, run, POISON)
        await finish.fail(session, failed, 1, code="x", cause=AUTO, at=now - 2 * HOUR + 3 * SECOND)
    await _finish(worker, job, ready, now - HOUR)
    return Scene(job, stuck, failed, ready, fresh)


async def _stop_at(worker: Sessions, interview: UUID, last: Step, at: datetime) -> None:
    async with worker.begin() as session:
        await request_processing(session, interview, None, at)
        for step in ORDER:
            run = Run(interview, 1, step, "run")
            await steps.begin(session, run, cause=AUTO, at=at)
            if step is last:
                return
            await steps.end(session, await session.get_one(Interview, interview), run, at + SECOND)


async def _finish(worker: Sessions, job: UUID, interview: UUID, at: datetime) -> None:
    async with worker.begin() as session:
        await request_processing(session, interview, None, at)
        for place, step in enumerate(ORDER):
            then = at + (2 * place + 1) * SECOND
            run = Run(interview, 1, step, "01a1ffda-eb1f-7a95-9447-4481a8727396")
            await steps.begin(session, run, cause=AUTO, at=then)
            row = await session.get_one(Interview, interview)
            if step is Step.EXTRACTING_EVIDENCE:
                read = await evidence.read(session, interview)
                count = await evidence.keep(session, interview, read.turns, await evidence.find(read))
                await steps.end(session, row, run, then + SECOND, evidence_count=count)
            elif step is Step.GENERATING_THEMES:
                count = await themes.make(session, job, "en")
                await steps.end(session, row, run, then + SECOND, theme_count=count)
            elif step is Step.COMPLETE:
                await finish.complete(session, run, cause=AUTO, at=then + SECOND)
            else:
                await steps.end(session, row, run, then + SECOND, StepOutcome.SKIPPED)
