"""Turns of interviews: keeping them in order, each once, and reading them on from where somebody stopped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError
from domain.interview_room.turns import MOST_OF_INTERVIEW, Turn, checked, merged
from models import Interview, Transcript
from services import find
from services.interview_room import roles


@dataclass(frozen=True, slots=True)
class AddedTurn:
    """One turn of a batch, as it stands now."""

    id: UUID
    sequence: int
    turn_key: str | None
    is_interim: bool


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a batch."""

    turns: tuple[AddedTurn, ...]
    """Rows that were added or changed, by sequence."""
    repeated: int
    """Turns that were here already, or whose final words were; nothing was done for them."""
    last_sequence: int
    """The highest in the interview, 0 without any turn."""

    @property
    def finals(self) -> tuple[AddedTurn, ...]:
        """Those whose words stand."""
        return tuple(turn for turn in self.turns if not turn.is_interim)


async def add_turns(session: AsyncSession, interview_id: UUID, turns: Sequence[Turn], now: datetime) -> Added:
    """Keep turns: in the order spoken, each once, an interim one replaced by its final words.

    The interview's row is locked, so batches follow one another. The first turn notes when the interview started
    (`now`, business time) and moves no state. Roles are detected once enough was said. Raises InvalidInputError,
    NotFoundError, and ConflictError when the interview would hold more turns than it may.
    """
    batch = merged(checked(turns))
    interview = await find.interview(session, interview_id, lock=True)
    here = await _here(session, interview_id, batch)
    last = await last_sequence(session, interview_id)
    changed: list[Transcript] = []
    for turn in batch:
        row = here.get(turn.turn_key) if turn.turn_key is not None else None
        if row is None:
            last += 1
            row = Transcript(id=uuid4(), interview_id=interview_id, sequence=last, timestamp=turn.spoken_at)
            session.add(row)
        elif not row.is_interim or (turn.is_interim and row.text == turn.text.strip()):
            continue
        _write(row, turn, interview)
        changed.append(row)
    if last > MOST_OF_INTERVIEW:
        raise ConflictError(
            f"An interview holds at most {MOST_OF_INTERVIEW} turns.",
            field="turns",
            remedy="End this recording; what was kept so far stays.",
        )
    if changed and interview.started_at is None:
        interview.started_at = now
    await session.flush()
    if changed:
        await roles.learn(session, interview, batch, turns=last)
    rows = sorted(changed, key=lambda row: row.sequence)
    return Added(
        tuple(AddedTurn(row.id, row.sequence, row.turn_key, row.is_interim) for row in rows),
        len(turns) - len(changed),
        last,
    )


async def turns_of(
    session: AsyncSession, interview_id: UUID, after: int = 0, *, limit: int | None = None
) -> Sequence[Transcript]:
    """The turns behind a sequence number, in order; those still interim are among them."""
    query = select(Transcript).where(Transcript.interview_id == interview_id, Transcript.sequence > after)
    return (await session.scalars(query.order_by(Transcript.sequence).limit(limit))).all()


async def last_sequence(session: AsyncSession, interview_id: UUID) -> int:
    """The highest sequence number, 0 without any turn."""
    query = select(func.max(Transcript.sequence)).where(Transcript.interview_id == interview_id)
    return await session.scalar(query) or 0


async def _here(session: AsyncSession, interview_id: UUID, batch: Sequence[Turn]) -> dict[str, Transcript]:
    """The turns of these keys that the interview holds already."""
    keys = {turn.turn_key for turn in batch if turn.turn_key is not None}
    if not keys:
        return {}
    query = select(Transcript).where(Transcript.interview_id == interview_id, Transcript.turn_key.in_(keys))
    found = await session.scalars(query.execution_options(populate_existing=True))
    return {row.turn_key: row for row in found if row.turn_key is not None}


def _write(row: Transcript, turn: Turn, interview: Interview) -> None:
    row.turn_key = turn.turn_key
    row.text = turn.text.strip()
    row.starts_ms, row.ends_ms = turn.starts_ms, turn.ends_ms
    row.speaker = turn.speaker
    row.speaker_role = roles.role_of(interview, turn)
    row.is_interim = turn.is_interim
    row.confidence = turn.confidence
    row.source = turn.source.value
