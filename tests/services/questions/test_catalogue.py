"""Types, skills and questions: who keeps them, names that are taken, what is looked up."""

import pytest
from sqlalchemy.exc import ProgrammingError

from domain.errors import ConflictError, InvalidInputError, NotFoundError
from domain.questions.model import Difficulty
from services.questions import bank, catalogue
from services.questions.bank import NewQuestion
from tests.services.questions.room import AT, Person, Room


async def test_a_name_is_taken_whatever_its_capitals_and_nothing_is_half_done(room: Room) -> None:
    async with room.admin.begin() as session:
        with pytest.raises(ConflictError, match="a type TECHNICAL already"):
            await catalogue.create_type(session, " TECHNICAL ", cause=room.admin.cause, at=AT)
        with pytest.raises(ConflictError, match="a skill python already"):
            await catalogue.create_skill(session, "python", cause=room.admin.cause, at=AT)
        made = await catalogue.create_type(session, "Case  study", "On paper.", cause=room.admin.cause, at=AT)
        assert (made.type_name, made.description) == ("Case study", "On paper.")
    assert await room.log("interview_type_added") == [{"interview_type_id": str(made.id)}]
    assert await room.log("skill_added") == []


async def test_a_rename_keeps_the_description_and_refuses_a_taken_name(room: Room) -> None:
    skill = await room.skill("Go")
    async with room.admin.begin() as session:
        row = await catalogue.change_skill(session, skill, name="Golang", cause=room.admin.cause, at=AT)
        assert row.skill_name == "Golang"
        assert row.description is not None
        with pytest.raises(ConflictError):
            await catalogue.change_skill(session, skill, name="JAVA", cause=room.admin.cause, at=AT)
    assert await room.ask("SELECT skill_name FROM skills WHERE id = :id", id=skill) == [("Golang",)]


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "a\x00b"])
async def test_a_name_that_is_none_is_refused(room: Room, name: str) -> None:
    async with room.admin.begin() as session:
        with pytest.raises(InvalidInputError):
            await catalogue.create_skill(session, name, cause=room.admin.cause, at=AT)


async def test_suggested_skills_of_the_first_types_are_those_that_were_planned(room: Room) -> None:
    async with room.interviewer.begin() as session:
        names = {
            one.type_name: [skill.skill_name for skill in await catalogue.suggested_skills(session, one.id)]
            for one in await catalogue.list_types(session)
        }
    assert names == {
        "Behavioral": ["Communication", "Leadership", "Teamwork"],
        "Product Sense": [],
        "System Design": ["API Design", "Databases (NoSQL)", "Databases (SQL)", "System Architecture"],
        "Technical": ["Algorithms & Data Structures", "JavaScript", "Problem Solving", "Python"],
    }


async def test_suggestions_are_stated_as_a_whole(room: Room) -> None:
    product, go = await room.type("Product Sense"), await room.skill("Go")
    async with room.admin.begin() as session:
        skills = await catalogue.suggest_skills(session, product, [go, go], cause=room.admin.cause, at=AT)
        assert [skill.skill_name for skill in skills] == ["Go"]
        assert await catalogue.suggest_skills(session, product, [], cause=room.admin.cause, at=AT) == []
        with pytest.raises(InvalidInputError, match="no skill"):
            await catalogue.suggest_skills(session, product, [product], cause=room.admin.cause, at=AT)
        with pytest.raises(NotFoundError):
            await catalogue.suggest_skills(session, go, [], cause=room.admin.cause, at=AT)


async def test_search_finds_by_name_and_description_and_takes_signs_literally(room: Room) -> None:
    async with room.recruiter.begin() as session:
        assert [one.skill_name for one in await catalogue.list_skills(session, "nosql")] == [
            "Databases (NoSQL)"
        ]
        assert [one.type_name for one in await catalogue.list_types(session, "market fit")] == [
            "Product Sense"
        ]
        assert list(await catalogue.list_skills(session, "%")) == []


