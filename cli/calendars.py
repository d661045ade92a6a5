"""`understudy calendars`: how connected calendars are, and disconnecting one."""

import asyncio
from typing import TYPE_CHECKING, Any
from uuid import UUID

import typer

from cli.acting import As, Reason, acting
from cli.console import Json, emit, say, table
from domain.errors import NotFoundError
from domain.vocabulary import UserRole

if TYPE_CHECKING:
    from services.calendars.accounts import AccountState

app = typer.Typer(help="Connected calendars of interviewers and their health.", no_args_is_help=True)

MAY = (UserRole.INTERVIEWER, UserRole.RECRUITER, UserRole.ADMIN)


@app.command("list")
def list_(as_email: As = None, as_json: Json = False) -> None:
    """List connected calendars, the worst first: an admin sees everybody's, others their own."""
    states = asyncio.run(_list(as_email))
    if as_json:
        emit({"items": [_record(state) for state in states]})
        return
    table(
        ("id", "owner", "provider", "health", "since", "why", "last look", "bookings to come"),
        (
            (
                state.account.id,
                state.owner.email,
                state.account.provider,
                state.account.health,
                state.account.health_since,
                state.account.health_reason,
                state.account.synced_at,
                state.at_risk,
            )
            for state in states
        ),
        empty="No calendar is connected.",
    )


@app.command()
def disconnect(
    account: UUID,
    reason: Reason = None,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """Forget a calendar and its secrets. Entries in it stay; access at Google is taken back on the calendars page."""
    asyncio.run(_disconnect(as_email, account, reason))
    if as_json:
        emit({"id": str(account), "disconnected": True})
    else:
        say("The calendar is disconnected, and its secrets are removed.")


async def _list(email: str | None) -> "list[AccountState]":
    from services.calendars import accounts

    async with acting(email, *MAY) as act:
        return await accounts.states(act.session, act.at)


async def _disconnect(email: str | None, account_id: UUID, reason: str | None) -> None:
    from services.calendars import accounts

    async with acting(email, *MAY) as act:
        row = await accounts.find(act.session, account_id)
        if row is None:
            raise NotFoundError("There is no such calendar.", field="account")
        await accounts.disconnect(act.session, row.user_id, row.provider, cause=act.cause(reason), at=act.at)


def _record(state: "AccountState") -> dict[str, Any]:
    row = state.account
    return {
        "id": str(row.id),
        "user_id": str(row.user_id),
        "name": state.owner.name,
        "email": state.owner.email,
        "provider": row.provider.value,
        "calendar_id": row.calendar_id,
        "busy_calendar_ids": list(row.busy_calendar_ids),
        "health": row.health.value,
        "health_since": row.health_since.isoformat(),
        "health_reason": row.health_reason,
        "synced_at": row.synced_at.isoformat() if row.synced_at else None,
        "at_risk": state.at_risk,
    }
