"""Reading the log: filtered, in order, page by page or as one stream of any length."""

import re
from collections.abc import AsyncIterator, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal_column, select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.audit import chain
from models import AutomationLog

PAGE = 500
STREAMED = 1000
"""Rows that are in memory at a time while the log is streamed."""
FIELDS = chain.FIELDS
COMMON = 2000
"""Rows with a word, from which on the word is common."""
BY_BITMAP = (text("SET LOCAL enable_indexscan = off"), text("SET LOCAL enable_seqscan = off"))
BY_ORDER = (text("SET LOCAL enable_indexscan = on"), text("SET LOCAL enable_bitmapscan = off"))
SIMPLE: ColumnElement[str] = literal_column("'simple'")
"""The words as they stand, in any language; as the index has it."""
AS_AUDITOR = (
    text("SET LOCAL ROLE understudy_auditor"),
    # Rows of one job lie together, which the planner cannot know: without this it may walk the whole log for them.
    text("SET LOCAL random_page_cost = 1.1"),
)


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which rows: everything that is None does not filter."""

    job_id: UUID | None = None
    application_id: UUID | None = None
    interview_id: UUID | None = None
    action: str | None = None
    trigger: str | None = None
    flag: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    actor_id: UUID | None = None
    text: str | None = None
    """Words that stand in the reason; each may be the beginning of a longer one."""

    def told(self) -> dict[str, str]:
        """What is set, as words for a manifest or the access log."""
        return {name: str(chain.plain(value)) for name, value in asdict(self).items() if value is not None}


async def as_auditor(session: AsyncSession) -> None:
    """Take this transaction into the role that reads the whole log and can write nothing, and leave it there.

    Say before, in the caller's own role, that the caller may read it.
    """
    for statement in AS_AUDITOR:
        await session.execute(statement)


def words_of(given: str) -> str | None:
    """A search text as a query of PostgreSQL's full text search; None when no word is in it."""
    found = re.findall(r"\w+", given)
    return " & ".join(f"'{word}':*" for word in found) or None


def filtered(wanted: LogFilter) -> Select[AutomationLog]:
    """Rows that a filter lets through, in no order yet."""
    query = select(AutomationLog)
    for column, value in (
        (AutomationLog.job_id, wanted.job_id),
        (AutomationLog.application_id, wanted.application_id),
        (AutomationLog.interview_id, wanted.interview_id),
        (AutomationLog.action_type, wanted.action),
        (AutomationLog.trigger_source, wanted.trigger),
        (AutomationLog.flag, wanted.flag),
        (AutomationLog.actor_id, wanted.actor_id),
    ):
        if value is not None:
            query = query.where(column == value)
    if wanted.since is not None:
        query = query.where(AutomationLog.created_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(AutomationLog.created_at < wanted.until)
    if wanted.text is not None and (words := words_of(wanted.text)) is not None:
        reason = func.to_tsvector(SIMPLE, AutomationLog.reason)
        query = query.where(
            AutomationLog.reason.is_not(None), reason.op("@@")(func.to_tsquery(SIMPLE, words))
        )
    return query


async def page(
    session: AsyncSession, wanted: LogFilter, *, after: int = 0, limit: int = PAGE
) -> list[AutomationLog]:
    """Rows after a sequence number, oldest first."""
    query = (
        filtered(wanted).where(AutomationLog.sequence > after).order_by(AutomationLog.sequence).limit(limit)
    )
    return list(await session.scalars(query))


def newest(wanted: LogFilter, before: int | None, limit: int) -> Select[AutomationLog]:
    """Rows before a sequence number (None: all), newest first: by number, within a time range by time.

    Business time and numbers hardly differ in order, but a range far back is found at once only by time.
    """
    query = filtered(wanted)
    if wanted.since is None and wanted.until is None:
        if before is not None:
            query = query.where(AutomationLog.sequence < before)
        return query.order_by(AutomationLog.sequence.desc()).limit(limit)
    if before is not None:
        last = aliased(AutomationLog)
        at = select(last.created_at).where(last.sequence == before).scalar_subquery()
        query = query.where(tuple_(AutomationLog.created_at, AutomationLog.sequence) < tuple_(at, before))
    return query.order_by(AutomationLog.created_at.desc(), AutomationLog.sequence.desc()).limit(limit)


async def search(
    session: AsyncSession, wanted: LogFilter, *, before: int | None, limit: int
) -> tuple[list[dict[str, Any]], int | None]:
    """A page of records, newest first, and the number to go on before; None: there are no older ones."""
    await plan_for_words(session, wanted)
    rows = list(await session.scalars(newest(wanted, before, limit + 1)))
    shown = rows[:limit]
    return [as_record(row) for row in shown], shown[-1].sequence if len(rows) > limit else None


async def plan_for_words(session: AsyncSession, wanted: LogFilter) -> None:
    """Let a search for rare words use the index of words; the planner cannot tell how rare a beginning of a word is.

    Of common words the newest rows are found by walking the log. Call it in the role of `as_auditor`: to others,
    row-level security closes that index.
    """
    if wanted.text is None:
        return
    for setting in BY_BITMAP:
        await session.execute(setting)
    alone = filtered(LogFilter(text=wanted.text)).with_only_columns(AutomationLog.sequence)
    found = await session.scalar(select(func.count()).select_from(alone.limit(COMMON + 1).subquery()))
    if (found or 0) > COMMON:
        for setting in BY_ORDER:
            await session.execute(setting)


async def row(session: AsyncSession, sequence: int) -> AutomationLog | None:
    """One row by its number."""
    found: AutomationLog | None = await session.scalar(
        select(AutomationLog).where(AutomationLog.sequence == sequence)
    )
    return found


async def stream(session: AsyncSession, wanted: LogFilter) -> AsyncIterator[dict[str, Any]]:
    """Every row as a flat record, in order, in bounded memory."""
    table = AutomationLog.__table__
    columns = [table.c[name] for name in FIELDS]
    query = filtered(wanted).with_only_columns(*columns).order_by(AutomationLog.sequence)
    async for found in _each(session, query):
        yield _record(found)


async def stream_linked(session: AsyncSession, wanted: LogFilter) -> AsyncIterator[dict[str, Any]]:
    """As `stream`, each with its seal and that of the row before it in the whole log, in hexadecimal."""
    table = AutomationLog.__table__
    earlier = aliased(AutomationLog)
    previous = (
        select(earlier.seal)
        .where(earlier.sequence < AutomationLog.sequence)
        .order_by(earlier.sequence.desc())
        .limit(1)
        .scalar_subquery()
    )
    columns = [table.c[name] for name in FIELDS]
    query = filtered(wanted).with_only_columns(*columns, AutomationLog.seal, previous.label("previous"))
    async for found in _each(session, query.order_by(AutomationLog.sequence)):
        yield {
            **_record(found),
            "previous_seal": found.previous.hex() if found.previous is not None else None,
            "seal": found.seal.hex() if found.seal is not None else None,
        }


async def _each(session: AsyncSession, query: Select[Any]) -> AsyncIterator[Any]:
    rows = await session.stream(query.execution_options(yield_per=STREAMED))
    try:
        async for row in rows:
            yield row
    finally:
        await rows.close()


def as_record(found: AutomationLog) -> dict[str, Any]:
    """A row as plain values: ids as text, times in ISO 8601."""
    return {field: chain.plain(getattr(found, field)) for field in FIELDS}


def _record(found: Iterable[Any]) -> dict[str, Any]:
    return {name: chain.plain(value) for name, value in zip(FIELDS, found, strict=False)}
