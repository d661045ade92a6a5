"""What a workflow may know of its interview."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.interview_plan import NO_SHOW_GRACE, REMINDER_LEAD, InterviewView
from domain.vocabulary import InterviewStatus, NegotiationState
from models import Interview, Job
from services import find, risk


async def view(session: AsyncSession, interview: Interview) -> InterviewView:
    """Times, states and counters of an interview; nothing about the person (I8)."""
    job = await session.get(Job, interview.job_id) if interview.job_id else None
    negotiation = await find.negotiation(session, interview.id)
    return InterviewView(
        interview_id=interview.id,
        job_id=interview.job_id,
        status=interview.status,
        version=interview.version,
        confirmation_deadline=interview.confirmation_deadline,
        slot_selection_deadline=interview.slot_selection_deadline,
        scheduled_time=interview.scheduled_time,
        duration=interview.duration,
        leave_effective_at=interview.leave_effective_at,
        calendar_sequence=interview.calendar_sequence,
        calendar_synced_sequence=interview.calendar_synced_sequence,
        reminder_lead=job.reminder_lead if job else REMINDER_LEAD,
        reminded_for=interview.reminded_for,
        no_show_grace=job.no_show_grace if job else NO_SHOW_GRACE,
        outcome_asked_for=interview.outcome_asked_for,
        unanswered_replies=negotiation.replies - negotiation.answered if negotiation else 0,
        escalated=negotiation is not None and negotiation.state is NegotiationState.ESCALATED,
        bounced=interview.bounced_at is not None,
        risk_due=await risk.is_due(session, interview),
    )


async def look(session: AsyncSession, interview_id: UUID) -> InterviewView:
    """The present view of an interview. One whose person was erased has no row any more: it is over."""
    interview = await find.interview_or_none(session, interview_id)
    return _erased(interview_id) if interview is None else await view(session, interview)


def _erased(interview_id: UUID) -> InterviewView:
    long_ago = datetime.fromtimestamp(0, UTC)
    return InterviewView(interview_id, None, InterviewStatus.CANCELLED, 0, confirmation_deadline=long_ago)
