"""Two columns that were read line by line, as one text: first the left one, then the right one."""

import re
from collections import Counter

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_FEWEST_LINES = 12
_SHARE = 0.4
_RIGHT_SHARE = 0.25
"""Of all letters: dates and places set at the right margin are less."""
_DATED_SHARE = 0.35
_LEAST_LEFT = 20
"""A column further left is an indentation."""


def unfold(text: str) -> str:
    """The text with its columns one after the other; unchanged when it has none. Unfolding twice is once.

    Two columns are told by their gutter: in two of five lines (and 12) a phrase starts at one and
    the same place behind two spaces or more, and those phrases are text, not dates set at the right margin.
    """
    if "  " not in text:
        return text
    lines = text.split("\n")
    starts = Counter(start for line in lines for start in {gap.end() for gap in _GAP.finditer(line)})
    filled = sum(1 for line in lines if line.strip())
    gutter, count = max(starts.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    if gutter < _LEAST_LEFT or count < max(_FEWEST_LINES, _SHARE * filled):
        return text
    right = [line[gutter:] for line in lines if _breaks_at(line, gutter)]
    dated = sum(1 for phrase in right if _YEAR.search(phrase))
    if sum(map(_letters, right)) < _RIGHT_SHARE * sum(map(_letters, lines)):
        return text
    if dated > _DATED_SHARE * len(right):
        return text
    left = [line[:gutter].rstrip() if _breaks_at(line, gutter) else line for line in lines]
    return "\n".join([*left, *right])


def _breaks_at(line: str, gutter: int) -> bool:
    """Whether the line has words on both sides, or on the right one alone."""
    return len(line) > gutter and line[gutter - 1] == " " and line[gutter] != " "


def _letters(text: str) -> int:
    return len(text) - text.count(" ")
