"""Portuguese cases: Portugal and Brazil."""

from tests.domain.negotiation.cases.romance_german_frames import (
    WEEKENDS,
    Corpus,
    Frame,
    at,
    box,
    days,
    every,
    fringe,
    weekend,
    whole,
)

OFFERS = ("06-18 10:00", "06-19 15:00", "06-23 09:00")
# Wednesday in Lisbon; the window runs from Thursday 26 February 02:00 to Wednesday 11 March 14:00.
LISBON = Frame("2026-02-25T14:00:00+00:00", "Europe/Lisbon", "Europe/Lisbon", ("02-27 11:00", "03-02 15:00"))
# Thursday before the clocks go forward on 29 March; to Thursday 9 April 11:00.
SPRING = Frame("2026-03-26T10:00:00+00:00", "Europe/Lisbon", "Europe/Madrid", ("03-30 10:00",))
# Tuesday; from Tuesday 16 June 23:00 to Tuesday 30 June 11:00.
SAO_PAULO = Frame("2026-06-16T11:00:00-03:00", "America/Sao_Paulo", "America/New_York", OFFERS)
# Sunday; from Monday 16 November 06:00 to Sunday 29 November 18:00.
SUNDAY = Frame("2026-11-15T18:00:00-03:00", "America/Sao_Paulo", "Europe/Lisbon")

NEW_YORK = "America/New_York"
MARCH = ("03-02", "03-03", "03-04", "03-05", "03-06")
JUNE = ("06-22", "06-23", "06-24", "06-25", "06-26")


def build() -> Corpus:
    """All Portuguese cases."""
    corpus = Corpus("pt")
    _days(corpus)
    _scopes(corpus)
    _exclusions(corpus)
    _clocks(corpus)
    _zones(corpus)
    return corpus


def _days(c: Corpus) -> None:
    s, lis = SAO_PAULO, LISBON
    c.times(s, "weekday 1", "Posso na quinta-feira.", days("06-18"))
    c.times(s, "next point", "segunda que vem às 14h", at("06-22", "14:00"))
    c.times(s, "relative daypart", "Depois de amanhã de manhã", box("06-18", "09:00", "12:00"))
    c.times(s, "daypart", "Terça à tarde eu consigo", box("06-23", "12:00", "17:00"))
    c.times(s, "daypart", "quarta ou quinta à noite", days("06-17", "06-18", start="17:00", end="20:00"))
    c.times(s, "date range", "dia 24 de junho das 9h às 11h30", box("06-24", "09:00", "11:30"))
    c.times(
        s, "date multi", "25/06 ou 26/06, entre 10h e 12h", days("06-25", "06-26", start="10:00", end="12:00")
    )
    c.times(s, "relative 3", "daqui a uma semana, às 15h", at("06-23", "15:00"))
    c.times(s, "next weekday", "quarta-feira da semana que vem", days("06-24"))
    c.times(s, "typo", "posso na seguda ou na terca apartir das 16h", days("06-22", "06-23", start="16:00"))
    c.times(s, "accents", "amanha as 9h", at("06-17", "09:00"))
    c.times(s, "daypart", "sexta bem cedo, de manhãzinha", box("06-19", "07:00", "09:00"))
    c.times(s, "weekend", "Sábado de manhã também é possível", box("06-20", "09:00", "12:00"))
    c.times(lis, "next", "Na próxima segunda-feira às 10h", at("03-02", "10:00"))
    c.times(lis, "date words", "no dia 3 de março, à tarde", box("03-03", "12:00", "17:00"))
    c.times(lis, "date weekday", "Quinta, 5/3, às 11 horas", at("03-05", "11:00"))
    c.times(lis, "relative", "Amanhã ao fim do dia", box("02-26", "16:00", "18:00"))
    c.times(SUNDAY, "next sunday-ref", "Terça-feira da próxima semana", days("11-17"))
    c.times(SUNDAY, "relative sunday-ref", "amanhã às 8h30", at("11-16", "08:30"))
    c.times(SUNDAY, "date eu-order", "18/11 às 16h", at("11-18", "16:00"))
    c.times(SUNDAY, "outside-window", "Só a partir de 7 de dezembro", [])


