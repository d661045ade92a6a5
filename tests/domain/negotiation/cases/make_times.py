"""Hours: points, bare hours, ranges, parts of the day, durations, vagueness, clock words, open ends."""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free
from tests.domain.negotiation.cases.people import (
    BERLIN,
    DUBLIN,
    KATHMANDU,
    KOLKATA,
    LONDON,
    LOS_ANGELES,
    NEW_YORK,
    SAO_PAULO,
    TORONTO,
)

_L, _N, _B, _A, _T = LONDON, NEW_YORK, BERLIN, LOS_ANGELES, TORONTO
_S, _K, _D, _P = SAO_PAULO, KOLKATA, DUBLIN, KATHMANDU

POINTS: Final[list[Case]] = [
    free(_L, "Monday at 10", _L.at("Mon 06-15", "10:00"), "point bare-hour", level=1),
    free(_N, "tue @ 2", _N.at("Tue 09-08", "14:00"), "point bare-hour typo"),
    free(_B, "Thursday at 12", _B.at("Thu 05-21", "12:00"), "point bare-hour"),
    free(_A, "Friday at 7 works", _A.at("Fri 02-13", "07:00"), "point bare-hour", level=3),
    free(_L, "Friday at 6?", _L.at("Fri 06-12", "18:00"), "point bare-hour", level=3),
    free(_K, "Wed at 5.30", _K.at("Wed 07-22", "17:30"), "point bare-hour"),
    free(_T, "Tuesday at 1 or at 4", _T.at("Tue 01-20", "13:00", "16:00"), "point bare-hour multi"),
    free(_D, "Thursday 16:15", _D.at("Thu 04-23", "16:15"), "point clock24", level=1),
    free(_S, "Monday 09h30", _S.at("Mon 11-09", "09:30"), "point clock24"),
    free(_P, "Friday 1430", _P.at("Fri 03-13", "14:30"), "point clock24", level=3),
    free(_L, "tues 3.45pm", _L.at("Tue 06-16", "15:45"), "point clock typo"),
    free(_N, "Wednesday, 8 a.m. sharp", _N.at("Wed 09-09", "08:00"), "point clock"),
    free(_B, "Friday at noon", _B.at("Fri 05-22", "12:00"), "point noon"),
    free(
        _L,
        "Could we do 11 on Monday and otherwise 4 on Tuesday?",
        _L.at("Mon 06-15", "11:00") + _L.at("Tue 06-16", "16:00"),
        "point multi",
    ),
    free(_A, "Thursday at 7 in the evening", _A.at("Thu 02-12", "19:00"), "point part-of-day"),
    free(_D, "Wednesday at 8 in the evening", _D.at("Wed 04-22", "20:00"), "point part-of-day"),
    free(_K, "Tuesday, 6 in the morning", _K.at("Tue 07-21", "06:00"), "point part-of-day", level=3),
]

WORDS: Final[list[Case]] = [
    free(_L, "half four on Monday", _L.at("Mon 06-15", "16:30"), "clock words", level=3),
    free(_D, "Tuesday at half ten", _D.at("Tue 04-21", "10:30"), "clock words", level=3),
    free(_L, "Thursday, half past eight", _L.at("Thu 06-11", "08:30"), "clock words"),
    free(_N, "Tuesday at quarter to four", _N.at("Tue 09-08", "15:45"), "clock words"),
    free(_T, "Wed, a quarter past nine", _T.at("Wed 01-21", "09:15"), "clock words"),
    free(_L, "Friday twenty past two", _L.at("Fri 06-12", "14:20"), "clock words", level=3),
    free(_K, "Thursday at eleven o'clock", _K.at("Thu 07-23", "11:00"), "clock words"),
    free(_B, "Wednesday from two to four", _B.box("Wed 05-20", "14:00", "16:00"), "clock words"),
    free(
        _S, "Tuesday between nine and half past eleven", _S.box("Tue 11-10", "09:00", "11:30"), "clock words"
    ),
]

