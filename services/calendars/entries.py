"""Our entries in connected calendars: wanted with a booking, written by the calendar's workflow, taken out after."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.calendar_plan import WRITE_TRIES
from domain.calendars import CalendarEntry, StoredEntry
from domain.identifiers import calendar_uid
from domain.vocabulary import CalendarSyncMethod
from domain.vocabulary import InterviewStatus as I
from models import CalendarAccount, CalendarEntryRow, Candidate, Interview, Job, User
from services import outbox
from services.calendars import accounts

BOOKED = (I.CONFIRMED, I.IN_PROGRESS)
KEPT = (I.CONFIRMED, I.IN_PROGRESS, I.COMPLETED, I.NO_SHOW)
"""Entries of these stay: what took place, or should have, is not taken out of a calendar."""


def people_of(interview: Interview) -> list[UUID]:
    """Everybody who conducts an interview, the lead first."""
    return [*([interview.interviewer_id] if interview.interviewer_id else []), *interview.panel]


async def want(session: AsyncSession, interview: Interview) -> bool:
    """Ask for entries in the calendars of everybody who conducts a booked interview.

    Returns whether any is still to be written: then their workflows say when all is told.
    """
    connected = await accounts.of_users(session, people_of(interview))
    if not connected:
        return False
    rows = [{"account_id": a.id, "interview_id": interview.id} for a in connected.values()]
    await session.execute(insert(CalendarEntryRow).on_conflict_do_nothing(), rows)
    pending = await _pending(session, interview)
    key = f"book:{interview.id}:{interview.calendar_sequence}"
    await outbox.tell_calendars(session, pending, key, "book")
    await outbox.tell_calendars(session, await _left(session, interview), key, "left")
    return bool(pending)


async def _pending(session: AsyncSession, interview: Interview) -> list[UUID]:
    """Accounts whose entry is behind the booking and may still be written."""
    query = (
        select(CalendarEntryRow.account_id)
        .join(CalendarAccount, CalendarAccount.id == CalendarEntryRow.account_id)
        .where(
            CalendarEntryRow.interview_id == interview.id,
            CalendarAccount.user_id.in_(people_of(interview)),
            CalendarEntryRow.sequence.is_distinct_from(interview.calendar_sequence),
            CalendarEntryRow.attempts < WRITE_TRIES,
        )
    )
    return list(await session.scalars(query))


async def _left(session: AsyncSession, interview: Interview) -> list[UUID]:
    """Accounts that hold an entry although their owner does not take part any more."""
    query = (
        select(CalendarEntryRow.account_id)
        .join(CalendarAccount, CalendarAccount.id == CalendarEntryRow.account_id)
        .where(
            CalendarEntryRow.interview_id == interview.id,
            CalendarAccount.user_id.not_in(people_of(interview)),
        )
    )
    return list(await session.scalars(query))


async def settled(session: AsyncSession, interview: Interview) -> bool:
    """Whether every wanted entry was written, or was given up."""
    return not await _pending(session, interview)


async def method_of(session: AsyncSession, interview: Interview, user_id: UUID) -> CalendarSyncMethod:
    """How a person's calendar learns of the booking: by its provider when the entry stands there, else by mail."""
    provider = await session.scalar(
        select(CalendarAccount.provider)
        .join(CalendarEntryRow, CalendarEntryRow.account_id == CalendarAccount.id)
        .where(
            CalendarEntryRow.interview_id == interview.id,
            CalendarAccount.user_id == user_id,
            CalendarEntryRow.sequence == interview.calendar_sequence,
        )
    )
    return CalendarSyncMethod(provider.value) if provider else CalendarSyncMethod.ICS_FALLBACK


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done in one calendar."""

    write: tuple[UUID, ...]
    remove: tuple[UUID, ...]


async def work(session: AsyncSession, account: CalendarAccount) -> Work:
    """Interviews whose entry is behind, and those whose entry has to go."""
    rows = await session.execute(
        select(CalendarEntryRow, Interview)
        .outerjoin(Interview, Interview.id == CalendarEntryRow.interview_id)
        .where(
            CalendarEntryRow.account_id == account.id,
            or_(
                Interview.id.is_(None),
                Interview.status.not_in(KEPT),
                CalendarEntryRow.sequence.is_distinct_from(Interview.calendar_sequence),
                Interview.interviewer_id != account.user_id,
            ),
        )
        .order_by(CalendarEntryRow.created_at, CalendarEntryRow.interview_id)
    )
    write, remove = [], []
    for entry, interview in rows:
        if interview is None or interview.status not in KEPT or account.user_id not in people_of(interview):
            remove.append(entry.interview_id)
        elif (
            interview.status in BOOKED
            and entry.attempts < WRITE_TRIES
            and entry.sequence != interview.calendar_sequence
        ):
            write.append(entry.interview_id)
    return Work(tuple(write), tuple(remove))


async def compose(
    session: AsyncSession, interview: Interview, organizer: tuple[str, str], board_url: str
) -> CalendarEntry | None:
    """The entry of a booked interview. None when there is nothing to write any more."""
    if interview.scheduled_time is None or interview.status not in BOOKED:
        return None
    candidate = await session.get(Candidate, interview.candidate_id)
    job = await session.get(Job, interview.job_id) if interview.job_id else None
    people = people_of(interview)
    by_id = {user.id: user for user in await session.scalars(select(User).where(User.id.in_(people)))}
    interviewers = [by_id[user] for user in people if user in by_id]
    title = job.title if job else "Interview"
    guests = [(candidate.name, candidate.email)] if candidate and candidate.email else []
    return CalendarEntry(
        uid=calendar_uid(interview.id),
        sequence=interview.calendar_sequence,
        start=interview.scheduled_time,
        end=interview.scheduled_time + interview.duration,
        zone=interviewers[0].time_zone if interviewers else "UTC",
        title=f"Interview: {candidate.name if candidate else 'candidate'}, {title}",
        description=board_url.format(job_id=job.id) if job else "",
        location=job.location if job else "",
        organizer=organizer,
        attendees=(*((u.name, u.email) for u in interviewers), *guests),
        video=job is not None and not job.location,
    )


async def void(session: AsyncSession, account: CalendarAccount, found: Collection[UUID]) -> None:
    """The calendar listed everything, and only these of our entries are there: others are written again.

    So are those that were given up: a calendar is listed anew when it was connected again.
    """
    rows = await session.execute(
        select(CalendarEntryRow, Interview)
        .join(Interview, Interview.id == CalendarEntryRow.interview_id)
        .where(CalendarEntryRow.account_id == account.id, Interview.status.in_(BOOKED))
    )
    for entry, interview in rows:
        entry.attempts = 0
        if interview.id not in found:
            entry.sequence = None


async def try_again(session: AsyncSession, account_id: UUID) -> None:
    """The calendar is back: entries that were given up are tried again, so that it is in step."""
    await session.execute(
        update(CalendarEntryRow)
        .where(CalendarEntryRow.account_id == account_id, CalendarEntryRow.attempts > 0)
        .values(attempts=0)
    )


async def row(
    session: AsyncSession, account_id: UUID, interview_id: UUID, *, lock: bool = False
) -> CalendarEntryRow | None:
    """Our entry of one interview in one calendar."""
    query = select(CalendarEntryRow).where(
        CalendarEntryRow.account_id == account_id, CalendarEntryRow.interview_id == interview_id
    )
    found: CalendarEntryRow | None = await session.scalar(query.with_for_update() if lock else query)
    return found


def written(entry: CalendarEntryRow, sequence: int, stored: StoredEntry) -> None:
    """The calendar has the entry in this version."""
    entry.sequence, entry.event_id, entry.etag = sequence, stored.event_id, stored.etag
    entry.attempts, entry.last_error = 0, None


async def forget(session: AsyncSession, account_id: UUID, interview_id: UUID) -> None:
    """The calendar has no entry of this interview any more."""
    await session.execute(
        delete(CalendarEntryRow).where(
            CalendarEntryRow.account_id == account_id, CalendarEntryRow.interview_id == interview_id
        )
    )


async def clear(session: AsyncSession, interview_id: UUID, at: datetime) -> None:
    """An interview is over: calendars that hold its entry look whether it has to go."""
    held = await accounts.entries_of(session, interview_id)
    await outbox.tell_calendars(session, held, f"over:{interview_id}:{at.timestamp()}", "over")
