"""`understudy users` and `understudy keys`: the people of an installation, and their programs."""

import re

from sqlalchemy import text

from tests.cli.command import understudy
from tests.conftest import Sessions

ADA, BEN = "ada@example.org", "ben@example.org"
PASSWORD = re.compile(r"^[a-z2-9]{4}(-[a-z2-9]{4}){4}$")


async def test_the_first_admin_is_added_by_the_owner_and_may_act(database_url: str) -> None:
    refused = await understudy(database_url, "job", "list")
    assert refused.code == 7
    assert "users add" in refused.words

    words = ("users", "add", ADA, "--name", "Ada", "--role", "admin")
    added = await understudy(database_url, *words)
    assert added.code == 0
    assert PASSWORD.match(added.out.splitlines()[-1])
    assert (await understudy(database_url, "job", "list")).code == 0

    again = await understudy(database_url, *words)
    assert again.code == 4
    assert "There is a user with this address" in again.words


async def test_people_change_roles_leave_and_come_back(database_url: str, owner_sessions: Sessions) -> None:
    for email, role in ((ADA, "admin"), (BEN, "recruiter")):
        assert (
            await understudy(database_url, "users", "add", email, "--name", "X", "--role", role)
        ).code == 0
    for words in (("disable", ADA), ("role", ADA, "recruiter")):
        last = await understudy(database_url, "users", *words)
        assert last.code == 4
        assert "last admin" in last.words
    assert (await understudy(database_url, "users", "role", BEN.upper(), "admin")).code == 0
    assert (await understudy(database_url, "users", "disable", ADA)).code == 0
    listed = (await understudy(database_url, "users", "list", "--json")).data["users"]
    assert [(one["email"], one["role"], one["signs_in"]) for one in listed] == [
        (BEN, "admin", "one-time password"),
        (ADA, "admin", "disabled"),
    ]
    refused = await understudy(database_url, "job", "list", "--as", ADA)
    assert "disabled" in refused.words
    assert (await understudy(database_url, "job", "list")).code == 0, "the next admin stands in"
    assert (await understudy(database_url, "users", "enable", ADA)).code == 0
    assert "no way in yet" in (await understudy(database_url, "users", "list")).out
    fresh = await understudy(database_url, "users", "password", ADA)
    assert PASSWORD.match(fresh.out.splitlines()[-1])
    unknown = await understudy(database_url, "users", "disable", "nobody@example.org")
    assert unknown.code != 0
    assert "There is no user nobody@example.org" in unknown.words
    async with owner_sessions() as session:
        log = await session.scalar(text("SELECT string_agg(l::text, '') FROM automation_logs l"))
    assert "example.org" not in str(log)


async def test_a_key_is_printed_once_listed_without_itself_and_revoked(database_url: str) -> None:
    await understudy(database_url, "users", "add", BEN, "--name", "Ben")
    made = await understudy(
        database_url, "keys", "add", BEN, "--name", "ATS", "--scope", "read", "--scope", "write"
    )
    token = made.out.strip()
    assert token.startswith("usk_")
    (listed,) = (await understudy(database_url, "keys", "list", "--json")).data["keys"]
    assert (listed["email"], listed["scopes"], listed["hint"]) == (BEN, ["read", "write"], token[:8])
    beyond = await understudy(database_url, "keys", "add", BEN, "--name", "x", "--scope", "admin")
    assert beyond.code != 0
    assert "no scope admin" in beyond.words
    assert (await understudy(database_url, "keys", "revoke", listed["id"])).code == 0
    assert (await understudy(database_url, "keys", "list", "--json")).data["keys"] == []


async def test_an_error_text_with_brackets_is_printed_as_it_is(database_url: str) -> None:
    """Rich markup in what somebody typed must not break the error."""
    unknown = await understudy(database_url, "job", "list", "--as", "[/]@x")
    assert unknown.code != 0
    assert "[/]@x" in unknown.words
