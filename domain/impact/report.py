"""The report: per dimension a table of groups, with rates, ratios and confidence for each step that is shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from domain.errors import InvalidInputError
from domain.impact.crossing import cells, cross
from domain.impact.rows import Tally
from domain.impact.statistics import fisher, wilson
from domain.impact.suppression import Counts, counts_by, cover, reached, safe_steps
from domain.impact.vocabulary import GROUPS, STEPS, Column, Dimension, Withheld

FOUR_FIFTHS = 0.8
"""29 CFR 1607.4(D): a lower ratio is generally regarded as evidence of adverse impact."""
SMALL_SAMPLE = 30
"""Groups of fewer applicants get a warning; the number is ours, the caution that of 29 CFR 1607.4(D)."""
SMALLEST_SHARE = 0.02
"""6 RCNY 5-301(d): a category of less than 2 % of the data may be left out of the ratios, with a reason."""
NOT_AN_AUDIT = (
    "This report is a figure of the product about its own use. It is not a bias audit: a bias audit, where the law"
    " asks for one, must come from an independent auditor."
)


@dataclass(frozen=True, slots=True)
class Component:
    """The rate against the step shown before (29 CFR 1607.4(C): each component, when the whole shows impact)."""

    since: Column
    of: int
    rate: float
    ratio: float | None


@dataclass(frozen=True, slots=True)
class Figure:
    """What became of one group at one step."""

    reached: int
    of: int
    """Applicants; for the scored step those with a score."""
    rate: float
    low: float
    """Ends of the 95 % Wilson interval of the rate."""
    high: float
    ratio: float | None
    """Rate divided by the highest rate among the groups shown; None: left out, or nobody reached the step."""
    is_below: bool
    """The ratio is below four fifths."""
    p_value: float | None
    """Of Fisher's exact test against the group with the highest rate; None for that group itself."""
    is_small_sample: bool
    """This group or the one with the highest rate has fewer than 30, or one person more would lift the ratio."""
    component: Component | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One group of a table. Without `applicants` it is hidden: too small, or hidden to protect one that is."""

    group: tuple[str, ...]
    applicants: int | None = None
    left_out: str | None = None
    """Why the group takes no part in the ratios; its number and rates are shown all the same."""
    figures: Mapping[Column, Figure] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One dimension."""

    dimension: Dimension
    lines: tuple[Line, ...]
    rest: int
    """Applicants without a line of figures: no answer, "prefer not to say", or of a hidden group."""
    rest_is_unknown: bool
    """Whether the rest are exactly those who gave no answer, because no group is hidden."""
    columns: tuple[Column, ...]
    """Columns with figures, in order; the scored step first."""
    withheld: Mapping[Column, Withheld]


@dataclass(frozen=True, slots=True)
class Report:
    """All tables over one set of applicants."""

    applicants: int
    minimum: int
    reached: Mapping[Column, int]
    """Everybody, whatever the group."""
    tables: tuple[Table, ...]
    notice: str = NOT_AN_AUDIT


def build(people: Tally, *, minimum: int = 5, smallest_share: float = SMALLEST_SHARE) -> Report:
    """All tables over these people. `minimum` is the smallest number of people shown, at least 2.

    Raises InvalidInputError for a smaller minimum.
    """
    if minimum < 2:  # noqa: PLR2004 - one person is the smallest group
        raise InvalidInputError("Groups below 2 people cannot be shown.", field="minimum")
    everybody = counts_by(people, lambda _: None).get(None, Counter())
    steps, few = safe_steps(people, minimum)
    draw = _Drawing(everybody, few, smallest_share)
    by_sex = counts_by(people, lambda kind: kind.sex)
    by_race = counts_by(people, lambda kind: kind.race_ethnicity)
    by_age = counts_by(people, lambda kind: kind.age_band)
    sexes = cover(by_sex, GROUPS[Dimension.SEX], steps, minimum)
    races = cover(by_race, GROUPS[Dimension.RACE_ETHNICITY], steps, minimum)
    ages = cover(by_age, GROUPS[Dimension.AGE_BAND], steps, minimum)
    crossed = cross(people, sexes, races, minimum)
    pairs: dict[tuple[str, ...], Counts] = {
        (sex, race): counts
        for (sex, race), counts in cells(people).items()
        if sex in crossed.sexes and race in crossed.split
    }
    return Report(
        applicants=reached(everybody, None),
        minimum=minimum,
        reached={column: reached(everybody, column) for column in Column},
        tables=(
            draw.table(Dimension.SEX, _one(by_sex, sexes.shown), _names(sexes.hidden), sexes.withheld),
            draw.table(
                Dimension.RACE_ETHNICITY, _one(by_race, races.shown), _names(races.hidden), races.withheld
            ),
            draw.table(
                Dimension.SEX_AND_RACE,
                {(s, r): pairs.get((s, r), Counter()) for s in crossed.sexes for r in crossed.split},
                tuple((s, r) for s in crossed.sexes for r in crossed.unsplit),
                {**sexes.withheld, **races.withheld},
                has_hidden_marginals=bool(sexes.hidden or races.hidden),
            ),
            draw.table(Dimension.AGE_BAND, _one(by_age, ages.shown), _names(ages.hidden), ages.withheld),
        ),
    )


