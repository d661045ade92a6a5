"""Rows for an outside auditor: one per applicant, without a name, and telling no more than the tables do.

Sex and race stand in one row only where the table of intersections shows them. A race that is not split by sex
there, and answers of hidden groups, are left empty. Columns that the tables withhold are missing. Age stands in
no row, because the tables do not cross it with sex or race.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from domain.impact.report import build
from domain.impact.rows import Row, Tally, tally
from domain.impact.suppression import Columns
from domain.impact.vocabulary import Column, Dimension


@dataclass(frozen=True, slots=True)
class Record:
    """One applicant, anonymous. An empty answer: unknown, or of a group too small to show beside the other."""

    sex: str
    race_ethnicity: str
    columns: dict[Column, bool]


def release(rows: Iterable[Row], *, minimum: int) -> list[Record]:
    """The rows that may be given away, sorted by what they say, so that their order says nothing more."""
    people = tally(rows)
    tables = {table.dimension: table for table in build(people, minimum=minimum).tables}
    shown = {
        dimension: {line.group for line in table.lines if line.applicants is not None}
        for dimension, table in tables.items()
    }
    split = {group[1] for group in shown[Dimension.SEX_AND_RACE]}
    columns = [
        column
        for column in (Column.SCORED, *tables[Dimension.SEX].columns)
        if column is Column.SCORED or column in tables[Dimension.RACE_ETHNICITY].columns
    ]
    if Column.ABOVE_MEDIAN not in columns or _points_at_few(columns, people, minimum):
        # Rows tie the score to the steps, tables do not: together they must not point at a few people either.
        columns = [column for column in columns if column not in {Column.SCORED, Column.ABOVE_MEDIAN}]
    found: Counter[tuple[str, str, tuple[bool, ...]]] = Counter()
    for kind, n in people.items():
        sex = kind.sex if kind.sex and (kind.sex,) in shown[Dimension.SEX] else ""
        race = kind.race_ethnicity if kind.race_ethnicity in split else ""
        found[str(sex), str(race or ""), tuple(column in kind.columns for column in columns)] += n
    return [
        Record(sex, race, dict(zip(columns, inside, strict=True)))
        for (sex, race, inside), n in sorted(found.items())
        for _ in range(n)
    ]


def _points_at_few(columns: Iterable[Column], people: Tally, minimum: int) -> bool:
    together: Counter[Columns] = Counter()
    for kind, n in people.items():
        together[kind.columns.intersection(columns)] += n
    return any(n < minimum for n in together.values())
