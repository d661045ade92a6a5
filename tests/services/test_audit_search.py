"""The log on a large table: every search walks an index, page after page, and finds what a plain look would."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.dialects import postgresql

from models import AutomationLog
from services import audit
from services.audit import LogFilter
from tests.conftest import Sessions
from tests.services.biglog import fill

ROWS = 30_000
DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]  # the library's own constructor
START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
async def big(owner_sessions: Sessions, web_sessions: Sessions) -> Sessions:
    """Thirty thousand rows with statistics."""
    async with owner_sessions.begin() as session:
        await fill(session, ROWS)
    async with owner_sessions.begin() as session:
        await session.execute(text("ANALYZE automation_logs"))
    return web_sessions


async def plan(sessions: Sessions, wanted: LogFilter, before: int | None) -> str:
    """How PostgreSQL would run a query, in the role that auditors read in."""
    query = audit.newest(wanted, before, 51)
    sql = query.compile(dialect=DIALECT, compile_kwargs={"literal_binds": True})
    async with sessions.begin() as session:
        await audit.as_auditor(session)
        await audit.plan_for_words(session, wanted)
        return "\n".join(await session.scalars(text(f"EXPLAIN {sql}".replace(":", "\\:"))))


async def an_id(sessions: Sessions, column: Any) -> UUID:
    async with sessions.begin() as session:
        await audit.as_auditor(session)
        found = await session.scalar(select(column).where(column.is_not(None)).limit(1))
    assert found is not None
    return UUID(str(found))


IDS = {
    "job_id": AutomationLog.job_id,
    "application_id": AutomationLog.application_id,
    "interview_id": AutomationLog.interview_id,
    "actor_id": AutomationLog.actor_id,
}


async def test_every_search_walks_an_index(big: Sessions) -> None:
    wanted = {
        "uq_automation_logs_sequence": LogFilter(),
        "ix_automation_logs_action_type": LogFilter(action="flag_changed"),
        "ix_automation_logs_trigger_source": LogFilter(trigger="manual"),
        "ix_automation_logs_flag": LogFilter(flag="auto_promotion"),
        "ix_automation_logs_reason": LogFilter(text="patien"),
        "ix_automation_logs_created_at": LogFilter(
            since=START + timedelta(days=2), until=START + timedelta(days=2, hours=6)
        ),
    }
    for name, column in IDS.items():
        named: dict[str, Any] = {name: await an_id(big, column)}
        wanted[f"ix_automation_logs_{name}"] = LogFilter(**named)
    for index, filters in wanted.items():
        for before in (None, 15_000):
            shown = await plan(big, filters, before)
            used = set(re.findall(r"(?:using|on) ((?:ix|uq)_automation_logs_\w+)", shown))
            assert index in used, f"{filters}\n{shown}"
            assert "Seq Scan" not in shown, shown


async def test_pages_by_order_need_no_sorting(big: Sessions) -> None:
    for filters in (
        LogFilter(),
        LogFilter(action="mail_sent"),
        LogFilter(trigger="scheduled"),
        LogFilter(text="answ time"),
        LogFilter(flag="auto_promotion"),
    ):
        shown = await plan(big, filters, 15_000)
        assert "Sort" not in shown, shown


async def test_pages_hold_every_row_once_newest_first(big: Sessions) -> None:
    wanted = LogFilter(trigger="manual", action="promoted", since=START + timedelta(days=1))
    seen: list[int] = []
    before: int | None = None
    async with big.begin() as session:
        await audit.as_auditor(session)
        while True:
            rows, before = await audit.search(session, wanted, before=before, limit=50)
            seen += [row["sequence"] for row in rows]
            if before is None:
                break
        count = await session.scalar(
            select(func.count()).where(
                AutomationLog.trigger_source == "manual",
                AutomationLog.action_type == "promoted",
                AutomationLog.created_at >= START + timedelta(days=1),
            )
        )
    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) == count
    assert count is not None
    assert count > 100


@pytest.mark.parametrize(
    ("given", "query"),
    [
        ("no answer", "'no':* & 'answer':*"),
        ("it's; DROP", "'it':* & 's':* & 'DROP':*"),
        ("über\u0000 & | ! <->", "'über':*"),
        ("\\'", None),
        ("", None),
    ],
)
def test_search_words_are_words_whatever_is_typed(given: str, query: str | None) -> None:
    assert audit.words_of(given) == query
