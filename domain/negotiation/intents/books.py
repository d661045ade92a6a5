"""The cue books, compiled once, and how a cue is looked for."""

import re
from functools import cache

from domain.negotiation.intents import english, french, german, portuguese, spanish
from domain.negotiation.intents.cues import Cue, CueBook
from domain.negotiation.intents.expressions import expression

BOOKS: dict[str, CueBook] = {
    book.language: book for book in (english.BOOK, german.BOOK, french.BOOK, spanish.BOOK, portuguese.BOOK)
}


@cache
def cue(language: str, kind: Cue) -> re.Pattern[str]:
    """What finds `kind` in folded text of `language`."""
    return expression(*BOOKS[language].patterns.get(kind, ()))


@cache
def each(language: str, kind: Cue) -> tuple[re.Pattern[str], ...]:
    """The patterns of `kind`, one by one."""
    return tuple(map(expression, BOOKS[language].patterns.get(kind, ())))
