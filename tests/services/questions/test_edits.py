"""Changing a plan by hand: swap, reorder, remove, add."""

import pytest

from domain.errors import ConflictError, InvalidInputError
from domain.questions.model import GapKind
from services.questions import edits, plans
from tests.services.questions.room import AT, Room
from tests.services.questions.test_plans import planned, same_candidate, words


async def test_swapping_brings_the_next_best_of_the_same_skill_with_a_reason(room: Room) -> None:
    # Half of the time stays free: every question about the skill fits, however long.
    plan = await planned(room, minutes=25)
    row = plan.questions[0]
    before = row.question_text_snapshot
    seen = [before]
    for _ in range(3):
        async with room.interviewer.begin() as session:
            changed = await edits.swap(session, row.id, cause=room.interviewer.cause, at=AT)
            assert changed.skill_id == row.skill_id
            assert changed.why.startswith("Taken instead of another question about")
            seen.append(changed.question_text_snapshot)
    assert len(set(seen[:2])) == 2
    assert not set(seen[1:]) & set(words(plan.questions[1:]))
    log = await room.log("question_plan_changed")
    assert [details["act"] for details in log] == ["swapped"] * 3
    assert log[0].keys() == {"interview_question_id", "act", "from_question_id", "question_id"}


async def test_the_order_is_changed_as_a_whole_or_by_one_place(room: Room) -> None:
    plan = await planned(room)
    ids = [row.id for row in plan.questions]
    async with room.interviewer.begin() as session:
        await edits.reorder(session, room.interviews[0], ids[::-1], cause=room.interviewer.cause, at=AT)
    async with room.interviewer.begin() as session:
        await edits.move(session, ids[0], -1, cause=room.interviewer.cause, at=AT)
        await edits.move(session, ids[-1], -1, cause=room.interviewer.cause, at=AT)
        rows = await plans.rows_of(session, room.interviews[0])
    assert [row.id for row in rows] == [*ids[:1:-1], ids[0], ids[1]]
    assert [row.order_in_interview for row in rows] == list(range(1, len(ids) + 1))
    async with room.interviewer.begin() as session:
        with pytest.raises(InvalidInputError, match="each question of the plan once"):
            await edits.reorder(session, room.interviews[0], ids[1:], cause=room.interviewer.cause, at=AT)


async def test_what_was_asked_is_neither_removed_nor_swapped_until_it_is_unmarked(room: Room) -> None:
    row = (await planned(room)).questions[0]
    async with room.interviewer.begin() as session:
        await plans.mark_asked(session, row.id, cause=room.interviewer.cause, at=AT)
        for act in (edits.remove, edits.swap):
            with pytest.raises(ConflictError, match="asked already"):
                await act(session, row.id, cause=room.interviewer.cause, at=AT)
        await plans.mark_asked(session, row.id, is_asked=False, cause=room.interviewer.cause, at=AT)
        await edits.remove(session, row.id, cause=room.interviewer.cause, at=AT)
        rows = await plans.rows_of(session, room.interviews[0])
        assert rows[0].order_in_interview == 1
        assert row.id not in {one.id for one in rows}


async def test_an_own_question_is_added_once_and_never_about_a_protected_trait(room: Room) -> None:
    await planned(room)
    async with room.interviewer.begin() as session:
        row = await edits.add_own(
            session,
            room.interviews[0],
            " How do you  knead? ",
            minutes=7,
            cause=room.interviewer.cause,
            at=AT,
        )
        assert (row.question_text_snapshot, row.minutes, row.origin) == ("How do you knead?", 7, "person")
        with pytest.raises(ConflictError, match="in the plan already"):
            await edits.add_own(
                session, room.interviews[0], "how do you knead?", cause=room.interviewer.cause, at=AT
            )
        with pytest.raises(InvalidInputError, match="age"):
            await edits.add_own(
                session, room.interviews[0], "How old are you?", cause=room.interviewer.cause, at=AT
            )


async def test_a_question_that_the_candidate_meets_elsewhere_cannot_be_added(room: Room) -> None:
    await same_candidate(room)
    row = (await planned(room)).questions[0]
    assert row.question_id is not None
    async with room.recruiter.begin() as session:
        for act in (
            edits.add_own(
                session, room.interviews[1], row.question_text_snapshot, cause=room.recruiter.cause, at=AT
            ),
            edits.add_from_bank(
                session, room.interviews[1], row.question_id, cause=room.recruiter.cause, at=AT
            ),
        ):
            with pytest.raises(ConflictError, match="another interview"):
                await act


async def test_a_plan_changed_by_hand_tells_what_it_no_longer_covers(room: Room) -> None:
    plan = await planned(room, minutes=15)
    assert len(plan.questions) == 3
    async with room.interviewer.begin() as session:
        await edits.remove(session, plan.questions[0].id, cause=room.interviewer.cause, at=AT)
        after = await plans.plan_of(session, room.interviews[0])
    assert [(gap.kind, gap.skill) for gap in after.gaps] == [
        (GapKind.NOT_PLANNED, plan.questions[0].skill_id)
    ]
