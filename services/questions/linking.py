"""Which turns of the transcript asked and answered which questions of the plan: found by words, or said by a person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError
from domain.questions.linking import Heard, Link, Sought, answer_to, link
from models import Interview, InterviewQuestion, Transcript
from services.log import Cause
from services.questions.plans import locked, row_of, rows_of
from services.questions.written import note_interview


async def link_turns(
    session: AsyncSession, interview_id: UUID, now: datetime, cause: Cause | None = None
) -> tuple[Link, ...]:
    """Find where planned questions were asked and answered, and note it: turns, and `asked_at` from the turn's time.

    What is linked already stays; a question without an answer gets it once there is one. Safe to run again after
    every turn: it writes, with one log row, only what is new. Returns the new links. `now` is business time;
    `cause` None: the automation.
    """
    interview = await locked(session, interview_id)
    rows = await rows_of(session, interview_id)
    turns = await _finals(session, interview_id)
    if not turns or all(row.answer_turn_id for row in rows):
        return ()
    heard = [Heard(turn.id, turn.text, turn.speaker, turn.speaker_role) for turn in turns]
    language = (interview.language or "en").partition("-")[0].lower()
    changed = _answers(rows, heard)
    taken = {turn for row in rows for turn in (row.question_turn_id, row.answer_turn_id) if turn}
    sought = [
        Sought(row.id, row.question_text_snapshot)
        for row in rows
        if row.question_turn_id is None and row.answer_turn_id is None
    ]
    found = link(sought, heard, frozenset(taken), language)
    spoken = {turn.id: turn.timestamp for turn in turns}
    by_id = {row.id: row for row in rows}
    for one in found:
        row = by_id[one.question_id]
        row.question_turn_id, row.answer_turn_id = one.question_turn, one.answer_turn
        row.asked_at = row.asked_at or spoken[one.question_turn]
        changed.append(row.id)
    if changed:
        await session.flush()
        await _note(session, interview, "words", cause or Cause(), now, changed)
    return found


async def set_turns(
    session: AsyncSession,
    interview_question_id: UUID,
    *,
    question_turn_id: UUID | None,
    answer_turn_id: UUID | None,
    cause: Cause,
    at: datetime,
) -> InterviewQuestion:
    """Say in which turns a question was asked and answered; None takes a link away.

    Raises NotFoundError, InvalidInputError for turns of another interview or in the wrong order, ConflictError for
    a turn that belongs to another question.
    """
    row, interview = await row_of(session, interview_question_id)
    places = await _places(session, interview, question_turn_id, answer_turn_id)
    if question_turn_id and answer_turn_id and places[answer_turn_id] <= places[question_turn_id]:
        raise InvalidInputError(
            "The answer comes before the question.", field="answer_turn_id", remedy="Choose a later turn."
        )
    for other in await rows_of(session, interview.id):
        clash = {other.question_turn_id, other.answer_turn_id} & {question_turn_id, answer_turn_id} - {None}
        if other.id != row.id and clash:
            raise ConflictError(
                "This turn belongs to another question.",
                field="question_turn_id" if question_turn_id in clash else "answer_turn_id",
                remedy="Take it away from that question first.",
            )
    if (row.question_turn_id, row.answer_turn_id) == (question_turn_id, answer_turn_id):
        return row
    row.question_turn_id, row.answer_turn_id = question_turn_id, answer_turn_id
    if row.asked_at is None and question_turn_id is not None:
        turn = await session.get_one(Transcript, question_turn_id)
        row.asked_at = turn.timestamp
    await session.flush()
    await _note(session, interview, "person", cause, at, [row.id])
    return row


async def has_turns(session: AsyncSession, interview_id: UUID) -> bool:
    """Whether anything was said yet."""
    query = select(Transcript.id).where(Transcript.interview_id == interview_id).limit(1)
    return await session.scalar(query) is not None


def _answers(rows: Sequence[InterviewQuestion], heard: Sequence[Heard]) -> list[UUID]:
    """Give questions whose asking is known the answer that came since."""
    changed = []
    taken = {turn for row in rows for turn in (row.question_turn_id, row.answer_turn_id) if turn}
    for row in rows:
        if row.question_turn_id is not None and row.answer_turn_id is None:
            row.answer_turn_id = answer_to(heard, row.question_turn_id, frozenset(taken))
            if row.answer_turn_id is not None:
                taken.add(row.answer_turn_id)
                changed.append(row.id)
    return changed


async def _finals(session: AsyncSession, interview_id: UUID) -> Sequence[Transcript]:
    query = select(Transcript).where(Transcript.interview_id == interview_id, ~Transcript.is_interim)
    return (await session.scalars(query.order_by(Transcript.sequence))).all()


async def _places(session: AsyncSession, interview: Interview, *turns: UUID | None) -> dict[UUID, int]:
    wanted = {turn for turn in turns if turn is not None}
    query = select(Transcript.id, Transcript.sequence).where(
        Transcript.interview_id == interview.id, Transcript.id.in_(wanted)
    )
    found = {row.id: row.sequence for row in await session.execute(query)}
    if missing := wanted - found.keys():
        raise InvalidInputError(
            f"The interview has no turn {min(missing)}.",
            field="question_turn_id",
            remedy="Choose one of its own.",
        )
    return found


async def _note(
    session: AsyncSession, interview: Interview, by: str, cause: Cause, at: datetime, rows: Sequence[UUID]
) -> None:
    details: dict[str, Any] = {"by": by, "interview_question_ids": [str(one) for one in rows]}
    await note_interview(session, interview, "question_linked", cause=cause, at=at, **details)
