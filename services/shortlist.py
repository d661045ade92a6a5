"""Seats and bench: ranking a closed job, and filling vacated seats. `services.by_hand` is the recruiter's part."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import BindParameter, Select, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.job_plan import Outlook, SeatCount, outlook
from domain.shortlist import cutoff_instant, vacant_seats
from domain.vocabulary import Flag, InterviewStatus, MailTemplate, ReviewMode
from domain.vocabulary import ShortlistStatus as S
from models import Application, Interview, Job
from models.application import BEST_FIRST
from models.base import word
from services import log, mail
from services.log import Cause, Entry, Subject
from services.moves import move_application

RANK = text("""
WITH free AS (
    SELECT seat, row_number() OVER (ORDER BY seat) AS n
    FROM generate_series(1, CAST(:openings AS integer)) AS seat
    WHERE NOT EXISTS (SELECT FROM applications h
                      WHERE h.job_id = :job AND h.held_seat = seat)
), ordered AS (
    SELECT id, row_number() OVER (ORDER BY score_order, created_at, id) AS n
    FROM applications WHERE job_id = :job AND shortlist_status = 'pending' AND candidate_id IS NOT NULL
), placed AS (
    SELECT o.id, f.seat, o.n - (SELECT count(*) FROM free) AS after
    FROM ordered o LEFT JOIN free f ON f.n = o.n
), moved AS (
    UPDATE applications a
    SET rank = coalesce(p.seat, CAST(:openings AS integer) + p.after),
        shortlist_status = CASE WHEN p.seat IS NOT NULL THEN 'shortlisted'
                                WHEN p.after <= CAST(:buffer AS integer) THEN 'buffer' ELSE 'pending' END
    FROM placed p WHERE a.id = p.id
    RETURNING a.id, a.rank, a.shortlist_status, a.fit_score
), logged AS (
    INSERT INTO automation_logs (job_id, application_id, action_type, trigger_source, actor_id, actor_kind,
        entity, entity_id, previous_state, new_state, details, flag, flag_enabled, workflow_id, run_id,
        idempotency_key, created_at)
    SELECT CAST(:job AS uuid), id, CASE WHEN shortlist_status = 'buffer' THEN 'buffered' ELSE 'shortlisted' END,
        CAST(:trigger AS text), CAST(:actor_id AS uuid), CAST(:actor_kind AS text), 'application', id,
        'pending', shortlist_status, jsonb_build_object('rank', rank, 'fit_score', fit_score),
        'auto_shortlisting', true, CAST(:workflow_id AS text), CAST(:run_id AS text),
        concat_ws(chr(58), 'application', id, 'pending', shortlist_status, 'ranking'), CAST(:at AS timestamptz)
    FROM moved WHERE shortlist_status <> 'pending'
    RETURNING new_state
)
SELECT (SELECT count(*) FROM moved) AS ranked,
       count(*) FILTER (WHERE new_state = 'shortlisted') AS shortlisted,
       count(*) FILTER (WHERE new_state = 'buffer') AS buffered
FROM logged
""")
"""Ranks every pending application, seats the best, benches the next and logs each move: one statement.

The same rule as `domain.shortlist.place`; property tests hold both together.
"""


async def rank_and_shortlist(session: AsyncSession, job: Job, *, cause: Cause, at: datetime) -> None:
    """Rank a locked, closed job once. A repeat finds it ranked and changes nothing."""
    if job.ranked_at is not None:
        return
    found = await session.execute(
        RANK,
        {
            "job": job.id,
            "openings": job.number_of_openings,
            "buffer": job.shortlisting_buffer,
            "trigger": cause.trigger.value,
            "actor_id": cause.actor_id,
            "actor_kind": cause.actor_kind,
            "workflow_id": cause.workflow_id,
            "run_id": cause.run_id,
            "at": at,
        },
    )
    counts = found.one()._asdict()
    job.ranked_at = at
    if job.review_mode is ReviewMode.UNTIL_DEADLINE:
        job.review_deadline = at + job.review_window
    await session.flush()
    about = Subject(job_id=job.id)
    await log.record(session, cause, Entry("ranked", f"job:{job.id}:ranked", about, at, details=counts))
    if job.review_mode is not ReviewMode.NONE:
        letter = mail.Letter(MailTemplate.REVIEW_REQUEST, about, user_id=job.recruiter_id)
        await mail.queue(session, at, letter)


@dataclass(frozen=True, slots=True)
class SeatsFilled:
    """What filling a job's seats led to."""

    to_invite: tuple[UUID, ...]
    """Applications that hold a seat and have no interview yet."""
    vacant: int
    outlook: Outlook
    recheck_at: datetime | None = None


async def seat_count(session: AsyncSession, job: Job) -> SeatCount:
    """Seats of a job, and what could fill them: the bench, and the pending, who follow onto it."""
    waiting = [S.BUFFER, S.PENDING] if job.shortlisting_buffer > 0 else [S.BUFFER]
    status = (
        select(Application.shortlist_status, Interview.status, func.count())
        .outerjoin(Interview, Interview.application_id == Application.id)
        .where(
            Application.job_id == job.id,
            Application.shortlist_status.in_([S.SHORTLISTED, *waiting]),
        )
        .group_by(Application.shortlist_status, Interview.status)
    )
    live = completed = bench = 0
    for shortlist, interview, count in await session.execute(status):
        if shortlist in waiting:
            bench += count
        elif interview is InterviewStatus.COMPLETED:
            completed += count
        else:
            live += count
    return SeatCount(job.number_of_openings, live, completed, bench, await cutoff(session, job))


async def cutoff(session: AsyncSession, job: Job) -> datetime | None:
    """When automatic promotion of a job stops; None: it does not."""
    if job.promotion_cutoff is None:
        return None
    return cutoff_from(await session.scalar(first_interview(job.id)), job)


