"""What going down takes away, counted before anybody agrees to it."""

from dataclasses import dataclass

from alembic.script import ScriptDirectory
from alembic.script.revision import RevisionError
from alembic.util import CommandError
from sqlalchemy import Connection, create_engine, inspect, pool, text

from runtime.migrate import config, sqlalchemy_url


@dataclass(frozen=True, slots=True)
class Removal:
    """What one migration takes with it: tables with their rows, and columns of tables that stay."""

    revision: str
    tables: dict[str, int]
    columns: dict[str, tuple[str, ...]]


def removals(url: str, target: str, current: str | None) -> list[Removal]:
    """What going down from `current` to `target` removes, in order. Changes nothing.

    A migration names what it removes in its `TABLES` and `COLUMNS`; tables that it would only drop when it
    made them itself are named in `MARK`, the comment they carry then. Raises alembic's CommandError for an
    unknown revision.
    """
    if current is None:
        return []
    scripts = ScriptDirectory.from_config(config("postgresql://"))
    try:
        steps = list(scripts.iterate_revisions(current, target))
    except RevisionError as error:
        raise CommandError(str(error)) from error
    engine = create_engine(sqlalchemy_url(url), poolclass=pool.NullPool)
    try:
        with engine.connect() as connection:
            return [_of(connection, script.revision, vars(script.module)) for script in steps]
    finally:
        engine.dispose()


def _of(connection: Connection, revision: str, module: dict[str, object]) -> Removal:
    mark, named, columns = module.get("MARK"), module.get("TABLES", ()), module.get("COLUMNS", {})
    if not isinstance(named, tuple | list | dict) or not isinstance(columns, dict):
        raise TypeError(f"TABLES or COLUMNS of migration {revision} cannot be read")
    catalogue = inspect(connection)
    standing = set(catalogue.get_table_names())
    if mark is not None:
        named = [t for t in named if t in standing and catalogue.get_table_comment(t)["text"] == mark]
    # Names of our own migrations, never from outside.
    rows = {
        table: connection.scalar(text(f'SELECT count(*) FROM "{table}"')) or 0  # noqa: S608
        for table in sorted(named)
        if table in standing
    }
    return Removal(revision, rows, columns)
