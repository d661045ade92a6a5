"""`understudy users`: who may sign in and act."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from domain.vocabulary import UserRole

app = typer.Typer(help="Who may sign in and act.", no_args_is_help=True)


@app.callback()
def _users() -> None:
    """Users of the pages and the API."""


@app.command()
def add(
    email: str,
    name: Annotated[str, typer.Option(help="As people call them.")],
    role: Annotated[UserRole, typer.Option(help="What they may do.")] = UserRole.RECRUITER,
    time_zone: Annotated[str, typer.Option(help="IANA zone of their working hours.")] = "UTC",
) -> None:
    """Add a user. A new installation begins with its first admin: the API token stands for that person.

    Uses the schema owner's login (DATABASE_URL), because before the first admin nobody may add anybody.
    """
    import asyncio

    from cli.acting import database_settings, opened
    from domain.vocabulary import Trigger
    from runtime import database
    from services import users
    from services.log import Cause

    settings = database_settings()

    async def main() -> str:
        async with opened(settings, database.OWNER) as sessions, sessions.begin() as session:
            new = users.NewUser(email, name, role, time_zone)
            cause = Cause(trigger=Trigger.MANUAL, actor_kind="admin", reason="command line")
            at = settings.tempo.business(datetime.now(UTC))
            user = await users.create(session, new, cause=cause, at=at)
            return str(user.id)

    typer.echo(asyncio.run(main()))
