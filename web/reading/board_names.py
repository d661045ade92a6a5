"""Names for ids, in one query for a whole page. The log and the workflows know ids only."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models import Application, Candidate, User


async def of_candidates(session: AsyncSession, ids: Iterable[UUID | None]) -> Mapping[UUID, str]:
    """Names of candidates, as far as the reader may see them."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    query = select(Candidate.id, Candidate.name).where(Candidate.id.in_(wanted))
    return {row.id: row.name for row in await session.execute(query)}


async def of_applications(session: AsyncSession, ids: Iterable[UUID | None]) -> Mapping[UUID, str]:
    """Names of those who applied, by application."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    query = (
        select(Application.id, Candidate.name, Application.applicant_name)
        .outerjoin(Candidate, Candidate.id == Application.candidate_id)
        .where(Application.id.in_(wanted))
    )
    return {row.id: row.name or row.applicant_name or "" for row in await session.execute(query)}


async def of_users(session: AsyncSession, ids: Iterable[UUID | None]) -> Mapping[UUID, str]:
    """Names of colleagues."""
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    query = select(User.id, User.name).where(User.id.in_(wanted))
    return {row.id: row.name for row in await session.execute(query)}
