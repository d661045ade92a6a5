"""What a candidate may change about themselves."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError
from domain.messages.catalog import LANGUAGES
from domain.vocabulary import MailTemplate
from models import Application, Candidate
from services import mail
from services.log import Cause
from services.mail import Letter
from services.own import Named, note, rows

LONGEST_NAME, LONGEST_PHONE, LONGEST_ADDRESS = 200, 40, 254
MOST_ADDRESSES = 10
"""New addresses that one person may enter: each gets a mail from us, whoever it belongs to."""
CONFIRM_WITHIN = timedelta(days=2)
"""How long the link that confirms a new address works."""
IN_A_PHONE = frozenset("0123456789 +-/().")
UNFIT = "".join(map(chr, range(32))) + "\x7f"
"""Control characters: no name or number holds one, and a header of a mail must not."""


@dataclass(frozen=True, slots=True)
class Person:
    """What a candidate may correct at once."""

    name: str
    phone: str


async def set_time_zone(
    session: AsyncSession, named: Named, zone: str, *, cause: Cause, at: datetime
) -> None:
    """Keep the zone in which a candidate reads times. The same zone again changes nothing.

    Raises InvalidInputError for a zone that is not in the IANA database.
    """
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidInputError(
            "There is no such time zone.", field="time_zone", remedy="Choose one of the list."
        ) from None
    own = await rows(session, named, lock=True)
    candidate = own.candidate
    if candidate.time_zone != zone:
        candidate.time_zone = zone
        await note(session, own, "time_zone_chosen", cause=cause, at=at)


async def set_language(
    session: AsyncSession, named: Named, language: str, *, cause: Cause, at: datetime
) -> None:
    """Keep the language in which a candidate reads pages and mails. The same again changes nothing.

    Raises InvalidInputError for a language that there are no pages in.
    """
    if language not in LANGUAGES:
        raise InvalidInputError(
            "There are no pages in this language.", field="language", remedy="Choose one of the list."
        )
    own = await rows(session, named, lock=True)
    candidate = own.candidate
    if candidate.language != language:
        candidate.language = candidate.locale = language
        await note(session, own, "language_chosen", cause=cause, at=at)


async def correct(session: AsyncSession, named: Named, person: Person, *, cause: Cause, at: datetime) -> None:
    """Correct name and phone number. The log says which of them, never the words (I8).

    Raises InvalidInputError for an empty or impossible name, and for a number with letters in it.
    """
    name, phone = _name(person.name), _phone(person.phone)
    own = await rows(session, named, lock=True)
    candidate = own.candidate
    changed = [
        field
        for field, new, old in (("name", name, candidate.name), ("phone", phone, candidate.phone))
        if new != old
    ]
    if not changed:
        return
    candidate.name, candidate.phone = name, phone
    if own.application_id is not None and "name" in changed:
        await session.execute(
            update(Application)
            .where(Application.id == own.application_id, Application.applicant_name.is_not(None))
            .values(applicant_name=name)
        )
    await note(session, own, "data_corrected", cause=cause, at=at, fields=changed)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME or any(c in UNFIT for c in name):
        raise InvalidInputError(
            "This is not a name we can write.",
            field="name",
            remedy="Write your name as people should read it.",
        )
    return name


def _phone(text: str) -> str | None:
    phone = " ".join(text.split())
    if len(phone) > LONGEST_PHONE or not set(phone) <= IN_A_PHONE:
        raise InvalidInputError(
            "This is not a phone number.",
            field="phone",
            remedy="Use digits, spaces and +, or leave it empty.",
        )
    return phone or None


async def want_address(
    session: AsyncSession, named: Named, address: str, *, cause: Cause, at: datetime
) -> None:
    """Ask for mails to go to another address. It counts once its owner confirms it; until then nothing changes.

    Both addresses get a mail: the new one with the link that confirms, the present one as a warning.
    Raises InvalidInputError for something that is no address, ConflictError for one too many.
    """
    wanted = _address(address)
    own = await rows(session, named, lock=True)
    candidate = own.candidate
    if candidate.email is not None and wanted.lower() == candidate.email.lower():
        return
    if candidate.email_changes >= MOST_ADDRESSES:
        raise ConflictError("Too many addresses were entered.", remedy="Reply to our mail to reach a person.")
    candidate.pending_email = wanted
    candidate.pending_email_until = at + CONFIRM_WITHIN
    candidate.email_changes += 1
    number = candidate.email_changes
    await note(session, own, "new_address_wanted", cause=cause, at=at, change=number)
    letters = [
        Letter(template, own.subject, candidate_id=candidate.id, sequence=number, details={"change": number})
        for template in (MailTemplate.NEW_ADDRESS, MailTemplate.ADDRESS_CHANGE)
    ]
    await mail.queue(session, at, *letters)


def _address(text: str) -> str:
    address = text.strip()
    local, _, host = address.rpartition("@")
    odd = any(c.isspace() or c in UNFIT or c in '<>,;:"()[]\\' for c in address)
    if not local or "." not in host.strip(".") or "@" in local or odd or len(address) > LONGEST_ADDRESS:
        raise InvalidInputError(
            "This is not a mail address.", field="email", remedy="Write it like name@example.org."
        )
    return address


def awaits_confirmation(candidate: Candidate, change: int, at: datetime) -> bool:
    """Whether the link of this change of address can still confirm it."""
    until = candidate.pending_email_until
    return (
        candidate.pending_email is not None
        and candidate.email_changes == change
        and until is not None
        and at <= until
    )


async def confirm_address(
    session: AsyncSession, named: Named, change: int, *, cause: Cause, at: datetime
) -> None:
    """Write to the new address from now on: whoever has the link reads its mail. Again changes nothing.

    Raises ConflictError when the wish was replaced or ran out, or when another person has this address.
    """
    own = await rows(session, named, lock=True)
    candidate = own.candidate
    if candidate.pending_email is None and candidate.email_changes == change:
        return
    if not awaits_confirmation(candidate, change, at):
        raise ConflictError(
            "This link no longer confirms an address.", remedy="Enter the address again on your page."
        )
    taken = "Another application uses this address."
    known = await session.scalar(select(func.candidate_by_email(candidate.pending_email)))
    if known is not None and known != candidate.id:
        raise ConflictError(
            taken, field="email", remedy="Reply to our mail: a person brings the two together."
        )
    try:
        async with session.begin_nested():
            candidate.email, candidate.pending_email, candidate.pending_email_until = (
                candidate.pending_email,
                None,
                None,
            )
            await session.flush()
    except IntegrityError as error:
        raise ConflictError(taken, field="email", remedy="Reply to our mail.") from error
    if own.application_id is not None:
        await session.execute(
            update(Application)
            .where(Application.id == own.application_id, Application.applicant_email.is_not(None))
            .values(applicant_email=candidate.email)
        )
    await note(session, own, "address_confirmed", cause=cause, at=at, change=change)
