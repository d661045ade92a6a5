"""Statements whose scope, boundary or polarity is easily lost: exceptions, absences, what keeps busy, what is the rest.

The classes and not the words matter: each group says the same relation in several wordings and languages.
"""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free, plain
from tests.domain.negotiation.cases.frame import Frame
from tests.domain.negotiation.cases.people import KOLKATA, LONDON, LONDON_DECEMBER

_L: Final = LONDON
_DE: Final = Frame("2026-03-10T09:00", "Europe/Vienna", "Europe/Berlin", "de")
_FR: Final = Frame("2026-01-14T10:00", "America/Montreal", "Europe/Berlin", "fr")
_ES: Final = Frame("2026-04-20T10:00", "America/Bogota", "Europe/Berlin", "es")
_PT: Final = Frame("2026-06-16T10:00", "Europe/Lisbon", "Europe/Berlin", "pt")
_XMAS: Final = Frame("2026-12-15T10:00", "Europe/London", "Europe/Berlin")

EXCEPTIONS: Final[list[Case]] = [
    free(_L, text, _L.full("Mon 06-15, Tue 06-16, Thu 06-18, Fri 06-19"), "exclusion week-scope",
         ignore=_L.weekend("Sat 06-20"))
    for text in (
        "except for Wednesday I'm free all next week",
        "bar Wednesday, any day next week",
        "Apart from Wednesday, anything next week works",
        "Next week I can do any day apart from Wednesday when I'm in Leeds",
    )
] + [
    free(_L, "Other than Monday and Tuesday I can do any day next week after 2",
         _L.box("Wed 06-17, Thu 06-18, Fri 06-19", "14:00", "22:00"), "exclusion", ignore=_L.weekend("Sat 06-20")),
    free(_L, "Anything except Wed/Thu works", _L.every(only="Mon Tue Fri"), "exclusion", ignore=_L.weekends()),
    free(_L, "Thursday except 1-2pm, Friday except the morning",
         _L.box("Thu 06-11", "07:00", "13:00") + _L.box("Thu 06-11", "14:00", "22:00")
         + _L.box("Fri 06-12", "12:00", "22:00"), "exclusion", ignore=_L.box("Fri 06-12", "07:00", "09:00")),
    free(_L, "10am to 4pm except lunch 12-1, Mon to Thu",
         _L.box("Mon 06-15, Tue 06-16, Wed 06-17, Thu 06-18", "10:00", "12:00")
         + _L.box("Mon 06-15, Tue 06-16, Wed 06-17, Thu 06-18", "13:00", "16:00"), "exclusion range"),
    free(_L, "Kids are home on Mondays so any other day", _L.every(only="Tue Wed Thu Fri"), "exclusion",
         ignore=_L.weekends()),
    free(_DE, "Außer Mittwoch bin ich nächste Woche immer frei", _DE.full("Mon 03-16, Tue 03-17, Thu 03-19, Fri 03-20"),
         "exclusion", ignore=_DE.weekend("Sat 03-21")),
    free(_FR, "Sauf mercredi je suis libre toute la semaine prochaine",
         _FR.full("Mon 01-19, Tue 01-20, Thu 01-22, Fri 01-23"), "exclusion", ignore=_FR.weekend("Sat 01-24")),
    free(_ES, "Excepto el miércoles estoy libre toda la próxima semana",
         _ES.full("Mon 04-27, Tue 04-28, Thu 04-30, Fri 05-01"), "exclusion", ignore=_ES.weekend("Sat 05-02")),
    free(_PT, "Exceto quarta, estou livre a semana que vem toda",
         _PT.full("Mon 06-22, Tue 06-23, Thu 06-25, Fri 06-26"), "exclusion", ignore=_PT.weekend("Sat 06-27")),
    free(_PT, "O único dia que não posso é terça", _PT.every(only="Mon Wed Thu Fri"), "negative",
         ignore=_PT.weekends()),
    free(_XMAS, "I can do any day next week except Christmas Day",
         _XMAS.full("Mon 12-21, Tue 12-22, Wed 12-23, Thu 12-24"), "exclusion",
         ignore=_XMAS.weekend("Sat 12-26"), unless=_XMAS.whole("Fri 12-25")),
    free(_XMAS.speaking("de"), "Nächste Woche passt alles außer an Heiligabend und am ersten Weihnachtstag",
         _XMAS.full("Mon 12-21, Tue 12-22, Wed 12-23"), "exclusion", ignore=_XMAS.weekend("Sat 12-26")),
    free(_XMAS.speaking("es"), "La próxima semana puedo todos los días salvo Nochebuena y el día de Navidad",
         _XMAS.full("Mon 12-21, Tue 12-22, Wed 12-23"), "exclusion", ignore=_XMAS.weekend("Sat 12-26")),
    free(_XMAS.speaking("fr"), "La semaine prochaine, tous les jours sauf le jour de Noël",
         _XMAS.full("Mon 12-21, Tue 12-22, Wed 12-23, Thu 12-24"), "exclusion", ignore=_XMAS.weekend("Sat 12-26")),
    free(LONDON_DECEMBER, "Happy New Year's Eve! Friday 8 January at 10 works",
         LONDON_DECEMBER.at("Fri 01-08", "10:00"),
         "date"),
]  # fmt: skip

