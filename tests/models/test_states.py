"""I6 and I7: only listed changes of state, each with exactly one log row of the same transaction."""

from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.states import INITIAL, MOVES
from models import Application, BotInterview
from services import negotiation
from tests.conftest import Sessions
from tests.models.refusal import ALLOWED, CHECK, refusal, refusal_at_commit
from tests.services.arrange import LATER, accepted
from tests.support.data import BY_CANDIDATE, Data

TABLES = {
    "job": ("jobs", "status"),
    "application": ("applications", "shortlist_status"),
    "interview": ("interviews", "status"),
    "negotiation": ("negotiation_sessions", "state"),
    "processing": ("interviews", "processing_status"),
    "bot_interview": ("bot_interviews", "state"),
}
STORY = {
    "bot_interview": ", ended_at = CASE WHEN CAST(:new AS varchar) IN ('completed', 'expired') THEN now() END",
    "processing": """, processing_metadata = CASE CAST(:new AS varchar)
        WHEN 'processing' THEN '{"current_step": "uploading", "progress": 0, "started_at": "x"}'
        WHEN 'ready' THEN '{"current_step": "complete", "progress": 100, "started_at": "x", "completed_at": "x"}'
        WHEN 'error' THEN '{"current_step": "uploading", "last_error": "x"}' ELSE '{}' END::jsonb""",
}
"""What has to change along with a state: the database compares the two."""
LOG = """
INSERT INTO automation_logs (action_type, trigger_source, entity, entity_id, previous_state, new_state, idempotency_key)
VALUES ('moved', 'auto', :entity, :id, :old, :new, gen_random_uuid()::text)
"""


@pytest.fixture
async def rows(data: Data, worker_sessions: Sessions, owner_sessions: Sessions) -> dict[str, UUID]:
    """One row of each entity, fit for any state."""
    job_id = await data.a_job(openings=1)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (interview_id,) = await accepted(data, job_id)
    async with worker_sessions.begin() as session:
        asked = "Tuesday 10 March, 9:00 to 12:00"
        talk = await negotiation.reply(session, interview_id, asked, cause=BY_CANDIDATE, received_at=LATER)
        application_id = (await session.scalars(select(Application.id))).one()
    async with owner_sessions.begin() as session:
        await session.execute(text("UPDATE interviews SET scheduled_time = '2026-03-10T09:00Z'"))
        bot = BotInterview(interview_id=interview_id, language="en", started_at=LATER)
        session.add(bot)
        await session.flush()
        bot_id = bot.id
    return {
        "job": job_id,
        "application": application_id,
        "interview": interview_id,
        "processing": interview_id,
        "negotiation": talk.id,
        "bot_interview": bot_id,
    }


async def put(session: AsyncSession, entity: str, row: UUID, state: str) -> None:
    """Bring a row into a state, past every rule."""
    table, column = TABLES[entity]
    await session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
    await session.execute(
        text(f"UPDATE {table} SET {column} = :new{STORY.get(entity, '')} WHERE id = :id"),
        {"new": state, "id": row},
    )
    await session.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))


@pytest.mark.parametrize("entity", MOVES)
async def test_the_database_allows_exactly_the_listed_transitions(
    entity: str, rows: dict[str, UUID], owner_sessions: Sessions
) -> None:
    table, column = TABLES[entity]
    change = f"UPDATE {table} SET {column} = :new{STORY.get(entity, '')} WHERE id = :id"
    found = {}
    async with owner_sessions() as session:
        for old in MOVES[entity]:
            await put(session, entity, rows[entity], old.value)
            for new in MOVES[entity]:
                found[old, new] = await refusal(session, change, new=new.value, id=rows[entity])
            await session.rollback()

    due = {
        (old, new): ALLOWED if new in targets or new is old else CHECK
        for old, targets in MOVES[entity].items()
        for new in MOVES[entity]
    }
    assert found == due


@pytest.mark.parametrize("entity", MOVES)
async def test_a_row_comes_into_being_in_its_initial_state_only(
    entity: str, rows: dict[str, UUID], owner_sessions: Sessions
) -> None:
    table, column = TABLES[entity]
    async with owner_sessions() as session:
        names = (
            await session.scalars(
                text(
                    "SELECT column_name FROM information_schema.columns"
                    " WHERE table_name = :t AND is_generated = 'NEVER'"
                ),
                {"t": table},
            )
        ).all()
        fresh = {
            "id": "gen_random_uuid()",
            "application_id": "NULL",
            "candidate_id": "NULL" if table == "applications" else "candidate_id",
            "interviewer_id": "NULL",
            column: ":state",
        }
        if table in {"negotiation_sessions", "bot_interviews"}:
            await session.execute(text("UPDATE interviews SET candidate_id = candidate_id"))
            await session.execute(text(f"DELETE FROM {table} WHERE id <> :id"), {"id": rows[entity]})
            fresh["interview_id"] = "(SELECT id FROM interviews i WHERE i.id <> interview_id LIMIT 1)"
            other = ", ".join("gen_random_uuid()" if n == "id" else n for n in ("id", "candidate_id"))
            await session.execute(
                text(
                    "INSERT INTO interviews (id, candidate_id, confirmation_deadline, duration)"
                    f" SELECT {other}, confirmation_deadline, duration FROM interviews"
                )
            )
        if entity == "processing":
            fresh["status"] = "'invitation_sent'"
        listed = ", ".join(names)
        copied = ", ".join(fresh.get(name, name) for name in names)
        copy = f"INSERT INTO {table} ({listed}) SELECT {copied} FROM {table} WHERE id = :id"
        found = {
            state: await refusal(session, copy, state=state.value, id=rows[entity]) for state in MOVES[entity]
        }
    assert found == {state: ALLOWED if state is INITIAL[entity] else CHECK for state in MOVES[entity]}


MOVE = {
    "job": ("closed", "exhausted"),
    "application": ("shortlisted", "rejected"),
    "interview": ("slot_pending", "cancelled"),
    "negotiation": ("awaiting_availability", "escalated"),
    "processing": ("none", "processing"),
    "bot_interview": ("running", "paused"),
}


@pytest.mark.parametrize("entity", MOVES)
async def test_no_log_no_change_and_no_change_told_twice(
    entity: str, rows: dict[str, UUID], worker_sessions: Sessions
) -> None:
    table, column = TABLES[entity]
    old, new = MOVE[entity]
    change = f"UPDATE {table} SET {column} = :new{STORY.get(entity, '')} WHERE id = :id"
    values = {"entity": entity, "id": rows[entity], "old": old, "new": new}
    async with worker_sessions() as session:
        assert await refusal_at_commit(session, change, **values) == CHECK
        assert await refusal_at_commit(session, change, LOG, LOG, **values) == CHECK
        # A log row that tells of another state, or was written in an earlier transaction, is none.
        wrong = LOG.replace(":new", ":old")
        assert await refusal_at_commit(session, change, wrong, **values) == CHECK
        assert await refusal_at_commit(session, LOG, **values) is ALLOWED
        assert await refusal_at_commit(session, change, **values) == CHECK
        assert await refusal_at_commit(session, LOG, change, **values) is ALLOWED


async def test_the_databases_table_of_transitions_is_the_domains(owner_sessions: Sessions) -> None:
    async with owner_sessions() as session:
        stored = {tuple(row) for row in await session.execute(text("SELECT * FROM state_transitions"))}
    assert stored == {
        (entity, old.value, new.value)
        for entity, table in MOVES.items()
        for old, targets in table.items()
        for new in targets
    } | {(entity, "", state.value) for entity, state in INITIAL.items()}
