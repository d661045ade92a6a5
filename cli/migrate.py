"""`understudy migrate`: bring a database up, take it down, say where it stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from cli.acting import database_settings, database_url
from cli.console import Json, emit, note, say
from domain.errors import ConflictError, InvalidInputError, SetupError, UnavailableError

if TYPE_CHECKING:
    from runtime.verify import Check, SchemaState

app = typer.Typer(
    help="Bring the database's schema up to date, take it down, or look at it.", no_args_is_help=True
)

_LOCK_TIMEOUT = "55P03"
_FORBIDDEN = "42501"


@app.command()
def up(
    revision: Annotated[str, typer.Argument(help="How far; `head` is the newest.")] = "head",
) -> None:
    """Apply the migrations that are missing. Running it twice, or from two places at once, is safe."""
    from runtime import migrate, verify

    url = database_url(database_settings())
    with _explained():
        before = verify.state(url).current
        migrate.upgrade(url, revision)
        after = verify.state(url).current
    say(
        f"The schema was at {after} already."
        if before == after
        else f"The schema is at {after} (before: {_name(before)})."
    )


@app.command()
def down(
    revision: Annotated[str, typer.Argument(help="The revision to go back to; `base` removes everything.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Undo migrations, with their data. Says first what will be removed."""
    from runtime import migrate, verify
    from runtime.removal import removals

    url = database_url(database_settings())
    with _explained():
        before = verify.state(url).current
        plan = removals(url, revision, before)
    if not plan:
        say(f"Nothing to undo: the schema is at {_name(before)}.")
        return
    note(f"Going down from {before} to {revision} removes, for good:")
    for step in plan:
        for table, rows in step.tables.items():
            note(f"  table {table} with {rows} {'row' if rows == 1 else 'rows'}")
        for table, columns in step.columns.items():
            note(f"  of table {table} the columns {', '.join(columns)}")
    if not yes:
        typer.confirm("Go on?", abort=True, err=True)
    with _explained():
        migrate.downgrade(url, revision)
        after = verify.state(url).current
    say(f"The schema is at {_name(after)} (before: {before}).")


@app.command()
def status(
    verify: Annotated[
        bool,
        typer.Option("--verify", help="Look at tables, columns, indexes, triggers, policies, roles, flags."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Say at which revision the schema is, and what is missing (exit code 1 then)."""
    from runtime import verify as schema

    url = database_url(database_settings())
    with _explained():
        at = schema.state(url)
        checks = schema.verify(url) if verify else None
    if as_json:
        report = asdict(at) | {"checks": [asdict(check) for check in checks]} if checks else asdict(at)
        emit(report)
    else:
        _print_state(at)
        _print_checks(checks or [])
    if at.pending or not at.known or not all(check.ok for check in checks or []):
        raise typer.Exit(1)


def _print_state(at: "SchemaState") -> None:
    say(f"current  {_name(at.current)}" + ("" if at.known else " (unknown to this version)"))
    say(f"head     {at.head}")
    say(f"pending  {', '.join(at.pending) or 'nothing'}")


def _print_checks(checks: "list[Check]") -> None:
    """One line for what a table has of a kind; what is missing is named one by one."""
    for (kind, on), group in groupby(checks, key=lambda check: (check.kind, check.on)):
        found = list(group)
        where = f" {on}" if on else ""
        present = [check for check in found if check.ok]
        if present:
            details = [f"{check.name}={check.detail}" for check in present] if kind == "flag" else []
            say(f"ok       {kind}{where}: {', '.join(details) or len(present)}")
        for check in found:
            if not check.ok:
                say(f"missing  {kind}{where}: {check.name}")


def _name(revision: str | None) -> str:
    return revision or "base (never migrated)"


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what Alembic and the database say into errors with a remedy."""
    import psycopg
    from alembic.util import CommandError
    from sqlalchemy.exc import DBAPIError

    try:
        yield
    except CommandError as error:
        raise InvalidInputError(
            f"{str(error).rstrip('.')}.", field="revision", remedy="See: understudy migrate status"
        ) from error
    except (DBAPIError, psycopg.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        sqlstate = getattr(cause, "sqlstate", None)
        if sqlstate == _LOCK_TIMEOUT:
            raise ConflictError("Another migration holds the lock.", remedy="Wait for it.") from error
        if sqlstate == _FORBIDDEN:
            remedy = "Use the database's owner, with the right to create roles."
            raise SetupError(f"The login may not do this: {_first_line(cause)}", remedy=remedy) from error
        if isinstance(cause, psycopg.OperationalError):
            raise UnavailableError(
                f"The database does not answer: {_first_line(cause)}", remedy="Check DATABASE_URL."
            ) from error
        # Each run is one transaction, so a step that the database refuses leaves nothing behind.
        raise SetupError(
            f"The database refused a step: {_first_line(cause)}", remedy="Nothing was changed."
        ) from error
    except RuntimeError as error:
        # A migration that refuses to begin says why itself.
        raise SetupError(str(error)) from error


def _first_line(error: object) -> str:
    return str(error).strip().partition("\n")[0]
