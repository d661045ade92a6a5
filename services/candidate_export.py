"""Everything that is held about one candidate, as that candidate may take it away (GDPR articles 15 and 20)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from domain.access.vocabulary import Purpose, Seen
from models import (
    Application,
    CandidateRequest,
    EmailMessage,
    File,
    Job,
    NegotiationSession,
)
from models.base import Base
from services import access, impact
from services.interview_bot import standing
from services.interview_room.turns import turns_of
from services.own import Named, rows

FORMAT = "understudy-own-data-1"
PERSON = (
    "name",
    "email",
    "pending_email",
    "phone",
    "time_zone",
    "language",
    "locale",
    "cv_url",
    "cv_data",
    "created_at",
)
APPLICATION = (
    "id", "created_at", "shortlist_status", "fit_score", "summary", "scorer", "score_components",
    "score_requirements", "score_evidence", "score_notices", "unreadable_reason", "scored_at", "resume_text",
    "masked_text", "resume_notices",
)  # fmt: skip
"""Not the rank: it says as much about others."""
INTERVIEW = (
    "id", "status", "confirmation_deadline", "slot_selection_deadline", "scheduled_time", "duration", "video_url",
    "reschedules", "leave_kind", "leave_requested_at", "no_show_risk", "created_at",
)  # fmt: skip
TURN = ("sequence", "timestamp", "speaker_role", "text", "source")
TEXT_INTERVIEW = ("state", "language", "started_at", "stopped_at", "ended_at")
MAIL = ("template", "created_at", "status", "sent_at", "message_id")
REQUEST = ("kind", "state", "message", "asked_at", "due_at", "answered_at", "outcome", "answer")


@dataclass(frozen=True, slots=True)
class OwnData:
    """The data as JSON values, and the resume as it was sent."""

    facts: Mapping[str, Any]
    resume: tuple[str, bytes] | None
    """File name and bytes."""


async def own_data(session: AsyncSession, named: Named, *, at: datetime) -> OwnData:
    """Collect it in a transaction of the candidate, so that row-level security decides what is own.

    The access log says that it was taken.
    """
    own = await rows(session, named)
    candidate, interview = own.candidate, own.interview
    application = await session.get(Application, own.application_id) if own.application_id else None
    job = await session.get(Job, own.job_id) if own.job_id else None
    negotiation = (
        await session.scalar(
            select(NegotiationSession).where(NegotiationSession.interview_id == interview.id)
        )
        if interview
        else None
    )
    about = (
        EmailMessage.interview_id == interview.id
        if interview
        else EmailMessage.application_id == own.application_id
    )
    mails = await session.scalars(
        select(EmailMessage)
        .where(about, EmailMessage.candidate_id == candidate.id)
        .order_by(EmailMessage.created_at)
    )
    turns = await turns_of(session, interview.id) if interview else []
    requests = await session.scalars(
        select(CandidateRequest).where(CandidateRequest.candidate_id == candidate.id)
    )
    steps = await session.execute(text("SELECT action, trigger_source, at FROM own_steps()"))
    # How much is held. What interviewers wrote is given out by a person, on request: it may speak of others, too.
    held = (await session.execute(text("SELECT insights, scorecards FROM own_assessments()"))).one_or_none()
    answers = await impact.own_answers(session)
    await access.note(session, Seen.OWN_DATA, own.subject, at=at, purpose=Purpose.DOWNLOAD)
    facts = {
        "format": FORMAT,
        "taken_at": at,
        "person": _columns(candidate, PERSON),
        "job": {"title": job.title, "company": job.company} if job else None,
        "application": _columns(application, APPLICATION) if application else None,
        "interview": _columns(interview, INTERVIEW) if interview else None,
        "conversation": list(negotiation.history) if negotiation else [],
        "transcript": [_columns(turn, TURN) for turn in turns],
        "text_interview": await _text_interview(session, interview.id) if interview else None,
        "mails": [_columns(mail, MAIL) for mail in mails],
        "requests": [_columns(request, REQUEST) for request in requests],
        "voluntary_answers": (
            {"sex": answers.sex, "race_ethnicity": answers.race_ethnicity, "age_band": answers.age_band}
            if answers
            else None
        ),
        "assessments": {"insights": held.insights, "scorecards": held.scorecards} if held else None,
        "steps": [{"action": row.action, "by": row.trigger_source, "at": row.at} for row in steps],
    }
    return OwnData(_json(facts), await _resume(session, application))


async def _text_interview(session: AsyncSession, interview_id: UUID) -> dict[str, Any] | None:
    """How far the text interview is, with an answer that is no turn of the transcript yet."""
    bot = await standing.of_interview(session, interview_id)
    if bot is None:
        return None
    answer = await standing.current_answer(session, bot)
    return {**_columns(bot, TEXT_INTERVIEW), "waiting_answer": answer.text if answer else None}


async def _resume(session: AsyncSession, application: Application | None) -> tuple[str, bytes] | None:
    if application is None or application.resume_file_id is None:
        return None
    file = await session.get(File, application.resume_file_id, options=[undefer(File.content)])
    return (file.filename, file.content) if file is not None and file.content is not None else None


def _columns(row: Base, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _json(value: Any) -> Any:
    """The value as JSON writes it: instants in ISO 8601, lengths in minutes, decimals as numbers."""
    if isinstance(value, dict):
        return {str(key): _json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_json(item) for item in value]
    for kind, write in WRITTEN.items():
        if isinstance(value, kind):
            return write(value)
    return value


WRITTEN: Mapping[type, Callable[[Any], Any]] = {
    Enum: lambda word: word.value,
    datetime: datetime.isoformat,
    timedelta: lambda span: int(span.total_seconds() // 60),
    Decimal: float,
    UUID: str,
}
"""Values that JSON has no form of its own for."""
