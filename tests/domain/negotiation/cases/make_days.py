"""Which days are meant: bare and qualified weekdays, weeks, plurals, ranges, relative days."""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free
from tests.domain.negotiation.cases.people import (
    ADELAIDE_SPRING,
    AUCKLAND_UTC,
    BERLIN,
    DUBLIN,
    KATHMANDU,
    KOLKATA,
    LONDON,
    LOS_ANGELES,
    NEW_YORK,
    NEW_YORK_DAWN,
    SAO_PAULO,
    SEATTLE_LATE,
    TORONTO,
)

_L, _N, _B, _A, _T = LONDON, NEW_YORK, BERLIN, LOS_ANGELES, TORONTO
_S, _K, _D, _M, _Z = SAO_PAULO, KOLKATA, DUBLIN, SEATTLE_LATE, AUCKLAND_UTC

WEEKDAYS: Final[list[Case]] = [
    free(_L, "Friday is good for me", _L.full("Fri 06-12"), "weekday", level=1),
    free(_L, "I could make Wednesday", _L.full("Wed 06-17"), "weekday"),
    free(_L, "This coming Monday would suit", _L.full("Mon 06-15"), "weekday"),
    free(_N, "coming thurs is wide open", _N.full("Thu 09-10"), "weekday typo"),
    free(_A, "tuesday", _A.full("Tue 02-17"), "weekday"),
    free(_L, "this Friday please", _L.full("Fri 06-12"), "this weekday", level=1),
    free(_L, "Could we say this Monday?", _L.full("Mon 06-15"), "this weekday", level=3),
    free(_B, "this Thursday, any hour", _B.full("Thu 05-21"), "this weekday"),
    free(_K, "this Tuesday is fine with me", _K.full("Tue 07-21"), "this weekday sunday-ref", level=3),
    free(_L, "next Friday suits me best", _L.full("Fri 06-19"), "next weekday"),
    free(_B, "Next Wednesday would be lovely.", _B.full("Wed 05-27"), "next weekday"),
    free(_N, "how about next Friday", _N.full("Fri 09-11"), "next weekday", level=3),
    free(_L, "Thursday of the coming week", _L.full("Thu 06-18"), "next weekday", level=3),
    free(_N, "Monday of next week, whenever", _N.full("Mon 09-07"), "next weekday"),
    free(_A, "wednesday next week works on my side", _A.full("Wed 02-18"), "next weekday"),
    free(_D, "Next Monday is free", _D.full("Mon 04-20"), "next weekday sunday-ref", level=3),
    free(_D, "Monday then", _D.full("Mon 04-20"), "weekday sunday-ref"),
    free(_K, "Friday next week would be perfect", _K.full("Fri 07-24"), "next weekday sunday-ref", level=3),
    free(_M, "Thursday would work", _M.full("Thu 08-06"), "weekday utc-ref", level=3),
    free(_Z, "Wednesday is best", _Z.full("Wed 05-06"), "weekday utc-ref", level=3),
    free(_Z, "Could we do Tuesday?", _Z.full("Tue 05-12"), "weekday utc-ref", level=3),
    free(_T, "Monday or Wednesday, please", _T.full("Mon 01-19, Wed 01-21"), "weekday multi", level=1),
    free(_S, "Tue/Thu both work", _S.full("Tue 11-10, Thu 11-12"), "weekday multi"),
    free(_L, "Either Thurs or Mon, you choose", _L.full("Thu 06-11, Mon 06-15"), "weekday multi"),
]

