"""French cases: France, Belgium and Canada."""

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

OFFERS = ("01-16 09:00", "01-19 14:00", "01-20 11:00")
# Wednesday; the window runs from Wednesday 14 January 21:30 to Wednesday 28 January 09:30.
PARIS = Frame("2026-01-14T09:30:00+01:00", "Europe/Paris", "Europe/Paris", OFFERS)
# Monday before the clocks go forward on 29 March; to Monday 6 April 17:00.
BRUSSELS = Frame("2026-03-23T16:00:00+01:00", "Europe/Brussels", "Europe/London", ("03-26 10:00",))
# Thursday in Canada; to Thursday 18 June 08:15.
MONTREAL = Frame(
    "2026-06-04T08:15:00-04:00", "America/Toronto", "Europe/Paris", ("06-09 09:00", "06-10 13:00")
)
# Sunday evening, from Monday 07:00.
SUNDAY = Frame("2026-09-20T19:00:00+02:00", "Europe/Paris", "Europe/Paris")

WEEK = ("01-19", "01-20", "01-21", "01-22", "01-23")
SPRING = ("03-30", "03-31", "04-01", "04-02", "04-03")
JUNE = ("06-08", "06-09", "06-10", "06-11", "06-12")


def build() -> Corpus:
    """All French cases."""
    corpus = Corpus("fr")
    _days(corpus)
    _scopes(corpus)
    _exclusions(corpus)
    _clocks(corpus)
    _zones(corpus)
    return corpus


def _days(c: Corpus) -> None:
    p = PARIS
    c.times(p, "daypart 1", "Je suis libre jeudi après-midi.", box("01-15", "12:00", "17:00"))
    c.times(p, "relative idiom 3", "lundi en huit à 10h", at("01-26", "10:00"))
    c.times(p, "relative point", "Après-demain à 14h30, ça m'irait.", at("01-16", "14:30"))
    c.times(p, "range", "vendredi entre 9h et 11h30", box("01-16", "09:00", "11:30"))
    c.times(p, "date range", "le 22 janvier de 14 heures à 16 heures", box("01-22", "14:00", "16:00"))
    c.times(p, "next noon", "mardi prochain à midi", at("01-20", "12:00"))
    c.times(p, "date clock words", "mardi 20 à quinze heures trente", at("01-20", "15:30"))
    c.times(
        p, "next vague", "mercredi prochain vers 16h", at("01-21", "16:00"), ignore=fringe("01-21", "16:00")
    )
    c.times(
        p,
        "open-ended multi",
        "jeudi avant 11h ou vendredi après 15h",
        box("01-15", "07:00", "11:00") + box("01-16", "15:00", "22:00"),
    )
    c.times(
        p, "date multi", "19/01 et 20/01 entre 10h et 12h", days("01-19", "01-20", start="10:00", end="12:00")
    )
    c.times(p, "relative daypart", "demain soir", box("01-15", "17:00", "20:00"))
    c.times(p, "daypart", "tôt vendredi matin", box("01-16", "07:00", "09:00"))
    c.times(p, "daypart", "mardi en fin de journée", box("01-20", "16:00", "18:00"))
    c.times(p, "relative", "dans deux jours, à 11h", at("01-16", "11:00"))
    c.times(p, "relative 3", "d'aujourd'hui en huit, le matin", box("01-21", "09:00", "12:00"))
    c.times(p, "weekend", "Samedi matin, si c'est possible pour vous", box("01-17", "09:00", "12:00"))
    c.times(p, "typo", "jsuis dispo mecredi prochain apres 15h", box("01-21", "15:00", "22:00"))
    c.times(p, "typo", "Disponible vendrdi apres-midi ou lundi matin", box("01-16", "12:00", "17:00")
            + box("01-19", "09:00", "12:00"))  # fmt: skip
    c.times(MONTREAL, "date eu-order", "08/06 à 13h", at("06-08", "13:00"))
    c.times(SUNDAY, "next sunday-ref", "Mardi de la semaine prochaine", days("09-22"))
    c.times(SUNDAY, "relative sunday-ref", "Demain à 8h30", at("09-21", "08:30"))
    c.times(
        SUNDAY, "daypart", "mercredi ou jeudi, en soirée", days("09-23", "09-24", start="17:00", end="20:00")
    )
    c.times(SUNDAY, "outside-window date", "Pas avant le 12 octobre, désolée.", [])


