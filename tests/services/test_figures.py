"""The numbers behind the charts: right on a small job, quick on a large one, read by index."""

import logging
from collections.abc import Iterator, Mapping
from datetime import timedelta
from time import perf_counter
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from domain.figures import MINUTES, Figures, Stage, Step
from domain.risk import Band
from domain.vocabulary import UserRole
from services import find, risk, shortlist, slots
from services.context import act_as_user
from services.figures import STATEMENTS, figures, jobs_of
from services.interviews import answer, end
from tests.conftest import Sessions
from tests.support.data import AUTO, BY_CANDIDATE, BY_HAND, MONDAY, Data

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

MANY = text("""
WITH people AS (
    INSERT INTO candidates (id, name) SELECT gen_random_uuid(), 'Person' FROM generate_series(1, :people) RETURNING id
), applied AS (
    INSERT INTO applications (job_id, candidate_id, rank, fit_score, shortlist_status)
    SELECT :job, id, row_number() OVER (), 50, 'pending' FROM people RETURNING id, candidate_id, rank
), invited AS (
    INSERT INTO interviews (id, job_id, application_id, candidate_id, status, confirmation_deadline, duration,
        slot_selection_deadline, scheduled_time)
    SELECT gen_random_uuid(), :job, id, candidate_id, 'invitation_sent', now(), interval '1 hour', now(),
           now() + rank * interval '1 hour' FROM applied WHERE rank <= :people / 10
    RETURNING id, scheduled_time
), thought AS (
    INSERT INTO no_show_risks (interview_id, ordinal, job_id, scheduled_time, value, parts, facts, rule,
        computed_at, outcome)
    SELECT id, 1, :job, scheduled_time, random(), '[]', '{}', 'test', now(),
           CASE WHEN random() < 0.2 THEN 'no_show' ELSE 'completed' END FROM invited
)
INSERT INTO automation_logs (job_id, application_id, action_type, trigger_source, entity, entity_id, previous_state,
    new_state, idempotency_key, created_at)
SELECT :job, a.id,
       (ARRAY['application_scored', 'buffered', 'promoted', 'invitation_sent', 'interview_booked',
              'reminder_sent'])[1 + n % 6],
       CASE WHEN n % 11 = 0 THEN 'manual' ELSE 'auto' END,
       CASE WHEN n % 6 IN (1, 2) THEN 'application' END, a.id,
       CASE n % 6 WHEN 1 THEN 'pending' WHEN 2 THEN 'buffer' END,
       CASE n % 6 WHEN 1 THEN 'buffer' WHEN 2 THEN 'shortlisted' END,
       'many:' || a.id || ':' || n, now() - n * interval '1 day'
FROM applied a, generate_series(1, :rows / :people) AS n
""")
"""Rows in bulk, as owner and without triggers: only their number and spread matter here."""


TABLES = {"applications", "automation_logs", "interviews", "no_show_risks"}


def whole_tables(plan: Mapping[str, Any]) -> Iterator[str]:
    """Tables that a plan reads from end to end."""
    if plan["Node Type"] == "Seq Scan":
        yield plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from whole_tables(part)


async def a_large_job(owner: Sessions, data: Data, people: int, rows: int) -> UUID:
    job_id = await data.a_job(1)
    async with owner.begin() as session:
        for table in ("applications", "interviews", "automation_logs"):
            await session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        await session.execute(MANY, {"job": job_id, "people": people, "rows": rows})
        await session.execute(
            text("UPDATE interviews SET status = 'completed' WHERE job_id = :job"), {"job": job_id}
        )
        for table in ("applications", "interviews", "automation_logs"):
            await session.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))
    return job_id


async def seen(sessions: Sessions, job_id: UUID) -> Figures:
    async with sessions() as session:
        return await figures(session, [job_id], MINUTES)