WEEKS: Final[list[Case]] = [
    free(
        _L,
        "next week is open for me",
        _L.week("Mon 06-15"),
        "next week-scope",
        ignore=_L.weekend("Sat 06-20"),
    ),
    free(
        _D,
        "I have nothing on next week",
        _D.week("Mon 04-20"),
        "next week-scope sunday-ref",
        level=3,
        ignore=_D.weekend("Sat 04-25"),
    ),
    free(
        _L,
        "Any time this week would be great",
        _L.full("Wed 06-10, Thu 06-11, Fri 06-12"),
        "this week-scope",
        ignore=_L.weekend("Sat 06-13"),
    ),
    free(
        _N,
        "I can only do this week",
        _N.full("Fri 09-04"),
        "this week-scope",
        ignore=_N.weekend("Sat 09-05"),
    ),
    free(
        _B,
        "I'm free all of this week!",
        _B.week("Mon 05-18"),
        "this week-scope",
        ignore=_B.weekend("Sat 05-23"),
    ),
    free(
        _L,
        "The week after next would be better for me",
        _L.full("Mon 06-22, Tue 06-23, Wed 06-24"),
        "week-scope window-edge",
        level=3,
        ignore=_L.weekends(),
    ),
    free(
        _K,
        "the week after next, mornings only",
        _K.week("Mon 07-27", "09:00", "12:00"),
        "week-scope daypart sunday-ref",
        level=3,
        ignore=_K.weekend("Sat 08-01"),
    ),
    free(
        _L,
        "The week of the 15th is completely free",
        _L.week("Mon 06-15"),
        "week-scope dom",
        ignore=_L.weekend("Sat 06-20"),
    ),
    free(
        _N,
        "I could do the week of September 10th",
        _N.week("Mon 09-07"),
        "week-scope date",
        ignore=_N.weekend("Sat 09-12"),
    ),
    free(
        _S,
        "week of 11/18, after 2pm",
        _S.week("Mon 11-16", "14:00"),
        "week-scope numeric",
        level=3,
        ignore=_S.weekend("Sat 11-21"),
    ),
    free(
        _B,
        "in the week of 24 May I'm around from 10 to 12",
        _B.week("Mon 05-18", "10:00", "12:00"),
        "week-scope date",
        level=3,
        ignore=_B.weekend("Sat 05-23"),
    ),
    free(
        _T,
        "First thing that comes to mind: early next week",
        _T.full("Mon 01-19, Tue 01-20"),
        "week-scope next",
        level=3,
        ignore=_T.whole("Wed 01-21"),
    ),
    free(
        _L,
        "early next week would be ideal",
        _L.full("Mon 06-15, Tue 06-16"),
        "week-scope next",
        ignore=_L.whole("Wed 06-17"),
    ),
    free(
        _A,
        "Towards the end of next week please",
        _A.full("Thu 02-19, Fri 02-20"),
        "week-scope next",
        ignore=_A.whole("Wed 02-18") + _A.weekend("Sat 02-21"),
    ),
    free(
        _B,
        "End of this week?",
        _B.full("Thu 05-21, Fri 05-22"),
        "week-scope this",
        ignore=_B.whole("Wed 05-20") + _B.weekend("Sat 05-23"),
    ),
    free(
        _D,
        "early in the week after next, from 1pm",
        _D.box("Mon 04-27, Tue 04-28", "13:00", "22:00"),
        "week-scope open-ended",
        level=3,
        ignore=_D.whole("Wed 04-29"),
    ),
    free(
        _K,
        "end of next week, between 3 and 6 pm",
        _K.box("Thu 07-23, Fri 07-24", "15:00", "18:00"),
        "week-scope next sunday-ref",
        level=3,
        ignore=_K.whole("Wed 07-22") + _K.weekend("Sat 07-25"),
    ),
]

PLURALS: Final[list[Case]] = [
    free(_L, "Tuesdays are good", _L.every(only="Tue"), "plural"),
    free(_N, "Mondays after 3", _N.every("15:00", only="Mon"), "plural open-ended"),
    free(_A, "thursday mornings work well", _A.every("09:00", "12:00", only="Thu"), "plural daypart"),
    free(_B, "I'm always free on Wednesdays", _B.every(only="Wed"), "plural"),
    free(_K, "Fridays 2-5", _K.every("14:00", "17:00", only="Fri"), "plural clock"),
    free(_S, "Every Tuesday from 9 to 11", _S.every("09:00", "11:00", only="Tue"), "plural clock", level=3),
    free(
        _D, "Tuesdays and Thursdays before noon", _D.every(end="12:00", only="Tue Thu"), "plural open-ended"
    ),
    free(
        _T,
        "Wednesday afternoons, otherwise Friday afternoons",
        _T.every("12:00", "17:00", only="Wed Fri"),
        "plural daypart multi",
    ),
]

