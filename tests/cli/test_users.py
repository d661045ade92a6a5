"""`understudy users`: the first users of an installation."""

from tests.cli.command import understudy


async def test_the_first_admin_is_added_by_the_owner_and_may_act(database_url: str) -> None:
    refused = await understudy(database_url, "job", "list")
    assert refused.code == 7
    assert "users add" in refused.words

    words = ("users", "add", "ada@example.org", "--name", "Ada", "--role", "admin")
    assert (await understudy(database_url, *words)).code == 0
    assert (await understudy(database_url, "job", "list")).code == 0

    again = await understudy(database_url, *words)
    assert again.code == 4
    assert "There is a user with this address" in again.words


async def test_an_error_text_with_brackets_is_printed_as_it_is(database_url: str) -> None:
    """Rich markup in what somebody typed must not break the error."""
    unknown = await understudy(database_url, "job", "list", "--as", "[/]@x")
    assert unknown.code != 0
    assert "[/]@x" in unknown.words
