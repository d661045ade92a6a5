"""Zones: abbreviations by civil time, fixed offsets, "your time", named cities, days of a clock change."""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free
from tests.domain.negotiation.cases.frame import Frame
from tests.domain.negotiation.cases.people import (
    ADELAIDE_SPRING,
    AUCKLAND_UTC,
    BERLIN,
    BERLIN_SPRING,
    KATHMANDU,
    KOLKATA,
    LONDON,
    LONDON_AUTUMN,
    LOS_ANGELES,
    NEW_YORK,
    NEW_YORK_AUTUMN,
    NEW_YORK_SPRING,
    SAO_PAULO,
    SEATTLE_LATE,
    SYDNEY_SPRING,
    TORONTO,
)

_EAST, _WEST, _MIDDLE, _UK = "America/New_York", "America/Los_Angeles", "Europe/Berlin", "Europe/London"
_L, _N, _B, _A, _T = LONDON, NEW_YORK, BERLIN, LOS_ANGELES, TORONTO
_S, _K, _M, _Z, _P = SAO_PAULO, KOLKATA, SEATTLE_LATE, AUCKLAND_UTC, KATHMANDU
_SPRING, _AUTUMN, _LA, _BS = NEW_YORK_SPRING, NEW_YORK_AUTUMN, LONDON_AUTUMN, BERLIN_SPRING
_SYD, _ADE = SYDNEY_SPRING, ADELAIDE_SPRING
# The other side is eleven hours ahead, so that its morning is the candidate's evening of the day before.
_DENVER: Final = Frame("2026-07-07T10:00", "America/Denver", "Asia/Singapore")

NAMED: Final[list[Case]] = [
    free(_A, "Thursday 3pm ET", _A.at("Thu 02-12", "15:00", zone=_EAST), "zone abbrev"),
    free(_M, "Friday 1pm EST", _M.at("Fri 08-07", "13:00", zone=_EAST), "zone abbrev season", level=3),
    free(_M, "Monday 10-12 EDT", _M.box("Mon 08-10", "10:00", "12:00", zone=_EAST), "zone abbrev"),
    free(_N, "Tuesday 9am PST", _N.at("Tue 09-08", "09:00", zone=_WEST), "zone abbrev season", level=3),
    free(
        _N,
        "Wednesday after 2 PT",
        _N.box("Wed 09-09", "14:00", "22:00", zone=_WEST),
        "zone open-ended",
        level=3,
    ),
    free(_L, "Monday 14:00 CEST", _L.at("Mon 06-15", "14:00", zone=_MIDDLE), "zone abbrev"),
    free(
        _L,
        "Tuesday 10:00-12:00 CET",
        _L.box("Tue 06-16", "10:00", "12:00", zone=_MIDDLE),
        "zone season",
        level=3,
    ),
    free(_B, "Thursday 3pm UK time", _B.at("Thu 05-21", "15:00", zone=_UK), "zone place"),
    free(_B, "wed 11am BST", _B.at("Wed 05-20", "11:00", zone=_UK), "zone abbrev"),
    free(_S, "Tuesday 4 to 6 pm London time", _S.box("Tue 11-10", "16:00", "18:00", zone=_UK), "zone place"),
    free(_K, "Wednesday 10:30am IST", _K.at("Wed 07-22", "10:30"), "zone abbrev"),
    free(_SYD, "Friday 9am SGT", _SYD.at("Fri 10-02", "09:00", zone="Asia/Singapore"), "zone abbrev"),
    free(_P, "Tuesday 2pm SGT", _P.at("Tue 03-17", "14:00", zone="Asia/Singapore"), "zone abbrev", level=3),
    free(_S, "Monday 10am Eastern", _S.at("Mon 11-09", "10:00", zone=_EAST), "zone words", level=3),
    free(_T, "Tuesday at 11 Pacific time", _T.at("Tue 01-20", "11:00", zone=_WEST), "zone words"),
    free(_L, "Thursday 17:00 Berlin time", _L.at("Thu 06-11", "17:00", zone=_MIDDLE), "zone place"),
    free(_A, "Friday 9am New York time", _A.at("Fri 02-13", "09:00", zone=_EAST), "zone place"),
    free(_N, "mornings ET", _N.every("09:00", "12:00"), "zone week-scope daypart", ignore=_N.weekends()),
    free(
        _A,
        "any day after 3pm ET",
        _A.every("15:00", zone=_EAST),
        "zone week-scope open-ended",
        level=3,
        ignore=_A.weekends(_EAST),
    ),
    free(
        _A,
        "Thursday morning eastern time",
        _A.box("Thu 02-12", "09:00", "12:00", zone=_EAST),
        "zone daypart",
        level=3,
    ),
]

