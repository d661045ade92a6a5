"""Mail that comes in: what it can be, and where it comes from.

Nothing in a mail is proven: its sender is what its sender wrote. These types say what a mail claims; the service
that knows the interview decides what that counts for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from domain.calendars import AttendeeReply
from domain.errors import UnderstudyError
from domain.slots import Span


class UnreadableMailError(UnderstudyError):
    """A mail is too large, too deeply nested or otherwise not to be read; the message says which."""

    code = "unreadable_mail"


class ItipMethod(StrEnum):
    """What an attendee's calendar may send to an organizer (RFC 5546, 1.4)."""

    REPLY = "reply"
    COUNTER = "counter"
    REFRESH = "refresh"
    """Asks for the present state of the entry."""


@dataclass(frozen=True, slots=True)
class ItipAnswer:
    """What a calendar program says in a mail about one of our entries."""

    method: ItipMethod
    uid: str
    sequence: int
    """The version that was answered; one below the present version answers an earlier time."""
    attendee: str
    """Mail address in lower case as the entry names it; empty when that is not clear."""
    reply: AttendeeReply
    proposed: Span | None = None
    """Of a COUNTER, in UTC. None when the other time is not stated in a readable way."""
    comment: str = ""
    sender_is_attendee: bool = False
    """Whether the mail claims to be from the attendee. False is usual for aliases and assistants, and for fraud."""


@dataclass(frozen=True, slots=True)
class CalendarReply:
    """A mail with answers of a calendar program."""

    sender: str
    """The claimed sender's address in lower case; empty when there is none."""
    answers: Sequence[ItipAnswer]
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class Bounce:
    """A mail of ours that did not arrive at one recipient (RFC 3464)."""

    recipient: str
    """Mail address in lower case."""
    status: str
    """Such as `5.1.1` (RFC 3463); the first digit 4 means that the mail server goes on trying."""
    message_id: str
    """Of the mail that did not arrive, with angle brackets; empty when the report does not say."""

    @property
    def permanent(self) -> bool:
        """Whether this mail will never arrive."""
        return self.status.startswith("5")


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """A mail server's report. Reports of success hold no bounces."""

    bounces: Sequence[Bounce]
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class AutomaticReply:
    """An out-of-office answer or another mail that a machine wrote: no person has answered."""

    sender: str
    in_reply_to: Sequence[str] = ()
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class PlainReply:
    """A mail in words."""

    sender: str
    text: str = field(repr=False)
    """As written, quoted parts included."""
    in_reply_to: Sequence[str] = ()
    """Message-IDs of the mails it answers, the nearest first."""
    subject: str = field(default="", repr=False)
    message_id: str = ""


Incoming = CalendarReply | DeliveryReport | AutomaticReply | PlainReply


class IncomingKind(StrEnum):
    """What a mail is."""

    CALENDAR_REPLY = "calendar_reply"
    DELIVERY_REPORT = "delivery_report"
    AUTOMATIC_REPLY = "automatic_reply"
    PLAIN_REPLY = "plain_reply"


class IncomingOutcome(StrEnum):
    """What became of a mail."""

    DONE = "done"
    """It had its effect: a step of the interview, a message of the conversation, a pause."""
    PASSED_ON = "passed_on"
    """The recruiter is told."""
    NOTED = "noted"
    """About one of our interviews, and it changes nothing: a yes, an out-of-office answer, an old version."""
    NOT_THEIRS = "not_theirs"
    """About one of our interviews, and its sender may not act on it."""
    TOO_MANY = "too_many"
    """More mails about one interview and day than honest people send."""
    NOT_OURS = "not_ours"
    """About nothing that we know."""
    REPEATED = "repeated"
    """It was handled before. Never stored."""


@dataclass(frozen=True, slots=True)
class ReceivedMail:
    """A mail as it lies in a mailbox."""

    key: str
    """Names the mail in its mailbox."""
    content: bytes = field(repr=False)
    whole: bool = True
    """False when the mail is larger than the mailbox was asked for, and only its beginning is here."""


class IncomingMail(Protocol):
    """A mailbox that mail for us arrives in.

    A mail is handed out again until it is done, also after a crash: whoever handles it notes its Message-ID
    together with what it changed. Every call raises UnavailableError when a later try may work and SetupError
    when user, password or folder are refused.
    """

    async def fetch(self, limit: int) -> Sequence[ReceivedMail]:
        """At most `limit` mails that are not done, oldest first. Changes nothing."""

    async def done(self, keys: Sequence[str]) -> None:
        """Never hand these out again. One that is gone already is done."""

    async def set_aside(self, keys: Sequence[str]) -> None:
        """Never hand these out again, and show them to a person: they could not be handled."""
