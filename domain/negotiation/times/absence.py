"""Marks that stand where a time would: "Tue | -", "Di 1.12.: —", "Wed x", an empty cell of a table."""

from collections.abc import Sequence
from dataclasses import replace

from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.tokens import END, Mark, Token

_NOTHING = frozenset({
    "x", "xx", "xxx", "off", "nil", "nein", "non", "nope", "ko", "zu", "weg", "nada", "zip", "nix", "rien", "none",
    "na",
})  # fmt: skip
"""Words that say "no" where they are all that stands in a row."""
_BORDERS = frozenset({Mark.CELL, Mark.COLON})
_ROW_ENDS = frozenset({Mark.STOP, Mark.BREAK, Mark.CELL})
_DAYS = frozenset(
    {Kind.WEEKDAY, Kind.MONTH, Mark.DATE, Mark.DOTTED, Mark.DOT, Kind.ORDINAL_SUFFIX, Mark.NUMBER}
)
_HOURS = frozenset({Mark.NUMBER, Mark.TIME, Kind.FROM, Kind.AFTER, Kind.BEFORE})
_LOOKED_BACK = 3


def with_absences(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with such marks read as a refusal of their day."""
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        token, before = tokens[place], found[-1] if found else END
        end = place + 1
        while token.kind is Mark.DASH and end < len(tokens) and tokens[end].kind is Mark.DASH:
            end += 1
        if _is_mark(token) and _is_alone(found, before, tokens, end):
            found.append(replace(token, kind=Kind.NOT, value=None, text="-"))
        else:
            found += tokens[place:end]
            if token.kind in _BORDERS and _is_empty(token, before, tokens, end):
                found.append(Token(Kind.NOT, token.start, token.end, text="-"))
        place = end
    return found


def _is_mark(token: Token) -> bool:
    return token.kind in {Mark.DASH, Mark.SLASH} or (token.kind is not Kind.NOT and token.text in _NOTHING)


def _is_alone(found: Sequence[Token], before: Token, tokens: Sequence[Token], end: int) -> bool:
    """Whether nothing else stands in the row behind its day."""
    following = tokens[end] if end < len(tokens) else END
    if not any(one.kind in _DAYS for one in found[-_LOOKED_BACK:]):
        return False
    if before.kind is Mark.DASH and following.kind in _ROW_ENDS and tokens[end - 1].kind is not Mark.DASH:
        return True  # "10/03 - NA"
    if before.kind is Kind.WEEKDAY and following.kind is Mark.COMMA and tokens[end - 1].text in _NOTHING:
        return True  # "Mon 9-11, Tue x, Wed 14-16"
    if before.kind in _BORDERS:
        return following.kind in _ROW_ENDS or following.kind is Mark.COMMA
    goes_on = end + 1 < len(tokens) and tokens[end + 1].kind in _HOURS
    return before.kind in _DAYS and following.kind in _ROW_ENDS and not goes_on


def _is_empty(token: Token, before: Token, tokens: Sequence[Token], end: int) -> bool:
    """ "Tue |" and "Tue:" with the next row behind it."""
    if before.kind is not Kind.WEEKDAY or end >= len(tokens) or tokens[end].kind not in _ROW_ENDS:
        return False
    if token.kind is Mark.CELL:
        return True
    row = tokens[end + 1 : end + 4]
    return bool(row) and row[0].kind is Kind.WEEKDAY and any(one.kind is Mark.COLON for one in row)
