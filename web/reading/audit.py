"""Looking into the log as a whole: who may, that it is noted, what was asked for, and what is shown."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from domain.access.vocabulary import Purpose, Seen
from domain.errors import SetupError
from domain.vocabulary import Flag, Trigger, UserRole
from services import access, audit
from services.audit import LogFilter
from services.audit_keys import LogKeys
from services.log import Subject
from web.acting import Act, Caller

READERS = (UserRole.AUDITOR, UserRole.ADMIN)
PAGE = 50
LONGEST = 200
YEARS = range(1971, 2971)
"""Far from the ends of the calendar, where zones would leave it."""
IDS = {"job": "job_id", "application": "application_id", "interview": "interview_id", "actor": "actor_id"}
"""Names of fields that hold an id, and what they filter."""
TIMES = ("since", "until")
FIELDS = (*IDS, "action", "trigger", "flag", *TIMES, "text")


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as somebody typed it, and what it means."""

    given: Mapping[str, str]
    """Fields that are not empty, as they were typed."""
    wanted: LogFilter
    errors: Mapping[str, str] = field(default_factory=dict)
    """By field: why it means nothing."""


def asked(given: Mapping[str, str], zone: str) -> Asked:
    """Read the fields of the search form; times without an offset are meant in `zone`."""
    typed = {name: given.get(name, "").strip()[:LONGEST] for name in FIELDS}
    typed = {name: value for name, value in typed.items() if value}
    errors: dict[str, str] = {}
    values: dict[str, Any] = {}
    for name, value in typed.items():
        try:
            values[IDS.get(name, name)] = _read(name, value, zone)
        except ValueError:
            errors[name] = WHAT_FITS[name]
    since, until = values.get("since"), values.get("until")
    if since is not None and until is not None and since >= until:
        errors["until"] = "This is not after the beginning."
    return Asked(typed, LogFilter(**values), errors)


WHAT_FITS: Mapping[str, str] = {
    **dict.fromkeys(IDS, "This is not an id: 32 digits and letters a to f, with hyphens."),
    **dict.fromkeys(TIMES, "This is not a date with a time, for example 2026-03-02T08:00."),
    "trigger": f"There are: {', '.join(Trigger)}.",
    "flag": f"There are: {', '.join(Flag)}.",
    "action": "",
    "text": "Words are letters and digits.",
}


def _read(name: str, value: str, zone: str) -> object:
    if name in IDS:
        return UUID(value)
    if name in TIMES:
        instant = datetime.fromisoformat(value)
        if instant.year not in YEARS:
            raise ValueError(value)
        return instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(zone))
    if name == "trigger":
        return Trigger(value).value
    if name == "text" and audit.words_of(value) is None:
        raise ValueError(value)
    return value


@dataclass(frozen=True, slots=True)
class Look:
    """An auditor's transaction: in the role that reads the whole log and writes nothing."""

    act: Act
    session: AsyncSession


@asynccontextmanager
async def looking(
    caller: Caller, what: Seen = Seen.LOG, subject: Subject | None = None, purpose: Purpose = Purpose.PAGE
) -> AsyncIterator[Look]:
    """Note the look in the caller's own name, then read. Raises ForbiddenError for a role that may not."""
    async with caller.begin() as act:
        act.needs(*READERS)
        await access.note(act.session, what, subject or Subject(), at=act.at, purpose=purpose)
        await audit.as_auditor(act.session)
        yield Look(act, act.session)


@asynccontextmanager
async def snapshot(caller: Caller) -> AsyncIterator[AsyncSession]:
    """One moment of the whole log, for as long as reading it takes. Note the look before."""
    async with caller.deps.sessions() as session:
        await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        await audit.as_auditor(session)
        yield session


def keys_of(caller: Caller) -> LogKeys:
    """The keys of this installation. Raises SetupError when none is set."""
    if caller.deps.log_keys is None:
        raise SetupError(
            "This installation has no key to sign the log with.",
            remedy="Its operator sets UNDERSTUDY_AUDIT_KEY.",
        )
    return caller.deps.log_keys
