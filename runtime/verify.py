"""What a database's schema holds and what it lacks, asked of the system catalogues."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import psycopg
from alembic.script import ScriptDirectory
from psycopg.rows import TupleRow

from domain.vocabulary import Flag
from models import Base
from runtime import expected
from runtime.migrate import config, head

_TIMEOUT_SECONDS = 10
_NAMED = 3

_TABLES = "SELECT '', tablename, '' FROM pg_tables WHERE schemaname = 'public'"
_COLUMNS = """
    SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'
"""
_INDEXES = """
    SELECT t.relname, i.relname, CASE WHEN x.indisunique THEN 'unique' ELSE '' END
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    WHERE t.relnamespace = 'public'::regnamespace AND x.indisvalid
"""
_CONSTRAINTS = """
    SELECT t.relname, c.conname, '' FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    WHERE t.relnamespace = 'public'::regnamespace AND c.convalidated
"""
_TRIGGERS = """
    SELECT t.relname, g.tgname, '' FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
    WHERE NOT g.tgisinternal AND g.tgenabled IN ('O', 'A') AND t.relnamespace = 'public'::regnamespace
"""
_POLICIES = "SELECT tablename, policyname, cmd FROM pg_policies WHERE schemaname = 'public'"
_ROW_SECURITY = """
    SELECT '', relname, '' FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity
"""
_FUNCTIONS = "SELECT '', proname, '' FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
_ROLES = """
    SELECT '', rolname, '' FROM pg_roles
    WHERE NOT rolsuper AND NOT rolbypassrls AND pg_has_role(current_user, oid, 'MEMBER')
"""
_FLAGS = "SELECT '', flag_name, CASE WHEN enabled THEN 'on' ELSE 'off' END FROM feature_flags"
_TRANSITIONS = "SELECT entity, from_state || ' -> ' || to_state, '' FROM state_transitions"

Names = Mapping[str, Iterable[str]]
"""Names by the table that they belong to; '' where they belong to none."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that a migrated database holds. `on` is its table, or empty; `detail` is what was found."""

    kind: str
    on: str
    name: str
    ok: bool
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.name}" + (f" on {self.on}" if self.on else "")


@dataclass(frozen=True, slots=True)
class SchemaState:
    """Which migrations a database has, and which are still to come (oldest first)."""

    current: str | None
    head: str
    pending: list[str] = field(default_factory=list)
    known: bool = True
    """False when the database is at a revision that this version of the product does not know."""


def state(url: str) -> SchemaState:
    """The revision of a database and what is still to come. Raises psycopg.Error when it does not answer."""
    with _connect(url) as connection:
        return _state(connection)


def verify(url: str) -> list[Check]:
    """Everything that a migrated database holds, each with whether this one does.

    An unmigrated database lacks everything and is no error. Raises psycopg.Error when it does not answer.
    """
    with _connect(url) as connection:
        return list(_checks(connection))


def pending(url: str) -> str | None:
    """A sentence on what the schema lacks; None when nothing. Raises psycopg.Error for a dead address."""
    with _connect(url) as connection:
        at = _state(connection)
        if at.current is None:
            return f"The schema was never migrated: {', '.join(at.pending)} are missing."
        if not at.known:
            return f"The schema is at {at.current}, which this version does not know: it brings {at.head}."
        if at.pending:
            return f"The schema is at {at.current}: {', '.join(at.pending)} still to come."
        missing = [str(check) for check in _checks(connection) if not check.ok]
    if not missing:
        return None
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    return f"The schema is at {at.current} but lacks {', '.join(missing[:_NAMED])}{more}."


def _connect(url: str) -> psycopg.Connection[TupleRow]:
    scheme, _, rest = url.partition("://")
    return psycopg.connect(
        f"{scheme.partition('+')[0]}://{rest}", connect_timeout=_TIMEOUT_SECONDS, autocommit=True
    )


def _state(connection: psycopg.Connection[TupleRow]) -> SchemaState:
    current = None
    if _exists(connection, "alembic_version"):
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        current = str(row[0]) if row else None
    scripts = list(ScriptDirectory.from_config(config("postgresql://")).walk_revisions())[::-1]
    revisions = [script.revision for script in scripts]
    if current is not None and current not in revisions:
        return SchemaState(current, head(), known=False)
    done = revisions.index(current) + 1 if current else 0
    return SchemaState(current, head(), revisions[done:])


def _exists(connection: psycopg.Connection[TupleRow], table: str) -> bool:
    row = connection.execute("SELECT to_regclass(%s)", (f"public.{table}",)).fetchone()
    return row is not None and row[0] is not None


def _checks(connection: psycopg.Connection[TupleRow]) -> Iterator[Check]:
    tables = Base.metadata.sorted_tables
    names = sorted(table.name for table in tables)
    columns = {table.name: [column.name for column in table.columns] for table in tables}
    indexes = {table.name: sorted(str(index.name) for index in table.indexes) for table in tables}
    constraints = {table.name: sorted(str(c.name) for c in table.constraints) for table in tables}
    policies = {name: expected.policies(name) for name in names}
    moves: dict[str, list[str]] = {}
    for entity, old, new in sorted(expected.transitions()):
        moves.setdefault(entity, []).append(f"{old} -> {new}")
    questions: tuple[tuple[str, Names, str], ...] = (
        ("table", {"": [*names, "state_transitions"]}, _TABLES),
        ("column", columns, _COLUMNS),
        ("index", indexes, _INDEXES),
        ("constraint", constraints, _CONSTRAINTS),
        ("trigger", expected.TRIGGERS, _TRIGGERS),
        ("policy", policies, _POLICIES),
        ("row-level security", {"": names}, _ROW_SECURITY),
        ("function", {"": expected.FUNCTIONS}, _FUNCTIONS),
        ("role", {"": expected.ROLES}, _ROLES),
        ("flag", {"": list(Flag)}, _FLAGS if _exists(connection, "feature_flags") else ""),
        ("transition", moves, _TRANSITIONS if _exists(connection, "state_transitions") else ""),
    )
    for kind, wanted, query in questions:
        yield from _compare(connection, kind, wanted, query)


def _compare(
    connection: psycopg.Connection[TupleRow], kind: str, wanted: Names, query: str
) -> Iterator[Check]:
    # An empty query: the table that would hold the answer does not exist.
    rows = connection.execute(query.encode()).fetchall() if query else []
    found = {(on, name): detail for on, name, detail in rows}
    for on, names in wanted.items():
        for name in names:
            yield Check(kind, on, name, (on, name) in found, found.get((on, name), ""))