FIXED: Final[list[Case]] = [
    free(_L, "Monday 10:00 GMT", _L.at("Mon 06-15", "10:00", zone="UTC"), "zone offset", level=3),
    free(_L, "Tuesday 14:00 UTC", _L.at("Tue 06-16", "14:00", zone="UTC"), "zone offset"),
    free(_K, "Thursday 08:00-10:00 UTC", _K.box("Thu 07-23", "08:00", "10:00", zone="UTC"), "zone offset"),
    free(_B, "Wednesday 15:00 UTC+1", _B.at("Wed 05-20", "15:00", zone="Etc/GMT-1"), "zone offset", level=3),
    free(_S, "Tuesday 9am GMT-3", _S.at("Tue 11-10", "09:00", zone="Etc/GMT+3"), "zone offset"),
    free(
        _N, "Friday 3pm GMT-5", _N.at("Fri 09-04", "15:00", zone="Etc/GMT+5"), "zone offset season", level=3
    ),
    free(
        _L,
        "Friday 15:30 UTC+5:30",
        _L.at("Fri 06-12", "15:30", zone="Asia/Kolkata"),
        "zone offset half-hour",
        level=3,
    ),
    free(_P, "Monday 11:00 (UTC+5:45)", _P.at("Mon 03-16", "11:00"), "zone offset quarter-hour", level=3),
    free(_Z, "Thursday 9:00 UTC+12", _Z.at("Thu 05-07", "09:00"), "zone offset utc-ref", level=3),
]

WHOSE: Final[list[Case]] = [
    free(_A, "Thursday at 1pm your time", _A.at("Thu 02-12", "13:00", zone=_EAST), "zone your-time"),
    free(_A, "Wednesday 9am my time", _A.at("Wed 02-11", "09:00"), "zone my-time"),
    free(
        _K,
        "Tuesday morning your time works",
        _K.box("Tue 07-21", "09:00", "12:00", zone=_UK),
        "zone your-time",
    ),
    free(
        _L, "Friday, 2-4pm your time", _L.box("Fri 06-12", "14:00", "16:00", zone=_MIDDLE), "zone your-time"
    ),
    free(
        _T,
        "tomorrow at 10 your time",
        _T.at("Sat 01-17", "10:00", zone=_WEST),
        "zone your-time weekend",
        level=3,
    ),
    free(
        _DENVER,
        "Thursday 9am your time",
        _DENVER.at("Thu 07-09", "09:00", zone="Asia/Singapore"),
        "zone your-time day-flip",
        level=3,
    ),
    free(_DENVER, "Friday 6pm my time", _DENVER.at("Fri 07-10", "18:00"), "zone my-time"),
    free(
        _S,
        "Wednesday before noon your time",
        _S.box("Wed 11-11", "07:00", "12:00", zone=_UK),
        "zone your-time",
        level=3,
    ),
    free(
        _P,
        "Thursday between 1 and 4 in your time zone",
        _P.box("Thu 03-12", "13:00", "16:00", zone="Asia/Singapore"),
        "zone your-time",
        level=3,
    ),
    free(
        _SYD,
        "Thursday 2pm my time, or Friday 2pm your time",
        _SYD.at("Thu 10-01", "14:00") + _SYD.at("Fri 10-02", "14:00", zone="Asia/Singapore"),
        "zone my-time your-time",
        level=3,
    ),
]

