"""`understudy flags`: look at the gates, open and close them."""

import asyncio
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from cli.acting import HIRING, As, Reason, acting
from cli.console import Json, emit, say, table
from domain.errors import InvalidInputError, NotFoundError
from domain.vocabulary import Flag, UserRole

if TYPE_CHECKING:
    from services.flags import FlagState

app = typer.Typer(
    help="Feature flags: what is automated, for whom, and what waits at a closed gate.", no_args_is_help=True
)


class Switch(StrEnum):
    """State of a flag on the command line."""

    ON = "on"
    OFF = "off"


Name = Annotated[str, typer.Argument(metavar="NAME", help=f"One of: {', '.join(Flag)}.")]


@app.command("list")
def list_(as_email: As = None, as_json: Json = False) -> None:
    """List flags: state, roll-out, values for single jobs, and how many steps each holds now."""
    flags = asyncio.run(_list(as_email))
    if as_json:
        emit({"items": [_record(flag) for flag in flags]})
        return
    table(
        ("flag", "state", "roll-out", "jobs of their own", "held now", "what it holds"),
        (
            (
                flag.name,
                _switch(flag.enabled),
                f"{flag.rollout_percentage} %",
                ", ".join(f"{job} {_switch(on)}" for job, on in flag.overrides.items()),
                flag.held_steps,
                flag.description,
            )
            for flag in flags
        ),
        empty="There are no flags.",
    )


@app.command("set")
def set_(
    name: Name,
    state: Annotated[Switch, typer.Argument(help="on or off.")],
    job: Annotated[
        UUID | None, typer.Option(help="For this job only; wins over switch and roll-out.")
    ] = None,
    rollout: Annotated[
        int | None, typer.Option(min=0, max=100, help="Percentage of jobs, sticky per job.")
    ] = None,
    reason: Reason = None,
    as_email: As = None,
) -> None:
    """Open or close a gate. Closing `global_automation` holds every automatic step of every job."""
    flag = _flag(name)
    if job is not None and rollout is not None:
        raise InvalidInputError(
            "A single job has no roll-out.", field="rollout", remedy="Give --job or --rollout, not both."
        )
    enabled = state is Switch.ON
    if job is None:
        woken = asyncio.run(_set(as_email, flag, enabled=enabled, rollout=rollout, reason=reason))
        share = "" if rollout is None else f" for {rollout} % of jobs"
        say(f"{flag} is {state}{share}; {_woken(woken)}.")
    else:
        woken = asyncio.run(_override(as_email, flag, job, enabled, reason))
        say(f"{flag} is {state} for job {job}; {_woken(woken)}.")


@app.command()
def clear(
    name: Name,
    job: Annotated[UUID, typer.Option(help="The job whose own value is taken away.")],
    reason: Reason = None,
    as_email: As = None,
) -> None:
    """Let a job follow the flag's switch and roll-out again."""
    flag = _flag(name)
    woken = asyncio.run(_override(as_email, flag, job, None, reason))
    say(f"{flag} has no value of its own for job {job} any more; {_woken(woken)}.")


def _flag(name: str) -> Flag:
    if name not in set(Flag):
        raise NotFoundError(
            f"There is no flag “{name}”.", field="flag", remedy=f"Flags are: {', '.join(Flag)}."
        )
    return Flag(name)


async def _list(email: str | None) -> "list[FlagState]":
    from services import flags

    async with acting(email) as act:
        return await flags.list_flags(act.session)


async def _set(
    email: str | None, flag: Flag, *, enabled: bool, rollout: int | None, reason: str | None
) -> int:
    from services import flags

    async with acting(email, UserRole.ADMIN) as act:
        return await flags.set_flag(
            act.session,
            flag,
            enabled=enabled,
            rollout_percentage=rollout,
            cause=act.cause(reason),
            at=act.at,
        )


async def _override(
    email: str | None, flag: Flag, job_id: UUID, enabled: bool | None, reason: str | None
) -> int:
    from services import flags

    # A recruiter may for own jobs.
    async with acting(email, *HIRING) as act:
        return await flags.set_override(
            act.session, flag, job_id, enabled, cause=act.cause(reason), at=act.at
        )


def _record(flag: "FlagState") -> dict[str, Any]:
    return asdict(flag) | {
        "updated_at": flag.updated_at.isoformat(),
        "updated_by": str(flag.updated_by) if flag.updated_by else None,
        "overrides": {str(job): on for job, on in flag.overrides.items()},
    }


def _switch(enabled: bool) -> str:
    return Switch.ON if enabled else Switch.OFF


def _woken(count: int) -> str:
    return (
        "nothing waited" if count == 0 else f"{count} waiting {'process' if count == 1 else 'processes'} told"
    )
