"""A portal that brought its own tables gets the orchestrator beside them, and gets them back as they were."""

import pytest

from runtime import migrate
from tests.cli.command import understudy
from tests.migrations.portal import ROWS, ask, execute, rows_of, structure

TABLES = """
    CREATE TABLE users (id UUID PRIMARY KEY, email TEXT, name TEXT, role TEXT, created_at TIMESTAMPTZ, phone TEXT);
    CREATE TABLE jobs (
        id UUID PRIMARY KEY, recruiter_id UUID REFERENCES users (id), title TEXT, description TEXT, status TEXT,
        created_at TIMESTAMPTZ, location TEXT DEFAULT 'Lyon', closes_at TIMESTAMPTZ, salary INTEGER
            DEFAULT 3000);
    CREATE TABLE applications (
        id UUID PRIMARY KEY, job_id UUID REFERENCES jobs (id), applicant_name TEXT, applicant_email TEXT,
        created_at TIMESTAMPTZ);
    COMMENT ON TABLE jobs IS 'ours';
    CREATE INDEX salary_of_jobs ON jobs (salary);
    ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
    CREATE POLICY "Anybody may read open jobs" ON jobs FOR SELECT USING (status = 'open');
"""
NAMELESS = """
    INSERT INTO applications (id, job_id, applicant_name, applicant_email) VALUES
        (gen_random_uuid(), '00000000-0000-0000-0000-000000000011', NULL, 'silent@mail.example'),
        (gen_random_uuid(), '00000000-0000-0000-0000-000000000011', 'Nemo', NULL),
        (gen_random_uuid(), '00000000-0000-0000-0000-000000000011', NULL, NULL);
"""


@pytest.fixture
def portal(empty_database_url: str) -> str:
    """Tables made by hand: with columns, a policy, row-level security and empty cells of the portal's own."""
    execute(empty_database_url, TABLES + ROWS + NAMELESS)
    return empty_database_url


@pytest.mark.parametrize("target", ["0001", "base"])
def test_a_portals_own_tables_come_back_as_they_were(portal: str, target: str) -> None:
    rows, stood = rows_of(portal), structure(portal)
    migrate.upgrade(portal)
    assert ask(portal, "SELECT DISTINCT location, salary FROM jobs") == [("Lyon", 3000)]
    migrate.downgrade(portal, target)
    assert rows_of(portal) == rows
    left = {line for line in structure(portal) - stood if "alembic_version" not in str(line)}
    assert {kind for kind, *_ in left} <= {"schema"}  # the roles of the cluster stay
    assert {kind for kind, *_ in stood - structure(portal)} <= {"schema"}


def test_everybody_of_an_adopted_table_becomes_a_candidate_of_their_own(portal: str) -> None:
    migrate.upgrade(portal)
    unnamed = ask(
        portal,
        "SELECT c.name, c.email FROM applications a JOIN candidates c ON c.id = a.candidate_id"
        " WHERE a.applicant_name IS NULL OR a.applicant_email IS NULL ORDER BY 1",
    )
    assert unnamed == [("Applicant", None), ("Nemo", None), ("silent@mail.example", "silent@mail.example")]


async def test_tables_that_lack_columns_are_refused_and_left_alone(empty_database_url: str) -> None:
    execute(empty_database_url, "CREATE TABLE jobs (id UUID PRIMARY KEY, title TEXT)")
    stood = structure(empty_database_url)
    with pytest.raises(
        RuntimeError, match="jobs exists but lacks: created_at, description, recruiter_id, status"
    ):
        migrate.upgrade(empty_database_url)
    assert structure(empty_database_url) == stood
    done = await understudy(empty_database_url, "migrate", "up")
    assert (done.code, "Add these columns first" in done.words) == (7, True)
