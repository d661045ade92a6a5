"""What goes and what stays when rows are deleted by direct SQL, and what the tables refuse."""

from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from migrations.versions import __path__ as versions
from services.questions import categories, plans
from services.questions.categories import Category
from tests.services.questions.room import AT, Room

SQL = Path(next(iter(versions))).parent / "sql"
COUNTS = (
    "SELECT (SELECT count(*) FROM interview_types), (SELECT count(*) FROM skills),"
    " (SELECT count(*) FROM interview_type_suggested_skills), (SELECT count(*) FROM questions),"
    " (SELECT count(*) FROM question_skills)"
)


async def planned(room: Room) -> None:
    """The first interview is technical, about Go and Java, with a plan."""
    category = Category(await room.type("Technical"), [await room.skill("Go"), await room.skill("Java")])
    async with room.recruiter.begin() as session:
        await categories.categorise(session, room.interviews[0], category, cause=room.recruiter.cause, at=AT)
        await plans.make_plan(session, room.interviews[0], cause=room.recruiter.cause, at=AT)


async def test_deleting_a_type_keeps_its_interviews_and_jobs_and_drops_its_suggestions(room: Room) -> None:
    await planned(room)
    await room.run("UPDATE jobs SET interview_type_id = (SELECT id FROM interview_types LIMIT 1)")
    await room.run("DELETE FROM interview_types")
    assert await room.ask("SELECT count(*), count(interview_type_id) FROM interviews") == [(2, 0)]
    assert await room.ask("SELECT count(*), count(interview_type_id) FROM jobs") == [(1, 0)]
    assert await room.ask("SELECT count(*) FROM interview_type_suggested_skills") == [(0,)]
    assert await room.ask("SELECT count(*) FROM interview_skills") == [(2,)]


async def test_deleting_an_interview_takes_its_links_along(room: Room) -> None:
    await planned(room)
    questions = await room.ask("SELECT count(*) FROM questions")
    await room.run("DELETE FROM interviews WHERE id = :id", id=room.interviews[0])
    assert await room.ask("SELECT count(*) FROM interview_skills") == [(0,)]
    assert await room.ask("SELECT count(*) FROM interview_questions") == [(0,)]
    assert await room.ask("SELECT count(*) FROM questions") == questions


async def test_deleting_a_skill_keeps_questions_and_what_was_planned(room: Room) -> None:
    await planned(room)
    go = await room.skill("Go")
    before = await room.ask("SELECT count(*) FROM questions")
    rows = await room.ask("SELECT count(*) FROM interview_questions")
    await room.run("DELETE FROM skills WHERE id = :id", id=go)
    assert await room.ask("SELECT count(*) FROM questions") == before
    assert await room.ask("SELECT count(*) FROM questions WHERE skill_id IS NULL") == [(8,)]
    assert await room.ask("SELECT count(*) FROM interview_questions") == rows
    for table in ("question_skills", "interview_skills", "interview_type_suggested_skills"):
        assert await room.ask(f"SELECT count(*) FROM {table} WHERE skill_id = :id", id=go) == [(0,)]


async def test_deleting_a_question_keeps_the_words_in_the_interview(room: Room) -> None:
    await planned(room)
    words = await room.ask("SELECT question_text_snapshot FROM interview_questions ORDER BY id")
    await room.run("DELETE FROM questions")
    assert await room.ask("SELECT question_text_snapshot FROM interview_questions ORDER BY id") == words
    assert await room.ask("SELECT count(question_id) FROM interview_questions") == [(0,)]
    assert await room.ask("SELECT count(*) FROM question_skills") == [(0,)]


async def test_deleting_a_turn_keeps_the_question_that_it_asked(room: Room) -> None:
    await planned(room)
    interview = room.interviews[0]
    await room.run(
        "INSERT INTO transcripts (interview_id, sequence, text, source) VALUES (:id, 1, 'q', 'live')",
        id=interview,
    )
    await room.run(
        "UPDATE interview_questions SET question_turn_id = (SELECT id FROM transcripts) WHERE order_in_interview = 1"
    )
    rows = await room.ask("SELECT count(*) FROM interview_questions")
    await room.run("DELETE FROM transcripts")
    assert await room.ask("SELECT count(*) FROM interview_questions") == rows
    assert await room.ask("SELECT count(question_turn_id) FROM interview_questions") == [(0,)]


