"""Opening the database for a command: which database, in which role, in whose name."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from domain.errors import ForbiddenError, NotFoundError, SetupError, UnavailableError, UnderstudyError
from domain.vocabulary import Trigger, UserRole

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

    from domain.tempo import Tempo
    from models import User
    from runtime.settings import Settings
    from services.log import Cause

As = Annotated[
    str | None, typer.Option("--as", metavar="EMAIL", help="Act as this user; default: the first admin.")
]
Reason = Annotated[str | None, typer.Option(help="Why; stands in the log. Do not name people in it.")]
HIRING = (UserRole.RECRUITER, UserRole.ADMIN)

_CONNECTIONS = 2
_FORBIDDEN = "42501"
_TRY_AGAIN = {"40P01", "40001", "55P03"}


def database_settings() -> "Settings":
    """Settings with a database: DATABASE_URL, else that of the stack which runs in the home directory.

    Raises SetupError when there is neither.
    """
    from runtime.embedded.environment import attach
    from runtime.settings import Settings

    settings = Settings()
    return settings if settings.database_url else attach(settings)


def database_url(settings: "Settings") -> str:
    """The URL of the database, as its owner. Raises SetupError when there is none."""
    if settings.database_url is None:
        raise SetupError("DATABASE_URL is not set.", remedy="Set DATABASE_URL, or run: understudy up.")
    return settings.database_url.get_secret_value()


@dataclass(frozen=True, slots=True)
class Act:
    """One transaction of one person."""

    session: "AsyncSession"
    user_id: "UUID"
    role: UserRole
    at: datetime
    """Business time at which it began."""

    def cause(self, reason: str | None = None) -> "Cause":
        """What the log says: this person, by hand."""
        from services.log import Cause

        return Cause(Trigger.MANUAL, self.role.value, self.user_id, reason)

    def needs(self, *roles: UserRole) -> None:
        """Refuse other roles. Raises ForbiddenError naming those that may."""
        if self.role not in roles:
            raise ForbiddenError(
                f"The role {self.role} does not allow this.",
                remedy=f"Name somebody with --as who is {' or '.join(roles)}.",
            )


@dataclass(frozen=True, slots=True)
class Desk:
    """Transactions of one person, by mail address; None: the first admin."""

    sessions: "async_sessionmaker[AsyncSession]"
    tempo: "Tempo"
    email: str | None

    @asynccontextmanager
    async def begin(self, *roles: UserRole) -> AsyncIterator[Act]:
        """A transaction in the web tier's role, bound to what this person may see (I13).

        Commits at the end. `roles` says who may, everybody when empty. Raises NotFoundError for an unknown
        address, SetupError when nobody was added yet, ForbiddenError for another role.
        """
        from uuid import UUID

        from services.context import act_as_user

        async with self.sessions.begin() as session:
            # Looking for the user happens in the role that sees users and nothing else.
            await act_as_user(session, UserRole.INTERVIEWER, UUID(int=0))
            user = await self._user(session)
            await act_as_user(session, user.role, user.id)
            act = Act(session, user.id, user.role, self.tempo.business(datetime.now(UTC)))
            if roles:
                act.needs(*roles)
            yield act

    async def _user(self, session: "AsyncSession") -> "User":
        from services import users

        if self.email is not None:
            if (named := await users.by_email(session, self.email)) is None:
                raise NotFoundError(f"There is no user {self.email}.", field="--as")
            if named.disabled_at is not None:
                raise ForbiddenError(f"{self.email} is disabled.", remedy="Name another user with --as.")
            return named
        if (admin := await users.first_admin(session)) is None:
            raise SetupError(
                "There is no admin yet.",
                remedy="Run: understudy users add EMAIL --name NAME --role admin. Or name a user with --as.",
            )
        return admin


@asynccontextmanager
async def desk(email: str | None) -> AsyncIterator[Desk]:
    """Transactions in somebody's name, over one small pool."""
    from runtime import database

    settings = database_settings()
    async with opened(settings, database.WEB) as sessions:
        # Not `runtime.wiring`, which knows every adapter: importing them all takes longer than the command.
        yield Desk(sessions, settings.tempo, email)


@asynccontextmanager
async def acting(email: str | None, *roles: UserRole) -> AsyncIterator[Act]:
    """One transaction in somebody's name."""
    async with desk(email) as at, at.begin(*roles) as act:
        yield act


@asynccontextmanager
async def opened(settings: "Settings", role: str) -> "AsyncIterator[async_sessionmaker[AsyncSession]]":
    """Sessions in a database role. What the database refuses comes back as an error that says what to do."""
    from sqlalchemy.exc import DBAPIError

    from runtime import database

    url = database_url(settings)
    engine = database.engine(url, role, _CONNECTIONS)
    try:
        yield database.sessions(engine)
    except DBAPIError as error:
        explained = await asyncio.to_thread(_explained, error, url)
        if explained is None:
            raise
        raise explained from error
    finally:
        await engine.dispose()


def _explained(error: "DBAPIError", url: str) -> UnderstudyError | None:
    """What an error of the database means to people; None when it is a fault of the product."""
    import psycopg

    from runtime.verify import pending

    sqlstate = getattr(error.orig, "sqlstate", None)
    try:
        missing = pending(url)
    except psycopg.Error:
        return UnavailableError(
            "The database does not answer.", remedy="Check DATABASE_URL and that the server runs."
        )
    if missing:
        return SetupError(missing, remedy="Run: understudy migrate up")
    if sqlstate == _FORBIDDEN:
        return ForbiddenError("The database does not allow this to this user.", remedy="Use another --as.")
    if sqlstate in _TRY_AGAIN:
        return UnavailableError("Somebody else changed the same rows.", remedy="Try again.")
    return None
