"""Nobody gets at a hidden figure: every table of whole numbers that fits what is shown is tried.

The attacker knows all totals, how steps follow each other, and all figures shown; then lists for every hidden
figure the values it could have.
"""

from collections import Counter
from collections.abc import Iterator
from functools import reduce
from itertools import pairwise

from hypothesis import given, note, settings
from hypothesis import strategies as st

from domain.impact import Column, Dimension, RaceEthnicity, Report, Row, Sex, Table, build, tally
from domain.impact.vocabulary import GROUPS, STEPS, Withheld
from tests.domain.impact.people import crowds, some
from tests.domain.impact.test_figures import line_of, table_of

Vector = tuple[int, ...]
PATH = (Column.ABOVE_MEDIAN, Column.SCORED, None, *STEPS)
"""Sets of people, each inside one neighbour: above the median, scored, all, ranked, shortlisted, ..."""


def splits(total: int, limits: Vector) -> Iterator[Vector]:
    """Every way to split a number into parts that keep the limits."""
    if len(limits) == 1:
        if total <= limits[0]:
            yield (total,)
        return
    for first in range(min(total, limits[0]) + 1):
        for rest in splits(total - first, limits[1:]):
            yield (first, *rest)


def possible(report: Report, table: Table) -> dict[Column | None, set[Vector]]:
    """Every vector (a number for each group, then the unknown) that each set of people could have."""
    groups = GROUPS[table.dimension]
    known = {line.group[0]: line for line in table.lines if line.applicants is not None}

    def fits(column: Column | None, vector: Vector) -> bool:
        for group, number in zip(groups, vector, strict=False):
            if group not in known:
                continue
            line = known[group]
            if column is None and number != line.applicants:
                return False
            figures = line.figures or {}
            if column is Column.SCORED and Column.ABOVE_MEDIAN in figures:
                if number != figures[Column.ABOVE_MEDIAN].of:
                    return False
            elif column is not None and column in figures and number != figures[column].reached:
                return False
        return True

    layers = []
    for column in PATH:
        total = report.applicants if column is None else report.reached[column]
        layers.append([v for v in splits(total, (total,) * (len(groups) + 1)) if fits(column, v)])
    grows = [True, True, False, False, False, False, False]
    for turn in (range(7), range(6, -1, -1)):
        for n in turn:
            small, large = (n, n + 1) if grows[n] else (n + 1, n)
            inside = [
                (a, b)
                for a in layers[small]
                for b in layers[large]
                if all(x <= y for x, y in zip(a, b, strict=True))
            ]
            layers[small] = sorted({a for a, _ in inside})
            layers[large] = sorted({b for _, b in inside})
    # A path is consistent from end to end once neighbours agree in both directions.
    return dict(zip(PATH, map(set, layers), strict=True))


@settings(max_examples=150, deadline=None)
@given(crowds(11), st.integers(2, 4), st.sampled_from([Dimension.SEX, Dimension.AGE_BAND]))
def test_a_hidden_group_could_have_several_values_in_every_column(
    rows: list[Row], minimum: int, dimension: Dimension
) -> None:
    report = build(tally(rows), minimum=minimum)
    table = table_of(report, dimension)
    note(str(table))
    values = possible(report, table)
    for line in table.lines:
        at = GROUPS[dimension].index(line.group[0])
        if line.applicants is not None:
            assert line.applicants == 0 or line.applicants >= minimum
            continue
        for column in PATH:
            if column is None or report.reached[column] > 0:
                could_be = {vector[at] for vector in values[column]}
                assert len(could_be) >= (min(minimum, report.applicants + 1) if column is None else 2), (
                    line.group,
                    column,
                    could_be,
                )


@settings(max_examples=100, deadline=None)
@given(crowds(11), st.integers(2, 4))
def test_it_stays_open_whether_a_hidden_group_passed_a_step(rows: list[Row], minimum: int) -> None:
    report = build(tally(rows), minimum=minimum)
    table = table_of(report, Dimension.SEX)
    values = possible(report, table)
    hidden = [n for n, sex in enumerate(Sex) if line_of(table, sex).applicants is None]
    steps: list[Column | None] = [None, *(s for s in table.columns if s in STEPS)]
    for before, after in pairwise(steps):
        all_before = report.applicants if before is None else report.reached[before]
        assert after is not None
        if all_before == report.reached[after]:
            continue
        for at in hidden:
            lost = {
                b[at] - a[at]
                for b in values[before]
                for a in values[after]
                if all(x <= y for x, y in zip(a, b, strict=True))
            }
            assert len(lost) >= 2, (before, after)


SEXES, RACES = (
    (Sex.FEMALE, Sex.MALE, None),
    (RaceEthnicity.WHITE, RaceEthnicity.BLACK, RaceEthnicity.ASIAN, None),
)
Cell = tuple[Sex | None, RaceEthnicity | None]


def matrices(
    rows: Vector, columns: Vector, known: dict[tuple[int, int], int]
) -> Iterator[tuple[Vector, ...]]:
    """Every table of whole numbers with these sums and these cells."""
    if not rows:
        if not any(columns):
            yield ()
        return
    line = {column: n for (row, column), n in known.items() if row == 0}
    below = {(row - 1, column): n for (row, column), n in known.items() if row > 0}
    for first in splits(rows[0], columns):
        if all(first[column] == n for column, n in line.items()):
            left = tuple(c - x for c, x in zip(columns, first, strict=True))
            for rest in matrices(rows[1:], left, below):
                yield (first, *rest)


