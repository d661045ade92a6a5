"""Looking at tokens by place. Reading beyond the end gives a sentence end."""

from collections.abc import Collection, Sequence

from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.tokens import END, Mark, Token

SMALL = frozenset(
    "the of in on la le les der die das den dem des de el los las da do na no nos em du au an am im il l d y s this "
    "o a as um uma un une una also then maybe perhaps be is it will would".split()
)
"""Words that may stand inside a date or between a day and its time without a meaning of their own."""


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
