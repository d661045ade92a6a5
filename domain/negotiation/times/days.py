"""Days as written, and the dates they turn out to be. Plain values."""

from dataclasses import dataclass
from datetime import date

from domain.negotiation.times.reading import Contradiction


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written. Without a month it is the next such day; without a year the nearest future one."""

    day: int
    month: int | None = None
    year: int | None = None
    swapped: bool = False
    """The numbers stand month first."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days as written, before they are looked up. `sort` says which of the fields count."""

    sort: str
    """weekday, date, relative, week, weekend, month, any, next_days, after_named, week_after_named, same, range,
    weekday_in (a weekday of `scope`), any_between (from `weekday` to weekday `number`, always)."""
    weekday: int = 0
    every: bool = False
    modifier: str = ""
    """next, this or coming, as said with a weekday, weekend or month."""
    later: int = 0
    """Weeks added: "a week from Monday"."""
    on: Written | None = None
    number: int = 0
    """Days from today, weeks from this one, a month, or how many days, by the sort."""
    week: int | None = None
    """The ISO week it lies in, from this one."""
    part: str = ""
    """early, middle, late or rest of a week or month."""
    first: "Days | None" = None
    last: "Days | None" = None
    open_start: bool = False
    """The first day is not part of the range ("after Monday")."""
    open_end: bool = False
    scope: "Days | None" = None
    """What a generic day is limited to: "any day next week"."""
    start: int = 0
    end: int = 0
    """Offsets into the folded text."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Dates in order. `generic`: not single days but days at large."""

    days: tuple[date, ...]
    generic: bool = False
    contradiction: Contradiction | None = None