def sums(parts: list[set[int]]) -> set[int]:
    return reduce(lambda a, b: {x + y for x in a for y in b}, parts, {0})


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.builds(
            Row,
            st.sampled_from(SEXES),
            st.sampled_from(RACES),
            st.none(),
            st.sampled_from([None, *STEPS[:3]]),
        ),
        min_size=4,
        max_size=18,
    ),
    st.integers(2, 3),
)
def test_showing_some_intersections_gives_away_no_other(rows: list[Row], minimum: int) -> None:
    """The attacker is even told all sums, and still learns of hidden intersections only what the sums say alone."""
    report = build(tally(rows), minimum=minimum)
    table = table_of(report, Dimension.SEX_AND_RACE)
    hidden = [line.group for line in table.lines if line.applicants is None]
    shown = [line for line in table.lines if line.applicants]
    assert all(line.applicants >= minimum for line in shown if line.applicants)
    if not hidden or not shown:
        return
    classes = (None, *table.columns)
    # People by the last shown step they reached: shown figures say for each cell how many these are.
    last = [
        max(
            (
                n
                for n, c in enumerate(classes)
                if c is None or (r.furthest and c in STEPS[: STEPS.index(r.furthest) + 1])
            ),
            default=0,
        )
        for r in rows
    ]
    with_cells, alone = {}, {}
    for n in range(len(classes)):
        count = Counter((row.sex, row.race_ethnicity) for row, at in zip(rows, last, strict=True) if at == n)
        by_row = tuple(sum(count[sex, race] for race in RACES) for sex in SEXES)
        by_column = tuple(sum(count[sex, race] for sex in SEXES) for race in RACES)
        known = {
            (i, j): count[sex, race]
            for i, sex in enumerate(SEXES)
            for j, race in enumerate(RACES)
            if any(line.group == (sex, race) and line.applicants is not None for line in table.lines)
        }
        with_cells[n] = list(matrices(by_row, by_column, known))
        alone[n] = list(matrices(by_row, by_column, {}))
    for sex, race in hidden:
        i, j = SEXES.index(Sex(sex)), RACES.index(RaceEthnicity(race))
        for start in range(len(classes)):
            for stop in {start + 1, len(classes)}:
                told, open_ = (
                    sums([{m[i][j] for m in found[n]} for n in range(start, stop)])
                    for found in (with_cells, alone)
                )
                assert len(open_) < 2 or len(told) >= (
                    minimum + 1 if (start, stop) == (0, len(classes)) else 2
                )


def test_a_few_people_do_not_tell_a_step_from_the_next() -> None:
    """Seven were shortlisted and five came: who the two are is known, so their answers would be too."""
    rows = some(20, Column.RANKED, sex=Sex.MALE) + some(20, Column.RANKED, sex=Sex.FEMALE)
    rows += some(5, Column.INTERVIEWED, sex=Sex.MALE) + some(2, Column.SHORTLISTED, sex=Sex.FEMALE)
    table = table_of(build(tally(rows)), Dimension.SEX)
    assert table.columns == (Column.RANKED, Column.SHORTLISTED)
    assert table.withheld == {
        Column.ABOVE_MEDIAN: Withheld.NOBODY,
        **dict.fromkeys((Column.INVITED, Column.CONFIRMED, Column.INTERVIEWED), Withheld.FEW_PEOPLE),
    }


def test_a_small_group_hides_with_those_who_did_not_answer() -> None:
    rows = some(30, Column.SHORTLISTED, sex=Sex.MALE) + some(30, Column.RANKED, sex=Sex.FEMALE)
    rows += (
        some(10, Column.SHORTLISTED, sex=Sex.FEMALE) + some(6, Column.RANKED) + some(5, Column.SHORTLISTED)
    )
    small = some(2, Column.RANKED, sex=Sex.ANOTHER)
    table = table_of(build(tally(rows + small)), Dimension.SEX)
    assert [line.applicants for line in table.lines] == [40, 30, None]
    assert (table.rest, table.rest_is_unknown) == (13, False)
    assert table.columns == (Column.RANKED, Column.SHORTLISTED)
    # Without unknown answers the smallest of the others hides as well: 72 - 40 - 30 would be the two.
    named = [row for row in rows + small if row.sex is not None]
    assert [line.applicants for line in table_of(build(tally(named)), Dimension.SEX).lines] == [
        40,
        None,
        None,
    ]


def test_a_step_that_tells_about_the_hidden_is_withheld_in_their_table_alone() -> None:
    rows = some(30, Column.SHORTLISTED, sex=Sex.MALE) + some(30, Column.RANKED, sex=Sex.FEMALE)
    rows += some(10, Column.SHORTLISTED, sex=Sex.FEMALE) + some(6, Column.RANKED, sex=Sex.ANOTHER)
    rows = [Row(r.sex, RaceEthnicity.WHITE, None, r.furthest) for r in rows]
    rows += some(3, Column.RANKED, sex=Sex.FEMALE, race=RaceEthnicity.BLACK) + some(
        9, Column.RANKED, sex=Sex.MALE
    )
    report = build(tally(rows))
    # All 40 shortlisted are white, and that nobody of the rest is would tell about the three.
    races = table_of(report, Dimension.RACE_ETHNICITY)
    assert races.withheld[Column.SHORTLISTED] is Withheld.SMALL_GROUPS
    assert Column.SHORTLISTED in table_of(report, Dimension.SEX).columns
