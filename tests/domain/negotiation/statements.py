"""Statements about time, rendered in words of five languages, each with an independent test of what it allows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
DATES = {
    "en": "{weekday} {day} {month}",
    "de": "{weekday}, den {day}. {month}",
    "fr": "{weekday} {day} {month}",
    "es": "el {weekday} {day} de {month}",
    "pt": "{weekday}, {day} de {month}",
}
CLOCK = {"en": "{:02}:00", "de": "{} Uhr", "fr": "{}h", "es": "{}:00", "pt": "{}h"}
HOURS = {
    "between": {
        "en": "between {a} and {b}",
        "de": "zwischen {a} und {b}",
        "fr": "entre {a} et {b}",
        "es": "entre las {a} y las {b}",
        "pt": "entre as {a} e as {b}",
    },
    "range": {
        "en": "from {a} to {b}",
        "de": "von {a} bis {b}",
        "fr": "de {a} à {b}",
        "es": "de {a} a {b}",
        "pt": "das {a} às {b}",
    },
    "after": {
        "en": "after {a}",
        "de": "nach {a}",
        "fr": "après {a}",
        "es": "después de las {a}",
        "pt": "depois das {a}",
    },
    "before": {
        "en": "before {b}",
        "de": "vor {b}",
        "fr": "avant {b}",
        "es": "antes de las {b}",
        "pt": "antes das {b}",
    },
    "at": {"en": "at {a}", "de": "um {a}", "fr": "à {a}", "es": "a las {a}", "pt": "às {a}"},
}
OPENINGS = {
    "en": "I can meet on {what}.",
    "de": "Ich kann am {what}.",
    "fr": "Je peux {what}.",
    "es": "Puedo {what}.",
    "pt": "Posso na {what}.",
}
OR = {"en": " or on ", "de": " oder am ", "fr": " ou ", "es": " o ", "pt": " ou na "}
ANY_BUT = {
    "en": "Any day {hours}, but not on {day}.",
    "de": "Jeden Tag {hours}, aber nicht am {day}.",
    "fr": "Tous les jours {hours}, mais pas le {day}.",
    "es": "Cualquier día {hours}, pero el {day} no.",
    "pt": "Qualquer dia {hours}, mas não na {day}.",
}
DAWN, DUSK = 7, 22
"""A day without hours, and open ends, reach from 07:00 to 22:00."""
Allows = Callable[[datetime, datetime], bool]


@dataclass(frozen=True)
class Hours:
    """Clock times as said; `form` None: none were."""

    form: str | None
    a: int
    b: int

    def words(self, language: str) -> str:
        if self.form is None:
            return ""
        clock = CLOCK[language]
        return HOURS[self.form][language].format(a=clock.format(self.a), b=clock.format(self.b))

    def allow(self, start: datetime, end: datetime) -> bool:
        """Whether local wall-clock times lie inside."""
        if start.date() != end.date():
            return False
        if self.form == "at":
            return start.time() == time(self.a)
        since = self.a if self.form in {"between", "range", "after"} else DAWN
        until = self.b if self.form in {"between", "range", "before"} else DUSK
        return time(since) <= start.time() and end.time() <= time(until)


@dataclass(frozen=True)
class Dated:
    """One date, in full, with its hours."""

    day: date
    hours: Hours

    def words(self, language: str) -> str:
        said = DATES[language].format(
            weekday=DAYS[language].split()[self.day.weekday()],
            day=self.day.day,
            month=MONTHS[language].split()[self.day.month - 1],
        )
        return f"{said} {self.hours.words(language)}".strip()

    def allow(self, start: datetime, end: datetime) -> bool:
        return start.date() == self.day and self.hours.allow(start, end)


@dataclass(frozen=True)
class Dates:
    """One date or another."""

    choices: tuple[Dated, ...]

    def words(self, language: str) -> str:
        what = OR[language].join(choice.words(language) for choice in self.choices)
        return OPENINGS[language].format(what=what)

    def allow(self, start: datetime, end: datetime) -> bool:
        return any(choice.allow(start, end) for choice in self.choices)


@dataclass(frozen=True)
class AnyDayBut:
    """Every working day at these hours, without one weekday."""

    hours: Hours
    without: int
    """0 is Monday."""

    def words(self, language: str) -> str:
        day = DAYS[language].split()[self.without]
        return ANY_BUT[language].format(hours=self.hours.words(language), day=day).replace(" ,", ",")

    def allow(self, start: datetime, end: datetime) -> bool:
        return start.weekday() < 5 and start.weekday() != self.without and self.hours.allow(start, end)


Statement = Dates | AnyDayBut
