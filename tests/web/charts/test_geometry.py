"""Charts for any data: nothing leaves the picture, no two texts meet, nothing is drawn by style or script."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from web.charts.columns import Column, columns
from web.charts.draw import FONT, room
from web.charts.rows import Bar, Dot, bars, dots
from web.charts.steps import steps

OVERLAP = 1.0
"""Most that two texts may overlap, in units, by the estimate of `room`: none that an eye sees."""
EDGE = 0.51
"""Rounding at the edge of the picture."""

names = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=60)
sayings = st.integers(0, 10**7).map(lambda n: f"{n:,} of {n:,} (100 %)")
shares = st.floats(0, 1)
sizes = st.integers(0, 10**6)
instants = st.integers(0, 2 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))

Box = tuple[float, float, float, float]


def texts(chart: ET.Element) -> Iterator[tuple[str, Box]]:
    """Each text with the box it takes at most: left, top, right, bottom."""
    for one in chart.iter("text"):
        content, x, y = one.text or "", float(one.get("x", "0")), float(one.get("y", "0"))
        wide = room(content)
        left = {"name": x - wide, "middle": x - wide / 2}.get(one.get("class", ""), x)
        yield content, (left, y - FONT * 0.8, left + wide, y + FONT * 0.25)


def boxes(chart: ET.Element) -> Iterator[Box]:
    """Each drawn thing that is not a text."""
    for one in chart.iter("rect"):
        x, y, w, h = (float(one.get(key, "nan")) for key in ("x", "y", "width", "height"))
        yield x, y, x + w, y + h
    for one in chart.iter("line"):
        x1, y1, x2, y2 = (float(one.get(key, "nan")) for key in ("x1", "y1", "x2", "y2"))
        yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
    for one in chart.iter("circle"):
        x, y, r = (float(one.get(key, "nan")) for key in ("cx", "cy", "r"))
        yield x - r, y - r, x + r, y + r
    for one in chart.iter("polyline"):
        points = [tuple(map(float, pair.split(","))) for pair in one.get("points", "").split()]
        yield (
            min(x for x, _ in points), min(y for _, y in points),
            max(x for x, _ in points), max(y for _, y in points),
        )  # fmt: skip


def check(drawn: Markup) -> ET.Element:
    """The picture as a tree, once everything about it holds."""
    chart = ET.fromstring(drawn)
    _, _, width, height = map(float, chart.get("viewBox", "").split())
    inside = [*boxes(chart), *(box for _, box in texts(chart))]
    for left, top, right, bottom in inside:
        assert -EDGE <= left <= right <= width + EDGE, (left, right)
        assert -EDGE <= top <= bottom <= height + EDGE, (top, bottom)
    for (one, a), (other, b) in combinations(texts(chart), 2):
        across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        assert min(across, down) <= OVERLAP, (one, other)
    assert not re.search(r"<(script|style|foreignObject|image|a)\b|\s(style|on\w+|href)=", drawn)
    assert (chart.findtext("title") or "").strip()
    assert (chart.findtext("desc") or "").strip()
    return chart


@given(st.lists(st.builds(Bar, names, sizes.map(float), sayings), max_size=15))
def test_bars_stay_inside_and_apart(given: list[Bar]) -> None:
    chart = check(bars("b", "A title", given))
    lengths = [float(one.get("width", "0")) for one in chart.iter("rect") if one.get("class") == "ours"]
    assert len(lengths) == len(given)
    order = sorted(range(len(given)), key=lambda place: given[place].value)
    drawn = [lengths[place] for place in order]
    assert drawn == sorted(drawn)


@given(
    st.lists(
        st.builds(
            Dot, names, sayings, st.none() | shares,
            st.none() | st.tuples(shares, shares).map(lambda ends: (min(ends), max(ends))),
        ),
        max_size=8,
    )
)  # fmt: skip
def test_dots_stay_inside_and_apart(given: list[Dot]) -> None:
    chart = check(dots("d", "A title", given))
    assert len(list(chart.iter("circle"))) == sum(dot.at is not None for dot in given)


@given(st.lists(st.builds(Column, names, sizes, sizes), max_size=60))
def test_columns_stay_inside_and_apart(given: list[Column]) -> None:
    chart = check(columns("c", "A title", given))
    if given:
        assert sum(one.get("class") == "ours" for one in chart.iter("rect")) == len(given)


@given(st.lists(st.tuples(instants, st.integers(0, 10**6)), max_size=60).map(sorted))
def test_a_line_of_steps_stays_inside_and_apart(given: list[tuple[datetime, int]]) -> None:
    check(steps("s", "A title", [(at, size, f"{at:%Y-%m-%d}") for at, size in given]))


@pytest.mark.parametrize(
    "drawn",
    [bars("n", "T", []), dots("n", "T", []), columns("n", "T", []), steps("n", "T", [])],
    ids=["bars", "dots", "columns", "steps"],
)
def test_without_data_the_picture_says_so(drawn: Markup) -> None:
    assert [content for content, _ in texts(check(drawn))] == ["Nothing yet."]


@pytest.mark.parametrize(
    "drawn",
    [
        bars("o", "T", [Bar("Only", 7, "7")]),
        dots("o", "T", [Dot("Only", "3 of 4", None, None)]),
        columns("o", "T", [Column("Only", 7)]),
        steps("o", "T", [(datetime(2026, 3, 2, tzinfo=UTC), 7, "2026-03-02")]),
    ],
    ids=["bars", "dots", "columns", "steps"],
)
def test_a_single_value_is_drawn_with_its_words(drawn: Markup) -> None:
    said = {content for content, _ in texts(check(drawn))}
    assert said & {"Only", "2026-03-02"}
    assert said & {"7", "3 of 4"}


def test_hostile_names_are_only_text() -> None:
    drawn = bars("h", "<script>", [Bar('"><script>alert(1)</script>', 1, "1")])
    assert "<script" not in drawn
    check(drawn)
