"""Spans of time, and sums and differences of them. All results are in UTC, earliest first, without overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import attrgetter

by_start = attrgetter("start")
"""Sort key: the start of a span."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open interval of instants, `start` inclusive, `end` exclusive, both aware.

    Two times of one zone compare by their wall clocks, which is wrong in the hour that is repeated when
    clocks go back; so spans that are compared directly are in UTC.
    """

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """Elapsed time from start to end."""
        return self.end.astimezone(UTC) - self.start.astimezone(UTC)

    def overlaps(self, other: "Span") -> bool:
        """Whether both share an instant."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


def merge(spans: Iterable[Span]) -> list[Span]:
    """The union. Spans that touch become one; a span without length holds no instant and is left out."""
    merged: list[Span] = []
    for span in sorted(in_utc(list(spans)), key=by_start):
        if span.end <= span.start:
            continue
        if not merged or merged[-1].end < span.start:
            merged.append(span)
        elif merged[-1].end < span.end:
            merged[-1] = Span(merged[-1].start, span.end)
    return merged


def subtract(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """What is left of the union of `spans` without the union of `taken`."""
    left: list[Span] = []
    holes = merge(taken)
    first = 0
    for span in merge(spans):
        start = span.start
        while first < len(holes) and holes[first].end <= start:
            first += 1
        position = first
        while position < len(holes) and holes[position].start < span.end:
            if start < holes[position].start:
                left.append(Span(start, holes[position].start))
            start = holes[position].end
            position += 1
        # The last hole may reach into the next span, so `first` stays where it is.
        if start < span.end:
            left.append(Span(start, span.end))
    return left


def clip(spans: Iterable[Span], window: Span) -> list[Span]:
    """The parts of the union of `spans` that lie inside `window`."""
    (bounds,) = in_utc([window])
    inside = (Span(max(s.start, bounds.start), min(s.end, bounds.end)) for s in merge(spans))
    return [span for span in inside if span.start < span.end]


def in_utc(spans: Sequence[Span]) -> Sequence[Span]:
    """The same spans in UTC, so that they compare as instants; the same sequence when they are already."""
    if {span.start.tzinfo for span in spans} | {span.end.tzinfo for span in spans} <= {UTC}:
        return spans
    return [Span(span.start.astimezone(UTC), span.end.astimezone(UTC)) for span in spans]
