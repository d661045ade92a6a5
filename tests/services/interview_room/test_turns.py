"""Turns of an interview: each once, in order, interim ones replaced, whoever sends them how often."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.interview_room import turns as rules
from domain.interview_room.turns import SpeakerRole, Turn, checked, merged
from models import AutomationLog, Interview, Transcript
from services.interview_room import live, roles, turns
from services.interviews import end
from tests.services.interview_room.talk import LINES, dialogue
from tests.support.data import BY_HAND, MONDAY, Sessions


async def add(sessions: Sessions, interview: UUID, *batch: Turn) -> turns.Added:
    async with sessions.begin() as session:
        return await turns.add_turns(session, interview, batch, MONDAY)


async def kept(sessions: Sessions, interview: UUID, after: int = 0) -> list[Transcript]:
    async with sessions() as session:
        return list(await turns.turns_of(session, interview, after))


async def test_turns_are_kept_in_the_order_spoken_and_repeats_are_dropped(
    booked: UUID, worker_sessions: Sessions
) -> None:
    talk = dialogue()
    first = await add(worker_sessions, booked, talk[1], talk[0])
    again = await add(worker_sessions, booked, *talk)
    assert [turn.turn_key for turn in first.turns] == ["t1", "t2"]
    assert (again.repeated, [turn.sequence for turn in again.turns]) == (2, [3, 4, 5, 6])
    rows = await kept(worker_sessions, booked)
    assert [(row.sequence, row.text) for row in rows] == [(n, text) for n, (_, text) in enumerate(LINES, 1)]
    assert [row.sequence for row in await kept(worker_sessions, booked, after=4)] == [5, 6]


async def test_an_interim_turn_is_replaced_by_its_final_words_in_its_place(
    booked: UUID, worker_sessions: Sessions
) -> None:
    one, two, *_ = dialogue()
    draft = replace(one, text="Welcome, thank", is_interim=True)
    await add(worker_sessions, booked, draft)
    await add(worker_sessions, booked, two)
    longer = await add(worker_sessions, booked, replace(draft, text="Welcome, thank you"))
    same = await add(worker_sessions, booked, replace(draft, text="Welcome, thank you"))
    final = await add(worker_sessions, booked, one)
    late = await add(worker_sessions, booked, draft)
    assert [len(added.turns) for added in (longer, same, final, late)] == [1, 0, 1, 0]
    rows = await kept(worker_sessions, booked)
    assert [(row.sequence, row.turn_key, row.text, row.is_interim) for row in rows] == [
        (1, "t1", one.text, False),
        (2, "t2", two.text, False),
    ]
    assert rows[0].revision > rows[1].revision


async def test_the_first_turn_notes_when_it_began_and_moves_no_state(
    booked: UUID, worker_sessions: Sessions
) -> None:
    async with worker_sessions.begin() as session:
        await live.take(session, booked, dialogue()[:1], cause=BY_HAND, now=MONDAY)
    later = MONDAY + timedelta(minutes=5)
    async with worker_sessions.begin() as session:
        await live.take(session, booked, dialogue()[1:], cause=BY_HAND, now=later)
    async with worker_sessions() as session:
        interview = await session.get_one(Interview, booked)
        assert (interview.started_at, interview.status) == (MONDAY, "confirmed")
        query = select(AutomationLog.created_at).where(AutomationLog.action_type == "transcript_started")
        assert list(await session.scalars(query)) == [MONDAY]


async def test_live_turns_need_an_interview_that_is_booked_or_running(
    booked: UUID, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    async with owner_sessions.begin() as session:
        (await session.get_one(Interview, booked)).scheduled_time = MONDAY

    async with worker_sessions.begin() as session:
        await end.complete(session, booked, cause=BY_HAND, at=MONDAY + timedelta(hours=1))
    with pytest.raises(ConflictError, match="completed"):
        async with worker_sessions.begin() as session:
            await live.take(session, booked, dialogue(), cause=BY_HAND, now=MONDAY)
    assert await kept(worker_sessions, booked) == []


async def test_an_interview_that_is_not_there_takes_no_turns(worker_sessions: Sessions) -> None:
    with pytest.raises(NotFoundError):
        await add(worker_sessions, UUID(int=1), *dialogue())


async def test_two_senders_at_once_leave_no_hole_and_no_double(
    booked: UUID, worker_sessions: Sessions
) -> None:
    talk = dialogue([(f"speaker_{n % 2}", f"Words number {n}.") for n in range(40)])

    async def send(batches: list[list[Turn]]) -> None:
        for batch in batches:
            await add(worker_sessions, booked, *batch)

    parts = [talk[at : at + 5] for at in range(0, 40, 5)]
    await asyncio.gather(send(parts), send(parts[::2] + parts[1::2]), send(parts[::-1]))
    rows = await kept(worker_sessions, booked)
    assert [row.sequence for row in rows] == list(range(1, 41))
    assert sorted(row.turn_key or "" for row in rows) == sorted(turn.turn_key or "" for turn in talk)


async def test_roles_are_assigned_after_five_turns_and_fill_all_of_them(
    booked: UUID, worker_sessions: Sessions
) -> None:
    talk = dialogue()
    await add(worker_sessions, booked, *talk[:4])
    assert {row.speaker_role for row in await kept(worker_sessions, booked)} == {None}
    await add(worker_sessions, booked, talk[4])
    await add(worker_sessions, booked, talk[5])
    expected = ["host", "guest"] * 3
    assert [row.speaker_role for row in await kept(worker_sessions, booked)] == expected
    async with worker_sessions() as session:
        interview = await session.get_one(Interview, booked)
        assert interview.roles_assigned
        assert interview.roles is not None
        assert (interview.roles["host"], interview.roles["guest"]) == ("speaker_0", "speaker_1")
        assert interview.roles["why"]


async def test_a_person_corrects_roles_and_nothing_detected_or_sent_changes_them_again(
    booked: UUID, worker_sessions: Sessions
) -> None:
    await add(worker_sessions, booked, *dialogue())
    swapped = {"speaker_0": SpeakerRole.GUEST, "speaker_1": SpeakerRole.HOST}
    async with worker_sessions.begin() as session:
        await roles.correct(session, booked, swapped, cause=BY_HAND, at=MONDAY)
    more = dialogue(LINES, first_key=7)
    await add(worker_sessions, booked, *more[:3], replace(more[3], speaker_role=SpeakerRole.GUEST))
    new_voice = replace(more[4], speaker="speaker_2")
    await add(worker_sessions, booked, new_voice)
    rows = await kept(worker_sessions, booked)
    assert [row.speaker_role for row in rows] == [*["guest", "host"] * 5, "host"]
    with pytest.raises(InvalidInputError, match="Nobody of this name"):
        async with worker_sessions.begin() as session:
            await roles.correct(session, booked, {"Ana": SpeakerRole.HOST}, cause=BY_HAND, at=MONDAY)


async def test_roles_that_the_sender_tells_stand_above_detected_ones(
    booked: UUID, worker_sessions: Sessions
) -> None:
    talk = [
        replace(turn, speaker_role=SpeakerRole.GUEST if turn.speaker == "speaker_0" else None)
        for turn in dialogue()
    ]
    await add(worker_sessions, booked, *talk)
    assert [row.speaker_role for row in await kept(worker_sessions, booked)] == ["guest", "host"] * 3


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": "x" * (rules.LONGEST_TEXT + 1)}, "turns.1.text"),
        ({"text": "zero \x00"}, "turns.1.text"),
        ({"turn_key": ""}, "turns.1.turn_key"),
        ({"turn_key": "k" * 201}, "turns.1.turn_key"),
        ({"speaker": "s" * 51}, "turns.1.speaker"),
        ({"turn_key": None, "is_interim": True}, "turns.1.turn_key"),
        ({"confidence": 101}, "turns.1.confidence"),
        ({"starts_ms": -1}, "turns.1.starts_ms"),
        ({"starts_ms": 5, "ends_ms": 4}, "turns.1.ends_ms"),
        ({"spoken_at": MONDAY.replace(tzinfo=None)}, "turns.1.spoken_at"),
    ],
)
def test_a_turn_that_does_not_fit_is_named(change: dict[str, Any], field: str) -> None:
    one, two, *_ = dialogue()
    with pytest.raises(InvalidInputError) as caught:
        checked([one, replace(two, **change)])
    assert caught.value.field == field


async def test_of_a_batch_with_a_turn_that_does_not_fit_nothing_is_kept(
    booked: UUID, worker_sessions: Sessions
) -> None:
    one, two, *_ = dialogue()
    with pytest.raises(InvalidInputError):
        await add(worker_sessions, booked, one, replace(two, confidence=101))
    assert await kept(worker_sessions, booked) == []


KEYS = st.sampled_from([None, "a", "b", "c"])
TURNS = st.lists(
    st.builds(
        Turn,
        text=st.sampled_from(["one", "two", " ", "three"]),
        spoken_at=st.integers(0, 5).map(lambda n: MONDAY + timedelta(seconds=n)),
        turn_key=KEYS,
        is_interim=st.just(False),
    )
    | st.builds(
        Turn,
        text=st.just("draft"),
        spoken_at=st.just(MONDAY),
        turn_key=st.just("a"),
        is_interim=st.just(True),
    ),
    max_size=12,
)


@given(TURNS)
@settings(max_examples=60)
def test_a_batch_holds_each_key_once_final_before_interim_and_is_ordered(batch: list[Turn]) -> None:
    found = merged(checked(batch))
    keys = [turn.turn_key for turn in found if turn.turn_key is not None]
    assert len(keys) == len(set(keys))
    assert all(turn.text.strip() for turn in found)
    finals = {turn.turn_key for turn in batch if not turn.is_interim and turn.text.strip()}
    assert all(not turn.is_interim for turn in found if turn.turn_key in finals)
    unkeyed = [turn for turn in found if turn.turn_key is None]
    assert unkeyed == sorted(unkeyed, key=lambda turn: turn.spoken_at)
