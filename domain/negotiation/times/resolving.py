"""Groups -> instants: wall-clock times of the stated zone, clipped to the window, exclusions taken off."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from domain.negotiation.reading import Ask
from domain.negotiation.times.calendar import Calendar
from domain.negotiation.times.clock import DAY, HOUR, Clock, Shape, Times, Window, window
from domain.negotiation.times.days import Dates, Days
from domain.negotiation.times.groups import Group, excluded_after
from domain.negotiation.times.intervals import meet, minus, union
from domain.negotiation.times.pieces import DOUBTED, EXCLUDED, MUTED, OFFERED
from domain.negotiation.times.reading import Contradiction, Mention
from domain.negotiation.times.zones import zone_of
from domain.slots import Span

_LAST_MINUTE = 48 * HOUR


@dataclass(frozen=True, slots=True)
class Statement:
    """A group looked up: what it covers, and how it was said."""

    group: Group
    spans: tuple[Span, ...]
    """Inside the window."""
    mention: Mention
    restricts: bool = False
    """Said as a limit on what else is offered."""
    contradiction: Contradiction | None = None
    lost: bool = False
    """Its days do not exist in any calendar."""


class Resolver:
    """Looks up the groups of one message."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        reference = ask.reference.astimezone(UTC)
        self.window = Span(reference + ask.notice, reference + ask.horizon)
        local = zone_of(ask.candidate_zone)
        today = reference.astimezone(local).date()
        self._calendar = Calendar(today, self.window.end.astimezone(local).date() + timedelta(days=1))
        self._envelope = (_minutes(ask.day_starts), _minutes(ask.day_ends))
        self._length = int(ask.length.total_seconds()) // 60
        self._named: set[date] = set()
        self.zone = ask.candidate_zone

    def zone_name(self, stated: str) -> str:
        """IANA name or fixed offset of a stated zone."""
        names = {"": self.zone, "yours": self._ask.interviewer_zone, "mine": self._ask.candidate_zone}
        return names.get(stated, stated)

    def statements(self, found: Sequence[Group]) -> list[Statement]:
        """Every group, in order; "that day" says nothing where no day was named before."""
        stated: list[Statement] = []
        for place, group in enumerate(found):
            if group.polarity == MUTED:
                for days in group.days:  # only for what "that day" means behind it
                    self._calendar.dates(days)
            elif self._calendar.named or not group.days or any(days.sort != "same" for days in group.days):
                stated.append(self._statement(group, found, place))
        return stated

    def everything(self) -> list[Span]:
        """All weekday time of the envelope in the window, in the candidate's zone."""
        opens, closes = self._envelope
        dates = self._calendar.dates(Days("any")).days
        return self._inside(self._place(dates, [Window(opens, closes)], zone_of(self._ask.candidate_zone)))

    def whole(self, dates: Iterable[date]) -> list[Span]:
        """Midnight to midnight, in the zone of the message."""
        return union(self._place(dates, [Window(0, DAY)], zone_of(self.zone)))

    def weekends(self) -> list[Span]:
        """The same for Saturdays and Sundays."""
        dates = self._calendar.dates(Days("weekend", every=True)).days
        return self._inside(self._place(dates, [Window(0, DAY)], zone_of(self._ask.candidate_zone)))

    def _statement(self, group: Group, found: Sequence[Group], place: int) -> Statement:
        days = group.days
        excluded = group.polarity in {EXCLUDED, DOUBTED}
        if excluded and not days:
            days = excluded_after(found, place)
        dates, contradiction, generic, lost = self._dates(group, days, excluded=excluded)
        windows = self._windows(group, excluded=excluded)
        placed = [span for some, zone in windows for span in self._place(dates, some, zone)]
        habit = any(part.recurring or part.shape is Shape.ANY for one in group.times for part in one)
        mention = Mention(
            group.start,
            group.end,
            not excluded,
            tuple(placed),
            self._phrases(group, windows, placed),
            points=bool(windows) and all(one.point for some, _ in windows for one in some),
            has_day=any(one.sort != "any" or one.scope is not None for one in group.days),
            has_time=bool(group.times),
            generic=habit or (bool(group.days) and generic),
            preferred=group.preferred,
            days=dates,
        )
        return Statement(
            group, tuple(self._inside(placed)), mention, _is_limit(group), contradiction, lost and not dates
        )

    def _phrases(
        self, group: Group, windows: Sequence[tuple[list[Window], tzinfo]], placed: Sequence[Span]
    ) -> tuple[tuple[Span, ...], ...]:
        if not group.days or group.polarity == EXCLUDED:
            return (tuple(placed),)
        found: list[tuple[Span, ...]] = []
        for days in group.days:
            bare = days.sort == "weekday" and days.week is None and not days.modifier and not days.later
            meant = self._calendar.dates(replace(days, every=True) if bare else days).days
            for some, zone in windows:
                found += (
                    [tuple(self._place(meant, some, zone))]
                    if bare
                    else [(one,) for one in self._place(meant, some, zone)]
                )
        return tuple(found)

    def _dates(
        self, group: Group, days: Sequence[Days], *, excluded: bool
    ) -> tuple[tuple[date, ...], Contradiction | None, bool, bool]:
        if not days:
            generic = self._every_date() if excluded else self._calendar.dates(Days("any")).days
            if group.otherwise:
                generic = tuple(day for day in generic if day not in self._named)
            return generic, None, True, False
        looked_up = [self._looked_up(one, excluded=excluded) for one in days]
        dates = {day for one in looked_up for day in one.days}
        if excluded and any(one.sort == "same" for one in days):
            dates |= self._named
        elif len(days) > 1 and dates and all(one.sort != "any" for one in days):
            self._calendar.named = tuple(sorted(dates))
        if group.otherwise:
            dates -= self._named
        elif not excluded:
            self._named |= dates
        contradiction = next((one.contradiction for one in looked_up if one.contradiction), None)
        lost = any(not one.days and days[n].sort == "date" for n, one in enumerate(looked_up))
        return tuple(sorted(dates)), contradiction, all(one.generic for one in looked_up), lost

    def _every_date(self) -> tuple[date, ...]:
        first, last = self._calendar.today, self._calendar.last
        return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))

    def _looked_up(self, days: Days, *, excluded: bool) -> Dates:
        """A weekday excluded without a week means every such day: better one offer missed than one in vain."""
        bare = days.sort == "weekday" and days.week is None and not days.modifier and not days.later
        if excluded and bare:
            return self._calendar.dates(replace(days, every=True))
        if excluded and days.sort == "weekend" and not days.modifier and days.week is None:
            return self._calendar.dates(replace(days, every=True))
        return self._calendar.dates(days)

    def _windows(self, group: Group, *, excluded: bool) -> list[tuple[list[Window], tzinfo]]:
        opens, closes = self._envelope
        default = zone_of(self.zone_name(group.zone))
        if not group.times:
            return [([Window(0, DAY) if excluded else Window(opens, closes)], default)]
        found: list[tuple[list[Window], tzinfo]] = []
        for alternative in group.times:
            named = next((part.zone for part in alternative if part.zone), group.zone)
            one = self._combined(alternative, excluded=excluded)
            if one is not None:
                found.append(([one], zone_of(self.zone_name(named))))
        return found

    def _combined(self, alternative: Sequence[Times], *, excluded: bool) -> Window | None:
        """What all parts of an alternative have in common; a part of the day decides the half of its clocks."""
        part = next((one.part for one in alternative if one.shape is Shape.PART), "")
        kept = [one for one in alternative if one.shape is not Shape.PART] if part else list(alternative)
        pure = [one for one in alternative if one.shape is Shape.PART]
        windows = [self._window(one, part, excluded=excluded) for one in kept or pure]
        if any(one is None for one in windows):
            return None
        found = [one for one in windows if one is not None]
        start, end = max(one.start for one in found), min(one.end for one in found)
        if start >= end:
            return None
        return Window(start, end, point=any(one.point for one in found))

    def _window(self, times: Times, part: str, *, excluded: bool) -> Window | None:
        found = window(times, part, self._length, self._envelope, excluded=excluded)
        if found is None or not excluded or times.shape not in {Shape.AFTER, Shape.BEFORE}:
            return found
        return Window(found.start, DAY) if times.shape is Shape.AFTER else Window(0, found.end)

    def _place(self, dates: Iterable[date], windows: Sequence[Window], zone: tzinfo) -> list[Span]:
        """Wall-clock windows on days, as instants."""
        found: list[Span] = []
        for day in dates:
            for one in windows:
                start, end = _instant(day, one.start, zone), _instant(day, min(one.end, _LAST_MINUTE), zone)
                if start < end:
                    found.append(Span(start, end))
        return found

    def _inside(self, spans: Sequence[Span]) -> list[Span]:
        return meet(union(spans), [self.window])


