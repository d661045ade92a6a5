"""One job, from its close to the last answer."""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from temporalio import workflow
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.workflow import ParentClosePolicy

with workflow.unsafe.imports_passed_through():
    from activities.contracts import InterviewStart, JobAsk, JobStart, JobStep, JobView, SeatsStep
    from activities.jobs import JobActivities as Steps
    from domain import identifiers
    from domain.job_plan import FINISHED
    from domain.states import FINAL_JOB
    from domain.vocabulary import JobStatus, ReviewMode
    from workflows.interview import InterviewWorkflow
    from workflows.options import STEP, Gated, now

SCORES_RECHECK = timedelta(seconds=5)
"""Wall-clock time between two looks for missing scores; the last score wakes the workflow before that."""


@workflow.defn
class JobWorkflow(Gated):
    """Waits for the close, ranks, lets a recruiter review, fills the seats and keeps them filled."""

    GONE = "this job is over"

    @workflow.init
    def __init__(self, ask: JobStart) -> None:
        """Remember which job this is."""
        super().__init__(ask.tempo)
        self._ask = ask
        self._invited: set[UUID] = set()

    @workflow.run
    async def run(self, ask: JobStart) -> str:
        """Returns the job's last status."""
        if not ask.seats_phase:
            await self._until_closed()
            await self._until_scored()
            await self._rank()
            await self._review()
        await self._keep_seats_filled()
        await self._answer_the_waiting()
        view = (await self._do(Steps.look_at_job)).view
        self._ended = True
        await workflow.wait_condition(workflow.all_handlers_finished)
        return view.status.value

    async def _until_closed(self) -> None:
        """Wait for the close: a recruiter's, or the job's own date."""
        view = (await self._do(Steps.look_at_job)).view
        while view.status is not JobStatus.CLOSED and view.status not in FINAL_JOB:
            closes_at = view.closes_at if view.status is JobStatus.OPEN else None
            if await self._wait(closes_at, "closes_at"):
                view = (await self._do(Steps.look_at_job)).view
            elif closes_at is not None:
                view = (await self._do(Steps.close_job, closes_at)).view

    async def _until_scored(self) -> None:
        """Wait until every application has a score; each has its own workflow for that."""
        step = await self._do(Steps.count_unscored)
        while step.count > 0 and step.view.status not in FINAL_JOB:
            recheck = self._tempo.business(workflow.now() + SCORES_RECHECK)
            await self._wait(recheck, "missing scores")
            step = await self._do(Steps.count_unscored)

    async def _rank(self) -> None:
        """Rank and shortlist, as soon as the gate is open."""
        step = await self._do(Steps.rank_and_shortlist)
        while not step.view.ranked and step.view.status not in FINAL_JOB:
            await self._wait(None, "the ranking's gate")
            step = await self._do(Steps.rank_and_shortlist)

    async def _review(self) -> None:
        """Let a recruiter look at the shortlist first, where the job asks for it."""
        view = (await self._do(Steps.look_at_job)).view
        while _review_is_open(view):
            deadline = view.review_deadline if view.status is JobStatus.CLOSED else None
            if await self._wait(deadline, "the review deadline") or deadline is None:
                view = (await self._do(Steps.look_at_job)).view
            else:
                view = (await self._do(Steps.end_review, deadline)).view

    async def _keep_seats_filled(self) -> None:
        """Start an interview for each seat, pass vacated seats on, until the job is done."""
        while True:
            step = await self._fill_seats()
            if step.view.status in FINAL_JOB:
                return
            await asyncio.gather(*(self._start_interview(a) for a in step.to_invite))
            done = step.outlook in FINISHED and (await self._do(Steps.finish_job)).view.status in FINAL_JOB
            if done:
                return
            if workflow.info().is_continue_as_new_suggested():
                await workflow.wait_condition(workflow.all_handlers_finished)
                workflow.continue_as_new(JobStart(self._ask.job_id, self._ask.tempo, seats_phase=True))
            await self._wait(None, "a change of seats")

    async def _start_interview(self, application_id: UUID) -> None:
        if application_id in self._invited:
            return
        interview_id = identifiers.interview_id(application_id)
        # An earlier run, or the reconciler, may have been faster: then the interview is under way.
        with suppress(WorkflowAlreadyStartedError):
            await workflow.start_child_workflow(
                InterviewWorkflow.run,
                InterviewStart(interview_id, application_id, self._ask.job_id, self._ask.tempo),
                id=identifiers.interview_workflow(interview_id),
                parent_close_policy=ParentClosePolicy.ABANDON,
            )
        self._invited.add(application_id)

    async def _answer_the_waiting(self) -> None:
        """Give everybody who still waits a final answer, batch by batch."""
        step = await self._do(Steps.answer_the_waiting)
        while step.held_by is not None or step.count > 0:
            if step.held_by is not None:
                await self._wait(None, "the gate of the final answers")
            step = await self._do(Steps.answer_the_waiting)

    async def _fill_seats(self) -> SeatsStep:
        return await workflow.execute_activity_method(
            Steps.fill_seats, JobAsk(self._ask.job_id, now(self._tempo)), **STEP
        )

    async def _do(self, step: object, at: datetime | None = None) -> JobStep:
        ask = JobAsk(self._ask.job_id, self._due(at))
        result: JobStep = await workflow.execute_activity_method(step, ask, **STEP)  # type: ignore[call-overload]
        return result


def _review_is_open(view: JobView) -> bool:
    return (
        view.review_mode is not ReviewMode.NONE and not view.review_confirmed and view.status not in FINAL_JOB
    )
