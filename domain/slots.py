"""Free interview times. Rules live in wall-clock time of the interviewer's zone, instants in UTC (I15)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

STEP = timedelta(minutes=30)
"""Slots begin on half hours of the interviewer's wall clock, unless a slot is longer."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open interval of instants, `start` inclusive, `end` exclusive, both aware."""

    start: datetime
    end: datetime

    def overlaps(self, other: "Span") -> bool:
        """Whether both share an instant."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When an interviewer works, in the wall-clock time of their zone."""

    user_id: UUID
    zone: str
    starts: time
    ends: time
    days: frozenset[int]
    """ISO weekdays, Monday is 1."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A time one interviewer could take."""

    start: datetime
    end: datetime
    interviewer_id: UUID


def weekdays(mask: int) -> frozenset[int]:
    """ISO weekdays of a bit mask in which Monday is 1 and Sunday 64."""
    return frozenset(day for day in range(1, 8) if mask & (1 << (day - 1)))


def _days(window: Span, zone: ZoneInfo) -> Iterator[date]:
    day = window.start.astimezone(zone).date()
    last = window.end.astimezone(zone).date()
    while day <= last:
        yield day
        day += timedelta(days=1)


def working_spans(hours: WorkingHours, window: Span) -> Iterator[Span]:
    """The interviewer's working times inside `window`, as UTC.

    09:00 stays 09:00 when the clocks change; a shift that ends at or before its start ends at midnight.
    """
    zone = ZoneInfo(hours.zone)
    for day in _days(window, zone):
        if day.isoweekday() not in hours.days:
            continue
        ends_on = day if hours.ends > hours.starts else day + timedelta(days=1)
        ends = hours.ends if hours.ends > hours.starts else time(0)
        start = datetime.combine(day, hours.starts, tzinfo=zone).astimezone(UTC)
        end = datetime.combine(ends_on, ends, tzinfo=zone).astimezone(UTC)
        if end > start:
            yield Span(start, end)


def free_slots(
    interviewers: Sequence[WorkingHours],
    busy: Iterable[tuple[UUID, Span]],
    window: Span,
    length: timedelta,
) -> list[Slot]:
    """Every start at which at least one interviewer is free for `length`, earliest first.

    When several are free the one with fewer busy spans in the window takes it (fair load), then the smaller
    id. `window` is the earliest start (minimum notice) to the latest end.
    """
    taken: dict[UUID, list[Span]] = {hours.user_id: [] for hours in interviewers}
    for user_id, span in busy:
        if user_id in taken:
            taken[user_id].append(span)
    by_load = sorted(interviewers, key=lambda h: (len(taken[h.user_id]), h.user_id))
    found: dict[datetime, Slot] = {}
    for hours in by_load:
        spans = sorted(taken[hours.user_id], key=lambda s: s.start)
        for slot in _slots_of(hours, spans, window, length):
            found.setdefault(slot.start, slot)
    return [found[start] for start in sorted(found)]


def _slots_of(hours: WorkingHours, busy: list[Span], window: Span, length: timedelta) -> Iterator[Slot]:
    step = max(STEP, length) if length > STEP else STEP
    position = 0
    for shift in working_spans(hours, window):
        start = shift.start
        while start + length <= shift.end:
            slot = Span(start, start + length)
            while position < len(busy) and busy[position].end <= slot.start:
                position += 1
            clash = any(b.overlaps(slot) for b in _from(busy, position, slot.end))
            if not clash and window.holds(slot):
                yield Slot(slot.start, slot.end, hours.user_id)
            start += step


def _from(busy: list[Span], position: int, until: datetime) -> Iterator[Span]:
    while position < len(busy) and busy[position].start < until:
        yield busy[position]
        position += 1


def nearest(slots: Sequence[Slot], wanted: Sequence[Span], count: int) -> list[Slot]:
    """Up to `count` slots inside the wanted times, at most one a wanted interval first, then the earliest."""
    inside = [s for s in slots if any(w.holds(Span(s.start, s.end)) for w in wanted)]
    chosen: list[Slot] = []
    for interval in wanted:
        first = next((s for s in inside if s not in chosen and interval.holds(Span(s.start, s.end))), None)
        if first is not None and len(chosen) < count:
            chosen.append(first)
    chosen += [s for s in inside if s not in chosen][: count - len(chosen)]
    return sorted(chosen, key=lambda s: s.start)


def spread(slots: Sequence[Slot], count: int) -> list[Slot]:
    """A few slots to name in a mail: the earliest of different days first."""
    chosen: list[Slot] = []
    seen: set[date] = set()
    for slot in slots:
        if slot.start.date() not in seen:
            chosen.append(slot)
            seen.add(slot.start.date())
        if len(chosen) == count:
            return chosen
    chosen += [s for s in slots if s not in chosen][: count - len(chosen)]
    return sorted(chosen, key=lambda s: s.start)
