"""Answers of calendar programs in a mail: REPLY, COUNTER and REFRESH (RFC 5546), as text/calendar (RFC 6047).

DECLINECOUNTER, REQUEST, PUBLISH, ADD and CANCEL are an organizer's to send, and the organizer are we: they are no
answers and are left out.
"""

from collections.abc import Iterator
from datetime import UTC
from typing import Any

from icalendar import Component

from domain.calendars import AttendeeReply
from domain.incoming import ItipAnswer, ItipMethod, UnreadableMailError
from domain.slots import Span
from integrations.calendar_text import parse_calendar
from integrations.itip.envelope import Mail, Part

LARGEST_MAIL = 10 * 1024 * 1024
"""Bytes of a mail that is looked into."""
_LARGEST_CALENDAR = 256 * 1024
_MOST_CALENDARS = 4
_MOST_LINES = 5_000
_MOST_PARTS = 100
_MOST_ANSWERS = 20
_LONGEST_COMMENT = 2_000
_LONGEST_UID = 255
_KINDS = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})
_METHODS = {method.value.upper(): method for method in ItipMethod}
_REPLIES = {
    "ACCEPTED": AttendeeReply.ACCEPTED,
    "TENTATIVE": AttendeeReply.TENTATIVE,
    "DECLINED": AttendeeReply.DECLINED,
}


def read_itip(raw_mail: bytes, *, limit: int = LARGEST_MAIL) -> list[ItipAnswer]:
    """The answers in a mail of at most `limit` bytes, each once; none when it holds no calendar's answer.

    Recurrence rules are never expanded. Raises UnreadableMailError for a mail that is too large or nested, and
    when a calendar's answer is there but none can be read.
    """
    return answers_of(Mail(raw_mail, limit))


def answers_of(mail: Mail) -> list[ItipAnswer]:
    """As `read_itip`, of a mail that is taken apart already."""
    found: dict[ItipAnswer, None] = {}
    problems: list[str] = []
    for part in [part for part in mail.parts if _is_calendar(part)][:_MOST_CALENDARS]:
        try:
            found.update(dict.fromkeys(_answers(part, mail.sender)))
        except ValueError as error:
            problems.append(str(error)[:200])
    if problems and not found:
        raise UnreadableMailError(f"A calendar's answer cannot be read: {problems[0]}")
    return list(found)[:_MOST_ANSWERS]


def _is_calendar(part: Part) -> bool:
    name = part.message.get_filename("")
    # Some programs send the file without saying what it is.
    return part.kind in _KINDS or (
        part.kind == "application/octet-stream" and isinstance(name, str) and name.lower().endswith(".ics")
    )


def _answers(part: Part, sender: str) -> Iterator[ItipAnswer]:
    content = part.content()
    if len(content) > _LARGEST_CALENDAR or content.count(b"\n") + content.count(b"\r") > 2 * _MOST_LINES:
        raise ValueError("the calendar is too large")
    calendar = parse_calendar(part.text(), most_parts=_MOST_PARTS)
    # The object itself decides; its header may be wrong after a forwarding, and only helps when it is silent.
    named = str(calendar.get("METHOD", "") or part.parameter("method")).strip().upper()
    method = _METHODS.get(named)
    if method is None:
        return
    for event in calendar.walk("VEVENT"):
        uid = str(event.get("UID", "")).strip()
        if not uid or len(uid) > _LONGEST_UID or not uid.isprintable():
            raise ValueError("the entry has no usable UID")
        person = _attendee(event, sender)
        address = _address(person)
        yield ItipAnswer(
            method=method,
            uid=uid,
            sequence=_number(event.get("SEQUENCE")),
            attendee=address,
            reply=_reply(method, person),
            proposed=_proposed(event) if method is ItipMethod.COUNTER else None,
            comment=_comment(event),
            sender_is_attendee=bool(address) and address == sender,
        )


def _attendee(event: Component, sender: str) -> Any:
    """Who answers: the sender where the entry names them, else the only one it names."""
    people = _all(event, "ATTENDEE")
    own = [person for person in people if _address(person) == sender and sender]
    if own:
        return own[0]
    return people[0] if len(people) == 1 else None


def _address(person: Any) -> str:
    text = str(person or "").strip().lower()
    address = text.removeprefix("mailto:").strip()
    return address if "@" in address and address.isprintable() and " " not in address else ""


def _reply(method: ItipMethod, person: Any) -> AttendeeReply:
    if method is ItipMethod.REFRESH or person is None:
        return AttendeeReply.NEEDS_ACTION
    stated = str(getattr(person, "params", {}).get("PARTSTAT", "")).upper()
    return _REPLIES.get(stated, AttendeeReply.NEEDS_ACTION)


def _proposed(event: Component) -> Span | None:
    """The other time, when it is a time with a zone and a length."""
    try:
        start, end = event.start, event.end  # type: ignore[attr-defined] # walk() promises events
        span = Span(start.astimezone(UTC), end.astimezone(UTC)) if start.tzinfo and end.tzinfo else None
    except (ValueError, AttributeError, ArithmeticError, TypeError):
        return None  # whole days, local times, rubbish: a person or the negotiation asks
    return span if span and span.start < span.end else None


def _comment(event: Component) -> str:
    return "\n".join(str(text).strip() for text in _all(event, "COMMENT"))[:_LONGEST_COMMENT]


def _all(event: Component, name: str) -> list[Any]:
    value = event.get(name)
    return [] if value is None else value if isinstance(value, list) else [value]


def _number(value: object) -> int:
    text = str(value if value is not None else 0).strip()
    return int(text[:9]) if text.isascii() and text.isdigit() else 0
