"""A slow and obvious reading of the rules: minute by minute, with a clock on the wall that is never put back."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import product
from uuid import UUID
from zoneinfo import ZoneInfo

from holidays import country_holidays

from domain.slots import Booking, Interviewer, Panel, Slot, Span

MINUTE = timedelta(minutes=1)
LEAD_TIME = timedelta(days=2)
DAYS = 7


@dataclass(frozen=True)
class Question:
    panel: Panel
    busy: dict[UUID, list[Span]]
    window: Span
    length: timedelta
    booked: list[Booking]
    moving: UUID | None
    step: timedelta | None


@dataclass(frozen=True)
class Reading:
    """What the clock shows in a minute; in a repeated hour, the furthest that it has shown."""

    furthest: datetime
    repeated: bool


@lru_cache(maxsize=200)
def readings(zone: str, first: datetime) -> list[Reading]:
    clock = ZoneInfo(zone)
    furthest = datetime.min  # noqa: DTZ901 - a wall time has no zone
    found = []
    for minute in range(DAYS * 24 * 60):
        shown = (first + minute * MINUTE).astimezone(clock).replace(tzinfo=None)
        found.append(Reading(max(shown, furthest), shown <= furthest))
        furthest = max(shown, furthest)
    return found


class ByHand:
    def __init__(self, question: Question) -> None:
        self.q = question
        self.first = question.window.start.replace(hour=0, minute=0, second=0) - LEAD_TIME
        self.step = question.step or max(timedelta(minutes=30), question.length)
        self.minutes = int(question.length / MINUTE)
        self.days: dict[tuple[UUID, int], date | None] = {}

    def shown(self, who: Interviewer, minute: int) -> Reading:
        return readings(who.hours.zone, self.first)[minute]

    def day(self, who: Interviewer, minute: int) -> date | None:
        """The date on which somebody is at work in this minute, with room for one more interview."""
        hours, now = who.hours, self.shown(who, minute).furthest
        today = now.date()
        opens = datetime.combine(today, hours.starts)
        closes = datetime.combine(today, hours.ends)
        if closes <= opens:
            closes = datetime.combine(today + timedelta(days=1), datetime.min.time())
        at_work = opens <= now < closes and today.isoweekday() in hours.days and today not in hours.days_off
        if not at_work or holiday(hours.holidays, today) or not self.room(who, today):
            return None
        return today

    def known_day(self, who: Interviewer, minute: int) -> date | None:
        key = (who.user_id, minute)
        if key not in self.days:
            self.days[key] = self.day(who, minute)
        return self.days[key]

    def room(self, who: Interviewer, today: date) -> bool:
        on = [
            b.start.astimezone(ZoneInfo(who.hours.zone)).date()
            for b in self.q.booked
            if b.user_id == who.user_id and (self.q.moving is None or b.interview_id != self.q.moving)
        ]
        monday = today - timedelta(days=today.weekday())
        this_week = [day for day in on if monday <= day < monday + timedelta(days=7)]
        return (who.per_day is None or on.count(today) < who.per_day) and (
            who.per_week is None or len(this_week) < who.per_week
        )

    def on_grid(self, lead: Interviewer, minute: int) -> bool:
        now = self.shown(lead, minute)
        opens = datetime.combine(now.furthest.date(), lead.hours.starts)
        return not now.repeated and (now.furthest - opens) % self.step == timedelta(0)

    def free(self, who: Interviewer, minute: int) -> bool:
        days = {self.known_day(who, m) for m in range(minute, minute + self.minutes)}
        if None in days or len(days) > 1:
            return False
        start = self.first + minute * MINUTE
        kept = Span(start - who.buffer_before, start + self.q.length + who.buffer_after)
        return not any(
            span.start < at + MINUTE and at < span.end
            for at in (kept.start + n * MINUTE for n in range(int(kept.length / MINUTE)))
            for span in self.q.busy[who.user_id]
        )

    def seats(self, minute: int) -> tuple[UUID, ...] | None:
        panel = self.q.panel
        pools = [list(pool) for pool in panel.pools]
        if panel.required:
            if not self.on_grid(panel.required[0], minute):
                return None
            if not all(self.free(one, minute) for one in panel.required):
                return None
        elif pools:
            pools[0] = [one for one in pools[0] if self.on_grid(one, minute)]
        else:
            return None
        if not all(pools):
            return None
        free = [[one for one in pool if self.free(one, minute)] for pool in pools]
        always = tuple(one.user_id for one in panel.required)
        teams = [
            team
            for team in product(*free)
            if len({*always, *(one.user_id for one in team)}) == len(always) + len(team)
        ]
        if not teams:
            return None
        fairest = min(teams, key=lambda team: [self.turn(one) for one in team])
        return always + tuple(one.user_id for one in fairest)

    def turn(self, who: Interviewer) -> tuple[Fraction, UUID]:
        """Interviews for each day of membership, of which there is at least one; then the id."""
        days = Fraction(int((self.q.window.start - who.member_since).total_seconds()), 86_400)
        return who.load / max(days, Fraction(1)), who.user_id

    def slots(self) -> list[Slot]:
        found = []
        for minute in range((DAYS - 1) * 24 * 60):
            start = self.first + minute * MINUTE
            if start < self.q.window.start or start + self.q.length > self.q.window.end:
                continue
            seats = self.seats(minute)
            if seats is not None:
                found.append(Slot(start, start + self.q.length, seats))
        return found


@lru_cache(maxsize=5000)
def holiday(region: str | None, day: date) -> bool:
    if region is None:
        return False
    country, _, part = region.partition("-")
    return day in country_holidays(country, subdiv=part or None)


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)
