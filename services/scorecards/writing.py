"""Writing a card: drafts, handing in, opening again. One for each interviewer, and one merged from those handed in."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, ForbiddenError, InvalidInputError, StaleStateError
from domain.scorecards import DIMENSIONS, Card, Point, checked, merged, overall, ready
from models import Interview, InterviewerScorecard, Scorecard, Transcript
from services import find, log
from services.log import Cause, Entry, Subject
from services.scorecards import reading
from services.scorecards.rows import card_of, columns, merged_columns

LOCK = 17
"""Space of advisory locks in which the cards of one interview are merged, one writer at a time."""


async def save(
    session: AsyncSession, interview_id: UUID, user_id: UUID, card: Card, *, version: int, at: datetime
) -> InterviewerScorecard:
    """Keep a draft. `version` is what the writer saw: 0 before the first save.

    Raises InvalidInputError naming the field, ForbiddenError for whoever does not conduct the interview,
    ConflictError for a card that is handed in, StaleStateError when it was saved elsewhere meanwhile.
    """
    await find.interview(session, interview_id)
    row = await _mine(session, interview_id, user_id)
    kept = await _quoted(session, interview_id, checked(card))
    if row is None:
        return await _first(session, interview_id, user_id, kept, version=version, at=at)
    _check_open(row)
    if row.version != version:
        raise _stale()
    _write(row, kept, at)
    await session.flush()
    await session.refresh(row)
    return row


async def hand_in(
    session: AsyncSession, interview_id: UUID, user_id: UUID, *, version: int, cause: Cause, at: datetime
) -> InterviewerScorecard:
    """Hand the own card in: from now on it counts, and other people's cards are shown.

    Raises InvalidInputError naming what is missing; otherwise as `save`.
    """
    interview = await find.interview(session, interview_id)
    await _alone(session, interview_id)
    row = await _mine(session, interview_id, user_id)
    if row is None:
        raise InvalidInputError("The card is empty.", field=DIMENSIONS[0], remedy="Fill it in first.")
    _check_open(row)
    if row.version != version:
        raise _stale()
    ready(card_of(row))
    row.handed_in_at, row.version, row.updated_at = at, row.version + 1, at
    await session.flush()
    cards = await _handed_in(session, interview_id)
    await _merge(session, interview_id, cards, at)
    await _note(session, interview, row, "scorecard_handed_in", cards=len(cards), cause=cause, at=at)
    await session.refresh(row)
    return row


async def reopen(
    session: AsyncSession, interview_id: UUID, user_id: UUID, *, cause: Cause, at: datetime
) -> InterviewerScorecard:
    """Take the own card back to change it. It counts no longer, and other people's cards are hidden again.

    Raises ConflictError when it is not handed in.
    """
    interview = await find.interview(session, interview_id)
    await _alone(session, interview_id)
    row = await _mine(session, interview_id, user_id)
    if row is None or row.handed_in_at is None:
        raise ConflictError("This card is not handed in.", remedy="Go on with the draft.")
    # Before the own card is open again: afterwards the others can no longer be seen, nor what is merged of them.
    others = [one for one in await _handed_in(session, interview_id) if one.id != row.id]
    await _merge(session, interview_id, others, at)
    await _note(session, interview, row, "scorecard_reopened", cards=len(others), cause=cause, at=at)
    row.handed_in_at, row.version, row.updated_at = None, row.version + 1, at
    await session.flush()
    await session.refresh(row)
    return row


async def renew(session: AsyncSession, row: InterviewerScorecard) -> None:
    """Store a draft whose fields were set, with the score that follows from them."""
    row.overall_score = overall(card_of(row).ratings)
    await session.flush()


async def note_prefilled(
    session: AsyncSession, row: InterviewerScorecard, fields: list[str], *, cause: Cause, at: datetime
) -> None:
    """Log that a draft was filled from insights; `fields` are names only."""
    interview = await find.interview(session, row.interview_id)
    await _note(session, interview, row, "scorecard_prefilled", fields=fields, cause=cause, at=at)


def _write(row: InterviewerScorecard, card: Card, at: datetime) -> None:
    for name, value in columns(card).items():
        setattr(row, name, value)
    # What was changed since it was proposed is the interviewer's own.
    row.prefilled = {name: value for name, value in row.prefilled.items() if getattr(row, name) == value}
    row.version, row.updated_at = row.version + 1, at


async def _first(
    session: AsyncSession, interview_id: UUID, user_id: UUID, card: Card, *, version: int, at: datetime
) -> InterviewerScorecard:
    if version != 0:
        raise _stale()
    values: dict[str, Any] = {
        "id": uuid4(),
        "interview_id": interview_id,
        "interviewer_id": user_id,
        "updated_at": at,
        "created_at": at,
        **columns(card),
    }
    statement = insert(InterviewerScorecard).values(values).on_conflict_do_nothing()
    added = await session.scalar(statement.returning(InterviewerScorecard.id))
    if added is None:
        raise _stale()
    return await session.get_one(InterviewerScorecard, added)


async def _mine(session: AsyncSession, interview_id: UUID, user_id: UUID) -> InterviewerScorecard | None:
    """The own card, locked; None before its first save. Raises ForbiddenError for anybody else."""
    if not await reading.conducts(session, interview_id, user_id):
        raise ForbiddenError(
            "Only who conducts this interview fills in a card for it.",
            remedy="Ask a recruiter to add you to the interview.",
        )
    return await reading.own_card(session, interview_id, user_id, lock=True)


async def _quoted(session: AsyncSession, interview_id: UUID, card: Card) -> Card:
    """The card with the turn of each quote. Raises InvalidInputError for words that nobody said.

    Where nothing was transcribed there is nothing to check against, and a quote is what somebody remembers.
    """
    if not any(point.evidence for point in (*card.strengths, *card.weaknesses)):
        return card
    rows = await session.execute(
        select(Transcript.id, Transcript.text)
        .where(Transcript.interview_id == interview_id, ~Transcript.is_interim)
        .order_by(Transcript.sequence)
    )
    turns = {row.id: row.text for row in rows}
    return replace(
        card,
        strengths=tuple(_placed(point, turns, "strengths") for point in card.strengths),
        weaknesses=tuple(_placed(point, turns, "weaknesses") for point in card.weaknesses),
    )


def _placed(point: Point, turns: dict[UUID, str], field: str) -> Point:
    if not point.evidence or not turns:
        return replace(point, turn_id=None)
    if point.turn_id in turns and point.evidence in turns[point.turn_id]:
        return point
    place = next((turn for turn, words in turns.items() if point.evidence in words), None)
    if place is None:
        raise InvalidInputError(
            f"“{point.evidence[:80]}” does not stand in the transcript.",
            field=field,
            remedy="Copy the words from the transcript, or leave the quote empty.",
        )
    return replace(point, turn_id=place)


async def _handed_in(session: AsyncSession, interview_id: UUID) -> list[InterviewerScorecard]:
    rows = await session.scalars(
        select(InterviewerScorecard)
        .where(
            InterviewerScorecard.interview_id == interview_id, InterviewerScorecard.handed_in_at.is_not(None)
        )
        .order_by(InterviewerScorecard.handed_in_at, InterviewerScorecard.id)
        .execution_options(populate_existing=True)
    )
    return list(rows)


async def _merge(
    session: AsyncSession, interview_id: UUID, cards: list[InterviewerScorecard], at: datetime
) -> None:
    """Bring the one merged card up to date; without a card that is handed in there is none."""
    if not cards:
        await session.execute(delete(Scorecard).where(Scorecard.interview_id == interview_id))
        return
    values = {**merged_columns(merged([card_of(row) for row in cards])), "updated_at": at}
    statement = insert(Scorecard).values(interview_id=interview_id, **values)
    await session.execute(statement.on_conflict_do_update(index_elements=["interview_id"], set_=values))


async def _alone(session: AsyncSession, interview_id: UUID) -> None:
    """Wait until nobody else hands in for this interview: each merges what the other handed in."""
    await session.execute(
        text("SELECT pg_advisory_xact_lock(hashtextextended(:interview, :space))"),
        {"interview": str(interview_id), "space": LOCK},
    )


def _check_open(row: InterviewerScorecard) -> None:
    if row.handed_in_at is not None:
        raise ConflictError("This card is handed in.", remedy="Open it again to change it.")


def _stale() -> StaleStateError:
    return StaleStateError(
        "This card was saved elsewhere meanwhile; nothing was saved here.",
        field="version",
        remedy="Reload the page, and write again what is missing there.",
    )


async def _note(
    session: AsyncSession,
    interview: Interview,
    row: InterviewerScorecard,
    action: str,
    *,
    cause: Cause,
    at: datetime,
    **details: Any,
) -> None:
    # Without the application: what interviewers do in the room names the interview only.
    subject = Subject(interview.job_id, None, interview.id)
    key = f"scorecard:{row.id}:{row.version}:{action}"
    entry = Entry(action, key, subject, at, details={"scorecard_id": str(row.id), **details})
    await log.record(session, cause, entry)
