"""Steps of processing an interview. Each begins visibly, then does its work and ends in one transaction."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.contracts import ProcessingAsk, ProcessingFailure, ProcessingResult
from activities.step import Desk, cause
from domain.errors import UnderstudyError
from domain.processing.vocabulary import Step, StepOutcome
from models import Interview
from services.interview_room.analysis import analyse
from services.processing import evidence, finish, recordings, steps, themes
from services.processing.steps import Run

Work = Callable[[AsyncSession, Interview, Run, datetime], Awaitable[None]]


class ProcessingActivities:
    """A repeated step does again what it did and leaves the same rows; a step of an old request does nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @activity.defn
    async def check_material(self, ask: ProcessingAsk) -> ProcessingResult:
        """Whether there is something to process at all."""

        async def work(session: AsyncSession, interview: Interview, run: Run, at: datetime) -> None:
            await recordings.material(session, interview.id)
            await steps.end(session, interview, run, at)

        return await self._step(ask, Step.UPLOADING, work)

    @activity.defn
    async def extract_evidence(self, ask: ProcessingAsk) -> ProcessingResult:
        """Find quotes that speak for skills, requirements, results and own acts."""

        async def work(session: AsyncSession, interview: Interview, run: Run, at: datetime) -> None:
            read = await evidence.read(session, interview.id)
            pieces = await evidence.find(read)
            count = await evidence.keep(session, interview.id, read.turns, pieces)
            # What came after the last look of the live page, and all of a transcript that came as a file.
            await analyse(session, interview.id, at)
            await steps.end(session, interview, run, at, evidence_count=count)

        return await self._step(ask, Step.EXTRACTING_EVIDENCE, work)

    @activity.defn
    async def generate_themes(self, ask: ProcessingAsk) -> ProcessingResult:
        """Group the evidence of all interviews of the job."""

        async def work(session: AsyncSession, interview: Interview, run: Run, at: datetime) -> None:
            if interview.job_id is None:
                await steps.end(session, interview, run, at, StepOutcome.SKIPPED, theme_count=0)
                return
            await themes.take_turn(session, interview.job_id)
            language = evidence.language_of(interview.language)
            count = await themes.make(session, interview.job_id, language)
            await steps.end(session, interview, run, at, theme_count=count)

        return await self._step(ask, Step.GENERATING_THEMES, work)

    @activity.defn
    async def assign_personas(self, ask: ProcessingAsk) -> ProcessingResult:
        """Group the interviewed people of the job, if the job asks for it."""

        async def work(session: AsyncSession, interview: Interview, run: Run, at: datetime) -> None:
            made = None
            if interview.job_id is not None:
                await themes.take_turn(session, interview.job_id)
                language = evidence.language_of(interview.language)
                made = await themes.group(session, interview.job_id, language)
            outcome = StepOutcome.SKIPPED if made is None else StepOutcome.DONE
            await steps.end(session, interview, run, at, outcome)

        return await self._step(ask, Step.ASSIGNING_PERSONAS, work)

    @activity.defn
    async def complete_processing(self, ask: ProcessingAsk) -> ProcessingResult:
        """The last step: the interview is ready."""

        async def work(session: AsyncSession, _: Interview, run: Run, at: datetime) -> None:
            await finish.complete(session, run, cause=cause(), at=at)

        return await self._step(ask, Step.COMPLETE, work)

    @activity.defn
    async def fail_processing(self, failure: ProcessingFailure) -> None:
        """The failure handler: the interview ends with an error and a reason."""
        async with self._desk.sessions.begin() as session:
            at = self._desk.now(failure.at)
            why = cause().because(failure.code)
            await finish.fail(
                session, failure.interview_id, failure.attempt, code=failure.code, cause=why, at=at
            )

    async def _step(self, ask: ProcessingAsk, step: Step, work: Work) -> ProcessingResult:
        async with self._desk.sessions.begin() as session:
            run = run_of(ask, step)
            begun = await steps.begin(session, run, cause=cause(), at=self._desk.now(ask.at))
        if begun.attempt is None:
            return ProcessingResult(ask.attempt, over=True)
        if begun.held_by is not None:
            return ProcessingResult(ask.attempt, held_by=begun.held_by)
        run = run_of(ask, step, begun.attempt)
        try:
            async with self._desk.sessions.begin() as session:
                interview = await steps.wanted(session, run)
                if interview is None:
                    return ProcessingResult(run.attempt, over=True)
                await work(session, interview, run, self._desk.now(ask.at))
        except UnderstudyError as error:
            await note(self._desk, run, error)
            raise
        return ProcessingResult(run.attempt)


def run_of(ask: ProcessingAsk, step: Step, attempt: int | None = None) -> Run:
    """The running activity as a try of a step."""
    info = activity.info()
    number = ask.attempt if attempt is None else attempt
    return Run(ask.interview_id, number, step, info.workflow_run_id or "", info.attempt)


async def note(desk: Desk, run: Run, error: UnderstudyError) -> None:
    """Keep the reason of a failed try for people: what crosses into Temporal is a code."""
    async with desk.sessions.begin() as session:
        await steps.note_trouble(session, run, str(error))
