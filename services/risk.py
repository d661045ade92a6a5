"""No-show risk of booked interviews: computed for many in one go, kept with its parts, logged when it changed.

Facts are read by one statement, rows are written by one, however many interviews there are. Only interviews that
are locked first are touched; ranking and seats never read any of this.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from domain.risk import Band, Risk, RiskFacts, advice, assess, band_of
from domain.vocabulary import Flag, InterviewStatus
from feature_flags import gate, provider
from models import Interview, NoShowRisk
from services import log
from services.log import Cause, Entry, Subject

COMPUTED, RED, SKIPPED = "no_show_risk_computed", "no_show_risk_red", "no_show_risk_skipped"
"""What the log calls it."""

FACTS = text("""
SELECT i.id, i.created_at AS invited_at, i.confirmation_deadline, accepted.at AS accepted_at, i.reschedules AS moves,
       coalesce(CASE WHEN n.replies > 0 THEN n.round END, 0) AS rounds,
       coalesce(n.state = 'escalated', false) AS escalated,
       CASE WHEN a.id IS NOT NULL THEN (a.resume_text IS NULL AND a.masked_text IS NULL)::int
            + (c.phone IS NULL OR c.phone = '')::int
            + (c.email IS NULL OR i.bounced_at IS NOT NULL)::int END AS missing,
       past.attended, past.missed, last.ordinal, last.value, last.facts, last.rule, last.scheduled_time AS about
FROM interviews i
JOIN candidates c ON c.id = i.candidate_id
LEFT JOIN applications a ON a.id = i.application_id
LEFT JOIN negotiation_sessions n ON n.interview_id = i.id
LEFT JOIN LATERAL (
    SELECT min(l.created_at) AS at FROM automation_logs l
    WHERE l.interview_id = i.id AND l.action_type = 'invitation_accepted') accepted ON true
LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE o.status = 'completed') AS attended,
           count(*) FILTER (WHERE o.status = 'no_show') AS missed
    FROM interviews o WHERE o.candidate_id = i.candidate_id AND o.id <> i.id) past ON true
LEFT JOIN LATERAL (
    SELECT r.* FROM no_show_risks r WHERE r.interview_id = i.id ORDER BY r.ordinal DESC LIMIT 1) last ON true
WHERE i.id = ANY (CAST(:ids AS uuid[]))
""")
"""All that the rule asks, and the value of before."""

SHOW = text("""
UPDATE interviews i SET no_show_risk = v.now
FROM unnest(CAST(:ids AS uuid[]), CAST(:now AS numeric[])) AS v (id, now) WHERE i.id = v.id
""")
"""The present value stands on the interview as well."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a computation led to."""

    interview_id: UUID
    risk: Risk
    is_newly_red: bool


async def is_due(session: AsyncSession, interview: Interview) -> bool:
    """Whether a booked time has no value of its own yet."""
    if interview.status is not InterviewStatus.CONFIRMED:
        return False
    about = await session.scalar(
        select(NoShowRisk.scheduled_time)
        .where(NoShowRisk.interview_id == interview.id)
        .order_by(NoShowRisk.ordinal.desc())
        .limit(1)
    )
    return about != interview.scheduled_time


async def compute(
    session: AsyncSession, interview_ids: Sequence[UUID], *, cause: Cause, at: datetime
) -> list[Assessed]:
    """Compute the risk of booked interviews, and keep what changed. Returns what changed.

    Where the gate is closed a job's interviews are left alone, and the log says so once a booking.
    """
    booked = await _lock(session, interview_ids)
    wanted = await _allowed(session, booked, cause=cause, at=at)
    if not wanted:
        return []
    found = await session.execute(FACTS, {"ids": [interview.id for interview in wanted]})
    rows = {row["id"]: row for row in found.mappings()}
    judged = [(one, rows[one.id], assess(_facts(rows[one.id]))) for one in wanted]
    changed = [(one, before, risk) for one, before, risk in judged if _is_news(before, one, risk)]
    if not changed:
        return []
    await session.execute(insert(NoShowRisk), [_row(*one, at=at) for one in changed])
    values = {str(one.id): str(risk.value) for one, _, risk in changed}
    await session.execute(SHOW, {"ids": list(values), "now": list(values.values())})
    await log.record(session, cause, *(entry for one in changed for entry in _entries(*one, at=at)))
    return [Assessed(interview.id, risk, _is_newly_red(row, risk)) for interview, row, risk in changed]


