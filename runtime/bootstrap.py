"""The first people of an embedded stack, so that there is somebody to act for."""

import asyncio
from datetime import UTC, datetime

from sqlalchemy import create_engine, func, insert, pool, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.errors import NotFoundError
from domain.identity import SignInMeans
from domain.identity.lifetimes import ONE_TIME_PASSWORD
from domain.identity.scopes import OF_ROLE
from domain.tempo import Tempo
from domain.vocabulary import Trigger, UserRole
from models import Identity, LocalPassword, User
from runtime import database
from runtime.migrate import sqlalchemy_url, upgrade
from services import users
from services.identity import keys, passwords, sessions
from services.log import Cause
from services.users import NewUser

ADMIN = "admin@understudy.example"
RECRUITER = "recruiter@understudy.example"
SAMPLE = ((ADMIN, "Ada Admin", UserRole.ADMIN), (RECRUITER, "Rosa Recruiter", UserRole.RECRUITER))


def prepare(url: str) -> None:
    """Migrate the database of a demo or a measurement; add an admin and a recruiter when nobody is there yet.

    They have no passwords: programs act for them with keys of `mint_key`.
    """
    upgrade(url)
    engine = create_engine(sqlalchemy_url(url), poolclass=pool.NullPool)
    try:
        with engine.begin() as connection:
            if not connection.scalar(select(func.count()).select_from(User)):
                rows = [{"email": email, "name": name, "role": role} for email, name, role in SAMPLE]
                connection.execute(insert(User), rows)
    finally:
        engine.dispose()


async def mint_key(owner: async_sessionmaker[AsyncSession], email: str, name: str, tempo: Tempo) -> str:
    """A key for a day with every scope of somebody's role, for a program that this process runs.

    Raises NotFoundError for an unknown address.
    """
    now = datetime.now(UTC)
    async with owner.begin() as session:
        user = await users.by_email(session, email)
        if user is None:
            raise NotFoundError(f"There is no user {email}.")
        cause = Cause(Trigger.MANUAL, "system", reason="key of a program of this stack")
        made = await keys.make(
            session,
            user.id,
            name,
            OF_ROLE[user.role],
            days=1,
            cause=cause,
            now=now,
            at=tempo.business(now),
        )
    return made.token


async def mint_session(owner: async_sessionmaker[AsyncSession], email: str) -> str:
    """The cookie of a browser in which somebody signed in. Raises NotFoundError for an unknown address."""
    now = datetime.now(UTC)
    async with owner.begin() as session:
        user = await users.by_email(session, email)
        if user is None:
            raise NotFoundError(f"There is no user {email}.")
        return await sessions.begin(
            session, user.id, SignInMeans.PASSWORD, "A measurement", instead_of="", now=now
        )


class FirstStart:
    """What `understudy up` does before its programs start: migrates, and sees to it that somebody can sign in."""

    def __init__(self, tempo: Tempo) -> None:
        """`tempo` is the clock that log rows are written by."""
        self._tempo = tempo
        self.password: str | None = None
        """The first admin's one-time password, when one was made by this start. It is not kept anywhere."""
        self.email = ADMIN

    def prepare(self, url: str) -> None:
        """Migrate. When nobody has ever been able to sign in, give the first admin a one-time password."""
        upgrade(url)
        asyncio.run(self._somebody_can_sign_in(url))

    def words(self, base_url: str) -> str:
        """What to tell whoever started the stack; empty when there is nothing new."""
        if self.password is None:
            return ""
        return (
            f"\nSign in at {base_url}/sign-in\n"
            f"  mail address  {self.email}\n"
            f"  password      {self.password}\n"
            f"It works until you choose your own, for {ONE_TIME_PASSWORD.days} days, and is shown this once.\n"
            f"Lost it? understudy users password {self.email}"
        )

    async def _somebody_can_sign_in(self, url: str) -> None:
        engine = database.engine(url, database.OWNER, 1)
        now = datetime.now(UTC)
        at = self._tempo.business(now)
        cause = Cause(Trigger.MANUAL, "system", reason="first start")
        try:
            async with database.sessions(engine).begin() as session:
                for way in (LocalPassword, Identity):
                    if await session.scalar(select(func.count()).select_from(way)):
                        return
                admin = await users.first_admin(session)
                if admin is None:
                    new = NewUser(ADMIN, "Administrator", UserRole.ADMIN)
                    admin = await users.create(session, new, cause=cause, at=at)
                self.email = admin.email
                self.password = await passwords.give_one_time(session, admin.id, cause=cause, now=now, at=at)
        finally:
            await engine.dispose()