RANGES: Final[list[Case]] = [
    free(_L, "Monday 9-3", _L.box("Mon 06-15", "09:00", "15:00"), "range bare-hour"),
    free(_N, "Tuesday 11 to 2", _N.box("Tue 09-08", "11:00", "14:00"), "range bare-hour"),
    free(_B, "Wed 10–12", _B.box("Wed 05-20", "10:00", "12:00"), "range dash"),
    free(_A, "Thu 8—11", _A.box("Thu 02-12", "08:00", "11:00"), "range dash"),
    free(_L, "Friday 10‑12", _L.box("Fri 06-12", "10:00", "12:00"), "range dash", level=3),
    free(_K, "Tue 2 − 5", _K.box("Tue 07-21", "14:00", "17:00"), "range dash", level=3),
    free(_T, "Monday 12-3", _T.box("Mon 01-19", "12:00", "15:00"), "range bare-hour"),
    free(_D, "wed 10-1pm", _D.box("Wed 04-22", "10:00", "13:00"), "range am-pm"),
    free(_N, "Thursday 2-4pm", _N.box("Thu 09-10", "14:00", "16:00"), "range am-pm"),
    free(_L, "Tue 8-10am", _L.box("Tue 06-16", "08:00", "10:00"), "range am-pm"),
    free(_A, "Friday 11:30-1pm", _A.box("Fri 02-13", "11:30", "13:00"), "range am-pm", level=3),
    free(_S, "Tuesday 1pm-3", _S.box("Tue 11-10", "13:00", "15:00"), "range am-pm", level=3),
    free(_B, "Thursday from 9am to 12:30pm", _B.box("Thu 05-21", "09:00", "12:30"), "range am-pm"),
    free(_L, "Monday 0900-1130", _L.box("Mon 06-15", "09:00", "11:30"), "range clock24", level=3),
    free(_K, "Wed 14h–16h", _K.box("Wed 07-22", "14:00", "16:00"), "range clock24"),
    free(_T, "Thursday any time between 1 and 5", _T.box("Thu 01-22", "13:00", "17:00"), "range bare-hour"),
    free(_N, "Friday noon til 3", _N.box("Fri 09-04", "12:00", "15:00"), "range noon typo"),
    free(_D, "Tuesday 9~11", _D.box("Tue 04-21", "09:00", "11:00"), "range dash", level=3),
    free(
        _L,
        "between 2 and 4 either Tue or Thu",
        _L.box("Tue 06-16, Thu 06-11", "14:00", "16:00"),
        "range distribute",
    ),
    free(_P, "Thu 9.15 - 11.45", _P.box("Thu 03-12", "09:15", "11:45"), "range clock"),
    free(
        _N,
        "tue+wed 9-10:30, thu 13-14:30",
        _N.box("Tue 09-08, Wed 09-09", "09:00", "10:30") + _N.box("Thu 09-10", "13:00", "14:30"),
        "range multi distribute",
    ),
    free(
        _B,
        "Tuesday 9-11 & 14-16",
        _B.box("Tue 05-19", "09:00", "11:00") + _B.box("Tue 05-19", "14:00", "16:00"),
        "range multi",
    ),
    free(
        _K,
        "Mon-Wed 10am-1pm",
        _K.box("Mon 07-20, Tue 07-21, Wed 07-22", "10:00", "13:00"),
        "range sunday-ref",
    ),
]

PARTS: Final[list[Case]] = [
    free(_L, "Thursday morning", _L.box("Thu 06-11", "09:00", "12:00"), "daypart", level=1),
    free(_N, "Early morning on Tuesday", _N.box("Tue 09-08", "07:00", "09:00"), "daypart"),
    free(_B, "Wednesday lunchtime?", _B.box("Wed 05-20", "12:00", "14:00"), "daypart"),
    free(_A, "fri arvo... I mean afternoon", _A.box("Fri 02-13", "12:00", "17:00"), "daypart slang", level=3),
    free(_K, "Tuesday evening is possible", _K.box("Tue 07-21", "17:00", "20:00"), "daypart"),
    free(_T, "end of day Tuesday", _T.box("Tue 01-20", "16:00", "18:00"), "daypart"),
    free(_D, "EOD Wednesday", _D.box("Wed 04-22", "16:00", "18:00"), "daypart", level=3),
    free(
        _L,
        "tomorrow evening or Friday morning",
        _L.box("Thu 06-11", "17:00", "20:00") + _L.box("Fri 06-12", "09:00", "12:00"),
        "daypart multi",
    ),
    free(
        _S,
        "Monday morning, Tuesday afternoon",
        _S.box("Mon 11-09", "09:00", "12:00") + _S.box("Tue 11-10", "12:00", "17:00"),
        "daypart multi",
    ),
    free(
        _B,
        "Tuesday morning before 11",
        _B.box("Tue 05-19", "09:00", "11:00"),
        "daypart open-ended",
        level=3,
        ignore=_B.box("Tue 05-19", "07:00", "09:00"),
    ),
    free(
        _N,
        "Thursday afternoon from 3",
        _N.box("Thu 09-10", "15:00", "17:00"),
        "daypart open-ended",
        level=3,
        ignore=_N.box("Thu 09-10", "17:00", "22:00"),
    ),
    free(_L, "all day Tuesday", _L.full("Tue 06-16"), "daypart"),
]

