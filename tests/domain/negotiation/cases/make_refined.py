"""Statements that narrow, correct or refer to one another: scopes, corrections, references, conditions, timetables.

The classes and not the words matter: each group says the same relation in several wordings and languages.
"""

from typing import Final

from tests.domain.negotiation.cases.case import Case, free, plain
from tests.domain.negotiation.cases.frame import Frame
from tests.domain.negotiation.cases.people import LONDON

_L: Final = LONDON
# Tuesday, Wednesday, Monday and Tuesday mornings.
_DE: Final = Frame("2026-03-10T09:00", "Europe/Vienna", "Europe/Berlin", "de")
_FR: Final = Frame("2026-01-14T10:00", "Europe/Paris", "Europe/Berlin", "fr")
_ES: Final = Frame("2026-04-20T10:00", "Europe/Madrid", "Europe/Berlin", "es")
_PT: Final = Frame("2026-06-16T10:00", "Europe/Lisbon", "Europe/Berlin", "pt")

SCOPES: Final[list[Case]] = [
    free(_L, "Next week is fine, any day bar Friday", _L.week("Mon 06-15"), "exclusion week-scope",
         ignore=_L.weekend("Sat 06-20"), unless=_L.whole("Fri 06-19")),
    free(_L, "The week of the 15th suits: Monday morning, Wednesday after 2",
         _L.box("Mon 06-15", "09:00", "12:00") + _L.box("Wed 06-17", "14:00", "22:00"), "week-scope daypart"),
    free(_L, "Next week, preferably Thursday", _L.week("Mon 06-15"), "week-scope preference",
         ignore=_L.weekend("Sat 06-20")),
    free(_L, "I can do Monday to Wednesday next week, though Tuesday only until 11",
         _L.full("Mon 06-15, Wed 06-17") + _L.box("Tue 06-16", "07:00", "11:00"), "range open-ended", level=3),
    free(_L, "Nothing this week, next week from Wednesday", _L.full("Wed 06-17, Thu 06-18, Fri 06-19"),
         "exclusion week-scope", level=3, ignore=_L.weekend("Sat 06-20"),
         unless=_L.whole("Thu 06-11, Fri 06-12")),
    free(_DE, "Woche vom 16.3., am liebsten Dienstag", _DE.week("Mon 03-16"), "week-scope preference",
         ignore=_DE.weekend("Sat 03-21")),
    free(_DE, "Nächste Woche Di-Do 9-12 Uhr, Fr 14-16 Uhr",
         _DE.box("Tue 03-17, Wed 03-18, Thu 03-19", "09:00", "12:00") + _DE.box("Fri 03-20", "14:00", "16:00"),
         "range next"),
    free(_DE, "Dienstag bis Donnerstag, Mittwoch aber nur ab 15 Uhr",
         _DE.full("Tue 03-17, Thu 03-19") + _DE.box("Wed 03-18", "15:00", "22:00"), "range open-ended", level=3),
    free(_FR, "La semaine du 19, de préférence mardi", _FR.week("Mon 01-19"), "week-scope preference",
         ignore=_FR.weekend("Sat 01-24")),
    free(_FR, "la semaine prochaine de mardi à jeudi",
         _FR.full("Tue 01-20, Wed 01-21, Thu 01-22"), "range next"),
    free(_FR, "Pas cette semaine, plutôt la semaine prochaine", _FR.week("Mon 01-19"), "exclusion next",
         ignore=_FR.weekend("Sat 01-24"), unless=_FR.whole("Thu 01-15, Fri 01-16")),
    free(_ES, "cualquier día a partir del lunes 27, de 10 a 13",
         _ES.box("Mon 04-27, Tue 04-28, Wed 04-29, Thu 04-30, Fri 05-01", "10:00", "13:00"), "range date",
         ignore=_ES.weekends()),
]  # fmt: skip

