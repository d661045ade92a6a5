"""Seats and bench after ranking, and what keeps them filled."""

import asyncio
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, update

from domain.errors import ConflictError
from domain.vocabulary import MailTemplate
from domain.vocabulary import ShortlistStatus as S
from models import Application, Candidate, EmailMessage, Job, OutboxMessage
from services import by_hand, find, invariants, jobs, shortlist
from services.interviews import answer, end
from services.jobs import JobDraft
from services.shortlist import SeatsFilled
from tests.conftest import Sessions
from tests.services.arrange import LATER, booked
from tests.support.data import AUTO, BY_CANDIDATE, BY_HAND, MONDAY, Data

Seats = dict[UUID, tuple[S, int | None]]


async def seats_of(sessions: Sessions, job_id: UUID) -> Seats:
    async with sessions() as session:
        rows = await session.scalars(select(Application).where(Application.job_id == job_id))
        return {a.id: (a.shortlist_status, a.rank) for a in rows}


async def fill(sessions: Sessions, job_id: UUID, at: datetime = LATER) -> SeatsFilled:
    async with sessions.begin() as session:
        job = await find.job(session, job_id, lock=True)
        return await shortlist.fill_vacant(session, job, may_promote=True, cause=AUTO, at=at)


async def test_ranking_seats_the_best_and_benches_the_next(data: Data, owner_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=2, buffer=1)
    low, best, tie_first, tie_second, last = await data.scored(job_id, 10, 90, 50, 50, 5)
    await data.closed_and_ranked(job_id)

    assert await seats_of(owner_sessions, job_id) == {
        best: (S.SHORTLISTED, 1),
        tie_first: (S.SHORTLISTED, 2),
        tie_second: (S.BUFFER, 3),
        low: (S.PENDING, 4),
        last: (S.PENDING, 5),
    }


@st.composite
def standing_rows(draw: st.DrawFn) -> tuple[int, int, list[tuple[int, int, UUID]], list[int], list[int]]:
    """Openings, buffer, applications as (score, second, id), held seats, and how many were rejected before."""
    openings, buffer = draw(st.integers(1, 6)), draw(st.integers(0, 6))
    row = st.tuples(st.integers(0, 4), st.integers(0, 2), st.uuids(version=4))
    rows = draw(st.lists(row, max_size=16, unique_by=lambda r: r[2]))
    seats = draw(st.lists(st.integers(1, openings), max_size=len(rows), unique=True))
    rejected = draw(st.lists(st.integers(0, max(0, len(rows) - 1)), max_size=4, unique=True))
    return openings, buffer, rows, seats, rejected


