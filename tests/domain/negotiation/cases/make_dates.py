"""Dates: days of the month, month names, numeric orders, ends of month and year, window edges, contradictions."""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free, plain
from tests.domain.negotiation.cases.people import (
    AUCKLAND_UTC,
    BERLIN,
    CHICAGO_LEAP,
    DUBLIN,
    KOLKATA,
    LONDON,
    LONDON_DECEMBER,
    LOS_ANGELES,
    MADRID_AUGUST,
    NEW_YORK,
    SAO_PAULO,
    SEATTLE_LATE,
    TORONTO,
)

_L, _N, _B, _A, _T = LONDON, NEW_YORK, BERLIN, LOS_ANGELES, TORONTO
_S, _K, _D, _E, _M, _Y = SAO_PAULO, KOLKATA, DUBLIN, LONDON_DECEMBER, MADRID_AUGUST, CHICAGO_LEAP

NAMED: Final[list[Case]] = [
    free(_L, "the 18th works", _L.full("Thu 06-18"), "dom", level=1),
    free(_L, "The 5th would be my day", [], "dom outside-window", level=3),
    free(_N, "I can do the 9th after 2", _N.box("Wed 09-09", "14:00", "22:00"), "dom open-ended"),
    free(_B, "the 28th or the 29th", _B.full("Thu 05-28, Fri 05-29"), "dom multi"),
    free(_L, "on the 31st", [], "dom outside-window", level=3),
    free(_M, "Monday the 31st or the 1st", _M.full("Mon 08-31, Tue 09-01"), "dom month-end multi", level=3),
    free(_M, "the 2nd of September, 9 to 11", _M.box("Wed 09-02", "09:00", "11:00"), "date month-end"),
    free(_M, "anytime on the third", _M.full("Thu 09-03"), "dom words month-end", level=3),
    free(_A, "February 19", _A.full("Thu 02-19"), "date", level=1),
    free(_A, "19 Feb, 10am", _A.at("Thu 02-19", "10:00"), "date point"),
    free(_N, "Sept 8th at 1:30", _N.at("Tue 09-08", "13:30"), "date point"),
    free(_N, "Would the eighth of September be possible?", _N.full("Tue 09-08"), "date words", level=3),
    free(_K, "Fri, 24th of July @ 11:30am", _K.at("Fri 07-24", "11:30"), "date point"),
    free(_D, "22 Apr 2026, 3-5pm", _D.box("Wed 04-22", "15:00", "17:00"), "date clock"),
    free(_D, "April 28 through April 30", _D.full("Tue 04-28, Wed 04-29, Thu 04-30"), "date range"),
    free(
        _L, "15-17 June, mornings", _L.box("Mon 06-15, Tue 06-16, Wed 06-17", "09:00", "12:00"), "date range"
    ),
    free(_B, "from the 26th to the 28th of May", _B.full("Tue 05-26, Wed 05-27, Thu 05-28"), "date range"),
    free(_T, "Jan. 22nd", _T.full("Thu 01-22"), "date"),
    free(_L, "Saturday the 13th, if you work weekends", _L.full("Sat 06-13"), "dom weekend", level=3),
    free(_N, "I could even do September 12", _N.full("Sat 09-12"), "date weekend", level=3),
    free(SEATTLE_LATE, "the 6th at 10", SEATTLE_LATE.at("Thu 08-06", "10:00"), "dom point utc-ref", level=3),
    free(AUCKLAND_UTC, "I'm open on the 6th", AUCKLAND_UTC.full("Wed 05-06"), "dom utc-ref", level=3),
]

NUMERIC: Final[list[Case]] = [
    free(_N, "9/10 is good", _N.full("Thu 09-10"), "numeric us-order"),
    free(_N, "9/8 or 9/9, 11am", _N.at("Tue 09-08, Wed 09-09", "11:00"), "numeric us-order point"),
    free(_N, "15/9 at noon", _N.at("Tue 09-15", "12:00"), "numeric impossible-order", level=3),
    free(_S, "11/12 from 9 until 11", _S.box("Thu 11-12", "09:00", "11:00"), "numeric us-order", level=3),
    free(
        _S,
        "16/11 in the afternoon",
        _S.box("Mon 11-16", "12:00", "17:00"),
        "numeric impossible-order",
        level=3,
    ),
    free(_L, "12/6 after 1pm", _L.box("Fri 06-12", "13:00", "22:00"), "numeric eu-order"),
    free(_L, "6/18 at 2pm", _L.at("Thu 06-18", "14:00"), "numeric impossible-order", level=3),
    free(_L, "7/6 would be perfect", [], "numeric eu-order outside-window", level=3),
    free(_L, "2026-06-16, 13:00 to 15:00", _L.box("Tue 06-16", "13:00", "15:00"), "numeric iso", level=1),
    free(
        _B,
        "28.5. or 29.5., both from 10:00",
        _B.box("Thu 05-28, Fri 05-29", "10:00", "22:00"),
        "numeric eu-order",
    ),
    free(
        _B, "Tue 26.05.2026 14:00-16:00", _B.box("Tue 05-26", "14:00", "16:00"), "numeric eu-order", level=1
    ),
    free(_K, "22/07/2026 10:30-12:00", _K.box("Wed 07-22", "10:30", "12:00"), "numeric eu-order", level=1),
    free(_T, "1/20, 1/21 and 1/23", _T.full("Tue 01-20, Wed 01-21, Fri 01-23"), "numeric us-order multi"),
    free(_T, "01/22/2026 at 4pm", _T.at("Thu 01-22", "16:00"), "numeric us-order point"),
    free(_D, "23-04 or 24-04", _D.full("Thu 04-23, Fri 04-24"), "numeric eu-order", level=3),
    free(
        _A,
        "2/17-2/19 after 3",
        _A.box("Tue 02-17, Wed 02-18, Thu 02-19", "15:00", "22:00"),
        "numeric range",
        level=3,
    ),
]