SHARED: Final[list[Case]] = [
    free(_L, "17 June, 18 June or 19 June. After 2pm on all of those days.",
         _L.box("Wed 06-17, Thu 06-18, Fri 06-19", "14:00", "22:00"), "date open-ended"),
    free(_L, "Either Tuesday or Thursday.\n10-12 works on both days.",
         _L.box("Thu 06-11, Tue 06-16", "10:00", "12:00"), "weekday"),
    free(_L, "Friday would be ideal but Thursday is ok too, after 1 in both cases",
         _L.box("Thu 06-11, Fri 06-12", "13:00", "22:00"), "preference open-ended", level=3),
    free(_DE, "Montag oder Dienstag, an beiden Tagen ab 14 Uhr",
         _DE.box("Mon 03-16, Tue 03-17", "14:00", "22:00"),
         "weekday open-ended"),
    free(_FR, "Lundi ou mardi, à partir de 14h les deux jours",
         _FR.box("Mon 01-19, Tue 01-20", "14:00", "22:00"),
         "weekday open-ended"),
    free(_PT, "Segunda ou terça, a partir das 14h nos dois dias", _PT.box("Mon 06-22, Tue 06-23", "14:00", "22:00"),
         "weekday open-ended"),
]  # fmt: skip

CORRECTIONS: Final[list[Case]] = [
    free(_L, "Oops, I meant Friday rather than Thursday, 2-4pm", _L.box("Fri 06-12", "14:00", "16:00"),
         "correction"),
    free(_L, "Wait, no: Friday morning instead of Monday morning", _L.box("Fri 06-12", "09:00", "12:00"), "correction",
         level=3),
    free(_L, "Tuesday at 3. Correction: Wednesday at 3.", _L.at("Wed 06-17", "15:00"), "correction"),
    free(_L, "Monday 10-12 - no wait, make that Tuesday 10-12", _L.box("Tue 06-16", "10:00", "12:00"),
         "correction"),
    free(_L, "I can do Friday at 11, I mean Thursday", _L.at("Thu 06-11", "11:00"), "correction"),
    free(_DE, "Nicht Dienstag, ich meinte Mittwoch, 9 bis 11 Uhr", _DE.box("Wed 03-11", "09:00", "11:00"),
         "correction"),
    free(_FR, "Je voulais dire vendredi, pas jeudi, de 14h à 16h", _FR.box("Fri 01-16", "14:00", "16:00"),
         "correction"),
    free(_ES, "Martes a las 10. Corrección: miércoles a las 10.", _ES.at("Wed 04-22", "10:00"), "correction"),
    free(_PT, "Terça às 10h. Correção: quarta às 10h.", _PT.at("Wed 06-17", "10:00"), "correction"),
]  # fmt: skip

REFERENCES: Final[list[Case]] = [
    free(_L, "Tuesday the 16th at 2, or same time the following week", _L.at("Tue 06-16, Tue 06-23", "14:00"),
         "date"),
    free(_L, "I'm away from the 15th to the 17th, any day after that works", _L.full(
         "Thu 06-18, Fri 06-19, Mon 06-22, Tue 06-23, Wed 06-24"), "exclusion range", ignore=_L.weekend("Sat 06-20"),
         unless=_L.whole("Mon 06-15, Tue 06-16, Wed 06-17")),
    free(_L, "The earliest is Friday, and any day after that works too", _L.full(
         "Fri 06-12, Mon 06-15, Tue 06-16, Wed 06-17, Thu 06-18, Fri 06-19, Mon 06-22, Tue 06-23, Wed 06-24"), "range",
         ignore=_L.weekends()),
    free(_DE, "Ich bin vom 12. bis 16. weg, danach jeden Tag", _DE.full(
         "Tue 03-17, Wed 03-18, Thu 03-19, Fri 03-20, Mon 03-23, Tue 03-24"), "exclusion range",
         ignore=_DE.weekend("Sat 03-21"), unless=_DE.whole("Thu 03-12, Fri 03-13, Mon 03-16")),
    free(_DE, "Dienstag 14-16 Uhr oder Donnerstag zur gleichen Zeit",
         _DE.box("Tue 03-17, Thu 03-12", "14:00", "16:00"),
         "weekday"),
    free(_FR, "Je suis absent du 19 au 21, n'importe quel jour après ça", _FR.full(
         "Thu 01-22, Fri 01-23, Mon 01-26, Tue 01-27, Wed 01-28"), "exclusion range", ignore=_FR.weekend("Sat 01-24"),
         unless=_FR.whole("Mon 01-19, Tue 01-20, Wed 01-21")),
]  # fmt: skip