@settings(
    max_examples=100,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(case=standing_rows())
async def test_the_ranking_statement_places_as_the_rule_says(
    case: tuple[int, int, list[tuple[int, int, UUID]], list[int], list[int]],
    data: Data,
    worker_sessions: Sessions,
) -> None:
    openings, buffer, rows, seats, rejected = case
    recruiter = await data.a_user()
    async with worker_sessions() as session:
        draft = JobDraft(recruiter, "Baker", number_of_openings=openings, shortlisting_buffer=buffer)
        job = await jobs.create(session, draft, cause=BY_HAND, at=MONDAY)
        values = [
            {
                "id": application_id,
                "job_id": job.id,
                "candidate_id": application_id,
                "fit_score": Decimal(score) / 3,
                "created_at": MONDAY + timedelta(seconds=second),
            }
            for score, second, application_id in rows
        ]
        if values:
            people = [{"id": application_id, "name": "Somebody"} for _, _, application_id in rows]
            await session.execute(insert(Candidate), people)
            await session.execute(insert(Application), values)
        by_hand: Seats = {rows[n][2]: (S.SHORTLISTED, seat) for n, seat in enumerate(seats)}
        by_hand |= {rows[n][2]: (S.REJECTED, None) for n in rejected if n >= len(seats) and rows}
        for application_id, (status, rank) in by_hand.items():
            change = update(Application).where(Application.id == application_id)
            await session.execute(change.values(shortlist_status=status, rank=rank))
        before = await invariants.standings(session, job.id)

        await shortlist.rank_and_shortlist(session, job, cause=AUTO, at=LATER)

        assert await invariants.misplaced(session, job.id, before, openings, buffer) == []
        await session.rollback()


async def test_ranking_twice_is_ranking_once(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=1, buffer=1)
    await data.scored(job_id, 90, 80, 70)
    await data.closed_and_ranked(job_id)
    placed = await seats_of(worker_sessions, job_id)
    async with worker_sessions.begin() as session:
        job = await find.job(session, job_id, lock=True)
        await shortlist.rank_and_shortlist(session, job, cause=AUTO, at=LATER)

    assert await seats_of(worker_sessions, job_id) == placed


async def test_of_two_drop_outs_at_once_one_gets_the_only_understudy(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=2, buffer=1)
    first, second, understudy = await data.scored(job_id, 90, 80, 70)
    await data.closed_and_ranked(job_id)
    interviews = await data.invited(job_id)
    after = LATER + timedelta(minutes=10)

    async def drop_out(interview_id: UUID) -> None:
        async with worker_sessions.begin() as session:
            await answer.leave(session, interview_id, cause=BY_CANDIDATE, received_at=LATER)
        async with worker_sessions.begin() as session:
            await end.finalize_leave(session, interview_id, cause=AUTO, at=after)
        await fill(worker_sessions, job_id, after)

    await asyncio.gather(*map(drop_out, interviews))

    seats = await seats_of(worker_sessions, job_id)
    assert seats[understudy][0] is S.SHORTLISTED
    assert {seats[first][0], seats[second][0]} == {S.REJECTED}
    async with worker_sessions() as session:
        assert await invariants.violations(session) == []


async def test_a_vacated_seat_and_the_bench_are_filled_in_one_transaction(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1, buffer=1)
    seated, understudy, next_one = await data.scored(job_id, 90, 80, 70)
    await data.closed_and_ranked(job_id)
    async with worker_sessions.begin() as session:
        await end.reject(session, seated, cause=BY_HAND, at=LATER)
    filled = await fill(worker_sessions, job_id)

    assert filled.to_invite == (understudy,)
    seats = await seats_of(worker_sessions, job_id)
    assert seats[understudy] == (S.SHORTLISTED, 1)
    assert seats[next_one][0] is S.BUFFER


async def test_past_the_cut_off_nobody_is_promoted_and_the_recruiter_is_told_once(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=2, buffer=1)
    await data.scored(job_id, 90, 80, 70)
    await data.closed_and_ranked(job_id)
    (first, second) = await booked(data, job_id)
    async with worker_sessions.begin() as session:
        start = (await find.interview(session, first)).scheduled_time
        assert start is not None
        await end.cancel_interview(session, second, cause=BY_HAND, at=LATER)
    late = start - timedelta(hours=24)

    outlooks = [await fill(worker_sessions, job_id, late + timedelta(seconds=n)) for n in range(3)]

    assert [filled.vacant for filled in outlooks] == [1, 1, 1]
    async with worker_sessions() as session:
        told = await session.scalars(
            select(EmailMessage).where(EmailMessage.template == MailTemplate.SEAT_UNFILLED)
        )
        assert len(told.all()) == 1


async def test_up_to_the_cut_off_the_bench_still_moves_up(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=2, buffer=1, windows={"promotion_cutoff": timedelta(hours=1)})
    *_, understudy = await data.scored(job_id, 90, 80, 70)
    await data.closed_and_ranked(job_id)
    (first, second) = await booked(data, job_id)
    async with worker_sessions.begin() as session:
        start = (await find.interview(session, first)).scheduled_time
        assert start is not None
        await end.cancel_interview(session, second, cause=BY_HAND, at=LATER)
    filled = await fill(worker_sessions, job_id, start - timedelta(hours=1, microseconds=1))

    assert filled.to_invite == (understudy,)


async def test_a_smaller_bench_sends_its_last_ones_back_and_a_larger_one_takes_the_next(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1, buffer=3)
    _, a, b, c, d = await data.scored(job_id, 90, 80, 70, 60, 50)
    await data.closed_and_ranked(job_id)

    async def bench_of(size: int, hours: int) -> set[UUID]:
        async with worker_sessions.begin() as session:
            await by_hand.set_buffer(session, job_id, size, cause=BY_HAND, at=LATER + timedelta(hours=hours))
        seats = await seats_of(worker_sessions, job_id)
        return {a for a, (status, _) in seats.items() if status is S.BUFFER}

    assert await bench_of(1, 0) == {a}
    assert await bench_of(0, 1) == set()
    assert await bench_of(4, 2) == {a, b, c, d}
    async with worker_sessions() as session:
        assert await invariants.violations(session) == []


async def test_accepting_by_hand_takes_a_vacant_seat_and_never_one_too_many(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1)
    one, other = await data.scored(job_id, 10, 5)

    async def accept(application_id: UUID) -> str:
        try:
            async with worker_sessions.begin() as session:
                await by_hand.accept(session, application_id, cause=BY_HAND, at=LATER)
        except ConflictError as refusal:
            return refusal.field or ""
        return "seated"

    assert sorted(await asyncio.gather(accept(one), accept(other))) == ["number_of_openings", "seated"]


async def test_accepting_by_hand_twice_tells_the_workflow_once(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=1)
    (one,) = await data.scored(job_id, 10)
    for n in range(2):
        async with worker_sessions.begin() as session:
            await by_hand.accept(session, one, cause=BY_HAND, at=LATER + timedelta(hours=n))
    async with worker_sessions() as session:
        told = await session.scalars(select(OutboxMessage).where(OutboxMessage.name == "changed"))
        assert [message.payload for message in told] == [{"cause": "accepted_by_hand"}]


async def test_more_openings_are_filled_like_vacated_seats(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=1, buffer=1)
    _, understudy, next_one = await data.scored(job_id, 90, 80, 70)
    await data.closed_and_ranked(job_id)
    async with worker_sessions.begin() as session:
        await jobs.add_openings(session, job_id, 2, cause=BY_HAND, at=LATER)
        assert (await session.get_one(Job, job_id)).number_of_openings == 3
    await fill(worker_sessions, job_id)

    seats = await seats_of(worker_sessions, job_id)
    assert seats[understudy] == (S.SHORTLISTED, 2)
    assert seats[next_one] == (S.SHORTLISTED, 3)
