"""Word lists, written as text."""


def words(text: str) -> frozenset[str]:
    """The words of the text."""
    return frozenset(text.split())