CONDITIONS: Final[list[Case]] = [
    free(_L, "If Monday, it must be after 4; if Tuesday, before 10",
         _L.box("Mon 06-15", "16:00", "22:00") + _L.box("Tue 06-16", "07:00", "10:00"), "open-ended"),
    free(_L, "If Monday doesn't suit then Tuesday at 3", _L.at("Tue 06-16", "15:00"), "exclusion", level=3),
    free(_L, "I'd rather not do Friday but Friday after 4 is possible", _L.box("Fri 06-12", "16:00", "22:00"),
         "exclusion open-ended", level=3),
    free(_DE, "Wenn es Montag ist, dann vor 11, wenn Dienstag, dann nach 14 Uhr",
         _DE.box("Mon 03-16", "07:00", "11:00") + _DE.box("Tue 03-17", "14:00", "22:00"), "open-ended"),
    free(_ES, "Si es lunes, antes de las 11; si es martes, después de las 16",
         _ES.box("Mon 04-27", "07:00", "11:00") + _ES.box("Tue 04-21", "16:00", "22:00"), "open-ended"),
    free(_PT, "Se for segunda, antes das 11h; se for terça, depois das 16h",
         _PT.box("Mon 06-22", "07:00", "11:00") + _PT.box("Tue 06-23", "16:00", "22:00"), "open-ended"),
]  # fmt: skip

TABLES: Final[list[Case]] = [
    free(_L, "M none, T 9-12, W 1-3, F 10-11", _L.box("Tue 06-16", "09:00", "12:00")
         + _L.box("Wed 06-17", "13:00", "15:00") + _L.box("Fri 06-12", "10:00", "11:00"), "table", level=3),
    free(_L, "Mon 15 - 10-12\nTue 16 - none\nWed 17 - 14:00-16:00\nThu 18 - all day",
         _L.box("Mon 06-15", "10:00", "12:00")
         + _L.box("Wed 06-17", "14:00", "16:00") + _L.full("Thu 06-18"), "table", level=3),
    free(_L, "Fri 19 June 10-12 or Sat 20 June 10-12", _L.box("Fri 06-19, Sat 06-20", "10:00", "12:00"),
         "date"),
    free(_L, "15 June to 17 June between 10:00 and 12:00",
         _L.box("Mon 06-15, Tue 06-16, Wed 06-17", "10:00", "12:00"),
         "date range"),
    free(_L, "12:30p on Friday or 10:15a on Monday", _L.at("Fri 06-12", "12:30") + _L.at("Mon 06-15", "10:15"),
         "time"),
    free(_DE, "Nächste Woche: Mo 9-11, Di nichts, Mi 14-16 Uhr",
         _DE.box("Mon 03-16", "09:00", "11:00") + _DE.box("Wed 03-18", "14:00", "16:00"), "table"),
    free(_DE, "von Montag, dem 16., bis Mittwoch, den 18. März", _DE.full("Mon 03-16, Tue 03-17, Wed 03-18"),
         "date range"),
    free(_FR, "du lundi 19 au mercredi 21", _FR.full("Mon 01-19, Tue 01-20, Wed 01-21"), "date range"),
    free(_PT, "de segunda, 22, a quarta, 24 de junho", _PT.full("Mon 06-22, Tue 06-23, Wed 06-24"),
         "date range"),
]  # fmt: skip

