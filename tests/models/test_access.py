"""I13: whom row-level security lets see and change what, with direct SQL in each role."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import UserRole
from services import negotiation
from services.context import act_as_candidate, act_as_user
from services.interviews import answer
from tests.conftest import Sessions
from tests.models.refusal import ALLOWED, NOT_ALLOWED, refusal
from tests.services.arrange import LATER, accepted
from tests.support.data import BY_CANDIDATE, Data

JOB_OF = {
    "jobs": "id",
    "job_interviewers": "job_id",
    "applications": "job_id",
    "job_texts": "job_id",
    "interviews": "job_id",
    "automation_logs": "job_id",
    "email_messages": "job_id",
    "outbox": "job_id",
    "held_steps": "job_id",
    "candidates": "(SELECT a.job_id FROM applications a WHERE a.candidate_id = candidates.id)",
    "files": "(SELECT a.job_id FROM applications a WHERE a.resume_file_id = files.id)",
    "negotiation_sessions": "(SELECT i.job_id FROM interviews i WHERE i.id = interview_id)",
}
"""Tables whose rows belong to a job, and how to find it."""

WRITABLE = set(JOB_OF) - {"automation_logs", "job_texts"}
COLUMN = {
    "jobs": "title", "job_interviewers": "user_id", "applications": "summary", "interviews": "version",
    "email_messages": "last_error", "outbox": "outcome", "held_steps": "gate", "candidates": "phone",
    "files": "filename", "negotiation_sessions": "round",
}  # fmt: skip


@dataclass
class Company:
    """Two recruiters with a job each: two seats, the first under negotiation, one pending."""

    recruiters: list[UUID]
    jobs: list[UUID]
    interviews: list[UUID]
    neighbour: UUID
    """The other interview of the first job."""


@pytest.fixture
async def company(data: Data, owner_sessions: Sessions) -> Company:
    """Rows in every table, for both recruiters."""
    made = Company([], [], [], UUID(int=0))
    for n in range(2):
        recruiter = await data.a_user()
        job_id = await data.a_job(openings=2, buffer=1, recruiter_id=recruiter)
        await data.scored(job_id, 90, 80, 70)
        await data.closed_and_ranked(job_id)
        first, second = await accepted(data, job_id)
        async with data.worker.begin() as session:
            times = "Tuesday 10 March, 9:00 to 12:00"
            await negotiation.reply(session, first, times, cause=BY_CANDIDATE, received_at=LATER)
        made.recruiters.append(recruiter)
        made.jobs.append(job_id)
        made.interviews.append(first)
        made.neighbour = second if n == 0 else made.neighbour
    async with owner_sessions.begin() as session:
        await session.execute(
            text(
                "INSERT INTO held_steps SELECT 'job-' || id, 'promote', 'auto_promotion', id, NULL, now() FROM jobs"
            )
        )
        await session.execute(
            text(
                "INSERT INTO job_texts (job_id, sha256, title, description)"
                " SELECT id, 'f00d', title, description FROM jobs"
            )
        )
        await session.execute(
            text("""
            WITH new AS (INSERT INTO files (id, filename, media_type, size, sha256, content)
                         SELECT id, 'cv.txt', 'text/plain', 1, '', '' FROM applications RETURNING id)
            UPDATE applications a SET resume_file_id = new.id FROM new WHERE new.id = a.id
            """)
        )
    return made


async def seen(session: AsyncSession, table: str) -> int:
    return int(await session.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


async def of_job(owner: Sessions, table: str, job_id: UUID) -> int:
    async with owner() as session:
        query = text(f"SELECT count(*) FROM {table} WHERE {JOB_OF[table]} = :job")
        return int(await session.scalar(query, {"job": job_id}) or 0)


async def test_without_saying_for_whom_the_web_role_sees_nothing(
    company: Company, web_sessions: Sessions
) -> None:
    async with web_sessions() as session:
        for table in (*JOB_OF, "users", "interview_interviewers", "calendar_tokens"):
            assert await seen(session, table) == 0, table


async def test_a_recruiter_sees_all_of_the_own_job_and_nothing_of_another(
    company: Company, web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    for recruiter, job_id in zip(company.recruiters, company.jobs, strict=True):
        async with web_sessions() as session:
            await act_as_user(session, UserRole.RECRUITER, recruiter)
            for table in JOB_OF:
                own = await of_job(owner_sessions, table, job_id)
                assert own > 0, table
                assert await seen(session, table) == own, table


async def test_a_recruiter_changes_no_row_of_another(
    company: Company, web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    mine, other = company.jobs
    async with web_sessions() as session:
        await act_as_user(session, UserRole.RECRUITER, company.recruiters[0])
        for table in sorted(WRITABLE - {"files", "candidates"}):
            change = text(f"UPDATE {table} SET {COLUMN[table]} = {COLUMN[table]} RETURNING 1")
            changed = (await session.execute(change)).all()
            assert len(changed) == await of_job(owner_sessions, table, mine), table
        for table in ("held_steps", "job_interviewers", "feature_flag_overrides"):
            delete = text(f"DELETE FROM {table} WHERE job_id = :job RETURNING 1")
            assert (await session.execute(delete, {"job": other})).all() == []


async def test_a_recruiter_adds_no_row_to_anothers_job(company: Company, web_sessions: Sessions) -> None:
    mine, other = company.jobs
    inserts = {
        "applications": "INSERT INTO applications (job_id) VALUES (:job)",
        "job_interviewers": "INSERT INTO job_interviewers SELECT :job, id FROM users"
        " WHERE id NOT IN (SELECT user_id FROM job_interviewers)",
        "automation_logs": "INSERT INTO automation_logs (job_id, action_type, trigger_source, idempotency_key)"
        " VALUES (:job, 'x', 'manual', 'x')",
        "email_messages": "INSERT INTO email_messages (job_id, mail_key, template, message_id, next_attempt_at)"
        " VALUES (:job, 'x', 'regret', 'x', now())",
        "outbox": "INSERT INTO outbox (job_id, message_key, kind, workflow_type, workflow_id)"
        " VALUES (:job, 'x', 'start', 'JobWorkflow', 'x')",
        "held_steps": "INSERT INTO held_steps VALUES ('x', 'x', 'x', :job, NULL, now())",
        "feature_flag_overrides": "INSERT INTO feature_flag_overrides VALUES ('reminders', :job, true)",
        "job_texts": "INSERT INTO job_texts (job_id, sha256, title, description) VALUES (:job, 'beef', '', '')",
    }
    async with web_sessions() as session:
        await act_as_user(session, UserRole.RECRUITER, company.recruiters[0])
        for table, statement in inserts.items():
            assert await refusal(session, statement, job=mine) is ALLOWED, table
            assert await refusal(session, statement, job=other) == NOT_ALLOWED, table
        theft = "UPDATE jobs SET recruiter_id = :to WHERE id = :job"
        assert await refusal(session, theft, to=company.recruiters[1], job=mine) == NOT_ALLOWED


async def test_a_candidate_sees_the_own_row_of_each_table_and_no_other(
    company: Company, web_sessions: Sessions, owner_sessions: Sessions
) -> None:
    interview = company.interviews[0]
    own = {"interviews": "id", "negotiation_sessions": "interview_id", "automation_logs": "interview_id",
           "email_messages": "interview_id"}  # fmt: skip
    async with owner_sessions() as session:
        due = {
            table: await session.scalar(
                text(f"SELECT count(*) FROM {table} WHERE {column} = :id"), {"id": interview}
            )
            for table, column in own.items()
        }
    due |= {"jobs": 1, "applications": 1, "candidates": 1, "files": 1, "users": 1, "held_steps": 0}
    due["job_texts"] = 0
    async with web_sessions() as session:
        await act_as_candidate(session, interview)
        assert {table: await seen(session, table) for table in due} == due
        found = await session.scalars(text("SELECT DISTINCT workflow_id FROM outbox"))
        assert found.all() == [f"interview-{interview}"]


async def test_a_candidate_changes_nothing_of_others(company: Company, web_sessions: Sessions) -> None:
    interview = company.interviews[0]
    async with web_sessions() as session:
        await act_as_candidate(session, interview)
        for table in ("interviews", "applications", "candidates"):
            change = text(f"UPDATE {table} SET {COLUMN[table]} = {COLUMN[table]} RETURNING 1")
            assert len((await session.execute(change)).all()) == 1, table
        for table in ("job_interviewers", "held_steps", "feature_flag_overrides"):
            assert (await session.execute(text(f"DELETE FROM {table} RETURNING 1"))).all() == [], table
        for statement in (
            "UPDATE jobs SET title = 'x'",
            "INSERT INTO jobs (recruiter_id, title) SELECT id, 'x' FROM users",
            "INSERT INTO feature_flag_overrides SELECT 'reminders', id, true FROM jobs",
            "INSERT INTO automation_logs (action_type, trigger_source, idempotency_key) VALUES ('x', 'auto', 'x')",
        ):
            assert await refusal(session, statement) == NOT_ALLOWED, statement
        for nothing in ("UPDATE feature_flags SET enabled = false", "UPDATE users SET role = 'admin'"):
            assert (await session.execute(text(f"{nothing} RETURNING 1"))).all() == [], nothing


async def test_a_candidate_answers_in_the_web_role(company: Company, web_sessions: Sessions) -> None:
    async with web_sessions.begin() as session:
        await act_as_candidate(session, company.neighbour)
        await answer.leave(session, company.neighbour, cause=BY_CANDIDATE, received_at=LATER)
    async with web_sessions() as session:
        await act_as_candidate(session, company.interviews[0])
        with pytest.raises(Exception, match="There is no interview"):
            await answer.leave(session, company.neighbour, cause=BY_CANDIDATE, received_at=LATER)


async def test_context_ends_with_its_transaction(company: Company, web_sessions: Sessions) -> None:
    async with web_sessions() as session:
        await act_as_user(session, UserRole.ADMIN, company.recruiters[0])
        assert await seen(session, "jobs") == 2
        await session.commit()
        assert await seen(session, "jobs") == 0


AUDITED = (
    "access_log",
    "automation_logs",
    "jobs",
    "job_texts",
    "log_seals",
    "feature_flags",
    "feature_flag_overrides",
    "state_transitions",
)


async def test_an_auditor_reads_the_log_and_writes_nothing(
    company: Company, auditor_sessions: Sessions, owner_sessions: Sessions
) -> None:
    async with owner_sessions() as session:
        tables = set(
            await session.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        )
        logged = await seen(session, "automation_logs")
    async with auditor_sessions() as session:
        assert await seen(session, "automation_logs") == logged
        for table in sorted(tables):
            reads = ALLOWED if table in (*AUDITED, "alembic_version") else NOT_ALLOWED
            assert await refusal(session, f"SELECT FROM {table}") == reads, table
            writes = ["DELETE FROM {}", "TRUNCATE {}"]
            if table != "access_log":
                writes.append("INSERT INTO {} DEFAULT VALUES")
            for write in writes:
                assert await refusal(session, write.format(table)) == NOT_ALLOWED, table
        in_anothers_name = (
            "INSERT INTO access_log (at, what, purpose, role) VALUES (now(), 'x', 'x', 'admin')"
        )
        assert await refusal(session, in_anothers_name) == NOT_ALLOWED


async def test_nobody_but_the_owner_changes_what_a_job_said(
    company: Company, web_sessions: Sessions, worker_sessions: Sessions
) -> None:
    async with web_sessions() as web, worker_sessions() as worker:
        await act_as_user(web, UserRole.ADMIN, company.recruiters[0])
        for session in (web, worker):
            for change in ("UPDATE job_texts SET title = 'x'", "DELETE FROM job_texts"):
                assert await refusal(session, change) == NOT_ALLOWED, change


async def test_the_worker_deletes_no_log_person_or_job(company: Company, worker_sessions: Sessions) -> None:
    async with worker_sessions() as session:
        for table in ("automation_logs", "jobs", "applications", "interviews", "users", "email_messages"):
            assert await refusal(session, f"DELETE FROM {table}") == NOT_ALLOWED, table


async def test_the_only_flags_a_recruiter_changes_are_overrides_of_own_jobs(
    company: Company, web_sessions: Sessions
) -> None:
    async with web_sessions() as session:
        await act_as_user(session, UserRole.RECRUITER, company.recruiters[0])
        flip = text("UPDATE feature_flags SET enabled = NOT enabled RETURNING 1")
        assert (await session.execute(flip)).all() == []
    async with web_sessions() as session:
        await act_as_user(session, UserRole.ADMIN, company.recruiters[0])
        assert len((await session.execute(flip)).all()) > 0
