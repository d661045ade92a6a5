"""How an interview ends, and what becomes of the seat it held."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError
from domain.identifiers import interview_id as id_of_interview
from domain.messages import ReasonClass
from domain.states import LIVE_INTERVIEW
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import LeaveKind, MailTemplate, NegotiationState, ProcessingStatus
from domain.vocabulary import ShortlistStatus as S
from models import Application, Interview, Transcript
from services import find, mail, outbox
from services.calendars.entries import people_of
from services.log import Cause, Subject
from services.mail import Letter
from services.moves import move_application, move_interview, move_negotiation, note, subject
from services.processing.start import request_processing

PENDING_MAILS = {
    MailTemplate.INVITATION,
    MailTemplate.SLOT_CHOICE,
    MailTemplate.NEGOTIATION_ANSWER,
    MailTemplate.CONFIRMATION,
    MailTemplate.INTERVIEWER_CONFIRMATION,
    MailTemplate.REMINDER,
}
"""Mails that make no sense once an interview is over."""

FINAL_MAIL = {
    ReasonClass.JOB_CANCELLED: MailTemplate.JOB_CANCELLED,
    ReasonClass.NO_SHOW: MailTemplate.NO_SHOW,
}
"""The final answer where no calendar entry has to be cancelled; a refusal with its reason else."""


async def finalize_leave(
    session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime
) -> Interview:
    """Let a decline or withdrawal take effect when its undo window has passed: the seat becomes vacant."""
    application, interview = await _locked(session, interview_id)
    due = interview.leave_effective_at
    if interview.status not in LIVE_INTERVIEW or due is None or due > at:
        return interview
    kind = interview.leave_kind or LeaveKind.DECLINED
    await _end(session, interview, I.CANCELLED, f"interview_{kind}", cause=cause, at=at)
    await _vacate(session, application, S.REJECTED, kind.value, cause=cause, at=at)
    why = ReasonClass(kind.value)
    if not await _cancel_calendar(session, interview, at, why):
        await _tell_candidate(session, subject(interview), interview.candidate_id, at, why)
    return interview


async def expire(session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime) -> Interview:
    """Let an unanswered invitation or an unused slot choice lapse. An answer that was faster wins (I14)."""
    application, interview = await _locked(session, interview_id)
    deadline = (
        interview.confirmation_deadline
        if interview.status is I.INVITATION_SENT
        else interview.slot_selection_deadline
    )
    waiting = interview.status in {I.INVITATION_SENT, I.SLOT_PENDING}
    if not waiting or deadline is None or deadline > at or interview.leave_effective_at is not None:
        return interview
    if interview.bounced_at is not None:
        return interview
    why = "no answer in time" if interview.status is I.INVITATION_SENT else "no time chosen in time"
    because = cause.because(why)
    await _end(session, interview, I.EXPIRED, "interview_expired", cause=because, at=at)
    await _vacate(session, application, S.EXPIRED, "expired", cause=because, at=at)
    await mail.queue(
        session, at, Letter(MailTemplate.EXPIRED, subject(interview), candidate_id=interview.candidate_id)
    )
    return interview


async def complete(session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime) -> Interview:
    """A person says that the interview took place; the seat is kept for good. What was said is processed."""
    interview = await find.interview(session, interview_id, lock=True)
    if interview.status is I.COMPLETED:
        return interview
    _refuse_before_start(interview, at)
    interview.completed_at = at
    await move_interview(session, interview, I.COMPLETED, "interview_completed", cause=cause, at=at)
    await _tell_both(session, interview, "completed")
    said = await session.scalar(select(exists().where(Transcript.interview_id == interview_id)))
    if said and interview.processing_status is ProcessingStatus.NONE:
        await request_processing(session, interview_id, None, at, cause=cause)
        await session.refresh(interview)
    return interview


async def start(session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime) -> Interview:
    """A person says that the interview has begun."""
    interview = await find.interview(session, interview_id, lock=True)
    if interview.status is I.IN_PROGRESS:
        return interview
    interview.started_at = interview.started_at or at
    await move_interview(session, interview, I.IN_PROGRESS, "interview_started", cause=cause, at=at)
    await _tell_both(session, interview, "started")
    return interview


async def no_show(session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime) -> Interview:
    """A person says that the candidate did not come. Refused before start and grace have passed."""
    application, interview = await _locked(session, interview_id)
    if interview.status is I.NO_SHOW:
        return interview
    _refuse_before_start(interview, at)
    job = await find.job(session, interview.job_id) if interview.job_id else None
    grace_ends = interview.scheduled_time + job.no_show_grace if job and interview.scheduled_time else at
    if at < grace_ends:
        raise ConflictError(
            "It is too early to call this a no-show.",
            remedy=f"The candidate has until {grace_ends.isoformat()}.",
        )
    await _end(session, interview, I.NO_SHOW, "interview_no_show", cause=cause, at=at)
    await _vacate(session, application, S.REJECTED, "no_show", cause=cause, at=at)
    await _tell_candidate(session, subject(interview), interview.candidate_id, at, ReasonClass.NO_SHOW)
    await _tell_interview(session, interview, "no_show")
    return interview


async def reject(session: AsyncSession, application_id: UUID, *, cause: Cause, at: datetime) -> Application:
    """A recruiter ends an application, with its interview if there is one. The candidate is told once."""
    await find.job(session, (await find.application(session, application_id)).job_id, lock=True)
    return await end_application(
        session,
        application_id,
        action="rejected_by_hand",
        why=ReasonClass.REJECTED_BY_RECRUITER,
        cause=cause,
        at=at,
    )


async def end_application(
    session: AsyncSession, application_id: UUID, *, action: str, why: ReasonClass, cause: Cause, at: datetime
) -> Application:
    """End an application and its live interview, with one final mail. An ended one stays as it is."""
    application = await find.application(session, application_id, lock=True)
    if application.shortlist_status in {S.REJECTED, S.EXPIRED}:
        return application
    held_seat = application.shortlist_status is S.SHORTLISTED
    interview = await _interview_of(session, application)
    if interview is not None and interview.status is I.COMPLETED:
        raise ConflictError("The interview took place.", remedy="Decide on its scorecard instead.")
    if interview is not None and interview.status in LIVE_INTERVIEW:
        await _end(session, interview, I.CANCELLED, "interview_cancelled", cause=cause, at=at)
        await _tell_interview(session, interview, action)
    await move_application(session, application, S.REJECTED, action, cause=cause, at=at)
    told_by_calendar = interview is not None and await _cancel_calendar(session, interview, at, why)
    if not told_by_calendar:
        about = subject(interview) if interview else Subject(application.job_id, application.id)
        await _tell_candidate(session, about, application.candidate_id, at, why)
    if held_seat and interview is None:
        # Its workflow may wait at the invitation's gate: it finds the seat gone and ends.
        invited = id_of_interview(application.id)
        key = f"interview:{invited}:0:{action}"
        await outbox.tell_interview(session, invited, application.job_id, key, action)
    if held_seat:
        await outbox.tell_job(session, application.job_id, f"vacated:{application.id}", action)
    return application


async def cancel_interview(
    session: AsyncSession, interview_id: UUID, *, cause: Cause, at: datetime
) -> Interview:
    """A recruiter cancels an interview; its seat becomes vacant."""
    interview = await find.interview(session, interview_id)
    if interview.application_id is None:
        raise ConflictError("The application of this interview no longer exists.")
    if interview.job_id is not None:
        await find.job(session, interview.job_id, lock=True)
    await end_application(
        session,
        interview.application_id,
        action="cancelled_by_hand",
        why=ReasonClass.REJECTED_BY_RECRUITER,
        cause=cause,
        at=at,
    )
    return await find.interview(session, interview_id, lock=True)


async def extend_deadline(
    session: AsyncSession, interview_id: UUID, until: datetime, *, cause: Cause, at: datetime
) -> Interview:
    """Give a candidate more time for the answer that is due now."""
    interview = await find.interview(session, interview_id, lock=True)
    if until <= at:
        raise ConflictError("The new deadline is in the past.", field="until")
    if interview.status is I.INVITATION_SENT:
        interview.confirmation_deadline = until
    elif interview.status is I.SLOT_PENDING:
        interview.slot_selection_deadline = until
    else:
        raise ConflictError(f"Nothing is due: the interview is {interview.status}.")
    interview.bounced_at = None
    await note(session, interview, "deadline_extended", cause=cause, at=at, until=until.isoformat())
    await _tell_interview(session, interview, "deadline_extended")
    return interview


async def _locked(session: AsyncSession, interview_id: UUID) -> tuple[Application | None, Interview]:
    application_id = (await find.interview(session, interview_id)).application_id
    application = await find.application(session, application_id, lock=True) if application_id else None
    return application, await find.interview(session, interview_id, lock=True)


async def _interview_of(session: AsyncSession, application: Application) -> Interview | None:
    return await find.interview_or_none(session, id_of_interview(application.id), lock=True)


async def _end(
    session: AsyncSession, interview: Interview, new: I, action: str, *, cause: Cause, at: datetime
) -> None:
    interview.leave_effective_at = None
    await move_interview(session, interview, new, action, cause=cause, at=at)
    await mail.unsend(session, interview.id, PENDING_MAILS, f"the interview is {new}")
    negotiation = await find.negotiation(session, interview.id)
    if negotiation is not None and negotiation.state in {
        NegotiationState.AWAITING_AVAILABILITY,
        NegotiationState.AWAITING_SELECTION,
    }:
        negotiation.answered = negotiation.replies
        await move_negotiation(session, negotiation, NegotiationState.EXPIRED, interview, cause=cause, at=at)


async def _vacate(
    session: AsyncSession,
    application: Application | None,
    new: S,
    action: str,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    if application is None or application.shortlist_status is not S.SHORTLISTED:
        return
    await move_application(session, application, new, action, cause=cause, at=at)
    await outbox.tell_job(session, application.job_id, f"vacated:{application.id}", action)


async def _cancel_calendar(
    session: AsyncSession, interview: Interview, at: datetime, why: ReasonClass
) -> bool:
    """Cancel the calendar entry the attendees were told of, if any. Returns whether a mail does that."""
    if interview.calendar_synced_sequence is None:
        return False
    interview.calendar_sequence = interview.calendar_synced_sequence + 1
    await session.flush()
    details = {"reason_class": why.value, "calendar_sequence": interview.calendar_sequence}
    about = subject(interview)
    to_candidate = Letter(MailTemplate.CANCELLATION, about, interview.candidate_id, details=details)
    to_interviewers = [
        Letter(MailTemplate.INTERVIEWER_CANCELLATION, about, user_id=user, details=details, each=True)
        for user in people_of(interview)
    ]
    await mail.queue(session, at, to_candidate, *to_interviewers)
    return True


async def _tell_candidate(
    session: AsyncSession, about: Subject, candidate_id: UUID | None, at: datetime, why: ReasonClass
) -> None:
    template = FINAL_MAIL.get(why, MailTemplate.REGRET)
    letter = Letter(template, about, candidate_id=candidate_id, details={"reason_class": why.value})
    await mail.queue(session, at, letter)


def _refuse_before_start(interview: Interview, at: datetime) -> None:
    if interview.status not in {I.CONFIRMED, I.IN_PROGRESS} or interview.scheduled_time is None:
        raise ConflictError(f"There is no outcome to record: the interview is {interview.status}.")
    if at < interview.scheduled_time:
        raise ConflictError(
            "The interview has not begun.", remedy=f"It begins at {interview.scheduled_time.isoformat()}."
        )


async def _tell_interview(session: AsyncSession, interview: Interview, cause: str) -> None:
    key = f"interview:{interview.id}:{interview.version}:{cause}"
    await outbox.tell_interview(session, interview.id, interview.job_id, key, cause)


async def _tell_both(session: AsyncSession, interview: Interview, cause: str) -> None:
    await _tell_interview(session, interview, cause)
    if interview.job_id is not None:
        await outbox.tell_job(session, interview.job_id, f"{cause}:{interview.id}", cause)
