"""Database engines: one pool a process, in the least role that does its work."""

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from runtime.migrate import sqlalchemy_url

OWNER = "understudy_owner"
WEB, WORKER, AUDITOR = "understudy_web", "understudy_worker", "understudy_auditor"


def engine(url: str, role: str, pool_size: int) -> AsyncEngine:
    """A pool whose connections act as `role`, whatever the login may do besides.

    Parameters stay out of error texts: they may hold what people wrote (I8).
    """
    return create_async_engine(
        sqlalchemy_url(url),
        pool_size=pool_size,
        max_overflow=4,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"options": f"-c role={role} -c timezone=UTC", "connect_timeout": 10},
    )


def sessions(of: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """Transactions on a pool."""
    return async_sessionmaker(of, expire_on_commit=False)