EDGES: Final[list[Case]] = [
    free(_E, "January 5 is good", _E.full("Tue 01-05"), "date year-end"),
    free(
        _E,
        "at 10am on 5/1 or 6/1",
        _E.at("Tue 01-05, Wed 01-06", "10:00"),
        "numeric year-end eu-order",
        level=3,
    ),
    free(_E, "the 4th, before noon", _E.box("Mon 01-04", "07:00", "12:00"), "dom year-end"),
    free(_E, "Dec 30th, 11 - 1", _E.box("Wed 12-30", "11:00", "13:00"), "date year-end clock"),
    free(
        _E,
        "first full week of January, 9-10 every day",
        _E.week("Mon 01-04", "09:00", "10:00"),
        "week-scope year-end",
        level=3,
        ignore=_E.weekend("Sat 01-09"),
    ),
    free(_E, "next Friday at 3pm", _E.at("Fri 01-08", "15:00"), "next year-end"),
    free(_E, "this Friday at 3pm", _E.at("Fri 01-01", "15:00"), "this year-end"),
    free(_E, "Monday 11 January", _E.box("Mon 01-11", "07:00", "10:00"), "date window-edge", level=3),
    free(_E, "20 January 2027", [], "date outside-window", level=2),
    free(_Y, "Feb 29 at 10", _Y.at("Tue 02-29", "10:00"), "date leap point"),
    free(_Y, "the 29th, after 12", _Y.box("Tue 02-29", "12:00", "22:00"), "dom leap"),
    free(_Y, "2/29 or 3/1, mornings", _Y.box("Tue 02-29, Wed 03-01", "09:00", "12:00"), "numeric leap"),
    free(
        _Y,
        "from Monday the 28th to Thursday",
        _Y.full("Mon 02-28, Tue 02-29, Wed 03-01, Thu 03-02"),
        "range leap",
    ),
    free(_Y, "8 days from today, all day", _Y.full("Tue 02-29"), "relative leap", level=3),
    free(
        _M,
        "First full week of September?",
        _M.box("Mon 09-07, Tue 09-08, Wed 09-09", "07:00", "22:00") + _M.box("Thu 09-10", "07:00", "12:00"),
        "week-scope month-end window-edge",
        level=3,
    ),
    free(
        _M,
        "The week of the 31st, after six in the evening",
        _M.week("Mon 08-31", "18:00"),
        "week-scope month-end",
        level=3,
        ignore=_M.weekend("Sat 09-05"),
    ),
    free(_L, "not until July, I'm afraid", [], "date outside-window", level=3, alt="rejection"),
    free(_N, "First week of October, not earlier", [], "date outside-window", level=3),
    free(_T, "Friday the 30th until 6pm", _T.box("Fri 01-30", "07:00", "16:45"), "dom window-edge", level=3),
    free(
        _L,
        "Wednesday 24 June, 9:00-13:00",
        _L.box("Wed 06-24", "09:00", "10:30"),
        "date window-edge",
        level=3,
    ),
    free(
        _S,
        "Sunday 8 November from 6am to 9am",
        _S.box("Sun 11-08", "06:40", "09:00"),
        "date window-edge",
        level=3,
    ),
    free(_N, "3 weeks from now works", [], "relative outside-window", level=3),
    free(_D, "only from 15 May onwards, sorry", [], "dom outside-window", level=3),
    free(
        _D,
        "At 5pm on May 1st or May 2nd",
        _D.at("Fri 05-01, Sat 05-02", "17:00"),
        "date month-end weekend",
        level=3,
    ),
    free(_L, "In a fortnight, at 9 in the morning", _L.at("Wed 06-24", "09:00"), "relative idiom", level=3),
]

CONTRADICTIONS: Final[list[Case]] = [
    plain(_L, "Tuesday 18 June at 10 would be great", "unclear", "unclear contradiction", level=3),
    plain(_N, "Friday 9/8 after 2", "unclear", "unclear contradiction", level=3),
    plain(_B, "Monday, 26.05., 14:00", "unclear", "unclear contradiction", level=3),
    plain(_K, "I am free on Thursday the 24th", "unclear", "unclear contradiction", level=3),
    plain(_T, "Wed Jan 22 works for me, 1-3pm", "unclear", "unclear contradiction", level=3),
]

CASES: Final = [*NAMED, *NUMERIC, *EDGES, *CONTRADICTIONS]
