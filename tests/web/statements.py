"""What a page asks the database: the statements of a request, and how the database answers each."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from tests.web.site import Site


@dataclass
class Statements:
    """Statements in order, each with its parameters."""

    found: list[tuple[str, Any]] = field(default_factory=list)

    def about(self, table: str) -> list[tuple[str, Any]]:
        """The queries that read a table."""
        return [one for one in self.found if one[0].startswith("SELECT") and f"FROM {table}" in one[0]]


@contextmanager
def recorded(site: Site) -> Iterator[Statements]:
    """Record what the web tier of a site asks."""
    sessions = site.http._transport.app.state.deps.sessions  # type: ignore[attr-defined]  # the web tier's own
    engine: AsyncEngine = sessions.kw["bind"]
    made = Statements()

    def note(conn: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        made.found.append((statement.strip(), parameters))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    try:
        yield made
    finally:
        event.remove(engine.sync_engine, "before_cursor_execute", note)


@dataclass(frozen=True)
class Plan:
    """How the database would answer a query."""

    indexes: frozenset[str]
    whole_tables: frozenset[str]
    """Tables that are read from end to end."""
    steps: frozenset[str]


async def explained(session: AsyncSession, statement: str, parameters: Any) -> Plan:
    """The plan of a query, for whom the transaction acts."""
    connection = await session.connection()
    result = await connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters)
    nodes = list(_nodes(result.scalar_one()[0]["Plan"]))
    return Plan(
        indexes=frozenset(node["Index Name"] for node in nodes if "Index Name" in node),
        whole_tables=frozenset(node["Relation Name"] for node in nodes if node["Node Type"] == "Seq Scan"),
        steps=frozenset(node["Node Type"] for node in nodes),
    )


async def blocks_of(session: AsyncSession, statement: str, parameters: Any) -> int:
    """How many blocks running the query reads, from the cache or not."""
    plan = await _run(session, statement, parameters)
    return int(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"])


async def answered(session: AsyncSession, statement: str, parameters: Any) -> dict[str, int]:
    """How often each question that does not depend on a row (who asks, which jobs are theirs) was answered in a run."""
    nodes = _nodes(await _run(session, statement, parameters))
    questions = ((node.get("Subplan Name", ""), node["Actual Loops"]) for node in nodes)
    return {name: loops for name, loops in questions if name.startswith("InitPlan")}


async def _run(session: AsyncSession, statement: str, parameters: Any) -> dict[str, Any]:
    connection = await session.connection()
    asked = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}"
    plan: dict[str, Any] = (await connection.exec_driver_sql(asked, parameters)).scalar_one()[0]["Plan"]
    return plan


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for below in node.get("Plans", ()):
        yield from _nodes(below)
