"""The check of the whole database finds what it looks for, and nothing else."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from services import invariants, mail
from services.interviews import end
from tests.conftest import Sessions
from tests.services.arrange import LATER, booked
from tests.support.data import AUTO, BY_HAND, MONDAY, Data

TABLES = ("jobs", "applications", "interviews", "automation_logs", "interview_interviewers")


async def a_job(data: Data) -> UUID:
    """Two seats booked, one on the bench, one pending."""
    job_id = await data.a_job(openings=2, buffer=1)
    await data.scored(job_id, 90, 80, 70, 60)
    await data.closed_and_ranked(job_id)
    await booked(data, job_id)
    return job_id


async def found_after(owner: Sessions, *damage: str) -> list[str]:
    """What the check says after changes that every rule was switched off for."""
    async with owner() as session:
        for table in TABLES:
            await session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        await session.execute(text("DROP INDEX uq_applications_seat"))
        await session.execute(text("DROP INDEX uq_email_messages_interview"))
        await session.execute(
            text("ALTER TABLE automation_logs DROP CONSTRAINT uq_automation_logs_idempotency_key")
        )
        for statement in damage:
            await session.execute(text(statement))
        found = await invariants.violations(session, quiet_at=LATER - timedelta(days=1))
        await session.rollback()
    return found


async def test_nothing_is_found_where_nothing_is_wrong(data: Data, owner_sessions: Sessions) -> None:
    await a_job(data)
    assert await found_after(owner_sessions) == []


LOG = "INSERT INTO automation_logs (action_type, trigger_source, idempotency_key, {}) SELECT 'x', 'auto', {}"


@pytest.mark.parametrize(
    ("sign", "damage"),
    [
        ("I1: job", "UPDATE applications SET rank = 1 WHERE shortlist_status = 'shortlisted'"),
        ("I1: job", "UPDATE applications SET rank = 3 WHERE rank = 2"),
        ("I1: job", "UPDATE jobs SET number_of_openings = 1"),
        ("bench: job", "UPDATE jobs SET shortlisting_buffer = 0"),
        ("bench: application", "UPDATE applications SET fit_score = 75 WHERE shortlist_status = 'pending'"),
        ("seat: interview", "UPDATE applications SET shortlist_status = 'rejected' WHERE rank = 1"),
        ("I5: interview", "UPDATE interviews SET scheduled_time = (SELECT max(scheduled_time) FROM interviews)"),
        ("I6: job", "UPDATE jobs SET status = 'on_hold'"),
        ("I6: application", "UPDATE applications SET shortlist_status = 'rejected' WHERE rank = 4"),
        ("I6: interview", "DELETE FROM automation_logs WHERE action_type = 'invitation_accepted'"),
        ("I6: application", "DELETE FROM automation_logs WHERE action_type = 'buffered'"),
        ("I6: the key", LOG.format("reason", "idempotency_key, 'y' FROM automation_logs LIMIT 1")),
        (
            "I7: application",
            LOG.format("entity, entity_id, previous_state, new_state",
                       "'k', 'application', id, 'pending', 'expired' FROM applications LIMIT 1"),
        ),
        ("I8: the log holds the name", LOG.format("reason", "'k', 'Person 1 was late'")),
        ("I8: the log holds the name", LOG.format("details", "'k', '{\"a\": [\"for PERSON  2.\"]}'::jsonb")),
        ("I8: the log holds the mail address", LOG.format("reason", "'k', 'to Person3@example.org'")),
        ("I8: the log holds a mail address", LOG.format("workflow_id", "'k', 'x:somebody@example.net'")),
        ("I8: the log holds a piece", LOG.format("reason", "'k', 'he wrote: baked rye bread since 2012'")),
        (
            "I9: 2 mails invitation",
            """INSERT INTO email_messages (mail_key, template, interview_id, message_id, next_attempt_at)
            SELECT 'k', template, interview_id, 'k', now() FROM email_messages WHERE template = 'invitation' LIMIT 1""",
        ),
        (
            "answer: application",
            "WITH gone AS (UPDATE applications SET shortlist_status = 'rejected' WHERE rank = 4 RETURNING id) "
            + LOG.format("entity, entity_id, previous_state, new_state",
                         "'k', 'application', id, 'pending', 'rejected' FROM gone"),
        ),
        (
            "answer: application",
            "UPDATE email_messages SET final_of = application_id, created_at = 'epoch' WHERE template = 'invitation'",
        ),
        ("answer: application", "UPDATE jobs SET status = 'filled'"),
    ],
)  # fmt: skip
async def test_each_kind_of_damage_is_found(
    sign: str, damage: str, data: Data, owner_sessions: Sessions
) -> None:
    await a_job(data)
    async with owner_sessions.begin() as session:
        resume = "Curriculum\nBaked rye bread since 2012 in Ghent\n"
        await session.execute(text("UPDATE applications SET resume_text = :r WHERE rank = 1"), {"r": resume})
    found = await found_after(owner_sessions, damage)
    assert any(line.startswith(sign) for line in found), found


async def test_a_vacant_seat_beside_a_bench_counts_only_when_all_is_quiet(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1, buffer=1)
    seated, _ = await data.scored(job_id, 90, 80)
    await data.closed_and_ranked(job_id)
    async with worker_sessions.begin() as session:
        await end.reject(session, seated, cause=BY_HAND, at=LATER)
    async with worker_sessions.begin() as session:
        assert await invariants.violations(session) == []
        loud = await invariants.violations(session, quiet_at=LATER)
        assert [line.split(":")[0] for line in loud] == ["I3", "I9"]
        while (row := await mail.claim(session, LATER)) is not None:
            await mail.mark_sent(session, row, LATER, AUTO)
        held = "INSERT INTO held_steps VALUES ('job-x', 'promote', 'auto_promotion', :id, NULL, now())"
        await session.execute(text(held), {"id": job_id})
        assert await invariants.violations(session, quiet_at=LATER) == []


async def test_a_wrong_ranking_is_told(data: Data, owner_sessions: Sessions) -> None:
    job_id = await data.a_job(openings=1, buffer=1)
    await data.scored(job_id, 90, 80, 70)
    async with owner_sessions() as session:
        before = await invariants.standings(session, job_id)
    await data.closed_and_ranked(job_id)
    async with owner_sessions() as session:
        assert await invariants.misplaced(session, job_id, before, 1, 1) == []
        assert len(await invariants.misplaced(session, job_id, before, 2, 1)) > 0


MANY = (
    """INSERT INTO jobs (recruiter_id, title, number_of_openings) SELECT recruiter_id, 'Baker', 10
    FROM jobs, generate_series(1, 99)""",
    """INSERT INTO candidates (name, email) SELECT 'Name' || n || ' Surname' || n, 'p' || n || '@example.org'
    FROM generate_series(1, 10000) n""",
    """INSERT INTO applications (job_id, candidate_id, fit_score, resume_text)
    SELECT (SELECT array_agg(id) FROM jobs)[1 + n % 100], id, n % 97,
           repeat('worked at the company of ' || name || ' for years, and then at another one. ', 40)
    FROM (SELECT *, row_number() OVER () AS n FROM candidates) c""",
)


@pytest.mark.timeout(120)
@pytest.mark.slow
async def test_a_hundred_jobs_of_a_hundred_applications_are_checked_at_once(
    data: Data, worker_sessions: Sessions
) -> None:
    first = await data.a_job(openings=10, buffer=10)
    async with worker_sessions.begin() as session:
        for statement in MANY:
            await session.execute(text(statement))
    await data.closed_and_ranked(first)
    async with worker_sessions.begin() as session:
        log = (
            "INSERT INTO automation_logs (action_type, trigger_source, entity, entity_id, previous_state, new_state,"
            " details, application_id, idempotency_key) SELECT 'rejected', 'auto', 'application', id, 'pending',"
            " 'rejected', jsonb_build_object('fit_score', fit_score, 'rank', rank), id, 'application:' || id"
            " FROM applications WHERE shortlist_status = 'pending'"
        )
        await session.execute(text(log))
        move = "UPDATE applications SET shortlist_status = 'rejected' WHERE shortlist_status = 'pending'"
        await session.execute(text(move))
        told = (
            "INSERT INTO email_messages (mail_key, template, application_id, final_of, message_id, next_attempt_at)"
            " SELECT 'regret:' || id, 'regret', id, id, '<' || id || '@t>', 'infinity'"
            " FROM applications WHERE shortlist_status = 'rejected'"
        )
        await session.execute(text(told))
    async with worker_sessions() as session:
        assert await invariants.violations(session, quiet_at=MONDAY - timedelta(days=1)) == []
