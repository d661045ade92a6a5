"""Intervals and calibration."""

import pytest

from domain.evaluation.calibration import calibrate, scale_of
from domain.evaluation.intervals import mean_interval, paired_difference, wilson
from domain.evaluation.seeds import seeded


def test_the_interval_of_a_mean_covers_the_truth_about_nineteen_times_of_twenty() -> None:
    draw = seeded("coverage")
    covered = 0
    for _ in range(200):
        found = mean_interval([draw.gauss(0.5, 0.2) for _ in range(40)])
        assert found is not None
        assert found.low is not None
        assert found.high is not None
        covered += found.low <= 0.5 <= found.high
    assert 180 <= covered < 200


def test_the_same_values_give_the_same_interval_and_its_width_is_that_of_the_normal() -> None:
    values = [0.0, 1.0] * 50
    found = mean_interval(values)
    assert found == mean_interval(values)
    assert found is not None
    assert (found.mean, found.n) == (0.5, 100)
    assert found.low == pytest.approx(0.5 - 1.96 * 0.05, abs=0.02)
    assert found.high == pytest.approx(0.5 + 1.96 * 0.05, abs=0.02)


def test_jobs_without_a_figure_are_left_out_and_one_job_has_no_interval() -> None:
    one = mean_interval([None, 0.25, None])
    assert one is not None
    assert (one.mean, one.low, one.high, one.n) == (0.25, None, None, 1)
    assert not one.excludes_zero
    assert mean_interval([None]) is None


def test_a_small_steady_difference_shows_in_pairs_where_the_means_overlap() -> None:
    draw = seeded("pairs")
    first = [draw.random() for _ in range(30)]
    second = [value - 0.02 - draw.random() / 100 for value in first]
    a, b, gap = mean_interval(first), mean_interval(second), paired_difference(first, [*second[:-1], None])
    assert a is not None
    assert b is not None
    assert gap is not None
    assert (a.low or 0) < (b.high or 0)
    assert gap.n == 29
    assert gap.excludes_zero


def test_wilson_agrees_with_the_published_example() -> None:
    # Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=5e-5)


def test_calibration_error_by_hand() -> None:
    # Two at score 15 of whom one is positive, two at 85 and 95 both positive, one at 100 that is not.
    found = calibrate([(15, True), (15, False), (85, True), (95, True), (100, False)])
    assert found is not None
    bins = {one.low: one for one in found.bins if one.count}
    assert {low: (one.count, one.positives) for low, one in bins.items()} == {
        10: (2, 1),
        80: (1, 1),
        90: (2, 1),
    }
    assert found.error == pytest.approx((2 * abs(0.5 - 0.15) + abs(1 - 0.85) + 2 * abs(0.5 - 0.975)) / 5)
    assert found.base_rate == pytest.approx(0.6)
    assert [one.share for one in found.bins if not one.count] == [None] * 7


def test_missing_scores_have_no_bin_and_the_scale_is_read_off_the_scores() -> None:
    assert calibrate([(float("-inf"), True)]) is None
    assert scale_of([0.2, 1.0, float("-inf")]) == 1.0
    assert scale_of([0.2, 70]) == 100.0
    assert scale_of([-0.2, 0.7]) is None
    assert scale_of([250]) is None
