"""Dates and ranges of dates in a resume, in months since year 0.

Every date has a year, so only the neighbourhood of years is looked at: prose costs next to nothing. A range
that is still open ends with the latest date that the resume itself names (there is no clock here), leaving out
what is announced as expected. Ranges of bare years run from January to January, the expected length when the
months are unknown; a range within one bare year counts as half a year.
"""

import re
from dataclasses import dataclass

_MONTHS = (
    "jan january januar jän jänner janv janvier ene enero janeiro gen gennaio januari ian ianuarie",
    "feb february februar febr fév févr février fevrier febrero fev fevereiro febbraio februari februarie",
    "mar march märz maerz mär mrz mars marzo março marco maart martie",
    "apr april avr avril abr abril aprile aprilie",
    "may mai mayo maio mag maggio mei",
    "jun june juni juin junio junho giu giugno iun iunie",
    "jul july juli juil juillet julio julho lug luglio iul iulie",
    "aug august août aout ago agosto augustus",
    "sep sept september septembre septiembre setiembre set setembro settembre septembrie",
    "oct october okt oktober octobre octubre out outubro ott ottobre octombrie",
    "nov november novembre noviembre novembro noi noiembrie",
    "dec december dez dezember déc décembre decembre dic diciembre dezembro dicembre decembrie",
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

_YEAR = re.compile(r"((?:19[5-9]|20[0-6])\d)(?!\d|[.,]\d{3}|\s?%)|['’](\d\d)(?!\w)")
_NOT_BEFORE = frozenset("0123456789$€£")
_LOOK_BACK = 28
_BEFORE = re.compile(
    r"(?:(?<![\d/.])(?P<first>\d{1,2})[./-]|(?<![\d.]))(?P<second>\d{1,2})\s?[./-]\s?\Z"
    r"|(?P<name>[^\W\d_]{3,11})\.?,?(?:[\s-](?:de[l]?\s|\d{1,2}(?:st|nd|rd|th)?,\s?)?|\Z)\s?\Z"
)
_AFTER = re.compile(r"[-/.](0[1-9]|1[0-2])(?:[-/.]\d\d)?(?![\d/])")
_HEAD_OF_RANGE = re.compile(r"([^\W\d_]{3,11})\.?\s?(?:[-–—]|to|bis|à|a|al|até)\s?\Z", re.IGNORECASE)
_SHORT_END = re.compile(r"\s?[-–—/]\s?(\d\d)(?![\d./-])")
_UNTIL = (
    r"[\s,|•*·▪◦‣●]*(?:[-–—−‐‑~→]{1,2}|â€[“”]|ï¼|(?:to|until|till|thru|through|bis|à|au|jusqu'à|a|al|até|ate|hasta|tot"
    r"|și|până la|pana la)(?!\w))[\s|•*·▪◦‣●]*"
)
_BETWEEN = re.compile(_UNTIL + r"(?:the\s)?\Z", re.IGNORECASE)
_NOW = (
    r"(?:to\s)?(?:present|current|currently|now|today|ongoing|date|heute|aktuell|jetzt|dato|présent|present[e]?"
    r"|aujourd['’]hui|ce jour|actuel|actuellement|actualidad|la actualidad|actualmente|la fecha|hoy|presente"
    r"|o presente|atual|o momento|momento|atualmente|oggi|attuale|in corso|heden|nu|prezent)(?!\w)"
)
_THEN_NOW = re.compile(rf"(?:{_UNTIL}|\s?\(?\s?){_NOW}|\s?[-–—]\s?(?=[\n)]|\Z)", re.IGNORECASE)
_SINCE = re.compile(
    r"(?<!\w)(?:since|seit|ab|depuis|desde|dal|sinds|din)(?:\sel|\sle|\so)?\s{1,3}\Z", re.IGNORECASE
)
_EXPECTED = re.compile(
    r"(?:expected|anticipated|projected|voraussichtlich|prévue?|prevue?|prevista?o?|previsto)\W{0,3}"
    r"(?:graduation|date|completion|[^\W\d]{0,9})?\W{0,3}(?:in\s)?\Z",
    re.IGNORECASE,
)
_LONGEST_JOIN = 24
_LONGEST_MONTHS = 50 * 12
_SHORTEST_OPEN = 1


@dataclass(frozen=True, slots=True)
class Date:
    """One date and its place. `named` tells whether it names a month."""

    start: int
    end: int
    month: int
    named: bool


@dataclass(frozen=True, slots=True)
class Range:
    """A half-open range of months and its place. `one` is a single date that stands for a range."""

    start: int
    end: int
    first: int
    after: int
    current: bool


def dates_of(text: str) -> list[Date]:
    """Every date, in the order of the text."""
    dates: list[Date] = []
    for year in _YEAR.finditer(text):
        if year.start() and text[year.start() - 1] in _NOT_BEFORE:
            continue
        date = _date(text, year, dates[-1].end if dates else 0)
        if date is not None:
            dates.append(date)
    return dates


def _date(text: str, match: re.Match[str], floor: int) -> Date | None:
    short = match.group(2)
    year = _century(int(short)) if short else int(match.group(1))
    start, end = match.span()
    before = _BEFORE.search(text, max(floor, start - _LOOK_BACK), start)
    if before is not None:
        if before["name"]:
            number = _MONTH_OF.get(before["name"].lower())
            if number is not None:
                return Date(before.start(), end, year * 12 + number - 1, named=True)
        elif not short:
            # Day and month in either order: the one that can be a month is it, by default the second.
            second, first = int(before["second"]), int(before["first"] or 0)
            number = second if 1 <= second <= 12 else first  # noqa: PLR2004 - months of a year
            if 1 <= number <= 12:  # noqa: PLR2004 - months of a year
                return Date(before.start(), end, year * 12 + number - 1, named=True)
    if short:
        return None
    after = _AFTER.match(text, end)
    if after is not None and (
        text[end] != "-" or int(after.group(1)) <= year % 100 or len(after.group()) > len("-07")
    ):
        return Date(start, after.end(), year * 12 + int(after.group(1)) - 1, named=True)
    return Date(start, end, year * 12, named=False)


def _century(two_digits: int) -> int:
    return 2000 + two_digits if two_digits < 60 else 1900 + two_digits  # noqa: PLR2004 - 1960 to 2059


def latest_month(text: str, dates: list[Date]) -> int:
    """The month after the latest date that is not announced as expected; 0 without dates."""
    months = [d.month + 1 for d in dates if _EXPECTED.search(text, max(0, d.start - 40), d.start) is None]
    return max(months, default=0)


def ranges_of(text: str, dates: list[Date], as_of: int | None = None) -> list[Range]:
    """Every range of dates, in the order of the text.

    Open ranges end with the month `as_of` or, without one, with the latest date that the text names.
    """
    latest = latest_month(text, dates) if as_of is None else as_of + 1
    ranges: list[Range] = []
    i = 0
    while i < len(dates):
        date = dates[i]
        following = dates[i + 1] if i + 1 < len(dates) else None
        found = _pair(text, date, following)
        if found is not None:
            i += 2
        else:
            found = _open(text, date, latest) or _short(text, date)
            i += 1
        if found is not None and 0 < found.after - found.first <= _LONGEST_MONTHS:
            ranges.append(found)
    return ranges


def _pair(text: str, date: Date, following: Date | None) -> Range | None:
    if following is None or not 0 < following.start - date.end <= _LONGEST_JOIN:
        return None
    if _BETWEEN.fullmatch(text, date.end, following.start) is None:
        return None
    older, newer = (date, following) if date.month <= following.month else (following, date)
    after = newer.month + 1 if newer.named else newer.month
    if after <= older.month:
        after = older.month + 6
    return Range(date.start, following.end, older.month, after, current=False)


def _open(text: str, date: Date, latest: int) -> Range | None:
    now = _THEN_NOW.match(text, date.end, min(len(text), date.end + 40))
    since = _SINCE.search(text, max(0, date.start - 12), date.start)
    if now is None and since is None:
        return None
    start = since.start() if since is not None else date.start
    end = now.end() if now is not None else date.end
    return Range(start, end, date.month, max(latest, date.month + _SHORTEST_OPEN), current=True)


def _short(text: str, date: Date) -> Range | None:
    """Ranges that name the year once: "March to June 2014", "2015-18"."""
    head = _HEAD_OF_RANGE.search(text, max(0, date.start - 20), date.start)
    if head is not None and date.named:
        number = _MONTH_OF.get(head.group(1).lower())
        if number is not None:
            first = date.month - date.month % 12 + number - 1
            return Range(head.start(), date.end, min(first, date.month), date.month + 1, current=False)
    tail = _SHORT_END.match(text, date.end)
    if tail is not None and not date.named:
        year = date.month // 12
        last = year - year % 100 + int(tail.group(1))
        if last > year:
            return Range(date.start, tail.end(), date.month, last * 12, current=False)
    return None
