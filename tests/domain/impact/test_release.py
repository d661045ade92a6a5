"""Rows for an auditor add up to the tables and tell nothing that these hide."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.impact import Column, Dimension, Row, Sex, build, tally
from domain.impact.release import release
from tests.domain.impact.people import crowds, some
from tests.domain.impact.test_figures import table_of


@settings(max_examples=200, deadline=None)
@given(crowds(60), st.integers(2, 5))
def test_rows_add_up_to_the_tables_and_to_nothing_else(rows: list[Row], minimum: int) -> None:
    report = build(tally(rows), minimum=minimum)
    records = release(rows, minimum=minimum)
    assert len(records) == len(rows)
    sexes, pairs = table_of(report, Dimension.SEX), table_of(report, Dimension.SEX_AND_RACE)
    for line in sexes.lines:
        own = [record for record in records if (record.sex,) == line.group]
        assert len(own) == (line.applicants or 0)
        for column in own[0].columns if own else ():
            if column is not Column.SCORED:
                assert line.figures is not None
                assert sum(record.columns[column] for record in own) == line.figures[column].reached
    both = Counter((r.sex, r.race_ethnicity) for r in records if r.sex and r.race_ethnicity)
    assert both == Counter({line.group: line.applicants for line in pairs.lines if line.applicants})
    # Whoever knows the names at each step finds no combination of steps that fewer than the minimum share.
    together = Counter(tuple(sorted(record.columns.items())) for record in records)
    assert len(records) < minimum or all(n >= minimum for n in together.values())


def test_scores_and_steps_that_point_at_few_together_are_not_both_told() -> None:
    rows = some(25, Column.RANKED, sex=Sex.MALE, score=10) + some(17, Column.RANKED, sex=Sex.FEMALE, score=90)
    rows += some(7, Column.SHORTLISTED, sex=Sex.MALE, score=90) + some(
        3, Column.SHORTLISTED, sex=Sex.FEMALE, score=10
    )
    assert set(table_of(build(tally(rows)), Dimension.SEX).columns) == {
        Column.ABOVE_MEDIAN,
        Column.RANKED,
        Column.SHORTLISTED,
    }
    assert {tuple(record.columns) for record in release(rows, minimum=5)} == {
        (Column.RANKED, Column.SHORTLISTED)
    }
