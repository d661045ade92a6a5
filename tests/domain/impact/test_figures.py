"""Rates, ratios and confidence: against numbers computed by hand, and against a second, plain implementation."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.impact import (
    Column,
    Dimension,
    Figure,
    Line,
    RaceEthnicity,
    Report,
    Row,
    Sex,
    Table,
    build,
    tally,
)
from domain.impact.rows import median
from domain.impact.statistics import fisher, wilson
from domain.impact.vocabulary import STEPS, AgeBand, Withheld
from tests.domain.impact.people import crowds, some

WHITE, BLACK, ASIAN = RaceEthnicity.WHITE, RaceEthnicity.BLACK, RaceEthnicity.ASIAN


def table_of(report: Report, dimension: Dimension) -> Table:
    return next(table for table in report.tables if table.dimension is dimension)


def line_of(table: Table, *group: str) -> Line:
    return next(line for line in table.lines if line.group == group)


def figure_of(table: Table, column: Column, *group: str) -> Figure:
    figures = line_of(table, *group).figures
    assert figures is not None
    return figures[column]


BY_HAND = [
    *some(48, Column.SHORTLISTED, sex=Sex.MALE, race=WHITE),
    *some(32, Column.RANKED, sex=Sex.MALE, race=WHITE),
    *some(12, Column.SHORTLISTED, sex=Sex.FEMALE, race=BLACK),
    *some(28, Column.RANKED, sex=Sex.FEMALE, race=BLACK),
    *some(10, Column.RANKED),
]
"""29 CFR 1607, question 12: 80 men of whom 48 are selected, 40 women of whom 12 are; and 10 who did not say."""


def test_the_figures_of_the_guidelines_own_example() -> None:
    report = build(tally(BY_HAND))
    table = table_of(report, Dimension.SEX)
    men = figure_of(table, Column.SHORTLISTED, Sex.MALE)
    women = figure_of(table, Column.SHORTLISTED, Sex.FEMALE)
    # 48 of 80 is 60 %, 12 of 40 is 30 %, and 30 is half of 60.
    assert (men.reached, men.of, men.rate, men.ratio, men.is_below) == (48, 80, 0.6, 1.0, False)
    assert (women.reached, women.of, women.rate, women.ratio, women.is_below) == (12, 40, 0.3, 0.5, True)
    assert (report.applicants, table.rest, table.rest_is_unknown) == (130, 10, True)
    # All were ranked: 80 of 80, and everybody of a step counts for the one before it.
    assert figure_of(table, Column.RANKED, Sex.FEMALE).rate == 1.0
    assert women.component is not None
    assert (women.component.since, women.component.of, women.component.ratio) == (Column.RANKED, 40, 0.5)
    assert men.p_value is None
    assert women.p_value == pytest.approx(0.00341, abs=5e-6)
    assert not women.is_small_sample
    assert table.withheld[Column.INTERVIEWED] is Withheld.NOBODY
    crossed = table_of(report, Dimension.SEX_AND_RACE)
    assert figure_of(crossed, Column.SHORTLISTED, Sex.FEMALE, BLACK).ratio == 0.5
    assert line_of(crossed, Sex.FEMALE, WHITE).applicants == 0


def test_a_ratio_of_exactly_four_fifths_is_not_below_the_line() -> None:
    rows = some(50, Column.SHORTLISTED, sex=Sex.MALE) + some(50, Column.RANKED, sex=Sex.MALE)
    rows += some(40, Column.SHORTLISTED, sex=Sex.FEMALE) + some(60, Column.RANKED, sex=Sex.FEMALE)
    women = figure_of(table_of(build(tally(rows)), Dimension.SEX), Column.SHORTLISTED, Sex.FEMALE)
    assert (women.ratio, women.is_below) == (0.8, False)
    less = figure_of(
        table_of(build(tally([*rows, *some(1, Column.RANKED, sex=Sex.FEMALE)])), Dimension.SEX),
        Column.SHORTLISTED,
        Sex.FEMALE,
    )
    # One person more would lift 40 of 101 over the line: too little to conclude from.
    assert (less.is_below, less.is_small_sample) == (True, True)


def test_the_scored_step_counts_who_lies_strictly_above_the_median_of_all() -> None:
    rows = [row for score in (10, 20, 30, 30, 30) for row in some(4, sex=Sex.MALE, score=score)]
    rows += [row for score in (30, 40, 50) for row in some(4, sex=Sex.FEMALE, score=score)]
    rows += some(8, score=5)
    # 40 scores: 8 x 5, 4 x 10, 4 x 20, 16 x 30, 4 x 40, 4 x 50. The 20th and 21st are 30, so 30 is not above.
    table = table_of(build(tally(rows)), Dimension.SEX)
    women = figure_of(table, Column.ABOVE_MEDIAN, Sex.FEMALE)
    assert (women.reached, women.of, women.ratio) == (8, 12, 1.0)
    assert figure_of(table, Column.ABOVE_MEDIAN, Sex.MALE).reached == 0
    assert [median([1, 2]), median([3, 1, 2]), median([])] == [Fraction(3, 2), 2, None]


def test_a_group_below_two_percent_takes_no_part_in_the_ratios_but_is_shown() -> None:
    rows = some(300, Column.SHORTLISTED, race=WHITE) + some(300, Column.RANKED, race=BLACK)
    rows += some(100, Column.SHORTLISTED, race=BLACK) + some(300, Column.RANKED, race=WHITE)
    rows += some(6, Column.SHORTLISTED, race=ASIAN)
    table = table_of(build(tally(rows)), Dimension.RACE_ETHNICITY)
    few = line_of(table, ASIAN)
    assert few.left_out is not None
    assert few.applicants == 6
    asian = figure_of(table, Column.SHORTLISTED, ASIAN)
    assert (asian.rate, asian.ratio) == (1.0, None)
    # Without the six of whom all were taken, white is the highest with 300 of 600.
    assert figure_of(table, Column.SHORTLISTED, WHITE).ratio == 1.0
    assert figure_of(table, Column.SHORTLISTED, BLACK).ratio == 0.5


def test_no_applicants_make_an_empty_report() -> None:
    report = build(tally([]))
    assert report.applicants == 0
    assert all(line.applicants in {0, None} for table in report.tables for line in table.lines)
    assert "must come from an independent auditor" in report.notice
    with pytest.raises(InvalidInputError):
        build(tally([]), minimum=1)


def test_intervals_and_p_values_of_the_textbooks() -> None:
    # Newcombe 1998, Stat. Med. 17:857-872, table I, method 3.
    for successes, of, low, high in ((81, 263, 0.2553, 0.3662), (0, 20, 0.0, 0.1611), (20, 20, 0.8389, 1.0)):
        assert wilson(successes, of) == pytest.approx((low, high), abs=5e-5)
    # Fisher's lady tasting tea: 3 of 4 against 1 of 4.
    assert fisher(3, 4, 1, 4) == pytest.approx(34 / 70)
    assert fisher(4, 4, 0, 4) == pytest.approx(2 / 70)
    assert fisher(500, 100_000, 500, 100_000) == pytest.approx(1.0)
    assert fisher(400, 100_000, 600, 100_000) < 1e-9


@given(st.integers(1, 25), st.integers(1, 25), st.data())
def test_fishers_test_is_the_sum_over_tables_in_whole_numbers(
    of_a: int, of_b: int, data: st.DataObject
) -> None:
    a, b = data.draw(st.integers(0, of_a)), data.draw(st.integers(0, of_b))
    ways = [comb(of_a, k) * comb(of_b, a + b - k) for k in range(max(0, a + b - of_b), min(a + b, of_a) + 1)]
    here = comb(of_a, a) * comb(of_b, b)
    assert fisher(a, of_a, b, of_b) == pytest.approx(
        float(Fraction(sum(w for w in ways if w <= here), sum(ways)))
    )


def answers(row: Row, dimension: Dimension) -> tuple[str, ...] | None:
    chosen: dict[Dimension, tuple[Sex | RaceEthnicity | AgeBand | None, ...]] = {
        Dimension.SEX: (row.sex,),
        Dimension.RACE_ETHNICITY: (row.race_ethnicity,),
        Dimension.SEX_AND_RACE: (row.sex, row.race_ethnicity),
        Dimension.AGE_BAND: (row.age_band,),
    }
    group = chosen[dimension]
    return None if None in group else tuple(str(part) for part in group)


@settings(max_examples=200, deadline=None)
@given(crowds(60))
def test_what_is_shown_is_what_a_second_implementation_computes(rows: list[Row]) -> None:
    report = build(tally(rows), minimum=2)
    scores = sorted(float(row.score) for row in rows if row.score is not None)
    middle = float(scores[(len(scores) - 1) // 2] + scores[len(scores) // 2]) / 2 if scores else None
    for table in report.tables:
        assert table.rest == len(rows) - sum(line.applicants or 0 for line in table.lines)
        for column in table.columns:
            rates: dict[tuple[str, ...], Fraction] = {}
            for line in table.lines:
                own = [row for row in rows if answers(row, table.dimension) == line.group]
                if line.applicants is None or line.left_out is not None:
                    continue
                assert line.applicants == len(own)
                if column is Column.ABOVE_MEDIAN:
                    base = [float(row.score) for row in own if row.score is not None]
                    got = sum(1 for score in base if middle is not None and score > middle)
                else:
                    base = [0.0 for _ in own]
                    got = sum(1 for r in own if r.furthest and STEPS.index(r.furthest) >= STEPS.index(column))
                if base:
                    rates[line.group] = Fraction(got, len(base))
            highest = max(rates.values(), default=Fraction(0))
            for group, rate in rates.items():
                figure = figure_of(table, column, *group)
                assert figure.rate == pytest.approx(float(rate))
                if highest == 0:
                    assert figure.ratio is None
                else:
                    assert figure.ratio == pytest.approx(float(rate / highest))
                    assert figure.is_below == (rate / highest < Fraction(4, 5))
                assert figure.low <= figure.rate <= figure.high