CLOCK_CHANGES: Final[list[Case]] = [
    free(_SPRING, "Friday at 9 or Monday at 9", _SPRING.at("Fri 03-06, Mon 03-09", "09:00"), "dst point"),
    free(
        _SPRING,
        "Sunday 8 March, 10 to 12",
        _SPRING.box("Sun 03-08", "10:00", "12:00"),
        "dst weekend",
        level=3,
    ),
    free(_SPRING, "Tuesday 2pm UK time", _SPRING.at("Tue 03-10", "14:00", zone=_UK), "dst zone", level=3),
    free(
        _SPRING, "Wednesday the 18th", _SPRING.box("Wed 03-18", "07:00", "13:00"), "dst window-edge", level=3
    ),
    free(
        _SPRING,
        "mornings from Thursday to Monday",
        _SPRING.box("Thu 03-05, Fri 03-06, Mon 03-09", "09:00", "12:00"),
        "dst range",
        level=3,
        ignore=_SPRING.weekend("Sat 03-07"),
    ),
    free(
        _AUTUMN,
        "At 11 on Saturday, Sunday or Monday",
        _AUTUMN.at("Sat 10-31, Sun 11-01, Mon 11-02", "11:00"),
        "dst weekend",
        level=3,
    ),
    free(_AUTUMN, "Wednesday 16:00 CET", _AUTUMN.at("Wed 10-28", "16:00", zone=_MIDDLE), "dst zone", level=3),
    free(
        _AUTUMN,
        "Tuesday the 10th after 2",
        _AUTUMN.box("Tue 11-10", "14:00", "16:00"),
        "dst window-edge",
        level=3,
    ),
    free(_AUTUMN, "Nov 3, 9am ET", _AUTUMN.at("Tue 11-03", "09:00"), "dst zone"),
    free(
        _LA,
        "this Friday and next Monday at 4pm",
        _LA.at("Fri 10-23, Mon 10-26", "16:00"),
        "dst distribute",
        level=3,
        ignore=_LA.box("Fri 10-23", "07:00", "16:00") + _LA.box("Fri 10-23", "17:00", "22:00"),
    ),
    free(_LA, "Sunday the 25th from 3 to 5", _LA.box("Sun 10-25", "15:00", "17:00"), "dst weekend", level=3),
    free(
        _LA,
        "Tuesday 3 November until 1:30pm",
        _LA.box("Tue 11-03", "07:00", "13:00"),
        "dst window-edge",
        level=3,
    ),
    free(_LA, "Wednesday next week 10am ET", _LA.at("Wed 10-28", "10:00", zone=_EAST), "dst zone", level=3),
    free(_BS, "Monday 10:00 UTC", _BS.at("Mon 03-30", "10:00", zone="UTC"), "dst zone offset", level=3),
    free(
        _BS,
        "Friday and Monday, 14 to 15 both days",
        _BS.box("Fri 03-27, Mon 03-30", "14:00", "15:00"),
        "dst range",
    ),
    free(
        _SYD,
        "Friday 2 Oct or Tuesday 6 Oct, 9-11",
        _SYD.box("Fri 10-02, Tue 10-06", "09:00", "11:00"),
        "dst range",
    ),
    free(
        _SYD,
        "Monday at 10 your time",
        _SYD.at("Mon 10-05", "10:00", zone="Asia/Singapore"),
        "dst your-time",
        level=3,
    ),
    free(_SYD, "Sunday the 4th, whole day", _SYD.full("Sun 10-04"), "dst weekend", level=3),
    free(
        _ADE,
        "tomorrow and Monday, 4-6pm",
        _ADE.box("Thu 10-01, Mon 10-05", "16:00", "18:00"),
        "dst half-hour",
    ),
    free(
        _ADE, "Wed 14 October", _ADE.box("Wed 10-14", "07:00", "10:00"), "dst window-edge half-hour", level=3
    ),
    free(
        _ADE,
        "Tuesday 5pm Sydney time",
        _ADE.at("Tue 10-06", "17:00", zone="Australia/Sydney"),
        "dst zone half-hour",
        level=3,
    ),
]

CASES: Final = [*NAMED, *FIXED, *WHOSE, *CLOCK_CHANGES]
