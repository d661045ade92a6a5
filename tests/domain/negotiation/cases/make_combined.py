"""Several rules in one message, as real people combine them: scope with exceptions, zones with parts of the day."""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free, pick, plain
from tests.domain.negotiation.cases.people import (
    ADELAIDE_SPRING,
    BERLIN,
    CHICAGO_LEAP,
    DUBLIN,
    KATHMANDU,
    KOLKATA,
    LONDON,
    LONDON_AUTUMN,
    LONDON_DECEMBER,
    LOS_ANGELES,
    NEW_YORK,
    NEW_YORK_SPRING,
    SAO_PAULO,
    SEATTLE_LATE,
    SYDNEY_SPRING,
    TORONTO,
)

_L, _N, _B, _A, _T = LONDON, NEW_YORK, BERLIN, LOS_ANGELES, TORONTO
_S, _K, _D, _P, _M = SAO_PAULO, KOLKATA, DUBLIN, KATHMANDU, SEATTLE_LATE
_SYD, _ADE, _LA, _SPRING = SYDNEY_SPRING, ADELAIDE_SPRING, LONDON_AUTUMN, NEW_YORK_SPRING
_EAST, _UK, _MIDDLE = "America/New_York", "Europe/London", "Europe/Berlin"
_FOUR: Final = NEW_YORK.offering("Tue 09-08 09:00", "Tue 09-08 16:00", "Wed 09-09 11:00", "Fri 09-11 13:30")

SCOPES: Final[list[Case]] = [
    free(
        _L,
        "Any afternoon next week works, just not Wednesday",
        _L.week("Mon 06-15", "12:00", "17:00"),
        "exclusion next daypart",
        ignore=_L.weekend("Sat 06-20"),
        unless=_L.whole("Wed 06-17"),
    ),
    free(
        _B,
        "I'm flexible from Wednesday to Friday but only before 3",
        _B.box("Wed 05-20, Thu 05-21, Fri 05-22", "07:00", "15:00"),
        "range open-ended",
    ),
    free(
        _N,
        "Next week, Tuesday to Thursday, between 10am and 4pm except over lunchtime",
        _N.box("Tue 09-08, Wed 09-09, Thu 09-10", "10:00", "16:00"),
        "exclusion range daypart",
        level=3,
        unless=_N.box("Tue 09-08, Wed 09-09, Thu 09-10", "12:00", "14:00"),
    ),
    free(
        _A,
        "I can do next week apart from the 18th, but always after 2",
        _A.week("Mon 02-16", "14:00"),
        "exclusion next open-ended",
        level=3,
        ignore=_A.weekend("Sat 02-21"),
        unless=_A.whole("Wed 02-18"),
    ),
    free(
        _K,
        "Out on Monday and Tuesday, any other day this coming week from 5 in the evening",
        _K.week("Mon 07-20", "17:00"),
        "exclusion next sunday-ref part-of-day",
        level=3,
        ignore=_K.weekend("Sat 07-25"),
        unless=_K.whole("Mon 07-20, Tue 07-21"),
    ),
    free(
        _S,
        "Everything after the 12th is fine, but not before 11",
        _S.every("11:00"),
        "open-range open-ended",
        level=3,
        ignore=_S.weekends(),
        unless=_S.whole("Mon 11-09, Tue 11-10, Wed 11-11, Thu 11-12"),
    ),
    free(
        _D,
        "Mornings suit me, except on Thursdays",
        _D.every("09:00", "12:00"),
        "exclusion daypart",
        level=3,
        ignore=_D.weekends(),
        unless=_D.whole("Thu 04-23, Thu 04-30"),
    ),
    free(
        _T,
        "This weekend is bad. Next week any evening.",
        _T.week("Mon 01-19", "17:00", "20:00"),
        "exclusion next daypart",
        level=3,
        ignore=_T.weekend("Sat 01-24"),
        unless=_T.whole("Sat 01-17, Sun 01-18"),
    ),
    free(
        _L,
        "Mondays never work, Tuesdays only after 3",
        _L.every("15:00", only="Tue"),
        "plural exclusion",
        level=3,
        ignore=_L.weekends() + _L.every(only="Wed Thu Fri"),
        unless=_L.whole("Mon 06-15, Mon 06-22"),
    ),
    free(
        _M,
        "Any day this week after 3",
        _M.box("Thu 08-06, Fri 08-07", "15:00", "22:00"),
        "this open-ended utc-ref",
        level=3,
        ignore=_M.weekend("Sat 08-08"),
    ),
    free(
        _M,
        "next week, mornings",
        _M.week("Mon 08-10", "09:00", "12:00"),
        "next daypart utc-ref",
        ignore=_M.weekend("Sat 08-15"),
    ),
    free(
        LONDON_DECEMBER,
        "Not on the 31st or the 1st, otherwise any day from 10 to 4",
        LONDON_DECEMBER.every("10:00", "16:00"),
        "exclusion dom year-end",
        level=3,
        ignore=LONDON_DECEMBER.weekends(),
        unless=LONDON_DECEMBER.whole("Thu 12-31, Fri 01-01"),
    ),
    free(
        CHICAGO_LEAP,
        "any day from the 28th to the 2nd, before noon",
        CHICAGO_LEAP.box("Mon 02-28, Tue 02-29, Wed 03-01, Thu 03-02", "07:00", "12:00"),
        "range leap open-ended",
        level=3,
    ),
]