RELATIVE: Final[list[Case]] = [
    free(_L, "tomorrow works", _L.full("Thu 06-11"), "relative", level=1),
    free(
        _N,
        "tomorrow before 11 or the day after tomorrow",
        _N.box("Fri 09-04", "07:00", "11:00") + _N.full("Sat 09-05"),
        "relative open-ended",
        level=3,
    ),
    free(_T, "Tomorrow is fine too", _T.full("Sat 01-17"), "relative weekend"),
    free(_M, "tmrw at 2", _M.at("Thu 08-06", "14:00"), "relative utc-ref typo", level=3),
    free(
        _M, "tomorrow morning", _M.box("Thu 08-06", "09:30", "12:00"), "relative utc-ref window-edge", level=3
    ),
    free(_Z, "Tomorrow from 1pm", _Z.box("Wed 05-06", "13:00", "22:00"), "relative utc-ref", level=3),
    free(
        _Z,
        "day after tomorrow, lunchtime",
        _Z.box("Thu 05-07", "12:00", "14:00"),
        "relative utc-ref",
        level=3,
    ),
    free(_L, "today at 3pm if you can still fit me in", [], "relative outside-window", level=3),
    free(
        NEW_YORK_DAWN,
        "Tonight at 8 would do",
        NEW_YORK_DAWN.at("Thu 09-03", "20:00"),
        "relative window-edge",
        level=3,
    ),
    free(
        NEW_YORK_DAWN,
        "Today after 5, otherwise tomorrow after 5",
        NEW_YORK_DAWN.box("Thu 09-03, Fri 09-04", "17:00", "22:00"),
        "relative window-edge",
        level=3,
    ),
    free(_L, "five days from today", _L.full("Mon 06-15"), "relative", level=3),
    free(_B, "I have time in 3 days, at 11", _B.at("Thu 05-21", "11:00"), "relative", level=3),
    free(
        _A, "10 days from today in the afternoon", _A.box("Fri 02-20", "12:00", "17:00"), "relative", level=3
    ),
    free(_L, "A week from Friday would do nicely", _L.full("Fri 06-19"), "relative idiom", level=3),
    free(_N, "a week from Monday", _N.full("Mon 09-14"), "relative idiom", level=3),
    free(_D, "Thursday week would be grand", _D.full("Thu 04-30"), "relative idiom sunday-ref", level=3),
    free(_L, "Friday week at half nine", _L.at("Fri 06-19", "09:30"), "relative idiom clock", level=3),
    free(
        ADELAIDE_SPRING,
        "Monday week, after 9",
        ADELAIDE_SPRING.box("Mon 10-12", "09:00", "22:00"),
        "relative idiom dst",
        level=3,
    ),
    free(_L, "two weeks from today at 9", _L.at("Wed 06-24", "09:00"), "relative window-edge", level=3),
    free(_L, "two weeks from today at 5", [], "relative outside-window", level=3),
    free(
        _B,
        "Any time in the next three days",
        _B.full("Tue 05-19, Wed 05-20, Thu 05-21"),
        "relative week-scope",
        level=3,
    ),
    free(
        _L,
        "sometime in the next 2 days, 5pm or later",
        _L.box("Thu 06-11, Fri 06-12", "17:00", "22:00"),
        "relative open-ended",
        level=3,
    ),
    free(
        KATHMANDU,
        "in the next four days, 10 to 12",
        KATHMANDU.box("Thu 03-12, Fri 03-13", "10:00", "12:00"),
        "relative week-scope",
        level=3,
        ignore=KATHMANDU.weekend("Sat 03-14"),
    ),
]

CASES: Final = [*WEEKDAYS, *WEEKS, *PLURALS, *RELATIVE]