def _scopes(c: Corpus) -> None:
    s, lis = SAO_PAULO, LISBON
    c.times(s, "next week-scope", "Qualquer dia da semana que vem", days(*JUNE), ignore=weekend("06-27"))
    c.times(s, "vague next", "no início da próxima semana", days("06-22", "06-23"), ignore=whole("06-24"))
    c.times(lis, "vague", "No final desta semana", days("02-26", "02-27"))
    c.times(
        s,
        "open-ended date",
        "A partir do dia 25 estou livre",
        days("06-25", "06-26", "06-29", "06-30"),
        ignore=weekend("06-27"),
    )
    c.times(s, "every daypart", "todos os dias à tarde", every("12:00", "17:00"), ignore=WEEKENDS)
    c.times(
        s,
        "plural",
        "às segundas e quartas depois das 18h",
        days("06-17", "06-22", "06-24", "06-29", start="18:00"),
    )
    c.times(
        lis,
        "plural",
        "Costumo estar livre às sextas-feiras das 9h às 12h",
        days("02-27", "03-06", start="09:00", end="12:00"),
    )
    c.times(
        s,
        "range daypart",
        "De quarta a sexta pela manhã",
        days("06-17", "06-18", "06-19", start="09:00", end="12:00"),
    )
    c.times(
        s,
        "week-scope daypart",
        "semana do dia 22 de junho, somente à tarde",
        days(*JUNE, start="12:00", end="17:00"),
        ignore=weekend("06-27"),
    )
    c.times(
        lis, "next open-ended", "Na semana que vem, sempre depois das 17h", days(*MARCH, start="17:00"),
        ignore=weekend("03-07"),
    )  # fmt: skip
    c.times(
        s,
        "negative open-ended 3",
        "Estou viajando até sexta; depois disso, qualquer horário.",
        days(*JUNE, "06-29", "06-30"),
        ignore=whole("06-19") + WEEKENDS,
        unavailable=whole("06-17", "06-18"),
    )
    c.times(
        SPRING,
        "dst range daypart",
        "de sexta a terça, de manhã",
        days("03-27", "03-30", "03-31", start="09:00", end="12:00"),
        ignore=weekend("03-28"),
    )


def _exclusions(c: Corpus) -> None:
    s, lis = SAO_PAULO, LISBON
    c.times(
        s,
        "exclusion next",
        "semana que vem menos quinta",
        days("06-22", "06-23", "06-24", "06-26"),
        ignore=weekend("06-27"),
        unavailable=whole("06-25"),
    )
    c.times(
        s,
        "exclusion",
        "Qualquer dia, exceto terça-feira",
        every(but=("06-23", "06-30")),
        ignore=WEEKENDS,
        unavailable=whole("06-23", "06-30"),
    )
    c.times(
        s,
        "negative",
        "Na sexta eu não posso",
        every(but=("06-19", "06-26")),
        ignore=WEEKENDS,
        unavailable=whole("06-19", "06-26"),
    )
    c.times(
        lis,
        "negative daypart",
        "De manhã não consigo.",
        every("12:00", "22:00"),
        ignore=every("07:00", "09:00") + WEEKENDS,
        unavailable=every("09:00", "12:00"),
    )
    c.times(
        lis,
        "exclusion next 3",
        "Toda a próxima semana, salvo segunda de manhã e quarta-feira",
        days("03-03", "03-05", "03-06") + box("03-02", "12:00", "22:00"),
        ignore=weekend("03-07") + box("03-02", "07:00", "09:00"),
        unavailable=whole("03-04") + box("03-02", "09:00", "12:00"),
    )
    c.times(
        SPRING,
        "exclusion dst",
        "Na próxima semana estou disponível, à exceção de segunda-feira e do dia 2 à tarde",
        days("03-31", "04-01", "04-03") + box("04-02", "07:00", "12:00") + box("04-02", "17:00", "22:00"),
        ignore=weekend("04-04"),
        unavailable=whole("03-30") + box("04-02", "12:00", "17:00"),
    )


def _clocks(c: Corpus) -> None:
    s, lis = SAO_PAULO, LISBON
    c.times(s, "clock words", "Quinta às três e meia da tarde", at("06-18", "15:30"))
    c.times(
        s,
        "noon",
        "segunda ao meio-dia",
        box("06-22", "12:00", "13:00"),
        ignore=box("06-22", "13:00", "14:00"),
    )
    c.times(s, "lunchtime", "sexta na hora do almoço", box("06-19", "12:00", "14:00"))
    c.times(lis, "clock words 3", "sexta às dez menos um quarto", at("02-27", "09:45"))
    c.times(s, "clock", "quarta 14:30", at("06-17", "14:30"))
    c.times(s, "clock", "amanhã às 7 da noite", at("06-17", "19:00"))
    c.times(s, "duration", "quinta às 11h por meia hora", at("06-18", "11:00", 30))
    c.times(s, "vague", "sexta por volta das 16h", at("06-19", "16:00"), ignore=fringe("06-19", "16:00"))
    c.times(
        s,
        "open-ended multi",
        "quinta antes das 11h ou sexta após as 15h",
        box("06-18", "07:00", "11:00") + box("06-19", "15:00", "22:00"),
    )
    c.times(
        s,
        "distribute",
        "quarta ou sexta, às 10h ou às 17h",
        [span for day in ("06-17", "06-19") for hour in ("10:00", "17:00") for span in at(day, hour)],
    )
    c.times(SPRING, "dst multi", "sexta às 9h ou segunda às 9h", at("03-27", "09:00") + at("03-30", "09:00"))


def _zones(c: Corpus) -> None:
    s = SAO_PAULO
    c.times(s, "zone", "quinta 10h horário de Nova York", at("06-18", "10:00", zone=NEW_YORK))
    c.times(s, "zone", "sexta às 15h, horário de Brasília", at("06-19", "15:00"))
    c.times(
        s,
        "zone your-time",
        "Quarta das 9h às 11h no horário de vocês",
        box("06-17", "09:00", "11:00", NEW_YORK),
    )
    c.times(SPRING, "zone dst 3", "terça às 16h, hora de Madrid", at("03-31", "16:00", zone="Europe/Madrid"))
