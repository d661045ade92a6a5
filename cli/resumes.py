"""`understudy resumes`: applications from a folder of files."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from cli.acting import As, desk
from cli.console import Json, emit, say, table
from domain.errors import InvalidInputError, UnavailableError

if TYPE_CHECKING:
    from cli.intake import Intake
    from cli.resume_folder import Folder

app = typer.Typer(help="Resumes: take in a folder of files as applications.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Resumes: take in a folder of files as applications."""


@app.command("import")
def import_(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder of resumes.", exists=True, file_okay=False)
    ],
    job: Annotated[UUID, typer.Option("--job", help="The job they apply for.")],
    people: Annotated[
        Path | None,
        typer.Option(
            help='Who sent what: [{"file", "name", "email", "time_zone"}]. Default: people.json or manifest.json'
            " in the folder; without it names and addresses are read from the resumes.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    time_zone: Annotated[str, typer.Option(help="Zone of people for whom none is listed.")] = "UTC",
    wait: Annotated[bool, typer.Option(help="Wait until all are scored.")] = True,
    timeout: Annotated[float, typer.Option(min=0, help="Seconds to wait for the scores.")] = 600.0,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """Take in every file of a folder as an application, and show how they scored.

    Each file is taken in on its own: one that is refused, or that nobody can read, never holds up the others.
    Importing a folder again adds nobody twice. Exit code 6 when scores are still missing after the timeout.
    """
    from cli.resume_folder import read_folder

    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidInputError(
            f"There is no time zone “{time_zone}”.", field="--time-zone", remedy="For example Europe/Berlin."
        ) from None
    found = read_folder(folder, people)
    intake = asyncio.run(_run(as_email, job, found, time_zone, timeout if wait else None))
    if as_json:
        emit(_report(job, intake))
    else:
        _print(intake)
    if wait and intake.waiting:
        raise UnavailableError(
            f"{len(intake.waiting)} of {len(intake.received)} applications have no score yet.",
            remedy="Is a worker running? They are scored as soon as one is.",
        )


async def _run(
    email: str | None, job_id: UUID, folder: "Folder", time_zone: str, within: float | None
) -> "Intake":
    from cli.intake import follow, look, take_in

    async with desk(email) as at:
        with _bar("taking in", len(folder.files)) as advance:
            done = 0

            def one_more() -> None:
                nonlocal done
                done += 1
                advance(done)

            intake = await take_in(at, job_id, folder, time_zone, one_more)
        if within is None:
            await look(at, intake)
        else:
            with _bar("scoring", len(intake.received)) as advance:
                await follow(at, intake, within, advance)
    return intake


@contextmanager
def _bar(what: str, total: int) -> Iterator[Callable[[int], object]]:
    """A progress bar on stderr, where it does not meet the data; on a pipe nothing is drawn."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=total)
        yield lambda count: progress.update(task, completed=count)


def _report(job_id: UUID, intake: "Intake") -> dict[str, Any]:
    return {
        "job_id": str(job_id),
        "received": len(intake.received),
        "scored": [
            {"application_id": str(i), "file": intake.received[i], "fit_score": score}
            for i, score in intake.scored.items()
        ],
        "unreadable": [
            {"application_id": str(i), "file": intake.received[i], "reason": reason}
            for i, reason in intake.unreadable.items()
        ],
        "waiting": [{"application_id": str(i), "file": intake.received[i]} for i in intake.waiting],
        "duplicates": [{"file": f, "application_id": str(i)} for f, i in intake.duplicates.items()],
        "refused": [{"file": f, "reason": reason} for f, reason in intake.refused.items()],
    }


def _print(intake: "Intake") -> None:
    rows: list[tuple[str, str, object]] = [
        (intake.received[i], "scored", score)
        for i, score in sorted(intake.scored.items(), key=lambda item: -item[1])
    ]
    rows += [(intake.received[i], "unreadable", reason) for i, reason in intake.unreadable.items()]
    rows += [(intake.received[i], "waiting for its score", None) for i in intake.waiting]
    rows += [(file, "duplicate", f"of application {i}") for file, i in intake.duplicates.items()]
    rows += [(file, "refused", reason) for file, reason in intake.refused.items()]
    table(("file", "outcome", "score or reason"), rows, empty="Nothing was taken in.")
    say(
        f"{len(intake.scored)} scored, {len(intake.unreadable)} unreadable, {len(intake.waiting)} waiting, "
        f"{len(intake.duplicates)} duplicates, {len(intake.refused)} refused."
    )