ABSENCES: Final[list[Case]] = [
    free(_L, text, _L.box("Mon 06-15", "09:00", "11:00") + _L.box("Wed 06-17", "14:00", "16:00"), "layout")
    for text in (
        "Next week:\nMon | 9-11\nTue | -\nWed | 14-16\nThu |\nFri | n/a",
        "Next week:\nMon: 9-11\nTue: —\nWed: 14-16\nThu: X\nFri: nada",
        "Next week: Mon ✅ 9-11 Tue ❌ Wed ✅ 14-16 Thu ❌ Fri ❌",
        "15/06 9-11 // 16/06 - NA // 17/06 14-16",
    )
] + [
    free(_L, "monday no tuesday yes after ten wednesday no thursday yes all day friday no",
         _L.box("Tue 06-16", "10:00", "22:00") + _L.full("Thu 06-11"), "layout dictated"),
    free(_DE, "Mo 16.3.: 10–12\nDi 17.3.: —\nMi 18.3.: 14–17",
         _DE.box("Mon 03-16", "10:00", "12:00") + _DE.box("Wed 03-18", "14:00", "17:00"), "layout"),
    free(_FR, "Lun 9h-11h, mar X, mer 14h-17h",
         _FR.box("Mon 01-19", "09:00", "11:00") + _FR.box("Wed 01-21", "14:00", "17:00"), "layout"),
    free(_FR, "Je peux mardi PM ou mercredi AM",
         _FR.box("Tue 01-20", "12:00", "17:00") + _FR.box("Wed 01-21", "09:00", "12:00"), "daypart"),
    free(_L, "Not available 15 Jun. Available 16 Jun 08:00–12:00, 17 Jun 13:00–17:00.",
         _L.box("Tue 06-16", "08:00", "12:00") + _L.box("Wed 06-17", "13:00", "17:00"), "exclusion boundary"),
    free(_L, "I can't do Mon. Tue is fine", _L.full("Tue 06-16"), "exclusion boundary"),
]  # fmt: skip

BUSY: Final[list[Case]] = [
    free(_L, text, _L.box("Mon 06-15", "07:00", "14:00") + _L.box("Mon 06-15", "15:00", "22:00"), "exclusion rest")
    for text in (
        "I've got the dentist on Monday at 2 but I'm free the rest of that day",
        "I've got a thing on Monday at 2, free the rest of the day",
        "I've got something on Monday at 2 but otherwise I'm free that day",
    )
] + [
    free(_L, "I'm at school until 2pm every day next week", _L.week("Mon 06-15", "14:00"), "open-ended",
         ignore=_L.weekend("Sat 06-20")),
    free(_L, "Between 15 Jun and 18 Jun I'm in a training until 16:00 each day, so only after that",
         _L.box("Mon 06-15, Tue 06-16, Wed 06-17, Thu 06-18", "16:00", "22:00"), "open-ended"),
    free(_L, "Evenings only, I work days", _L.every("17:00", "20:00"), "daypart", ignore=_L.weekends()),
    free(_L, "After 6pm any day, I work during the day", _L.every("18:00", "22:00"), "open-ended",
         ignore=_L.weekends()),
    free(_L, "Any weekday next week 9-11am, I have a standup right after", _L.week("Mon 06-15", "09:00", "11:00"),
         "range", ignore=_L.weekend("Sat 06-20")),
    free(_L, "on the train between 9 and 11 on Friday, otherwise fine", _L.every(), "exclusion rest",
         ignore=_L.weekends(), unless=_L.box("Fri 06-12, Fri 06-19", "09:00", "11:00")),
    free(_L, "I'm at a wedding this weekend and flying back Monday. Tuesday 11 to 3, that's all I've got next week",
         _L.box("Tue 06-16", "11:00", "15:00"), "range"),
    free(_L, "I have jury duty thru the 16th :( Wednesday the 17th is open", _L.full("Wed 06-17"), "exclusion"),
    free(_L, "I'm OOO through Monday. After that, wide open.", _L.every(), "exclusion", ignore=_L.weekends(),
         unless=_L.whole("Thu 06-11, Fri 06-12, Mon 06-15")),
    free(KOLKATA, "I will be travelling on 23 and 24. Other than that any time between 10 am and 1 pm is fine",
         KOLKATA.every("10:00", "13:00"), "exclusion", ignore=KOLKATA.weekends(),
         unless=KOLKATA.whole("Thu 07-23, Fri 07-24")),
    free(_DE, "Montag um 14 Uhr hab ich Zahnarzt, aber den Rest des Tages bin ich frei",
         _DE.box("Mon 03-16", "07:00", "14:00") + _DE.box("Mon 03-16", "15:00", "22:00"), "exclusion rest"),
    free(_DE, "Da ich am Mittwoch auf einer Hochzeit bin, würde mir Donnerstag um 15 Uhr passen",
         _DE.at("Thu 03-12", "15:00"), "reason"),
    free(_FR, "Après 18h30, n'importe quel jour, je travaille en journée", _FR.every("18:30", "22:00"), "open-ended",
         ignore=_FR.weekends()),
    free(_FR, "Comme je travaille le lundi, n'importe quel autre jour me va", _FR.every(only="Tue Wed Thu Fri"),
         "exclusion", ignore=_FR.weekends()),
    free(_ES, "El jueves tengo cita a las 10, pero el resto del día puedo",
         _ES.box("Thu 04-23", "07:00", "10:00") + _ES.box("Thu 04-23", "11:00", "22:00"), "exclusion rest"),
    free(_ES, "Como trabajo los lunes, cualquier otro día", _ES.every(only="Tue Wed Thu Fri"), "exclusion",
         ignore=_ES.weekends()),
    free(_PT, "Não posso à segunda. De resto, das 17h às 19h", _PT.every("17:00", "19:00", only="Tue Wed Thu Fri"),
         "exclusion rest", ignore=_PT.weekends()),
]  # fmt: skip

