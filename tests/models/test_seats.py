"""I1 and I5: what no statement can do to seats and to an interviewer's time."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import text

from domain.vocabulary import UserRole
from services.context import act_as_user
from tests.conftest import Sessions
from tests.models.refusal import ALLOWED, CHECK, NOT_ALLOWED, OVERLAP, UNIQUE, refusal
from tests.services.arrange import accepted, booked, the_interview
from tests.support.data import Data

SEAT = "UPDATE applications SET shortlist_status = 'shortlisted', rank = :seat WHERE id = :id"


async def test_a_seat_has_one_holder(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=2)
    first, second = await data.scored(job_id, 90, 80)
    async with worker_sessions() as session:
        await session.execute(text(SEAT), {"seat": 1, "id": first})
        assert await refusal(session, SEAT, seat=1, id=second) == UNIQUE
        assert await refusal(session, SEAT, seat=2, id=second) is ALLOWED


async def test_there_is_no_seat_beyond_the_openings_and_none_before_the_first(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=2)
    (application_id,) = await data.scored(job_id, 90)
    async with worker_sessions() as session:
        for seat in (3, 0, -1, None):
            assert await refusal(session, SEAT, seat=seat, id=application_id) == CHECK
        await session.execute(text(SEAT), {"seat": 2, "id": application_id})
        move = "UPDATE applications SET rank = 3 WHERE id = :id"
        assert await refusal(session, move, id=application_id) == CHECK


async def test_openings_never_shrink_below_a_held_seat(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=3)
    (application_id,) = await data.scored(job_id, 90)
    async with worker_sessions() as session:
        await session.execute(text(SEAT), {"seat": 2, "id": application_id})
        shrink = "UPDATE jobs SET number_of_openings = :n WHERE id = :id"
        assert await refusal(session, shrink, n=1, id=job_id) == CHECK
        assert await refusal(session, shrink, n=2, id=job_id) is ALLOWED


async def test_one_interviewer_is_never_in_two_interviews_at_once(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=3)
    await data.scored(job_id, 90, 80)
    await data.closed_and_ranked(job_id)
    first, second = await booked(data, job_id)
    row = await the_interview(worker_sessions, first)
    assert row.scheduled_time is not None
    move = "UPDATE interviews SET scheduled_time = :at, duration = :d WHERE id = :id"
    hour, half = timedelta(hours=1), timedelta(minutes=30)
    async with worker_sessions() as session:
        for shift, length, due in (
            (timedelta(0), hour, OVERLAP),
            (half, hour, OVERLAP),
            (-half, hour, OVERLAP),
            (-hour, 3 * hour, OVERLAP),
            (hour / 4, half, OVERLAP),
            (hour, hour, ALLOWED),
            (-hour, hour, ALLOWED),
        ):
            at = row.scheduled_time + shift
            assert await refusal(session, move, at=at, d=length, id=second) == due, (shift, length)


async def test_a_cancelled_interview_frees_its_time(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=2)
    await data.scored(job_id, 90, 80)
    await data.closed_and_ranked(job_id)
    first, second = await booked(data, job_id)
    row = await the_interview(worker_sessions, first)
    async with worker_sessions() as session:
        await session.execute(
            text("UPDATE interviews SET status = 'cancelled' WHERE id = :id"), {"id": first}
        )
        move = "UPDATE interviews SET scheduled_time = :at WHERE id = :id"
        assert await refusal(session, move, at=row.scheduled_time, id=second) is ALLOWED


async def test_nobody_writes_an_interviewers_time_but_the_interview_itself(
    data: Data, worker_sessions: Sessions, web_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    await booked(data, job_id)
    insert = (
        "INSERT INTO interview_interviewers (interview_id, user_id, during)"
        " SELECT interview_id, user_id, during FROM interview_interviewers"
    )
    for sessions in (worker_sessions, web_sessions):
        async with sessions() as session:
            if sessions is web_sessions:
                await act_as_user(session, UserRole.ADMIN, UUID(int=0))
            assert await refusal(session, "UPDATE interview_interviewers SET is_live = false") == NOT_ALLOWED
            assert await refusal(session, insert) == NOT_ALLOWED
            # Only offers can be taken back; a booking is not even found.
            gone = await session.execute(text("DELETE FROM interview_interviewers RETURNING 1"))
            assert gone.all() == []


async def test_a_confirmed_interview_has_a_time(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=1)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (interview_id,) = await accepted(data, job_id)
    async with worker_sessions() as session:
        confirm = "UPDATE interviews SET status = 'confirmed' WHERE id = :id"
        assert await refusal(session, confirm, id=interview_id) == CHECK


async def test_a_score_is_between_0_and_100(data: Data, worker_sessions: Sessions) -> None:
    job_id = await data.a_job()
    await data.scored(job_id, 90)
    async with worker_sessions() as session:
        for score in (-0.01, 100.01):
            assert await refusal(session, "UPDATE applications SET fit_score = :s", s=score) == CHECK
