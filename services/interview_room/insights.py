"""What people do with insights: read, correct, mark as used, add their own. None of it moves anybody anywhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError, NotFoundError
from domain.insights.model import Kind, Severity
from models import AiInsight, AiInsightEdit, Interview, Transcript
from services import find, log
from services.log import Cause, Entry, Subject

LONGEST = {"content": 2_000, "suggestion": 2_000, "topic": 100}
EDITABLE = ("type", "severity", "content", "suggestion", "topic")
"""Evidence, quality and scores stay as they were found."""


@dataclass(frozen=True, slots=True)
class NewNote:
    """What a person notices. `evidence` must stand word for word in the turn."""

    content: str
    kind: Kind = Kind.NOTE
    severity: Severity = Severity.INFO
    topic: str | None = None
    turn_id: UUID | None = None
    evidence: str | None = None


async def insights_of(
    session: AsyncSession, interview_id: UUID, *, kinds: Sequence[str] = ()
) -> Sequence[AiInsight]:
    """The insights of an interview in the order in which they came."""
    query = select(AiInsight).where(AiInsight.interview_id == interview_id)
    if kinds:
        query = query.where(AiInsight.type.in_(kinds))
    return (await session.scalars(query.order_by(AiInsight.timestamp, AiInsight.id))).all()


async def find_insight(
    session: AsyncSession, interview_id: UUID, insight_id: UUID, *, lock: bool = False
) -> AiInsight:
    """One insight of an interview. Raises NotFoundError."""
    query = select(AiInsight).where(AiInsight.id == insight_id, AiInsight.interview_id == interview_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found: AiInsight | None = await session.scalar(query)
    if found is None:
        raise NotFoundError("There is no such insight.", field="insight_id", remedy="Reload the page.")
    return found


async def edits_of(session: AsyncSession, insight_id: UUID) -> Sequence[AiInsightEdit]:
    """What an insight said before, the newest change first."""
    query = select(AiInsightEdit).where(AiInsightEdit.insight_id == insight_id)
    return (await session.scalars(query.order_by(AiInsightEdit.edited_at.desc(), AiInsightEdit.id))).all()


async def edit_insight(
    session: AsyncSession,
    insight: AiInsight,
    given: Mapping[str, Any],
    *,
    cause: Cause,
    at: datetime,
) -> bool:
    """Change what is given of type, severity, content, suggestion and topic; what it said before is kept.

    `insight` comes locked from `find_insight`. Returns whether anything changed. Raises InvalidInputError.
    """
    changed = {
        name: value
        for name, value in ((name, _checked(name, given[name])) for name in EDITABLE if name in given)
        if value != getattr(insight, name)
    }
    if not changed:
        return False
    before = {name: getattr(insight, name) for name in changed}
    for name, value in changed.items():
        setattr(insight, name, value)
    edit_id = uuid4()
    session.add(
        AiInsightEdit(
            id=edit_id, insight_id=insight.id, edited_by=cause.actor_id, edited_at=at, before=before
        )
    )
    await session.flush()
    await _note(
        session, insight, "insight_edited", f"insight:edit:{edit_id}", cause=cause, at=at, fields=[*changed]
    )
    await session.refresh(insight)
    return True


async def mark_used(session: AsyncSession, insight: AiInsight, *, used: bool = True) -> None:
    """Note that a suggestion was taken up, or that it was not after all. No log row: it changes nothing else."""
    insight.used = used
    await session.flush()
    await session.refresh(insight)


async def add_note(
    session: AsyncSession, interview_id: UUID, new: NewNote, *, cause: Cause, at: datetime
) -> AiInsight:
    """Add what a person noticed. Raises NotFoundError, InvalidInputError for words that nobody said."""
    interview = await find.interview(session, interview_id)
    evidence = new.evidence.strip() if new.evidence else None
    if evidence:
        await _check_quote(session, interview, evidence, new.turn_id)
    insight_id = uuid4()
    insight = AiInsight(
        id=insight_id,
        interview_id=interview_id,
        turn_id=new.turn_id if evidence else None,
        type=_checked("type", new.kind),
        severity=_checked("severity", new.severity),
        content=_checked("content", new.content),
        topic=_checked("topic", new.topic),
        evidence=evidence,
        origin="person",
        fingerprint=f"person:{insight_id}",
        timestamp=at,
    )
    session.add(insight)
    await session.flush()
    await _note(session, insight, "insight_noted", f"insight:noted:{insight_id}", cause=cause, at=at)
    await session.refresh(insight)
    return insight


def _checked(name: str, value: Any) -> Any:
    """A value as it may be stored. Raises InvalidInputError naming the field."""
    if name in {"type", "severity"}:
        allowed = [word.value for word in (Kind if name == "type" else Severity)]
        if value not in allowed:
            raise InvalidInputError(
                f"The {name} {str(value)[:40]!r} is unknown.", field=name, remedy=f"Use {', '.join(allowed)}."
            )
        return str(value)
    text = str(value).strip() if value is not None else ""
    if "\x00" in text or len(text) > LONGEST[name]:
        raise InvalidInputError(
            f"The {name} is too long, or holds a zero character.",
            field=name,
            remedy=f"Use at most {LONGEST[name]} characters.",
        )
    if name == "content" and not text:
        raise InvalidInputError("An insight says something.", field=name, remedy="Write a sentence.")
    return text or None


async def _check_quote(
    session: AsyncSession, interview: Interview, evidence: str, turn_id: UUID | None
) -> None:
    turn = await session.get(Transcript, turn_id) if turn_id is not None else None
    if turn is None or turn.interview_id != interview.id or evidence not in turn.text:
        raise InvalidInputError(
            "These words do not stand in that turn.",
            field="evidence",
            remedy="Copy them from the transcript, or leave them out.",
        )


async def _note(
    session: AsyncSession,
    insight: AiInsight,
    action: str,
    key: str,
    *,
    cause: Cause,
    at: datetime,
    **details: Any,
) -> None:
    interview = await find.interview(session, insight.interview_id)
    # Without the application: what interviewers do in the room names the interview only.
    subject = Subject(interview.job_id, None, interview.id)
    entry = Entry(action, key, subject, at, details={"insight_id": str(insight.id), **details})
    await log.record(session, cause, entry)
