"""Columns side by side: counts in bins or periods. Two kinds stand on each other, one filled and one hollow."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from web.charts.draw import NARROW, Axis, line, rect, room, svg, text
from web.charts.rows import nothing

TOP, BOTTOM, FOOT = 24.0, 150.0, 20.0
LEFT, RIGHT = 8.0, NARROW - 8.0
WIDEST = 46.0
BETWEEN = 6.0
"""Least room between two texts of the same line."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the filled part, and the hollow part on top of it."""

    name: str
    filled: int
    hollow: int = 0

    @property
    def total(self) -> int:
        """Both parts."""
        return self.filled + self.hollow


def columns(name: str, title: str, given: Sequence[Column]) -> Markup:
    """A column for each, with its count above it and its name below, where there is room."""
    if not given:
        return nothing(name, title)
    axis = Axis(0, max(column.total for column in given), BOTTOM, TOP)
    step = (RIGHT - LEFT) / len(given)
    thick = min(WIDEST, step * 0.8)
    parts = [line(LEFT, BOTTOM, RIGHT, BOTTOM, "axis")]
    free_above = free_below = -BETWEEN
    for place, column in enumerate(given):
        middle = LEFT + (place + 0.5) * step
        filled, whole = axis.at(column.filled), axis.at(column.total)
        parts.append(rect(middle - thick / 2, filled, thick, BOTTOM - filled, "ours"))
        if column.hollow:
            parts.append(rect(middle - thick / 2, whole, thick, filled - whole, "hollow"))
        if column.total:
            free_above = _say(parts, middle, whole - 5, str(column.total), free_above)
        free_below = _say(parts, middle, BOTTOM + 15, column.name, free_below)
    said = "; ".join(f"{column.name}: {column.total}" for column in given if column.total) or "nothing yet"
    return svg(name, BOTTOM + FOOT, title, said, parts, width=NARROW)


def _say(parts: list[Markup], middle: float, y: float, content: str, free_from: float) -> float:
    """Write a text if it meets no earlier one and no edge. Returns from where on there is room for the next."""
    half = room(content) / 2
    if half * 2 > NARROW:
        return free_from
    middle = min(max(middle, half), NARROW - half)
    if middle - half < free_from + BETWEEN:
        return free_from
    parts.append(text(middle, y, content, "middle"))
    return middle + half