OPEN_ENDED: Final[list[Case]] = [
    free(_L, "Monday after 3", _L.box("Mon 06-15", "15:00", "22:00"), "open-ended", level=1),
    free(_N, "Tues before 11", _N.box("Tue 09-08", "07:00", "11:00"), "open-ended"),
    free(_B, "Thursday 4pm onwards", _B.box("Thu 05-21", "16:00", "22:00"), "open-ended"),
    free(_A, "Friday until 1", _A.box("Fri 02-13", "07:00", "13:00"), "open-ended"),
    free(_K, "Tuesday 3pm or later", _K.box("Tue 07-21", "15:00", "22:00"), "open-ended"),
    free(_T, "no earlier than 9:30 on Wednesday", _T.box("Wed 01-21", "09:30", "22:00"), "open-ended"),
    free(_D, "Wednesday, not before 10", _D.box("Wed 04-22", "10:00", "22:00"), "open-ended"),
    free(_S, "any time up to noon on Thursday", _S.box("Thu 11-12", "07:00", "12:00"), "open-ended"),
    free(
        _N,
        "my shift ends at 2, so from then on every Tuesday",
        _N.every("14:00", only="Tue"),
        "open-ended coref plural",
        level=3,
    ),
    free(
        _L,
        "I start work at 10, so before that on Thursday or Friday",
        _L.box("Thu 06-11, Fri 06-12", "07:00", "10:00"),
        "open-ended coref",
        level=3,
    ),
    free(
        _A,
        "I have class till 12 tomorrow and am free afterwards",
        _A.box("Wed 02-11", "12:00", "22:00"),
        "open-ended coref",
        level=3,
    ),
    free(
        _T,
        "I'm off work at 5:30 on Tuesday, after that is fine",
        _T.box("Tue 01-20", "17:30", "22:00"),
        "open-ended coref",
        level=3,
    ),
]

LENGTHS: Final[list[Case]] = [
    free(_L, "Monday at 10 for 30 minutes", _L.at("Mon 06-15", "10:00", minutes=30), "duration"),
    free(_N, "Tuesday 2pm for 90 min", _N.at("Tue 09-08", "14:00", minutes=90), "duration"),
    free(_B, "Wednesday, two hours from 9", _B.at("Wed 05-20", "09:00", minutes=120), "duration words"),
    free(
        _A,
        "I have half an hour at 4 on Thursday",
        _A.at("Thu 02-12", "16:00", minutes=30),
        "duration",
        level=3,
    ),
    free(_K, "Fri 11:00, 45 mins max", _K.at("Fri 07-24", "11:00", minutes=45), "duration", level=3),
    free(
        _D,
        "an hour and a half from 3 on Tuesday",
        _D.at("Tue 04-21", "15:00", minutes=90),
        "duration",
        level=3,
    ),
]

VAGUE: Final[list[Case]] = [
    free(
        _L,
        "around 3 on Monday",
        _L.at("Mon 06-15", "15:00"),
        "vague point",
        ignore=_L.fringe("Mon 06-15", "15:00"),
    ),
    free(
        _N,
        "Tuesday 11ish",
        _N.at("Tue 09-08", "11:00"),
        "vague point",
        ignore=_N.fringe("Tue 09-08", "11:00"),
    ),
    free(
        _B,
        "Thursday about 10:30",
        _B.at("Thu 05-21", "10:30"),
        "vague point",
        ignore=_B.fringe("Thu 05-21", "10:30"),
    ),
    free(
        _A,
        "Fri roughly 2pm",
        _A.at("Fri 02-13", "14:00"),
        "vague point",
        ignore=_A.fringe("Fri 02-13", "14:00"),
    ),
    free(_K, "wed ~4pm", _K.at("Wed 07-22", "16:00"), "vague point", ignore=_K.fringe("Wed 07-22", "16:00")),
]

WISHES: Final[list[Case]] = [
    free(_L, "Tuesday, ideally in the morning", _L.full("Tue 06-16"), "preference", level=3),
    free(_N, "any time Wednesday, preferably before noon", _N.full("Wed 09-09"), "preference", level=3),
    free(_B, "Preferably Thursday, but Friday is ok as well", _B.full("Thu 05-21, Fri 05-22"), "preference"),
    free(_A, "Monday 9 to 5, ideally at 10", _A.box("Mon 02-16", "09:00", "17:00"), "preference", level=3),
    free(
        _K,
        "Tuesday or Wednesday, Wednesday would be best",
        _K.full("Tue 07-21, Wed 07-22"),
        "preference",
        level=3,
    ),
    free(
        _T,
        "1st choice: Tue 9am. 2nd choice: Wed 3pm.",
        _T.at("Tue 01-20", "09:00") + _T.at("Wed 01-21", "15:00"),
        "preference multi",
    ),
    free(
        _D,
        "If possible Monday at 2, otherwise Tuesday at 2, worst case Friday after 4",
        _D.at("Mon 04-20, Tue 04-21", "14:00") + _D.box("Fri 04-24", "16:00", "22:00"),
        "preference multi",
        level=3,
    ),
]

CASES: Final = [*POINTS, *WORDS, *RANGES, *PARTS, *OPEN_ENDED, *LENGTHS, *VAGUE, *WISHES]
