"""How options of a list are named: by number, ordinal, letter, or order in time."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from domain.negotiation.intents.books import BOOKS
from domain.negotiation.intents.expressions import expression

_NO_CLOCK = (
    r"(?!\s?(?::|\.\d|h\b|hrs?\b|uhr|am\b|pm\b|a\.m|p\.m|o'?clock|/\d|-\d|st\b|nd\b|rd\b|th\b|%|"
    r"min|hours?|heures?|horas?|stunden|days?|tage?|\d))"
)
"""Behind a number: it is no time, date or duration."""
_LINK = (
    r"(?:,|/|&|\+|\band\b|\bor\b|\bund\b|\boder\b|\bet\b|\bou\b|\by\b|\bo\b|\be\b|"
    r"\bund auch\b|\bas well as\b)+"
)


class Place(StrEnum):
    """How an option is named."""

    NUMBER = "number"
    """`number` counts from 1; -1 is the last."""
    EARLIER = "earlier"
    LATER = "later"
    EARLIEST = "earliest"
    LATEST = "latest"
    MIDDLE = "middle"
    HOUR = "hour"
    """`number` exceeds the list and may be an hour of the clock ("9 works")."""


@dataclass(frozen=True, slots=True)
class OptionPatterns:
    """How options are named in one language."""

    named: re.Pattern[str]
    ordinal: re.Pattern[str]
    alone: re.Pattern[str]
    bare: re.Pattern[str]
    more: re.Pattern[str]
    relative: tuple[tuple[Place, re.Pattern[str]], ...]


@cache
def option_patterns(language: str) -> OptionPatterns:
    """The patterns, built from the words of the language once."""
    book = BOOKS[language]
    words = "|".join(pattern for _, pattern in book.cardinals)
    ordinals = "|".join(pattern for _, pattern in book.ordinals)
    article = rf"(?:\b(?:{book.article})\s+)?"
    follows = rf"(?=\s+(?:{book.one})\b|\s*$|\s*[,.;:!?)(/&+-])"
    relative = tuple(
        (
            place,
            expression(
                rf"\b(?:{book.article})\s+(?:{pattern})\b{follows}",
                (
                    rf"(?<!\ba )(?<!\ban )(?<!any )(?<!some )(?<!other )\b(?:{pattern})\s+(?:ones?|"
                    rf"{book.option})\b"
                ),
            ),
        )
        for place, pattern in (
            (Place.EARLIEST, book.earliest),
            (Place.LATEST, book.latest),
            (Place.EARLIER, book.earlier),
            (Place.LATER, book.later),
            (Place.MIDDLE, book.middle),
        )
    )
    return OptionPatterns(
        named=expression(
            (
                rf"(?:\b(?:{book.option})(?=\d|(?<=\W)|\b)|#)\s?(?:nr\.?|no\.?|n[o°]\.?|number|numero|"
                rf"nummer|#|:)?\s?\(?(?:(?P<digit>[1-9]){_NO_CLOCK}|(?P<word>{words})\b|"
                rf"(?P<letter>[a-e])\b(?!'))\)?"
            ),
        ),
        ordinal=expression(
            rf"{article}\b(?P<ordinal>{ordinals})(?P<noun>\s+(?:{book.one})\b)?{follows}",
            rf"\b(?:{book.option})\s+(?P<after>{ordinals})\b",
        ),
        alone=re.compile(r"^\W*(?:(?P<digit>[1-9])|(?P<letter>[a-e]))\s?[).:!]*\W*$"),
        bare=re.compile(rf"(?<![\w.:/-])\(?(?P<digit>1[0-2]|[1-9])\b\)?{_NO_CLOCK}"),
        more=re.compile(rf"\s*{_LINK}\s*(?:#\s?)?(?P<digit>[1-9])\b{_NO_CLOCK}"),
        relative=relative,
    )
