"""Drawing charts as inline SVG: no script, no colour that is not a class, every text escaped.

Lengths are SVG units; `static/charts.css` gives colours and scales charts to the width of the page.
"""

from collections.abc import Sequence

from markupsafe import Markup, escape

WIDTH = 720.0
NARROW = 360.0
"""Width of charts that must be read on a phone: about its pixels, so that texts keep their size."""
FONT = 12.0
"""Height of the texts."""
LETTER = 0.6
"""Widest mean width of a letter, as a share of the font's height: what room texts are given."""


def room(content: str) -> float:
    """How wide a text is at most, by estimate."""
    return len(content) * LETTER * FONT


class Axis:
    """A straight scale from values to lengths."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        """Values `low` to `high` lie at `start` to `end`; a scale without extent is widened by one."""
        self.low, self.high, self.start, self.end = low, high if high > low else low + 1, start, end

    def at(self, value: float) -> float:
        """Where a value lies; values beyond the ends lie at the ends."""
        within = min(self.high, max(self.low, value))
        return self.start + (within - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self, top: float, bottom: float, step: float) -> list[Markup]:
        """Upright lines with their values beneath."""
        found: list[Markup] = []
        for number in range(round((self.high - self.low) / step) + 1):
            value = self.low + number * step
            found.append(line(self.at(value), top, self.at(value), bottom, "grid"))
            found.append(text(self.at(value), bottom + 14, f"{value:.3g}", "middle"))
        return found


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A straight line of a class."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, class_=kind)


def rect(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    """A box of a class; never of negative extent."""
    return tag("rect", x=x, y=y, width=max(0.0, width), height=max(0.0, height), class_=kind)


def text(x: float, y: float, content: str, kind: str) -> Markup:
    """A text; classes `name` and `middle` anchor it at its end and middle instead of its start."""
    return tag("text", content, x=x, y=y, class_=kind)


def tag(name: str, content: str = "", /, **attributes: float | str) -> Markup:
    """One element; every value is escaped."""
    given = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_"), f"{value:.2f}" if isinstance(value, float) else value)
        for key, value in attributes.items()
    )
    return Markup("<{}{}>{}</{}>").format(name, given, content, name)


def svg(
    name: str,
    height: float,
    title: str,
    description: str,
    parts: Sequence[Markup],
    width: float = WIDTH,
) -> Markup:
    """A whole chart. `name` is unique on its page; `description` says in words what is drawn."""
    inside = Markup("\n").join(parts)
    return Markup(
        '<svg class="chart is-{name}" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="{name}-title {name}-desc">\n'
        '<title id="{name}-title">{title}</title><desc id="{name}-desc">{description}</desc>\n{inside}\n</svg>'
    ).format(
        name=name,
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        title=escape(title),
        description=escape(description),
        inside=inside,
    )
