"""What people do in their calendars: a “no” there is an answer, another proposed time is a message."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.calendars import AttendeeReply, EntryChange
from domain.errors import ConflictError
from domain.identifiers import calendar_uid
from domain.slots import Span
from domain.states import LIVE_INTERVIEW
from domain.vocabulary import InterviewStatus, MailTemplate
from models import AutomationLog, CalendarAccount, Candidate, Interview, Job, User
from services import find, mail, slots
from services.calendars import entries
from services.interviews import answer, panel
from services.log import Cause
from services.mail import Letter
from services.moves import note, subject

SUFFIX = calendar_uid(UUID(int=0)).partition("@")[2]


def interview_of(uid: str) -> UUID | None:
    """The interview whose entry this is; None for an entry that is not ours."""
    name, _, suffix = uid.partition("@")
    if suffix != SUFFIX:
        return None
    try:
        return UUID(name)
    except ValueError:
        return None


async def apply(
    session: AsyncSession, account: CalendarAccount, change: EntryChange, *, cause: Cause, at: datetime
) -> None:
    """Act on one piece of news of a connected calendar. A repeat changes nothing.

    Our rows stay the truth: an entry that was moved or taken out over there is written again; people decline by
    their reply.
    """
    interview_id = interview_of(change.uid)
    interview = await find.interview_or_none(session, interview_id) if interview_id else None
    if interview is None or interview.status not in entries.BOOKED or interview.scheduled_time is None:
        return
    entry = await entries.row(session, account.id, interview.id, lock=True)
    differs = change.start is not None and change.start != interview.scheduled_time
    if entry is not None and entry.sequence == interview.calendar_sequence and (change.removed or differs):
        entry.sequence = None
    for address, replied in change.replies.items():
        # The owner's calendar may be kept under another address than the one we know.
        if address == account.calendar_id.lower() and replied is AttendeeReply.DECLINED:
            because = cause.because("declined in the calendar")
            await panel.drop_out(session, interview.id, account.user_id, cause=because, at=at)
        else:
            await reply(session, interview.id, address, replied, cause=cause, at=at)


async def reply(
    session: AsyncSession,
    interview_id: UUID,
    address: str,
    replied: AttendeeReply,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    """An attendee answered in a calendar: a candidate's “no” withdraws (with the way back), an interviewer's drops out.

    A “yes” changes nothing: acceptance is given on our page. Addresses that take no part are left alone.
    """
    if replied is not AttendeeReply.DECLINED:
        return
    interview = await find.interview(session, interview_id)
    if interview.status not in LIVE_INTERVIEW:
        return
    candidate = await session.get(Candidate, interview.candidate_id)
    if candidate is not None and (candidate.email or "").lower() == address.lower():
        if interview.leave_effective_at is None and not await _took_back(session, interview):
            by_candidate = Cause(
                cause.trigger, "candidate", None, "declined in the calendar", cause.workflow_id
            )
            await answer.leave(session, interview_id, cause=by_candidate, received_at=at)
        return
    user_id = await session.scalar(select(User.id).where(func.lower(User.email) == address.lower()))
    if user_id is not None:
        because = cause.because("declined in the calendar")
        await panel.drop_out(session, interview_id, user_id, cause=because, at=at)


async def _took_back(session: AsyncSession, interview: Interview) -> bool:
    """Whether this “no” was answered before: a calendar repeats it with every look, also after it was undone."""
    found = await session.scalar(
        select(AutomationLog.id).where(
            AutomationLog.interview_id == interview.id,
            AutomationLog.action_type == "leave_requested",
            AutomationLog.details["calendar_sequence"].astext == str(interview.calendar_sequence),
        )
    )
    return found is not None


def _by_candidate(cause: Cause) -> Cause:
    return replace(cause, actor_kind="candidate")


async def counter(
    session: AsyncSession, interview_id: UUID, proposed: Span, *, cause: Cause, at: datetime
) -> None:
    """The candidate proposed another time in their calendar (iTIP COUNTER): moved when free, else a person is asked.

    A booked interview has no negotiation: the booked time stays until another one is really free.
    """
    interview = await find.interview(session, interview_id, lock=True)
    if interview.status is not InterviewStatus.CONFIRMED or interview.job_id is None:
        return
    job: Job = await find.job(session, interview.job_id)
    free = await slots.free(session, job, interview, at)
    if any(slot.start == proposed.start for slot in free):
        try:
            await answer.pick(
                session, interview_id, proposed.start, cause=_by_candidate(cause), received_at=at
            )
        except ConflictError:
            pass  # too late, too often, or taken this moment: a person decides
        else:
            return
    letter = Letter(
        MailTemplate.CANDIDATE_QUESTION,
        subject(interview),
        user_id=job.recruiter_id,
        sequence=int(proposed.start.timestamp()) % 1_000_000_000,
        details={"proposed": proposed.start.isoformat()},
    )
    if not await mail.is_queued(session, letter):
        await note(session, interview, "time_proposed", cause=cause, at=at, start=proposed.start.isoformat())
        await mail.queue(session, at, letter)
