"""German cases: Germany, Austria and Switzerland."""

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

OFFERS = ("03-12 10:00", "03-13 14:00", "03-17 09:00")
# Tuesday; the window runs from Tuesday 10 March 23:20 to Tuesday 24 March 11:20.
BERLIN = Frame("2026-03-10T11:20:00+01:00", "Europe/Berlin", "Europe/Berlin", OFFERS)
# Wednesday before the clocks go back on 25 October; to Wednesday 4 November 14:00.
VIENNA = Frame("2026-10-21T15:00:00+02:00", "Europe/Vienna", "Europe/Vienna", ("10-23 09:00", "10-26 11:00"))
# Friday evening; to Friday 3 July 18:30.
ZURICH = Frame("2026-06-19T18:30:00+02:00", "Europe/Zurich", "America/New_York", ("06-23 15:00",))
# Sunday evening, from Monday 08:00.
SUNDAY = Frame("2026-09-06T20:00:00+02:00", "Europe/Berlin", "Europe/London")

NEW_YORK = "America/New_York"
WEEK = ("03-16", "03-17", "03-18", "03-19", "03-20")
OCTOBER = ("10-26", "10-27", "10-28", "10-29", "10-30")


def build() -> Corpus:
    """All German cases."""
    corpus = Corpus("de")
    _days(corpus)
    _scopes(corpus)
    _clocks(corpus)
    _zones(corpus)
    return corpus


def _days(c: Corpus) -> None:
    b = BERLIN
    c.times(b, "weekday 1", "Ich hätte am Donnerstag Zeit.", days("03-12"))
    c.times(
        b,
        "date range 1",
        "Am Mittwoch, 18. März, ginge es von 10 bis 13 Uhr.",
        box("03-18", "10:00", "13:00"),
    )
    c.times(b, "next", "Nächste Woche Mittwoch passt mir gut, vormittags.", box("03-18", "09:00", "12:00"))
    c.times(b, "relative clock 3", "Mittwoch in einer Woche um halb vier", at("03-18", "15:30"))
    c.times(b, "relative clock", "Übermorgen um Viertel nach zehn", at("03-12", "10:15"))
    c.times(b, "open-ended", "kommenden Freitag ab 14 Uhr", box("03-13", "14:00", "22:00"))
    c.times(
        b,
        "multi daypart",
        "Morgen Vormittag oder Freitagnachmittag",
        box("03-11", "09:00", "12:00") + box("03-13", "12:00", "17:00"),
    )
    c.times(
        b,
        "date multi",
        "16.03. oder 17.03., jeweils 8-10 Uhr",
        days("03-16", "03-17", start="08:00", end="10:00"),
    )
    c.times(b, "date duration", "17.3. um 14 Uhr, aber bitte nur 45 Minuten", at("03-17", "14:00", 45))
    c.times(b, "typo open-ended", "ich kan am donerstag ab 9 uhr", box("03-12", "09:00", "22:00"))
    c.times(b, "date range", "Vom 16. bis 18. März ganztägig", days("03-16", "03-17", "03-18"))
    c.times(b, "weekend", "Samstag, den 14., zwischen 10 und 12 Uhr", box("03-14", "10:00", "12:00"))
    c.times(b, "weekend", "Dieses Wochenende ginge bei mir.", days("03-14", "03-15"))
    c.times(b, "relative", "Heute in einer Woche, 9 Uhr", at("03-17", "09:00"))
    c.times(b, "relative daypart", "in zwei Tagen am frühen Morgen", box("03-12", "07:00", "09:00"))
    c.times(b, "daypart", "Freitag Abend nach der Arbeit ginge gut", box("03-13", "17:00", "20:00"))
    c.times(SUNDAY, "next sunday-ref", "nächste Woche Dienstag, 17 Uhr", at("09-08", "17:00"))
    c.times(SUNDAY, "sunday-ref relative", "Morgen um 9 würde es klappen", at("09-07", "09:00"))
    c.times(ZURICH, "relative weekend", "Morgen zwischen 10 und 12 ginge", box("06-20", "10:00", "12:00"))
    c.times(VIENNA, "next clock dst", "Übernächste Woche Montag um elf", at("11-02", "11:00"))


