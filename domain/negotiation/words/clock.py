"""Dates, times and lengths as a language and the reader's region write them (CLDR, through Babel)."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from datetime import time as datetime_time
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, format_time, get_day_names, get_timezone_location
from babel.lists import format_list
from babel.units import format_unit

from domain.negotiation.reading import DAY_ENDS, DAY_STARTS
from domain.plain_text import one_line
from domain.slots import Span
from domain.wall_clock import local_time, utc_offset

_ELSEWHERE = {"en": "en_GB"}
"""Where CLDR has no locale for a language in a region; plain `en` would mean the United States."""
_NOWHERE = "ZZ"
"""CLDR's region of zones that lie in none."""
_YEAR = re.compile(r"^y |(?:,| 'de')? ?y$")
_WHOLE_MINUTES_UP_TO = 120
_REMEMBERED = 4_096
"""Days and times of day whose words are kept: a page shows the same few again and again."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Writes times in one language and zone. Raises InvalidInputError for an unknown zone."""

    language: str
    zone: str
    """IANA name."""
    year: int
    """The year that goes without saying."""
    home: str
    """The reader's zone: their region decides how times are written, also those of other zones."""

    @property
    def locale(self) -> Locale:
        """The language as it is written in the reader's region."""
        return locale_of(self.language, self.home)

    def day(self, instant: datetime) -> str:
        """For example `Tuesday, 14 April`; with the year where it is another one."""
        return self._day(local_time(instant, self.zone))

    def time(self, instant: datetime) -> str:
        """For example `15:00`, or `3:00 PM` where the region counts so."""
        return self.hour(local_time(instant, self.zone).time())

    def hour(self, clock: datetime_time) -> str:
        """A time of day that belongs to no date."""
        return _written_time(self.language, self.home, clock)

    def date_alone(self, day: date) -> str:
        """For example `14 April`."""
        return one_line(format_skeleton("MMMMd", day, locale=self.locale))

    def weekday(self, number: int) -> str:
        """The name of an ISO weekday, Monday being 1."""
        names = get_day_names("wide", "stand-alone", self.locale)
        return str(names[number - 1])

    def elsewhere(self, zone: str) -> "Clock":
        """The clock of another zone, in the same language."""
        return replace(self, zone=zone)

    def place(self, instant: datetime) -> str:
        """The zone with its offset at that moment: `Berlin, UTC+2`."""
        offset = utc_offset(local_time(instant, self.zone))
        city = self.city()
        return f"{city}, {offset}" if city else offset.removesuffix("+0")

    def city(self) -> str:
        """The zone's name as the language has it: `Nueva York`. Empty for a mere offset such as UTC."""
        return _city(self.locale, self.zone)

    def span(self, span: Span) -> tuple[str, str, str, str]:
        """First day, start, last day and end; no times for a whole day, as a day named without a time is read."""
        start, end = local_time(span.start, self.zone), local_time(span.end, self.zone)
        whole = start.date() == end.date() and (start.time(), end.time()) == (DAY_STARTS, DAY_ENDS)
        first, last = self._day(start), self._day(end)
        return (first, "", last, "") if whole else (first, self.time(span.start), last, self.time(span.end))

    def same_reading(self, instant: datetime, other: str) -> bool:
        """Whether the clocks of both zones read the same at that moment."""
        here, there = local_time(instant, self.zone), local_time(instant, other)
        return here.utcoffset() == there.utcoffset()

    def length(self, span: timedelta) -> str:
        """For example `60 Minuten`, `2 horas e 30 minutos`; rounded down to whole minutes."""
        minutes = int(span.total_seconds() // 60)
        if minutes <= _WHOLE_MINUTES_UP_TO:
            return one_line(format_unit(minutes, "duration-minute", "long", locale=self.locale))
        hours, minutes = divmod(minutes, 60)
        parts = [format_unit(hours, "duration-hour", "long", locale=self.locale)]
        if minutes:
            parts.append(format_unit(minutes, "duration-minute", "long", locale=self.locale))
        return one_line(format_list(parts, locale=self.locale))

    def names(self, names: tuple[str, ...]) -> str:
        """For example `Ana, Bo und Cy`."""
        return format_list(names, locale=self.locale)

    def _day(self, local: datetime) -> str:
        return _written_day(self.language, self.home, local.date(), local.year != self.year)


@cache
def locale_of(language: str, zone: str) -> Locale:
    """The language as it is written where the zone lies, so that 24 hours or am and pm follow the region."""
    territory = _territory(zone)
    if territory:
        try:
            return Locale.parse(f"{language}_{territory}")
        except UnknownLocaleError:
            pass  # the language is not at home there: its own customs are used
    return Locale.parse(_ELSEWHERE.get(language, language))


@cache
def _city(locale: Locale, zone: str) -> str:
    if not _territory(zone):
        return ""
    name = get_timezone_location(_canonical(zone), locale=locale, return_city=True)
    return one_line(name.rpartition("/")[2])


@lru_cache(_REMEMBERED)
def _written_day(language: str, home: str, day: date, with_year: bool) -> str:
    locale = locale_of(language, home)
    pattern = str(locale.date_formats["full"].pattern)
    return one_line(format_date(day, pattern if with_year else _YEAR.sub("", pattern), locale=locale))


@lru_cache(_REMEMBERED)
def _written_time(language: str, home: str, clock: datetime_time) -> str:
    return one_line(format_time(clock, "short", locale=locale_of(language, home)))


def _territory(zone: str) -> str:
    """The country or region of a zone; empty for zones that lie nowhere, such as UTC."""
    territory = str(get_global("zone_territories").get(_canonical(zone), _NOWHERE))
    return "" if territory == _NOWHERE else territory


def _canonical(zone: str) -> str:
    return str(get_global("zone_aliases").get(zone, zone))
