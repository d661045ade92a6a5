"""A log with rows, sealed as its schedule would; and damage that only an owner of the database can do."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services import log
from services.audit_keys import LogKeys
from services.audit_sealing import seal_all
from services.audit_verify import LogCheck, Progress
from services.log import Cause, Entry, Subject
from tests.conftest import Sessions
from tests.support.data import MONDAY

KEYS = LogKeys("A" * 43)
OTHER_KEYS = LogKeys("B" * 42 + "A")


async def write_rows(session: AsyncSession, count: int, at: datetime = MONDAY) -> None:
    """Rows that tell nothing."""
    for _ in range(count):
        entry = Entry(
            "noted", f"note:{uuid4()}", Subject(job_id=uuid4()), at, details={"n": 1, "b": [0.1, None]}
        )
        await log.record(session, Cause(reason="because – of “this”"), entry)


async def a_log(sessions: Sessions, count: int) -> None:
    """So many rows, committed."""
    async with sessions.begin() as session:
        await write_rows(session, count)


async def seal(sessions: Sessions, keys: LogKeys | None = KEYS, size: int = 2000) -> int:
    """One round of the schedule."""
    return await seal_all(sessions, keys, lambda: MONDAY, until=float("inf"), size=size)


async def verified(sessions: Sessions, keys: LogKeys = KEYS) -> Progress:
    """What a check ends with."""
    last = None
    async with sessions() as session:
        await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        async for progress in LogCheck(keys.trusted).run(session):
            last = progress
    assert last is not None
    assert last.is_done
    return last


async def tamper(owner: Sessions, sql: str) -> None:
    """Change what no role may change: with the triggers switched off, as somebody with the owner's rights could."""
    async with owner.begin() as session:
        for table in ("automation_logs", "log_seals"):
            await session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        await session.execute(text(sql))
        for table in ("automation_logs", "log_seals"):
            await session.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))
