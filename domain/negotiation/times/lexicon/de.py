"""German words about time, as written in Germany, Austria and Switzerland."""

from collections.abc import Mapping

from domain.negotiation.times.lexicon.clauses import CLAUSES
from domain.negotiation.times.lexicon.de_days import DAYS
from domain.negotiation.times.lexicon.de_hours import TIMES
from domain.negotiation.times.lexicon.de_joints import CONNECTIONS, FILLERS, ZONES
from domain.negotiation.times.lexicon.de_verdicts import POLARITY
from domain.negotiation.times.lexicon.holidays import HOLIDAYS
from domain.negotiation.times.lexicon.sayings import SAYINGS
from domain.negotiation.times.lexicon.schema import Kind, Lexicon, Phrases, Sense, joined

_NAMES = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
_SHORT = ("mo", "di", "mi", "do", "fr", "sa", "so")
_PARTS_OF_DAY = {
    "vormittag": "morning",
    "morgen": "morning",
    "früh": "morning",
    "mittag": "lunch",
    "nachmittag": "afternoon",
    "spätnachmittag": "late_afternoon",
    "abend": "evening",
    "nacht": "night",
}


_UNITS = (
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
)
_TEENS = ("vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig")
_ABOVE = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_ORDINALS = (
    "erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt", "elft", "zwölft",
    "dreizehnt", "vierzehnt", "fünfzehnt", "sechzehnt", "siebzehnt", "achtzehnt", "neunzehnt", "zwanzigst",
)  # fmt: skip


def _numbers() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """Cardinals to 31 and ordinals with their endings."""
    names = [*_UNITS, *_TEENS, *(f"{unit}undzwanzig" for unit in _ABOVE), "dreißig", "einunddreißig"]
    found: dict[str, Sense | tuple[Sense, ...]] = {
        name: Sense(Kind.NUMBER, number) for number, name in enumerate(names) if number
    }
    found |= {
        "zwo": Sense(Kind.NUMBER, 2),
        "fünfundvierzig": Sense(Kind.NUMBER, 45),
        "sechzig": Sense(Kind.NUMBER, 60),
    }
    stems = [*_ORDINALS, *(f"{unit}undzwanzigst" for unit in _ABOVE), "dreißigst", "einunddreißigst"]
    for number, stem in enumerate(stems, 1):
        found |= {stem + ending: Sense(Kind.ORDINAL, number) for ending in ("e", "en", "er", "em")}
    return found


def _compounds() -> Mapping[str, Sense | tuple[Sense, ...]]:
    """ "Donnerstagnachmittag", "Freitag früh", "übernächsten Montag", "von Dienstag an" and the like."""
    found: dict[str, Sense | tuple[Sense, ...]] = {}
    for number, name in enumerate(_NAMES, 1):
        day, days = (Kind.WEEKDAY, number), (Kind.WEEKDAYS, number)
        for word, part in _PARTS_OF_DAY.items():
            once = joined(day, (Kind.PART, part))
            found |= {
                f"{name}{word}": once,
                f"{name} {word}": once,
                f"{name}-{word}": once,
                f"{_SHORT[number - 1]} {word}": once,
            }
            if word not in {"früh", "morgen"}:
                found[f"{name}{word}s"] = joined(days, (Kind.PART, part))
        for word, part in (("frühen", "early"), ("späten", "late"), ("früher", "early"), ("später", "late")):
            found[f"{word} {name}nachmittag"] = joined(day, (Kind.PART, f"{part}_afternoon"))
            if part == "late":
                found[f"{word} {name}vormittag"] = joined(day, (Kind.PART, "late_morning"))
        found[f"frühen {name}morgen"] = joined(day, (Kind.PART, "early_morning"))
        found[f"früh am {name}"] = joined(day, (Kind.PART, "early_morning"))
        found[f"{name} ganz früh"] = joined(day, (Kind.PART, "early_morning"))
        found[f"{name}s früh"] = joined(days, (Kind.PART, "morning"))
        found[f"{name}s morgens"] = joined(days, (Kind.PART, "morning"))
        for ending in ("", "n", "r"):
            found[f"übernächste{ending} {name}"] = joined(day, (Kind.WEEK, 2))
        found[f"von {name} an"] = joined((Kind.FROM, "open"), day)
        found[f"noch {name}"] = joined((Kind.OR, None), day)
        found[f"noch am {name}"] = joined((Kind.OR, None), day)
    return found


def _spelled(entries: Mapping[str, Sense | tuple[Sense, ...]]) -> dict[str, Sense | tuple[Sense, ...]]:
    """Entries also with ae, oe and ue, as people without umlauts on their keyboard write."""
    plain = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
    return {phrase.translate(plain): meaning for phrase, meaning in entries.items()} | dict(entries)


GROUPS: tuple[Phrases, ...] = (
    HOLIDAYS["de"], SAYINGS["de"], CLAUSES["de"], DAYS, TIMES, CONNECTIONS, POLARITY, ZONES, FILLERS,
        _numbers(),
    _compounds(),
)  # fmt: skip
"""The vocabulary by theme, for looking over; a phrase stands in one of them only."""

LEXICON = Lexicon(
    code="de",
    phrases={word: meaning for group in GROUPS for word, meaning in _spelled(group).items()},
    not_typos=frozenset({
        "aben", "abends", "acht", "auftrag", "auge", "augen", "beitrag", "beute", "borgen", "dienst",
        "dienste", "dienstlich", "feiertag", "feiertage", "feiertags", "freie", "freier", "freitext",
        "geehrter", "gern", "gerne", "gestalten", "guten", "haben", "habend", "haute", "heutigen",
        "heutzutage", "jung", "junge", "jungen", "lauter", "leute", "mach", "machen", "macher", "macht",
        "marke", "minute", "mitarbeiter", "mitte", "mittel", "mittels", "mittlerweile", "monat", "montieren",
        "nachricht", "nachrichten", "nachts", "nackt", "nicht", "ordnen", "recht", "samt", "sonnig",
        "sonntagabend", "sorgen", "stunde", "vertrag", "vortrag", "weite", "wochen",
    }),
    beside_number=frozenset({"mo", "di", "mi", "do", "fr", "sa", "mar", "mon", "don"}),
)  # fmt: skip
