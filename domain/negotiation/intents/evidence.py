"""The words of a message that signal something."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the message that signal something."""

    words: str
    start: int
    end: int
    """Offsets into the message as it arrived, end exclusive."""
    at: tuple[int, int] = (0, 0)
    """The same place in the statement."""
