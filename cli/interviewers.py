"""`understudy job interviewers`: who interviews for a job, always or as one of a pool."""

import asyncio
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from cli.acting import HIRING, Act, As, Reason, acting
from cli.console import Json, emit, table
from domain.errors import InvalidInputError

if TYPE_CHECKING:
    from services.interviewers import Member
    from web.api.interviewers import PanelShape


def interviewers(
    job_id: Annotated[UUID, typer.Argument(metavar="JOB", help="Id of a job.")],
    required: Annotated[
        list[str] | None, typer.Option(metavar="EMAIL", help="Takes part in every interview. Repeatable.")
    ] = None,
    pool: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=EMAIL,EMAIL", help="One of these takes part. Repeatable."),
    ] = None,
    reason: Reason = None,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """Show who interviews for a job; with --required or --pool state it anew.

    Booked interviews keep their people.
    """
    shown = asyncio.run(_run(as_email, job_id, required or [], pool or [], reason))
    if as_json:
        emit(shown.model_dump(mode="json"))
        return
    rows = ((one.pool or "(always)", one.name, one.email, one.member_since) for one in shown.interviewers)
    table(("pool", "name", "email", "member since"), rows, empty="Nobody interviews for this job.")


async def _run(
    email: str | None, job_id: UUID, required: list[str], pools: list[str], reason: str | None
) -> "PanelShape":
    from services import find, interviewers
    from web.api.interviewers import panel_of

    async with acting(email, *HIRING) as act:
        await find.job(act.session, job_id)
        if required or pools:
            members = await _members(act, required, pools)
            cause = act.cause(reason)
            await interviewers.set_members(act.session, job_id, members, cause=cause, at=act.at)
        return await panel_of(act.session, job_id)


async def _members(act: Act, required: list[str], pools: list[str]) -> "list[Member]":
    from services.interviewers import Member

    members = [Member(await _user(act, address, "--required")) for address in required]
    for pool in pools:
        name, equals, addresses = pool.partition("=")
        if not equals or not name.strip():
            raise InvalidInputError(
                f"“{pool}” names no pool.",
                field="--pool",
                remedy="For example --pool tech=ana@x.org,ben@x.org.",
            )
        members += [Member(await _user(act, address, "--pool"), name) for address in addresses.split(",")]
    return members


async def _user(act: Act, address: str, option: str) -> UUID:
    from services import users

    found = await users.by_email(act.session, address.strip())
    if found is None:
        raise InvalidInputError(f"There is no user {address.strip()}.", field=option)
    return found.id
