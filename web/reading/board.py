"""One job as its recruiter's board shows it: seats, bench, counts, and what the forecast needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.bench import BenchHealth, bench_health
from domain.forecast import Hold, SeatOutlook, SeatState, Situation
from domain.vocabulary import Flag, InterviewStatus, NegotiationState, ShortlistStatus
from feature_flags import gate
from models import Application, HeldStep, Interview, Job, NegotiationSession
from models.application import BEST_FIRST
from services import impact, shortlist
from web.reading import board_names
from web.reading.board_due import Due, due_of, leaving
from web.reading.standing import standing

SEATS_SHOWN = 60
BENCH_SHOWN = 30
SEATS_FORESEEN = 10_000
ASKED_GATES = (
    Flag.GLOBAL_AUTOMATION,
    Flag.AUTO_SHORTLISTING,
    Flag.AUTO_PROMOTION,
    Flag.INTERVIEW_INVITATIONS,
    Flag.REMINDERS,
)


@dataclass(frozen=True, slots=True)
class SeatCard:
    """One seat as it is drawn."""

    rank: int
    state: SeatState
    application_id: UUID | None = None
    interview_id: UUID | None = None
    name: str = ""
    score: Decimal | None = None
    due: Due | None = None
    notes: Sequence[str] = ()
    """What stands out: a decline that waits, a conversation for a person, a mail that did not arrive."""


@dataclass(frozen=True, slots=True)
class BenchCard:
    """One place of the bench; nobody sits there when `application_id` is None."""

    application_id: UUID | None
    name: str = ""
    score: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """What happens in a job right now."""

    seats: Sequence[SeatCard]
    hidden_seats: int
    seat_counts: Mapping[SeatState, int]
    bench: Sequence[BenchCard]
    hidden_bench: int
    health: BenchHealth
    counts: Mapping[ShortlistStatus, int]
    unscored: int
    escalated: Sequence[tuple[UUID, str]]
    """Conversations that wait for a person: interview and name."""
    impact_awaited: bool
    situation: Situation


async def read_board(session: AsyncSession, job: Job, now: datetime) -> Board:
    """The board of a job: a fixed number of statements, however many applied."""
    stands = (await standing(session, [job.id]))[job.id]
    counts = stands.counts
    seated = await _seated(session, job.id)
    benched = await _benched(session, job.id)
    escalated = await _escalated(session, job.id)
    shown = [row for row in seated if row.rank <= SEATS_SHOWN]
    names = await board_names.of_candidates(
        session,
        [*(r.candidate_id for r in shown), *(r.candidate_id for r in benched), *escalated.values()],
    )
    by_rank = {row.rank: row for row in seated}
    outlooks = [_outlook(by_rank.get(rank), escalated, now) for rank in _ranks(job)]
    size = counts[ShortlistStatus.BUFFER]
    awaited = await impact.is_awaited(session, job)
    return Board(
        seats=[
            _card(rank, by_rank.get(rank), outlook, names)
            for rank, outlook in zip(_ranks(job), outlooks[:SEATS_SHOWN], strict=False)
        ],
        hidden_seats=max(0, job.number_of_openings - SEATS_SHOWN),
        seat_counts={state: sum(o.state is state for o in outlooks) for state in SeatState},
        bench=_bench_cards(job, benched, names),
        hidden_bench=max(0, max(size, _wanted(job)) - BENCH_SHOWN),
        health=bench_health(size, job.shortlisting_buffer, is_ranked=job.ranked_at is not None),
        counts=counts,
        unscored=stands.unscored,
        escalated=[(one, names.get(candidate, "")) for one, candidate in escalated.items()],
        impact_awaited=awaited,
        situation=Situation(
            status=job.status,
            now=now,
            seats=outlooks if job.ranked_at is not None or seated else (),
            bench=size,
            pending=counts[ShortlistStatus.PENDING],
            unscored=stands.unscored,
            keeps_bench=job.shortlisting_buffer > 0,
            is_ranked=job.ranked_at is not None,
            closes_at=job.closes_at,
            paused_since=job.held_since,
            review=job.review_mode,
            review_deadline=job.review_deadline,
            review_confirmed=job.review_confirmed_at is not None,
            impact_awaited=awaited,
            cutoff=await shortlist.cutoff(session, job),
            confirmation_window=job.confirmation_window,
            reminder_lead=job.reminder_lead,
            automation_enabled=job.automation_enabled,
            closed_gates=await _closed_gates(session, job.id),
            holds=await _holds(session, job.id),
        ),
    )


def _ranks(job: Job) -> range:
    return range(1, min(job.number_of_openings, SEATS_FORESEEN) + 1)


def _wanted(job: Job) -> int:
    """Places that the bench of a job has."""
    return job.shortlisting_buffer if job.ranked_at is not None else 0


@dataclass(frozen=True, slots=True)
class _Seated:
    rank: int
    application_id: UUID
    candidate_id: UUID | None
    score: Decimal
    interview: Interview | None


async def _seated(session: AsyncSession, job_id: UUID) -> list[_Seated]:
    query = (
        select(
            Application.held_seat, Application.id, Application.candidate_id, Application.fit_score, Interview
        )
        .outerjoin(Interview, Interview.application_id == Application.id)
        .where(Application.job_id == job_id, Application.held_seat.is_not(None))
        .order_by(Application.held_seat)
    )
    rows = (await session.execute(query)).all()
    return [_Seated(seat or 0, one, person, score, held) for seat, one, person, score, held in rows]


async def _benched(session: AsyncSession, job_id: UUID) -> list[Application]:
    query = (
        select(Application.id, Application.candidate_id, Application.fit_score)
        .where(Application.job_id == job_id, Application.shortlist_status == ShortlistStatus.BUFFER)
        .order_by(*BEST_FIRST)
        .limit(BENCH_SHOWN)
    )
    return list((await session.execute(query)).all())  # type: ignore[arg-type]  # rows with these names


async def _escalated(session: AsyncSession, job_id: UUID) -> dict[UUID, UUID]:
    """Interviews whose conversation was handed over, with their candidate."""
    query = (
        select(Interview.id, Interview.candidate_id)
        .join(NegotiationSession, NegotiationSession.interview_id == Interview.id)
        .where(
            Interview.job_id == job_id,
            Interview.status == InterviewStatus.SLOT_PENDING,
            NegotiationSession.state == NegotiationState.ESCALATED,
        )
        .order_by(NegotiationSession.updated_at)
    )
    return {row.id: row.candidate_id for row in await session.execute(query)}


async def _closed_gates(session: AsyncSession, job_id: UUID) -> frozenset[Flag]:
    closed = set()
    for flag in ASKED_GATES:
        decision = await gate.decide(session, flag, job_id)
        if not decision.open:
            closed.add(decision.flag)
    return frozenset(closed)


async def _holds(session: AsyncSession, job_id: UUID) -> list[Hold]:
    query = select(HeldStep.step, HeldStep.gate, HeldStep.since).where(HeldStep.job_id == job_id)
    return [Hold(*row) for row in await session.execute(query)]


def _outlook(row: _Seated | None, escalated: Mapping[UUID, UUID], now: datetime) -> SeatOutlook:
    if row is None:
        return SeatOutlook(SeatState.VACANT)
    one = row.interview
    if one is None:
        return SeatOutlook(SeatState.INVITATION)
    state: SeatState
    at: datetime | None
    match one.status:
        case InterviewStatus.INVITATION_SENT:
            state, at = SeatState.ANSWER, one.confirmation_deadline
        case InterviewStatus.SLOT_PENDING:
            state, at = SeatState.TIME, one.slot_selection_deadline
        case InterviewStatus.CONFIRMED | InterviewStatus.IN_PROGRESS:
            over = one.scheduled_time is not None and one.scheduled_time + one.duration <= now
            state, at = (SeatState.OUTCOME if over else SeatState.INTERVIEW), one.scheduled_time
        case _:
            state, at = SeatState.DONE, None
    return SeatOutlook(
        state,
        at,
        leaves_at=one.leave_effective_at,
        with_person=one.id in escalated,
        bounced=one.bounced_at is not None and state in {SeatState.ANSWER, SeatState.TIME},
    )


def _card(rank: int, row: _Seated | None, outlook: SeatOutlook, names: Mapping[UUID, str]) -> SeatCard:
    if row is None:
        return SeatCard(rank, outlook.state)
    notes = [
        *([gone] if row.interview and (gone := leaving(row.interview)) else []),
        *(["waits for you"] if outlook.with_person else []),
        *(["mail did not arrive"] if outlook.bounced else []),
    ]
    rests = outlook.with_person or outlook.bounced
    return SeatCard(
        rank,
        outlook.state,
        row.application_id,
        row.interview.id if row.interview else None,
        names.get(row.candidate_id, "") if row.candidate_id else "",
        row.score,
        due_of(row.interview) if row.interview and not rests else None,
        notes,
    )


def _bench_cards(job: Job, rows: Sequence[Application], names: Mapping[UUID, str]) -> list[BenchCard]:
    cards = [
        BenchCard(row.id, names.get(row.candidate_id, "") if row.candidate_id else "", row.fit_score)
        for row in rows
    ]
    empty = min(BENCH_SHOWN, _wanted(job)) - len(cards)
    return [*cards, *(BenchCard(None) for _ in range(max(0, empty)))]
