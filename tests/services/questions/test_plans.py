"""Plans of interviews: made in one transaction, kept where they were asked, never repeated for one candidate."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple
from uuid import UUID

import pytest
from sqlalchemy.exc import ProgrammingError

from domain.errors import InvalidInputError, NotFoundError
from domain.questions.model import GapKind, Grounds
from models import InterviewQuestion
from services.questions import categories, edits, plans
from services.questions.categories import Category
from services.questions.plans import PlanOf
from tests.services.questions.room import AT, Person, Room

NAMES = ("Go", "Teamwork", "Databases (SQL)")


async def planned(room: Room, who: Person | None = None, number: int = 0, **how: int) -> PlanOf:
    """A plan for an interview about NAMES."""
    who = who or room.recruiter
    category = Category(await room.type("Technical"), [await room.skill(name) for name in NAMES])
    async with who.begin() as session:
        await categories.categorise(session, room.interviews[number], category, cause=who.cause, at=AT)
        return await plans.make_plan(session, room.interviews[number], **how, cause=who.cause, at=AT)


def words(rows: Sequence[InterviewQuestion]) -> list[str]:
    return [row.question_text_snapshot for row in rows]


async def test_a_plan_covers_every_skill_fits_mixes_and_says_why(room: Room) -> None:
    plan = await planned(room)
    assert [(line.name, line.asked, line.answered) for line in plan.covered] == [
        ("Databases (SQL)", 0, 0),
        ("Go", 0, 0),
        ("Teamwork", 0, 0),
    ]
    assert all(line.planned for line in plan.covered)
    assert plan.available == 50
    assert plan.minutes <= plan.available
    assert Counter(row.difficulty_level for row in plan.questions).keys() == {"easy", "medium", "hard"}
    assert all(row.why.startswith(("Covers", "Goes deeper")) for row in plan.questions)
    assert [row.order_in_interview for row in plan.questions] == list(range(1, len(plan.questions) + 1))
    assert plan.gaps == ()
    (details,) = await room.log("question_plan_made")
    assert details == {
        "questions": len(plan.questions),
        "kept": 0,
        "minutes": plan.minutes,
        "seed": 0,
        "uncovered_skill_ids": [],
    }


async def test_the_same_seed_gives_the_same_plan_and_another_one_another(room: Room) -> None:
    first = words((await planned(room)).questions)
    assert words((await planned(room)).questions) == first
    assert words((await planned(room, seed=1)).questions) != first


async def test_candidates_for_one_job_meet_the_same_questions(room: Room) -> None:
    assert words((await planned(room)).questions) == words((await planned(room, number=1)).questions)


async def test_what_the_job_asks_for_and_the_score_shows_decides_the_order(room: Room) -> None:
    await room.run("""UPDATE jobs SET requirements = '{"must": ["SQL"], "nice": ["Teamwork"]}'""")
    await room.run(
        'UPDATE applications SET score_requirements = \'[{"requirement": "SQL", "met": 0, "gain": 1}]\','
        ' score_evidence = \'[{"about": "Teamwork", "quote": "x"}]\''
    )
    plan = await planned(room, minutes=12)
    assert {one.name: (one.grounds, one.in_resume) for one in plan.skills} == {
        "Databases (SQL)": (Grounds.MUST, False),
        "Teamwork": (Grounds.NICE, True),
        "Go": (Grounds.CHOSEN, None),
    }
    why = " ".join(row.why for row in plan.questions)
    assert "a must of this job; the resume does not show it" in why
    assert "nice to have for this job; the resume names it" in why


async def test_without_chosen_skills_type_and_job_say_what_to_cover(room: Room) -> None:
    await room.run("""UPDATE jobs SET requirements = '{"must": ["Go"], "nice": []}'""")
    async with room.interviewer.begin() as session:
        await categories.set_type(
            session, room.interviews[0], await room.type("Behavioral"), cause=room.interviewer.cause, at=AT
        )
        plan = await plans.make_plan(session, room.interviews[0], cause=room.interviewer.cause, at=AT)
    assert {one.name for one in plan.skills} == {"Go", "Communication", "Leadership", "Teamwork"}
    assert plan.gaps == ()


async def test_without_type_and_skills_the_plan_says_what_to_do(room: Room) -> None:
    async with room.recruiter.begin() as session:
        plan = await plans.make_plan(session, room.interviews[0], cause=room.recruiter.cause, at=AT)
    assert (plan.questions, [gap.kind for gap in plan.gaps]) == ([], [GapKind.NO_SKILLS])


async def test_planning_again_keeps_what_was_asked_and_what_a_person_added(room: Room) -> None:
    first = await planned(room)
    asked = first.questions[2]
    async with room.interviewer.begin() as session:
        await plans.mark_asked(session, asked.id, cause=room.interviewer.cause, at=AT)
        own = await edits.add_own(
            session, room.interviews[0], "How do you knead?", cause=room.interviewer.cause, at=AT
        )
    again = await planned(room, seed=5)
    assert [row.id for row in again.questions[:2]] == [asked.id, own.id]
    assert asked.question_text_snapshot not in words(again.questions[1:])
    assert again.minutes <= again.available
    assert await room.log("question_asked") == [{"interview_question_id": str(asked.id), "act": "asked"}]


async def same_candidate(room: Room) -> None:
    """Both interviews are the same person's; the second one is another recruiter's."""
    await room.run("ALTER TABLE interviews DISABLE TRIGGER keep_owner")
    await room.run(
        "UPDATE interviews SET candidate_id = (SELECT min(candidate_id::text)::uuid FROM interviews)"
    )
    await room.run("ALTER TABLE interviews ENABLE TRIGGER keep_owner")


async def test_no_question_comes_twice_for_one_candidate_over_all_interviews(room: Room) -> None:
    await same_candidate(room)
    first, second = await planned(room), await planned(room, number=1)
    assert not set(words(first.questions)) & set(words(second.questions))
    # What was removed from the bank since is still known by its words.
    await room.run(
        "UPDATE interview_questions SET question_id = NULL WHERE interview_id = :id", id=room.interviews[0]
    )
    assert not set(words(first.questions)) & set(words((await planned(room, number=1)).questions))


async def test_what_was_planned_for_an_interview_that_never_was_may_be_asked(room: Room) -> None:
    await same_candidate(room)
    first = await planned(room)
    await room.run("UPDATE interview_questions SET asked_at = now() WHERE order_in_interview = 1")
    await room.run("ALTER TABLE interviews DISABLE TRIGGER USER")
    await room.run("UPDATE interviews SET status = 'cancelled' WHERE id = :id", id=room.interviews[0])
    await room.run("ALTER TABLE interviews ENABLE TRIGGER USER")
    second = words((await planned(room, number=1)).questions)
    assert words(first.questions)[0] not in second
    assert set(words(first.questions)[1:]) & set(second)


async def test_plans_of_one_candidate_made_at_once_share_no_question(room: Room) -> None:
    await same_candidate(room)
    category = Category(None, [await room.skill(name) for name in NAMES])
    async with room.recruiter.begin() as session:
        await categories.categorise_many(
            session, room.interviews, category, cause=room.recruiter.cause, at=AT
        )

    async def make(interview: UUID) -> list[str]:
        async with room.recruiter.begin() as session:
            made = await plans.make_plan(session, interview, cause=room.recruiter.cause, at=AT)
            return words(made.questions)

    first, second = await asyncio.gather(*map(make, room.interviews))
    assert first
    assert second
    assert not set(first) & set(second)


async def test_an_empty_bank_and_short_time_are_named(room: Room) -> None:
    await room.run("DELETE FROM questions WHERE skill_id = :go", go=await room.skill("Go"))
    await room.run("DELETE FROM question_skills WHERE skill_id = :go", go=await room.skill("Go"))
    plan = await planned(room, minutes=5)
    kinds = {gap.text: gap.kind for gap in plan.gaps}
    assert (
        kinds["The bank has no question for Go: add one to it, or ask one of your own."] is GapKind.EMPTY_BANK
    )
    (details,) = await room.log("question_plan_made")
    assert len(details["uncovered_skill_ids"]) == 2
    async with room.recruiter.begin() as session:
        with pytest.raises(InvalidInputError, match="minutes"):
            await plans.make_plan(session, room.interviews[0], minutes=0, cause=room.recruiter.cause, at=AT)


async def test_strangers_see_no_plan_and_auditors_no_question(room: Room) -> None:
    row = (await planned(room)).questions[0]
    async with room.stranger.begin() as session:
        with pytest.raises(NotFoundError):
            await plans.plan_of(session, room.interviews[0])
        with pytest.raises(NotFoundError):
            await plans.mark_asked(session, row.id, cause=room.stranger.cause, at=AT)
    async with room.auditor.begin() as session:
        assert await plans.rows_of(session, room.interviews[0]) == []


async def test_no_log_row_of_planning_holds_a_word_of_a_question(room: Room) -> None:
    # Short, so that the bank always has another question to swap in.
    plan = await planned(room, minutes=25)
    async with room.interviewer.begin() as session:
        await edits.swap(session, plan.questions[0].id, cause=room.interviewer.cause, at=AT)
        await edits.add_own(
            session, room.interviews[0], "How do you knead?", cause=room.interviewer.cause, at=AT
        )
        present = words(await plans.rows_of(session, room.interviews[0]))
        assert astuple((await plans.coverage_of(session, room.interviews[0]))[0])[1] == "Databases (SQL)"
    rows = await room.ask("SELECT details::text || coalesce(reason, '') FROM automation_logs")
    for text in [*present, *words(plan.questions), "Databases", "Teamwork", "Technical"]:
        assert not any(text in row[0] for row in rows)


async def test_an_interviewer_cannot_log_for_an_interview_of_others(room: Room) -> None:
    await planned(room)
    other = Person(room.interviewer.role, room.auditor.id, room.interviewer.sessions)
    with pytest.raises((ProgrammingError, NotFoundError)):
        async with other.begin() as session:
            await plans.make_plan(session, room.interviews[0], cause=other.cause, at=AT)
