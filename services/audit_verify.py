"""Checking the log in the database against its seals, from the first row to the last, in constant memory."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.audit import chain
from domain.audit.chain import ChainCheck, Fault
from domain.audit.seal import Seal, Trust
from models import AutomationLog, LogSeal

CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a check has come. The last one has `is_done`."""

    rows: int
    sealed: int
    total: int
    """Rows that there were when it began."""
    sequence: int
    """Last row that was looked at."""
    head: str
    signed: int = 0
    """Batches whose signature is genuine."""
    unsigned: int = 0
    """Batches that carry no signature: sealed where no key was set."""
    unknown: int = 0
    """Batches signed with a key that is not known here."""
    fault: Fault | None = None
    is_done: bool = False


class LogCheck:
    """One check of a whole log. Begin it in a transaction of one snapshot (REPEATABLE READ)."""

    def __init__(self, trust: Trust) -> None:
        """`trust`: keys whose signatures are believed."""
        self._trust = trust
        self._chain = ChainCheck()
        self._signatures: dict[bool | None, int] = {True: 0, None: 0}
        self._unsigned = 0
        self._total = 0
        self._listed = 0
        self._before = 0

    async def run(self, session: AsyncSession) -> AsyncIterator[Progress]:
        """Go through the log. Yields after each chunk, and at the end or at the first row that does not fit."""
        self._total = await session.scalar(select(func.count()).select_from(AutomationLog)) or 0
        self._listed = await session.scalar(select(func.max(LogSeal.last_sequence))) or 0
        table = AutomationLog.__table__
        query = (
            select(*(table.c[name] for name in chain.FIELDS), table.c.seal)
            .order_by(table.c.sequence)
            .execution_options(yield_per=CHUNK)
        )
        begins, fault = 0, None
        found = await session.stream(query)
        try:
            async for rows in found.partitions(CHUNK):
                seals = await self._seals(session, begins, rows[-1].sequence)
                begins = rows[-1].sequence
                # Other requests of this process go on while a chunk is hashed.
                fault = await asyncio.to_thread(self._look, rows, seals)
                yield self._progress(fault)
                if fault is not None:
                    return
        finally:
            await found.close()
        yield self._progress(await self._end(session, begins), is_done=True)

    async def _seals(self, session: AsyncSession, after: int, upto: int) -> list[Seal]:
        query = select(LogSeal).where(LogSeal.last_sequence > after, LogSeal.last_sequence <= upto)
        return [_seal(row) for row in await session.scalars(query.order_by(LogSeal.last_sequence))]

    def _look(self, rows: Any, seals: list[Seal]) -> Fault | None:
        waiting = iter(seals)
        seal = next(waiting, None)
        for row in rows:
            if seal is not None and row.sequence > seal.last_sequence:
                return _missing(seal)
            record = {name: chain.plain(value) for name, value in zip(chain.FIELDS, row, strict=False)}
            fault = self._chain.add(record, row.seal)
            if fault is not None:
                return fault
            if row.seal is not None and row.sequence > self._listed:
                return Fault(row.sequence, f"Row {row.sequence} has a seal that is not in the list of seals.")
            if seal is not None and row.sequence == seal.last_sequence:
                fault = self._signed(seal)
                if fault is not None:
                    return fault
                seal = next(waiting, None)
        return _missing(seal) if seal is not None else None

    def _signed(self, seal: Seal) -> Fault | None:
        rows = f"Rows {seal.first_sequence} to {seal.last_sequence}"
        count, self._before = self._chain.sealed - self._before, self._chain.sealed
        if self._chain.head != seal.head or count != seal.rows:
            return Fault(
                seal.first_sequence,
                f"{rows} are not those that were sealed on {seal.sealed_at:%Y-%m-%d %H:%M} UTC: the chain was made"
                " anew, or the list of seals was changed.",
            )
        if seal.signature is None:
            self._unsigned += 1
            return None
        genuine = self._trust.is_genuine(seal.key_id, seal.message, seal.signature)
        if genuine is False:
            return Fault(seal.first_sequence, f"{rows} have a seal whose signature is forged.")
        self._signatures[genuine] += 1
        return None

    async def _end(self, session: AsyncSession, last: int) -> Fault | None:
        beyond = await session.scalar(
            select(LogSeal).where(LogSeal.last_sequence > last).order_by(LogSeal.last_sequence).limit(1)
        )
        if beyond is not None:
            return _missing(_seal(beyond))
        return None

    def _progress(self, fault: Fault | None, *, is_done: bool = False) -> Progress:
        return Progress(
            rows=self._chain.rows,
            sealed=self._chain.sealed,
            total=max(self._total, self._chain.rows),
            sequence=self._chain.sequence,
            head=self._chain.head.hex(),
            signed=self._signatures[True],
            unsigned=self._unsigned,
            unknown=self._signatures[None],
            fault=fault,
            is_done=is_done or fault is not None,
        )


def _seal(row: LogSeal) -> Seal:
    return Seal(
        row.first_sequence, row.last_sequence, row.rows, row.head, row.sealed_at, row.key_id, row.signature
    )


def _missing(seal: Seal) -> Fault:
    return Fault(
        seal.last_sequence,
        f"Row {seal.last_sequence} is missing: rows {seal.first_sequence} to {seal.last_sequence} were sealed on"
        f" {seal.sealed_at:%Y-%m-%d %H:%M} UTC.",
    )
