"""How people really write: greetings and signatures, lists, quoted history, footers, shouting, typos, emoji."""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free, pick, plain
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
_THREE: Final = LONDON.offering("Mon 06-15 09:00", "Tue 06-16 14:00", "Thu 06-18 11:30")

MAILS: Final[list[Case]] = [
    free(
        _L,
        "Dear hiring team,\n\nthank you very much for the invitation. I would be available on Monday between 10 and 12 "
        "and on Thursday after 3pm.\n\nKind regards,\nPriya Nair\nSenior Analyst | Office hours Mon-Fri 9-5\n"
        "+44 20 7946 0991",
        _L.box("Mon 06-15", "10:00", "12:00") + _L.box("Thu 06-11", "15:00", "22:00"),
        "email signature multi",
        level=3,
    ),
    free(
        _N,
        "Hi there!\n\nThanks for getting back to me. Tuesday at 2 works.\n\nBest,\nSam\n\nSent from my iPad",
        _N.at("Tue 09-08", "14:00"),
        "email signature",
    ),
    free(
        _B,
        "Hello,\n\nFriday 10:00-12:00 would work for me.\n\n-- \nJonas Weber\nSprechzeiten: Mo-Do 8-16 Uhr",
        _B.box("Fri 05-22", "10:00", "12:00"),
        "email signature",
        level=3,
    ),
    free(
        _A,
        "Thursday after 1 is good.\n\nOn Mon, Feb 9, 2026 at 4:12 PM Talent Team <talent@example.com> wrote:\n"
        "> Could you do Wednesday at 10 or Friday at 11?\n> We are open 9 to 6.",
        _A.box("Thu 02-12", "13:00", "22:00"),
        "email quoted",
        level=3,
    ),
    free(
        _K,
        "Any time on Wednesday.\n\n-----Original Message-----\nFrom: Recruiting\nSent: 18 July 2026 14:05\n"
        "Subject: Interview\n\nPlease tell us when you are free, for example Monday 10-12.",
        _K.full("Wed 07-22"),
        "email quoted",
        level=3,
    ),
    free(
        _D,
        "> When could you talk to us?\nTuesday or Thursday, 9 to 11\n\n> Would Monday at 3 also be possible?\n"
        "No, sorry.",
        _D.box("Tue 04-21, Thu 04-23", "09:00", "11:00"),
        "email quoted inline",
        level=3,
        alt="mixed",
    ),
    pick(
        _THREE,
        "Hi Maya,\n\nthe second one suits me well.\n\nCheers\nTom\n\n> 1) Mon 15 June 09:00\n> 2) Tue 16 June 14:00\n"
        "> 3) Thu 18 June 11:30",
        "email quoted selection",
        2,
        level=3,
    ),
    plain(
        _THREE,
        "Unfortunately none of these fit.\n\nOn 9 Jun 2026, at 17:40, Maya wrote:\n> Monday 15 June 9:00\n"
        "> Tuesday 16 June 14:00",
        "rejection",
        "email quoted rejection",
        level=3,
    ),
    plain(
        _L,
        "Thanks for your message!\n\nKind regards,\nAlex\nMon-Thu 9-17 | Tel. 020 7946 0100",
        "unclear",
        "email signature unclear",
        level=3,
    ),
]

LISTS: Final[list[Case]] = [
    free(
        _L,
        "I could do:\n* Mon 15 June, 10-12\n* Wed 17 June, after 2pm\n* Fri 19 June, all day",
        _L.box("Mon 06-15", "10:00", "12:00") + _L.box("Wed 06-17", "14:00", "22:00") + _L.full("Fri 06-19"),
        "bullets multi",
    ),
    free(
        _N,
        "1. Tuesday 9-11\n2. Thursday 1-3\n3. Friday 10am",
        _N.box("Tue 09-08", "09:00", "11:00")
        + _N.box("Thu 09-10", "13:00", "15:00")
        + _N.at("Fri 09-04", "10:00"),
        "numbered multi",
        level=3,
    ),
    free(
        _B,
        "Mon: 9-11\nTue: -\nWed: 14-16\nThu: all day",
        _B.box("Mon 05-25", "09:00", "11:00") + _B.box("Wed 05-20", "14:00", "16:00") + _B.full("Thu 05-21"),
        "table multi",
        level=3,
        ignore=_B.whole("Tue 05-19, Tue 05-26"),
    ),
    free(
        _A,
        "Wed 11 Feb → 9-10\nThu 12 Feb → 2-4",
        _A.box("Wed 02-11", "09:00", "10:00") + _A.box("Thu 02-12", "14:00", "16:00"),
        "list multi arrow",
        level=3,
    ),
    free(
        _K,
        "• Tuesday – 10:00 to 12:00\n• Friday – after 15:00",
        _K.box("Tue 07-21", "10:00", "12:00") + _K.box("Fri 07-24", "15:00", "22:00"),
        "bullets dash",
    ),
    free(
        _T,
        "My availability:\nMonday\nWednesday (afternoon only)\nFriday until noon",
        _T.full("Mon 01-19") + _T.box("Wed 01-21", "12:00", "17:00") + _T.box("Fri 01-23", "07:00", "12:00"),
        "list multi",
        level=3,
    ),
    free(
        _L,
        "Next week:\n- Monday 10-12\n- Tuesday 1-3\n- Friday after 4",
        _L.box("Mon 06-15", "10:00", "12:00")
        + _L.box("Tue 06-16", "13:00", "15:00")
        + _L.box("Fri 06-19", "16:00", "22:00"),
        "bullets next heading",
        level=3,
    ),
    free(
        _S,
        "Day | From | To\nTue 10 Nov | 09:00 | 11:00\nThu 12 Nov | 15:00 | 17:00",
        _S.box("Tue 11-10", "09:00", "11:00") + _S.box("Thu 11-12", "15:00", "17:00"),
        "table multi",
        level=3,
    ),
]

