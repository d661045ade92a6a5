"""What an interview is about: type and skills together, one by one, and for many at once."""

import pytest

from domain.errors import InvalidInputError, NotFoundError
from services.questions import categories
from services.questions.categories import Category
from tests.services.questions.room import AT, Room

SEEN = (
    "SELECT interview_type_id, (SELECT count(*) FROM interview_skills s WHERE s.interview_id = i.id)"
    " FROM interviews i"
)


async def test_type_and_skills_are_set_together_with_one_log_row(room: Room) -> None:
    technical, go, java = await room.type("Technical"), await room.skill("Go"), await room.skill("Java")
    category = Category(technical, [go, java])
    for _ in range(2):
        async with room.recruiter.begin() as session:
            await categories.categorise(
                session, room.interviews[0], category, cause=room.recruiter.cause, at=AT
            )
    async with room.interviewer.begin() as session:
        skills = await categories.skills_of_interview(session, room.interviews[0])
    assert [skill.skill_name for skill in skills] == ["Go", "Java"]
    assert await room.log("interview_categorised") == [
        {"interview_type_id": str(technical), "skill_ids": sorted([str(go), str(java)])}
    ]


async def test_an_unknown_skill_leaves_type_and_skills_as_they_were(room: Room) -> None:
    technical, go = await room.type("Technical"), await room.skill("Go")
    category = Category(technical, [go, technical])
    with pytest.raises(InvalidInputError, match="no skill"):
        async with room.recruiter.begin() as session:
            await categories.categorise(
                session, room.interviews[0], category, cause=room.recruiter.cause, at=AT
            )
    assert await room.ask(SEEN) == [(None, 0), (None, 0)]
    assert await room.log("interview_categorised") == []


async def test_skills_come_and_go_one_by_one_and_a_repeat_changes_nothing(room: Room) -> None:
    go, interview = await room.skill("Go"), room.interviews[0]
    for act in (categories.add_skill, categories.remove_skill):
        for _ in range(2):
            async with room.interviewer.begin() as session:
                await act(session, interview, go, cause=room.interviewer.cause, at=AT)
    assert await room.log("interview_categorised") == [
        {"added_skill_id": str(go)},
        {"removed_skill_id": str(go)},
    ]


async def test_the_type_is_set_and_taken_away_and_skills_stay(room: Room) -> None:
    interview, go = room.interviews[0], await room.skill("Go")
    async with room.recruiter.begin() as session:
        await categories.add_skill(session, interview, go, cause=room.recruiter.cause, at=AT)
        await categories.set_type(
            session, interview, await room.type("Behavioral"), cause=room.recruiter.cause, at=AT
        )
        await categories.set_type(session, interview, None, cause=room.recruiter.cause, at=AT)
        with pytest.raises(InvalidInputError, match="interview type"):
            await categories.set_type(session, interview, go, cause=room.recruiter.cause, at=AT)
    assert (None, 1) in await room.ask(SEEN)


async def test_old_interviews_get_a_category_at_once_each_with_its_own_log_row(room: Room) -> None:
    behavioral, team = await room.type("Behavioral"), await room.skill("Teamwork")
    async with room.recruiter.begin() as session:
        changed = await categories.categorise_many(
            session, room.interviews, Category(behavioral, [team]), cause=room.recruiter.cause, at=AT
        )
    assert changed == 2
    assert await room.ask(SEEN) == [(behavioral, 1), (behavioral, 1)]
    rows = await room.ask(
        "SELECT interview_id FROM automation_logs WHERE action_type = 'interview_categorised'"
    )
    assert {row[0] for row in rows} == set(room.interviews)
    async with room.recruiter.begin() as session:
        again = await categories.categorise_many(
            session, room.interviews, Category(behavioral, [team]), cause=room.recruiter.cause, at=AT
        )
    assert again == 0


async def test_a_recruiter_of_other_jobs_can_set_nothing(room: Room) -> None:
    category = Category(await room.type("Behavioral"))
    with pytest.raises(InvalidInputError, match="no interview"):
        async with room.stranger.begin() as session:
            await categories.categorise_many(
                session, room.interviews, category, cause=room.stranger.cause, at=AT
            )
    with pytest.raises(NotFoundError):
        async with room.stranger.begin() as session:
            await categories.categorise(
                session, room.interviews[0], category, cause=room.stranger.cause, at=AT
            )


async def test_the_default_of_a_job_is_one_log_row_and_touches_no_interview(room: Room) -> None:
    technical = await room.type("Technical")
    for _ in range(2):
        async with room.recruiter.begin() as session:
            await categories.set_job_type(session, room.job, technical, cause=room.recruiter.cause, at=AT)
    assert await room.log("job_interview_type_changed") == [{"interview_type_id": str(technical)}]
    assert await room.ask(SEEN) == [(None, 0), (None, 0)]