async def test_the_figures_of_a_small_job_are_what_happened(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(2, 2, interviewer_ids=(await data.a_user(),))
    await data.scored(job_id, 90, 80, 70, 60, 50)
    await data.closed_and_ranked(job_id)
    first, second = await data.invited(job_id)
    async with worker_sessions.begin() as session:
        job = await find.job(session, job_id)
        await answer.accept(session, first, cause=BY_CANDIDATE, received_at=MONDAY + HOUR)
        row = await find.interview(session, first)
        start = (await slots.free(session, job, row, MONDAY + HOUR))[0].start
        await answer.pick(session, first, start, cause=BY_CANDIDATE, received_at=MONDAY + HOUR)
        await risk.compute(session, [first], cause=AUTO, at=MONDAY + HOUR)
        await end.expire(session, second, cause=AUTO, at=MONDAY + 3 * DAY)
        job = await find.job(session, job_id, lock=True)
        job.promotion_cutoff = None
        await shortlist.fill_vacant(session, job, may_promote=True, cause=AUTO, at=MONDAY + 3 * DAY)
    async with worker_sessions.begin() as session:
        await end.no_show(session, first, cause=BY_HAND, at=start + DAY)

    found = await seen(worker_sessions, job_id)

    assert dict(found.funnel.stages) == {
        Stage.APPLIED: 5, Stage.RANKED: 5, Stage.SHORTLISTED: 3, Stage.INVITED: 2,
        Stage.ACCEPTED: 1, Stage.CONFIRMED: 1, Stage.INTERVIEWED: 0,
    }  # fmt: skip
    assert (found.deadlines.answer.said, found.deadlines.time.said) == ("1 of 2", "1 of 1")
    lines = {line.step: line.count for line in found.saving.lines}
    assert lines == {
        Step.APPLICATION_SCORED: 5, Step.INVITATION_SENT: 2, Step.INTERVIEW_EXPIRED: 1, Step.PROMOTED: 1,
    }  # fmt: skip
    assert found.saving.hours == pytest.approx((5 * 1 + 2 * 5 + 3 + 5) / 60)
    assert found.without_a_person.said == "4 of 4"
    assert [(one.auto, one.by_hand) for one in found.promotions] == [(1, 0)]
    assert found.bench[0].value == 2
    assert {one.band: one.no_shows.said for one in found.risk} == {
        Band.GREEN: "1 of 1", Band.YELLOW: "none yet", Band.RED: "none yet",
    }  # fmt: skip


async def test_a_job_without_anything_has_figures_of_nothing(data: Data, worker_sessions: Sessions) -> None:
    found = await seen(worker_sessions, await data.a_job(1))
    assert {count for _, count in found.funnel.stages} == {0}
    assert (found.bench, found.promotions, found.saving.lines) == ((), (), ())
    assert found.days_to_interview.median is None
    assert found.without_a_person.said == "none yet"


async def test_of_all_jobs_a_recruiter_counts_the_own_ones(
    data: Data, worker_sessions: Sessions, web_sessions: Sessions
) -> None:
    own = [await data.a_job(1), await data.a_job(1)]
    other = await data.a_user()
    strange = await data.a_job(1, recruiter_id=other)
    async with worker_sessions() as session:
        me = (await find.job(session, own[0])).recruiter_id
    for user, jobs in ((me, own), (other, [strange])):
        async with web_sessions.begin() as session:
            await act_as_user(session, UserRole.RECRUITER, user)
            assert sorted(await jobs_of(session, user)) == sorted(jobs)
            assert sorted(await jobs_of(session, None)) == sorted(jobs)


@pytest.fixture
async def large(data: Data, owner_sessions: Sessions) -> UUID:
    """10,000 applications and 100,000 log rows, among twice as many of other jobs."""
    job_id = await a_large_job(owner_sessions, data, 10_000, 100_000)
    for _ in range(4):
        await a_large_job(owner_sessions, data, 5_000, 50_000)
    async with owner_sessions() as session:
        connection = await session.connection(execution_options={"isolation_level": "AUTOCOMMIT"})
        await connection.execute(
            text("VACUUM (ANALYZE) applications, automation_logs, interviews, no_show_risks")
        )
    return job_id


@pytest.mark.slow
async def test_every_statement_reads_a_large_job_by_index_and_soon(
    large: UUID,
    data: Data,
    worker_sessions: Sessions,
    web_sessions: Sessions,
) -> None:
    async with worker_sessions() as session:
        me = (await find.job(session, large)).recruiter_id
    values = {"jobs": [large], "first": MONDAY, "width": DAY}
    spent = {}
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.RECRUITER, me)
        for name, statement in STATEMENTS.items():
            asked = {key: value for key, value in values.items() if f":{key}" in statement.text}
            rows = await session.execute(text(f"EXPLAIN (FORMAT JSON) {statement.text}"), asked)
            assert TABLES.isdisjoint(whole_tables(rows.scalar_one()[0]["Plan"])), name
            began = perf_counter()
            (await session.execute(statement, asked)).all()
            spent[name] = round(1000 * (perf_counter() - began), 1)
        began = perf_counter()
        await figures(session, [large], MINUTES)
        spent["everything"] = round(1000 * (perf_counter() - began), 1)
    assert set(spent) == {*STATEMENTS, "everything"}
    logging.getLogger(__name__).info("milliseconds: %s", spent)
