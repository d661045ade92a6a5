"""What candidates answer, also when two things happen at once."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from domain.errors import ConflictError, DeadlinePassedError, SlotTakenError
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailStatus, MailTemplate
from models import EmailMessage, OutboxMessage
from services import invariants
from services.interviews import answer, end
from tests.conftest import Sessions
from tests.services.arrange import LATER, accepted, booked, free_starts, the_interview, until_blocked
from tests.support.data import AUTO, BY_CANDIDATE, MONDAY, Data

DEADLINE = MONDAY + timedelta(hours=48)
UNDO = timedelta(minutes=10)


async def ready(data: Data, openings: int = 1, **draft: Any) -> UUID:
    """A ranked job with a candidate for every seat and one on the bench."""
    job_id = await data.a_job(openings=openings, buffer=1, **draft)
    await data.scored(job_id, *[90 - n for n in range(openings + 1)])
    await data.closed_and_ranked(job_id)
    return job_id


async def test_accepting_twice_is_accepting_once(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await data.invited(await ready(data))
    for minutes in (0, 30):
        async with worker_sessions.begin() as session:
            at = LATER + timedelta(minutes=minutes)
            await answer.accept(session, interview_id, cause=BY_CANDIDATE, received_at=at)

    interview = await the_interview(worker_sessions, interview_id)
    assert interview.status is I.SLOT_PENDING
    assert interview.slot_selection_deadline == LATER + timedelta(hours=24)
    async with worker_sessions() as session:
        mails = await session.scalars(
            select(EmailMessage).where(EmailMessage.template == MailTemplate.SLOT_CHOICE)
        )
        assert len(mails.all()) == 1


async def test_two_accepts_at_once_are_one(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await data.invited(await ready(data))

    async def accept() -> I:
        async with worker_sessions.begin() as session:
            interview = await answer.accept(session, interview_id, cause=BY_CANDIDATE, received_at=LATER)
            return interview.status

    assert set(await asyncio.gather(*[accept() for _ in range(5)])) == {I.SLOT_PENDING}
    assert (await the_interview(worker_sessions, interview_id)).version == 2


async def test_an_answer_and_a_deadline_in_the_same_instant_have_one_winner(
    data: Data, worker_sessions: Sessions
) -> None:
    interviews = await data.invited(await ready(data, openings=24))
    outcomes: Counter[tuple[str, I]] = Counter()

    async def accept(interview_id: UUID) -> str:
        try:
            async with worker_sessions.begin() as session:
                await answer.accept(session, interview_id, cause=BY_CANDIDATE, received_at=DEADLINE)
        except DeadlinePassedError:
            return "told that it was too late"
        return "accepted"

    async def expire(interview_id: UUID) -> None:
        async with worker_sessions.begin() as session:
            await end.expire(session, interview_id, cause=AUTO, at=DEADLINE)

    for n, interview_id in enumerate(interviews):
        first, second = (accept, expire) if n % 2 else (expire, accept)
        results = await asyncio.gather(first(interview_id), second(interview_id))
        said = next(result for result in results if result is not None)
        outcomes[said, (await the_interview(worker_sessions, interview_id)).status] += 1

    assert set(outcomes) <= {("accepted", I.SLOT_PENDING), ("told that it was too late", I.EXPIRED)}
    assert outcomes.total() == 24
    async with worker_sessions() as session:
        assert await invariants.violations(session) == []


async def test_an_answer_received_after_the_deadline_is_refused(
    data: Data, worker_sessions: Sessions
) -> None:
    (interview_id,) = await data.invited(await ready(data))
    late = DEADLINE + timedelta(microseconds=1)
    with pytest.raises(DeadlinePassedError):
        async with worker_sessions.begin() as session:
            await answer.accept(session, interview_id, cause=BY_CANDIDATE, received_at=late)


async def test_of_two_candidates_who_take_one_time_the_slower_is_told_so(
    data: Data, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    first, second = await accepted(data, await ready(data, openings=2))
    start = (await free_starts(worker_sessions, first))[0]

    async with worker_sessions() as faster:
        await answer.pick(faster, first, start, cause=BY_CANDIDATE, received_at=LATER)

        async def pick_the_same() -> None:
            async with worker_sessions.begin() as slower:
                await answer.pick(slower, second, start, cause=BY_CANDIDATE, received_at=LATER)

        picking = asyncio.create_task(pick_the_same())
        await until_blocked(owner_sessions)
        await faster.commit()
    with pytest.raises(SlotTakenError):
        await picking

    assert (await the_interview(worker_sessions, first)).scheduled_time == start
    assert (await the_interview(worker_sessions, second)).status is I.SLOT_PENDING


async def test_many_candidates_who_take_one_time_at_once_leave_one_booking_and_no_deadlock(
    data: Data, worker_sessions: Sessions
) -> None:
    waiting = await accepted(data, await ready(data, openings=8))
    for start in (await free_starts(worker_sessions, waiting[0]))[:5]:

        async def pick(interview_id: UUID, start: datetime = start) -> str:
            try:
                async with worker_sessions.begin() as session:
                    await answer.pick(session, interview_id, start, cause=BY_CANDIDATE, received_at=LATER)
            except SlotTakenError:
                return "taken"
            return "booked"

        said = await asyncio.gather(*map(pick, waiting))
        assert sorted(said) == ["booked"] + ["taken"] * (len(waiting) - 1)
        # Whoever has a time would move it by the next, which may be done a few times only.
        del waiting[said.index("booked")]
    async with worker_sessions() as session:
        assert await invariants.violations(session) == []


async def test_a_decline_can_be_undone_until_it_takes_effect(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await data.invited(await ready(data))
    async with worker_sessions.begin() as session:
        await answer.leave(session, interview_id, cause=BY_CANDIDATE, received_at=LATER)
    async with worker_sessions.begin() as session:
        just_before = LATER + UNDO - timedelta(microseconds=1)
        await end.finalize_leave(session, interview_id, cause=AUTO, at=just_before)
        await answer.undo_leave(session, interview_id, cause=BY_CANDIDATE, received_at=just_before)
    async with worker_sessions.begin() as session:
        await end.finalize_leave(session, interview_id, cause=AUTO, at=LATER + UNDO)

    interview = await the_interview(worker_sessions, interview_id)
    assert (interview.status, interview.leave_effective_at) == (I.INVITATION_SENT, None)
    async with worker_sessions() as session:
        receipt = (
            await session.scalars(
                select(EmailMessage).where(EmailMessage.template == MailTemplate.LEAVE_RECEIPT)
            )
        ).one()
        assert receipt.status is MailStatus.DROPPED


async def test_a_decline_that_took_effect_cannot_be_undone(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await data.invited(await ready(data))
    async with worker_sessions.begin() as session:
        await answer.leave(session, interview_id, cause=BY_CANDIDATE, received_at=LATER)
        await end.finalize_leave(session, interview_id, cause=AUTO, at=LATER + UNDO)
    with pytest.raises(ConflictError):
        async with worker_sessions.begin() as session:
            await answer.undo_leave(session, interview_id, cause=BY_CANDIDATE, received_at=LATER + UNDO)
    with pytest.raises(ConflictError):
        async with worker_sessions.begin() as session:
            await answer.accept(session, interview_id, cause=BY_CANDIDATE, received_at=LATER + UNDO)


async def test_declining_twice_does_not_prolong_the_undo_window(
    data: Data, worker_sessions: Sessions
) -> None:
    (interview_id,) = await data.invited(await ready(data))
    for minutes in (0, 5):
        async with worker_sessions.begin() as session:
            at = LATER + timedelta(minutes=minutes)
            await answer.leave(session, interview_id, cause=BY_CANDIDATE, received_at=at)
    assert (await the_interview(worker_sessions, interview_id)).leave_effective_at == LATER + UNDO


async def test_accepting_takes_a_decline_back(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await data.invited(await ready(data))
    async with worker_sessions.begin() as session:
        await answer.leave(session, interview_id, cause=BY_CANDIDATE, received_at=LATER)
        await answer.accept(session, interview_id, cause=BY_CANDIDATE, received_at=LATER + UNDO / 2)
    interview = await the_interview(worker_sessions, interview_id)
    assert (interview.status, interview.leave_kind) == (I.SLOT_PENDING, None)


async def test_picking_the_booked_time_again_changes_nothing(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await booked(data, await ready(data))
    before = await the_interview(worker_sessions, interview_id)
    assert before.scheduled_time is not None
    async with worker_sessions.begin() as session:
        await answer.pick(
            session, interview_id, before.scheduled_time, cause=BY_CANDIDATE, received_at=LATER + UNDO
        )
    assert (await the_interview(worker_sessions, interview_id)).version == before.version


async def test_a_booked_interview_can_be_moved_and_frees_its_old_time(
    data: Data, worker_sessions: Sessions
) -> None:
    first, second = await booked(data, await ready(data, openings=2))
    old = (await the_interview(worker_sessions, first)).scheduled_time
    other = (await free_starts(worker_sessions, first))[5]
    assert old is not None
    async with worker_sessions.begin() as session:
        await answer.pick(session, first, other, cause=BY_CANDIDATE, received_at=LATER)
        await answer.pick(session, second, old, cause=BY_CANDIDATE, received_at=LATER)

    moved = await the_interview(worker_sessions, first)
    assert (moved.status, moved.scheduled_time, moved.calendar_sequence) == (I.CONFIRMED, other, 1)
    async with worker_sessions() as session:
        assert await invariants.violations(session) == []


async def test_every_answer_wakes_its_workflow_once(data: Data, worker_sessions: Sessions) -> None:
    (interview_id,) = await accepted(data, await ready(data))
    async with worker_sessions() as session:
        keys = await session.scalars(
            select(OutboxMessage.message_key).where(OutboxMessage.workflow_id == f"interview-{interview_id}")
        )
        assert keys.all() == [f"interview:{interview_id}:2:accepted"]
