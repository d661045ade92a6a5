"""Moving a booked time: candidates within the job's limits, recruiters always."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from domain.errors import ConflictError, DeadlinePassedError
from domain.vocabulary import InterviewStatus as I
from models import Interview
from services.interviews import answer
from services.log import Cause
from tests.services.arrange import LATER, booked, free_starts, the_interview
from tests.services.talking import talking, the_rule
from tests.support.data import BY_CANDIDATE, BY_HAND, Data


async def a_booking(data: Data) -> UUID:
    job_id = await data.a_job(openings=1, buffer=0)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (mine,) = await booked(data, job_id)
    return mine


async def moves(
    data: Data, interview_id: UUID, at: datetime, cause: Cause = BY_CANDIDATE, *, to: int = -1
) -> Interview:
    """Move it to one of the free times."""
    start = (await free_starts(data.worker, interview_id, at))[to]
    async with data.worker.begin() as session:
        await answer.pick(session, interview_id, start, cause=cause, received_at=at)
    moved = await the_interview(data.owner, interview_id)
    assert moved.scheduled_time == start
    return moved


async def test_a_candidate_moves_it_until_the_cutoff_and_not_after(data: Data) -> None:
    mine = await a_booking(data)
    time = (await the_interview(data.owner, mine)).scheduled_time
    assert time is not None
    with pytest.raises(DeadlinePassedError, match="too late to move") as refused:
        await moves(data, mine, time - timedelta(hours=4) + timedelta(seconds=1))
    assert refused.value.remedy is not None
    assert "Reply to our mail" in refused.value.remedy
    assert (await the_interview(data.owner, mine)).scheduled_time == time
    moved = await moves(data, mine, time - timedelta(hours=4))
    assert (moved.status, moved.reschedules, moved.calendar_sequence) == (I.CONFIRMED, 1, 1)


async def test_a_candidate_moves_it_as_often_as_the_job_says(data: Data) -> None:
    mine = await a_booking(data)
    await the_rule(data, mine, "reschedule_limit", 2)
    for to in (-1, -2):
        await moves(data, mine, LATER, to=to)
    with pytest.raises(ConflictError, match="as often as possible"):
        await moves(data, mine, LATER, to=-3)
    assert (await the_interview(data.owner, mine)).reschedules == 2


async def test_choosing_the_same_time_again_is_no_move(data: Data) -> None:
    mine = await a_booking(data)
    before = await the_interview(data.owner, mine)
    assert before.scheduled_time is not None
    async with data.worker.begin() as session:
        await answer.pick(session, mine, before.scheduled_time, cause=BY_CANDIDATE, received_at=LATER)
    after = await the_interview(data.owner, mine)
    assert (after.version, after.reschedules) == (before.version, 0)


async def test_a_recruiter_moves_it_past_cutoff_and_cap_until_it_begins(data: Data) -> None:
    mine = await a_booking(data)
    await the_rule(data, mine, "reschedule_limit", 0)
    time = (await the_interview(data.owner, mine)).scheduled_time
    assert time is not None
    with pytest.raises(ConflictError, match="as often as possible"):
        await moves(data, mine, LATER)
    moved = await moves(data, mine, time - timedelta(minutes=1), BY_HAND)
    assert (moved.reschedules, moved.calendar_sequence) == (0, 1), "only the candidate's own moves count"
    assert moved.scheduled_time is not None
    with pytest.raises(DeadlinePassedError, match="has begun"):
        await moves(data, mine, moved.scheduled_time, BY_HAND)


async def test_a_recruiter_fixes_a_time_after_the_deadline_to_choose_and_a_candidate_does_not(
    data: Data,
) -> None:
    (mine,) = await talking(data)
    deadline = (await the_interview(data.owner, mine)).slot_selection_deadline
    assert deadline is not None
    late = deadline + timedelta(seconds=1)
    with pytest.raises(DeadlinePassedError, match="time to choose has passed"):
        await moves(data, mine, late)
    fixed = await moves(data, mine, late, BY_HAND)
    assert (fixed.status, fixed.calendar_sequence) == (I.CONFIRMED, 0)
