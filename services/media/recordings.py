"""Recordings and transcripts of an interview: added, listed, removed. Reading them is written down."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO
from uuid import UUID, uuid4

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access.vocabulary import Purpose, Seen
from domain.errors import InvalidInputError, NotFoundError
from domain.media_types import RecordingKind
from models import File, Interview, InterviewRecording
from services import access, find, log
from services.interview_room import importing
from services.log import Cause, Entry, Subject
from services.media.files import COLUMNS, StoredFile
from services.media.spool import Spooled
from services.processing.start import request_processing

LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Recording:
    """One recording with its file."""

    id: UUID
    interview_id: UUID
    kind: RecordingKind
    uploaded_by: UUID | None
    created_at: datetime
    file: StoredFile


async def add(
    session: AsyncSession,
    interview_id: UUID,
    file_id: UUID,
    kind: RecordingKind,
    spool: Spooled,
    *,
    cause: Cause,
    at: datetime,
) -> UUID:
    """Keep a stored file as a recording of an interview, and have it processed. Returns the recording's id.

    A transcript becomes the interview's turns. Raises NotFoundError for an interview that the caller does not see,
    and what `importing.add_file` raises for a transcript that cannot be read, or when there is another one.
    """
    interview = await find.interview(session, interview_id)
    recording_id = uuid4()
    await session.execute(
        insert(InterviewRecording).values(
            id=recording_id,
            interview_id=interview_id,
            file_id=file_id,
            kind=kind.value,
            uploaded_by=cause.actor_id,
            created_at=at,
        )
    )
    details = {"recording_id": str(recording_id), "file_id": str(file_id), "kind": kind.value}
    entry = Entry(
        "recording_added", f"recording:{recording_id}:added", _about(interview), at, details=details
    )
    await log.record(session, cause, entry)
    if kind is RecordingKind.TRANSCRIPT:
        data = await asyncio.to_thread(_whole, spool.content)
        await importing.add_file(session, interview_id, data, cause=cause, now=at)
    await request_processing(session, interview_id, recording_id, at, cause=cause)
    return recording_id


async def of_interview(session: AsyncSession, interview_id: UUID) -> list[Recording]:
    """The recordings of an interview, oldest first. Raises NotFoundError for one that the caller does not see."""
    await find.interview(session, interview_id)
    return await _found(session, InterviewRecording.interview_id == interview_id)


async def note_reading(
    session: AsyncSession,
    interview_id: UUID,
    recordings: Sequence[Recording],
    *,
    at: datetime,
    purpose: Purpose = Purpose.PAGE,
) -> None:
    """Write down that the person of this transaction is given addresses that play these recordings."""
    if recordings:
        interview = await find.interview(session, interview_id)
        await access.note(
            session, Seen.RECORDING, _about(interview), at=at, purpose=purpose, records=len(recordings)
        )


async def remove(
    session: AsyncSession, interview_id: UUID, recording_id: UUID, *, cause: Cause, at: datetime
) -> str | None:
    """Remove a recording for good, for a reason. Returns the key of its object, to be removed after the commit.

    Its recruiter and admins remove any, interviewers what they uploaded. Raises InvalidInputError without a
    reason, NotFoundError for what is not the caller's to remove.
    """
    if cause.reason is None or not cause.reason.strip() or len(cause.reason) > LONGEST_REASON:
        raise InvalidInputError(
            "Say why the recording is removed.",
            field="reason",
            remedy=f"In up to {LONGEST_REASON} characters.",
        )
    interview = await find.interview(session, interview_id)
    found = await _found(
        session, (InterviewRecording.id == recording_id) & (InterviewRecording.interview_id == interview_id)
    )
    gone = await session.execute(
        delete(InterviewRecording)
        .where(InterviewRecording.id == recording_id, InterviewRecording.interview_id == interview_id)
        .returning(InterviewRecording.id)
    )
    if not found or gone.one_or_none() is None:
        raise NotFoundError("There is no such recording that you may remove.", field="recording_id")
    details = {"recording_id": str(recording_id), "kind": found[0].kind.value}
    entry = Entry(
        "recording_removed", f"recording:{recording_id}:removed", _about(interview), at, details=details
    )
    await log.record(session, cause, entry)
    return found[0].file.storage_key


async def _found(session: AsyncSession, condition: object) -> list[Recording]:
    one = InterviewRecording
    rows = await session.execute(
        select(one.id, one.interview_id, one.kind, one.uploaded_by, one.created_at, *COLUMNS)
        .join(File, File.id == one.file_id)
        .where(condition)  # type: ignore[arg-type] # any condition of SQLAlchemy's
        .order_by(one.created_at, one.id)
    )
    return [
        Recording(row[0], row[1], RecordingKind(row[2]), row[3], row[4], StoredFile(*row[5:])) for row in rows
    ]


def _whole(content: BinaryIO) -> bytes:
    """The bytes of a transcript: at most `domain.media_types.LIMITS` of them."""
    content.seek(0)
    return content.read()


def _about(interview: Interview) -> Subject:
    return Subject(interview.job_id, interview.application_id, interview.id)
