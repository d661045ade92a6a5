"""All languages: names of holidays with a fixed date. Names that are also greetings count behind a preposition only."""

from collections.abc import Iterable

from domain.negotiation.times.lexicon.schema import Kind, Phrases, Sense, joined

_DAYS: dict[str, dict[tuple[int, int], tuple[str, ...]]] = {
    "en": {
        (12, 24): ("christmas eve", "xmas eve"),
        (12, 25): ("christmas day", "xmas day"),
        (12, 26): ("boxing day", "st stephen's day", "st. stephen's day", "saint stephen's day", "day after christmas"),
        (12, 31): ("new year's eve", "new years eve", "new year eve", "nye", "hogmanay"),
        (1, 1): ("new year's day", "new years day", "new year day"),
        (2, 14): ("valentine's day", "valentines day"),
        (3, 17): ("st patrick's day", "st. patrick's day", "saint patrick's day", "st paddy's day"),
        (4, 25): ("anzac day",),
        (5, 1): ("may day",),
        (6, 19): ("juneteenth",),
        (7, 1): ("canada day",),
        (10, 31): ("halloween",),
        (11, 11): ("veterans day", "remembrance day", "armistice day"),
        (1, 26): ("australia day", "republic day"),
    },
    "de": {
        (12, 24): ("heiligabend", "heiliger abend", "heiligen abend", "weihnachtsabend"),
        (12, 25): (
            "erster weihnachtstag", "ersten weihnachtstag", "erster weihnachtsfeiertag",
                "ersten weihnachtsfeiertag",
            "1. weihnachtstag", "1. weihnachtsfeiertag", "christtag", "weihnachtstag", "weihnachtsfeiertag",
        ),
        (12, 26): (
            "zweiter weihnachtstag", "zweiten weihnachtstag", "zweiter weihnachtsfeiertag", "stephanstag",
            "zweiten weihnachtsfeiertag", "2. weihnachtstag", "2. weihnachtsfeiertag", "stefanitag",
        ),
        (12, 31): ("silvester", "sylvester"),
        (1, 1): ("neujahr", "neujahrstag"),
        (1, 2): ("berchtoldstag",),
        (1, 6): ("dreikönigstag", "heilige drei könige", "heiligen drei königen", "dreikönig"),
        (5, 1): ("tag der arbeit", "maifeiertag"),
        (8, 1): ("bundesfeiertag",),
        (10, 3): ("tag der deutschen einheit",),
        (10, 26): ("nationalfeiertag",),
        (10, 31): ("reformationstag",),
        (11, 1): ("allerheiligen",),
    },
    "fr": {
        (12, 24): ("veille de noël", "réveillon de noël", "soir de noël"),
        (12, 25): ("jour de noël",),
        (12, 26): ("lendemain de noël",),
        (12, 31): ("saint-sylvestre", "saint sylvestre", "veille du jour de l'an", "réveillon du nouvel an"),
        (1, 1): ("jour de l'an", "premier de l'an", "nouvel an"),
        (5, 1): ("fête du travail",),
        (6, 24): ("saint-jean-baptiste", "saint-jean"),
        (7, 14): ("fête nationale",),
        (11, 1): ("toussaint",),
        (11, 11): ("armistice",),
    },
    "es": {
        (12, 24): ("nochebuena", "noche buena", "víspera de navidad"),
        (12, 25): ("día de navidad",),
        (12, 31): ("nochevieja", "noche vieja", "fin de año", "víspera de año nuevo"),
        (1, 1): ("día de año nuevo",),
        (1, 6): ("día de reyes", "los reyes"),
        (5, 1): ("día del trabajo", "día del trabajador", "día de los trabajadores"),
        (11, 1): ("todos los santos",),
        (12, 6): ("día de la constitución",),
        (12, 8): ("la inmaculada",),
    },
    "pt": {
        (12, 24): ("véspera de natal",),
        (12, 25): ("dia de natal",),
        (12, 31): ("véspera de ano novo", "réveillon", "passagem de ano", "passagem do ano", "fim de ano"),
        (1, 1): ("dia de ano novo", "ano novo dia"),
        (1, 6): ("dia de reis",),
        (4, 21): ("tiradentes",),
        (4, 25): ("dia da liberdade",),
        (5, 1): ("dia do trabalhador", "dia do trabalho"),
        (6, 10): ("dia de portugal",),
        (9, 7): ("dia da independência",),
        (11, 1): ("todos os santos",),
        (11, 2): ("finados",),
        (11, 15): ("proclamação da república",),
    },
}  # fmt: skip
_LEADING: dict[str, tuple[dict[tuple[int, int], tuple[str, ...]], dict[Kind, tuple[str, ...]]]] = {
    "en": (
        {(12, 25): ("christmas", "xmas"), (1, 1): ("new year", "new year's", "new years", "the new year")},
        {
            Kind.AFTER: ("after",),
            Kind.BEFORE: ("before",),
            Kind.UNTIL: ("until", "till"),
            Kind.EXCEPT: ("except", "except for", "apart from", "other than", "but not"),
            Kind.NOT: ("not on", "not"),
        },
    ),
    "de": (
        {(12, 25): ("weihnachten",)},
        {Kind.BEFORE: ("vor",), Kind.UNTIL: ("bis",), Kind.EXCEPT: ("außer", "ausser an", "außer zu"),
            Kind.NOT: ("nicht an",)},
    ),
    "fr": (
        {(12, 25): ("noël",)},
        {
            Kind.AFTER: ("après",), Kind.BEFORE: ("avant",), Kind.UNTIL: ("jusqu'à",),
            Kind.EXCEPT: ("sauf", "sauf à", "hormis"), Kind.NOT: ("pas à", "pas le jour de"),
        },
    ),
    "es": (
        {(12, 25): ("navidad",), (1, 1): ("año nuevo",)},
        {
            Kind.AFTER: ("después de",), Kind.BEFORE: ("antes de",), Kind.UNTIL: ("hasta",),
            Kind.EXCEPT: ("excepto", "salvo", "menos", "excepto en"), Kind.NOT: ("no en",),
        },
    ),
    "pt": (
        {(12, 25): ("natal", "o natal"), (1, 1): ("ano novo", "o ano novo")},
        {
            Kind.AFTER: ("depois do", "após o"), Kind.BEFORE: ("antes do",), Kind.UNTIL: ("até", "até ao"),
            Kind.EXCEPT: ("exceto", "exceto no", "salvo", "menos", "menos no", "tirando"), Kind.NOT: ("não no",),
        },
    ),
}  # fmt: skip
"""Greetings too ("have a lovely Christmas"): with the words that make them a date."""
_WISHES = {
    "en": ("merry", "happy", "have a nice", "have a lovely", "have a great", "enjoy your", "enjoy"),
    "de": ("guten rutsch", "frohes", "schöne"),
    "fr": ("joyeux", "bon", "bonne"),
    "es": ("feliz", "felices", "próspero"),
    "pt": ("feliz", "bom"),
}
_ARTICLES = {
    "en": ("", "on ", "the "),
    "de": ("", "am ", "an ", "den ", "zu "),
    "fr": ("", "le ", "la ", "au ", "à la ", "le jour de la "),
    "es": ("", "el ", "en ", "la ", "el día de "),
    "pt": ("", "o ", "no ", "na ", "a ", "à "),
}


def _named(code: str) -> Iterable[tuple[str, tuple[Sense, ...]]]:
    for (month, day), names in _DAYS[code].items():
        date = ((Kind.MONTH, month), (Kind.ORDINAL, day))
        for name in names:
            for article in _ARTICLES[code]:
                yield article + name, joined(*date)
            for wish in _WISHES[code]:
                yield f"{wish} {name}", joined((Kind.FILLER, None))
    dates, words = _LEADING[code]
    for (month, day), names in dates.items():
        for name in names:
            for kind, leads in words.items():
                for lead in leads:
                    yield f"{lead} {name}", joined((kind, None), (Kind.MONTH, month), (Kind.ORDINAL, day))


HOLIDAYS: dict[str, Phrases] = {code: dict(_named(code)) for code in _DAYS}