async def test_recruiters_add_to_the_bank_and_only_admins_keep_the_lists(room: Room) -> None:
    new = NewQuestion(
        "How do you knead?", Difficulty.EASY, [await room.skill("Go"), await room.skill("Java")]
    )
    async with room.recruiter.begin() as session:
        made = await bank.create_question(session, new, cause=room.recruiter.cause, at=AT)
        assert made.skill_id == new.skill_ids[0]
        found = await bank.skills_of_questions(session, [made.id])
        assert found[made.id] == tuple(new.skill_ids)
    (details,) = await room.log("question_added")
    assert details == {"question_id": str(made.id), "skill_ids": [str(one) for one in new.skill_ids]}

    async def refused(who: Person) -> None:
        with pytest.raises(ProgrammingError, match="row-level security"):
            async with who.begin() as session:
                await catalogue.create_skill(session, "Baking", cause=who.cause, at=AT)

    await refused(room.recruiter)
    await refused(room.interviewer)
    again = NewQuestion("And how do you bake?", Difficulty.EASY)
    with pytest.raises(ProgrammingError, match="row-level security"):
        async with room.interviewer.begin() as session:
            await bank.create_question(session, again, cause=room.interviewer.cause, at=AT)


async def test_the_same_words_stand_in_the_bank_once(room: Room) -> None:
    async with room.recruiter.begin() as session:
        first = NewQuestion("How do you knead?", Difficulty.EASY)
        await bank.create_question(session, first, cause=room.recruiter.cause, at=AT)
        again = NewQuestion("how do you  KNEAD?", Difficulty.HARD)
        with pytest.raises(ConflictError, match="in the bank already"):
            await bank.create_question(session, again, cause=room.recruiter.cause, at=AT)
        german = NewQuestion("How do you knead?", Difficulty.EASY, language="de")
        await bank.create_question(session, german, cause=room.recruiter.cause, at=AT)


async def test_questions_by_skills_show_any_of_them_easiest_first(room: Room) -> None:
    go, sql = await room.skill("Go"), await room.skill("Databases (SQL)")
    async with room.interviewer.begin() as session:
        found = await bank.questions_by_skills(session, [go])
        assert {question.skill_id for question in found} >= {go}
        levels = [question.difficulty_level for question in found]
        assert levels == sorted(levels, key=["easy", "medium", "hard"].index)
        both = await bank.questions_by_skills(session, [go, sql])
        assert len({question.id for question in both}) == len(both) > len(found)
        assert await bank.questions_by_skills(session, []) == []


async def test_questions_by_type_and_skills_put_those_that_the_type_suggests_first(room: Room) -> None:
    technical = await room.type("Technical")
    python, go = await room.skill("Python"), await room.skill("Go")
    async with room.recruiter.begin() as session:
        found = await bank.questions_by_type_and_skills(session, technical, [go, python])
        shown = await bank.skills_of_questions(session, [question.id for question in found])
        for_python = [python in shown[question.id] for question in found]
        assert for_python == sorted(for_python, reverse=True)
        assert set(for_python) == {True, False}
        of_type = await bank.questions_by_type_and_skills(session, technical, [])
        assert {question.id for question in of_type} >= {
            question.id for question in await bank.questions_by_skills(session, [python])
        }
        without = await bank.questions_by_type_and_skills(session, None, [go])
        assert [one.id for one in without] == [
            one.id for one in await bank.questions_by_skills(session, [go])
        ]
        assert await bank.questions_by_type_and_skills(session, None, []) == []


async def test_a_question_about_a_protected_trait_does_not_enter_the_bank(room: Room) -> None:
    new = NewQuestion("Do you have any children?", Difficulty.EASY)
    async with room.recruiter.begin() as session:
        with pytest.raises(InvalidInputError, match="family"):
            await bank.create_question(session, new, cause=room.recruiter.cause, at=AT)
    assert await room.log("question_added") == []
