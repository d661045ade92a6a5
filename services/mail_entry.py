"""The calendar entry that travels with a mail, unless a connected calendar holds it already."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import calendar_uid
from domain.vocabulary import CalendarHealth, MailTemplate
from models import CalendarAccount, CalendarEntryRow, EmailMessage, Interview

ENTRY_METHOD = {
    MailTemplate.CONFIRMATION: "REQUEST",
    MailTemplate.INTERVIEWER_CONFIRMATION: "REQUEST",
    MailTemplate.CANCELLATION: "CANCEL",
    MailTemplate.INTERVIEWER_CANCELLATION: "CANCEL",
}
"""Mails that carry a calendar entry, with the iTIP method of the entry."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A calendar entry as the mail carries it. Times are business time."""

    uid: str
    sequence: int
    method: str
    start: datetime
    duration: timedelta
    attendees: tuple[tuple[str, str], ...]


async def in_calendar(session: AsyncSession, mail: EmailMessage) -> bool:
    """Whether the recipient's connected calendar holds the entry, so that the mail needs not bring it."""
    if mail.user_id is None or mail.interview_id is None or mail.template not in ENTRY_METHOD:
        return False
    # A dead calendar is not brought up to date: there the mail does it, also when the entry is to go.
    wanted = mail.details.get("calendar_sequence") if ENTRY_METHOD[mail.template] == "REQUEST" else None
    written = CalendarEntryRow.sequence
    up_to_date = written.is_not(None) if wanted is None else written == wanted
    found = await session.scalar(
        select(CalendarEntryRow.interview_id)
        .join(CalendarAccount, CalendarAccount.id == CalendarEntryRow.account_id)
        .where(
            CalendarAccount.user_id == mail.user_id,
            CalendarAccount.health != CalendarHealth.DEAD,
            CalendarEntryRow.interview_id == mail.interview_id,
            up_to_date,
        )
    )
    return found is not None


def entry(
    mail: EmailMessage, interview: Interview, attendees: tuple[tuple[str, str], ...]
) -> CalendarEntry | None:
    """The entry of a mail that brings or cancels one; names and addresses of the attendees are given."""
    method = ENTRY_METHOD.get(mail.template)
    if method is None or interview.scheduled_time is None:
        return None
    return CalendarEntry(
        uid=calendar_uid(interview.id),
        sequence=int(mail.details.get("calendar_sequence", interview.calendar_sequence)),
        method=method,
        start=interview.scheduled_time,
        duration=interview.duration,
        attendees=attendees,
    )


def start_of_erased(mail: EmailMessage) -> datetime | None:
    """When an interview was to be whose candidate was erased: its row is gone, the mail that calls it off knows."""
    erased = mail.details.get("erased")
    return datetime.fromisoformat(erased["start"]) if isinstance(erased, dict) else None


def entry_of_erased(mail: EmailMessage, attendees: tuple[tuple[str, str], ...]) -> CalendarEntry | None:
    """The entry that takes such an interview out of a calendar."""
    start, method = start_of_erased(mail), ENTRY_METHOD.get(mail.template)
    if start is None or method is None:
        return None
    erased = mail.details["erased"]
    return CalendarEntry(
        uid=calendar_uid(UUID(erased["interview"])),
        sequence=int(mail.details["calendar_sequence"]),
        method=method,
        start=start,
        duration=timedelta(minutes=float(erased["minutes"])),
        attendees=attendees,
    )
