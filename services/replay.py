"""Replaying a job: every score again from the kept masked text, then the order from the scores. Only reads."""

from collections.abc import AsyncIterator, Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.ports import JobText, Scorer
from domain.replay import Kept, Placed, Ranking, Report, Verdict, check, check_ranking, verdict_of
from domain.score_record import month_of
from domain.shortlist import Standing
from domain.vocabulary import ShortlistStatus
from models import Application, AutomationLog, Job, JobTextSnapshot
from services import find
from services.scores import REASONS

SCORED = ("application_scored", "resume_unreadable", "application_rescored")
"""Log rows that tell of a score."""

_PAGE = 100


async def replay(
    session: AsyncSession, job_id: UUID, scorer: Scorer, on_progress: Callable[[int, int], None]
) -> Report:
    """Recompute the scores and the ranking of a job and compare them with what is recorded.

    `on_progress` hears how many of how many applications are done. Raises NotFoundError.
    """
    job = await find.job(session, job_id)
    version = scorer.score(JobText("", ""), "").scorer
    report = Report(job_id, version, is_ranked=job.ranked_at is not None)
    total = await session.scalar(select(func.count()).where(*_scored(job_id))) or 0
    scores: dict[UUID, Decimal] = {}
    async for kept in _kept(session, job_id):
        verdict = verdict_of(kept, version)
        fit = None
        if verdict is Verdict.RECOMPUTED and kept.job is not None and kept.masked_text is not None:
            fit = scorer.score(kept.job, kept.masked_text, kept.as_of)
        checked = check(kept, verdict, fit)
        report.add(kept, checked)
        scores[kept.id] = checked.score
        on_progress(len(scores), total)
    if job.ranked_at is not None:
        ranking = await _ranking(session, job, scores)
        known = {standing.id for standing in ranking.standings}
        report.erased = sum(place.id not in known for place in ranking.placed)
        report.differences += check_ranking(ranking, scores)
    return report


def _scored(job_id: UUID) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Application.job_id == job_id, Application.ai_processed.is_(True)


async def _kept(session: AsyncSession, job_id: UUID) -> AsyncIterator[Kept]:
    """Scored applications with all that their score stands on, a page in memory at a time."""
    newest = (
        select(AutomationLog.details)
        .where(AutomationLog.application_id == Application.id, AutomationLog.action_type.in_(SCORED))
        .order_by(AutomationLog.sequence.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(
            *(Application.id, Application.fit_score, Application.scorer, Application.score_parameters),
            *(Application.score_input, Application.score_components, Application.unreadable_reason),
            *(
                Application.masked_text,
                Application.created_at,
                Application.score_job_text,
                JobTextSnapshot,
                newest.label("logged"),
            ),
            *(getattr(Application, column) for column in REASONS.values()),
        )
        .outerjoin(
            JobTextSnapshot,
            and_(
                JobTextSnapshot.job_id == Application.job_id,
                JobTextSnapshot.sha256 == Application.score_job_text,
            ),
        )
        .where(*_scored(job_id))
        .order_by(Application.id)
        .limit(_PAGE)
    )
    last: UUID | None = None
    while True:
        rows = (await session.execute(query if last is None else query.where(Application.id > last))).all()
        for row in rows:
            yield _kept_of(row)
        if len(rows) < _PAGE:
            return
        last = rows[-1].id


def _kept_of(row: Any) -> Kept:
    wording: JobTextSnapshot | None = row.JobTextSnapshot
    return Kept(
        id=row.id,
        fit_score=row.fit_score,
        scorer=row.scorer,
        parameters=row.score_parameters,
        score_input=row.score_input,
        parts=row.score_components or {},
        is_unreadable=row.unreadable_reason is not None,
        masked_text=row.masked_text,
        reasons={name: getattr(row, column) for name, column in REASONS.items()},
        as_of=month_of(row.created_at),
        job_hash=row.score_job_text,
        job=JobText(wording.title, wording.description, wording.requirements) if wording else None,
        logged=row.logged,
    )


async def _ranking(session: AsyncSession, job: Job, scores: dict[UUID, Decimal]) -> Ranking:
    """Who waited when the job was ranked, and where the log says they were put."""
    ranked = (
        select(func.max(AutomationLog.sequence))
        .where(AutomationLog.job_id == job.id, AutomationLog.action_type == "ranked")
        .scalar_subquery()
    )
    move = aliased(AutomationLog)
    by_ranking = AutomationLog.idempotency_key.like("application:%:pending:%:ranking")
    placed = await session.execute(
        select(AutomationLog.application_id, AutomationLog.new_state, AutomationLog.details).where(
            AutomationLog.job_id == job.id, AutomationLog.entity == "application", by_ranking
        )
    )
    # Somebody who was decided on by hand before the ranking was not ranked.
    decided_before = (
        select(move.id)
        .where(
            move.entity_id == Application.id,
            move.entity == "application",
            move.sequence < ranked,
            move.idempotency_key.not_like("application:%:pending:%:ranking"),
        )
        .exists()
    )
    waiting = await session.execute(
        select(Application.id, Application.created_at, Application.scored_at).where(
            Application.job_id == job.id,
            Application.candidate_id.is_not(None),
            ~decided_before,
        )
    )
    standings = []
    for application_id, created_at, scored_at in waiting:
        # A score that came after the ranking counted as none.
        in_time = scored_at is not None and job.ranked_at is not None and scored_at <= job.ranked_at
        score = scores.get(application_id, Decimal(0)) if in_time else Decimal(0)
        standings.append(Standing(application_id, score, created_at, ShortlistStatus.PENDING))
        scores[application_id] = score
    return Ranking(
        standings,
        [
            Placed(
                application_id,
                is_seat=state == ShortlistStatus.SHORTLISTED.value,
                rank=int(details["rank"]),
                fit_score=Decimal(str(details["fit_score"])),
            )
            for application_id, state, details in placed
            if application_id is not None
        ],
    )
