"""A text as it is read: columns one after the other, and nothing left of how it was set."""

from domain.layout.columns import unfold
from domain.layout.marks import without_bullets, without_invisible

MOST_READ = 400_000
"""Characters that are read, twice as many as masking keeps; one may become eighteen in composed form."""


def plain(text: str) -> str:
    """The words of a text in reading order. The plain form of a plain text of at most MOST_READ is itself."""
    return without_bullets(unfold(without_invisible(text[:MOST_READ])))


__all__ = ["MOST_READ", "plain", "unfold", "without_bullets", "without_invisible"]
