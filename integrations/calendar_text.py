"""Calendar objects from strangers, read within bounds (RFC 5545).

Two things in them reach further than the object itself, and are taken out before the library reads it. A zone
that an object defines is kept by the library for the whole process under the name that the object chose, so one
person's mail could shift the times of everybody's calendars. And the rule of such a zone is run through from its
beginning, which for a rule of seconds takes hours.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Calendar, Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

_FOLD = re.compile(r"\r?\n[ \t]")
_ZONE_PARAMETER = re.compile(r';TZID=("[^"]*"|[^;:",]*)', re.IGNORECASE)
_HEAD = re.compile(r'(?:[^":]|"[^"]*")*')
_DEEPEST = 8
_MOST_ZONES = 50
_LONGEST_NAME = 200
_LONGEST_ZONE = 100
"""Lines of a zone that is defined in an object."""
_MOST_OBSERVANCES = 10
# Changes of clocks come once a year in one month; since 1601, as Outlook has it, that is a few thousand steps.
_HARMLESS_RULE = {
    "FREQ": re.compile("YEARLY"),
    "BYMONTH": re.compile(r"\d{1,2}"),
    "BYDAY": re.compile(r"[+-]?\d?[A-Z]{2}"),
    "BYMONTHDAY": re.compile(r"-?\d{1,2}(,-?\d{1,2}){0,6}"),
    "UNTIL": re.compile(r"\d{8}(T\d{6}Z?)?"),
    "INTERVAL": re.compile("1"),
    "WKST": re.compile("[A-Z]{2}"),
}


def parse_calendar(content: bytes | str, *, most_parts: int = 20_000) -> Calendar:
    """The calendar of an object, recurrences as they stand, never expanded.

    Bytes that are no UTF-8 become replacement characters. Times in zones that neither the IANA nor the object
    defines come without zone, their TZID still beside them. Raises ValueError for what cannot be read and for
    more than `most_parts` components.
    """
    document = _split(_text(content), most_parts)
    zones = dict(_defined(document.zones))
    lines = [_rename(line, zones) for line in document.lines]
    used = [text for name, text in zones.values() if any(f";TZID={name}" in line for line in lines)]
    if used:
        lines[1:1] = used  # behind BEGIN:VCALENDAR
    try:
        calendar = Calendar.from_ical("\r\n".join(lines) + "\r\n")
    except (ArithmeticError, AttributeError, LookupError, TypeError, RecursionError) as error:
        raise ValueError(f"not readable: {type(error).__name__}") from None
    if not isinstance(calendar, Calendar):
        raise ValueError("no calendar")  # noqa: TRY004 - like everything else that cannot be read
    return calendar


def parse_zone(content: str) -> tzinfo | None:
    """The first zone that an object names or defines; None when it has none that can be used."""
    try:
        blocks = _split(_text(content), _MOST_ZONES).zones
        for block in blocks:
            if known := known_zone(_zone_name(block)):
                return ZoneInfo(known)
            for _, text in _defined([block]):
                zone = Timezone.from_ical(text[1])
                if isinstance(zone, Timezone):
                    made: tzinfo = zone.to_tz(lookup_tzid=False)
                    return made
    except (ValueError, LookupError, AttributeError, TypeError, ArithmeticError):
        return None
    return None


def known_zone(name: str) -> str | None:
    """The IANA name that a TZID means: itself, a name of Windows, or one with a maker's prefix."""
    if len(name) > _LONGEST_NAME:
        return None
    cleaned = name.strip().strip('"').strip("/")
    candidates = [cleaned, WINDOWS_TO_OLSON.get(cleaned, "")]
    if name.strip().strip('"').startswith("/"):
        parts = cleaned.split("/")
        candidates += ["/".join(parts[first:]) for first in range(1, len(parts))]
    return next((one for one in candidates if one in _names()), None)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(available_timezones())


@dataclass
class _Document:
    lines: list[str] = field(default_factory=list)
    """All but the definitions of zones, unfolded."""
    zones: list[list[str]] = field(default_factory=list)


def _text(content: bytes | str) -> str:
    text = content.decode("utf-8-sig", "replace") if isinstance(content, bytes) else content
    return _FOLD.sub("", text.strip("\ufeff\r\n\t \0"))


def _split(text: str, most_parts: int) -> _Document:
    document = _Document()
    depth, parts, inside = 0, 0, 0
    for line in re.split(r"\r\n|\n|\r", text):
        word = line.strip().upper()
        if word.startswith("BEGIN:"):
            depth += 1
            parts += 1
            if depth > _DEEPEST or parts > most_parts:
                raise ValueError("too many components")
            if word == "BEGIN:VTIMEZONE" and not inside:
                inside = depth
                document.zones.append([])
        if inside:
            document.zones[-1].append(line.strip())
        elif line.strip():
            document.lines.append(line)
        if word.startswith("END:"):
            if depth == inside:
                inside = 0
            depth -= 1
    if len(document.zones) > _MOST_ZONES:
        raise ValueError("too many zones")
    return document


def _defined(blocks: list[list[str]]) -> Iterator[tuple[str, tuple[str, str]]]:
    """For each harmless definition: its name, and name and text under which it can be kept for all objects."""
    for block in blocks:
        name = _zone_name(block)
        if not name or known_zone(name) or not _is_harmless(block):
            continue
        rules = [line for line in block if not line.upper().startswith(("TZID", "X-", "COMMENT", "TZURL"))]
        # Named after what it says, so that an equal name is an equal zone.
        own = f"Defined-{hashlib.sha256('|'.join(rules).encode()).hexdigest()[:32]}"
        yield name, (own, "\r\n".join([rules[0], f"TZID:{own}", *rules[1:]]))


def _is_harmless(block: list[str]) -> bool:
    lines = [line.upper() for line in block]
    rules = [line for line in lines if line.startswith(("RRULE", "EXRULE"))]
    observances = sum(line.startswith("BEGIN:") for line in lines) - 1
    return len(lines) <= _LONGEST_ZONE and observances <= _MOST_OBSERVANCES and all(map(_is_yearly, rules))


def _is_yearly(line: str) -> bool:
    """Whether a rule comes at most a few times a year."""
    parts = [part.partition("=") for part in line.removeprefix("RRULE:").split(";") if part]
    names = [name for name, _, _ in parts]
    return (
        line.startswith("RRULE:")
        and len(set(names)) == len(names)
        and "FREQ" in names
        and ("BYMONTH" in names or not {"BYDAY", "BYMONTHDAY"} & set(names))
        and all(name in _HARMLESS_RULE and _HARMLESS_RULE[name].fullmatch(value) for name, _, value in parts)
    )


def _zone_name(block: list[str]) -> str:
    return next((line.partition(":")[2].strip() for line in block if line.upper().startswith("TZID")), "")


def _rename(line: str, zones: dict[str, tuple[str, str]]) -> str:
    """The line with each zone under the name that it is known by, or under one that nobody knows."""
    head = _HEAD.match(line)
    end = head.end() if head else 0

    def name(match: re.Match[str]) -> str:
        given = match[1].strip('"').strip()
        known = known_zone(given) or (zones[given][0] if given in zones else None)
        return f";TZID={known or 'Unknown-' + hashlib.sha256(given.encode()).hexdigest()[:12]}"

    return _ZONE_PARAMETER.sub(name, line[:end]) + line[end:]
