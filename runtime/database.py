"""Database engines: one pool a process, in the least role that does its work."""

import time
from typing import Any

from pydantic_core import from_json
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from runtime.migrate import sqlalchemy_url

OWNER = "understudy_owner"
TRUSTED_SECONDS = 1.0
"""A connection that was at work so recently is used again unasked; an older one is asked whether it still lives."""
WEB, WORKER, AUDITOR = "understudy_web", "understudy_worker", "understudy_auditor"


def engine(url: str, role: str, pool_size: int) -> AsyncEngine:
    """A pool whose connections act as `role`, whatever the login may do besides.

    Parameters stay out of error texts: they may hold what people wrote (I8).
    """
    made = create_async_engine(
        sqlalchemy_url(url),
        pool_size=pool_size,
        # More would be closed as soon as they are given back: under load, a connect for every request.
        max_overflow=0,
        # The connection that rested least knows the statements and their plans best.
        pool_use_lifo=True,
        hide_parameters=True,
        # Evidence of scores comes in lists of dozens; this reads JSON at twice the speed of Python's own.
        json_deserializer=from_json,
        connect_args={"options": f"-c role={role} -c timezone=UTC", "connect_timeout": 10},
    )
    _ask_idle_ones(made.sync_engine)
    return made


def _ask_idle_ones(of: Engine) -> None:
    """Ask a connection that rested whether it lives, before it is used: PostgreSQL may have been restarted.

    SQLAlchemy's own `pool_pre_ping` asks every time, which costs a quarter of a short read. Whoever meets a restart
    within the second gets an error that is safe to repeat, as in the middle of a transaction.
    """

    @event.listens_for(of, "checkin")
    def _rest(_connection: Any, record: Any) -> None:
        record.info["rests_since"] = time.monotonic()

    @event.listens_for(of, "checkout")
    def _check(connection: Any, record: Any, _proxy: Any) -> None:
        since = record.info.get("rests_since")
        if since is None or time.monotonic() - since < TRUSTED_SECONDS:
            return
        try:
            of.dialect.do_ping(connection)
        except of.dialect.loaded_dbapi.Error as error:
            # The pool throws the others away as well and connects anew.
            raise DisconnectionError from error


def sessions(of: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """Transactions on a pool."""
    return async_sessionmaker(of, expire_on_commit=False)
