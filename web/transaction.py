"""One act, one transaction, begun by saying for whom it acts (I13)."""

from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import UUID

from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from services.context import act_as_candidate
from web.deps import WebDeps

T = TypeVar("T")

TRIES = 4
DEADLOCK, SERIALIZATION = "40P01", "40001"


async def as_candidate(deps: WebDeps, interview_id: UUID, act: Callable[[AsyncSession], Awaitable[T]]) -> T:
    """Run an act for the candidate of an interview, in a transaction of its own.

    Two candidates who book one interviewer at once can wait for each other inside the exclusion constraint;
    the database ends one of the two, and that act simply runs again on what is true then.
    """
    for attempt in range(1, TRIES + 1):
        try:
            async with deps.sessions.begin() as session:
                await act_as_candidate(session, interview_id)
                return await act(session)
        except OperationalError as error:
            if attempt == TRIES or getattr(error.orig, "sqlstate", None) not in {DEADLOCK, SERIALIZATION}:
                raise
    raise AssertionError("unreachable: the last try returns or raises")
