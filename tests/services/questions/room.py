"""An interviewed company: a job with booked interviews, ids of types and skills by name, and acts in a role's name."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import Trigger, UserRole
from services.context import act_as_user
from services.log import Cause
from tests.services.arrange import LATER, booked
from tests.support.data import Data, Sessions

AT = LATER


@dataclass(frozen=True)
class Person:
    """Somebody who acts through the web tier."""

    role: UserRole
    id: UUID
    sessions: Sessions

    @property
    def cause(self) -> Cause:
        """What the log says of their acts."""
        return Cause(Trigger.MANUAL, self.role.value, self.id)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncSession]:
        """A transaction in their name."""
        async with self.sessions.begin() as session:
            await act_as_user(session, self.role, self.id)
            yield session


@dataclass(frozen=True)
class Room:
    """One job with booked interviews, and who works on it."""

    owner: Sessions
    recruiter: Person
    interviewer: Person
    admin: Person
    auditor: Person
    stranger: Person
    """A recruiter of other jobs."""
    job: UUID
    interviews: Sequence[UUID]

    async def ask(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """Rows as the owner sees them."""
        async with self.owner() as session:
            return [tuple(row) for row in await session.execute(text(query), values)]

    async def run(self, statement: str, **values: Any) -> None:
        """A statement of the owner."""
        async with self.owner.begin() as session:
            await session.execute(text(statement), values)

    async def skill(self, name: str) -> UUID:
        """The id of a skill."""
        ((found,),) = await self.ask("SELECT id FROM skills WHERE skill_name = :name", name=name)
        return UUID(str(found))

    async def type(self, name: str) -> UUID:
        """The id of a type."""
        ((found,),) = await self.ask("SELECT id FROM interview_types WHERE type_name = :name", name=name)
        return UUID(str(found))

    async def log(self, action: str) -> list[dict[str, Any]]:
        """The details of log rows, oldest first."""
        query = "SELECT details FROM automation_logs WHERE action_type = :action ORDER BY sequence"
        return [row[0] for row in await self.ask(query, action=action)]


async def furnish(data: Data, owner: Sessions, web: Sessions, interviews: int = 2, **draft: Any) -> Room:
    """Build one."""
    people = {
        role: Person(role, await data.a_user(role), web)
        for role in (UserRole.RECRUITER, UserRole.INTERVIEWER, UserRole.ADMIN, UserRole.AUDITOR)
    }
    stranger = Person(UserRole.RECRUITER, await data.a_user(UserRole.RECRUITER), web)
    job = await data.a_job(
        openings=interviews,
        recruiter_id=people[UserRole.RECRUITER].id,
        interviewer_ids=(people[UserRole.INTERVIEWER].id,),
        **draft,
    )
    await data.scored(job, *(90 - n for n in range(interviews)))
    await data.closed_and_ranked(job)
    return Room(
        owner,
        people[UserRole.RECRUITER],
        people[UserRole.INTERVIEWER],
        people[UserRole.ADMIN],
        people[UserRole.AUDITOR],
        stranger,
        job,
        await booked(data, job),
    )
