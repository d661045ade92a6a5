"""Cuts folded text into words, numbers and marks; the lexicons' phrases are cut the same way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PIECE = re.compile(r"(?<![^\W_])[ap]\. ?m\b\.?|[:;]-?[()](?!\w)|//+|\|\|+|[^\W\d_]+|\d+|\n|[^\s\w]|_")
"""A dotted a.m. or p.m., letters, digits, a line end, any other mark. One pass, no backtracking."""
_MERIDIEM = {"a": "am", "p": "pm"}


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text; offsets into the folded text."""

    text: str
    start: int
    end: int
    glued: bool
    """No space stands before it."""


def cut(folded: str) -> Iterator[Word]:
    """The pieces in order. A dotted "p. m." comes out as "pm"."""
    last = -1
    for match in _PIECE.finditer(folded):
        text = match.group()
        if text[1:2] == ".":
            text = _MERIDIEM[text[0]]
        yield Word(text, match.start(), match.end(), match.start() == last)
        last = match.end()
