"""Turns of the transcript and questions of the plan find each other."""

from datetime import timedelta
from uuid import UUID

import pytest

from domain.errors import ConflictError, InvalidInputError
from domain.interview_room.turns import Source, SpeakerRole, Turn
from services.interview_room.turns import add_turns
from services.questions import plans
from services.questions.linking import link_turns, set_turns
from services.questions.plans import PlanOf
from tests.services.questions.room import AT, Room
from tests.services.questions.test_plans import planned

HOST, GUEST = SpeakerRole.HOST, SpeakerRole.GUEST


async def talk(room: Room, plan: PlanOf, *said: tuple[SpeakerRole, str]) -> list[UUID]:
    """Turns of the first interview, ten seconds apart; `?1` stands for the words of the first question."""
    turns = [
        Turn(
            plan.questions[int(text[1:]) - 1].question_text_snapshot if text.startswith("?") else text,
            AT + timedelta(seconds=10 * place),
            f"voice_{role.value}",
            role,
            turn_key=f"{place}:{text}",
            source=Source.FILE,
        )
        for place, (role, text) in enumerate(said)
    ]
    async with room.recruiter.begin() as session:
        added = await add_turns(session, room.interviews[0], turns, AT)
    return [turn.id for turn in added.turns]


ANSWER = "I would look at the logs first and then ask the team."
TALK = ((HOST, "Welcome to this talk."), (HOST, "?3"), (GUEST, ANSWER), (HOST, "?1"), (GUEST, ANSWER))


async def test_questions_are_linked_to_the_turns_that_asked_and_answered_them(room: Room) -> None:
    plan = await planned(room)
    turns = await talk(room, plan, *TALK)
    async with room.recruiter.begin() as session:
        found = await link_turns(session, room.interviews[0], AT)
        after = await plans.plan_of(session, room.interviews[0])
    assert [one.question_id for one in found] == [plan.questions[2].id, plan.questions[0].id]
    third, first = after.questions[2], after.questions[0]
    assert (third.question_turn_id, third.answer_turn_id) == (turns[1], turns[2])
    assert (first.question_turn_id, first.answer_turn_id) == (turns[3], turns[4])
    assert first.asked_at == AT + timedelta(seconds=30)
    assert sum(line.asked for line in after.covered) >= 2
    (details,) = await room.log("question_linked")
    assert details["by"] == "words"


async def test_linking_again_changes_nothing_and_writes_nothing(room: Room) -> None:
    plan = await planned(room)
    await talk(room, plan, *TALK)
    for _ in range(2):
        async with room.recruiter.begin() as session:
            await link_turns(session, room.interviews[0], AT)
    assert len(await room.log("question_linked")) == 1


async def test_an_answer_that_comes_later_is_added_to_its_question(room: Room) -> None:
    plan = await planned(room)
    (asked,) = await talk(room, plan, (HOST, "?1"))
    async with room.recruiter.begin() as session:
        await link_turns(session, room.interviews[0], AT)
    answered = (await talk(room, plan, (HOST, "?1"), (GUEST, ANSWER)))[-1]
    async with room.recruiter.begin() as session:
        await link_turns(session, room.interviews[0], AT)
        row = (await plans.rows_of(session, room.interviews[0]))[0]
    assert (row.question_turn_id, row.answer_turn_id) == (asked, answered)
    assert len(await room.log("question_linked")) == 2


async def test_a_person_links_by_hand_and_takes_links_away(room: Room) -> None:
    plan = await planned(room)
    turns = await talk(room, plan, *TALK)
    row, other, cause = plan.questions[1].id, plan.questions[0].id, room.interviewer.cause
    async with room.interviewer.begin() as session:
        linked = await set_turns(
            session, row, question_turn_id=turns[1], answer_turn_id=turns[2], cause=cause, at=AT
        )
        assert linked.asked_at == AT + timedelta(seconds=10)
        with pytest.raises(InvalidInputError, match="before the question"):
            await set_turns(
                session, row, question_turn_id=turns[2], answer_turn_id=turns[1], cause=cause, at=AT
            )
        with pytest.raises(ConflictError, match="another question"):
            await set_turns(
                session, other, question_turn_id=turns[2], answer_turn_id=None, cause=cause, at=AT
            )
        with pytest.raises(InvalidInputError, match="no turn"):
            await set_turns(session, other, question_turn_id=row, answer_turn_id=None, cause=cause, at=AT)
        gone = await set_turns(session, row, question_turn_id=None, answer_turn_id=None, cause=cause, at=AT)
        assert (gone.question_turn_id, gone.answer_turn_id) == (None, None)
    assert [details["by"] for details in await room.log("question_linked")] == ["person", "person"]
