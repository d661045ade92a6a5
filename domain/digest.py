"""What a recruiter's morning needs: what happened, what waits for a person, what is due next. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

MORNING = time(8)
"""Wall-clock time of the digest in the reader's own zone."""
LONGEST = timedelta(days=7)
"""A digest never looks back further, however long nothing could be sent."""
SOON = timedelta(days=2)
"""How far ahead "due next" looks."""


class Event(StrEnum):
    """What happened, as the digest counts it. The values are actions of the log."""

    APPLIED = "application_received"
    SHORTLISTED = "shortlisted"
    PROMOTED = "promoted"
    INVITED = "invitation_sent"
    ACCEPTED = "invitation_accepted"
    BOOKED = "slot_picked"
    RESCHEDULED = "interview_rescheduled"
    DECLINED = "interview_declined"
    WITHDREW = "interview_withdrew"
    EXPIRED = "interview_expired"
    COMPLETED = "interview_completed"
    NO_SHOW = "interview_no_show"
    REPLACED = "interviewer_replaced"
    MAIL_FAILED = "mail_failed"
    MAIL_BOUNCED = "mail_bounced"
    CLOSED = "job_closed"
    FILLED = "job_filled"
    EXHAUSTED = "job_exhausted"
    CANCELLED = "job_cancelled"


class Need(StrEnum):
    """What waits for a person."""

    CONVERSATION = "conversation"
    REQUEST = "request"
    REVIEW = "review"
    OUTCOME = "outcome"
    RESTING = "resting"
    UNFILLED = "unfilled"
    HELD = "held"
    CALENDAR = "calendar"


class Ahead(StrEnum):
    """What falls due by itself."""

    ANSWER = "answer"
    CHOICE = "choice"
    INTERVIEW = "interview"
    REVIEW = "review"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Due:
    """How many of a kind fall due soon, and the first of them."""

    kind: Ahead
    count: int
    first: datetime


@dataclass(frozen=True, slots=True)
class JobNews:
    """One job of a digest."""

    job_id: UUID
    title: str
    company: str
    status: str
    happened: Mapping[Event, int]
    needs: Mapping[Need, int]
    due: tuple[Due, ...]

    @property
    def has_news(self) -> bool:
        """Whether anything happened or waits. What merely falls due by itself is no news."""
        return bool(self.happened or self.needs)


@dataclass(frozen=True, slots=True)
class DigestContent:
    """A digest of one person."""

    since: datetime
    until: datetime
    jobs: tuple[JobNews, ...]
    """Those that need a person first."""

    @property
    def has_news(self) -> bool:
        """Whether there is something to say."""
        return any(job.has_news for job in self.jobs)

    @property
    def needs(self) -> int:
        """How many things wait for a person."""
        return sum(sum(job.needs.values()) for job in self.jobs)


def morning(day: date, zone: str) -> datetime:
    """The instant of the digest of a day, on the wall clock of the zone (IANA name)."""
    return datetime.combine(day, MORNING, ZoneInfo(zone))


def due_day(now: datetime, zone: str) -> date | None:
    """The day whose digest is due, in the zone; None before the morning."""
    local = now.astimezone(ZoneInfo(zone))
    return local.date() if local.time() >= MORNING else None


def start_of(last: datetime | None, now: datetime) -> datetime:
    """From when a digest tells: where the last one ended, a day without one, a week at most.

    After days without a worker there is one digest over all of them, not one for each.
    """
    if last is None:
        return now - timedelta(days=1)
    return max(last, now - LONGEST)
