"""One dimension of several candidates: a dot for the mean of the cards, a line from the lowest to the highest."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from web.charts.draw import FONT, LETTER, NARROW, Axis, line, svg, tag, text
from web.charts.rows import nothing

ROW, LEFT, RIGHT = 40.0, 10.0, NARROW - 10.0
LOWEST, HIGHEST = 1, 10
GAP = 2
"""Letters that stay free between a name and its figure."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A candidate in one dimension."""

    name: str
    mean: float
    lowest: int
    highest: int

    @property
    def said(self) -> str:
        """The figure in words."""
        if self.lowest == self.highest:
            return f"{self.mean:g}"
        return f"{self.mean:g} ({self.lowest} to {self.highest})"


def ratings(name: str, title: str, given: Sequence[Rated]) -> Markup:
    """A row for each, on a scale from 1 to 10, in the order given."""
    if not given:
        return nothing(name, title)
    axis = Axis(LOWEST, HIGHEST, LEFT, RIGHT)
    parts: list[Markup] = []
    for place, one in enumerate(given):
        top = place * ROW
        middle = top + 27
        letters = int((RIGHT - LEFT) / (LETTER * FONT)) - len(one.said) - GAP
        shown = one.name if len(one.name) <= letters else f"{one.name[: max(0, letters - 1)]}…"
        parts.extend((text(LEFT, top + 14, shown, ""), text(RIGHT, top + 14, one.said, "name")))
        parts.append(line(LEFT, middle, RIGHT, middle, "grid"))
        parts.append(line(axis.at(one.lowest), middle, axis.at(one.highest), middle, "whisker"))
        parts.append(tag("circle", cx=axis.at(one.mean), cy=middle, r=5.0, class_="ours"))
    bottom = len(given) * ROW
    parts.extend(axis.ticks(bottom, bottom + 4, 3))
    words = "; ".join(f"{one.name}: {one.said}" for one in given)
    return svg(name, bottom + 20, title, words, parts, width=NARROW)
