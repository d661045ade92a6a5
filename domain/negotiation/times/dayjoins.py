"""Two phrases that stand side by side and mean the same days: "Monday, the 12th", "Tuesday next week"."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from domain.negotiation.times.days import Days

_SCOPES = frozenset({"week", "range", "month", "next_days", "week_after_named", "weekday"})


def join(one: Days, other: Days, *, comma: bool) -> Days | None:
    """Two phrases for the same days as one; None when they are two. `comma`: one stands between them."""
    for first, second in ((one, other), (other, one)):
        joiner = _JOINERS.get((first.sort, second.sort))
        if joiner is not None and not (comma and (first.sort, second.sort) not in _ACROSS_COMMAS):
            return joiner(first, second)
        if first.sort == "any" and second.sort != "any" and not comma:
            fits = second.sort in _SCOPES and first.scope is None
            return replace(first, scope=second) if fits else None
    return None


def _dated(weekday: Days, on: Days) -> Days | None:
    return None if weekday.every or weekday.later else replace(on, weekday=weekday.weekday)


def _relative(weekday: Days, relative: Days) -> Days | None:
    return None if weekday.modifier or weekday.later else replace(relative, weekday=weekday.weekday)


def _in_week(weekday: Days, week: Days) -> Days | None:
    if week.first is not None or week.modifier:
        return Days("weekday_in", weekday=weekday.weekday, scope=week)
    if week.part or weekday.week is not None:
        return None
    return replace(weekday, week=week.number, modifier="")


def _part_of_week(one: Days, other: Days) -> Days | None:
    """ "next week, early in the week"."""
    part, week = (one, other) if one.part else (other, one)
    return replace(week, part=part.part) if part.part and not week.part and not part.number else None


_JOINERS: dict[tuple[str, str], Callable[[Days, Days], Days | None]] = {
    ("weekday", "date"): _dated,
    ("weekday", "relative"): _relative,
    ("date", "relative"): lambda on, _: on,
    ("week", "week"): _part_of_week,
    ("weekday", "week"): _in_week,
    ("weekday", "week_after_named"): lambda weekday, week: replace(week, weekday=weekday.weekday),
    ("weekend", "week"): lambda weekend, week: replace(weekend, week=week.number),
}
_ACROSS_COMMAS = frozenset({("weekday", "date"), ("date", "relative"), ("week", "week")})
"""Pairs that are one even with a comma between: "Friday, 6 March"."""


def enclosed_range(known: Sequence[Days], more: Sequence[Days]) -> Days | None:
    """ "Not before Tuesday and not after Thursday": two limits that enclose a range."""
    if not known or len(more) != 1 or {known[-1].modifier, more[0].modifier} != {"limit"}:
        return None
    opens, closes = known[-1], more[0]
    if not opens.first or opens.last or closes.first or not closes.last:
        return None
    return replace(opens, last=closes.last, open_end=closes.open_end, end=closes.end)


def same_words(some: Sequence[Days], others: Sequence[Days]) -> bool:
    """Whether both name the same days in the same words."""
    return [replace(days, start=0, end=0) for days in some] == [
        replace(days, start=0, end=0) for days in others
    ]
