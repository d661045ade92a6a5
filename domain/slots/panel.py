"""Who interviews: all of these people and one of each of these pools."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from uuid import UUID

from domain.errors import InvalidInputError
from domain.slots.hours import WorkingHours

NO_TIME = timedelta(0)
SHORTEST_MEMBERSHIP = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Somebody who could interview, as a member of one pool (or as somebody who is always there)."""

    user_id: UUID
    hours: WorkingHours
    member_since: datetime
    """When they joined the pool. Together with `load` it makes shares fair."""
    load: int = 0
    """Interviews they took as a member. One that is being moved does not count."""
    buffer_before: timedelta = NO_TIME
    buffer_after: timedelta = NO_TIME
    """Time without meetings around an interview. See `free_slots`."""
    per_day: int | None = None
    per_week: int | None = None
    """Most interviews on one date of their zone, and in one ISO week of it. 0 means none, None means any."""

    def __post_init__(self) -> None:
        if min(self.buffer_before, self.buffer_after) < NO_TIME:
            raise InvalidInputError("A buffer cannot be negative.", field="buffer", remedy="Give 0 or more.")
        if any(limit is not None and limit < 0 for limit in (self.per_day, self.per_week)):
            raise InvalidInputError(
                "A limit of interviews cannot be negative.",
                field="limit",
                remedy="Give 0 for none, or no limit for any number.",
            )

    def rate(self, at: datetime) -> Fraction:
        """Interviews per second of membership, exact.

        Time, not numbers, makes shares fair: somebody new is not given everything until they have caught up
        with those who have been there for years. The first day counts as whole, so one interview is enough
        to bring somebody of today to the end of the queue.
        """
        membership = max(at - self.member_since, SHORTEST_MEMBERSHIP)
        return Fraction(self.load, max(1, int(membership.total_seconds())))


@dataclass(frozen=True, slots=True)
class Panel:
    """Everybody of `required`, and one member of each of `pools`; nobody takes two seats."""

    required: Sequence[Interviewer] = ()
    pools: Sequence[Sequence[Interviewer]] = ()

    def __post_init__(self) -> None:
        if len({one.user_id for one in self.required}) < len(self.required):
            raise InvalidInputError(
                "Somebody is named twice among those who must be there.",
                field="required",
                remedy="Name each person once.",
            )

    @classmethod
    def any_of(cls, interviewers: Sequence[Interviewer]) -> "Panel":
        """One interviewer, whoever of these is free."""
        return cls(pools=(tuple(interviewers),))


@dataclass(frozen=True, slots=True)
class Booking:
    """An interview that somebody has, for counting against their limits."""

    user_id: UUID
    interview_id: UUID
    start: datetime


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that a whole panel could take."""

    start: datetime
    end: datetime
    interviewer_ids: tuple[UUID, ...]
    """Those who must be there in the order of the panel, then one of each pool in the order of the pools."""

    @property
    def interviewer_id(self) -> UUID:
        """Who leads: the first."""
        return self.interviewer_ids[0]
