"""Direct SQL in somebody's name: which rows each verb really reaches. Everything is rolled back."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg import sql
from psycopg.rows import TupleRow
from psycopg.types.json import Jsonb

from domain.access import Actor, Rights, Verb
from tests.access import reach

NOT_ALLOWED = "42501"
THROUGH = {"23505", "23503", "23502", "23514", "23P01"}
"""Refused by a constraint, which the database asks after row-level security: the row was let through."""
INITIAL: dict[str, dict[str, str]] = {
    "jobs": {"status": "draft"},
    "applications": {"shortlist_status": "pending"},
    "interviews": {"status": "invitation_sent", "processing_status": "none"},
    "negotiation_sessions": {"state": "awaiting_availability"},
}
"""New rows begin in these states: the rule about states is asked before row-level security."""
SETS = {
    # Whoever conducts it changes only how it is conducted.
    "interviews": "language = NULL",
    "negotiation_sessions": "history = '[]'",
    # The own address and role stay what they are.
    "users": "name = 'x'",
    # Whoever answers a request says so.
    "candidate_requests": "answered_by = nullif(current_setting('app.user_id', true), '')::uuid",
}
CONSTANTS = {
    "text": "'x'", "character varying": "'x'", "jsonb": "'{}'", "bytea": "'x'", "integer": "1", "bigint": "1",
    "numeric": "0", "boolean": "true", "timestamp with time zone": "now()", "interval": "interval '1 hour'",
}  # fmt: skip

Connection = psycopg.Connection[TupleRow]
Rows = frozenset[str]


@dataclass(frozen=True)
class Who:
    """An actor, and the settings of a transaction in that name."""

    actor: Actor
    user: UUID | None = None
    link: UUID | None = None
    application: UUID | None = None

    @property
    def database_role(self) -> str:
        """The role of the database in which it acts."""
        return self.actor.value if self.actor.value.startswith("understudy_") else "understudy_web"

    @property
    def settings(self) -> dict[str, str]:
        """What the transaction says of itself."""
        is_web = self.database_role == "understudy_web" and self.actor is not Actor.NOBODY
        return {
            "app.role": self.actor.value if is_web else "",
            "app.user_id": str(self.user or ""),
            "app.interview_id": str(self.link or ""),
            "app.application_id": str(self.application or ""),
        }


@dataclass
class Table:
    """What the catalogues say of a table."""

    name: str
    key: list[str]
    columns: dict[str, str] = field(default_factory=dict)
    """Types of the columns that may be written, by name."""
    sets: str = ""
    """An assignment that reads nothing and breaks no rule."""
    fresh_id: bool = False


@contextmanager
def acting(connection: Connection, who: Who) -> Iterator[None]:
    """A part of a transaction in somebody's name and role; then the owner's again."""
    for name, value in who.settings.items():
        connection.execute("SELECT set_config(%s, %s, true)", (name, value))
    connection.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(who.database_role)))
    yield
    connection.execute("RESET ROLE")


def expected(connection: Connection, table: Table, who: Who, verb: Verb, rights: Rights) -> Rows:
    """The rows that the matrix lets a verb reach."""
    condition = reach.rows_of(table.name, who.actor, verb, getattr(rights, verb.value))
    condition = condition.replace(":me", "%(me)s::uuid").replace(":link", "%(link)s::uuid")
    condition = condition.replace(":applied", "%(applied)s::uuid")
    asked = {"me": who.user, "link": who.link, "applied": who.application}
    found = connection.execute(f"SELECT {_key(table)} FROM {table.name} t WHERE {condition}", asked)
    return frozenset(row[0] for row in found)


def all_rows(connection: Connection, table: Table) -> Rows:
    """Every row."""
    return frozenset(row[0] for row in connection.execute(f"SELECT {_key(table)} FROM {table.name} t"))


def selected(connection: Connection, table: Table, who: Who) -> Rows | int:
    """What somebody sees: the rows, or only how many where the key is not among the columns that may be read."""
    with connection.transaction(force_rollback=True):
        try:
            with acting(connection, who):
                try:
                    with connection.transaction():
                        return all_rows(connection, table)
                except psycopg.errors.InsufficientPrivilege:
                    row = connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()
                    assert row is not None
                    return int(row[0])
        except psycopg.errors.InsufficientPrivilege:
            return frozenset()


def updated(connection: Connection, table: Table, who: Who) -> Rows:
    """What somebody changes."""
    return _changed(
        connection, table, who, f"UPDATE {table.name} AS t SET {table.sets}",
        f"SELECT {_key(table)} FROM {table.name} t WHERE xmin = pg_current_xact_id()::xid",
    )  # fmt: skip


def deleted(connection: Connection, table: Table, who: Who) -> Rows:
    """What somebody removes."""
    before = all_rows(connection, table)
    left = f"SELECT {_key(table)} FROM {table.name} t"
    return before - _changed(connection, table, who, f"DELETE FROM {table.name} AS t", left)


def _changed(connection: Connection, table: Table, who: Who, statement: str, look: str) -> Rows:
    is_delete = statement.startswith("DELETE")
    try:
        with connection.transaction(force_rollback=True):
            with acting(connection, who):
                connection.execute(statement)
            return frozenset(row[0] for row in connection.execute(look))
    except psycopg.Error as error:
        if "permission denied for table" in str(error):
            return all_rows(connection, table) if is_delete else frozenset()
    # One row hides the others: each by itself.
    every = all_rows(connection, table)
    through = {key for key in every if _passes(connection, table, who, statement, key)}
    return every - through if is_delete else frozenset(through)


def _passes(connection: Connection, table: Table, who: Who, statement: str, key: str) -> bool:
    try:
        with connection.transaction(force_rollback=True), acting(connection, who):
            return connection.execute(f"{statement} WHERE {_key(table)} = %s", (key,)).rowcount > 0
    except psycopg.Error as error:
        return _let_through(error, f"{who} {statement}")


def inserted(connection: Connection, table: Table, who: Who) -> Rows:
    """Of which rows somebody may write another one just like it."""
    through = set()
    copies = connection.execute(f"SELECT {_key(table)}, to_jsonb(t) FROM {table.name} t").fetchall()
    columns = ", ".join(table.columns)
    statement = (
        f"INSERT INTO {table.name} ({columns})"
        f" SELECT {columns} FROM jsonb_populate_record(NULL::{table.name}, %s::jsonb)"
    )
    for key, row in copies:
        new: dict[str, Any] = {**row, **INITIAL.get(table.name, {})}
        if table.fresh_id:
            new["id"] = str(uuid4())
        try:
            with connection.transaction(force_rollback=True), acting(connection, who):
                connection.execute(statement, (Jsonb(new),))
            through.add(key)
        except psycopg.Error as error:
            if _let_through(error, f"{who} {statement}"):
                through.add(key)
    return frozenset(through)


def _let_through(error: psycopg.Error, what: str) -> bool:
    if error.sqlstate == NOT_ALLOWED:
        return False
    conclusive = error.sqlstate in THROUGH and error.diag.constraint_name not in {"state_transitions", None}
    assert conclusive or error.sqlstate == "23502", f"{what} proves nothing: {error}"
    return True


def _key(table: Table) -> str:
    return "concat_ws('|', " + ", ".join(f"t.{column}" for column in table.key) + ")"


def tables(connection: Connection) -> list[Table]:
    """Every table, as the catalogues describe it."""
    found = {}
    keys = connection.execute("""
        SELECT c.relname, array_agg(a.attname ORDER BY array_position(x.indkey::int2[], a.attnum))
        FROM pg_class c JOIN pg_index x ON x.indrelid = c.oid AND x.indisprimary
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (x.indkey)
        WHERE c.relnamespace = 'public'::regnamespace GROUP BY c.relname ORDER BY c.relname
    """)
    for name, key in keys.fetchall():
        found[name] = _described(connection, Table(name, key))
    return list(found.values())


def _described(connection: Connection, table: Table) -> Table:
    rows = connection.execute(
        """
        SELECT column_name, data_type, is_nullable = 'YES', column_default IS NOT NULL,
               EXISTS (SELECT FROM pg_index x JOIN pg_attribute a ON a.attrelid = x.indrelid
                       AND a.attnum = ANY (x.indkey) AND x.indisunique
                       WHERE x.indrelid = c.table_name::regclass AND a.attname = c.column_name)
               OR EXISTS (SELECT FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid
                          AND a.attnum = ANY (k.conkey)
                          WHERE k.conrelid = c.table_name::regclass AND a.attname = c.column_name
                          AND k.contype <> 'n')
        FROM information_schema.columns c
        WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER'
          AND NOT (is_identity = 'YES' AND identity_generation = 'ALWAYS')
        ORDER BY ordinal_position
        """,
        (table.name,),
    ).fetchall()
    table.columns = {row[0]: row[1] for row in rows}
    table.fresh_id = table.key == ["id"] and table.columns.get("id") == "uuid"
    free = [
        f"{name} = {'NULL' if nullable else CONSTANTS[kind]}"
        for name, kind, nullable, _, is_bound in rows
        if not is_bound and not name.endswith("_id") and (nullable or kind in CONSTANTS)
    ]
    # Every column of a row of ids is part of a rule: its key, then, which a constraint refuses after the policies.
    table.sets = SETS.get(table.name) or (free[0] if free else f"{table.key[0]} = DEFAULT")
    return table
