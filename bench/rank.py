"""Figure `rank_and_shortlist`: one job with many scored applications, in a database of its own."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from sqlalchemy import text

from bench.figures import Figure, Goal
from bench.ground import OWNER, Ground, Sessions, recruiter_of, tell
from bench.population import close, fill, new_job, now
from domain.errors import UnavailableError
from runtime import database
from runtime.bootstrap import prepare
from services import find, shortlist
from services.log import Cause

GOAL_SECONDS = 2.0
APPLICATIONS = 100_000
APPLICATIONS_QUICK = 20_000
SEATS = 100
ROUNDS = 2
DATABASE = "bench_rank"

SORT = text("SELECT id FROM applications WHERE job_id = :job ORDER BY score_order, created_at, id")
BARE_RANKS = text("""
UPDATE applications a SET rank = o.n
FROM (SELECT id, row_number() OVER (ORDER BY score_order, created_at, id) AS n
      FROM applications WHERE job_id = :job) o
WHERE a.id = o.id
""")
UNRANKED = text("SELECT count(*) FROM applications WHERE job_id = :job AND rank IS NULL")


async def measure_rank(ground: Ground, *, quick: bool) -> Figure:
    """Rank fresh jobs by the product's own act, and beside it fresh jobs by the two bare statements."""
    count = APPLICATIONS_QUICK if quick else APPLICATIONS
    taken: list[float] = []
    floors: list[tuple[float, float]] = []
    for number in range(1 if quick else ROUNDS):
        tell(f"rank_and_shortlist: {count} applications, round {number + 1}")
        async with _closed_job(ground, count) as (owner, worker, job_id):
            taken.append(await _ranked(owner, worker, job_id))
        async with _closed_job(ground, count) as (owner, worker, job_id):
            floors.append(await _bare(owner, job_id))
    return Figure(
        name="rank_and_shortlist",
        what=f"the whole transaction that ranks {count} scored applications, seats {SEATS} and benches {SEATS}",
        unit="s",
        value=round(min(taken), 4),
        goal=Goal(GOAL_SECONDS if not quick else GOAL_SECONDS * count / APPLICATIONS),
        floor=round(min(sum(pair) for pair in floors), 4),
        floor_is="a bare SELECT of the ids in order, then one bare UPDATE of every rank, in one transaction",
        today="5 s for 1,000",
        detail={
            "applications": count,
            "all_rounds": [round(value, 4) for value in taken],
            "floor_sort": round(min(pair[0] for pair in floors), 4),
            "floor_update": round(min(pair[1] for pair in floors), 4),
        },
    )


@asynccontextmanager
async def _closed_job(ground: Ground, count: int) -> AsyncIterator[tuple[Sessions, Sessions, UUID]]:
    """A closed job in a database of its own, where no worker picks it up."""
    if ground.stack.postgres is None:
        raise UnavailableError("The bench needs the embedded PostgreSQL.")
    await ground.stack.postgres.create_database(DATABASE)
    url = ground.stack.postgres.url_of(DATABASE)
    prepare(url)
    engines = [database.engine(url, role, 2) for role in (OWNER, database.WORKER)]
    owner, worker = map(database.sessions, engines)
    try:
        job_id = await new_job(worker, await recruiter_of(owner), SEATS, SEATS)
        await fill(owner, job_id, count)
        await close(worker, job_id)
        yield owner, worker, job_id
    finally:
        for engine in engines:
            await engine.dispose()
        await ground.stack.postgres.drop_database(DATABASE)


async def _ranked(owner: Sessions, worker: Sessions, job_id: UUID) -> float:
    start = time.perf_counter()
    async with worker.begin() as session:
        job = await find.job(session, job_id, lock=True)
        await shortlist.rank_and_shortlist(session, job, cause=Cause(), at=now())
    taken = time.perf_counter() - start
    async with owner() as session:
        if unranked := await session.scalar(UNRANKED, {"job": job_id}):
            raise UnavailableError(f"{unranked} applications have no rank.")
    return taken


async def _bare(owner: Sessions, job_id: UUID) -> tuple[float, float]:
    start = time.perf_counter()
    async with owner.begin() as session:
        (await session.execute(SORT, {"job": job_id})).all()
        sorted_at = time.perf_counter()
        await session.execute(BARE_RANKS, {"job": job_id})
    return sorted_at - start, time.perf_counter() - sorted_at
