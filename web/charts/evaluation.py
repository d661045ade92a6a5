"""Charts of an evaluation: figures with their intervals, calibration, the spread of scores, ranks of positives."""

import math
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from domain.evaluation.assessment import Assessment, JobResult
from domain.evaluation.calibration import Calibration
from domain.evaluation.intervals import Interval
from web.charts.draw import Axis, line, svg, tag, text

WIDTH = 720.0
_LEFT, _RIGHT = 150.0, 560.0
"""Where the axis of horizontal charts begins and ends; names stand before, figures behind."""
_TITLE_LENGTH = 24


def metric_bars(ours: Assessment, other: Assessment | None, names: Mapping[str, str]) -> Markup:
    """A bar per figure with its 95 % interval; a dashed line marks chance. `names` gives what is shown."""
    systems = [("ours", ours), *([("other", other)] if other else [])]
    floor = min(
        (one.low if one.low is not None else one.mean)
        for _, system in systems
        for one in system.figures.values()
        if one
    )
    axis = Axis(min(0.0, math.floor(floor * 5) / 5), 1.0, _LEFT, _RIGHT)
    thick, gap = 14.0, 16.0
    parts: list[Markup] = []
    top = 20.0
    for key, shown in names.items():
        height = thick * len(systems)
        parts.append(text(_LEFT - 10, top + height / 2 + 4, shown, "name"))
        for place, (kind, system) in enumerate(systems):
            parts.extend(_bar(axis, top + place * thick, thick - 3, kind, system.figures[key]))
        by_chance = ours.chance[key]
        if by_chance is not None:
            at = axis.at(by_chance)
            parts.append(line(at, top - 4, at, top + height + 1, "chance"))
        top += height + gap
    drawn = [*axis.ticks(8, top - 4, 0.2), *parts]
    return svg("bars", top + 16, "Figures with 95 % intervals", _said_of_figures(ours, names), drawn)


def calibration_plot(one: Calibration) -> Markup:
    """Share of positives over the score; the diagonal is a score that means what it says."""
    side, left, top = 320.0, 60.0, 12.0
    across = Axis(0, one.scale, left, left + side)
    down = Axis(0, 1, top + side, top)
    parts = [*across.ticks(top, top + side, one.scale / 5)]
    for step in range(6):
        at = down.at(step / 5)
        parts.append(line(left, at, left + side, at, "grid"))
        parts.append(text(left - 8, at + 4, f"{step * 20} %", "name"))
    base = down.at(one.base_rate)
    parts.append(line(left, top + side, left + side, top, "ideal"))
    parts.append(line(left, base, left + side, base, "chance"))
    most = max(found.count for found in one.bins)
    for found in one.bins:
        if found.mean_score is None or found.share is None:
            continue
        at = across.at(found.mean_score)
        low, high = down.at(found.share_low or 0.0), down.at(found.share_high or 0.0)
        parts.append(line(at, low, at, high, "whisker"))
        radius = 3 + 6 * math.sqrt(found.count / most)
        parts.append(tag("circle", cx=at, cy=down.at(found.share), r=radius, class_="ours"))
    parts.append(text(left + side / 2, top + side + 32, "score", "middle"))
    said = "; ".join(
        f"score {found.low:g} to {found.high:g}: {found.share:.0%} of {found.count}"
        for found in one.bins
        if found.share is not None
    )
    return svg("calibration", top + side + 40, "Share of positives by score", said, parts, width=400.0)


def distribution(one: Calibration) -> Markup:
    """Where the scores of positives and of the others lie, each group as shares of itself."""
    side, left, top, height = 640.0, 50.0, 12.0, 180.0
    positives = sum(found.positives for found in one.bins)
    others = sum(found.count for found in one.bins) - positives
    shares = [
        (found, found.positives / (positives or 1), (found.count - found.positives) / (others or 1))
        for found in one.bins
    ]
    most = max(max(ours, rest) for _, ours, rest in shares) or 1.0
    across = Axis(0, one.scale, left, left + side)
    parts = [*across.ticks(top, top + height, one.scale / 5)]
    for found, ours, rest in shares:
        start, width = across.at(found.low) + 4, (across.at(found.high) - across.at(found.low) - 10) / 2
        for kind, share, at in (("ours", ours, start), ("other", rest, start + width + 2)):
            tall = height * share / most
            parts.append(tag("rect", x=at, y=top + height - tall, width=width, height=tall, class_=kind))
    parts.append(text(left - 8, top + 10, f"{most:.0%}", "name"))
    said = "; ".join(
        f"{found.low:g} to {found.high:g}: {ours:.0%} of the positives, {rest:.0%} of the others"
        for found, ours, rest in shares
        if found.count
    )
    return svg("distribution", top + height + 20, "Scores of positives and of the others", said, parts)


def rank_strips(jobs: Sequence[JobResult], titles: Mapping[str, str]) -> Markup:
    """Per job a strip from rank 1 (left) to the last; a mark for each positive."""
    axis = Axis(0, 1, 210.0, 640.0)
    parts: list[Markup] = []
    top = 14.0
    for job in jobs:
        title = titles[job.job_id] or job.job_id
        cut = title if len(title) <= _TITLE_LENGTH else title[: _TITLE_LENGTH - 1] + "…"
        parts.append(text(200, top + 10, cut, "name"))
        parts.append(
            tag("rect", x=axis.start, y=top, width=axis.end - axis.start, height=13.0, class_="strip")
        )
        for place in job.places:
            at = axis.at((place - 1) / max(1, job.resumes - 1))
            parts.append(line(at, top, at, top + 13, "mark"))
        parts.append(text(650, top + 10, f"{len(job.places)} of {job.resumes}", ""))
        top += 19
    parts.append(text(axis.start, top + 10, "rank 1", ""))
    parts.append(text(axis.end, top + 10, "last rank", "name"))
    said = f"Ranks of the positives in {len(jobs)} jobs; the numbers stand in the table of jobs."
    return svg("ranks", top + 18, "Ranks of the positives", said, parts)


def _bar(axis: Axis, top: float, thick: float, kind: str, one: Interval | None) -> list[Markup]:
    if one is None:
        return [text(axis.end + 12, top + thick - 1, "not defined", "")]
    ends = sorted((axis.at(0.0), axis.at(one.mean)))
    parts = [tag("rect", x=ends[0], y=top, width=ends[1] - ends[0], height=thick, class_=kind)]
    figure = f"{one.mean:.3f}"
    if one.low is not None and one.high is not None:
        middle = top + thick / 2
        parts.append(line(axis.at(one.low) - 1, middle, axis.at(one.high) + 1, middle, "halo"))
        parts.append(line(axis.at(one.low), middle, axis.at(one.high), middle, "whisker"))
        figure += f" [{one.low:.3f}, {one.high:.3f}]"
    return [*parts, text(axis.end + 12, top + thick - 1, figure, "")]


def _said_of_figures(ours: Assessment, names: Mapping[str, str]) -> str:
    return "; ".join(f"{names[key]} {one.mean:.3f}" for key, one in ours.figures.items() if one)