def _scopes(c: Corpus) -> None:
    p = PARIS
    c.times(p, "vague next", "en début de semaine prochaine", days("01-19", "01-20"), ignore=whole("01-21"))
    c.times(
        p,
        "vague next daypart",
        "la semaine prochaine en fin de semaine, l'après-midi",
        days("01-22", "01-23", start="12:00", end="17:00"),
        ignore=whole("01-21"),
    )
    c.times(
        p,
        "open-ended 3",
        "Je peux n'importe quand d'ici vendredi.",
        days("01-14", "01-15"),
        ignore=whole("01-16"),
    )
    c.times(p, "daypart every", "tous les matins", every("09:00", "12:00"), ignore=WEEKENDS)
    c.times(
        p,
        "plural open-ended",
        "Tous les mardis et jeudis à partir de 17h",
        days("01-15", "01-20", "01-22", "01-27", start="17:00"),
    )
    c.times(
        p,
        "lunchtime idiom 3",
        "entre midi et deux, n'importe quel jour",
        every("12:00", "14:00"),
        ignore=WEEKENDS,
    )
    c.times(
        p,
        "open-ended date",
        "à partir du 21 janvier",
        days("01-21", "01-22", "01-23", "01-26", "01-27", "01-28"),
        ignore=WEEKENDS,
    )
    c.times(
        p,
        "week-scope daypart",
        "semaine du 19 janvier, l'après-midi uniquement",
        days(*WEEK, start="12:00", end="17:00"),
        ignore=weekend("01-24"),
    )
    c.times(
        BRUSSELS,
        "dst range daypart",
        "De jeudi à mardi, le matin",
        days("03-26", "03-27", "03-30", "03-31", start="09:00", end="12:00"),
        ignore=weekend("03-28"),
    )
    c.times(
        BRUSSELS, "dst date", "Après le 1er avril", days("04-02", "04-03", "04-06"), ignore=weekend("04-04")
    )
    c.times(
        BRUSSELS,
        "week-scope",
        "cette semaine, à tout moment",
        days("03-24", "03-25", "03-26", "03-27"),
        ignore=weekend("03-28"),
    )
    c.times(
        MONTREAL,
        "next open-ended",
        "N'importe quand la semaine prochaine après 16 h",
        days(*JUNE, start="16:00"),
        ignore=weekend("06-13"),
    )


def _exclusions(c: Corpus) -> None:
    p = PARIS
    c.times(
        p,
        "exclusion next",
        "La semaine prochaine, sauf mercredi.",
        days("01-19", "01-20", "01-22", "01-23"),
        ignore=weekend("01-24"),
        unavailable=whole("01-21"),
    )
    c.times(
        p,
        "exclusion",
        "Tout me va sauf le vendredi.",
        every(but=("01-16", "01-23")),
        ignore=WEEKENDS,
        unavailable=whole("01-16", "01-23"),
    )
    c.times(
        p,
        "negative",
        "je ne suis pas disponible lundi",
        every(but=("01-19", "01-26")),
        ignore=WEEKENDS,
        unavailable=whole("01-19", "01-26"),
    )
    c.times(
        p,
        "negative daypart",
        "Je ne peux pas le matin.",
        every("12:00", "22:00"),
        ignore=every("07:00", "09:00") + WEEKENDS,
        unavailable=every("09:00", "12:00"),
    )
    c.times(
        BRUSSELS,
        "exclusion next dst 3",
        "toute la semaine prochaine hormis lundi et jeudi après-midi",
        days("03-31", "04-01", "04-03") + box("04-02", "07:00", "12:00") + box("04-02", "17:00", "22:00"),
        ignore=weekend("04-04"),
        unavailable=whole("03-30") + box("04-02", "12:00", "17:00"),
    )
    c.times(
        MONTREAL,
        "exclusion",
        "La semaine du 8 juin, sauf mardi avant-midi",
        days("06-08", "06-10", "06-11", "06-12") + box("06-09", "12:00", "22:00"),
        ignore=weekend("06-13") + box("06-09", "07:00", "09:00"),
        unavailable=box("06-09", "09:00", "12:00"),
    )


def _clocks(c: Corpus) -> None:
    p = PARIS
    c.times(
        p,
        "distribute",
        "je suis dispo jeudi ou vendredi, 9h ou 14h au choix",
        [span for day in ("01-15", "01-16") for hour in ("09:00", "14:00") for span in at(day, hour)],
    )
    c.times(p, "duration", "jeudi 14h pour une demi-heure", at("01-15", "14:00", 30))
    c.times(p, "clock words", "vendredi à quatre heures et demie", at("01-16", "16:30"))
    c.times(p, "clock words 3", "lundi à dix heures moins le quart", at("01-19", "09:45"))
    c.times(p, "range noon", "jeudi de 8h à midi", box("01-15", "08:00", "12:00"))
    c.times(
        BRUSSELS,
        "dst multi range",
        "Vendredi 10h-12h ou lundi 10h-12h",
        days("03-27", "03-30", start="10:00", end="12:00"),
    )


def _zones(c: Corpus) -> None:
    c.times(BRUSSELS, "zone dst", "Lundi à 10h, heure de Londres", at("03-30", "10:00", zone="Europe/London"))
    c.times(BRUSSELS, "zone dst", "le 31 mars à 15h UTC", at("03-31", "15:00", zone="UTC"))
    c.times(MONTREAL, "zone abbrev", "lundi à 14 h HNE", at("06-08", "14:00"))
    c.times(
        MONTREAL,
        "zone your-time 3",
        "mardi à 15 h 30, heure de Paris",
        at("06-09", "15:30", zone="Europe/Paris"),
    )