def _one(by_group: Mapping[str | None, Counts], shown: Sequence[str]) -> dict[tuple[str, ...], Counts]:
    return {(group,): by_group.get(group, Counter()) for group in shown}


def _names(hidden: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple((group,) for group in hidden)


class _Drawing:
    """From what may be shown to lines of figures."""

    def __init__(self, everybody: Counts, few: Mapping[Column, Withheld], smallest_share: float) -> None:
        self._everybody = everybody
        self._few = few
        self._smallest_share = smallest_share

    def table(
        self,
        dimension: Dimension,
        shown: Mapping[tuple[str, ...], Counts],
        hidden: Sequence[tuple[str, ...]],
        withheld: Mapping[Column, Withheld],
        *,
        has_hidden_marginals: bool = False,
    ) -> Table:
        """A table with a line for each group, shown or hidden, in the order of the vocabulary."""
        reasons = {**self._few, **withheld}
        columns = tuple(c for c in Column if c not in reasons and c is not Column.SCORED)
        known = sum(counts.total() for counts in shown.values())
        out = {group for group, counts in shown.items() if 0 < counts.total() < self._smallest_share * known}
        figures: dict[tuple[str, ...], dict[Column, Figure]] = {group: {} for group in shown}
        for column in columns:
            before = _before(column, columns)
            rates = _compare({g: c for g, c in shown.items() if g not in out}, column, before)
            rates |= {g: _alone(shown[g], column, before) for g in out}
            for group, figure in rates.items():
                if figure is not None:
                    figures[group][column] = figure
        lines = [
            Line(
                group, counts.total(), _reason(self._smallest_share) if group in out else None, figures[group]
            )
            for group, counts in shown.items()
        ]
        lines += [Line(group) for group in hidden]
        order = {name: n for names in GROUPS.values() for n, name in enumerate(names)}
        return Table(
            dimension=dimension,
            lines=tuple(sorted(lines, key=lambda line: [order[name] for name in line.group])),
            rest=self._everybody.total() - known,
            rest_is_unknown=not hidden and not has_hidden_marginals,
            columns=columns,
            withheld={c: why for c, why in reasons.items() if c is not Column.SCORED},
        )


def _reason(share: float) -> str:
    return f"Less than {share:.0%} of those whose group is shown."


def _before(column: Column, columns: Sequence[Column]) -> Column | None:
    steps = [step for step in STEPS if step in columns]
    return {later: earlier for earlier, later in pairwise(steps)}.get(column)


def _base(counts: Counts, column: Column) -> int:
    return reached(counts, Column.SCORED if column is Column.ABOVE_MEDIAN else None)


def _compare(
    shown: Mapping[tuple[str, ...], Counts], column: Column, before: Column | None
) -> dict[tuple[str, ...], Figure | None]:
    """Figures of the groups that take part in the ratios at one step."""
    numbers = {group: (reached(counts, column), _base(counts, column)) for group, counts in shown.items()}
    rated = {group: (n, of) for group, (n, of) in numbers.items() if of > 0}
    if not rated:
        return {}
    # Of equal rates the larger group: its rate is the surer one.
    best = max(rated, key=lambda group: (rated[group][0] / rated[group][1], rated[group][1]))
    top, top_of = rated[best]
    parts = {g: (n, reached(shown[g], before)) for g, (n, _) in rated.items()} if before is not None else {}
    top_part = max((n / of for n, of in parts.values() if of > 0), default=0.0)
    found: dict[tuple[str, ...], Figure | None] = {}
    for group, (n, of) in rated.items():
        # In whole numbers, so that a ratio of exactly four fifths is not below it.
        is_below = top > 0 and 5 * n * top_of < 4 * top * of
        lifted = top > 0 and is_below and 5 * (n + 1) * top_of >= 4 * top * of
        low, high = wilson(n, of)
        found[group] = Figure(
            reached=n,
            of=of,
            rate=n / of,
            low=low,
            high=high,
            ratio=(n * top_of) / (of * top) if top > 0 else None,
            is_below=is_below,
            p_value=None if group == best else fisher(n, of, top, top_of),
            is_small_sample=min(of, top_of) < SMALL_SAMPLE or lifted,
            component=_component(before, parts.get(group), top_part),
        )
    return found


def _component(before: Column | None, part: tuple[int, int] | None, top: float) -> Component | None:
    if before is None or part is None or part[1] == 0:
        return None
    rate = part[0] / part[1]
    return Component(before, part[1], rate, rate / top if top > 0 else None)


def _alone(counts: Counts, column: Column, before: Column | None) -> Figure | None:
    """The figure of a group that is left out of the ratios."""
    n, of = reached(counts, column), _base(counts, column)
    if of == 0:
        return None
    low, high = wilson(n, of)
    component = _component(before, (n, reached(counts, before)) if before else None, 0.0)
    return Figure(
        reached=n,
        of=of,
        rate=n / of,
        low=low,
        high=high,
        ratio=None,
        is_below=False,
        p_value=None,
        is_small_sample=of < SMALL_SAMPLE,
        component=component,
    )
