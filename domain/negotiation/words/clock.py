"""Dates, times and lengths as a language and the reader's region write them (CLDR, through Babel)."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_time, get_timezone_location
from babel.lists import format_list
from babel.units import format_unit

from domain.plain_text import one_line
from domain.slots import Span
from domain.wall_clock import local_time, utc_offset

_ELSEWHERE = {"en": "en_GB"}
"""Where CLDR has no locale for a language in a region; plain `en` would mean the United States."""
_YEAR = re.compile(r"^y |(?:,| 'de')? ?y$")
_WHOLE_MINUTES_UP_TO = 120
_DAY_STARTS, _DAY_ENDS = "07:00", "22:00"
"""A day that was named without a time is read as this envelope (see `domain.negotiation.reading`)."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Writes times in one language and zone. Raises InvalidInputError for an unknown zone."""

    language: str
    zone: str
    """IANA name."""
    year: int
    """The year that goes without saying."""

    def day(self, instant: datetime) -> str:
        """For example `Tuesday, 14 April`; with the year where it is another one."""
        return self._day(local_time(instant, self.zone))

    def time(self, instant: datetime) -> str:
        """For example `15:00`, or `3:00 PM` where the region counts so."""
        local = local_time(instant, self.zone)
        return one_line(format_time(local.time(), "short", locale=locale_of(self.language, self.zone)))

    def hour(self, hour: int, minute: int) -> str:
        """A time of day that belongs to no date."""
        clock = datetime(2000, 1, 1, hour, minute)  # noqa: DTZ001 - only its time of day is used
        return one_line(format_time(clock.time(), "short", locale=locale_of(self.language, self.zone)))

    def place(self, instant: datetime) -> str:
        """The zone with its offset at that moment: `Berlin, UTC+2`."""
        offset = utc_offset(local_time(instant, self.zone))
        city = self.city()
        return f"{city}, {offset}" if city else offset.removesuffix("+0")

    def city(self) -> str:
        """The zone's name as the language has it: `Nueva York`. Empty for a mere offset such as UTC."""
        return _city(self.language, self.zone)

    def span(self, span: Span) -> tuple[str, str, str, str]:
        """First day, start, last day and end; no times for a day from end to end of its usual hours."""
        start, end = local_time(span.start, self.zone), local_time(span.end, self.zone)
        whole = start.date() == end.date() and (f"{start:%H:%M}", f"{end:%H:%M}") == (_DAY_STARTS, _DAY_ENDS)
        first, last = self._day(start), self._day(end)
        return (first, "", last, "") if whole else (first, self.time(span.start), last, self.time(span.end))

    def same_reading(self, instant: datetime, other: str) -> bool:
        """Whether the clocks of both zones read the same at that moment."""
        here, there = local_time(instant, self.zone), local_time(instant, other)
        return here.utcoffset() == there.utcoffset()

    def length(self, span: timedelta) -> str:
        """For example `60 Minuten`, `2 horas e 30 minutos`; rounded down to whole minutes."""
        locale = locale_of(self.language, self.zone)
        minutes = int(span.total_seconds() // 60)
        if minutes <= _WHOLE_MINUTES_UP_TO:
            return one_line(format_unit(minutes, "duration-minute", "long", locale=locale))
        hours, minutes = divmod(minutes, 60)
        parts = [format_unit(hours, "duration-hour", "long", locale=locale)]
        if minutes:
            parts.append(format_unit(minutes, "duration-minute", "long", locale=locale))
        return one_line(format_list(parts, locale=locale))

    def names(self, names: tuple[str, ...]) -> str:
        """For example `Ana, Bo und Cy`."""
        return format_list(names, locale=locale_of(self.language, self.zone))

    def _day(self, local: datetime) -> str:
        locale = locale_of(self.language, self.zone)
        pattern = str(locale.date_formats["full"].pattern)
        shown = pattern if local.year != self.year else _YEAR.sub("", pattern)
        return one_line(format_date(local.date(), shown, locale=locale))


@cache
def locale_of(language: str, zone: str) -> Locale:
    """The language as it is written where the zone lies, so that 24 hours or am and pm follow the region."""
    territory = get_global("zone_territories").get(_canonical(zone))
    if territory:
        try:
            return Locale.parse(f"{language}_{territory}")
        except UnknownLocaleError:
            pass  # the language is not at home there: its own customs are used
    return Locale.parse(_ELSEWHERE.get(language, language))


@cache
def _city(language: str, zone: str) -> str:
    if _canonical(zone) not in get_global("zone_territories"):
        return ""
    name = get_timezone_location(_canonical(zone), locale=locale_of(language, zone), return_city=True)
    return one_line(name.rpartition("/")[2])


def _canonical(zone: str) -> str:
    return str(get_global("zone_aliases").get(zone, zone))
