"""Whether other words state the same times as a candidate's own: nothing added, nothing left out, none turned round.

A comparison of words, not of meanings: it refuses too much rather than too little.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.negotiation.times.folding import fold
from domain.negotiation.times.lexicon import matcher
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.lexing import lex
from domain.negotiation.times.tokens import Mark, Token

Atom = tuple[str, object]
"""One piece of a time, for example ("weekday", 2) or ("number", 15)."""

_SAME: dict[Kind | Mark, str] = {
    Kind.WEEKDAYS: Kind.WEEKDAY.value,
    Kind.PARTS: Kind.PART.value,
    Kind.NUMBER: "number",
    Kind.ORDINAL: "number",
    Mark.NUMBER: "number",
}
"""Kinds that state the same thing as another kind."""
_PLAIN = frozenset(
    {
        Kind.WEEKDAY, Kind.WEEKDAYS, Kind.MONTH, Kind.RELATIVE_DAY, Kind.WEEK, Kind.WEEKEND, Kind.PART, Kind.PARTS,
        Kind.NUMBER, Kind.ORDINAL, Mark.NUMBER, Kind.NOON, Kind.MIDNIGHT, Kind.AM, Kind.PM, Kind.ZONE, Mark.OFFSET,
        Kind.BUSINESS_DAYS, Kind.WEEK_LATER, Kind.FOLLOWING_DAY, Kind.FOLLOWING_WEEK, Kind.HALF_PAST, Kind.HALF_TO,
        Kind.QUARTER, Kind.THREE_QUARTERS, Kind.PLUS_MINUTES, Kind.MINUS_MINUTES, Kind.YOUR_TIME, Kind.MY_TIME,
    }
)  # fmt: skip
"""Words of days and clock times: they have to be the same on both sides."""
_WIDE = frozenset(
    {
        Kind.ANY_DAY, Kind.ANY_TIME, Kind.FLEXIBLE, Kind.EVERY, Kind.OTHERWISE, Kind.NEXT, Kind.THIS, Kind.COMING,
        Kind.NEXT_N, Kind.PART_OF_WEEK, Kind.WEEK_OF, Kind.WEEK_NUMBER, Kind.FULL_WEEK, Kind.FROM_TODAY, Kind.UNIT,
        Kind.AROUND, Kind.ISH, Kind.DURATION, Kind.SAME_DAYS, Kind.SAME_TIME, Kind.AFTER_THAT, Kind.BEFORE_THAT,
    }
)  # fmt: skip
"""Words that are also ordinary ones: they may be left out, but not added."""
_REFUSALS = frozenset({Kind.NOT, Kind.CANNOT, Kind.EXCEPT, Kind.AWAY, Kind.INSTEAD_OF})
_BOUND_BEFORE = {
    Kind.AFTER: "later", Kind.NOT_BEFORE: "later", Kind.BACK: "later", Kind.FROM: "later",
    Kind.BEFORE: "earlier", Kind.NOT_AFTER: "earlier", Kind.UNTIL: "earlier",
}  # fmt: skip
"""Words in front of a time that leave it open on one side."""
_BOUND_BEHIND = {
    Kind.ONWARDS: "later", Kind.AT_EARLIEST: "later", Kind.OR_EARLIER: "earlier", Kind.AT_LATEST: "earlier",
}  # fmt: skip
_REACH = 3
"""Tokens from such a word to its time ("after about 3", "bis zum 13.")."""
_LARGEST = 59
"""Greater numbers are neither days nor hours nor minutes."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What the words of one text state about time, without their order."""

    plain: frozenset[Atom]
    wide: frozenset[Atom]
    refuses: bool
    bounds: frozenset[str]
    """`later`, `earlier`: into which direction its times are open."""


def stated(text: str, language: str) -> Stated:
    """The time words that the lexicon of a language finds in a text."""
    tokens = lex(fold(text), text, matcher(language))
    return Stated(
        frozenset(atom for token in tokens for atom in _plain(token)),
        frozenset((str(token.kind), token.value) for token in tokens if token.kind in _WIDE),
        any(token.kind in _REFUSALS for token in tokens),
        frozenset(_bounds(tokens)),
    )


def _bounds(tokens: Sequence[Token]) -> Iterator[str]:
    """The open sides of times. The same words elsewhere ("on", "since my last job") say nothing."""
    for place, token in enumerate(tokens):
        if token.kind in _BOUND_BEHIND and place and _plain(tokens[place - 1]):
            yield _BOUND_BEHIND[Kind(token.kind)]
        is_weak = token.kind is Kind.FROM and token.value != "open"
        if token.kind in _BOUND_BEFORE and not is_weak and any(map(_plain, tokens[place + 1 :][:_REACH])):
            yield _BOUND_BEFORE[Kind(token.kind)]


def supports(own: Stated, other: Stated) -> bool:
    """Whether `other` states no time that `own` does not state, and drops no limit of it."""
    return (
        own.plain == other.plain
        and other.wide <= own.wide
        and own.refuses == other.refuses
        and own.bounds == other.bounds
    )


def _plain(token: Token) -> list[Atom]:
    if token.kind in {Mark.TIME, Mark.DATE, Mark.DOTTED}:
        return [("number", part) for part in token.parts if 0 < part <= _LARGEST]
    if token.kind is Mark.ZONE:
        return [(Kind.ZONE.value, token.text)]
    if token.kind not in _PLAIN:
        return []
    name = _SAME.get(token.kind, str(token.kind))
    if name == "number" and not (isinstance(token.value, int) and token.value <= _LARGEST):
        return []
    return [(name, token.value)]