def _scopes(c: Corpus) -> None:
    b = BERLIN
    c.times(b, "vague next", "Anfang nächster Woche", days("03-16", "03-17"), ignore=whole("03-18"))
    c.times(b, "vague", "Ende der Woche ginge es", days("03-12", "03-13"), ignore=whole("03-11"))
    c.times(b, "week-scope", "In KW 12 bin ich komplett flexibel", days(*WEEK), ignore=weekend("03-21"))
    c.times(b, "every", "Jeden Tag zwischen 9 und 11 Uhr 30", every("09:00", "11:30"), ignore=WEEKENDS)
    c.times(
        b,
        "plural open-ended",
        "Montags und dienstags nach 16 Uhr",
        days("03-16", "03-17", "03-23", start="16:00"),
    )
    c.times(
        b,
        "exclusion",
        "Ich kann immer außer mittwochs",
        every(but=("03-11", "03-18")),
        ignore=WEEKENDS,
        unavailable=whole("03-11", "03-18"),
    )
    c.times(
        b,
        "exclusion next",
        "Nächste Woche geht alles bis auf Dienstagvormittag.",
        days("03-16", "03-18", "03-19", "03-20") + box("03-17", "12:00", "22:00"),
        ignore=box("03-17", "07:00", "09:00") + weekend("03-21"),
        unavailable=box("03-17", "09:00", "12:00"),
    )
    c.times(
        b,
        "negative",
        "Freitag kann ich leider nicht.",
        every(but=("03-13", "03-20")),
        ignore=WEEKENDS,
        unavailable=whole("03-13", "03-20"),
    )
    c.times(
        b,
        "negative open-ended 3",
        "Bis Freitag bin ich im Urlaub, danach jederzeit.",
        days(*WEEK, "03-23", "03-24"),
        ignore=whole("03-13") + WEEKENDS,
        unavailable=whole("03-11", "03-12"),
    )
    c.times(
        b,
        "range week-scope",
        "Montag bis Mittwoch jeweils nachmittags",
        days("03-16", "03-17", "03-18", start="12:00", end="17:00"),
    )
    c.times(b, "week-scope", "Diese Woche nur noch Freitag nach 15:30 Uhr", box("03-13", "15:30", "22:00"))
    c.times(
        b, "next-days", "In den nächsten drei Tagen ab 17 Uhr", days("03-11", "03-12", "03-13", start="17:00")
    )
    c.times(
        VIENNA,
        "dst multi",
        "Montag 9 bis 11 Uhr oder Freitag 13 bis 15 Uhr",
        box("10-26", "09:00", "11:00") + box("10-23", "13:00", "15:00"),
    )
    c.times(
        VIENNA,
        "open-ended date dst",
        "Ab dem 28. Oktober jederzeit",
        days("10-28", "10-29", "10-30", "11-02", "11-03", "11-04"),
        ignore=WEEKENDS,
    )
    c.times(
        VIENNA,
        "exclusion next dst 3",
        "Die ganze nächste Woche außer Montag und Donnerstagnachmittag",
        days("10-27", "10-28", "10-30") + box("10-29", "07:00", "12:00") + box("10-29", "17:00", "22:00"),
        ignore=weekend("10-31"),
        unavailable=whole("10-26") + box("10-29", "12:00", "17:00"),
    )
    c.times(
        VIENNA,
        "open-ended date",
        "Nach dem 29.10. bin ich frei",
        days("10-30", "11-02", "11-03", "11-04"),
        ignore=WEEKENDS,
    )
    c.times(
        VIENNA,
        "week-scope daypart",
        "in der Woche vom 26. Oktober abends",
        days(*OCTOBER, start="17:00", end="20:00"),
        ignore=weekend("10-31"),
    )
    c.times(
        VIENNA,
        "negative daypart",
        "Alles außer nachmittags",
        every("07:00", "12:00") + every("17:00", "22:00"),
        ignore=WEEKENDS,
        unavailable=every("12:00", "17:00"),
    )
    c.times(VIENNA, "outside-window date 3", "Vor dem 16. November wird es bei mir leider nichts.", [])
    c.times(
        ZURICH,
        "vague open-ended",
        "Ende nächster Woche, frühestens ab 13 Uhr",
        days("06-25", "06-26", start="13:00"),
        ignore=whole("06-24"),
    )
    c.times(
        ZURICH,
        "negative 3",
        "Nachmittags passt mir gar nicht, freitags sowieso nicht",
        every("07:00", "12:00", but=("06-26", "07-03")) + every("17:00", "22:00", but=("06-26", "07-03")),
        ignore=WEEKENDS,
        unavailable=every("12:00", "17:00") + whole("06-26", "07-03"),
    )


def _clocks(c: Corpus) -> None:
    b = BERLIN
    c.times(b, "open-ended", "Am Donnerstag bis spätestens 11 Uhr", box("03-12", "07:00", "11:00"))
    c.times(b, "clock abbrev", "Do 13.30 Uhr", at("03-12", "13:30"))
    c.times(b, "vague dom", "Am 19. gegen 15 Uhr", at("03-19", "15:00"), ignore=fringe("03-19", "15:00"))
    c.times(b, "clock 3", "Dienstag um dreiviertel neun", at("03-17", "08:45"))
    c.times(b, "abbrev daypart", "Do. u. Fr. vormittags", days("03-12", "03-13", start="09:00", end="12:00"))
    c.times(b, "clock duration", "Montag ab 10 Uhr für anderthalb Stunden", at("03-16", "10:00", 90))
    c.times(
        b,
        "distribute",
        "Donnerstag oder Freitag, entweder um 9 oder um 16 Uhr",
        [span for day in ("03-12", "03-13") for hour in ("09:00", "16:00") for span in at(day, hour)],
    )
    c.times(b, "lunchtime", "Mittwoch über Mittag", box("03-11", "12:00", "14:00"))
    c.times(VIENNA, "clock date", "3.11. um 8 Uhr früh", at("11-03", "08:00"))
    c.times(VIENNA, "clock", "Freitag zwischen 8 Uhr und halb zwölf", box("10-23", "08:00", "11:30"))


def _zones(c: Corpus) -> None:
    z = ZURICH
    c.times(z, "zone", "Dienstag 10 Uhr New Yorker Zeit", at("06-23", "10:00", zone=NEW_YORK))
    c.times(z, "zone abbrev", "Montag 16 Uhr MESZ", at("06-22", "16:00"))
    c.times(z, "zone your-time 3", "Mittwoch 9-11 Uhr Ihrer Zeit", box("06-24", "09:00", "11:00", NEW_YORK))
    c.times(z, "zone", "Donnerstag 15 Uhr UTC", at("06-25", "15:00", zone="UTC"))
    c.times(z, "zone next", "nächsten Donnerstag um 14:00 Uhr (meine Zeit)", at("06-25", "14:00"))
