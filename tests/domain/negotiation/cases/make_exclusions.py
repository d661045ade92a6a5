"""Generic scopes, and scopes with exceptions."""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free
from tests.domain.negotiation.cases.people import (
    BERLIN,
    DUBLIN,
    KOLKATA,
    LONDON,
    LOS_ANGELES,
    NEW_YORK,
    SAO_PAULO,
    TORONTO,
)

_L, _N, _B, _A, _T = LONDON, NEW_YORK, BERLIN, LOS_ANGELES, TORONTO
_S, _K, _D = SAO_PAULO, KOLKATA, DUBLIN

OPEN: Final[list[Case]] = [
    free(_L, "Any day is fine", _L.every(), "week-scope", level=1, ignore=_L.weekends()),
    free(_N, "I'm completely free, you decide", _N.every(), "week-scope", ignore=_N.weekends()),
    free(_B, "whenever suits you", _B.every(), "week-scope", ignore=_B.weekends()),
    free(_A, "any weekday", _A.every(), "week-scope"),
    free(_K, "Mornings.", _K.every("09:00", "12:00"), "week-scope daypart", ignore=_K.weekends()),
    free(_L, "after 4", _L.every("16:00"), "week-scope open-ended", ignore=_L.weekends()),
    free(_D, "evenings are easiest", _D.every("17:00", "20:00"), "week-scope daypart", ignore=_D.weekends()),
    free(_S, "any day at 11", _S.every("11:00", "12:00"), "week-scope point", ignore=_S.weekends()),
    free(_T, "between 9 and 10:30", _T.every("09:00", "10:30"), "week-scope clock", ignore=_T.weekends()),
    free(_N, "not before 10", _N.every("10:00"), "week-scope open-ended", ignore=_N.weekends(), level=3),
    free(
        _L,
        "nothing after 3 please",
        _L.every(end="15:00"),
        "week-scope open-ended",
        ignore=_L.weekends(),
        level=3,
    ),
    free(_B, "weekdays after 5pm", _B.every("17:00"), "week-scope open-ended"),
    free(
        _A, "Lunchtimes only, sorry", _A.every("12:00", "14:00"), "week-scope daypart", ignore=_A.weekends()
    ),
]

ANY_BUT: Final[list[Case]] = [
    free(
        _L,
        "Any day but Friday",
        _L.every(),
        "exclusion week-scope",
        ignore=_L.weekends(),
        unless=_L.whole("Fri 06-12, Fri 06-19"),
    ),
    free(
        _N,
        "every day except Tuesdays works",
        _N.every(),
        "exclusion week-scope",
        ignore=_N.weekends(),
        unless=_N.whole("Tue 09-08, Tue 09-15"),
    ),
    free(
        _L,
        "any day apart from the 16th",
        _L.every(),
        "exclusion dom week-scope",
        ignore=_L.weekends(),
        unless=_L.whole("Tue 06-16"),
    ),
    free(
        _L,
        "next week except Friday",
        _L.week("Mon 06-15"),
        "exclusion next week-scope",
        ignore=_L.weekend("Sat 06-20"),
        unless=_L.whole("Fri 06-19"),
    ),
    free(
        _A,
        "next week works, just not Thursday",
        _A.week("Mon 02-16"),
        "exclusion next week-scope",
        ignore=_A.weekend("Sat 02-21"),
        unless=_A.whole("Thu 02-19"),
    ),
    free(
        _K,
        "Next week is good other than Tuesday morning",
        _K.week("Mon 07-20"),
        "exclusion next sunday-ref",
        level=3,
        ignore=_K.weekend("Sat 07-25") + _K.box("Tue 07-21", "07:00", "09:00"),
        unless=_K.box("Tue 07-21", "09:00", "12:00"),
    ),
    free(
        _B,
        "All of next week bar Wednesday afternoon and Friday after 3",
        _B.week("Mon 05-25"),
        "exclusion next week-scope",
        level=3,
        ignore=_B.weekend("Sat 05-30"),
        unless=_B.box("Wed 05-27", "12:00", "17:00") + _B.box("Fri 05-29", "15:00", "22:00"),
    ),
    free(
        _T,
        "Tuesday but not in the morning",
        _T.full("Tue 01-20"),
        "exclusion daypart",
        level=3,
        ignore=_T.box("Tue 01-20", "07:00", "09:00"),
        unless=_T.box("Tue 01-20", "09:00", "12:00"),
    ),
    free(
        _T,
        "Thursday is ok except between 12 and 2",
        _T.full("Thu 01-22"),
        "exclusion clock",
        level=3,
        unless=_T.box("Thu 01-22", "12:00", "14:00"),
    ),
    free(
        _D,
        "Wednesday 9-5, excluding 1-2pm",
        _D.box("Wed 04-22", "09:00", "17:00"),
        "exclusion clock",
        level=3,
        unless=_D.box("Wed 04-22", "13:00", "14:00"),
    ),
    free(
        _S,
        "Tuesday, Wednesday or Thursday, but no afternoons",
        _S.full("Tue 11-10, Wed 11-11, Thu 11-12"),
        "exclusion daypart",
        level=3,
        unless=_S.box("Tue 11-10, Wed 11-11, Thu 11-12", "12:00", "17:00"),
    ),
    free(
        _N,
        "Mon to Thu next week minus the 9th",
        _N.full("Mon 09-07, Tue 09-08, Wed 09-09, Thu 09-10"),
        "exclusion dom range",
        level=3,
        unless=_N.whole("Wed 09-09"),
    ),
    free(
        _A,
        "afternoons, only Mondays are out",
        _A.every("12:00", "17:00"),
        "exclusion week-scope",
        level=3,
        ignore=_A.weekends(),
        unless=_A.whole("Mon 02-16, Mon 02-23"),
    ),
    free(
        _L,
        "Monday and Tuesday work, Wednesday doesn't",
        _L.full("Mon 06-15, Tue 06-16"),
        "exclusion weekday",
        unless=_L.whole("Wed 06-17"),
    ),
    free(
        _K,
        "Not Monday but Tuesday 10-12 is OK",
        _K.box("Tue 07-21", "10:00", "12:00"),
        "exclusion clock",
        unless=_K.whole("Mon 07-20, Mon 07-27"),
    ),
]

CASES: Final = [*OPEN, *ANY_BUT]
