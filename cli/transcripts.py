"""`understudy transcript`: transcripts of interviews, taken in from files and taken away."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from cli.acting import HIRING, As, Reason, acting
from cli.console import Json, emit, say
from domain.errors import InvalidInputError
from domain.vocabulary import UserRole

if TYPE_CHECKING:
    from services.interview_room.deletion import Removed
    from services.interview_room.importing import Imported

app = typer.Typer(help="Transcripts of interviews: taken in from files, taken away.", no_args_is_help=True)

InterviewId = Annotated[UUID, typer.Argument(metavar="INTERVIEW", help="Id of an interview.")]


@app.command("import")
def import_(
    interview_id: InterviewId,
    file: Annotated[Path, typer.Argument(help="WebVTT, SRT or JSON in UTF-8.", dir_okay=False)],
    replace: Annotated[bool, typer.Option(help="Take away the transcript of before.")] = False,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """Take a transcript file in; the same file again adds nothing."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InvalidInputError(
            f"{file} cannot be read: {error.strerror}.", field="file", remedy="Check the path."
        ) from None
    made = asyncio.run(_import(as_email, interview_id, data, replace=replace))
    if as_json:
        emit(
            {
                "format": made.written,
                "turns": made.turns,
                "repeated": made.repeated,
                "replaced": made.replaced,
            }
        )
        return
    say(
        f"Took in {made.turns} turns ({made.written}); {made.repeated} were here, {made.replaced} were taken away."
    )


@app.command()
def delete(
    interview_id: InterviewId, reason: Reason = None, as_email: As = None, as_json: Json = False
) -> None:
    """Delete every turn of an interview, and what rules and models noticed in them."""
    removed = asyncio.run(_delete(as_email, interview_id, reason))
    if as_json:
        emit({"turns": removed.turns, "insights": removed.insights})
        return
    say(f"Deleted {removed.turns} turns and {removed.insights} insights.")


async def _import(email: str | None, interview_id: UUID, data: bytes, *, replace: bool) -> "Imported":
    from services.interview_room import analysis, importing
    from services.questions import linking

    roles = HIRING if replace else (*HIRING, UserRole.INTERVIEWER)
    async with acting(email, *roles) as act:
        made = await importing.add_file(
            act.session, interview_id, data, replace=replace, cause=act.cause(), now=act.at
        )
    if made.turns:
        async with acting(email, *roles) as act:
            await linking.link_turns(act.session, interview_id, act.at, act.cause())
            await analysis.analyse(act.session, interview_id, act.at)
    return made


async def _delete(email: str | None, interview_id: UUID, reason: str | None) -> "Removed":
    from services.interview_room import deletion

    async with acting(email, *HIRING) as act:
        return await deletion.remove(act.session, interview_id, cause=act.cause(reason), at=act.at)