REFERENCES: Final[list[Case]] = [
    free(_L, "My only free slot is Tuesday 3-4, nothing else next week", _L.box("Tue 06-16", "15:00",
         "16:00"), "range"),
    free(_L, "Would it be possible to do it on Thursday rather than Wednesday? I'm free from 1",
         _L.box("Thu 06-11", "13:00", "22:00"), "open-ended"),
    free(_L, "I know you said mornings but could we do Thursday afternoon", _L.box("Thu 06-11", "12:00", "17:00"),
         "daypart"),
    free(_L, "Tuesday and Thursday from nine to five but not between twelve and one on any of those days",
         _L.box("Thu 06-11, Tue 06-16", "09:00", "12:00") + _L.box("Thu 06-11, Tue 06-16", "13:00", "17:00"),
         "exclusion"),
    free(_L, "either tuesday at 9 or thursday at 1, 30 min is all i can spare",
         _L.at("Tue 06-16", "09:00", minutes=30) + _L.at("Thu 06-11", "13:00", minutes=30), "duration"),
    free(_L, "I can't do 12 to 3; apart from that, next week is completely open.",
         _L.week("Mon 06-15", "07:00", "12:00") + _L.week("Mon 06-15", "15:00"), "exclusion rest",
         ignore=_L.weekend("Sat 06-20")),
    free(_L, "Next week is crazy. The week after, Monday or Tuesday, 10 to 12",
         _L.box("Mon 06-22, Tue 06-23", "10:00", "12:00"), "exclusion week-scope"),
    free(_L, "Can we avoid Monday? Otherwise 10-4 most days.", _L.every("10:00", "16:00", only="Tue Wed Thu Fri"),
         "exclusion", ignore=_L.weekends()),
    free(_L, "It can't be Monday; it could be Tuesday at 4", _L.at("Tue 06-16", "16:00"), "exclusion"),
    free(_L, "Tuesday at 9; if that doesn't work out Wednesday at 11", _L.at("Tue 06-16", "09:00")
         + _L.at("Wed 06-17", "11:00"), "condition"),
    free(_ES, "solo fines de semana, de 9 a 12",
         _ES.box("Sat 04-25, Sun 04-26, Sat 05-02, Sun 05-03", "09:00", "12:00"), "weekend"),
]  # fmt: skip

REASONS: Final[list[Case]] = [
    free(_L, "I have a meeting at 10 on Tuesday but 11 works", _L.at("Tue 06-16", "11:00"), "reason"),
    free(_L, "I only work mornings so any afternoon", _L.every("12:00", "17:00"), "reason", ignore=_L.weekends()),
    free(_L, "I leave for holiday on Friday so any time before then", _L.full("Thu 06-11"), "reason"),
    free(_L, "I'm flexible next week, though mornings are better and Friday is out",
         _L.full("Mon 06-15, Tue 06-16, Wed 06-17, Thu 06-18"), "preference", ignore=_L.weekend("Sat 06-20")),
    free(_DE, "Do. oder Fr. wäre super. Mo. geht gar nicht.", _DE.full("Thu 03-12, Fri 03-13"), "boundary"),
    free(_DE, "Ich arbeite nur vormittags, also gern nachmittags", _DE.every("12:00", "17:00"), "reason",
         ignore=_DE.weekends()),
    free(_FR, "Je pars en vacances vendredi donc avant", _FR.full("Thu 01-15"), "reason"),
    free(_ES, "El martes a las 10 tengo reunión pero a las 11 puedo", _ES.at("Tue 04-21", "11:00"), "reason"),
    free(_PT, "Terça às 10 tenho reunião mas às 11 posso", _PT.at("Tue 06-23", "11:00"), "reason"),
    plain(_L, "Tuesday except when I have class", "unclear", "exclusion"),
    plain(_DE, "Dienstag, außer wenn ich Uni habe", "unclear", "exclusion"),
]  # fmt: skip

CASES: Final[list[Case]] = [*EXCEPTIONS, *ABSENCES, *BUSY, *REFERENCES, *REASONS]
