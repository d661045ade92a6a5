"""Timetables with one-letter days: "M 9-11, T none, W 2-5, Th 9-11". Read only where several stand in order."""

from collections.abc import Sequence
from dataclasses import replace

from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.tokens import Mark, Token

_LETTERS = {"m": 1, "t": 2, "tu": 2, "w": 3, "th": 4, "r": 4, "f": 5}
_LEAST = 3
"""Fewer letters may be anything: a size, a grade, an initial."""
_FOLLOWING = frozenset(
    {
        Mark.NUMBER,
        Mark.TIME,
        Mark.DASH,
        Mark.COLON,
        Kind.NOT,
        Kind.CANNOT,
        Kind.ANY_TIME,
        Kind.PART,
        Kind.AFTER,
        Kind.BEFORE,
        Kind.FROM,
        Kind.UNTIL,
        Kind.CAN,
    }
)


def with_letters(tokens: list[Token]) -> list[Token]:
    """The tokens with letters as weekdays, when at least three of them stand in the order of the week."""
    places = [place for place in range(len(tokens)) if _is_letter(tokens, place)]
    days = [_LETTERS[tokens[place].text] for place in places]
    if len(days) < _LEAST or sorted(set(days)) != days:
        return tokens
    found = list(tokens)
    for place, day in zip(places, days, strict=True):
        found[place] = replace(tokens[place], kind=Kind.WEEKDAY, value=day)
    return found


def _is_letter(tokens: Sequence[Token], place: int) -> bool:
    """A letter of its own with a time or a verdict behind it."""
    token = tokens[place]
    if (
        token.text not in _LETTERS
        or token.kind not in {Mark.WORD, Kind.ORDINAL_SUFFIX, Kind.WEEKDAY}
        or token.glued
    ):
        return False
    return place + 1 < len(tokens) and tokens[place + 1].kind in _FOLLOWING
