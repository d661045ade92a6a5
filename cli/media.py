"""`understudy media`: what lies in the storage, cleaned up and moved by hand."""

import asyncio
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.console import Json, emit, note, say, table

if TYPE_CHECKING:
    from services.media.move import Moved
    from services.media.sweep import Swept

app = typer.Typer(
    help="Media of jobs and recordings of interviews: files in the storage.", no_args_is_help=True
)


@app.command("sweep")
def sweep_(
    older_than: Annotated[
        int, typer.Option(min=0, help="Objects are left alone until they are so many minutes old.")
    ] = 15,
    as_json: Json = False,
) -> None:
    """Remove files that nothing refers to, and objects without a row. The worker does so every hour by itself."""
    swept = asyncio.run(_sweep(timedelta(minutes=older_than)))
    if as_json:
        emit(asdict(swept))
        return
    say(
        f"Removed {swept.rows} rows and {swept.objects} objects ({swept.bytes} bytes); "
        f"{swept.looked_at} objects were looked at."
    )


@app.command()
def migrate(as_json: Json = False) -> None:
    """Bring old media over: a JSON array `interview_media_file_ids` of jobs into links, and bytes of media that lie in
    the database into the storage. Says which ids name no file. Running it twice is safe."""
    moved = asyncio.run(_migrate())
    if as_json:
        emit(_record(moved))
        return
    say(f"Linked {moved.links} files; moved {moved.files} files into the storage.")
    table(
        ("job", "place", "value", "why"),
        ((row.job_id, row.position, row.value, row.reason) for row in moved.left),
        empty="Every id named a file.",
    )
    if moved.left:
        note("These were left out. They stand in the table interview_media_not_moved.")


async def _sweep(objects_age: timedelta) -> "Swept":
    from cli.acting import database_settings, opened
    from domain.vocabulary import Trigger
    from runtime import database
    from runtime.storage import storage
    from services.media.sweep import sweep

    settings, now = database_settings(), datetime.now(UTC)
    async with opened(settings, database.WORKER) as sessions:
        return await sweep(
            sessions,
            storage(settings),
            at=settings.tempo.business(now),
            wall=now,
            objects_age=objects_age,
            trigger=Trigger.MANUAL,
        )


async def _migrate() -> "Moved":
    from cli.acting import database_settings, opened
    from runtime import database
    from runtime.storage import storage
    from services.media.move import move

    settings = database_settings()
    async with opened(settings, database.OWNER) as sessions:
        return await move(sessions, storage(settings))


def _record(moved: "Moved") -> dict[str, Any]:
    return {
        "links": moved.links,
        "files": moved.files,
        "left": [{**asdict(row), "job_id": str(row.job_id)} for row in moved.left],
    }
