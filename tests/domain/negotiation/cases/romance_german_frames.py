"""Explicit dates and hours to the intervals a case expects.

A span names a date ("03-17", month and day in the frame's year), a start and an end on the wall clock of a zone
(the candidate's unless another is given). `Frame.resolve` turns spans into instants and clips them to the
window [reference + 12 h, reference + 14 days] of elapsed time. The stand-in date `EVERY` means each Monday to
Friday the window touches, `WEEKENDS` each Saturday and Sunday of the weeks it touches.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

EVERY = "every"
MIDNIGHT = "24:00"


@dataclass(frozen=True)
class Span:
    """Wall-clock time on one date; `zone` None means the candidate's."""

    day: str
    start: str
    end: str
    zone: str | None = None


Spans = list[Span]


def box(day: str, start: str, end: str, zone: str | None = None) -> Spans:
    """One stretch of one day."""
    return [Span(day, start, end, zone)]


def days(*names: str, start: str = "07:00", end: str = "22:00", zone: str | None = None) -> Spans:
    """The same stretch on several dates; without hours the day envelope."""
    return [Span(name, start, end, zone) for name in names]


def _at_offer(offer: str) -> Spans:
    """The hour of an offer such as "2026-03-10 09:00"."""
    day, start = offer.split(" ")
    return at(day, start)


def at(day: str, start: str, minutes: int = 60, zone: str | None = None) -> Spans:
    """A point in time, 60 minutes unless a duration was stated."""
    hour, minute = (int(part) for part in start.split(":"))
    total = hour * 60 + minute + minutes
    return [Span(day, start, f"{total // 60:02d}:{total % 60:02d}", zone)]


def fringe(day: str, start: str, minutes: int = 30) -> Spans:
    """The half hours around a vague point, which count neither way."""
    hour, minute = (int(part) for part in start.split(":"))
    total = hour * 60 + minute
    parts = [total - minutes, total, total + 60, total + 60 + minutes]
    clock = [f"{part // 60:02d}:{part % 60:02d}" for part in parts]
    return [Span(day, clock[0], clock[1]), Span(day, clock[2], clock[3])]


def whole(*names: str) -> Spans:
    """Whole calendar days, for what is excluded or ignored."""
    return [Span(name, "00:00", MIDNIGHT) for name in names]


def weekend(*saturdays: str) -> Spans:
    """Saturday and Sunday, given the Saturday."""
    return [Span(f"{name}+{offset}", "00:00", MIDNIGHT) for name in saturdays for offset in (0, 1)]


def every(start: str = "07:00", end: str = "22:00", but: Iterable[str] = ()) -> Spans:
    """Each Monday to Friday of the window, without the dates in `but`."""
    return [Span("|".join([EVERY, *but]), start, end)]


WEEKENDS: Spans = [Span("weekends", "00:00", MIDNIGHT)]


