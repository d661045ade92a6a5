"""Migrations that run at the same time, as when several machines start a new version."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator

import pytest

from runtime import migrate
from runtime.embedded.postgres import EmbeddedPostgres
from runtime.verify import pending
from tests.migrations.portal import structure
from tests.runtime.embedded_home import new_home


@pytest.fixture
async def new_cluster() -> AsyncIterator[EmbeddedPostgres]:
    """A server on which no role of the product exists yet."""
    with new_home() as home:
        postgres = EmbeddedPostgres(home, durable=False)
        await postgres.start()
        yield postgres
        await postgres.stop()


async def up(url: str) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "cli.main", "migrate", "up"),
        env=dict(os.environ) | {"DATABASE_URL": url},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode, said.decode()


@pytest.mark.slow
async def test_two_runs_on_one_database_and_one_on_another_of_a_new_cluster_all_succeed(
    new_cluster: EmbeddedPostgres,
) -> None:
    for name in ("one", "other"):
        await new_cluster.create_database(name)
    one, other = new_cluster.url_of("one"), new_cluster.url_of("other")
    done = await asyncio.gather(up(one), up(one), up(other))
    assert [code for code, _ in done] == [0, 0, 0], done
    assert {migrate.current(url) for url in (one, other)} == {migrate.head()}
    assert (pending(one), pending(other)) == (None, None)
    assert structure(one) == structure(other)