STYLES: Final[list[Case]] = [
    free(_L, "MONDAY AFTER 2 PLEASE!!!", _L.box("Mon 06-15", "14:00", "22:00"), "caps open-ended"),
    free(
        _N,
        "hey :) so like wendsday arvo or thurs b4 11 would b gr8",
        _N.box("Wed 09-09", "12:00", "17:00") + _N.box("Thu 09-10", "07:00", "11:00"),
        "slang typo",
        level=3,
    ),
    free(
        _B,
        "Tuseday at 10 or Thrusday at 3",
        _B.at("Tue 05-19", "10:00") + _B.at("Thu 05-21", "15:00"),
        "typo point",
        level=3,
    ),
    free(
        _A,
        "mon/wed/fri mornings b/w 9 and 11",
        _A.box("Wed 02-11, Fri 02-13, Mon 02-16", "09:00", "11:00"),
        "slang plural",
        level=3,
        ignore=_A.box("Wed 02-18, Fri 02-20, Mon 02-23", "09:00", "11:00"),
    ),
    free(_K, "📅 Thursday ⏰ 4pm ✅", _K.at("Thu 07-23", "16:00"), "emoji point"),
    free(
        _T,
        "tmrw doesnt work but tues does, 2 - 4 🙂",
        _T.box("Tue 01-20", "14:00", "16:00"),
        "slang exclusion",
        level=3,
        unless=_T.whole("Sat 01-17"),
    ),
    free(
        _D,
        "Would it by any chance be at all possible to meet on Wednesday at around eleven, if that isn't too much "
        "trouble?",
        _D.at("Wed 04-22", "11:00"),
        "polite vague",
        ignore=_D.fringe("Wed 04-22", "11:00"),
        level=3,
    ),
    free(
        _L,
        "So sorry for the late reply, last week was crazy! Thursday at 1 would be super.",
        _L.at("Thu 06-11", "13:00"),
        "polite time-distractor",
        level=3,
    ),
    free(
        _N,
        "I have an exam on the 8th, so the 9th or 10th please, after 1pm",
        _N.box("Wed 09-09, Thu 09-10", "13:00", "22:00"),
        "time-distractor dom",
        level=3,
        unless=_N.whole("Tue 09-08"),
    ),
    free(
        _S,
        "I was free last Tuesday but that is over. This Thursday at 10?",
        _S.at("Thu 11-12", "10:00"),
        "time-distractor past",
        level=3,
    ),
    free(_B, "thx!! thu 9.30 👌", _B.at("Thu 05-21", "09:30"), "slang emoji point"),
    free(
        _L,
        "Tuesday 10 to 11 - oh wait, make that Wednesday 10 to 11",
        _L.box("Wed 06-17", "10:00", "11:00"),
        "correction",
        level=3,
        ignore=_L.whole("Tue 06-16"),
    ),
    free(
        _K,
        "I'm on nights until 7am, so best after 2pm on Wednesday and Thursday",
        _K.box("Wed 07-22, Thu 07-23", "14:00", "22:00"),
        "working-pattern open-ended",
        level=3,
    ),
    free(
        _A,
        "I finish at 5:30, so after that any day next week",
        _A.week("Mon 02-16", "17:30"),
        "working-pattern next week-scope",
        level=3,
        ignore=_A.weekend("Sat 02-21"),
    ),
    free(
        _T,
        "I'm on lunch from 12 to 1 on weekdays, that's the only time I can talk",
        _T.every("12:00", "13:00"),
        "working-pattern week-scope",
        level=3,
        ignore=_T.weekends(),
    ),
    free(
        _D,
        "Either day is fine (Tue, Wed), just keep it between 9 and noon",
        _D.box("Tue 04-21, Wed 04-22", "09:00", "12:00"),
        "distribute",
        level=3,
    ),
    free(
        _N,
        "Tuesday the 8th: 9-10, 11-12 or 3-4",
        _N.box("Tue 09-08", "09:00", "10:00")
        + _N.box("Tue 09-08", "11:00", "12:00")
        + _N.box("Tue 09-08", "15:00", "16:00"),
        "distribute multi",
    ),
    free(
        _L,
        "Mon–Thu next week, 9–11 or 15–17",
        _L.box("Mon 06-15, Tue 06-16, Wed 06-17, Thu 06-18", "09:00", "11:00")
        + _L.box("Mon 06-15, Tue 06-16, Wed 06-17, Thu 06-18", "15:00", "17:00"),
        "distribute range next",
        level=3,
    ),
    free(
        _B,
        "this weekend if you don't mind, otherwise Monday morning",
        _B.full("Sat 05-23, Sun 05-24") + _B.box("Mon 05-25", "09:00", "12:00"),
        "weekend multi",
        level=3,
    ),
    free(_A, "Saturday at 11 is the only option", _A.at("Sat 02-14", "11:00"), "weekend point"),
    free(
        _L,
        "Thursday to Monday, 9-10",
        _L.box("Thu 06-11, Fri 06-12, Mon 06-15", "09:00", "10:00"),
        "range weekend",
        level=3,
        ignore=_L.weekend("Sat 06-13"),
    ),
]

CASES: Final = [*MAILS, *LISTS, *STYLES]
