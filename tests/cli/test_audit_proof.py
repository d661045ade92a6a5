"""`understudy audit export --format zip` and `understudy audit verify`: proof at the command line."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.cli.command import Done, understudy
from tests.conftest import Sessions
from tests.services.sealing import KEYS, OTHER_KEYS, a_log, seal, tamper


@pytest.fixture
async def url(database_url: str, worker_sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with ten sealed rows, and the installation's key in the environment."""
    monkeypatch.setenv("UNDERSTUDY_AUDIT_KEY", "A" * 43)
    await a_log(worker_sessions, 10)
    await seal(worker_sessions)
    return database_url


@pytest.fixture
async def exported(url: str, tmp_path: Path) -> Path:
    out = tmp_path / "log.zip"
    done = await understudy(url, "audit", "export", "--out", out)
    assert (done.code, done.out) == (0, "")
    assert "10 rows written" in done.err
    return out


async def verify(*arguments: object, url: str | None = None) -> Done:
    return await understudy(url, "audit", "verify", *arguments)


async def test_the_log_in_the_database_is_checked_and_a_misfit_is_named(
    url: str, owner_sessions: Sessions
) -> None:
    good = await verify(url=url)
    assert good.code == 0
    assert "Everything fits: 10 sealed rows" in good.words
    assert "1 genuine, 0 without a signature" in good.words
    async with owner_sessions() as session:
        number = await session.scalar(text("SELECT min(sequence) + 4 FROM automation_logs"))
    await tamper(owner_sessions, f"UPDATE automation_logs SET reason = 'x' WHERE sequence = {number}")
    bad = await verify("--json", url=url)
    assert (bad.code, bad.data["fits"], bad.data["first_misfit"]) == (1, False, number)


async def test_a_bundle_is_checked_without_a_database(exported: Path, tmp_path: Path) -> None:
    pem = tmp_path / "key.pem"
    pem.write_bytes(KEYS.public_pem)
    good = await verify(exported, "--key", pem)
    assert (good.code, good.err) == (0, "")
    assert "Genuine: 10 rows (10 sealed), the whole log" in good.words
    untrusted = await verify(exported)
    assert untrusted.code == 0
    assert KEYS.key_id in untrusted.err
    pem.write_bytes(OTHER_KEYS.public_pem)
    bad = await verify(exported, "--key", pem, "--json")
    assert (bad.code, bad.data["fits"]) == (1, False)


async def test_an_earlier_export_convicts_a_log_that_was_made_anew(
    url: str, exported: Path, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    assert (await verify("--against", exported, url=url)).code == 0
    await tamper(owner_sessions, "UPDATE automation_logs SET reason = 'x', seal = NULL, sealed_at = NULL")
    await tamper(owner_sessions, "DELETE FROM log_seals")
    await seal(worker_sessions)
    # Even with the true key the chain alone looks whole again; only what left the house tells.
    assert (await verify(url=url)).code == 0
    caught = await verify("--against", exported, url=url)
    assert caught.code == 1
    assert "the log of today has another past" in caught.words


async def test_reading_and_exporting_at_the_command_line_is_written_down(
    url: str, exported: Path, owner_sessions: Sessions
) -> None:
    await understudy(url, "audit", "list")
    async with owner_sessions() as session:
        found = await session.execute(text("SELECT role, what, purpose FROM access_log ORDER BY sequence"))
        assert [tuple(row) for row in found] == [
            ("operator", "automation_log_export", "command"),
            ("operator", "automation_log", "command"),
        ]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("export", "--out", "x.zip"), 7, "UNDERSTUDY_AUDIT_KEY is not set"),
        (("verify", "nowhere.zip"), 2, "not a bundle"),
        (("verify", "x.zip", "--key", "nowhere.pem"), 2, "key cannot be read"),
        (("verify", "x.zip", "--against", "y.zip"), 2, "not a file"),
        (("list", "--text", "!!"), 2, "no word"),
    ],
)
async def test_what_cannot_be_done_is_refused_with_the_reason(
    database_url: str, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = await understudy(database_url, "audit", *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in done.words


async def test_words_and_actors_filter_the_list(url: str) -> None:
    found = await understudy(url, "audit", "list", "--text", "becau", "--json")
    assert len(found.data["items"]) == 10
    none = await understudy(url, "audit", "list", "--text", "becau", "--actor", "0" * 32, "--json")
    assert json.loads(none.out)["items"] == []
