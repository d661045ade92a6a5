"""Steps of an application: read the resume, score it."""

import asyncio

from temporalio import activity

from activities.contracts import ApplicationAsk
from activities.step import Desk, cause
from domain.errors import UnreadableResumeError
from domain.ports import ResumeReader, Scorer
from services import applications, scores


class ApplicationActivities:
    """A broken resume ends with a reason and score 0; it never holds up the others."""

    def __init__(self, desk: Desk, reader: ResumeReader, scorer: Scorer) -> None:
        self._desk = desk
        self._reader = reader
        self._scorer = scorer

    @activity.defn
    async def read_resume(self, ask: ApplicationAsk) -> None:
        """Turn the file into text, or keep the reason why that is not possible."""
        async with self._desk.sessions.begin() as session:
            resume = await applications.resume_to_read(session, ask.application_id)
        if resume is None:
            return
        # No transaction is open while the parser works: it may take seconds.
        try:
            text = await self._reader.read(resume.filename, resume.content)
        except UnreadableResumeError as error:
            async with self._desk.sessions.begin() as session:
                await applications.keep_reason(session, ask.application_id, str(error))
            return
        async with self._desk.sessions.begin() as session:
            await applications.keep_text(session, ask.application_id, text)

    @activity.defn
    async def score_application(self, ask: ApplicationAsk) -> None:
        """Mask the resume and score it against its job; the masked text is kept beside the score."""
        async with self._desk.sessions.begin() as session:
            wanted = await applications.to_score(session, ask.application_id)
        if wanted is None:
            return
        reason: str | None = None
        inputs: scores.Inputs | None = None
        if wanted.resume is not None:
            # In a thread: a score takes some ten milliseconds, and other steps must not wait for it.
            fit, inputs = await asyncio.to_thread(
                scores.weigh, self._scorer, wanted.job, wanted.resume, wanted.names, wanted.arrived_at
            )
        else:
            fit, reason = applications.UNREADABLE, wanted.reason or "There is no resume to read."
        async with self._desk.sessions.begin() as session:
            await applications.keep_score(
                session, ask.application_id, fit, reason, inputs, cause=cause(), at=self._desk.now(ask.at)
            )
