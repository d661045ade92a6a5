"""Figures that people name for what they did: a number with its unit, in digits or words of five languages."""

import re
from typing import NamedTuple

_WORDS = (
    "two|zwei|deux|dos|dois|duas",
    "three|drei|trois|tres|três",
    "four|vier|quatre|cuatro|quatro",
    "five|fünf|cinq|cinco",
    "six|sechs|seis",
    "seven|sieben|sept|siete|sete",
    "eight|acht|huit|ocho|oito",
    "nine|neun|neuf|nueve|nove",
    "ten|zehn|dix|diez|dez",
    "eleven|elf|onze|once",
    "twelve|zwölf|douze|doce|doze",
    "twenty|zwanzig|vingt|veinte|vinte",
    "thirty|dreißig|trente|treinta|trinta",
    "forty|vierzig|quarante|cuarenta|quarenta",
    "fifty|fünfzig|cinquante|cincuenta|cinquenta",
    "a hundred|hundred|hundert|cent|cien|cem",
    "a thousand|thousand|tausend|mille|mil",
)
_VALUES = (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20, 30, 40, 50, 100, 1000)
NUMBER_WORDS = {
    word: value for words, value in zip(_WORDS, _VALUES, strict=True) for word in words.split("|")
}
"""Number words of five languages; "one" is left out, it is an article in four of them."""

_UNITS = (
    r"%|percent|per cent|prozent|pour ?cent|por ?ciento|por ?cento"
    r"|ms|milliseconds?|seconds?|minutes?|hours?|days?|weeks?|sekunden?|minuten?|stunden?|tagen?|wochen?"
    r"|secondes?|heures?|jours?|semaines?|segundos?|minutos?|horas?|d[ií]as?|semanas?"
    r"|users?|customers?|clients?|requests?|tickets?|orders?|servers?|services?|stores?|shops?|patients?|students?"
    r"|people|engineers?|developers?|nutzer\w*|kunden|anfragen|personen|leuten?|server[n]?"
    r"|utilisateurs?|personnes?|usuarios?|usuários?|clientes?|personas?|pessoas?"
    r"|euros?|dollars?|dólares|pounds?|k|million(?:s|en)?|mio|millones|milhões|x|times|mal|fois|veces|vezes|gb|tb"
)
_NUMBER = rf"\d[\d.,]*\d|\d|{'|'.join(NUMBER_WORDS)}"
_FIGURE = re.compile(
    rf"(?<![\w.,])(?:(?P<money>[€$£]\s?\d[\d.,]*(?:\s?(?:k|m|million))?)|(?P<number>{_NUMBER})"
    rf"\s?(?P<unit>{_UNITS}))(?!\w)",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)\d\d")


class Figure(NamedTuple):
    """A number with its unit; `key` is the same however it is written."""

    key: str
    start: int
    end: int


def figures_in(text: str) -> list[Figure]:
    """Every figure of a text, in its order. Years and bare numbers are none."""
    return [
        Figure(_key(match), match.start(), match.end())
        for match in _FIGURE.finditer(text)
        if not _YEARS.fullmatch(match["number"] or "")
    ]


def _key(match: re.Match[str]) -> str:
    if match["money"]:
        return re.sub(r"[\s.,]", "", match["money"].lower())
    number = match["number"].lower()
    return f"{NUMBER_WORDS.get(number) or re.sub(r'[.,]', '', number)} {match['unit'].lower()}"
