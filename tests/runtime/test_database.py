"""Connections of a pool that PostgreSQL cut while they rested."""

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from runtime import database
from runtime.embedded.postgres import EmbeddedPostgres
from tests.conftest import Sessions


async def _cut(cluster: EmbeddedPostgres, database_url: str) -> Sessions:
    """A pool with one resting connection, whose server side is gone."""
    pool = database.sessions(database.engine(database_url, database.WORKER, 1))
    async with pool.begin() as session:
        process = await session.scalar(text("SELECT pg_backend_pid()"))
    async with await psycopg.AsyncConnection.connect(cluster.admin_url) as admin:
        # The second argument waits until the process has ended, 5,000 ms at most.
        ended = await (await admin.execute("SELECT pg_terminate_backend(%s, 5000)", (process,))).fetchone()
    assert ended == (True,)
    return pool


async def test_a_connection_that_was_cut_while_it_rested_is_made_anew(
    cluster: EmbeddedPostgres, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "TRUSTED_SECONDS", 0.0)
    pool = await _cut(cluster, database_url)
    async with pool.begin() as session:
        assert await session.scalar(text("SELECT 1")) == 1
    await pool.kw["bind"].dispose()


async def test_one_that_was_at_work_a_moment_ago_is_not_asked_and_fails_once(
    cluster: EmbeddedPostgres, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "TRUSTED_SECONDS", 3600.0)
    pool = await _cut(cluster, database_url)
    with pytest.raises(OperationalError):
        async with pool.begin() as session:
            await session.scalar(text("SELECT 1"))
    async with pool.begin() as session:
        assert await session.scalar(text("SELECT 1")) == 1
    await pool.kw["bind"].dispose()
