"""The pure parts of the bench: percentiles, goals, the shape of the report. Nothing here measures time."""

import io
import json

import pytest
from rich.console import Console

from bench import report
from bench.figures import Figure, Goal, percentile, spread

MACHINE = {
    "cores": 2, "memory_gib": 8.0, "system": "Linux x86_64", "python": "3.11", "load": [0.1, 0.1, 0.1],
    "load_after": [1.0, 0.5, 0.2], "cores_used_by_others": 0.1,
}  # fmt: skip


def a_figure(value: float, goal: Goal, floor: float | None = 2.0) -> Figure:
    return Figure("f", "from here to there", "s", value, goal, floor, "less", detail={"all": spread([1.0])})


def test_a_percentile_is_the_smallest_value_that_covers_its_share() -> None:
    values = [float(n) for n in range(200, 0, -1)]
    assert [percentile(values, share) for share in (0.0, 0.5, 0.95, 0.99, 1.0)] == [1, 100, 190, 198, 200]
    assert percentile([7.0], 0.99) == 7.0


@pytest.mark.parametrize(("values", "share"), [([], 0.5), ([1.0], 1.1), ([1.0], -0.1)])
def test_a_percentile_of_nothing_is_refused(values: list[float], share: float) -> None:
    with pytest.raises(ValueError, match="percentile"):
        percentile(values, share)


@pytest.mark.parametrize(
    ("goal", "met", "missed"),
    [
        (Goal(1.0), 1.0, 1.001),
        (Goal(3000, at_least=True), 3000, 2999),
        (Goal(1.5, of_ratio=True), 3.0, 3.01),
    ],
)
def test_a_goal_is_met_up_to_its_limit(goal: Goal, met: float, missed: float) -> None:
    assert a_figure(met, goal).meets_goal
    assert not a_figure(missed, goal).meets_goal


def test_a_goal_of_the_ratio_is_missed_without_a_floor() -> None:
    figure = a_figure(0.1, Goal(1.5, of_ratio=True), floor=None)
    assert not figure.meets_goal
    assert figure.ratio is None


def test_the_report_for_programs_holds_each_figure_beside_its_floor_and_can_be_written_as_json() -> None:
    figures = [a_figure(1.0, Goal(1.0))]
    said = json.loads(json.dumps(report.as_object(figures, MACHINE, 12.34)))
    assert said["meets_goals"] is True
    assert said["seconds"] == 12.3
    assert said["machine"]["cores"] == 2
    figure = said["figures"]["f"]
    assert (figure["value"], figure["floor"], figure["ratio"]) == (1.0, 2.0, 0.5)
    assert (figure["unit"], figure["goal"], figure["meets_goal"]) == ("s", "≤ 1 s", True)
    assert figure["detail"]["all"] == {"count": 1, "p50": 1.0, "p95": 1.0, "p99": 1.0, "longest": 1.0}


def test_one_missed_goal_shows_in_the_whole_report_and_in_the_table() -> None:
    figures = [a_figure(1.0, Goal(1.0)), a_figure(9.0, Goal(1.0))]
    assert report.as_object(figures, MACHINE, 1.0)["meets_goals"] is False
    console = Console(width=160, file=io.StringIO())
    with console.capture() as capture:
        console.print(report.as_table(figures, MACHINE, 1.0))
    shown = capture.get()
    assert "met" in shown
    assert "missed" in shown
    assert "from here to there. Floor: less." in shown