def offered(
    statements: Sequence[Statement], resolver: Resolver
) -> tuple[tuple[Span, ...] | None, tuple[Span, ...]]:
    """What is available and what is excluded, when all statements are taken together. None: nothing stated."""
    excluded = union([span for one in statements if one.group.polarity == EXCLUDED for span in one.spans])
    given = [one for one in statements if one.group.polarity == OFFERED and not one.lost]
    firm = [one for one in given if not one.restricts and not one.group.flexible]
    limits = [one for one in given if one.restricts]
    spread = [one for one in given if one.group.flexible and (not firm or one.group.otherwise)]
    if not statements or not (given or excluded or _excludes(statements)):
        return None, tuple(excluded)
    if not given and not _excludes(statements):
        return None, ()
    excluded = union(
        [*excluded, *(span for one in statements if one.group.polarity == DOUBTED for span in one.spans)]
    )
    excluded = minus(excluded, union([span for one in given if one.group.lifts for span in one.spans]))
    base = union([span for one in [*_narrowed(firm, resolver), *spread] for span in one.spans])
    if not firm and not spread:
        base = union([span for one in limits for span in one.spans]) if limits else resolver.everything()
    elif limits:
        for one in limits:
            base = _limited(base, one, resolver)
    return tuple(minus(base, excluded)), tuple(excluded)