ZONES: Final[list[Case]] = [
    free(
        _A,
        "Wednesday or Thursday between 12 and 3pm EST",
        _A.box("Wed 02-11, Thu 02-12", "12:00", "15:00", zone=_EAST),
        "zone distribute range",
    ),
    free(
        _L,
        "Tuesday 9-11 CET or Thursday 14:00 UTC",
        _L.box("Tue 06-16", "09:00", "11:00", zone=_MIDDLE) + _L.at("Thu 06-11", "14:00", zone="UTC"),
        "zone multi",
        level=3,
    ),
    free(
        _K,
        "any day next week 1-3pm UK time",
        _K.week("Mon 07-20", "13:00", "15:00", zone=_UK),
        "zone next sunday-ref",
        level=3,
        ignore=_K.weekend("Sat 07-25"),
    ),
    free(
        _S,
        "Tuesday at half two your time",
        _S.at("Tue 11-10", "14:30", zone=_UK),
        "zone your-time words",
        level=3,
    ),
    free(
        _LA,
        "Monday the 26th, 2pm ET, or Tuesday at noon my time",
        _LA.at("Mon 10-26", "14:00", zone=_EAST) + _LA.at("Tue 10-27", "12:00"),
        "zone dst my-time",
        level=3,
    ),
    free(
        _SPRING,
        "Thursday 12 March from 3 to 4 pm London time",
        _SPRING.box("Thu 03-12", "15:00", "16:00", zone=_UK),
        "zone dst date",
        level=3,
    ),
    free(
        _SYD,
        "next week after 4pm",
        _SYD.week("Mon 10-05", "16:00"),
        "next dst open-ended",
        ignore=_SYD.weekend("Sat 10-10"),
    ),
    free(
        _ADE, "Fri 2pm or Mon 2pm my time", _ADE.at("Fri 10-02, Mon 10-05", "14:00"), "dst my-time half-hour"
    ),
    free(
        _P,
        "Friday before 11 and Monday 3-5pm",
        _P.box("Fri 03-13", "07:00", "11:00") + _P.box("Mon 03-16", "15:00", "17:00"),
        "multi quarter-hour",
    ),
]

ANSWERS: Final[list[Case]] = [
    pick(_FOUR, "the fourth", "selection ordinal", 4),
    pick(_FOUR, "Friday's slot, thanks a million", "selection daytime", 4),
    pick(_FOUR, "Tuesday at 4 is the best one", "selection daytime", 2),
    pick(_FOUR, "D", "selection letter", 4),
    plain(
        _FOUR,
        "Tuesday",
        "unclear",
        "unclear ambiguous-selection",
        level=3,
        ignore=NEW_YORK.at("Tue 09-08", "09:00", "16:00"),
    ),
    pick(
        _FOUR,
        "11 on wed works, do you need anything from me beforehand?",
        "mixed question",
        3,
        intent="mixed",
        level=3,
    ),
    plain(
        _FOUR,
        "What happens if I can't make Tuesday?",
        "question",
        "question time-distractor",
        level=3,
        alt="unclear",
    ),
    plain(_FOUR, "no thanks, none of the four", "rejection", "rejection"),
    pick(
        _FOUR,
        "hi, i'd love the wednesday one 😊\n\ncheers, jo\n(555) 010-0911",
        "selection daytime signature",
        3,
    ),
    free(
        _FOUR,
        "Thursday the 10th at 11 would be much easier",
        NEW_YORK.at("Thu 09-10", "11:00"),
        "availability no-match",
        alt="mixed",
    ),
]

CASES: Final = [*SCOPES, *ZONES, *ANSWERS]
