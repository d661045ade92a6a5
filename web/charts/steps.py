"""A size that changes now and then, as a line of steps over time."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from web.charts.draw import NARROW, Axis, line, room, svg, tag, text
from web.charts.rows import nothing

TOP, BOTTOM, FOOT = 16.0, 130.0, 20.0
RIGHT = NARROW - 8.0


def steps(name: str, title: str, given: Sequence[tuple[datetime, int, str]]) -> Markup:
    """Instants in order, each with the size from then on and the instant in words."""
    if not given:
        return nothing(name, title)
    sizes = [size for _, size, _ in given]
    most, least = max(0, *sizes), min(0, *sizes)
    left = 8.0 + max(room(str(most)), room(str(least))) + 6
    first, last = given[0][0].timestamp(), given[-1][0].timestamp()
    across, down = Axis(first, last, left, RIGHT), Axis(least, max(most, least + 1), BOTTOM, TOP)
    points: list[tuple[float, float]] = []
    for at, size, _ in given:
        x = across.at(at.timestamp())
        if points:
            points.append((x, points[-1][1]))
        points.append((x, down.at(size)))
    points.append((RIGHT, points[-1][1]))
    drawn = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
    parts = [
        line(left, down.at(0), RIGHT, down.at(0), "axis"),
        line(left, down.at(most), RIGHT, down.at(most), "grid"),
        text(left - 6, down.at(0) + 4, "0", "name"),
        tag("polyline", points=drawn, class_="line"),
    ]
    if most > 0:
        parts.append(text(left - 6, down.at(most) + 4, str(most), "name"))
    begins, ends = given[0][2], given[-1][2]
    parts.append(text(left, BOTTOM + 15, begins, ""))
    if ends != begins and room(begins) + room(ends) + 12 <= RIGHT - left:
        parts.append(text(RIGHT, BOTTOM + 15, ends, "name"))
    said = f"From {sizes[0]} ({begins}) to {sizes[-1]} ({ends}); at most {most}."
    return svg(name, BOTTOM + FOOT, title, said, parts, width=NARROW)
