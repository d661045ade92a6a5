"""`understudy processing`: interviews that are stuck or failed, and what helps."""

import asyncio
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from cli.acting import HIRING, As, Reason, acting, database_settings, opened
from cli.console import Json, emit, say, table
from domain.errors import InvalidInputError
from domain.vocabulary import UserRole

if TYPE_CHECKING:
    from services.processing.overview import Line

app = typer.Typer(help="Processing of interviews: recordings and transcripts.", no_args_is_help=True)
LARGEST = 500
STATES = ("trouble", "stuck", "failed", "running", "ready", "all")
ACTS = ("retry", "fix", "reprocess")


@app.command("list")
def list_(
    state: Annotated[str, typer.Option(help=f"One of: {', '.join(STATES)}.")] = "trouble",
    job: Annotated[UUID | None, typer.Option(metavar="ID", help="Of this job only.")] = None,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """List interviews, by default those that are stuck or failed; the latest sign of life first."""
    lines = asyncio.run(_list(as_email, _one_of(state, STATES, "--state"), job))
    if as_json:
        emit({"items": [_record(line) for line in lines]})
        return
    table(
        ("interview", "job", "state", "step", "progress", "last sign of life", "reason"),
        (
            (
                line.interview_id,
                line.job_title,
                line.standing,
                line.story.step,
                f"{line.story.progress} %",
                line.last_sign,
                line.story.last_error,
            )
            for line in lines
        ),
        empty="No stuck or failed interviews." if state == "trouble" else "There is none.",
    )


@app.command()
def retry(
    interviews: Annotated[list[UUID], typer.Argument(metavar="INTERVIEW...", help="Ids of interviews.")],
    act: Annotated[str, typer.Option(help=f"One of: {', '.join(ACTS)}.")] = "retry",
    reason: Reason = None,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """Process interviews once more: failed ones (retry), stuck ones (fix), finished ones (reprocess)."""
    begun, left = asyncio.run(_retry(as_email, interviews, _one_of(act, ACTS, "--act"), reason))
    if as_json:
        emit({"begun": [str(one) for one in begun], "left": [str(one) for one in left]})
        return
    say(f"{len(begun)} begin anew.")
    if left:
        say(f"Left as they are, because their state does not call for it: {', '.join(map(str, left))}.")


@app.command()
def sweep(as_email: As = None, as_json: Json = False) -> None:
    """Do now what the schedules do: tell what is stuck, and mark what was silent for a day as failed."""
    found = asyncio.run(_sweep(as_email))
    if as_json:
        emit(found)
        return
    say(str(found["message"]))


def _one_of(value: str, known: tuple[str, ...], option: str) -> str:
    if value not in known:
        raise InvalidInputError(f"There is no “{value}”.", field=option, remedy=f"Use {', '.join(known)}.")
    return value


def _record(line: "Line") -> dict[str, Any]:
    from web.api.processing import shape

    return shape(line).model_dump(mode="json")


async def _list(email: str | None, state: str, job: UUID | None) -> "list[Line]":
    from services.processing import overview

    async with acting(email, *HIRING, UserRole.INTERVIEWER) as act:
        page = await overview.listed(act.session, overview.Wanted(state), act.at, job_id=job, limit=LARGEST)
        return list(page.lines)


async def _retry(
    email: str | None, interviews: list[UUID], what: str, reason: str | None
) -> tuple[tuple[UUID, ...], tuple[UUID, ...]]:
    from services.processing import acts

    async with acting(email, *HIRING) as act:
        done = await acts.repair_many(
            act.session, interviews, acts.Repair(what), cause=act.cause(reason), at=act.at
        )
        return done.begun, done.left


async def _sweep(email: str | None) -> dict[str, Any]:
    from runtime import database
    from services.processing import sweep

    async with acting(email, UserRole.ADMIN) as act:
        cause, at = act.cause("swept by hand"), act.at
    # As the schedules do it: alerts are written by workers alone.
    async with opened(database_settings(), database.WORKER) as sessions, sessions.begin() as session:
        swept = await sweep.give_up(session, at, cause=cause)
    return {
        "message": swept.message,
        "stuck": swept.stuck,
        "marked": [str(one) for one in swept.marked],
    }