async def upcoming(
    session: AsyncSession, at: datetime, after: tuple[datetime, UUID] | None, limit: int
) -> list[tuple[datetime, UUID]]:
    """Booked interviews that are still to come, the nearest first; `after` is the last one of the page before."""
    query = (
        select(Interview.scheduled_time, Interview.id)
        .where(Interview.status == InterviewStatus.CONFIRMED, Interview.scheduled_time > at)
        .order_by(Interview.scheduled_time, Interview.id)
        .limit(limit)
    )
    if after is not None:
        query = query.where(tuple_(Interview.scheduled_time, Interview.id) > tuple_(*after))
    return [(row.scheduled_time, row.id) for row in await session.execute(query) if row.scheduled_time]


async def _lock(session: AsyncSession, interview_ids: Sequence[UUID]) -> list[Interview]:
    """Those that are booked, in one order for everybody."""
    found = await session.scalars(
        select(Interview)
        .where(Interview.id.in_(interview_ids), Interview.status == InterviewStatus.CONFIRMED)
        .order_by(Interview.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return list(found)


async def _allowed(
    session: AsyncSession, interviews: Sequence[Interview], *, cause: Cause, at: datetime
) -> list[Interview]:
    """Interviews of jobs whose gate is open; the others are noted as skipped."""
    jobs = {interview.job_id for interview in interviews}
    await provider.load(session, [job for job in jobs if job is not None])
    decisions = {job: await gate.decide(session, Flag.NO_SHOW_PREDICTION, job) for job in jobs}
    skipped = [one for one in interviews if not decisions[one.job_id].open]
    if skipped:
        entries = {f"risk-skipped:{one.id}:{one.calendar_sequence}": one for one in skipped}
        known = await log.recorded(session, entries)
        news = [
            Entry(
                action=SKIPPED,
                key=key,
                subject=Subject(one.job_id, one.application_id, one.id),
                at=at,
                flag=decisions[one.job_id].flag.value,
                flag_enabled=False,
            )
            for key, one in entries.items()
            if key not in known
        ]
        if news:
            await log.record(session, cause, *news)
    return [one for one in interviews if decisions[one.job_id].open]


def _facts(row: Mapping[Any, Any]) -> RiskFacts:
    share = None
    if row["accepted_at"] is not None:
        given: timedelta = row["confirmation_deadline"] - row["invited_at"]
        taken: timedelta = row["accepted_at"] - row["invited_at"]
        share = round(min(1.0, max(0.0, taken / given)), 4) if given > timedelta(0) else None
    return RiskFacts(
        answer_share=share,
        rounds=row["rounds"],
        moves=row["moves"],
        escalated=row["escalated"],
        missing=row["missing"],
        attended=row["attended"],
        missed=row["missed"],
    )


def _is_news(row: Mapping[Any, Any], interview: Interview, risk: Risk) -> bool:
    kept = (row["facts"], row["rule"], row["about"])
    return row["ordinal"] is None or kept != (asdict(risk.facts), risk.rule, interview.scheduled_time)


def _is_newly_red(row: Mapping[Any, Any], risk: Risk) -> bool:
    before = row["value"]
    return risk.band is Band.RED and (before is None or band_of(float(before)) is not Band.RED)


def _row(interview: Interview, before: Mapping[Any, Any], risk: Risk, *, at: datetime) -> dict[str, Any]:
    return {
        "interview_id": interview.id,
        "ordinal": (before["ordinal"] or 0) + 1,
        "job_id": interview.job_id,
        "scheduled_time": interview.scheduled_time,
        "value": Decimal(str(risk.value)),
        "parts": [asdict(part) for part in risk.parts],
        "facts": asdict(risk.facts),
        "rule": risk.rule,
        "computed_at": at,
    }


def _entries(interview: Interview, before: Mapping[Any, Any], risk: Risk, *, at: datetime) -> Iterable[Entry]:
    about = Subject(interview.job_id, interview.application_id, interview.id)
    ordinal = (before["ordinal"] or 0) + 1
    details = {"value": risk.value, "band": risk.band.value, "rule": risk.rule, "computation": ordinal}
    points = {part.part.value: part.points for part in risk.parts}
    yield Entry(
        action=COMPUTED,
        key=f"risk:{interview.id}:{ordinal}",
        subject=about,
        at=at,
        details={**details, "points": points},
        flag=Flag.NO_SHOW_PREDICTION.value,
        flag_enabled=True,
    )
    if _is_newly_red(before, risk):
        yield Entry(
            action=RED,
            key=f"risk-red:{interview.id}:{ordinal}",
            subject=about,
            at=at,
            details={**details, "advice": advice(Band.RED)},
        )
