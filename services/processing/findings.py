"""Reading what processing made: evidence of an interview, themes and personas of a job."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.processing.vocabulary import ThemeKind
from models import InterviewEvidence, Job, Persona, PersonaMember, Theme, ThemeEvidence, Transcript
from services import find, log
from services.log import Cause, Entry, Subject

MOST_QUOTES = 5
"""Quotes shown with a theme."""


@dataclass(frozen=True, slots=True)
class ThemeFound:
    """A theme with how far it reaches."""

    id: UUID
    name: str
    kind: ThemeKind
    evidence_count: int
    interview_count: int
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonaFound:
    """A group with its members."""

    id: UUID
    name: str
    traits: tuple[str, ...]
    interview_ids: tuple[UUID, ...]


async def evidence_of(session: AsyncSession, interview_id: UUID) -> Sequence[InterviewEvidence]:
    """The evidence of an interview, in the order in which it was said."""
    row = InterviewEvidence
    query = select(row).join(Transcript, Transcript.id == row.turn_id).where(row.interview_id == interview_id)
    return (await session.scalars(query.order_by(Transcript.sequence, row.kind, row.about, row.id))).all()


async def themes_of(session: AsyncSession, job_id: UUID) -> list[ThemeFound]:
    """The themes of a job: those that most interviews share first."""
    quotes = func.count(InterviewEvidence.id)
    interviews = func.count(func.distinct(InterviewEvidence.interview_id))
    query = (
        select(Theme.id, Theme.name, Theme.kind, quotes, interviews)
        .join(ThemeEvidence, ThemeEvidence.theme_id == Theme.id)
        .join(InterviewEvidence, InterviewEvidence.id == ThemeEvidence.evidence_id)
        .where(Theme.job_id == job_id)
        .group_by(Theme.id)
        .order_by(interviews.desc(), quotes.desc(), Theme.key)
    )
    found = [ThemeFound(*row) for row in await session.execute(query)]
    shown = await _quotes(session, job_id)
    return [
        ThemeFound(one.id, one.name, one.kind, one.evidence_count, one.interview_count, shown.get(one.id, ()))
        for one in found
    ]


async def _quotes(session: AsyncSession, job_id: UUID) -> dict[UUID, tuple[str, ...]]:
    place = func.row_number().over(
        partition_by=Theme.id, order_by=(InterviewEvidence.at, InterviewEvidence.id)
    )
    ranked = (
        select(Theme.id, InterviewEvidence.quote, place.label("place"))
        .join(ThemeEvidence, ThemeEvidence.theme_id == Theme.id)
        .join(InterviewEvidence, InterviewEvidence.id == ThemeEvidence.evidence_id)
        .where(Theme.job_id == job_id)
        .subquery()
    )
    query = select(ranked.c.id, func.array_agg(ranked.c.quote)).where(ranked.c.place <= MOST_QUOTES)
    return {theme: tuple(quotes) for theme, quotes in await session.execute(query.group_by(ranked.c.id))}


async def personas_of(session: AsyncSession, job_id: UUID) -> list[PersonaFound]:
    """The groups of a job, the largest first."""
    members = func.array_agg(PersonaMember.interview_id)
    query = (
        select(Persona.id, Persona.name, Persona.traits, members)
        .join(PersonaMember, PersonaMember.persona_id == Persona.id)
        .where(Persona.job_id == job_id)
        .group_by(Persona.id)
        .order_by(func.count().desc(), Persona.key)
    )
    return [
        PersonaFound(id_, name, tuple(traits), tuple(sorted(ids)))
        for id_, name, traits, ids in await session.execute(query)
    ]


async def set_personas(
    session: AsyncSession, job_id: UUID, *, enabled: bool, cause: Cause, at: datetime
) -> Job:
    """Let a job's interviewed people be grouped, or not any more; the groups of before are forgotten.

    Turned on, groups come with the next interview that is processed. The same again changes nothing.
    """
    job = await find.job(session, job_id, lock=True)
    if job.personas_enabled != enabled:
        job.personas_enabled = enabled
        await session.flush()
        action = "personas_enabled" if enabled else "personas_disabled"
        key = f"{action}:{job_id}:{at.timestamp()}"
        await log.record(session, cause, Entry(action, key, Subject(job_id), at))
    return job
