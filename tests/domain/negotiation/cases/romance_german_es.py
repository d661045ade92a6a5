"""Spanish cases: Spain, Mexico, Argentina and Chile."""

from tests.domain.negotiation.cases.romance_german_frames import (
    WEEKENDS,
    Corpus,
    Frame,
    Spans,
    at,
    box,
    days,
    every,
    fringe,
    weekend,
    whole,
)

OFFERS = ("04-22 10:00", "04-23 16:00", "04-27 12:00")
# Monday; the window runs from Monday 20 April 22:00 to Monday 4 May 10:00.
MADRID = Frame("2026-04-20T10:00:00+02:00", "Europe/Madrid", "Europe/Madrid", OFFERS)
# Thursday before the clocks go back on 25 October; to Thursday 5 November 12:30.
AUTUMN = Frame("2026-10-22T13:30:00+02:00", "Europe/Madrid", "Europe/London", ("10-27 15:00",))
# Thursday; from Friday 15 May 05:00 to Thursday 28 May 17:00.
MEXICO = Frame(
    "2026-05-14T17:00:00-06:00",
    "America/Mexico_City",
    "America/New_York",
    ("05-18 09:00", "05-19 11:00", "05-20 15:00"),
)
# Wednesday; to Wednesday 22 July 09:00.
BUENOS_AIRES = Frame("2026-07-08T09:00:00-03:00", "America/Argentina/Buenos_Aires", "Europe/Madrid")
# Wednesday before the clocks of Chile go forward on 6 September; to Wednesday 16 September 13:00.
SANTIAGO = Frame("2026-09-02T12:00:00-04:00", "America/Santiago", "America/New_York")

NEXT = ("04-27", "04-28", "04-29", "04-30", "05-01")
MAY = ("05-18", "05-19", "05-20", "05-21", "05-22")


def tarde(*names: str) -> Spans:
    """The hours after a Spanish afternoon, which count neither way."""
    return days(*names, start="17:00", end="20:00")


def build() -> Corpus:
    """All Spanish cases."""
    corpus = Corpus("es")
    _days(corpus)
    _scopes(corpus)
    _exclusions(corpus)
    _clocks(corpus)
    _zones(corpus)
    return corpus


def _days(c: Corpus) -> None:
    m = MADRID
    c.times(m, "weekday 1", "Puedo el jueves.", days("04-23"))
    c.times(m, "next point", "el lunes que viene a las 9", at("04-27", "09:00"))
    c.times(m, "relative daypart", "Pasado mañana por la mañana", box("04-22", "09:00", "12:00"))
    c.times(m, "relative daypart 3", "mañana por la mañana o mañana por la tarde",
            box("04-21", "09:00", "12:00") + box("04-21", "12:00", "17:00"), ignore=tarde("04-21"))  # fmt: skip
    c.times(m, "date range", "El 29 de abril de 10 a 13 h", box("04-29", "10:00", "13:00"))
    c.times(
        m, "date multi", "28/04 o 29/04, de 9:00 a 11:00", days("04-28", "04-29", start="09:00", end="11:00")
    )
    c.times(m, "next", "el miércoles de la semana que viene", days("04-29"))
    c.times(m, "relative 3", "Dentro de una semana, a las 12", at("04-27", "12:00"))
    c.times(m, "daypart", "el viernes a primera hora de la mañana", box("04-24", "07:00", "09:00"))
    c.times(
        m, "typo", "puedo el miercoles o el juebes a partir d las 16h", days("04-22", "04-23", start="16:00")
    )
    c.times(m, "accents", "pasado manana a las 11", at("04-22", "11:00"))
    c.times(
        m,
        "daypart",
        "El martes por la tarde estoy libre",
        box("04-21", "12:00", "17:00"),
        ignore=tarde("04-21"),
    )
    c.times(MEXICO, "date", "el 20 de mayo a las 4 de la tarde", at("05-20", "16:00"))
    c.times(MEXICO, "date eu-order", "05/06 no, mejor el 22/05 a las 10:00", at("05-22", "10:00"))
    c.times(MEXICO, "weekend relative", "Este sábado en la mañana", box("05-16", "09:00", "12:00"))
    c.times(MEXICO, "relative", "mañana a las 10 am", at("05-15", "10:00"))
    c.times(
        BUENOS_AIRES,
        "daypart",
        "Jueves o viernes por la noche",
        days("07-09", "07-10", start="17:00", end="20:00"),
    )
    c.times(BUENOS_AIRES, "dom", "el 16 a las 15 hs", at("07-16", "15:00"))
    c.times(
        SANTIAGO,
        "dst multi",
        "viernes a las 10 o lunes a las 10",
        at("09-04", "10:00") + at("09-07", "10:00"),
    )
    c.times(AUTUMN, "dst point", "El lunes a las 9:30", at("10-26", "09:30"))
    c.times(AUTUMN, "outside-window", "Hasta diciembre no puedo, lo siento", [])


