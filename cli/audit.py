"""`understudy audit`: read, export and check the log, in the role that can only read."""

import asyncio
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from cli.acting import database_settings, opened
from cli.audit_verify import verify
from cli.console import Json, emit, note, table
from cli.proxies import proxies
from domain.errors import InvalidInputError
from domain.vocabulary import Trigger

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from services.audit import LogFilter

app = typer.Typer(
    help="The log: every step with its reason, who caused it, and which flag decided.", no_args_is_help=True
)

app.command()(proxies)
app.command()(verify)

MOST = 10_000


class Format(StrEnum):
    """How the log is exported."""

    JSONL = "jsonl"
    CSV = "csv"
    ZIP = "zip"


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
By = Annotated[UUID | None, typer.Option("--actor", help="Rows of what this user did.")]
Words = Annotated[
    str | None, typer.Option("--text", help="Rows with these words, or beginnings of words, in the reason.")
]
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
    actor: By = None,
    words: Words = None,
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="The latest so many rows.")] = 50,
    as_json: Json = False,
) -> None:
    """Show the latest rows of the log, the newest last."""
    wanted = _filter(job, application, interview, action, trigger, flag, since, until, actor, words)
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
        Format | None,
        typer.Option(
            "--format",
            help="jsonl: one object a line; csv: for spreadsheets; zip: both, signed. Default: by the file's name.",
        ),
    ] = None,
    job: Job = None,
    application: Application = None,
    interview: Interview = None,
    action: Action = None,
    trigger: TriggeredBy = None,
    flag: DecidedBy = None,
    since: Since = None,
    until: Until = None,
    actor: By = None,
    words: Words = None,
) -> None:
    """Write the log to a file, in order, as of one moment; of any size in little memory.

    In CSV a cell that a spreadsheet would compute begins with an apostrophe. A zip is proof: it is signed, and
    `understudy audit verify FILE` checks it anywhere. That the log was exported is written down.
    """
    named = {f".{name}": name for name in Format}
    form = form or named.get(out.suffix.lower(), Format.JSONL)
    wanted = _filter(job, application, interview, action, trigger, flag, since, until, actor, words)
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
    actor: UUID | None,
    words: str | None,
) -> "LogFilter":
    from services.audit import LogFilter, words_of

    if since and until and since >= until:
        raise InvalidInputError("--since is not before --until.", field="since")
    if words is not None and words_of(words) is None:
        raise InvalidInputError("There is no word in --text.", field="text", remedy="Give letters or digits.")
    return LogFilter(job, application, interview, action, trigger, flag, since, until, actor, words)


async def _latest(wanted: "LogFilter", limit: int) -> list[dict[str, Any]]:
    from runtime.database import AUDITOR
    from services import audit

    async with opened(database_settings(), AUDITOR) as sessions, sessions.begin() as session:
        await _note(session, wanted, is_export=False)
        rows, _ = await audit.search(session, wanted, before=None, limit=limit)
    return rows[::-1]


async def _export(wanted: "LogFilter", out: Path, form: Format) -> int:
    from cli.audit_verify import keys_of
    from cli.export import writing, writing_bytes
    from runtime.database import AUDITOR
    from services import audit, audit_export

    count = 0
    settings = database_settings()
    keys = keys_of(settings) if form is Format.ZIP else None
    async with opened(settings, AUDITOR) as sessions:
        async with sessions.begin() as session:
            await _note(session, wanted, is_export=True)
        async with sessions() as session:
            # One snapshot for all pages: rows that are written meanwhile wait for the next export.
            await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            if keys is None:
                with writing(out, form, audit.FIELDS) as write:
                    async for record in audit.stream(session, wanted):
                        write(record)
                        count += 1
                return count
            counted = audit_export.Counter()
            order = audit_export.Order(wanted, "operator", datetime.now(UTC))
            with writing_bytes(out) as target:
                async for piece in audit_export.write(session, order, keys, counted):
                    target(piece)
    return counted.rows


async def _note(session: "AsyncSession", wanted: "LogFilter", *, is_export: bool) -> None:
    """Write down that somebody at the command line reads the log."""
    from domain.access.vocabulary import Purpose, Seen
    from services import access
    from services.log import Subject

    what = Seen.LOG_EXPORT if is_export else Seen.LOG
    about = Subject(wanted.job_id, wanted.application_id, wanted.interview_id)
    await access.note(session, what, about, at=datetime.now(UTC), purpose=Purpose.COMMAND)


def _about(row: dict[str, Any]) -> str | None:
    for kind in ("interview", "application", "job"):
        if row[f"{kind}_id"]:
            return f"{kind} {row[f'{kind}_id']}"
    return None