REFUSED = """
INSERT INTO interview_types (type_name) VALUES ('TECHNICAL');
INSERT INTO skills (skill_name) VALUES ('python');
INSERT INTO skills (skill_name) VALUES ('  ');
INSERT INTO questions (question_text, difficulty_level) VALUES ('Why?', 'brutal');
INSERT INTO questions (question_text, difficulty_level) SELECT upper(question_text), 'easy' FROM questions LIMIT 1;
INSERT INTO interview_skills SELECT id, gen_random_uuid() FROM interviews;
INSERT INTO interview_questions (interview_id, question_text_snapshot, order_in_interview)
    SELECT i.id, 'Why?', 1 FROM interviews i, generate_series(1, 2);
UPDATE interviews SET interview_type_id = gen_random_uuid()
"""


async def test_the_tables_refuse_names_that_are_taken_and_ids_that_lead_nowhere(room: Room) -> None:
    for statement in REFUSED.split(";\n"):
        with pytest.raises(IntegrityError):
            await room.run(statement)


async def test_one_turn_is_the_question_of_one_row_only(room: Room) -> None:
    await planned(room)
    await room.run(
        "INSERT INTO transcripts (interview_id, sequence, text, source) VALUES (:id, 1, 'q', 'live')",
        id=room.interviews[0],
    )
    for column in ("question_turn_id", "answer_turn_id"):
        with pytest.raises(IntegrityError):
            await room.run(f"UPDATE interview_questions SET {column} = (SELECT id FROM transcripts)")


async def test_first_types_skills_and_questions_come_once_however_often_they_are_loaded(room: Room) -> None:
    first = await room.ask(COUNTS)
    assert first == [(4, 13, 11, 104, 159)]
    ids = await room.ask(
        "SELECT id FROM skills UNION SELECT id FROM interview_types UNION SELECT id FROM questions"
    )
    for name in ("0015_questions_seed.sql", "0015_questions_bank.sql"):
        for statement in (SQL / name).read_text("utf-8").split(";\n"):
            if statement.strip():
                await room.run(statement.replace(":", "\\:").replace("\\:\\:", "::"))
    assert await room.ask(COUNTS) == first
    again = "SELECT id FROM skills UNION SELECT id FROM interview_types UNION SELECT id FROM questions"
    assert sorted(await room.ask(again)) == sorted(ids)


async def test_loading_over_a_type_that_its_keeper_changed_leaves_it_alone(room: Room) -> None:
    await room.run("UPDATE interview_types SET type_name = upper(type_name), description = 'Ours'")
    await room.run("DELETE FROM interview_type_suggested_skills")
    for statement in (SQL / "0015_questions_seed.sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            await room.run(statement)
    assert await room.ask("SELECT DISTINCT description FROM interview_types") == [("Ours",)]
    assert await room.ask("SELECT count(*) FROM interview_type_suggested_skills") == [(0,)]


async def test_every_first_skill_has_questions_of_every_level(room: Room) -> None:
    rows = await room.ask(
        "SELECT count(*), count(DISTINCT q.difficulty_level) FROM skills s LEFT JOIN questions q ON q.skill_id = s.id"
        " GROUP BY s.id"
    )
    assert len(rows) == 13
    assert all(questions >= 8 and levels == 3 for questions, levels in rows)


async def test_a_new_interview_takes_the_type_of_its_job(room: Room) -> None:
    await room.run("UPDATE jobs SET interview_type_id = :type", type=await room.type("Behavioral"))
    assert await room.ask("SELECT count(interview_type_id) FROM interviews") == [(0,)]
    await room.run("INSERT INTO candidates (name) VALUES ('New')")
    await room.run(
        "INSERT INTO interviews (id, job_id, candidate_id, confirmation_deadline, duration)"
        " SELECT gen_random_uuid(), j.id, c.id, now(), interval '1 hour' FROM jobs j, candidates c WHERE c.name = 'New'"
    )
    rows = await room.ask(
        "SELECT t.type_name FROM interviews i JOIN interview_types t ON t.id = i.interview_type_id"
    )
    assert rows == [("Behavioral",)]
