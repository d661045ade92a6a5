"""A portal's database with rows in it, up to the orchestrator and down again."""

from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from runtime import migrate
from tests.migrations.portal import ROWS, ask, execute, rows_of, structure

BAKER, MILLER = (UUID(int=0x11), UUID(int=0x12))
ANA, ANA_AT_MILLER, ANA_AGAIN, BO = (UUID(int=n) for n in (0x21, 0x22, 0x23, 0x24))

NEW_PEOPLE = """
    INSERT INTO candidates (id, name, email) VALUES
        ('00000000-0000-0000-0000-000000000031', 'Cy New', 'cy@mail.example'),
        ('00000000-0000-0000-0000-000000000032', 'Di Newer', NULL),
        ('00000000-0000-0000-0000-000000000033', 'Ed Newest', NULL);
    INSERT INTO applications (id, job_id, candidate_id)
    SELECT ('00000000-0000-0000-0000-0000000000' || 10 + right(id::text, 2)::int)::uuid,
           '00000000-0000-0000-0000-000000000011', id
    FROM candidates WHERE name LIKE '% New%';
"""


@pytest.fixture
def portal(empty_database_url: str) -> str:
    """A database at 0001 with rows of users, jobs and applications."""
    migrate.upgrade(empty_database_url, "0001")
    execute(empty_database_url, ROWS)
    return empty_database_url


def test_old_rows_come_up_without_anything_starting_by_itself(portal: str) -> None:
    migrate.upgrade(portal)
    applications = ask(
        portal, "SELECT DISTINCT fit_score, shortlist_status, ai_processed, rank, scored_at FROM applications"
    )
    assert applications == [(Decimal("0.00"), "pending", False, None, None)]
    jobs = ask(
        portal,
        "SELECT DISTINCT number_of_openings, shortlisting_buffer, automation_enabled, applications_closed FROM jobs",
    )
    assert jobs == [(1, 1, False, False)]
    assert ask(portal, "SELECT count(*) FROM automation_logs, outbox, email_messages") == [(0,)]


def test_candidates_are_made_from_mail_addresses(portal: str) -> None:
    migrate.upgrade(portal)
    people = ask(portal, "SELECT name, email FROM candidates ORDER BY lower(email)")
    # Of two spellings the latest counts.
    assert [(name, email.lower()) for name, email in people] == [
        ("Ana", "ana@mail.example"),
        ("Bo", "bo@mail.example"),
    ]
    applied = dict(
        ask(portal, "SELECT a.id, c.name FROM applications a LEFT JOIN candidates c ON c.id = a.candidate_id")
    )
    # Of two applications of one person for one job the first counts.
    assert applied == {ANA: "Ana", ANA_AT_MILLER: "Ana", ANA_AGAIN: None, BO: "Bo"}


def test_going_down_leaves_every_row_and_the_structure_as_they_were(portal: str) -> None:
    rows, stood = rows_of(portal), structure(portal)
    migrate.upgrade(portal)
    full = structure(portal)
    assert len(full) > 3 * len(stood)
    migrate.downgrade(portal, "0001")
    assert rows_of(portal) == rows
    assert structure(portal) == stood
    migrate.upgrade(portal)
    assert structure(portal) == full


def test_newer_applications_keep_name_and_address_on_the_way_down_and_up(portal: str) -> None:
    migrate.upgrade(portal)
    execute(portal, NEW_PEOPLE)
    migrate.downgrade(portal, "0001")
    newer = "SELECT applicant_name, applicant_email FROM applications WHERE applicant_name LIKE '% New%' ORDER BY 1"
    people = [("Cy New", "cy@mail.example"), ("Di Newer", ""), ("Ed Newest", "")]
    assert ask(portal, newer) == people
    migrate.upgrade(portal)
    again = ask(
        portal,
        "SELECT c.name, c.email FROM applications a JOIN candidates c ON c.id = a.candidate_id"
        " WHERE c.name LIKE '% New%' ORDER BY 1",
    )
    # Two people without an address do not become one.
    assert again == [(name, email or None) for name, email in people]


def test_a_database_goes_down_with_everything_in_it(portal: str) -> None:
    migrate.upgrade(portal)
    execute(
        portal,
        "INSERT INTO interviews (id, job_id, application_id, candidate_id, confirmation_deadline, duration)"
        " SELECT gen_random_uuid(), job_id, id, candidate_id, %s, interval '1 hour' FROM applications WHERE id = %s",
        datetime(2026, 3, 2, tzinfo=UTC),
        BO,
    )
    execute(
        portal,
        "INSERT INTO automation_logs (action_type, trigger_source, idempotency_key) VALUES ('x', 'auto', 'x')",
    )
    migrate.downgrade(portal, "base")
    kinds = {
        (kind, name) for kind, name, *_ in structure(portal) if kind not in {"index", "constraint", "column"}
    }
    assert kinds == {("table", "alembic_version"), ("schema", "public")}


def test_going_up_twice_is_going_up_once(portal: str) -> None:
    migrate.upgrade(portal)
    rows, stood = rows_of(portal), structure(portal)
    migrate.upgrade(portal)
    migrate.upgrade(portal, "0001")
    assert (rows_of(portal), structure(portal)) == (rows, stood)
    assert migrate.current(portal) == migrate.head()


def test_scores_of_before_keep_their_numbers_when_their_grounds_come_and_go(portal: str) -> None:
    migrate.upgrade(portal, "0002")
    stood = structure(portal)
    execute(
        portal,
        "UPDATE applications SET fit_score = 61.25, ai_processed = true, scorer = 'lexical-1' WHERE id = %s",
        BO,
    )
    before = rows_of(portal)
    migrate.upgrade(portal, "0003")
    kept = ask(
        portal,
        "SELECT fit_score, scorer, masked_text, score_input, score_job_text FROM applications WHERE ai_processed",
    )
    assert kept == [(Decimal("61.25"), "lexical-1", None, None, None)]
    execute(
        portal,
        "INSERT INTO job_texts (job_id, sha256, title, description) VALUES (%s, 'f00d', 'Baker', 'Bread')",
        BAKER,
    )
    execute(
        portal, "UPDATE applications SET score_job_text = 'f00d', masked_text = 'Bread' WHERE id = %s", BO
    )
    migrate.downgrade(portal, "0002")
    assert (rows_of(portal), structure(portal)) == (before, stood)


def test_a_job_goes_with_the_wordings_that_its_applications_were_scored_against(portal: str) -> None:
    migrate.upgrade(portal)
    execute(
        portal,
        "INSERT INTO job_texts (job_id, sha256, title, description) VALUES (%s, 'f00d', 'Baker', 'Bread')",
        BAKER,
    )
    execute(portal, "UPDATE applications SET score_job_text = 'f00d' WHERE id = %s", BO)
    execute(portal, "DELETE FROM jobs WHERE id = %s", BAKER)
    assert ask(portal, "SELECT count(*) FROM job_texts") == [(0,)]
