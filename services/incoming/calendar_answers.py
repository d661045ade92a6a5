"""What an attendee's calendar answers by mail: a “no” counts, another time is tried, a “yes” is noted."""

import zlib
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.calendars import AttendeeReply
from domain.errors import ConflictError
from domain.incoming import CalendarReply, IncomingOutcome, ItipAnswer, ItipMethod
from domain.vocabulary import MailTemplate
from models import Interview
from services import find, mail
from services.calendars import news
from services.calendars.entries import BOOKED
from services.incoming import passing
from services.incoming.finding import About, interviewer, is_candidate
from services.log import Cause
from services.mail import Letter
from services.moves import note, subject

OF_COUNTERS = 1_100_000_000
"""Sequences of alerts about an interviewer's other time begin here, above those of drop-outs."""


async def act(
    session: AsyncSession, mail: CalendarReply, found: About, key: str, *, cause: Cause, at: datetime
) -> IncomingOutcome:
    """Act on an answer to the present version of a booked interview, from somebody who takes part in it."""
    interview, answer = found.interview, found.answer
    if interview is None or answer is None:
        return IncomingOutcome.NOT_OURS
    by_candidate = await is_candidate(session, interview, mail.sender)
    user = None if by_candidate else await interviewer(session, interview, mail.sender)
    if answer.attendee != mail.sender or not (by_candidate or user):
        return IncomingOutcome.NOT_THEIRS
    if interview.status not in BOOKED or answer.sequence < interview.calendar_sequence:
        return IncomingOutcome.NOTED
    if user is not None and answer.method is ItipMethod.COUNTER:
        return await _interviewers_time(session, interview, user.id, answer, cause=cause, at=at)
    outcome = await _effect(session, interview, answer, cause=cause, at=at)
    if by_candidate and answer.comment.strip():
        written = passing.Written(answer.comment, by_candidate=True)
        return await passing.on(session, interview, written, key, cause=cause, at=at)
    return outcome


async def _effect(
    session: AsyncSession, interview: Interview, answer: ItipAnswer, *, cause: Cause, at: datetime
) -> IncomingOutcome:
    try:
        if answer.method is ItipMethod.COUNTER:
            moved = await news.counter(session, interview.id, answer.proposed, cause=cause, at=at)
            return IncomingOutcome.DONE if moved else IncomingOutcome.PASSED_ON
        if answer.method is ItipMethod.REPLY and answer.reply is AttendeeReply.DECLINED:
            address = answer.attendee
            done = await news.reply(
                session, interview.id, address, answer.reply, cause=cause, at=at, is_new=True
            )
            return IncomingOutcome.DONE if done else IncomingOutcome.NOTED
    except ConflictError:
        return IncomingOutcome.NOTED  # over meanwhile, or its job is gone
    return IncomingOutcome.NOTED


async def _interviewers_time(
    session: AsyncSession,
    interview: Interview,
    user_id: UUID,
    answer: ItipAnswer,
    *,
    cause: Cause,
    at: datetime,
) -> IncomingOutcome:
    """An interviewer proposed another time: the candidate was promised this one, so a person decides."""
    if interview.job_id is None:
        return IncomingOutcome.NOTED
    job = await find.job(session, interview.job_id)
    start = answer.proposed.start.isoformat() if answer.proposed else ""
    letter = Letter(
        MailTemplate.PANEL_ALERT,
        subject(interview),
        user_id=job.recruiter_id,
        sequence=OF_COUNTERS
        + zlib.crc32(f"{user_id}:{start}:{interview.calendar_sequence}".encode()) % 900_000_000,
        details={"countered_by": str(user_id), "proposed": start},
    )
    if await mail.is_queued(session, letter):
        return IncomingOutcome.NOTED
    await note(
        session, interview, "time_proposed", cause=cause, at=at, start=start, interviewer_id=str(user_id)
    )
    await mail.queue(session, at, letter)
    return IncomingOutcome.PASSED_ON
