"""What the lexer makes of a text: tokens with places. Meanings come from the lexicon, marks and numbers from here."""

from dataclasses import dataclass
from enum import StrEnum

from domain.negotiation.times.lexicon.schema import Kind, Value


class Mark(StrEnum):
    """Tokens that are the same in every language."""

    NUMBER = "digits"
    """A whole number; `text` keeps its digits ("09")."""
    TIME = "time"
    """10:30, 10h30, 14h: `clock` holds hour and minute."""
    DATE = "date"
    """12/02, 18.06., 2026-02-18: `parts` holds what was written, in its order."""
    DOTTED = "dotted"
    """10.30 or 12.02: a clock time or a date; `parts` holds both numbers."""
    DASH = "dash"
    SLASH = "slash"
    CELL = "cell"
    """The border of a table's column."""
    COMMA = "comma"
    COLON = "colon"
    DOT = "dot"
    STOP = "stop"
    """Ends a sentence: . ; ! ? or a new item of a list."""
    BREAK = "break"
    """A line end inside a sentence, or a bracket."""
    OFFSET = "offset"
    """UTC+2, GMT-3:30: `value` is minutes east."""
    ZONE = "zone"
    """An abbreviation or place that names a zone: `text` is IANA."""
    WORD = "word"
    """A word without a meaning here."""


@dataclass(frozen=True, slots=True)
class Token:
    """One token; offsets into the folded text, end exclusive."""

    kind: Kind | Mark
    start: int
    end: int
    value: Value = None
    text: str = ""
    parts: tuple[int, ...] = ()
    glued: bool = False
    """No space stands before it."""
    guarded: bool = False
    """The word is also an ordinary one (Lexicon.beside_number)."""
    mistyped: bool = False
    """Found with a correction."""


END = Token(Mark.STOP, -1, -1)
"""Stands behind the last token, so that looking ahead needs no check."""