def _scopes(c: Corpus) -> None:
    m = MADRID
    c.times(m, "next week-scope", "Cualquier día de la próxima semana", days(*NEXT), ignore=weekend("05-02"))
    c.times(
        m, "vague next", "a principios de la semana que viene", days("04-27", "04-28"), ignore=whole("04-29")
    )
    c.times(m, "vague", "a finales de esta semana", days("04-23", "04-24"), ignore=whole("04-22"))
    c.times(m, "open-ended date", "A partir del 28 de abril, cuando queráis",
            days("04-28", "04-29", "04-30", "05-01", "05-04"), ignore=WEEKENDS)  # fmt: skip
    c.times(m, "every daypart", "todas las mañanas", every("09:00", "12:00"), ignore=WEEKENDS)
    c.times(m, "plural", "los martes y los jueves de 9 a 14",
            days("04-21", "04-23", "04-28", "04-30", start="09:00", end="14:00"))  # fmt: skip
    c.times(
        m,
        "range daypart",
        "De lunes a miércoles por la mañana",
        days("04-27", "04-28", "04-29", start="09:00", end="12:00"),
    )
    c.times(m, "week-scope", "entre semana a las 13:00", every("13:00", "14:00"), ignore=WEEKENDS)
    c.times(m, "week-scope daypart", "la semana del 27 de abril, solo por las mañanas",
            days(*NEXT, start="09:00", end="12:00"), ignore=weekend("05-02"))  # fmt: skip
    c.times(MEXICO, "next open-ended", "La próxima semana después de las 3 pm", days(*MAY, start="15:00"),
            ignore=weekend("05-23"))  # fmt: skip
    c.times(BUENOS_AIRES, "open-ended negative 3", "Estoy de viaje hasta el 13, después cuando quieran.",
            days("07-14", "07-15", "07-16", "07-17", "07-20", "07-21", "07-22"),
            ignore=whole("07-13") + WEEKENDS, unavailable=whole("07-09", "07-10"))  # fmt: skip


def _exclusions(c: Corpus) -> None:
    m = MADRID
    c.times(m, "exclusion next", "la semana que viene menos el jueves",
            days("04-27", "04-28", "04-29", "05-01"), ignore=weekend("05-02"), unavailable=whole("04-30"))  # fmt: skip
    c.times(m, "exclusion", "Todos los días excepto los lunes", every(but=("04-27", "05-04")),
            ignore=WEEKENDS, unavailable=whole("04-27", "05-04"))  # fmt: skip
    c.times(m, "negative", "El miércoles no puedo", every(but=("04-22", "04-29")),
            ignore=WEEKENDS, unavailable=whole("04-22", "04-29"))  # fmt: skip
    c.times(m, "negative daypart", "Por las mañanas me es imposible", every("12:00", "22:00"),
            ignore=every("07:00", "09:00") + WEEKENDS, unavailable=every("09:00", "12:00"))  # fmt: skip
    c.times(MEXICO, "exclusion next 3", "Toda la próxima semana salvo el martes en la mañana y el viernes",
            days("05-18", "05-20", "05-21") + box("05-19", "12:00", "22:00"),
            ignore=weekend("05-23") + box("05-19", "07:00", "09:00"),
            unavailable=whole("05-22") + box("05-19", "09:00", "12:00"))  # fmt: skip
    c.times(SANTIAGO, "exclusion dst", "Cualquier hora de la semana entrante menos el 9",
            days("09-07", "09-08", "09-10", "09-11"), ignore=weekend("09-12"), unavailable=whole("09-09"))  # fmt: skip
    c.times(AUTUMN, "exclusion dst 3", "Esta semana imposible; la que viene, todo menos el miércoles",
            days("10-26", "10-27", "10-29", "10-30"), ignore=weekend("10-24", "10-31"),
            unavailable=whole("10-23", "10-28"))  # fmt: skip


def _clocks(c: Corpus) -> None:
    m = MADRID
    c.times(m, "clock words", "El jueves a las tres y media", at("04-23", "15:30"))
    c.times(m, "clock words 3", "viernes a las once menos cuarto", at("04-24", "10:45"))
    c.times(m, "clock", "martes 16.30h", at("04-21", "16:30"))
    c.times(m, "duration", "jueves a las 10, durante dos horas", at("04-23", "10:00", 120))
    c.times(m, "vague", "miércoles sobre las 12", at("04-22", "12:00"), ignore=fringe("04-22", "12:00"))
    c.times(m, "open-ended multi", "jueves antes de las 11 o viernes desde las 17",
            box("04-23", "07:00", "11:00") + box("04-24", "17:00", "22:00"))  # fmt: skip
    c.times(m, "distribute", "martes o miércoles, a las 9 o a las 15:00",
            [s for day in ("04-21", "04-22") for hour in ("09:00", "15:00") for s in at(day, hour)])  # fmt: skip
    c.times(MEXICO, "clock", "El lunes entre 9 y 11:30 de la mañana", box("05-18", "09:00", "11:30"))
    c.times(BUENOS_AIRES, "clock", "mañana a las 8 de la noche", at("07-09", "20:00"))


def _zones(c: Corpus) -> None:
    c.times(MEXICO, "zone", "lunes 11:00 hora del Este", at("05-18", "11:00", zone="America/New_York"))
    c.times(MEXICO, "zone your-time", "Martes de 10 a 12, hora de ustedes",
            box("05-19", "10:00", "12:00", "America/New_York"))  # fmt: skip
    c.times(BUENOS_AIRES, "zone", "jueves 16:00 (hora de Madrid)", at("07-09", "16:00", zone="Europe/Madrid"))
    c.times(BUENOS_AIRES, "zone offset", "viernes a las 14:00 UTC-3", at("07-10", "14:00"))
