"""The embedded PostgreSQL, with the real server."""

import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest

from domain.errors import SetupError
from runtime.embedded import postgres_place
from runtime.embedded.postgres import EmbeddedPostgres
from tests.runtime.embedded_home import new_home


@pytest.fixture(scope="module")
async def server() -> AsyncIterator[EmbeddedPostgres]:
    with new_home() as home:
        postgres = EmbeddedPostgres(home, durable=False)
        await postgres.start()
        yield postgres
        await postgres.stop()


def _ask(url: str, statement: str) -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(statement.encode())
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


async def test_the_owner_is_no_superuser_and_has_what_the_product_needs(server: EmbeddedPostgres) -> None:
    assert _ask(server.url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    _ask(server.url, "CREATE EXTENSION btree_gist")
    assert _ask(server.url, "SELECT lower('ÉCOLE')") == "école"
    assert _ask(server.url, "SHOW timezone") == "UTC"


async def test_a_wrong_password_is_refused(server: EmbeddedPostgres) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(f"postgresql://postgres:wrong@{server.address}/postgres")


async def test_a_database_is_made_from_a_template_and_dropped_in_use(server: EmbeddedPostgres) -> None:
    await server.create_database("plan")
    _ask(server.url_of("plan"), "CREATE TABLE seat (rank int)")
    await server.create_database("copy", template="plan")
    with psycopg.connect(server.url_of("copy")) as connection:
        connection.execute("INSERT INTO seat VALUES (1)")
        await server.drop_database("copy")
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")


@pytest.mark.crash
async def test_a_killed_server_comes_back_at_its_address_with_its_data(server: EmbeddedPostgres) -> None:
    _ask(server.url, "CREATE TABLE kept AS SELECT 7 AS n")
    address, pid = server.address, server.pid
    with psycopg.connect(server.url, autocommit=True) as busy:
        busy.execute("SELECT 1")
        server.kill(signal.SIGKILL)
        assert await server.wait() == -signal.SIGKILL
        await server.start()
        with pytest.raises(psycopg.OperationalError):
            busy.execute("SELECT 1")
    assert server.pid != pid
    assert server.address == address
    assert _ask(server.url, "SELECT n FROM kept") == 7


async def test_a_second_server_on_the_same_home_is_refused(server: EmbeddedPostgres) -> None:
    with pytest.raises(SetupError, match="already runs"):
        await EmbeddedPostgres(server.home.path, durable=False).start()
    assert _ask(server.url, "SELECT 1") == 1


@pytest.mark.crash
async def test_a_stale_pid_file_that_names_a_stranger_does_not_stop_the_start(
    server: EmbeddedPostgres,
) -> None:
    await server.stop()
    (server.place.data / "postmaster.pid").write_text(f"{os.getpid()}\n")
    await server.start()
    assert _ask(server.url, "SELECT 1") == 1


async def test_data_of_another_major_version_is_refused(server: EmbeddedPostgres) -> None:
    await server.stop()
    mark = server.place.data / "PG_VERSION"
    written = mark.read_text()
    mark.write_text("12\n")
    with pytest.raises(SetupError, match=r"written by PostgreSQL 12.*pg_dump"):
        await server.start()
    mark.write_text(written)
    await server.start()


@pytest.fixture
def closed_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home and programs behind a closed directory, and another place for what is shared."""
    tmp_path.chmod(0o700)
    wheel = postgres_place.find_programs().parents[1]
    closed = tmp_path / wheel.name
    shutil.copytree(wheel, closed)
    shutil.copytree(wheel.with_name(f"{wheel.name}.libs"), closed.with_name(f"{wheel.name}.libs"))
    with tempfile.TemporaryDirectory() as shared:
        Path(shared).chmod(0o711)
        monkeypatch.setattr(postgres_place, "find_programs", lambda: closed / "pginstall" / "bin")
        monkeypatch.setattr(postgres_place, "_SHARED_ROOTS", (Path(shared) / "understudy",))
        yield tmp_path / "home"
    assert tmp_path.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another user")
async def test_for_root_data_and_programs_leave_a_closed_home_without_opening_it(closed_home: Path) -> None:
    postgres = EmbeddedPostgres(closed_home, durable=False)
    await postgres.start()
    try:
        assert _ask(postgres.url, "SELECT 1") == 1
        assert not postgres.place.data.is_relative_to(closed_home.parent)
        assert not postgres.place.programs.is_relative_to(closed_home.parent)
        assert len(postgres.place.notes) == 2
    finally:
        await postgres.stop()
