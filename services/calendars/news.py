"""What people do in their calendars: a “no” there is an answer, another proposed time is a message."""

import zlib
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.calendars import AttendeeReply, EntryChange
from domain.errors import ConflictError
from domain.identifiers import calendar_uid
from domain.slots import Span
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
    is_new: bool = False,
) -> bool:
    """An attendee answered in a calendar: a candidate's “no” withdraws (with the way back), an interviewer's drops out.

    A “yes” changes nothing: acceptance is given on our page. Addresses that take no part are left alone, and so
    is a “no” after the start: people clear their calendars. `is_new` says that the answer was given just now, and
    is not one that a calendar still shows. Returns whether it had an effect.
    """
    if replied is not AttendeeReply.DECLINED or not address:
        return False
    interview = await find.interview(session, interview_id, lock=True)
    time = interview.scheduled_time
    if interview.status not in entries.BOOKED or interview.job_id is None or time is None or at >= time:
        return False
    candidate = await session.get(Candidate, interview.candidate_id)
    if candidate is not None and (candidate.email or "").lower() == address.lower():
        left = interview.leave_effective_at is not None
        if not left and (is_new or not await _took_back(session, interview)):
            by_candidate = Cause(
                cause.trigger, "candidate", None, "declined in the calendar", cause.workflow_id
            )
            await answer.leave(session, interview_id, cause=by_candidate, received_at=at)
            return True
        return False
    user_id = await session.scalar(select(User.id).where(func.lower(User.email) == address.lower()))
    if user_id is None or user_id not in entries.people_of(interview):
        return False
    because = cause.because("declined in the calendar")
    await panel.drop_out(session, interview_id, user_id, cause=because, at=at)
    return True


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
    session: AsyncSession, interview_id: UUID, proposed: Span | None, *, cause: Cause, at: datetime
) -> bool:
    """The candidate proposed another time in their calendar (iTIP COUNTER): moved when free, else a person is asked.

    A booked interview has no negotiation: the booked time stays until another one is really free. `proposed` is
    None when the calendar did not say a clear time. Returns whether it was moved.
    """
    interview = await find.interview(session, interview_id, lock=True)
    if interview.status is not InterviewStatus.CONFIRMED or interview.job_id is None:
        return False
    job: Job = await find.job(session, interview.job_id)
    if proposed is not None and proposed.start != interview.scheduled_time:
        free = await slots.free(session, job, interview, at)
        if any(slot.start == proposed.start for slot in free):
            try:
                await answer.pick(
                    session, interview_id, proposed.start, cause=_by_candidate(cause), received_at=at
                )
            except ConflictError:
                pass  # too late, too often, or taken this moment: a person decides
            else:
                return True
    start = proposed.start.isoformat() if proposed else ""
    letter = Letter(
        MailTemplate.CANDIDATE_QUESTION,
        subject(interview),
        user_id=job.recruiter_id,
        # Below those of mails that are passed on, above those of a conversation's turns.
        sequence=1_000 + zlib.crc32(f"{start}:{interview.calendar_sequence}".encode()) % 900_000_000,
        details={"proposed": start},
    )
    if not await mail.is_queued(session, letter):
        await note(session, interview, "time_proposed", cause=cause, at=at, start=start)
        await mail.queue(session, at, letter)
    return False
