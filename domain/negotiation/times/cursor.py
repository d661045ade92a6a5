"""Looking at tokens by place. Reading beyond the end gives a sentence end."""

from collections.abc import Collection, Sequence

from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.tokens import END, Mark, Token

SMALL = frozenset(
    [
        "the",
        "of",
        "in",
        "on",
        "la",
        "le",
        "les",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "de",
        "el",
        "los",
        "las",
        "da",
        "do",
        "na",
        "no",
        "nos",
        "em",
        "du",
        "au",
        "an",
        "am",
        "im",
        "il",
        "l",
        "d",
        "y",
        "s",
        "this",
        "o",
        "a",
        "as",
        "um",
        "uma",
        "un",
        "une",
        "una",
        "also",
        "then",
        "maybe",
        "perhaps",
        "be",
        "is",
        "it",
        "will",
        "would",
    ]
)
"""Words that may stand inside a date or between a day and its time without a meaning of their own."""

_BESIDE = (
    Mark.NUMBER, Mark.TIME, Mark.DATE, Mark.DASH, Mark.SLASH, Mark.DOTTED, Mark.COLON, Mark.COMMA, Mark.DOT, Mark.STOP,
    Kind.WEEKDAY, Kind.WEEK, Kind.PART, Kind.PARTS, Kind.NOON, Kind.ANY_TIME, Kind.ORDINAL, Kind.ORDINAL_SUFFIX,
    Kind.NEXT, Kind.COMING, Kind.THIS, Kind.EVERY, Kind.AFTER, Kind.BEFORE, Kind.BETWEEN, Kind.FROM, Kind.UNTIL,
    Kind.TO, Kind.AT, Kind.AROUND, Kind.ONWARDS, Kind.OR, Kind.AND, Kind.CAN, Kind.CANNOT, Kind.NOT, Kind.EXCEPT,
    Kind.IF,
)  # fmt: skip
"""Neighbours that make a short name a day."""


class Cursor:
    """A row of tokens; every reader takes a place and gives back the place behind what it read."""

    def __init__(self, tokens: Sequence[Token], language: str) -> None:
        self.tokens = tokens
        self.language = language

    def at(self, place: int) -> Token:
        """The token at a place."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else END

    def kind(self, place: int) -> Kind | Mark:
        """Its kind."""
        return self.at(place).kind

    def has(self, place: int, *kinds: Kind | Mark) -> bool:
        """Whether it is of one of the kinds."""
        return self.at(place).kind in kinds

    def past_small(self, place: int, also: Collection[Kind | Mark] = ()) -> int:
        """The place behind small words (and tokens of `also`), at most four of them."""
        for _ in range(4):
            token = self.at(place)
            small = token.kind is Mark.WORD and token.text in SMALL
            if not small and token.kind not in also:
                break
            place += 1
        return place

    def is_ordinary(self, place: int) -> bool:
        """A short name that is also an ordinary word, and no neighbour makes it a day."""
        if not self.at(place).guarded:
            return False
        return not (self.has(place + 1, *_BESIDE) or self.has(place - 1, *_BESIDE))
