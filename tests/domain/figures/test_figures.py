"""The rules behind the charts, for any counts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.figures import (
    BY_HAND,
    MINUTES,
    Share,
    Step,
    bench_line,
    minutes_of,
    period_width,
    spread,
    steps_without_a_person,
    time_saved,
)
from domain.figures.over_time import MOST_POINTS
from domain.figures.spread import MOST_BINS
from domain.vocabulary import Trigger

counts = st.dictionaries(st.integers(0, 4000), st.integers(0, 50), max_size=30)
instants = st.integers(0, 2 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
tallies = st.lists(
    st.tuples(
        st.sampled_from([*Step, *BY_HAND, "invitation_accepted", "step_held"]),
        st.sampled_from(list(Trigger)),
        st.integers(1, 1000),
    )
)


@given(counts)
def test_bins_hold_every_case_once_and_leave_no_gap(by_day: dict[int, int]) -> None:
    found = spread(by_day, (1.0, 2.0, 3.0))
    assert sum(one.count for one in found.bins) == found.count == sum(by_day.values())
    assert len(found.bins) <= MOST_BINS
    assert all(one.high == after.low for one, after in zip(found.bins, found.bins[1:], strict=False))


def test_without_any_case_there_is_no_quartile_and_no_bin() -> None:
    assert spread({}, None).bins == ()
    assert spread({}, None).median is None


@given(instants, instants)
def test_a_span_is_cut_into_few_periods(one: datetime, other: datetime) -> None:
    first, last = sorted((one, other))
    width = period_width(first, last)
    assert (last - first) // width + 1 <= MOST_POINTS
    assert width >= timedelta(hours=1)


@given(st.lists(st.tuples(instants, st.integers(-5, 5))))
def test_the_bench_is_the_sum_of_what_came_and_went(changes: list[tuple[datetime, int]]) -> None:
    line = bench_line(changes)
    assert [point.at for point in line] == [at for at, _ in changes]
    assert (line[-1].value if line else 0) == sum(change for _, change in changes)


@given(tallies)
def test_saved_time_is_the_sum_of_its_lines_and_leaves_out_what_people_did(
    tally: list[tuple[str, Trigger, int]],
) -> None:
    found = time_saved(tally)
    assert found.hours * 60 == pytest.approx(sum(line.count * MINUTES[line.step] for line in found.lines))
    automatic = sum(
        n for action, trigger, n in tally if action in set(Step) and trigger is not Trigger.MANUAL
    )
    assert sum(line.count for line in found.lines) == automatic


@given(tallies)
def test_the_share_without_a_person_leaves_out_scores_and_what_candidates_do(
    tally: list[tuple[str, Trigger, int]],
) -> None:
    found = steps_without_a_person(tally)
    assert 0 <= found.hits <= found.of
    others = [("application_scored", Trigger.AUTO, 1000), ("invitation_accepted", Trigger.MANUAL, 1000)]
    assert steps_without_a_person([*tally, *others]) == found


@given(st.integers(0, 200).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_small_numbers_have_no_percentage(counted: tuple[int, int]) -> None:
    share = Share(*counted)
    if share.of < 5:
        assert share.rate is None
        assert share.interval is None
        assert "%" not in share.said
    else:
        assert share.rate is not None
        assert share.interval is not None
        assert 0 <= share.interval[0] <= share.rate <= share.interval[1] <= 1
        assert "%" in share.said


def test_an_installation_sets_its_own_minutes_and_keeps_the_others() -> None:
    found = minutes_of({"interview_booked": 45})
    assert found[Step.INTERVIEW_BOOKED] == 45
    assert found[Step.PROMOTED] == MINUTES[Step.PROMOTED]


@pytest.mark.parametrize("given", [{"no_such_step": 1.0}, {"promoted": -1.0}, {"promoted": float("nan")}])
def test_minutes_that_do_not_fit_are_refused(given: dict[str, float]) -> None:
    with pytest.raises(InvalidInputError, match=r"Minutes|no step"):
        minutes_of(given)
