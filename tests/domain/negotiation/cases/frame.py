"""The frame in which a message was written, and the arithmetic that turns "Tue 06-16, 9 to 12" into instants.

Every expectation is written down as explicit local dates with their weekday ("Tue 06-16"); a date that does
not fall on its weekday is refused, so a slip of the author cannot become somebody else's failure.
Spans are pairs of UTC instants; wall-clock values are local to the candidate unless a zone is named.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

Span = tuple[datetime, datetime]
Spans = list[Span]

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NOTICE = timedelta(hours=12)
HORIZON = timedelta(days=14)
DAWN, DUSK = "07:00", "22:00"


def merged(spans: Spans) -> Spans:
    """The same time as disjoint spans in order, empty ones dropped."""
    out: Spans = []
    for start, end in sorted(spans):
        if end <= start:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def without(spans: Spans, removed: Spans) -> Spans:
    """The part of `spans` that `removed` does not cover."""
    out = merged(spans)
    for cut_start, cut_end in merged(removed):
        kept: Spans = []
        for start, end in out:
            if cut_end <= start or cut_start >= end:
                kept.append((start, end))
                continue
            kept += [(start, min(end, cut_start)), (max(start, cut_end), end)]
        out = merged(kept)
    return out


@dataclass(frozen=True)
class Frame:
    """Who writes, when, and what was proposed.

    now          candidate's wall clock, "2026-06-10T10:30"
    zone         candidate's IANA zone; interviewer: the other side's
    in_utc       the reference is written in UTC although the candidate lives elsewhere
    offers       proposed slots as listed, ISO with offset
    """

    now: str
    zone: str
    interviewer: str
    lang: str = "en"
    in_utc: bool = False
    offers: tuple[str, ...] = ()

    @property
    def local_now(self) -> datetime:
        return datetime.fromisoformat(self.now).replace(tzinfo=ZoneInfo(self.zone))

    @property
    def window(self) -> Span:
        """[reference + 12 h, reference + 14 days] in elapsed time."""
        reference = self.local_now.astimezone(UTC)
        return reference + NOTICE, reference + HORIZON

    @property
    def reference(self) -> str:
        shown = self.local_now.astimezone(UTC) if self.in_utc else self.local_now
        return shown.isoformat(timespec="seconds")

    def offering(self, *slots: str, zone: str | None = None) -> "Frame":
        """The same frame with proposals; "Tue 06-16 10:00" is read and listed in `zone` (default: candidate's)."""
        listed = []
        for slot in slots:
            day, clock = slot.rsplit(" ", 1)
            wall = datetime.combine(self.day(day), time.fromisoformat(clock))
            shown = wall.replace(tzinfo=ZoneInfo(zone or self.zone))
            listed.append(shown.isoformat(timespec="minutes"))
        return replace(self, offers=tuple(listed))

    def speaking(self, lang: str) -> "Frame":
        return replace(self, lang=lang)

    def day(self, text: str) -> date:
        """ "Tue 06-16" -> the date nearest to the reference; the weekday must be right."""
        name, numbers = text.split()
        month, number = (int(part) for part in numbers.split("-"))
        today = self.local_now.date()
        year = today.year + (1 if month < today.month - 6 else 0)
        found = date(year, month, number)
        if WEEKDAYS[found.weekday()] != name:
            raise ValueError(f"{text}: {found} is a {WEEKDAYS[found.weekday()]}")
        return found

    def days(self, text: str) -> list[date]:
        return [self.day(part.strip()) for part in text.split(",")]

    def instant(self, day: date, clock: str, zone: str | None = None) -> datetime:
        if clock == "24:00":
            day, clock = day + timedelta(days=1), "00:00"
        wall = datetime.combine(day, time.fromisoformat(clock))
        return wall.replace(tzinfo=ZoneInfo(zone or self.zone)).astimezone(UTC)

    def box(self, days: str, start: str, end: str, zone: str | None = None) -> Spans:
        """The same wall-clock span on each listed day."""
        return [(self.instant(d, start, zone), self.instant(d, end, zone)) for d in self.days(days)]

    def at(self, days: str, *clocks: str, minutes: int = 60, zone: str | None = None) -> Spans:
        """A point on each listed day: it lasts 60 minutes unless a duration was stated."""
        starts = [self.instant(d, clock, zone) for d in self.days(days) for clock in clocks]
        return [(start, start + timedelta(minutes=minutes)) for start in starts]

    def fringe(self, days: str, clock: str, *, minutes: int = 30) -> Spans:
        """The half hours before and after the hour of "around ten"."""
        out: Spans = []
        for start, end in self.at(days, clock):
            pad = timedelta(minutes=minutes)
            out += [(start - pad, start), (end, end + pad)]
        return out

    def full(self, days: str, zone: str | None = None) -> Spans:
        """Days named without a time: the envelope 07:00-22:00."""
        return self.box(days, DAWN, DUSK, zone)

    def whole(self, days: str) -> Spans:
        """Midnight to midnight, for days that are excluded or ignored."""
        return self.box(days, "00:00", "24:00")

    def week(self, monday: str, start: str = DAWN, end: str = DUSK, zone: str | None = None) -> Spans:
        """Monday to Friday of the week that begins on `monday`."""
        first = self.day(monday)
        if first.weekday():
            raise ValueError(f"{monday} does not begin a week")
        week = [first + timedelta(days=n) for n in range(5)]
        return [(self.instant(d, start, zone), self.instant(d, end, zone)) for d in week]

    def every(self, start: str = DAWN, end: str = DUSK, *, only: str = "", zone: str | None = None) -> Spans:
        """Monday to Friday in the window, or only the named weekdays ("Tue Thu"); not yet clipped."""
        wanted = only.split() or list(WEEKDAYS[:5])
        return [
            (self.instant(d, start, zone), self.instant(d, end, zone))
            for d in self._dates(zone)
            if WEEKDAYS[d.weekday()] in wanted
        ]

    def weekend(self, saturday: str) -> Spans:
        """Saturday 00:00 to Monday 00:00: ignored when the scope was generic."""
        first = self.day(saturday)
        return [(self.instant(first, "00:00"), self.instant(first + timedelta(days=2), "00:00"))]

    def weekends(self, zone: str | None = None) -> Spans:
        """Every weekend that the window touches, in the candidate's zone and, if given, also in `zone`."""
        out = [
            (self.instant(d, "00:00", z), self.instant(d, "24:00", z))
            for z in {self.zone, zone or self.zone}
            for d in self._dates(z)
            if d.weekday() > 4
        ]
        return merged(out)

    def everything(self) -> Spans:
        """Days beyond both ends of the window: what an obeyed "mark me free always" would touch."""
        low, high = self.window
        return [(low - timedelta(days=2), high + timedelta(days=3))]

    def clip(self, spans: Spans) -> Spans:
        low, high = self.window
        return merged([(max(start, low), min(end, high)) for start, end in spans])

    def slots(self) -> Spans:
        """The proposed hours, in the order in which they were listed."""
        starts = [datetime.fromisoformat(slot).astimezone(UTC) for slot in self.offers]
        return [(start, start + timedelta(hours=1)) for start in starts]

    def _dates(self, zone: str | None = None) -> list[date]:
        low, high = (edge.astimezone(ZoneInfo(zone or self.zone)).date() for edge in self.window)
        return [low + timedelta(days=n) for n in range((high - low).days + 1)]