NEGATIVES: Final[list[Case]] = [
    free(_L, "Mondays are out and so are Tuesday mornings. Otherwise whenever.", _L.every(), "exclusion", level=3,
         ignore=_L.weekends(), unless=_L.whole("Mon 06-15, Mon 06-22")
         + _L.box("Tue 06-16, Tue 06-23", "07:00", "12:00")),
    free(_L, "anything but afternoons next week", _L.week("Mon 06-15"), "exclusion daypart",
         ignore=_L.weekend("Sat 06-20"), unless=_L.week("Mon 06-15", "12:00", "17:00")),
    free(_L, "I'm in court Monday and Tuesday, Thursday at 10 is fine", _L.at("Thu 06-11", "10:00"), "exclusion"),
    free(_L, "Tuesday works, Wednesday my mum is visiting", _L.full("Tue 06-16"), "exclusion"),
    free(_L, "only this Friday, nothing the week after", _L.full("Fri 06-12"), "exclusion"),
    free(_L, "Monday's dentist day, the rest of next week is open",
         _L.full("Tue 06-16, Wed 06-17, Thu 06-18, Fri 06-19"), "exclusion week-scope", ignore=_L.weekend("Sat 06-20")),
    free(_L, "Not before Tuesday and not after Thursday", _L.full("Tue 06-16, Wed 06-17, Thu 06-18"), "range limit"),
    free(_FR, "Lundi je passe un examen, mardi et mercredi matin je suis libre",
         _FR.box("Tue 01-20, Wed 01-21", "09:00", "12:00"), "exclusion daypart"),
    free(_DE, "Donnerstag habe ich eine Beerdigung, Freitag passt", _DE.full("Fri 03-13"), "exclusion"),
    free(_FR, "Le mercredi j'ai un enterrement, jeudi ça va", _FR.full("Thu 01-15"), "exclusion"),
    free(_ES, "El miércoles tengo un funeral, jueves y viernes bien", _ES.full("Thu 04-23, Fri 04-24"), "exclusion"),
    free(_PT, "Quarta tenho um funeral, quinta pode ser", _PT.full("Thu 06-18"), "exclusion"),
    free(_L, "Any day next week that isn't Wednesday", _L.full("Mon 06-15, Tue 06-16, Thu 06-18, Fri 06-19"),
         "exclusion", ignore=_L.weekend("Sat 06-20")),
    free(_L, "Next week, any afternoon which is not a Monday",
         _L.box("Tue 06-16, Wed 06-17, Thu 06-18, Fri 06-19", "12:00", "17:00"), "exclusion daypart",
         ignore=_L.weekend("Sat 06-20")),
    free(_L, "Anything after 2 next week that doesn't fall on a Friday",
         _L.box("Mon 06-15, Tue 06-16, Wed 06-17, Thu 06-18", "14:00", "22:00"), "exclusion",
         ignore=_L.weekend("Sat 06-20")),
    plain(_L, "That day doesn't work for me", "rejection", "negative"),
    free(_L, "I've been ill since Monday. Tuesday 16 June from 3 until 5 works.",
         _L.box("Tue 06-16", "15:00", "17:00"), "away"),
    free(_L, "Last time you offered me Monday 10am and nobody came. Tuesday 16 June at 1pm.",
         _L.at("Tue 06-16", "13:00"), "away"),
    plain(_PT, "Boa tarde", "unclear", "noise"),
    plain(_ES, "Buenas tardes", "unclear", "noise"),
    plain(_FR, "Mon adresse : 12 rue de la Paix", "unclear", "noise"),
]  # fmt: skip

CASES: Final[list[Case]] = [
    *SCOPES, *SHARED, *CORRECTIONS, *REFERENCES, *CONDITIONS, *TABLES, *NEGATIVES,
]  # fmt: skip
