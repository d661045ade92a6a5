"""What an interview has that words can be made from: turns that stand, and recordings without words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.interview_room.turns import LONGEST_TEXT, Source, Turn
from domain.processing.progress import moved
from domain.speech import Heard, UnreadableRecordingError
from models import File, Interview, InterviewRecording, Transcript
from services.interview_room.turns import add_turns
from services.processing import steps
from services.processing.steps import Run

KEY = "speech"
"""How the keys of transcribed turns begin; the id of their file follows."""


@dataclass(frozen=True, slots=True)
class Recording:
    """One file with sound."""

    file_id: UUID
    filename: str
    size: int
    storage_key: str | None
    """None: its bytes lie in the database."""


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to process."""

    turns: int
    """Final turns that stand, whatever their source."""
    has_text: bool
    """Whether a transcript stands that no engine made: then recordings are for listening only."""
    recordings: tuple[Recording, ...]
    language: str


async def material(session: AsyncSession, interview_id: UUID) -> Material:
    """What an interview has. Raises UnreadableRecordingError when there is nothing to process."""
    counted = (
        await session.execute(
            select(Transcript.source, func.count())
            .where(Transcript.interview_id == interview_id, Transcript.is_interim.is_(False))
            .group_by(Transcript.source)
        )
    ).all()
    by_source = {str(source): int(count) for source, count in counted}
    query = (
        select(File.id, File.filename, File.size, File.storage_key)
        .join(InterviewRecording, InterviewRecording.file_id == File.id)
        .where(
            InterviewRecording.interview_id == interview_id, InterviewRecording.kind.in_(["audio", "video"])
        )
        .order_by(InterviewRecording.created_at, InterviewRecording.id)
    )
    recordings = tuple(Recording(*row) for row in await session.execute(query))
    language = await session.scalar(select(Interview.language).where(Interview.id == interview_id))
    if not by_source and not recordings:
        raise UnreadableRecordingError(
            "This interview has no transcript and no recording.",
            field="recording",
            remedy="Upload a recording or a transcript; processing then starts by itself.",
        )
    turns = sum(by_source.values())
    has_text = any(source != Source.SPEECH for source in by_source)
    return Material(turns, has_text, recordings, language or "en")


async def content(session: AsyncSession, file_id: UUID) -> bytes | None:
    """The bytes of a file that lies in the database."""
    found: bytes | None = await session.scalar(select(File.content).where(File.id == file_id))
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """How far a recording has words already."""

    upto_ms: int
    is_done: bool


async def heard(session: AsyncSession, interview_id: UUID, file_id: UUID) -> Known:
    """How far a recording was transcribed, by this request or an earlier one; not at all when its turns are gone."""
    turns = select(Transcript.id).where(
        Transcript.interview_id == interview_id, Transcript.turn_key.like(f"{KEY}:{file_id}:%")
    )
    metadata = await session.scalar(select(Interview.processing_metadata).where(Interview.id == interview_id))
    noted = (metadata or {}).get("heard", {}).get(str(file_id))
    if noted is None or await session.scalar(turns.limit(1)) is None:
        return Known(0, is_done=False)
    return Known(int(noted["upto_ms"]), is_done=noted["upto_ms"] >= noted["total_ms"])


async def check_words(session: AsyncSession, interview_id: UUID) -> None:
    """Raises UnreadableRecordingError when there are no words to go on with."""
    final = select(Transcript.id).where(
        Transcript.interview_id == interview_id, Transcript.is_interim.is_(False)
    )
    if await session.scalar(final.limit(1)) is None:
        raise UnreadableRecordingError(
            "Nobody speaks in the recording, as far as the engine can tell.",
            field="recording",
            remedy="Listen to it; upload the right one or a transcript, then retry.",
        )


async def keep_words(
    session: AsyncSession,
    run: Run,
    file_id: UUID,
    piece: Heard,
    *,
    provider: str,
    at: datetime,
    share: float,
) -> bool:
    """Keep one piece of a recording as turns, once, and note the progress. False: a later request took over.

    Turns get the time at which they were spoken: the interview's start, or the request's, plus their place.
    """
    interview = await steps.wanted(session, run)
    if interview is None:
        return False
    began = interview.started_at or interview.scheduled_time or at
    interview.started_at = began
    if piece.segments:
        turns = [
            Turn(
                text=part,
                spoken_at=began + timedelta(milliseconds=segment.starts_ms),
                speaker=segment.speaker,
                turn_key=f"{KEY}:{file_id}:{segment.starts_ms}:{number}",
                starts_ms=segment.starts_ms,
                ends_ms=segment.ends_ms,
                confidence=segment.confidence,
                source=Source.SPEECH,
            )
            for segment in piece.segments
            for number, part in enumerate(_parts(segment.text))
        ]
        for batch in _batches(turns):
            await add_turns(session, run.interview_id, batch, at)
    interview.stt_provider = provider
    places = dict(interview.processing_metadata.get("heard", {}))
    places[str(file_id)] = {"upto_ms": piece.upto_ms, "total_ms": piece.total_ms}
    interview.processing_metadata = {
        **moved(interview.processing_metadata, run.step, share, at),
        "heard": places,
    }
    return True


def _parts(text: str) -> Sequence[str]:
    """A text in parts that a turn can hold."""
    return [text[at : at + LONGEST_TEXT] for at in range(0, len(text), LONGEST_TEXT)] or [text]


def _batches(turns: Sequence[Turn], size: int = 200) -> Sequence[Sequence[Turn]]:
    return [turns[at : at + size] for at in range(0, len(turns), size)]
