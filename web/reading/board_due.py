"""What an interview waits for, until when, and how a person reads that."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.states import LIVE_INTERVIEW
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import LeaveKind
from domain.wall_clock import local_time
from models import Interview


@dataclass(frozen=True, slots=True)
class Due:
    """What comes next in an interview."""

    what: str
    at: datetime
    ends_silently: bool
    """Whether the seat passes on at this instant if nothing happens before."""


def due_of(interview: Interview) -> Due | None:
    """The next instant of an interview; None when it is over, or nothing runs against a clock."""
    if interview.status not in LIVE_INTERVIEW:
        return None
    if interview.leave_effective_at is not None:
        what = "the withdrawal" if interview.leave_kind is LeaveKind.WITHDREW else "the decline"
        return Due(f"{what} takes effect", interview.leave_effective_at, ends_silently=True)
    match interview.status:
        case I.INVITATION_SENT if interview.bounced_at is None:
            return Due("time to answer ends", interview.confirmation_deadline, ends_silently=True)
        case I.SLOT_PENDING if interview.bounced_at is None and interview.slot_selection_deadline is not None:
            return Due("time to choose ends", interview.slot_selection_deadline, ends_silently=True)
        case I.CONFIRMED | I.IN_PROGRESS if interview.scheduled_time is not None:
            return Due("interview", interview.scheduled_time, ends_silently=False)
        case _:
            return None


def leaving(interview: Interview) -> str | None:
    """What a candidate has said who may still take it back; None when nobody leaves, or it has taken effect."""
    if interview.status not in LIVE_INTERVIEW or interview.leave_effective_at is None:
        return None
    return "has withdrawn" if interview.leave_kind is LeaveKind.WITHDREW else "has declined"


def span_words(span: timedelta) -> str:
    """A length in its two largest units, rounded down to minutes: `2 d 3 h`, `5 h 12 min`, `4 min`."""
    minutes = max(0, int(span.total_seconds() // 60))
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days:
        return f"{days} d {hours} h" if hours else f"{days} d"
    if hours:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    return f"{minutes} min"


def countdown(at: datetime, now: datetime) -> str:
    """`in 5 h 12 min`, `now`, or `4 min ago`."""
    if abs(at - now) < timedelta(minutes=1):
        return "now"
    return f"in {span_words(at - now)}" if at > now else f"{span_words(now - at)} ago"


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short_instant(at: datetime, now: datetime, zone: str) -> str:
    """For example `today 15:00`, `Tue 14 Apr, 15:00`; the page names the zone once."""
    local, today = local_time(at, zone), local_time(now, zone)
    days = (local.date() - today.date()).days
    if days in _NEAR:
        return f"{_NEAR[days]} {local:%H:%M}"
    year = "" if local.year == today.year else f" {local.year}"
    return f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}{year}, {local:%H:%M}"


_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
