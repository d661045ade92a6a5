"""The migrated schema says the same as the code: models, states, flags, and what `verify` expects."""

import psycopg
import pytest
from alembic import command

from domain.vocabulary import Flag
from runtime import expected, migrate
from runtime.verify import Check, pending, state, verify
from tests.migrations.portal import ask, execute


def test_the_migrations_build_exactly_the_models(database_url: str) -> None:
    command.check(migrate.config(database_url))


def test_the_database_allows_exactly_the_moves_of_the_domain(database_url: str) -> None:
    stored = ask(database_url, "SELECT entity, from_state, to_state FROM state_transitions")
    assert set(stored) == expected.transitions()


def test_the_database_holds_exactly_the_flags_of_the_vocabulary(database_url: str) -> None:
    flags = dict(ask(database_url, "SELECT flag_name, enabled FROM feature_flags"))
    assert flags == {flag.value: flag is not Flag.LLM_ASSIST for flag in Flag}


def test_what_verify_expects_is_what_stands_in_a_fresh_database(database_url: str) -> None:
    policies = ask(database_url, "SELECT tablename, policyname FROM pg_policies")
    assert set(policies) == {(t, p) for t in expected.POLICIES for p in expected.policies(t)}
    triggers = ask(
        database_url, "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    assert set(triggers) == {(table, name) for table, names in expected.TRIGGERS.items() for name in names}
    functions = ask(
        database_url,
        "SELECT DISTINCT proname FROM pg_proc p WHERE pronamespace = 'public'::regnamespace"
        " AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')",
    )
    assert {name for (name,) in functions} == set(expected.FUNCTIONS)


def test_a_fresh_database_lacks_nothing(database_url: str) -> None:
    checks = verify(database_url)
    assert [check for check in checks if not check.ok] == []
    assert Check("column", "jobs", "number_of_openings", ok=True, detail="integer") in checks
    assert Check("flag", "", "llm_assist", ok=True, detail="off") in checks
    assert {check.kind for check in checks} >= {"table", "index", "constraint", "role", "row-level security"}
    assert pending(database_url) is None


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        ("DROP INDEX ix_interviews_status", "index ix_interviews_status on interviews"),
        ("DROP POLICY web_jobs ON jobs", "policy web_jobs on jobs"),
        ("DROP TRIGGER append_only ON automation_logs", "trigger append_only on automation_logs"),
        ("ALTER TABLE interviews DISABLE TRIGGER require_log", "trigger require_log on interviews"),
        ("ALTER TABLE jobs DROP COLUMN company", "column company on jobs"),
        ("ALTER TABLE users NO FORCE ROW LEVEL SECURITY", "row-level security users"),
        (
            "ALTER TABLE interview_interviewers DROP CONSTRAINT ex_interview_interviewers_overlap",
            "constraint ex_interview_interviewers_overlap on interview_interviewers",
        ),
        ("DELETE FROM feature_flags WHERE flag_name = 'reminders'", "flag reminders"),
        (
            "DELETE FROM state_transitions WHERE entity = 'job' AND to_state = 'filled'",
            "transition closed -> filled on job",
        ),
        ("DROP TABLE held_steps", "table held_steps"),
        ("DROP FUNCTION candidate_by_email(text)", "function candidate_by_email"),
    ],
)
def test_what_was_taken_from_a_database_is_named(database_url: str, damage: str, named: str) -> None:
    execute(database_url, damage)
    missing = [str(check) for check in verify(database_url) if not check.ok]
    assert named in missing
    sentence = pending(database_url)
    assert sentence is not None
    assert named in sentence


def test_a_database_that_was_never_migrated_is_described_and_not_an_error(empty_database_url: str) -> None:
    steps = ", ".join(f"{number:04}" for number in range(2, int(migrate.head()) + 1))
    assert pending(empty_database_url) == f"The schema was never migrated: 0001, {steps} are missing."
    assert {check.ok for check in verify(empty_database_url) if check.kind != "role"} == {False}
    migrate.upgrade(empty_database_url, "0001")
    assert pending(empty_database_url) == f"The schema is at 0001: {steps} still to come."


def test_a_database_of_a_newer_version_is_recognised(database_url: str) -> None:
    execute(database_url, "UPDATE alembic_version SET version_num = '9999'")
    assert not state(database_url).known
    sentence = pending(database_url)
    assert sentence is not None
    assert "9999, which this version does not know" in sentence


def test_a_dead_address_is_an_error_of_the_connection() -> None:
    with pytest.raises(psycopg.OperationalError):
        pending("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
