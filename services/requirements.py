"""A job's requirements: read from its text, corrected by its recruiter before the ranking, and what each does."""

import asyncio
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, UnavailableError
from domain.ports import JobText
from domain.requirements import (
    Effect,
    Lack,
    Requirements,
    Scored,
    dump,
    effects,
    extract,
    lenient,
    match,
    parse,
)
from domain.vocabulary import JobStatus
from models import Application, Job
from models.application import BEST_FIRST
from services import find, log, outbox
from services.log import Cause, Entry, Subject

MOST_LOOKED_AT = 2_000
"""So many of the best applications are looked at for the effects; beyond them nobody comes near the top."""

MOST_TEXTS = 1_000
"""So many resumes without stored matches are read on the spot."""

CHANGEABLE = frozenset({JobStatus.DRAFT, JobStatus.OPEN})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a job asks for, and where that comes from."""

    requirements: Requirements
    is_suggested: bool
    """Read from the job's text because nobody stated any."""
    description: str
    """The text that the spans of the requirements are places in."""
    may_change: bool


async def asked(session: AsyncSession, job_id: UUID) -> Asked:
    """The requirements of a job: the stored ones, else those that its text states."""
    job = await find.job(session, job_id)
    stored = lenient(job.requirements)
    wanted = stored if job.requirements else extract(job.title, job.description)
    return Asked(wanted, not job.requirements, job.description, _state(job) in CHANGEABLE)


async def suggest(session: AsyncSession, job_id: UUID) -> Requirements:
    """What the text of a job asks for, whatever is stored."""
    job = await find.job(session, job_id)
    return extract(job.title, job.description)


async def set_requirements(
    session: AsyncSession, job_id: UUID, data: Mapping[str, object], *, cause: Cause, at: datetime
) -> Job:
    """State what a job asks for; applications that have a score are scored again. The same again changes nothing.

    Allowed until the job is closed: from then on its list is made from scores that must not move.
    Raises InvalidInputError for what does not fit, ConflictError once the job is closed.
    """
    wanted = dump(parse(data))
    job = await find.job(session, job_id, lock=True)
    if job.requirements == wanted:
        return job
    if _state(job) not in CHANGEABLE:
        raise ConflictError(
            "The requirements of a job are fixed once it is closed.",
            field="requirements",
            remedy="Reject or promote single people, or publish the job again with other requirements.",
        )
    job.requirements = wanted
    await session.flush()
    again = await _unscore(session, job.id)
    key = f"job:{job.id}:requirements:{_fingerprint(wanted)}:{at.timestamp()}"
    await outbox.start_applications(session, job.id, again, key)
    details = {
        "must": len(parse(wanted).must),
        "nice": len(parse(wanted).nice),
        "applications_to_score_again": len(again),
    }
    entry = Entry("requirements_changed", key, Subject(job.id), at, details=details)
    await log.record(session, cause, entry)
    return job


async def refuse_outdated(session: AsyncSession, job_id: UUID, used: JobText) -> None:
    """Keep the requirements of a job from changing until this transaction ends, and check that a score used them.

    Call it before the application is locked (lock order). Raises UnavailableError when they changed in between:
    the step runs again with the present ones.
    """
    query = select(Job.requirements).where(Job.id == job_id).with_for_update(read=True)
    if await session.scalar(query) != dict(used.requirements):
        raise UnavailableError("The requirements of the job changed while it was scored.")


async def effects_of(session: AsyncSession, job_id: UUID, wanted: Requirements) -> tuple[Effect, ...]:
    """What each requirement does to a job's list as it stands now."""
    job = await find.job(session, job_id)
    best = (
        select(Application.id)
        .where(Application.job_id == job_id, Application.ai_processed)
        .order_by(*BEST_FIRST)
        .limit(MOST_LOOKED_AT)
    )
    query = (
        select(Application.id, Application.fit_score, Application.score_requirements)
        .where(Application.id.in_(best))
        .order_by(Application.created_at, Application.id)
    )
    rows = (await session.execute(query)).all()
    stored = {row.id: _stored(row.score_requirements or [], wanted) for row in rows}
    unread = [id_ for id_, matches in stored.items() if matches is None]
    stored |= await _read(session, unread[:MOST_TEXTS], wanted)
    scored = [Scored(row.id, float(row.fit_score), stored[row.id] or {}) for row in rows]
    return effects(wanted, scored, job.number_of_openings)


async def _unscore(session: AsyncSession, job_id: UUID) -> list[UUID]:
    """Mark the scored applications of a job as waiting for their score; the old one stays until then."""
    query = (
        update(Application)
        .where(Application.job_id == job_id, Application.ai_processed)
        .values(ai_processed=False)
        .returning(Application.id)
    )
    return list(await session.scalars(query, execution_options={"synchronize_session": False}))


async def _read(
    session: AsyncSession, ids: Sequence[UUID], wanted: Requirements
) -> dict[UUID, dict[str, Lack] | None]:
    """Look for the requirements in the texts of applications, off the event loop."""
    if not ids or not wanted.items:
        return {}
    text = func.coalesce(Application.masked_text, Application.resume_text).label("text")
    found = (await session.execute(select(Application.id, text).where(Application.id.in_(ids)))).all()
    texts = [(row.id, row.text) for row in found if row.text]
    return await asyncio.to_thread(_look, texts, wanted)


def _look(texts: list[tuple[UUID, str]], wanted: Requirements) -> dict[UUID, dict[str, Lack] | None]:
    return {
        id_: {found.requirement.text: Lack(found.met, None) for found in match(wanted, text)}
        for id_, text in texts
    }


def _stored(matches: Sequence[Mapping[str, Any]], wanted: Requirements) -> dict[str, Lack] | None:
    """The matches kept with a score, if they are those of these requirements."""
    known = {str(one["requirement"]): Lack(float(one["met"]), float(one["gain"])) for one in matches}
    return known if known.keys() >= {item.text for item in wanted.items} else None


def _state(job: Job) -> JobStatus:
    """The status, or the one that a paused job goes on with."""
    return job.held_from_status or job.status if job.status is JobStatus.ON_HOLD else job.status


def _fingerprint(wanted: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()[:16]
