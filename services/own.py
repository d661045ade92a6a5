"""What a candidate's link opens: the interview that it names, or the application of somebody who is not invited."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import LinkError
from models import Application, Candidate, Interview
from services import find, log, moves
from services.log import Cause, Entry, Subject


@dataclass(frozen=True, slots=True)
class Named:
    """What the link names: one of the two."""

    interview_id: UUID | None = None
    application_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """The rows behind a link."""

    candidate: Candidate
    interview: Interview | None
    application_id: UUID | None
    job_id: UUID | None

    @property
    def subject(self) -> Subject:
        """What a log row or a mail about it names."""
        return Subject(self.job_id, self.application_id, self.interview.id if self.interview else None)


async def rows(session: AsyncSession, named: Named, *, lock: bool = False) -> Own:
    """The rows that a link names. `lock` keeps others from changing what the person asks for or corrects.

    Raises LinkError when the person or the application is no longer there, NotFoundError for an interview.
    """
    if named.interview_id is not None:
        interview = await find.interview(session, named.interview_id, lock=lock)
        candidate = await _person(session, interview.candidate_id, lock=lock)
        if candidate is None:
            raise _gone("This interview no longer exists.")
        return Own(candidate, interview, interview.application_id, interview.job_id)
    query = select(Application).where(Application.id == named.application_id)
    if lock:
        query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
    application = await session.scalar(query)
    person = await _person(session, application.candidate_id if application else None, lock=lock)
    if application is None or person is None:
        raise _gone("This application no longer exists.")
    return Own(person, None, application.id, application.job_id)


async def link_generation(session: AsyncSession, application_id: UUID) -> int:
    """The generation that links of an application must carry. Raises LinkError when it is gone."""
    found = await session.scalar(select(Application.link_generation).where(Application.id == application_id))
    if found is None:
        raise _gone("This application no longer exists.")
    return found


def _gone(what: str) -> LinkError:
    return LinkError(what, remedy="Reply to our mail to reach a person.")


async def _person(session: AsyncSession, wanted: UUID | None, *, lock: bool) -> Candidate | None:
    """The person, who may have more than one link: acts by two of them at once take turns."""
    if wanted is None or not lock:
        return await session.get(Candidate, wanted) if wanted else None
    turn: Any = {"key_share": True}
    return await session.get(Candidate, wanted, populate_existing=True, with_for_update=turn)


async def note(
    session: AsyncSession, own: Own, action: str, *, cause: Cause, at: datetime, **details: Any
) -> None:
    """Log what somebody did about the own data. It changes no state."""
    if own.interview is not None:
        await moves.note(session, own.interview, action, cause=cause, at=at, **details)
        return
    await session.flush()
    key = f"application:{own.application_id}:{action}:{at.isoformat()}"
    await log.record(session, cause, Entry(action, key, own.subject, at, details=details))
