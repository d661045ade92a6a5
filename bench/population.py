"""Jobs full of scored applications, and interviews brought into their states by the product itself."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from bench.ground import Ground, Sessions, until
from domain.errors import SlotTakenError
from domain.vocabulary import Trigger, UserRole
from models import User
from services import find, jobs, slots
from services.interviews import answer
from services.jobs import JobDraft
from services.log import Cause

BY_HAND = Cause(trigger=Trigger.MANUAL, actor_kind="recruiter")
BY_CANDIDATE = Cause(trigger=Trigger.MANUAL, actor_kind="candidate")

# Scores have two decimals and repeat, so that ties are broken as in real life.
FILL = text("""
WITH people AS (
    INSERT INTO candidates (id, name, email)
    SELECT gen_random_uuid(), 'Person ' || n, 'person' || n || '.' || CAST(:job AS text) || '@example.org'
    FROM generate_series(1, CAST(:count AS integer)) AS n
    RETURNING id
)
INSERT INTO applications (job_id, candidate_id, fit_score, ai_processed, scored_at, scorer, summary,
    score_components, score_evidence, resume_text, created_at)
SELECT :job, id, round(CAST(random() * 100 AS numeric), 2), true, now(), 'bench', 'Has done this before.',
    '{"relevance": 40.0, "title": 50.0, "skills": 60.0, "experience": 70.0, "education": 100.0}',
    '["baked bread for years", "led a shift of six"]',
    repeat('Worked as a baker, led a shift of six, and trained two apprentices. ', 4),
    CAST(:at AS timestamptz) - random() * interval '30 days'
FROM people
""")

OPEN = text("""
SELECT count(*) AS invited, count(*) FILTER (WHERE status = :status) AS there,
       (SELECT count(*) FROM email_messages WHERE status = 'queued') AS queued,
       (SELECT count(*) FROM outbox WHERE delivered_at IS NULL) AS undelivered
FROM interviews WHERE job_id = ANY (:jobs)
""")


def now() -> datetime:
    """Business time, which is the wall clock here."""
    return datetime.now(UTC)


async def new_job(
    worker: Sessions, recruiter: UUID, openings: int, buffer: int, interviewers: Sequence[UUID] = ()
) -> UUID:
    """A published job whose declines take effect at once and whose promotions have no cut-off."""
    draft = JobDraft(
        recruiter_id=recruiter,
        title="Baker",
        description="Bakes bread at night.",
        number_of_openings=openings,
        shortlisting_buffer=buffer,
        interviewer_ids=tuple(interviewers),
        windows={"undo_window": timedelta(0), "promotion_cutoff": None},
    )
    async with worker.begin() as session:
        job = await jobs.create(session, draft, cause=BY_HAND, at=now())
        await jobs.publish(session, job.id, cause=BY_HAND, at=now())
    return job.id


async def fill(owner: Sessions, job_id: UUID, count: int) -> None:
    """Give a job that many scored applications, and let the planner know."""
    async with owner.begin() as session:
        await session.execute(FILL, {"job": job_id, "count": count, "at": now()})
    async with owner.begin() as session:
        await session.execute(text("ANALYZE applications, candidates"))


async def vacuumed(ground: Ground) -> None:
    """What autovacuum does within a minute after many rows changed."""
    async with ground.owner.kw["bind"].connect() as connection:
        free = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await free.execute(text("VACUUM ANALYZE applications, candidates, interviews"))


async def close(worker: Sessions, job_id: UUID) -> datetime:
    """Close a job as a recruiter would. Returns the wall-clock time right after the commit."""
    async with worker.begin() as session:
        await jobs.close(session, job_id, cause=BY_HAND, at=now())
    return now()


async def interviewers(owner: Sessions, count: int) -> list[UUID]:
    """People who interview."""
    ids = [uuid4() for _ in range(count)]
    rows: list[dict[str, Any]] = [
        {"id": i, "email": f"{i}@hiring.example", "name": "Ines Interviewer", "role": UserRole.INTERVIEWER}
        for i in ids
    ]
    async with owner.begin() as session:
        await session.execute(insert(User), rows)
    return ids


async def open_interviews(ground: Ground, jobs_count: int, seats: int, applications: int) -> list[UUID]:
    """Jobs whose every seat is invited by its live workflow; all mails are out. Returns the jobs."""
    ids = []
    for interviewer in await interviewers(ground.owner, jobs_count):
        job_id = await new_job(ground.worker, ground.recruiter, seats, seats, [interviewer])
        await fill(ground.owner, job_id, applications)
        ids.append(job_id)
    for job_id in ids:
        await close(ground.worker, job_id)
    await settled(ground, ids, jobs_count * seats)
    return ids


async def settled(ground: Ground, ids: Sequence[UUID], invited: int) -> None:
    """Wait until so many interviews of these jobs exist and nothing is on its way."""

    async def quiet() -> bool:
        async with ground.owner() as session:
            seen = (await session.execute(OPEN, {"jobs": list(ids), "status": "invitation_sent"})).one()
        return seen.invited >= invited and not seen.queued and not seen.undelivered

    await until(quiet, f"{invited} invitations and an empty queue")


async def answer_some(ground: Ground, job_ids: Sequence[UUID]) -> None:
    """Of each job's interviews a third accept, a further third book a time, the rest stay unanswered."""
    for job_id in job_ids:
        async with ground.owner() as session:
            found = await session.execute(
                text("SELECT id FROM interviews WHERE job_id = :job ORDER BY rank_at_time"), {"job": job_id}
            )
            ids = [row.id for row in found]
        for number, interview_id in enumerate(ids):
            if number % 3 == 0:
                continue
            async with ground.worker.begin() as session:
                await answer.accept(session, interview_id, cause=BY_CANDIDATE, received_at=now())
            if number % 3 == 2:
                async with ground.worker.begin() as session:
                    await _book(session, interview_id)
    await settled(ground, job_ids, 0)


async def _book(session: AsyncSession, interview_id: UUID) -> None:
    interview = await find.interview(session, interview_id, lock=True)
    if interview.job_id is None:
        return
    job = await find.job(session, interview.job_id)
    free = await slots.free(session, job, interview, now())
    if not free:
        raise SlotTakenError("The bench's interviewers have no time left.")
    await answer.pick(session, interview_id, free[0].start, cause=BY_CANDIDATE, received_at=now())


async def states(owner: Sessions, job_ids: Sequence[UUID]) -> dict[str, int]:
    """How many interviews of these jobs are in which state."""
    query = text(
        "SELECT status, count(*) AS n FROM interviews WHERE job_id = ANY (:jobs) GROUP BY 1 ORDER BY 1"
    )
    async with owner() as session:
        return {row.status: row.n for row in await session.execute(query, {"jobs": list(job_ids)})}
