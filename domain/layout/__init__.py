"""A text as it is read: columns one after the other, and nothing left of how it was set."""

from domain.layout.columns import unfold
from domain.layout.marks import without_bullets, without_invisible


def plain(text: str) -> str:
    """The words of a text in reading order. The plain form of a plain text is itself."""
    return without_bullets(unfold(without_invisible(text)))


__all__ = ["plain", "unfold", "without_bullets", "without_invisible"]
