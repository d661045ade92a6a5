"""Keeping themes and personas of a job: the rows are made equal to what the rules make of all its evidence."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select, text, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.processing.personas import Persona, personas_of
from domain.processing.themes import Quote, themes_of
from domain.processing.themes import Theme as Found
from models import Interview, InterviewEvidence, Job, PersonaMember, Theme, ThemeEvidence
from models import Persona as PersonaRow

_TURN = text("SELECT pg_advisory_xact_lock(hashtextextended('themes:' || CAST(:job AS text), 18))")


async def take_turn(session: AsyncSession, job_id: UUID) -> None:
    """One interview of a job at a time makes its themes; the lock ends with the transaction.

    Take it after the interview's lock: nobody who holds this one waits for an interview.
    """
    await session.execute(_TURN, {"job": job_id})


async def quotes_of(session: AsyncSession, job_id: UUID) -> list[Quote]:
    """All evidence of a job's interviews."""
    row = InterviewEvidence
    query = (
        select(row.id, row.interview_id, row.kind, row.about, row.quote)
        .join(Interview, Interview.id == row.interview_id)
        .where(Interview.job_id == job_id)
    )
    return [Quote(*found) for found in await session.execute(query)]


async def make(session: AsyncSession, job_id: UUID, language: str) -> int:
    """Make the themes of a job anew. Returns how many there are."""
    quotes = await quotes_of(session, job_id)
    # In a thread: stemming thousands of quotes takes a while, and other steps must not wait for it.
    themes = await asyncio.to_thread(themes_of, job_id, quotes, language)
    await _keep_themes(session, job_id, themes)
    return len(themes)


async def group(session: AsyncSession, job_id: UUID, language: str) -> int | None:
    """Make the personas of a job anew. None: it wants none."""
    if not await session.scalar(select(Job.personas_enabled).where(Job.id == job_id)):
        return None
    quotes = await quotes_of(session, job_id)
    themes = await asyncio.to_thread(themes_of, job_id, quotes, language)
    personas = personas_of(job_id, themes, quotes)
    await _keep_personas(session, job_id, personas)
    return len(personas)


async def _keep_themes(session: AsyncSession, job_id: UUID, themes: Sequence[Found]) -> None:
    ids = [theme.id for theme in themes]
    await session.execute(delete(Theme).where(Theme.job_id == job_id, Theme.id.not_in(ids)))
    if not themes:
        return
    new = insert(Theme)
    await session.execute(
        new.on_conflict_do_update(index_elements=["id"], set_={"name": new.excluded.name}),
        [
            {"id": one.id, "job_id": job_id, "key": one.key, "name": one.name, "kind": one.kind}
            for one in themes
        ],
    )
    wanted = {(theme.id, quote) for theme in themes for quote in theme.quotes}
    link = ThemeEvidence
    stored = {
        (theme, quote)
        for theme, quote in await session.execute(
            select(link.theme_id, link.evidence_id).where(link.theme_id.in_(ids))
        )
    }
    if fresh := sorted(wanted - stored):
        await session.execute(
            insert(link).on_conflict_do_nothing(),
            [{"theme_id": theme, "evidence_id": quote} for theme, quote in fresh],
        )
    if gone := sorted(stored - wanted):
        await session.execute(delete(link).where(tuple_(link.theme_id, link.evidence_id).in_(gone)))


async def _keep_personas(session: AsyncSession, job_id: UUID, personas: Sequence[Persona]) -> None:
    ids = [persona.id for persona in personas]
    await session.execute(delete(PersonaRow).where(PersonaRow.job_id == job_id, PersonaRow.id.not_in(ids)))
    if not personas:
        return
    new = insert(PersonaRow)
    await session.execute(
        new.on_conflict_do_update(
            index_elements=["id"], set_={"name": new.excluded.name, "traits": new.excluded.traits}
        ),
        [
            {"id": one.id, "job_id": job_id, "key": one.key, "name": one.name, "traits": list(one.traits)}
            for one in personas
        ],
    )
    member = PersonaMember
    wanted = {(persona.id, interview) for persona in personas for interview in persona.members}
    stored = {
        (persona, interview)
        for persona, interview in await session.execute(
            select(member.persona_id, member.interview_id).where(member.persona_id.in_(ids))
        )
    }
    if fresh := sorted(wanted - stored):
        await session.execute(
            insert(member).on_conflict_do_nothing(),
            [{"persona_id": persona, "interview_id": interview} for persona, interview in fresh],
        )
    if gone := sorted(stored - wanted):
        await session.execute(delete(member).where(tuple_(member.persona_id, member.interview_id).in_(gone)))
