"""`understudy migrate` as its user meets it."""

from pathlib import Path

import psycopg
import pytest

from runtime import migrate
from tests.cli.command import run, understudy
from tests.support.data import Data


def execute(url: str, statement: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute(statement.encode())


async def test_a_database_goes_up_and_says_where_it_stands(empty_database_url: str) -> None:
    before = await understudy(empty_database_url, "migrate", "status", "--json")
    assert before.code == 1
    assert before.data["pending"][0] == "0001"
    assert before.data["pending"][-1] == migrate.head()
    half = await understudy(empty_database_url, "migrate", "up", "0001")
    assert "at 0001 (before: base" in half.out
    assert (
        f"at {migrate.head()} (before: 0001)" in (await understudy(empty_database_url, "migrate", "up")).out
    )
    again = await understudy(empty_database_url, "migrate", "up")
    assert (again.code, f"at {migrate.head()} already" in again.out) == (0, True)
    after = await understudy(empty_database_url, "migrate", "status")
    assert (after.code, "pending nothing" in after.words) == (0, True)


async def test_going_down_says_what_goes_and_asks(database_url: str, data: Data) -> None:
    await data.scored(await data.a_job(), 50)
    refused = await understudy(database_url, "migrate", "down", "0001", answer="n\n")
    assert refused.code == 1
    assert "table candidates with 1 row " in refused.words
    assert "of table applications the columns candidate_id, fit_score" in refused.words
    assert migrate.current(database_url) == migrate.head()
    agreed = await understudy(database_url, "migrate", "down", "0001", answer="y\n")
    assert (agreed.code, f"at 0001 (before: {migrate.head()})" in agreed.out) == (0, True)
    base = await understudy(database_url, "migrate", "down", "base", "--yes")
    assert "table applications with 1 row" in base.words
    again = await understudy(database_url, "migrate", "down", "base")
    assert (again.code, "Nothing to undo" in again.out) == (0, True)


async def test_a_portals_own_tables_are_not_announced_as_removed(empty_database_url: str) -> None:
    execute(
        empty_database_url,
        "CREATE TABLE users (id UUID PRIMARY KEY, email TEXT, name TEXT, role TEXT, created_at TIMESTAMPTZ)",
    )
    migrate.upgrade(empty_database_url, "0001")
    done = await understudy(empty_database_url, "migrate", "down", "base", "--yes")
    assert "table jobs with 0 rows" in done.err
    assert "table users" not in done.err


async def test_verification_answers_line_by_line_and_in_its_exit_code(database_url: str) -> None:
    whole = await understudy(database_url, "migrate", "status", "--verify")
    assert (whole.code, "missing" in whole.out) == (0, False)
    assert "ok       flag: global_automation=on" in whole.out
    execute(database_url, "DROP INDEX ix_automation_logs_created_at")
    damaged = await understudy(database_url, "migrate", "status", "--verify")
    assert damaged.code == 1
    assert "missing  index automation_logs: ix_automation_logs_created_at" in damaged.out
    checks = (await understudy(database_url, "migrate", "status", "--verify", "--json")).data["checks"]
    assert [check["name"] for check in checks if not check["ok"]] == ["ix_automation_logs_created_at"]


@pytest.mark.parametrize(("act", "revision"), [("up", "9999"), ("down", "9999"), ("down", "0002")])
async def test_a_revision_that_is_no_destination_is_refused(
    empty_database_url: str, act: str, revision: str
) -> None:
    migrate.upgrade(empty_database_url, "0001")
    done = await understudy(empty_database_url, "migrate", act, revision)
    assert (done.code, "understudy migrate status" in done.words) == (2, True)
    assert migrate.current(empty_database_url) == "0001"


async def test_commands_on_an_unmigrated_or_silent_database_say_what_to_do(empty_database_url: str) -> None:
    bare = await understudy(empty_database_url, "job", "list")
    assert (bare.code, "Run: understudy migrate up" in bare.words) == (7, True)
    silent = await understudy("postgresql://nobody@127.0.0.1:1/nothing", "flags", "list")
    assert (silent.code, "does not answer" in silent.words) == (6, True)
    nowhere = await understudy("postgresql://nobody@127.0.0.1:1/nothing", "migrate", "up")
    assert (nowhere.code, "does not answer" in nowhere.words) == (6, True)


def test_without_a_database_and_a_running_stack_the_way_to_one_is_named(tmp_path: Path) -> None:
    done = run(None, "migrate", "status", home=tmp_path / "home")
    assert (done.code, "understudy up" in done.words) == (7, True)
