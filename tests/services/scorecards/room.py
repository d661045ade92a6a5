"""An interview with two interviewers, talked through, ready for cards."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.interview_room.turns import SpeakerRole, Turn
from domain.scorecards import Card, Point, Recommendation
from domain.vocabulary import Trigger, UserRole
from services.context import act_as_user
from services.interview_room.turns import add_turns
from services.log import Cause
from services.scorecards import writing
from tests.services import arrange
from tests.support.data import Data, Sessions

AT = arrange.LATER
FIGURED = "I built a billing service in Python that cut latency by 40 percent."
HEDGED = (
    "I think maybe we kind of did some stuff with containers and so on, I guess, but I am not really sure."
)
LINES = (
    ("host", "How did you use Python in production?"),
    ("guest", FIGURED),
    ("host", "And Kubernetes?"),
    ("guest", "I have never used Kubernetes."),
    ("host", "What about containers?"),
    ("guest", HEDGED),
    ("host", "Thank you."),
)


@dataclass
class Room:
    """One interview, its people, and transactions in their names."""

    data: Data
    owner: Sessions
    worker: Sessions
    web: Sessions
    job: UUID
    interview: UUID
    recruiter: UUID
    ines: UUID
    """The lead."""
    otto: UUID
    """The second on the panel."""

    @asynccontextmanager
    async def as_(self, user: UUID, role: UserRole = UserRole.INTERVIEWER) -> AsyncIterator[AsyncSession]:
        """A transaction of the web tier in somebody's name."""
        async with self.web.begin() as session:
            await act_as_user(session, role, user)
            yield session

    async def rows(self, sql: str) -> Sequence[Any]:
        """What the owner sees."""
        async with self.owner() as session:
            return (await session.execute(text(sql))).all()

    async def fill(self, user: UUID, card: Card | None = None, version: int = 0) -> int:
        """Save a draft in somebody's name; returns its version."""
        async with self.as_(user) as session:
            row = await writing.save(session, self.interview, user, card or a_card(), version=version, at=AT)
            return row.version

    async def hand_in(self, user: UUID, version: int = 1) -> None:
        """Hand somebody's card in."""
        async with self.as_(user) as session:
            await writing.hand_in(session, self.interview, user, version=version, cause=by(user), at=AT)

    async def reopen(self, user: UUID) -> None:
        """Open somebody's card again."""
        async with self.as_(user) as session:
            await writing.reopen(session, self.interview, user, cause=by(user), at=AT + timedelta(hours=1))


def by(user: UUID, role: UserRole = UserRole.INTERVIEWER) -> Cause:
    """What the log says: this person."""
    return Cause(Trigger.MANUAL, role.value, user)


def a_card(technical: int = 8, recommendation: Recommendation = Recommendation.HIRE) -> Card:
    """A card that can be handed in."""
    return Card(
        {"technical": technical, "communication": 6},
        recommendation,
        "Knows the trade.",
        (Point("Names figures", FIGURED),),
        (),
        "Solid.",
    )


def turns(lines: Sequence[tuple[str, str]] = LINES, start: datetime = AT) -> list[Turn]:
    """The lines as turns, a minute apart."""
    return [
        Turn(words, start + timedelta(minutes=n), speaker_role=SpeakerRole(role), turn_key=f"t{n}")
        for n, (role, words) in enumerate(lines)
    ]


async def a_room(data: Data, owner: Sessions, worker: Sessions, web: Sessions, **job: Any) -> Room:
    """A booked interview with two interviewers, with its turns."""
    recruiter = await data.a_user(name="Rosa Recruiter")
    ines = await data.a_user(UserRole.INTERVIEWER, name="Ines Interviewer", email="ines@hiring.example")
    otto = await data.a_user(UserRole.INTERVIEWER, name="Otto Second", email="otto@hiring.example")
    requirements = {"must": ["Python", "Kubernetes"], "nice": []}
    job_id = await data.a_job(
        openings=1, recruiter_id=recruiter, interviewer_ids=[ines], requirements=requirements, **job
    )
    await data.scored(job_id, 80)
    await data.closed_and_ranked(job_id)
    (interview_id,) = await arrange.booked(data, job_id)
    async with owner.begin() as session:
        await session.execute(
            text("UPDATE interviews SET panel = ARRAY[:otto]::uuid[] WHERE id = :id"),
            {"otto": otto, "id": interview_id},
        )
    async with worker.begin() as session:
        await add_turns(session, interview_id, turns(), AT)
    return Room(data, owner, worker, web, job_id, interview_id, recruiter, ines, otto)
