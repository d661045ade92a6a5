"""`understudy users`: who may sign in and act.

Uses the schema owner's login (DATABASE_URL), because before the first admin nobody may add anybody, and whoever has
that login can do everything anyway.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from domain.vocabulary import UserRole

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from models import User
    from runtime.settings import Settings
    from services.log import Cause

app = typer.Typer(help="Who may sign in and act.", no_args_is_help=True)
Email = Annotated[str, typer.Argument(metavar="EMAIL")]


@dataclass(frozen=True, slots=True)
class Owner:
    """One transaction of the owner of the database."""

    session: "AsyncSession"
    settings: "Settings"
    now: datetime
    """On the wall clock."""
    at: datetime
    """Business time."""

    @property
    def cause(self) -> "Cause":
        """What the log says."""
        from domain.vocabulary import Trigger
        from services.log import Cause

        return Cause(trigger=Trigger.MANUAL, actor_kind="admin", reason="command line")

    async def user(self, email: str) -> "User":
        """Somebody by mail address. Raises NotFoundError."""
        from domain.errors import NotFoundError
        from services import users

        if (found := await users.by_email(self.session, email)) is None:
            raise NotFoundError(f"There is no user {email}.", remedy="understudy users list shows them all.")
        return found


@asynccontextmanager
async def owning() -> AsyncIterator[Owner]:
    """A transaction in the owner's role."""
    from cli.acting import database_settings, opened
    from runtime import database

    settings = database_settings()
    now = datetime.now(UTC)
    async with opened(settings, database.OWNER) as sessions, sessions.begin() as session:
        yield Owner(session, settings, now, settings.tempo.business(now))


@app.callback()
def _users() -> None:
    """Users of the pages and the API."""


@app.command()
def add(
    email: Email,
    name: Annotated[str, typer.Option(help="As people call them.")],
    role: Annotated[UserRole, typer.Option(help="What they may do.")] = UserRole.RECRUITER,
    time_zone: Annotated[str, typer.Option(help="IANA zone of their working hours.")] = "UTC",
) -> None:
    """Add a user. Prints a password for the first sign-in, unless people come from an OpenID provider."""
    from services import users
    from services.identity import passwords

    async def main() -> tuple[str, str | None]:
        async with owning() as owner:
            new = users.NewUser(email, name, role, time_zone)
            user = await users.create(owner.session, new, cause=owner.cause, at=owner.at)
            if owner.settings.oidc_issuer:
                return user.email, None
            return user.email, await passwords.give_one_time(
                owner.session, user.id, cause=owner.cause, now=owner.now, at=owner.at
            )

    _tell(*asyncio.run(main()))


@app.command()
def password(email: Email) -> None:
    """Give somebody a new password for one sign-in; it ends the old one and signs them out."""
    from services.identity import passwords

    async def main() -> tuple[str, str | None]:
        async with owning() as owner:
            user = await owner.user(email)
            return user.email, await passwords.give_one_time(
                owner.session, user.id, cause=owner.cause, now=owner.now, at=owner.at
            )

    _tell(*asyncio.run(main()))


@app.command()
def role(email: Email, new_role: Annotated[UserRole, typer.Argument(metavar="ROLE")]) -> None:
    """Give somebody another role. They are signed out, and sign in again with it."""
    from services.identity import standing

    async def main() -> str:
        async with owning() as owner:
            user = await owner.user(email)
            await standing.set_role(owner.session, user.id, new_role, cause=owner.cause, at=owner.at)
            return f"{user.email} is {new_role}."

    typer.echo(asyncio.run(main()))


@app.command()
def disable(email: Email) -> None:
    """Let somebody in no more: sessions, keys and password end at once. What they did stays."""
    from services.identity import standing

    async def main() -> str:
        async with owning() as owner:
            user = await owner.user(email)
            await standing.disable(owner.session, user.id, cause=owner.cause, now=owner.now, at=owner.at)
            return f"{user.email} is disabled."

    typer.echo(asyncio.run(main()))


@app.command()
def enable(email: Email) -> None:
    """Let somebody in again; without a provider they need a new password."""
    from services.identity import standing

    async def main() -> str:
        async with owning() as owner:
            user = await owner.user(email)
            await standing.enable(owner.session, user.id, cause=owner.cause, at=owner.at)
            return f"{user.email} is enabled."

    typer.echo(asyncio.run(main()))


@app.command(name="list")
def list_(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout, for programs.")] = False,
) -> None:
    """Show who there is, their roles, and how they sign in."""
    from services.identity import people

    async def main() -> list[people.Person]:
        async with owning() as owner:
            return await people.everybody(owner.session)

    found = asyncio.run(main())
    if as_json:
        rows = [
            {
                "id": str(one.id),
                "email": one.email,
                "name": one.name,
                "role": one.role,
                "signs_in": one.signs_in,
            }
            for one in found
        ]
        typer.echo(json.dumps({"users": rows}))
        return
    for one in found:
        typer.echo(f"{one.email:<40} {one.role:<12} {one.signs_in:<22} {one.name}")


def _tell(email: str, made: str | None) -> None:
    if made is None:
        typer.echo(f"Added {email}. They sign in with their company account.")
        return
    typer.echo(f"{email} signs in once with this password and then chooses another, within 7 days:")
    typer.echo(made)
