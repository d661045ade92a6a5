"""The care taken with text that strangers typed, before it stands between our own words."""

import unicodedata

# Direction overrides can make one text look like another; the marks that scripts really need are kept.
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: str) -> str:
    """Text on one line, without control characters and direction overrides."""
    kept = (" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text if c not in _OVERRIDES)
    return " ".join("".join(kept).split())


def clipped(text: str, most: int) -> str:
    """The text on one line, at most `most` characters of it; an ellipsis stands for what is left out."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
