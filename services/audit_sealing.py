"""Sealing the log: rows that nobody can come before any more are linked into the chain, batch by batch."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from itertools import accumulate

from sqlalchemy import bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY, BIGINT, BYTEA
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.audit import chain
from domain.audit.seal import Seal, Signer
from models import AutomationLog, LogSeal

BATCH = 2000
PATIENCE_SECONDS = 20.0
LOOK_SECONDS = 0.05
LOCK = 7_313_027
"""Advisory lock: one sealer at a time."""

WRITERS = text("""
    SELECT virtualtransaction FROM pg_locks
    WHERE relation = 'automation_logs'::regclass AND mode = 'RowExclusiveLock' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND pid IS DISTINCT FROM pg_backend_pid()
""")
SET_SEALS = text("SELECT seal_log(:sequences, :seals, :at, :key, :signed)").bindparams(
    bindparam("sequences", type_=ARRAY(BIGINT())), bindparam("seals", type_=ARRAY(BYTEA()))
)


async def settled(session: AsyncSession, patience: float = PATIENCE_SECONDS) -> int | None:
    """The newest number below which no row can still appear; None: writers did not end in time.

    A number is given out before its row can be seen, and never again when its transaction rolls back. But whoever
    was given one holds a lock on the table until the row is visible or gone. So: read the newest number, then wait
    for those who hold that lock now; who comes later gets higher numbers. Nobody is held up by this.
    """
    newest = await session.scalar(text("SELECT newest_log_number()"))
    writers = set(await session.scalars(WRITERS))
    give_up = asyncio.get_running_loop().time() + patience
    while writers:
        if asyncio.get_running_loop().time() > give_up:
            return None
        await asyncio.sleep(LOOK_SECONDS)
        writers &= set(await session.scalars(WRITERS))
    return int(newest or 0)


async def seal_batch(
    session: AsyncSession, upto: int, signer: Signer | None, at: datetime, size: int = BATCH
) -> int:
    """Seal the oldest unsealed rows up to a settled number. Returns how many; 0 when nothing is left to seal."""
    await session.execute(select(func.pg_advisory_xact_lock(LOCK)))
    last = await session.scalar(select(LogSeal).order_by(LogSeal.last_sequence.desc()).limit(1))
    after, head = (last.last_sequence, last.head) if last is not None else (0, chain.GENESIS)
    table = AutomationLog.__table__
    rows = await session.execute(
        select(*(table.c[name] for name in chain.FIELDS))
        .where(table.c.sequence > after, table.c.sequence <= upto)
        .order_by(table.c.sequence)
        .limit(size)
    )
    records = [{name: chain.plain(value) for name, value in row._asdict().items()} for row in rows]
    if not records:
        return 0
    # Hashing thousands of rows takes a while: other steps of this worker go on.
    seals = await asyncio.to_thread(lambda: list(accumulate(records, chain.link, initial=head))[1:])
    sequences = [int(record["sequence"]) for record in records]
    seal = Seal(sequences[0], sequences[-1], len(records), seals[-1], at)
    await session.execute(
        SET_SEALS,
        {
            "sequences": sequences,
            "seals": seals,
            "at": at,
            "key": signer.key_id if signer is not None else None,
            "signed": signer.sign(seal.message) if signer is not None else None,
        },
    )
    return len(records)


async def seal_all(
    sessions: async_sessionmaker[AsyncSession],
    signer: Signer | None,
    clock: Callable[[], datetime],
    *,
    until: float,
    size: int = BATCH,
) -> int:
    """Seal everything that is settled, a batch in a transaction, for at most until this moment of the loop's clock.

    Returns how many rows were sealed. A crash between batches leaves whole batches; the next round goes on.
    """
    async with sessions() as session:
        upto = await settled(session)
    done = 0
    while upto is not None and asyncio.get_running_loop().time() < until:
        async with sessions.begin() as session:
            batch = await seal_batch(session, upto, signer, clock(), size)
        if batch == 0:
            break
        done += batch
    return done
