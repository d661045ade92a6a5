"""`understudy audit`: read and export the log, in the role that can only read."""

import asyncio
from collections import deque
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from cli.acting import database_settings, opened
from cli.console import Json, emit, note, table
from cli.proxies import proxies
from domain.errors import InvalidInputError
from domain.vocabulary import Trigger

if TYPE_CHECKING:
    from services.audit import LogFilter

app = typer.Typer(
    help="The log: every step with its reason, who caused it, and which flag decided.", no_args_is_help=True
)

app.command()(proxies)

MOST = 10_000


class Format(StrEnum):
    """How the log is exported."""

    JSONL = "jsonl"
    CSV = "csv"


def _instant(text: str) -> datetime:
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("Not a time. For example 2026-03-02T08:00:00+01:00.") from None
    return given if given.tzinfo else given.replace(tzinfo=UTC)


Job = Annotated[UUID | None, typer.Option("--job", help="Rows of this job.")]
Application = Annotated[UUID | None, typer.Option("--application", help="Rows of this application.")]
Interview = Annotated[UUID | None, typer.Option("--interview", help="Rows of this interview.")]
Action = Annotated[str | None, typer.Option(help="Rows of this action, for example `promoted`.")]
TriggeredBy = Annotated[Trigger | None, typer.Option(help="Rows set in motion by this.")]
DecidedBy = Annotated[str | None, typer.Option("--flag", help="Rows that this flag decided.")]
_HELP = "ISO 8601; without an offset it is meant in UTC."
Since = Annotated[
    datetime | None, typer.Option(parser=_instant, metavar="TIME", help=f"From then on. {_HELP}")
]
Until = Annotated[
    datetime | None, typer.Option(parser=_instant, metavar="TIME", help=f"Before then. {_HELP}")
]


@app.command("list")
def list_(
    job: Job = None,
    application: Application = None,
    interview: Interview = None,
    action: Action = None,
    trigger: TriggeredBy = None,
    flag: DecidedBy = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="The latest so many rows.")] = 50,
    as_json: Json = False,
) -> None:
    """Show the latest rows of the log, the newest last."""
    wanted = _filter(job, application, interview, action, trigger, flag, since, until)
    rows = asyncio.run(_latest(wanted, limit))
    if as_json:
        emit({"items": rows})
        return
    table(
        ("number", "time", "action", "change", "by", "reason", "flag", "about"),
        (
            (
                row["sequence"],
                datetime.fromisoformat(row["created_at"]),
                row["action_type"],
                f"{row['previous_state'] or ''} -> {row['new_state']}" if row["new_state"] else None,
                f"{row['trigger_source']} {row['actor_kind']}",
                row["reason"],
                row["flag"],
                _about(row),
            )
            for row in rows
        ),
        empty="No row of the log fits.",
    )


@app.command()
def export(
    out: Annotated[Path, typer.Option(help="File to write; `-` is stdout.", allow_dash=True)],
    form: Annotated[
        Format, typer.Option("--format", help="jsonl: one object a line; csv: for spreadsheets.")
    ] = Format.JSONL,
    job: Job = None,
    application: Application = None,
    interview: Interview = None,
    action: Action = None,
    trigger: TriggeredBy = None,
    flag: DecidedBy = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write the log to a file, in order, as of one moment; of any size in little memory.

    In CSV a cell that a spreadsheet would compute begins with an apostrophe.
    """
    wanted = _filter(job, application, interview, action, trigger, flag, since, until)
    count = asyncio.run(_export(wanted, out, form))
    note(f"{count} rows written{'' if str(out) == '-' else f' to {out}'}.")


def _filter(
    job: UUID | None,
    application: UUID | None,
    interview: UUID | None,
    action: str | None,
    trigger: Trigger | None,
    flag: str | None,
    since: datetime | None,
    until: datetime | None,
) -> "LogFilter":
    from services.audit import LogFilter

    if since and until and since >= until:
        raise InvalidInputError("--since is not before --until.", field="since")
    return LogFilter(job, application, interview, action, trigger, flag, since, until)


async def _latest(wanted: "LogFilter", limit: int) -> list[dict[str, Any]]:
    from sqlalchemy import func, select

    from models import AutomationLog
    from runtime.database import AUDITOR
    from services import audit

    async with opened(database_settings(), AUDITOR) as sessions, sessions() as session:
        newest = await session.scalar(select(func.max(AutomationLog.sequence))) or 0
        # The log is read forwards: from a little before its end, and from further back when too few rows fit.
        span = limit
        while True:
            after = max(0, newest - span)
            rows: deque[AutomationLog] = deque(maxlen=limit)
            begin = after
            while found := await audit.page(session, wanted, after=begin):
                rows.extend(found)
                begin = found[-1].sequence
            if len(rows) == limit or after == 0:
                return [audit.as_record(row) for row in rows]
            span *= 4


async def _export(wanted: "LogFilter", out: Path, form: Format) -> int:
    from cli.export import writing
    from runtime.database import AUDITOR
    from services import audit

    count = 0
    async with opened(database_settings(), AUDITOR) as sessions, sessions() as session:
        # One snapshot for all pages: rows that are written meanwhile wait for the next export.
        await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        with writing(out, form, audit.FIELDS) as write:
            async for record in audit.stream(session, wanted):
                write(record)
                count += 1
    return count


def _about(row: dict[str, Any]) -> str | None:
    for kind in ("interview", "application", "job"):
        if row[f"{kind}_id"]:
            return f"{kind} {row[f'{kind}_id']}"
    return None
