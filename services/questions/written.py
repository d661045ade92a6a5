"""What acts on types, skills and questions share: their log rows, checked names, and names that are taken."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError
from domain.questions.model import LONGEST_DESCRIPTION, LONGEST_NAME
from models import Interview
from services import log
from services.log import Cause, Entry, Subject
from services.moves import subject

_UNIQUE = "23505"


def checked_name(name: str, field: str) -> str:
    """A name without blanks around it, and with one between words. Raises InvalidInputError."""
    tidy = " ".join(name.split())
    if not 1 <= len(tidy) <= LONGEST_NAME or not tidy.isprintable():
        raise InvalidInputError(
            f"A name has 1 to {LONGEST_NAME} characters.", field=field, remedy="Give it a short name."
        )
    return tidy


def sought(search: str) -> str:
    """Words to look for: without blanks around them, and without NUL, which no text of the database holds."""
    return search.replace("\x00", "").strip()


def checked_description(description: str | None) -> str | None:
    """A description, None when there is none. Raises InvalidInputError when it is too long."""
    tidy = (description or "").strip()
    if len(tidy) > LONGEST_DESCRIPTION:
        raise InvalidInputError(
            f"A description has at most {LONGEST_DESCRIPTION} characters.", field="description"
        )
    return tidy or None


@asynccontextmanager
async def unless_taken(session: AsyncSession, message: str, field: str) -> AsyncIterator[None]:
    """What is written inside must be one of a kind. Raises ConflictError where the database says that it is not."""
    try:
        async with session.begin_nested():
            yield
    except IntegrityError as error:
        if getattr(error.orig, "sqlstate", None) != _UNIQUE:
            raise
        raise ConflictError(message, field=field, remedy="Use the one that is there.") from error


async def note(
    session: AsyncSession, action: str, about: UUID, *, cause: Cause, at: datetime, **details: Any
) -> None:
    """One row of the log for an act on the catalogue: ids and numbers, never names (I8)."""
    entry = Entry(action, f"{action}:{about}:{uuid4()}", Subject(), at, details=details)
    await log.record(session, cause, entry)


async def note_interview(
    session: AsyncSession, interview: Interview, action: str, *, cause: Cause, at: datetime, **details: Any
) -> None:
    """One row of the log for an act on the questions of an interview."""
    entry = Entry(action, f"{action}:{interview.id}:{uuid4()}", subject(interview), at, details=details)
    await log.record(session, cause, entry)
