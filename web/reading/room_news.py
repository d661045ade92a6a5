"""What is new in the room of an interview since a position: turns and insights, in the order of their changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Text, cast, func, literal, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError
from models import AiInsight, InterviewQuestion, InterviewSkill, Transcript

BATCH = 200
LONGEST_NUMBER = len(str(2**62))
ANCHOR = 8
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Position:
    """Up to where somebody has read, and in which transcript: `anchor` is made from its first turn."""

    revision: int = 0
    anchor: str = "0"

    def __str__(self) -> str:
        return f"{self.revision}-{self.anchor}"


START = Position()


@dataclass(frozen=True, slots=True)
class News:
    """Rows in the order of their changes; each as it is now."""

    rows: Sequence[Transcript | AiInsight]
    anchor: str
    is_reset: bool = False
    """The transcript that was read before is gone: what is known of it is to be forgotten."""
    is_whole: bool = True
    """False: there is more, ask again."""

    def at(self, row: Transcript | AiInsight) -> Position:
        """Where somebody stands who has read up to a row."""
        return Position(row.revision, self.anchor)

    def after(self, before: Position) -> Position:
        """Where somebody stands who has read all of it."""
        revision = self.rows[-1].revision if self.rows else 0 if self.is_reset else before.revision
        return Position(revision, self.anchor)


def read_position(text: str) -> Position:
    """A position from its text. Raises InvalidInputError."""
    revision, _, anchor = text.partition("-")
    is_number = revision.isascii() and revision.isdigit() and len(revision) <= LONGEST_NUMBER
    if not is_number or not anchor or not set(anchor) <= _HEX or len(anchor) > ANCHOR:
        raise InvalidInputError(
            "This is not a position.", field="after", remedy="Use the id of the last event, or leave it out."
        )
    return Position(int(revision), anchor)


async def since(session: AsyncSession, interview_id: UUID, position: Position) -> News:
    """What changed after a position, at most `BATCH` rows.

    Rows are read up to the newest number that the first statement sees: a number is visible only after every smaller
    one of its interview, so nothing can slip in between the statements.
    """
    anchor, until = await _here(session, interview_id)
    is_reset = position.anchor not in {"0", anchor}
    after = 0 if is_reset else position.revision
    if until <= after:
        return News((), anchor, is_reset)
    turns = await session.scalars(
        select(Transcript)
        .where(Transcript.interview_id == interview_id, Transcript.revision.between(after + 1, until))
        .order_by(Transcript.revision)
        .limit(BATCH + 1)
    )
    insights = await session.scalars(
        select(AiInsight)
        .where(AiInsight.interview_id == interview_id, AiInsight.revision.between(after + 1, until))
        .order_by(AiInsight.revision)
        .limit(BATCH + 1)
    )
    rows: list[Transcript | AiInsight] = sorted([*turns, *insights], key=lambda row: row.revision)
    return News(rows[:BATCH], anchor, is_reset, is_whole=len(rows) <= BATCH)


async def plan_mark(session: AsyncSession, interview_id: UUID) -> str:
    """Changes whenever the question plan does; costs one look, where the plan itself costs several."""
    comma = literal(",")
    row = func.concat_ws(
        "|",
        InterviewQuestion.id,
        InterviewQuestion.order_in_interview,
        InterviewQuestion.question_text_snapshot,
        InterviewQuestion.asked_at,
        InterviewQuestion.question_turn_id,
        InterviewQuestion.answer_turn_id,
    )
    questions = select(func.md5(func.string_agg(row, aggregate_order_by(comma, InterviewQuestion.id)))).where(
        InterviewQuestion.interview_id == interview_id
    )
    skill = cast(InterviewSkill.skill_id, Text)
    skills = select(func.md5(func.string_agg(skill, aggregate_order_by(comma, skill)))).where(
        InterviewSkill.interview_id == interview_id
    )
    found = (await session.execute(select(questions.scalar_subquery(), skills.scalar_subquery()))).one()
    return f"{found[0]}-{found[1]}"


async def here(session: AsyncSession, interview_id: UUID) -> Position:
    """The position behind everything that is there now. Ask before reading a page."""
    anchor, until = await _here(session, interview_id)
    return Position(until, anchor)


async def _here(session: AsyncSession, interview_id: UUID) -> tuple[str, int]:
    first = select(Transcript.id).where(Transcript.interview_id == interview_id, Transcript.sequence == 1)
    turns = select(func.max(Transcript.revision)).where(Transcript.interview_id == interview_id)
    insights = select(func.max(AiInsight.revision)).where(AiInsight.interview_id == interview_id)
    newest = func.greatest(turns.scalar_subquery(), insights.scalar_subquery(), 0)
    first_id, until = (await session.execute(select(first.scalar_subquery(), newest))).one()
    return (first_id.hex[:ANCHOR] if first_id is not None else "0"), until
