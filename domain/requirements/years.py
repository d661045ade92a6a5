"""Spans of experience in words and figures, in five languages."""

import re
from typing import NamedTuple

_WORDS = (
    "one|eine[mns]?|ein|une|uno?|una|uma?",
    "two|zwei|deux|dos|dois|duas",
    "three|drei|trois|tres|três",
    "four|vier|quatre|cuatro|quatro",
    "five|fünf|cinq|cinco",
    "six|sechs|seis",
    "seven|sieben|sept|siete|sete",
    "eight|acht|huit|ocho|oito",
    "nine|neun|neuf|nueve|nove",
    "ten|zehn|dix|diez|dez",
)
_VALUE = {word: n for n, words in enumerate(_WORDS, 1) for word in words.replace("[mns]?", "").split("|")}
_VALUE |= {"uno": 1, "un": 1, "um": 1, "uma": 1, "einem": 1, "einen": 1, "eines": 1}
NUMBER_WORDS = "|".join(_WORDS)
"""One to ten in words, as a part of a pattern."""
_NUMBER = rf"(?:\d{{1,2}}|{NUMBER_WORDS})"
_SPAN = re.compile(
    rf"(?<![\w.,])(?P<least>{_NUMBER})\s?(?:\(\d{{1,2}}\)\s?)?\+?\s?(?:(?:-|–|to|or|bis|oder|à|ou|a"
    rf"|o)\s?{_NUMBER}\s?)?\+?\s?"
    r"(?:or more |oder mehr |full )?(?P<unit>years?|yrs?\.?|jahre?n?|ans|années?|an|años?|anos?|months?"
    r"|monaten?|mois|meses|mês|mes)"
    r"['’]?(?!\w)(?! (?:old|alt|de edad|de idade|d['’]âge)\b)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"(?<!\w)(?:several|multiple|many|mehrere|einige) (?:years?|jahre)|mehrjährige\w*|(?<!\w)(?:plusieurs"
    r"|quelques) années"
    r"|(?<!\w)(?:varios|algunos) años|(?<!\w)(?:vários|alguns) anos",
    re.IGNORECASE,
)
_MONTHS = re.compile(r"mo", re.IGNORECASE)
_MONTHS_OTHER = ("mes", "mês", "meses")
MOST_YEARS = 25
"""More is the age of a company, not what somebody brings."""

SEVERAL_MONTHS = 24
"""“Several years” name no number; two is the least that they can mean."""


class Duration(NamedTuple):
    """A span of time named in a text."""

    months: int
    start: int
    end: int


def number_in(text: str) -> int:
    """The value of digits, or of one of NUMBER_WORDS."""
    return int(text) if text.isdecimal() else _VALUE[text.lower()]


def duration_in(text: str) -> Duration | None:
    """The first span of time of a line, in months; the smaller figure of a range."""
    for match in _SPAN.finditer(text):
        number = number_in(match["least"])
        unit = match["unit"].lower()
        in_months = _MONTHS.match(unit) is not None or unit in _MONTHS_OTHER
        months = number if in_months else 12 * number
        if 0 < months <= 12 * MOST_YEARS:
            return Duration(months, match.start(), match.end())
    vague = _SEVERAL.search(text)
    return Duration(SEVERAL_MONTHS, vague.start(), vague.end()) if vague else None
