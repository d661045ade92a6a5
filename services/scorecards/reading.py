"""Reading cards, as far as row-level security lets the person of the transaction see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access.vocabulary import Purpose, Seen
from domain.errors import NotFoundError
from models import Candidate, Interview, InterviewerScorecard, InterviewInterviewer, Job, Scorecard, User
from services import access, find
from services.calendars.entries import people_of
from services.log import Subject


@dataclass(frozen=True, slots=True)
class Seat:
    """One who conducts the interview, and the card of theirs that may be seen."""

    user_id: UUID
    name: str
    card: InterviewerScorecard | None


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of one interview."""

    interview: Interview
    own: InterviewerScorecard | None
    is_writer: bool
    """Whether the person conducts the interview, so that they have a card of their own."""
    is_blind: bool
    """Other people's cards are hidden until the own one is handed in."""
    others: tuple[Seat, ...]
    merged: Scorecard | None


async def cards_of(
    session: AsyncSession, interview_id: UUID, user_id: UUID, *, at: datetime, purpose: Purpose = Purpose.PAGE
) -> Cards:
    """Every card of an interview that the person may see. What others wrote is noted as read.

    Raises NotFoundError for an interview that the person may not see.
    """
    interview = await find.interview(session, interview_id)
    rows = await session.scalars(
        select(InterviewerScorecard)
        .where(InterviewerScorecard.interview_id == interview_id)
        .order_by(InterviewerScorecard.handed_in_at, InterviewerScorecard.id)
        .execution_options(populate_existing=True)
    )
    cards = {row.interviewer_id: row for row in rows}
    own = cards.pop(user_id, None)
    is_writer = await conducts(session, interview_id, user_id)
    is_blind = is_writer and (own is None or own.handed_in_at is None)
    merged = await merged_of(session, interview_id)
    others = await _others(session, interview, user_id, {} if is_blind else cards)
    if merged is not None or any(seat.card for seat in others):
        subject = Subject(interview.job_id, interview.application_id, interview.id)
        await access.note(session, Seen.SCORECARD, subject, at=at, purpose=purpose)
    return Cards(interview, own, is_writer, is_blind, others, merged)


async def own_card(
    session: AsyncSession, interview_id: UUID, user_id: UUID, *, lock: bool = False
) -> InterviewerScorecard | None:
    """The person's own card, None before its first save."""
    query = select(InterviewerScorecard).where(
        InterviewerScorecard.interview_id == interview_id, InterviewerScorecard.interviewer_id == user_id
    )
    if lock:
        query = query.with_for_update()
    found: InterviewerScorecard | None = await session.scalar(query.execution_options(populate_existing=True))
    return found


async def merged_of(session: AsyncSession, interview_id: UUID) -> Scorecard | None:
    """The merged card, None before the first one was handed in and for whoever may not see it yet."""
    query = select(Scorecard).where(Scorecard.interview_id == interview_id)
    found: Scorecard | None = await session.scalar(query.execution_options(populate_existing=True))
    return found


async def conducts(session: AsyncSession, interview_id: UUID, user_id: UUID) -> bool:
    """Whether a person conducts an interview that is booked and not called off."""
    found = await session.scalar(
        select(InterviewInterviewer.id).where(
            InterviewInterviewer.interview_id == interview_id,
            InterviewInterviewer.user_id == user_id,
            InterviewInterviewer.kind == "booking",
            InterviewInterviewer.is_live,
        )
    )
    return found is not None


async def history(
    session: AsyncSession, candidate_id: UUID, *, at: datetime, purpose: Purpose = Purpose.PAGE
) -> Sequence[tuple[Interview, Job | None, Scorecard | None]]:
    """Every interview of a candidate that the person may see, the newest first, with its merged card.

    Noted as read. Raises NotFoundError for somebody whom the person may not see.
    """
    if await session.get(Candidate, candidate_id) is None:
        raise NotFoundError(f"There is no candidate {candidate_id}.", field="candidate_id")
    rows = await session.execute(
        select(Interview, Job, Scorecard)
        .outerjoin(Job, Job.id == Interview.job_id)
        .outerjoin(Scorecard, Scorecard.interview_id == Interview.id)
        .where(Interview.candidate_id == candidate_id)
        .order_by(Interview.created_at.desc(), Interview.id)
    )
    found = [(row[0], row[1], row[2]) for row in rows]
    for interview, _, card in found:
        if card is not None:
            subject = Subject(interview.job_id, interview.application_id, interview.id)
            await access.note(session, Seen.SCORECARD, subject, at=at, purpose=purpose)
    return found


async def _others(
    session: AsyncSession, interview: Interview, user_id: UUID, cards: dict[UUID, InterviewerScorecard]
) -> tuple[Seat, ...]:
    """Everybody else who conducts it or wrote a card, the lead first."""
    ids = [one for one in dict.fromkeys((*people_of(interview), *cards)) if one != user_id]
    users = await session.scalars(select(User).where(User.id.in_(ids)))
    names = {user.id: user.name for user in users}
    return tuple(Seat(one, names[one], cards.get(one)) for one in ids if one in names)