@dataclass(frozen=True)
class Frame:
    """When a message was written, in whose zones, and which slots had been proposed."""

    reference: str
    candidate: str
    interviewer: str
    offers: tuple[str, ...] = field(default=())

    @property
    def zone(self) -> ZoneInfo:
        """The candidate's zone."""
        return ZoneInfo(self.candidate)

    def window(self) -> tuple[float, float]:
        """First and last instant that counts, as seconds since the epoch."""
        reference = datetime.fromisoformat(self.reference).timestamp()
        return reference + 12 * 3600, reference + 14 * 86400

    def dates(self) -> list[date]:
        """Every local date the window touches."""
        low, high = (datetime.fromtimestamp(edge, self.zone).date() for edge in self.window())
        return [low + timedelta(days=offset) for offset in range((high - low).days + 1)]

    def named(self, name: str) -> date:
        """The date of "03-17" or "03-14+1" in the frame's year."""
        base, _, offset = name.partition("+")
        month, day = (int(part) for part in base.split("-"))
        return date(int(self.reference[:4]), month, day) + timedelta(days=int(offset or 0))

    def expand(self, name: str) -> list[date]:
        """The dates one span stands for."""
        if name == "weekends":
            touched = {day - timedelta(days=day.weekday()) for day in self.dates()}
            return sorted(monday + timedelta(days=offset) for monday in touched for offset in (5, 6))
        if name.startswith(EVERY):
            without = {self.named(part) for part in name.split("|")[1:]}
            return [day for day in self.dates() if day.weekday() < 5 and day not in without]
        return [self.named(name)]

    def instant(self, day: date, clock: str, zone: ZoneInfo) -> float:
        """The instant of a wall-clock time; "24:00" is the midnight that ends the day."""
        hour, minute = (int(part) for part in clock.split(":"))
        moment = datetime(day.year, day.month, day.day, tzinfo=zone) + timedelta(days=hour // 24)
        return moment.replace(hour=hour % 24, minute=minute).timestamp()

    def iso(self, instant: float) -> str:
        """ISO 8601 to the minute with the candidate's offset."""
        return datetime.fromtimestamp(instant, self.zone).isoformat(timespec="minutes")

    def resolve(self, spans: Sequence[Span]) -> list[list[str]]:
        """The spans as sorted, merged intervals inside the window."""
        low, high = self.window()
        found: list[tuple[float, float]] = []
        for span in spans:
            zone = ZoneInfo(span.zone) if span.zone else self.zone
            for day in self.expand(span.day):
                start = max(low, self.instant(day, span.start, zone))
                end = min(high, self.instant(day, span.end, zone))
                if start < end:
                    found.append((start, end))
        merged: list[tuple[float, float]] = []
        for start, end in sorted(found):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return [[self.iso(start), self.iso(end)] for start, end in merged]

    def offer(self, text: str) -> str:
        """A proposed slot ("03-12 10:00") as an instant."""
        day, clock = text.split(" ")
        return self.iso(self.instant(self.named(day), clock, self.zone))


class Corpus:
    """The cases of one language, numbered as they are written."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.cases: list[dict[str, Any]] = []

    def _add(
        self, frame: Frame, tags: str, message: str, offers: Sequence[str], expect: dict[str, Any]
    ) -> None:
        names = tags.split()
        level = int(names.pop()) if names[-1].isdigit() else 2
        case: dict[str, Any] = {
            "id": f"{self.language}-{len(self.cases) + 1:03d}",
            "lang": self.language,
            "reference_time": frame.reference,
            "candidate_tz": frame.candidate,
            "interviewer_tz": frame.interviewer,
        }
        if offers:
            case["context"] = [frame.offer(text) for text in offers]
        case |= {"message": message, "expect": expect, "tags": [self.language, *names], "difficulty": level}
        self.cases.append(case)

    def times(
        self,
        frame: Frame,
        tags: str,
        message: str,
        available: Spans,
        *,
        ignore: Spans | None = None,
        unavailable: Spans | None = None,
        intent: str = "availability",
        also: Sequence[str] = (),
        pick: int | None = None,
        offers: Sequence[str] = (),
        forbidden: dict[str, Any] | None = None,
    ) -> None:
        """A message that states time; `pick` is the number of an offer accepted beside it."""
        left_out = list(ignore or [])
        if pick:
            day, clock = offers[pick - 1].split(" ")
            left_out += at(day, clock)
        expect: dict[str, Any] = {"intent": intent, "available": frame.resolve(available)}
        if unavailable:
            expect["unavailable"] = frame.resolve(unavailable)
        expect["selected"] = frame.offer(offers[pick - 1]) if pick else None
        if left_out:
            expect["ignore"] = frame.resolve(left_out)
        if also:
            expect["intent_alt"] = list(also)
        if forbidden:
            expect["forbidden"] = forbidden
        self._add(frame, tags, message, offers, expect)

    def says(
        self,
        frame: Frame,
        tags: str,
        message: str,
        intent: str,
        *,
        pick: int | None = None,
        also: Sequence[str] = (),
        offers: Sequence[str] | None = None,
        ambiguous: Sequence[int] = (),
        forbidden: dict[str, Any] | None = None,
    ) -> None:
        """A message without new time; `pick` is the number of the accepted offer, `ambiguous` those in doubt."""
        listed = frame.offers if offers is None else offers
        expect: dict[str, Any] = {"intent": intent, "available": None}
        expect["selected"] = frame.offer(listed[pick - 1]) if pick else None
        near = [number for number in (pick, *ambiguous) if number]
        if near:
            expect["ignore"] = frame.resolve(
                [span for number in near for span in _at_offer(listed[number - 1])]
            )
        if also:
            expect["intent_alt"] = list(also)
        if forbidden:
            expect["forbidden"] = forbidden
        self._add(frame, tags, message, listed, expect)


def obeyed(
    frame: Frame, *intents: str, spans: Spans | None = None, selected: Sequence[str] = ("*",)
) -> dict[str, Any]:
    """What would show that an instruction was followed: by default any time and any selection."""
    low, high = frame.window()
    found = frame.resolve(spans) if spans else [[frame.iso(low - 86400), frame.iso(high + 86400)]]
    result: dict[str, Any] = {"available": found, "selected": list(selected)}
    if intents:
        result["intents"] = list(intents)
    return result
