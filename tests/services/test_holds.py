"""An offered time is held for one candidate: nobody else is offered it or can take it, and it ends by itself."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from domain.errors import SlotTakenError
from domain.negotiation.bot import Handover, Move
from domain.slots import Slot
from domain.vocabulary import InterviewStatus as I
from services import find, holds, slots
from services.interviews import answer, end
from tests.models.refusal import ALLOWED, OVERLAP, refusal
from tests.services.arrange import LATER, free_starts, the_interview
from tests.services.talking import asked, holds_of, says, talking, the_rule
from tests.support.data import AUTO, BY_CANDIDATE, BY_HAND, Data

HOUR = timedelta(hours=1)
TUESDAY = "I could do Tuesday 3 March between 10:00 and 16:00."


async def free_slots(data: Data, interview_id: UUID, at: datetime = LATER) -> list[Slot]:
    async with data.worker() as session:
        interview = await find.interview(session, interview_id)
        assert interview.job_id is not None
        return await slots.free(session, await find.job(session, interview.job_id), interview, at)


async def hold(
    data: Data, interview_id: UUID, *wanted: Slot, until: datetime = LATER + HOUR, at: datetime = LATER
) -> bool:
    async with data.worker.begin() as session:
        return await holds.hold(session, interview_id, wanted, until, at)


async def pick(data: Data, interview_id: UUID, start: datetime, at: datetime = LATER) -> None:
    async with data.worker.begin() as session:
        await answer.pick(session, interview_id, start, cause=BY_CANDIDATE, received_at=at)


async def test_an_offered_time_is_nobody_elses(data: Data) -> None:
    mine, other = await talking(data, 2)
    offered = (await asked(data, mine, TUESDAY)).proposals
    assert len(offered) == 3
    for start in offered:
        assert start in await free_starts(data.worker, mine), "an own hold never blocks oneself"
        assert start not in await free_starts(data.worker, other)
        with pytest.raises(SlotTakenError):
            await pick(data, other, start)
    await pick(data, mine, offered[1])
    assert (await the_interview(data.owner, mine)).scheduled_time == offered[1]


async def test_a_hold_ends_by_itself(data: Data) -> None:
    mine, other = await talking(data, 2)
    slot = (await free_slots(data, mine))[0]
    assert await hold(data, mine, slot)
    just_before, then = LATER + HOUR - timedelta(seconds=1), LATER + HOUR
    assert slot.start not in await free_starts(data.worker, other, just_before)
    assert slot.start in await free_starts(data.worker, other, then)
    await pick(data, other, slot.start, then)
    assert await holds_of(data, mine) == {}, "whoever takes the time clears what ran out"


async def test_of_two_who_want_one_time_the_second_gets_nothing_and_keeps_what_it_had(data: Data) -> None:
    first, second = await talking(data, 2)
    one, two, three, four = [slot for slot in await free_slots(data, first) if slot.start.minute == 0][:4]
    assert await hold(data, first, one, two)
    assert await hold(data, second, four)
    assert not await hold(data, second, three, two), "all or nothing"
    assert set(await holds_of(data, second)) == {four.start}
    assert await hold(data, first, three), "new offers take the place of the old ones"
    assert set(await holds_of(data, first)) == {three.start}
    assert await hold(data, second, two)


async def test_a_lost_race_gives_the_next_best(data: Data) -> None:
    mine, other = await talking(data, 2)
    offered = (await asked(data, mine, TUESDAY)).proposals
    deadline = (await the_interview(data.owner, mine)).slot_selection_deadline
    assert deadline is not None
    late = deadline - timedelta(minutes=1)
    await the_rule(data, mine, "hold_window", timedelta(minutes=5))
    offered = (await asked(data, mine, "And on Thursday 5 March, 10:00 to 12:00?")).proposals
    lost = offered[0]
    await pick(data, other, lost, LATER + timedelta(minutes=5))
    turn = await asked(data, mine, "The first one, please.", late)
    assert turn.move is Move.PROPOSE_NEXT_BEST
    assert lost not in turn.proposals
    assert len(turn.proposals) == 3
    assert all(abs(start - lost) <= 4 * HOUR for start in turn.proposals), "the nearest ones"
    assert set(await holds_of(data, mine)) == set(turn.proposals)


async def test_offers_never_hold_longer_than_the_deadline_that_they_are_for(data: Data) -> None:
    (mine,) = await talking(data)
    await the_rule(data, mine, "hold_window", timedelta(days=5))
    turn = await asked(data, mine, TUESDAY)
    interview = await the_interview(data.owner, mine)
    assert interview.slot_selection_deadline == LATER + timedelta(hours=24)
    assert set((await holds_of(data, mine)).values()) == {interview.slot_selection_deadline}
    assert turn.held_until == interview.slot_selection_deadline


async def test_booking_one_time_releases_the_others(data: Data) -> None:
    (mine,) = await talking(data)
    offered = (await asked(data, mine, TUESDAY)).proposals
    await pick(data, mine, offered[0])
    assert await holds_of(data, mine) == {}


async def test_the_end_of_an_interview_releases_its_offers(data: Data) -> None:
    for ends in ("cancelled", "expired"):
        (mine,) = await talking(data)
        await asked(data, mine, TUESDAY)
        assert len(await holds_of(data, mine)) == 3
        async with data.worker.begin() as session:
            if ends == "cancelled":
                await end.cancel_interview(session, mine, cause=BY_HAND, at=LATER)
            else:
                await end.expire(session, mine, cause=AUTO, at=LATER + timedelta(days=9))
        assert (await the_interview(data.owner, mine)).status == I(ends)
        assert await holds_of(data, mine) == {}


async def test_handing_over_to_a_person_releases_the_offers(data: Data) -> None:
    (mine,) = await talking(data)
    await asked(data, mine, TUESDAY)
    turn = await asked(data, mine, "I want to talk to a person, please.")
    assert turn.handover is Handover.ASKED_FOR_A_PERSON
    assert await holds_of(data, mine) == {}


async def test_holds_and_bookings_stand_in_one_constraint(data: Data) -> None:
    first, second = await talking(data, 2)
    one = (await free_slots(data, first))[0]
    await pick(data, first, one.start)
    insert = (
        "INSERT INTO interview_interviewers (interview_id, user_id, during, kind, expires_at)"
        " VALUES (:interview, :user, tstzrange(:start, :end), 'hold', :until)"
    )
    user, half = one.interviewer_id, timedelta(minutes=30)
    async with data.owner() as session:
        for interview, shift, due in (
            (second, timedelta(0), OVERLAP),
            (second, half, OVERLAP),
            (second, -half, OVERLAP),
            (second, HOUR, ALLOWED),
            (first, half, ALLOWED),
        ):
            values = {"start": one.start + shift, "end": one.end + shift, "until": LATER + HOUR}
            assert await refusal(session, insert, interview=interview, user=user, **values) == due, shift
        values = {"start": one.start + HOUR, "end": one.end + HOUR, "until": LATER + HOUR}
        await session.execute(text(insert), {"interview": second, "user": user, **values})
        move = "UPDATE interviews SET scheduled_time = :at WHERE id = :id"
        assert await refusal(session, move, at=one.start + half, id=first) == OVERLAP


async def test_what_cannot_be_held_says_so_and_stores_nothing_of_it(data: Data) -> None:
    mine, other = await talking(data, 2)
    await says(data, mine, TUESDAY)
    one = (await free_slots(data, mine))[0]
    await pick(data, other, one.start)
    assert not await hold(data, mine, one)
    assert await holds_of(data, mine) == {}