def _narrowed(firm: Sequence[Statement], resolver: Resolver) -> list[Statement]:
    """ "Tuesday to Thursday, but Wednesday only after 2": a limit on single days replaces what was said of them."""
    found = list(firm)
    for place, limit in enumerate(firm):
        if not limit.group.narrows:
            continue
        days = resolver.whole(limit.mention.days)
        found[:place] = [replace(one, spans=tuple(minus(union(one.spans), days))) for one in found[:place]]
    return found


def _excludes(statements: Sequence[Statement]) -> bool:
    return any(one.group.polarity == EXCLUDED for one in statements)


def _limited(base: list[Span], limit: Statement, resolver: Resolver) -> list[Span]:
    """A limit restricts what it speaks of: all days, or the days it names."""
    if not limit.group.days or all(days.sort == "range" for days in limit.group.days):
        wide = replace(
            limit.group, polarity=OFFERED, days=limit.group.days or [Days("any"), Days("weekend", every=True)]
        )
        return meet(base, list(resolver.statements([wide])[0].spans))
    return union([*base, *limit.spans])


def _is_limit(group: Group) -> bool:
    """Said only to restrict: "not before 10", "afternoons only" in a sentence of its own."""
    if group.polarity != OFFERED:
        return False
    limits = bool(group.times) and all(any(part.limit for part in one) for one in group.times)
    if group.days:
        return all(days.sort == "range" and days.modifier == "limit" for days in group.days)
    return limits or (group.only and bool(group.times))


def anchored(times: Times, last: Clock | None) -> Times:
    """ "After that": after the clock time named last."""
    if times.first is not None or times.shape not in {Shape.AFTER, Shape.BEFORE} or last is None:
        return times
    return replace(times, first=last, anchored=True)


def _minutes(clock: time) -> int:
    return clock.hour * HOUR + clock.minute


def _instant(day: date, minute: int, zone: tzinfo) -> datetime:
    """The instant of a wall-clock time. In a gap the offset before it counts, in a fold the first of the two."""
    moment = datetime.combine(day, time(0)) + timedelta(minutes=minute)
    return moment.replace(tzinfo=zone).astimezone(UTC)
