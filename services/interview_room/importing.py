"""Transcripts that come as files after an interview."""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError
from domain.interview_room import captions, from_file
from domain.interview_room.from_file import People
from domain.interview_room.turns import MOST_AT_ONCE
from domain.vocabulary import InterviewStatus
from models import Candidate, Interview, Transcript, User
from services import find, log
from services.calendars.entries import people_of
from services.interview_room import deletion, turns
from services.log import Cause, Entry
from services.moves import subject

HELD = (InterviewStatus.CONFIRMED, InterviewStatus.IN_PROGRESS, InterviewStatus.COMPLETED)
"""States of an interview in which somebody may have spoken."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file."""

    written: captions.Format
    turns: int
    """New ones; none when the same file was here before."""
    repeated: int
    replaced: int
    """Turns of before that made room."""


async def add_file(
    session: AsyncSession,
    interview_id: UUID,
    data: bytes,
    *,
    replace: bool = False,
    cause: Cause,
    now: datetime,
) -> Imported:
    """Keep the turns of a WebVTT, SRT or JSON file; the same file again adds nothing.

    `replace` takes the turns of before away, with what was noticed about them; without it, another transcript is in
    the way. Raises InvalidInputError that says what is wrong with the file, ConflictError, NotFoundError.
    """
    written, cues = await asyncio.to_thread(captions.read, data)
    interview = await find.interview(session, interview_id, lock=True)
    if interview.status not in HELD:
        raise ConflictError(
            f"The interview is {interview.status.replace('_', ' ')}: nobody spoke in it.",
            field="status",
            remedy="Choose the interview to which the file belongs.",
        )
    key = hashlib.sha256(data).hexdigest()[:16]
    replaced = await _make_room(session, interview, key, replace=replace, cause=cause, now=now)
    starts = interview.scheduled_time or interview.started_at or now
    people = await _people(session, interview)
    made = from_file.turns(cues, starts=starts, key=key, people=people)
    added, repeated = 0, 0
    for at in range(0, len(made), MOST_AT_ONCE):
        part = await turns.add_turns(session, interview_id, made[at : at + MOST_AT_ONCE], now)
        added, repeated = added + len(part.turns), repeated + part.repeated
    if added:
        details = {"format": written, "turns": added, "replaced": replaced}
        log_key = f"interview:{interview_id}:transcript:{key}:{uuid4().hex[:8]}"
        await log.record(
            session, cause, Entry("transcript_imported", log_key, subject(interview), now, details=details)
        )
    return Imported(written, added, repeated, replaced)


async def _make_room(
    session: AsyncSession, interview: Interview, key: str, *, replace: bool, cause: Cause, now: datetime
) -> int:
    others = (
        select(Transcript.id)
        .where(
            Transcript.interview_id == interview.id,
            Transcript.turn_key.is_(None) | ~Transcript.turn_key.startswith(f"file:{key}:"),
        )
        .limit(1)
    )
    if await session.scalar(others) is None:
        return 0
    if not replace:
        raise ConflictError(
            "This interview has a transcript already.",
            field="replace",
            remedy="Say `replace` to take it away first, with what was noticed about it.",
        )
    return (await deletion.remove(session, interview.id, cause=cause, at=now)).turns


async def _people(session: AsyncSession, interview: Interview) -> People:
    candidate = await session.get(Candidate, interview.candidate_id)
    names = await session.scalars(select(User.name).where(User.id.in_(people_of(interview))))
    return People(candidate.name if candidate else "", tuple(names))
