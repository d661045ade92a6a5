"""Steps of an interview."""

import logging
from datetime import datetime
from typing import Protocol, overload
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.contracts import InterviewAsk, InterviewStep
from activities.step import Desk, cause
from domain.errors import UnavailableError
from domain.negotiation.reading import Ask
from domain.negotiation.rewriting import Rewriter, given
from domain.vocabulary import Flag
from models import Interview, Job
from services import find, gates, negotiation, risk
from services.calendars import entries
from services.gates import Step
from services.interviews import booking, end, invite
from services.interviews.view import look, view
from services.log import Cause, Subject
from services.moves import subject
from services.reading import Rewritten

log = logging.getLogger(__name__)


class InterviewAct(Protocol):
    """A business act on one interview."""

    async def __call__(
        self, session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime
    ) -> Interview: ...


class InterviewActivities:
    """Each is one transaction: gate, expected state, change, log, outgoing mail."""

    def __init__(self, desk: Desk, rewriter: Rewriter | None = None) -> None:
        """`rewriter` helps with messages that the grammar cannot read; None: nobody does."""
        self._desk = desk
        self._rewriter = rewriter

    @activity.defn
    async def invite(self, ask: InterviewAsk) -> InterviewStep:
        """Send the invitation, unless the seat is gone."""
        at, why = self._desk.now(ask.at), cause()
        async with self._desk.sessions.begin() as session:
            existing = await find.interview_or_none(session, ask.interview_id)
            if existing is not None:
                return InterviewStep(await view(session, existing))
            wanted = await invite.still_wanted(session, ask.application_id)
            if wanted is None:
                await gates.forget_steps(session, why.workflow_id or "")
                return InterviewStep(None)
            _, job = wanted
            about = Subject(job.id, ask.application_id, ask.interview_id)
            held = await self._held(session, "invite", Flag.INTERVIEW_INVITATIONS, about, job, why, at)
            if held is not None:
                return InterviewStep(None, held)
            interview = await invite.invite(session, ask.application_id, job, cause=why, at=at)
            return InterviewStep(await view(session, interview) if interview else None)

    @activity.defn
    async def look_at_interview(self, ask: InterviewAsk) -> InterviewStep:
        """Read the present state."""
        async with self._desk.sessions.begin() as session:
            return InterviewStep(await look(session, ask.interview_id))

    @activity.defn
    async def expire(self, ask: InterviewAsk) -> InterviewStep:
        """Let a passed deadline take effect."""
        return await self._act(ask, "expire", Flag.GLOBAL_AUTOMATION, end.expire)

    @activity.defn
    async def finalize_leave(self, ask: InterviewAsk) -> InterviewStep:
        """Let a decline or withdrawal take effect. No gate: this is the candidate's own decision."""
        async with self._desk.sessions.begin() as session:
            interview = await end.finalize_leave(
                session, ask.interview_id, cause=cause(), at=self._desk.now(ask.at)
            )
            return InterviewStep(await view(session, interview))

    @activity.defn
    async def negotiate(self, ask: InterviewAsk) -> InterviewStep:
        """Answer the candidate's other times. A language model, if it is to help, is asked between transactions."""
        step = await self._negotiate(ask, None)
        if isinstance(step, Ask):
            step = await self._negotiate(ask, await self._rewrite(step))
        return step

    @overload
    async def _negotiate(self, ask: InterviewAsk, rewritten: None) -> InterviewStep | Ask: ...

    @overload
    async def _negotiate(self, ask: InterviewAsk, rewritten: Rewritten) -> InterviewStep: ...

    async def _negotiate(self, ask: InterviewAsk, rewritten: Rewritten | None) -> InterviewStep | Ask:
        """One transaction: the answer, or the message that has to be rewritten before there can be one."""
        at, why = self._desk.now(ask.at), cause()
        async with self._desk.sessions.begin() as session:
            interview = await find.interview(session, ask.interview_id)
            job = await self._job(session, interview)
            held = await self._held(
                session, "negotiate", Flag.NEGOTIATION_BOT, subject(interview), job, why, at
            )
            if held is not None or job is None:
                return InterviewStep(await view(session, interview), held)
            if self._rewriter is not None and rewritten is None:
                unread = await negotiation.needs_rewrite(session, ask.interview_id, job, cause=why, at=at)
                if unread is not None:
                    return unread
            interview = await negotiation.answer(
                session, ask.interview_id, job, cause=why, at=at, rewritten=rewritten
            )
            return InterviewStep(await view(session, interview))

    async def _rewrite(self, ask: Ask) -> Rewritten:
        """What the language model says. Out of reach or too slow: nothing, and the candidate is asked at once."""
        if self._rewriter is None:
            return Rewritten(ask.text, None)
        try:
            return Rewritten(ask.text, await self._rewriter.rewrite(*given(ask)))
        except UnavailableError as error:
            log.warning("a message is answered without the language model: %s", error.message)
            return Rewritten(ask.text, None)

    @activity.defn
    async def book(self, ask: InterviewAsk) -> InterviewStep:
        """Tell calendars of the booked time."""
        return await self._act(ask, "book", Flag.CALENDAR_INTEGRATION, booking.book)

    @activity.defn
    async def assess_risk(self, ask: InterviewAsk) -> InterviewStep:
        """Compute the no-show risk of the booked time. Where its gate is closed it is skipped, never waited for."""
        async with self._desk.sessions.begin() as session:
            await risk.compute(session, [ask.interview_id], cause=cause(), at=self._desk.now(ask.at))
            return InterviewStep(await look(session, ask.interview_id))

    @activity.defn
    async def remind(self, ask: InterviewAsk) -> InterviewStep:
        """Remind the candidate."""
        return await self._act(ask, "remind", Flag.REMINDERS, booking.remind)

    @activity.defn
    async def ask_outcome(self, ask: InterviewAsk) -> InterviewStep:
        """Ask the recruiter for the outcome."""
        return await self._act(ask, "ask_outcome", Flag.GLOBAL_AUTOMATION, booking.ask_outcome)

    @activity.defn
    async def close_interview(self, ask: InterviewAsk) -> InterviewStep:
        """The interview is over: nothing of it waits at a gate any more."""
        async with self._desk.sessions.begin() as session:
            await gates.forget_steps(session, activity.info().workflow_id or "")
            await entries.clear(session, ask.interview_id, self._desk.now(ask.at))
            return InterviewStep(None)

    async def _act(self, ask: InterviewAsk, name: str, flag: Flag, act: InterviewAct) -> InterviewStep:
        at, why = self._desk.now(ask.at), cause()
        async with self._desk.sessions.begin() as session:
            interview = await find.interview(session, ask.interview_id)
            job = await self._job(session, interview)
            held = await self._held(session, name, flag, subject(interview), job, why, at)
            if held is None:
                interview = await act(session, ask.interview_id, cause=why, at=at)
            return InterviewStep(await view(session, interview), held)

    async def _held(
        self,
        session: AsyncSession,
        name: str,
        flag: Flag,
        about: Subject,
        job: Job | None,
        why: Cause,
        at: datetime,
    ) -> str | None:
        return await gates.held_by(session, Step(why.workflow_id or "", name, flag, about), job, why, at)

    async def _job(self, session: AsyncSession, interview: Interview) -> Job | None:
        return await find.job(session, interview.job_id) if interview.job_id else None
