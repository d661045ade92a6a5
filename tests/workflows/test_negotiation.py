"""Finding a time in rounds: the workflow answers each reply."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from domain.identifiers import interview_workflow
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailTemplate, NegotiationState
from models import NegotiationSession
from services import negotiation
from services.interviews import end
from tests.support.data import BY_CANDIDATE
from tests.workflows.hiring import DAY, HOUR, Hiring, wall_clock


async def test_times_that_fit_are_answered_with_up_to_three_proposals_and_one_can_be_taken(
    hiring: Hiring,
) -> None:
    await hiring.closed_job(90)
    interview = await hiring.accepted()
    monday = _weekday(1, after=wall_clock() + 2 * DAY)
    await _reply(hiring, interview, f"Any time on {monday:%d %B %Y} between 8:00 and 18:00.")

    session = await _answered(hiring, interview, replies=1)
    proposals = [datetime.fromisoformat(p) for p in session.proposals]
    assert len(proposals) == 3
    assert all(p.date() == monday.date() and 9 <= p.hour < 18 for p in proposals)
    [mail] = await hiring.mails(MailTemplate.NEGOTIATION_ANSWER, interview)
    assert mail.details == {"turn": 1, "round": 1}

    await hiring.pick(interview, proposals[1])
    assert (await _session(hiring, interview)).state is NegotiationState.RESOLVED
    await hiring.recruiter(end.complete, interview, at=proposals[1] + HOUR)
    assert await hiring.app.result(interview_workflow(interview)) == "completed"
    await hiring.record(interview_workflow(interview), "interview-negotiated")


async def test_three_rounds_without_a_time_escalate_and_the_deadline_rests(hiring: Hiring) -> None:
    await hiring.closed_job(90)
    interview = await hiring.accepted()
    sunday = _weekday(7, after=wall_clock() + 2 * DAY)
    for number in (1, 2, 3):
        await _reply(
            hiring, interview, f"Only on {sunday:%d %B %Y} between {8 + number}:00 and {10 + number}:00."
        )
        session = await _answered(hiring, interview, replies=number)

    assert session.state is NegotiationState.ESCALATED
    assert [turn["from"] for turn in session.history] == ["candidate", "bot"] * 3
    assert len(await hiring.mails(MailTemplate.NEGOTIATION_ANSWER, interview)) == 3
    [escalation] = await hiring.mails(MailTemplate.ESCALATION, interview)
    assert escalation.user_id is not None
    # A person looks for a time now: nothing expires meanwhile.
    await hiring.skip(interview, wall_clock() + 30 * DAY)
    assert (await hiring.interview(interview)).status is I.SLOT_PENDING
    await hiring.record(interview_workflow(interview))


async def test_a_reply_in_time_earns_a_full_day_for_the_answer_to_it(hiring: Hiring) -> None:
    await hiring.closed_job(90)
    interview = await hiring.accepted()
    first = (await hiring.interview(interview)).slot_selection_deadline
    assert first is not None
    await hiring.skip(interview, first - HOUR)
    monday = _weekday(1, after=first + 2 * DAY)
    replied_at = await _reply(hiring, interview, f"Any time on {monday:%d %B %Y} between 8:00 and 18:00.")
    await _answered(hiring, interview, replies=1)

    await hiring.skip(interview, first + HOUR)

    row = await hiring.interview(interview)
    assert row.status is I.SLOT_PENDING
    assert row.slot_selection_deadline is not None
    assert timedelta(0) <= row.slot_selection_deadline - replied_at - DAY < timedelta(minutes=1)
    await hiring.skip(interview, row.slot_selection_deadline + HOUR)
    assert (await hiring.interview(interview)).status is I.EXPIRED


async def _reply(hiring: Hiring, interview: UUID, text: str) -> datetime:
    now = await hiring.now(interview)
    async with hiring.app.sessions.begin() as session:
        await negotiation.reply(session, interview, text, cause=BY_CANDIDATE, received_at=now)
    return now


async def _session(hiring: Hiring, interview: UUID) -> NegotiationSession:
    async with hiring.owner() as session:
        query = select(NegotiationSession).where(NegotiationSession.interview_id == interview)
        return (await session.scalars(query)).one()


async def _answered(hiring: Hiring, interview: UUID, *, replies: int) -> NegotiationSession:
    async def is_answered() -> NegotiationSession | None:
        session = await _session(hiring, interview)
        return session if session.answered == replies else None

    return await hiring.app.until(is_answered, interview_workflow(interview))


def _weekday(iso: int, *, after: datetime) -> datetime:
    day = after
    while day.isoweekday() != iso:
        day += DAY
    return day
