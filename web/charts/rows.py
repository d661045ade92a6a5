"""One row for each thing: a bar from nothing to its count, or a dot with its interval on a scale of shares.

The name stands above its bar and the figure at the end of the same line, so that no two texts can meet.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from web.charts.draw import FONT, LETTER, NARROW, Axis, line, rect, svg, tag, text

ROW, THICK, LEFT, RIGHT = 40.0, 14.0, 6.0, NARROW - 6.0
GAP = 2
"""Letters that stay free between a name and its figure."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, its length, and the figure as it is said."""

    name: str
    value: float
    said: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A share with its 95 % interval; `at` and `interval` are absent where there are too few cases."""

    name: str
    said: str
    at: float | None
    interval: tuple[float, float] | None


def bars(name: str, title: str, given: Sequence[Bar]) -> Markup:
    """A bar for each; the longest fills the width."""
    axis = Axis(0, max((bar.value for bar in given), default=0), LEFT, RIGHT)
    parts: list[Markup] = []
    for place, bar in enumerate(given):
        top = place * ROW
        parts.extend(_line_of_words(top, bar.name, bar.said))
        parts.append(rect(LEFT, top + 20, RIGHT - LEFT, THICK, "strip"))
        parts.append(rect(LEFT, top + 20, axis.at(bar.value) - LEFT, THICK, "ours"))
    return _whole(name, title, [(bar.name, bar.said) for bar in given], parts)


def dots(name: str, title: str, given: Sequence[Dot]) -> Markup:
    """A dot with a line for its interval on a scale from 0 to 1, for each."""
    axis = Axis(0, 1, LEFT, RIGHT)
    parts: list[Markup] = []
    for place, dot in enumerate(given):
        top = place * ROW
        middle = top + 20 + THICK / 2
        parts.extend(_line_of_words(top, dot.name, dot.said))
        parts.append(line(LEFT, middle, RIGHT, middle, "grid"))
        parts.extend(
            line(axis.at(tick / 4), middle - 3, axis.at(tick / 4), middle + 3, "grid") for tick in range(5)
        )
        if dot.interval is not None:
            low, high = dot.interval
            parts.append(line(axis.at(low), middle, axis.at(high), middle, "whisker"))
        if dot.at is not None:
            parts.append(tag("circle", cx=axis.at(dot.at), cy=middle, r=5.0, class_="ours"))
    bottom = len(given) * ROW
    if given:
        parts.append(text(LEFT, bottom + 10, "0 %", ""))
        parts.append(text((LEFT + RIGHT) / 2, bottom + 10, "50 %", "middle"))
        parts.append(text(RIGHT, bottom + 10, "100 %", "name"))
    return _whole(name, title, [(dot.name, dot.said) for dot in given], parts, foot=18)


def _line_of_words(top: float, name: str, said: str) -> list[Markup]:
    letters = int((RIGHT - LEFT) / (LETTER * FONT)) - len(said) - GAP
    shown = name if len(name) <= letters else f"{name[: max(0, letters - 1)]}…"
    return [text(LEFT, top + 14, shown, ""), text(RIGHT, top + 14, said, "name")]


def _whole(
    name: str, title: str, said: Sequence[tuple[str, str]], parts: list[Markup], foot: float = 0.0
) -> Markup:
    if not said:
        return nothing(name, title)
    words = "; ".join(f"{what}: {figure}" for what, figure in said)
    return svg(name, len(said) * ROW + foot, title, words, parts, width=NARROW)


def nothing(name: str, title: str) -> Markup:
    """What is drawn while there is nothing to draw."""
    words = "Nothing yet."
    parts = [
        rect(LEFT, 6, RIGHT - LEFT, ROW, "strip"),
        text(NARROW / 2, ROW / 2 + 10, words, "middle"),
    ]
    return svg(name, ROW + 12, title, words, parts, width=NARROW)