def cutoff_from(first: datetime | None, job: Job) -> datetime | None:
    """As `cutoff`, where the start of the first interview is known already."""
    if job.promotion_cutoff is None:
        return None
    return cutoff_instant(first, job.promotion_cutoff.total_seconds())


def first_interview(job_id: UUID | BindParameter[UUID]) -> Select[datetime | None]:
    """When the first interview of a job starts or started that was agreed upon."""
    return select(func.min(Interview.scheduled_time)).where(
        Interview.job_id == job_id,
        Interview.status.in_(
            word(status)
            for status in (InterviewStatus.CONFIRMED, InterviewStatus.IN_PROGRESS, InterviewStatus.COMPLETED)
        ),
    )


async def vacant(session: AsyncSession, job: Job) -> list[int]:
    """Vacant seats of a locked job, best first."""
    held = await session.scalars(
        select(Application.rank).where(
            Application.job_id == job.id, Application.shortlist_status == S.SHORTLISTED
        )
    )
    return vacant_seats(job.number_of_openings, [rank for rank in held if rank is not None])


async def promote_next(session: AsyncSession, job: Job, seat: int, *, cause: Cause, at: datetime) -> bool:
    """Give a vacant seat of a locked job to the best of the bench, and refill the bench (I3).

    Returns False when the bench is empty.
    """
    best = await _best(session, job, S.BUFFER)
    if best is None:
        return False
    await seat_application(session, best, seat, "promoted", cause=cause, at=at, flag=Flag.AUTO_PROMOTION)
    await backfill(session, job, cause=cause, at=at)
    about = Subject(job.id, best.id)
    details = {"seat": seat}
    await mail.queue(
        session,
        at,
        mail.Letter(MailTemplate.PROMOTION_NOTICE, about, user_id=job.recruiter_id, details=details),
    )
    return True


async def seat_application(
    session: AsyncSession,
    application: Application,
    seat: int,
    action: str,
    *,
    cause: Cause,
    at: datetime,
    flag: Flag | None = None,
) -> None:
    """Put a locked application onto a vacant seat. `flag`: the gate that was open for it; None: by hand."""
    from_rank = application.rank
    application.rank = seat
    await move_application(
        session,
        application,
        S.SHORTLISTED,
        action,
        cause=cause,
        at=at,
        flag=flag,
        seat=seat,
        from_rank=from_rank,
    )


async def backfill(session: AsyncSession, job: Job, *, cause: Cause, at: datetime) -> None:
    """Fill the bench of a locked, ranked job up to its size with the best of the pending."""
    size = await session.scalar(
        select(func.count()).where(Application.job_id == job.id, Application.shortlist_status == S.BUFFER)
    )
    for _ in range(job.shortlisting_buffer - (size or 0)):
        next_best = await _best(session, job, S.PENDING)
        if next_best is None:
            return
        await move_application(session, next_best, S.BUFFER, "backfilled", cause=cause, at=at)


async def _best(session: AsyncSession, job: Job, status: S) -> Application | None:
    found: Application | None = await session.scalar(
        select(Application)
        .where(
            Application.job_id == job.id,
            Application.shortlist_status == status,
            Application.candidate_id.is_not(None),  # nobody could be invited
        )
        .order_by(*BEST_FIRST)
        .limit(1)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return found


async def to_invite(session: AsyncSession, job: Job) -> tuple[UUID, ...]:
    """Seats without an interview, best first."""
    rows = await session.scalars(
        select(Application.id)
        .outerjoin(Interview, Interview.application_id == Application.id)
        .where(
            Application.job_id == job.id,
            Application.shortlist_status == S.SHORTLISTED,
            Interview.id.is_(None),
        )
        .order_by(Application.rank)
    )
    return tuple(rows)


async def fill_vacant(
    session: AsyncSession, job: Job, *, may_promote: bool, cause: Cause, at: datetime
) -> SeatsFilled:
    """Fill the vacant seats of a locked, ranked job from its bench, as far as gate and cut-off allow."""
    limit = await cutoff(session, job)
    open_seats = await vacant(session, job)
    if may_promote and (limit is None or at < limit):
        await backfill(session, job, cause=cause, at=at)
        open_seats = [
            seat for seat in open_seats if not await promote_next(session, job, seat, cause=cause, at=at)
        ]
    count = await seat_count(session, job)
    view = outlook(count, at)
    if open_seats and (may_promote or count.bench == 0):
        await _tell_unfilled(session, job, len(open_seats), count, cause=cause, at=at)
    return SeatsFilled(await to_invite(session, job), len(open_seats), view)


async def _tell_unfilled(
    session: AsyncSession, job: Job, vacant_count: int, count: SeatCount, *, cause: Cause, at: datetime
) -> None:
    ended = await session.scalar(
        select(func.count()).where(
            Interview.job_id == job.id,
            Interview.status.in_(
                [InterviewStatus.CANCELLED, InterviewStatus.EXPIRED, InterviewStatus.NO_SHOW]
            ),
        )
    )
    # New news with each seat that was vacated, and with each opening that was added.
    sequence = job.number_of_openings * 10_000 + (ended or 0)
    key = f"job:{job.id}:unfilled:{sequence}"
    if await log.is_recorded(session, key):
        return
    why = "the bench is empty" if count.bench == 0 else "the promotion cut-off has passed"
    about = Subject(job_id=job.id)
    details = {"vacant": vacant_count, "bench": count.bench}
    await log.record(session, cause.because(why), Entry("seat_unfilled", key, about, at, details=details))
    letter = mail.Letter(
        MailTemplate.SEAT_UNFILLED, about, user_id=job.recruiter_id, sequence=sequence, details=details
    )
    await mail.queue(session, at, letter)
