"""The numbers behind the charts, each by one set-based statement over the jobs asked for.

Row-level security still decides what is counted. Statements name their jobs, so that every one reads by index
and costs nothing for the jobs of others.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.figures import (
    Deadlines,
    Figures,
    Funnel,
    Period,
    Point,
    RiskOutcome,
    Share,
    Spread,
    Step,
    bench_line,
    period_width,
    spread,
    steps_without_a_person,
    time_saved,
)
from domain.risk import Band, band_of
from domain.vocabulary import Trigger

JOBS = text("SELECT id FROM jobs WHERE CAST(:recruiter AS uuid) IS NULL OR recruiter_id = :recruiter")

APPLIED = text("""
SELECT count(*) AS applied, count(rank) AS ranked FROM applications WHERE job_id = ANY (CAST(:jobs AS uuid[]))
""")

SHORTLISTED = text("""
SELECT count(DISTINCT application_id) FROM automation_logs
WHERE job_id = ANY (CAST(:jobs AS uuid[])) AND entity = 'application' AND new_state = 'shortlisted'
""")

INTERVIEWS = text("""
SELECT count(*) AS invited, count(slot_selection_deadline) AS accepted, count(scheduled_time) AS confirmed,
       count(*) FILTER (WHERE status = 'completed') AS interviewed,
       count(*) FILTER (WHERE slot_selection_deadline IS NOT NULL OR leave_kind IS NOT NULL) AS answered,
       count(*) FILTER (WHERE status = 'expired' AND slot_selection_deadline IS NULL) AS unanswered,
       count(*) FILTER (WHERE status = 'expired' AND slot_selection_deadline IS NOT NULL) AS without_time
FROM interviews WHERE job_id = ANY (CAST(:jobs AS uuid[]))
""")

DURATIONS = text("""
WITH took AS MATERIALIZED (
    SELECT greatest(0, extract(epoch FROM i.scheduled_time - a.created_at) / 86400)::float8 AS days
    FROM interviews i JOIN applications a ON a.id = i.application_id AND a.job_id = i.job_id
    WHERE i.job_id = ANY (CAST(:jobs AS uuid[])) AND a.job_id = ANY (CAST(:jobs AS uuid[]))
      AND i.status IN ('confirmed', 'in_progress', 'completed')
)
SELECT floor(days)::int AS day, count(*) AS n,
       (SELECT percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY days) FROM took) AS quartiles
FROM took GROUP BY 1
""")

TALLY = text("""
SELECT action_type, trigger_source, count(*) AS n FROM automation_logs
WHERE job_id = ANY (CAST(:jobs AS uuid[])) GROUP BY 1, 2
""")

SPAN = text("""
SELECT min(created_at) AS first, max(created_at) AS last FROM automation_logs
WHERE job_id = ANY (CAST(:jobs AS uuid[])) AND entity = 'application'
""")

PROMOTIONS = text("""
SELECT date_bin(CAST(:width AS interval), created_at, CAST(:first AS timestamptz)) AS at,
       count(*) FILTER (WHERE action_type = 'promoted') AS auto,
       count(*) FILTER (WHERE action_type <> 'promoted') AS by_hand
FROM automation_logs
WHERE job_id = ANY (CAST(:jobs AS uuid[])) AND entity = 'application' AND new_state = 'shortlisted'
  AND action_type IN ('promoted', 'promoted_by_hand', 'accepted_by_hand')
GROUP BY 1 ORDER BY 1
""")

BENCH = text("""
SELECT date_bin(CAST(:width AS interval), created_at, CAST(:first AS timestamptz)) AS at,
       count(*) FILTER (WHERE new_state = 'buffer') - count(*) FILTER (WHERE previous_state = 'buffer') AS change
FROM automation_logs
WHERE job_id = ANY (CAST(:jobs AS uuid[])) AND entity = 'application'
  AND (new_state = 'buffer' OR previous_state = 'buffer')
GROUP BY 1 ORDER BY 1
""")

RISKS = text("""
SELECT value, outcome, count(*) AS n FROM no_show_risks
WHERE job_id = ANY (CAST(:jobs AS uuid[])) AND outcome IS NOT NULL GROUP BY 1, 2
""")

STATEMENTS: Mapping[str, TextClause] = {
    "applied": APPLIED,
    "shortlisted": SHORTLISTED,
    "interviews": INTERVIEWS,
    "durations": DURATIONS,
    "tally": TALLY,
    "span": SPAN,
    "promotions": PROMOTIONS,
    "bench": BENCH,
    "risks": RISKS,
}
"""Every statement, for whoever looks at plans."""


async def jobs_of(session: AsyncSession, recruiter: UUID | None) -> list[UUID]:
    """The jobs of a recruiter; None: all that the caller may see."""
    return list(await session.scalars(JOBS, {"recruiter": recruiter}))


async def figures(session: AsyncSession, jobs: Sequence[UUID], minutes: Mapping[Step, float]) -> Figures:
    """All figures of these jobs together. `minutes` say what each kind of step is worth."""
    asked: dict[str, Any] = {"jobs": list(jobs)}
    interviews = (await session.execute(INTERVIEWS, asked)).one()
    applied = (await session.execute(APPLIED, asked)).one()
    tally = [
        (row.action_type, Trigger(row.trigger_source), row.n) for row in await session.execute(TALLY, asked)
    ]
    promotions, bench = await _over_time(session, asked)
    return Figures(
        funnel=Funnel(
            applied=applied.applied,
            ranked=applied.ranked,
            shortlisted=await session.scalar(SHORTLISTED, asked) or 0,
            invited=interviews.invited,
            accepted=interviews.accepted,
            confirmed=interviews.confirmed,
            interviewed=interviews.interviewed,
        ),
        days_to_interview=await _days(session, asked),
        saving=time_saved(tally, minutes),
        without_a_person=steps_without_a_person(tally),
        promotions=promotions,
        deadlines=Deadlines(
            answer=Share(interviews.answered, interviews.answered + interviews.unanswered),
            time=Share(interviews.confirmed, interviews.confirmed + interviews.without_time),
        ),
        bench=bench,
        risk=await _risk(session, asked),
    )


async def _days(session: AsyncSession, asked: Mapping[str, Any]) -> Spread:
    rows = (await session.execute(DURATIONS, asked)).all()
    if not rows:
        return spread({}, None)
    low, middle, high = rows[0].quartiles
    return spread({row.day: row.n for row in rows}, (low, middle, high))


async def _over_time(
    session: AsyncSession, asked: Mapping[str, Any]
) -> tuple[tuple[Period, ...], tuple[Point, ...]]:
    span = (await session.execute(SPAN, asked)).one()
    if span.first is None:
        return (), ()
    first: datetime = span.first.replace(minute=0, second=0, microsecond=0)
    bins = {**asked, "first": first, "width": period_width(first, span.last)}
    promoted = await session.execute(PROMOTIONS, bins)
    changes = await session.execute(BENCH, bins)
    return (
        tuple(Period(row.at, row.auto, row.by_hand) for row in promoted),
        bench_line((row.at, row.change) for row in changes),
    )


async def _risk(session: AsyncSession, asked: Mapping[str, Any]) -> tuple[RiskOutcome, ...]:
    missed, came, cancelled = (dict.fromkeys(Band, 0) for _ in range(3))
    into = {"no_show": missed, "completed": came, "cancelled": cancelled}
    for row in await session.execute(RISKS, asked):
        into[row.outcome][band_of(float(row.value))] += row.n
    return tuple(
        RiskOutcome(band, Share(missed[band], missed[band] + came[band]), cancelled[band]) for band in Band
    )
