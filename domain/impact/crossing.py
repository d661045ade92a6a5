"""Which intersections of sex and race may be shown beside the two tables that they add up to.

A race is split by sex as a whole or not at all, and only sexes and races that have a line of their own in their
own tables take part. The races not split, together with everybody of unknown or hidden race, form a block whose
sums by sex follow by subtraction. Inside such a block, with all sums known, a cell can be anything between
max(0, row + column - total) and min(row, column) (Frechet 1940), for each set of people that the shown steps tell
apart, independently. So a cell is safe when these widths add up to enough; otherwise one more race is left
unsplit, smallest first, until all cells are safe or nothing is split at all and the two tables stand alone.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from domain.impact.rows import Tally
from domain.impact.suppression import SCORING, Columns, Counts, Cover
from domain.impact.vocabulary import STEPS, Column, Withheld


@dataclass(frozen=True, slots=True)
class CrossCover:
    """The intersections that are shown: every shown sex with each race of `split`."""

    sexes: tuple[str, ...]
    split: tuple[str, ...]
    unsplit: tuple[str, ...]
    columns: tuple[Column, ...]


def cells(people: Tally) -> dict[tuple[str | None, str | None], Counts]:
    """Counts of every pair of sex and race, unknown answers included."""
    found: dict[tuple[str | None, str | None], Counts] = {}
    for kind, n in people.items():
        found.setdefault((kind.sex, kind.race_ethnicity), Counter())[kind.columns] += n
    return found


def cross(people: Tally, sexes: Cover, races: Cover, minimum: int) -> CrossCover:
    """What the table of intersections shows."""
    columns = tuple(column for column in sexes.columns if column in races.columns)
    torn = any(Withheld.SMALL_GROUPS in table.withheld.values() for table in (sexes, races))
    if torn or len(sexes.shown) == 0:
        # Two tables that tell different sets of people apart leave less freedom than the block counts with.
        return CrossCover(sexes.shown, (), races.shown, columns)
    table = _Table(people, sexes.shown, columns)
    named = tuple(sex for sex in sexes.shown if table.of_sex(sex).total() > 0)
    # A race nobody named, shown as such, has nothing to split.
    order = sorted(
        (race for race in races.shown if table.of_race(race).total() > 0),
        key=lambda race: (table.of_race(race).total(), races.shown.index(race)),
    )
    unsplit = [race for race in order if table.has_small_cell(race, minimum)]
    while 0 < len(unsplit) < len(order):
        split = tuple(race for race in races.shown if race not in unsplit)
        if table.is_safe(unsplit, split, minimum):
            break
        unsplit.append(next(race for race in order if race not in unsplit))
    split = tuple(race for race in races.shown if race not in unsplit)
    return CrossCover(named, split, tuple(race for race in races.shown if race in unsplit), columns)


class _Table:
    """Sex by race, by the sets of people that the shown columns tell apart."""

    def __init__(self, people: Tally, sexes: Sequence[str], columns: Sequence[Column]) -> None:
        self._sexes = sexes
        self._columns = columns
        self._cells: dict[tuple[str | None, str | None], Counts] = {
            pair: self._coarse(counts) for pair, counts in cells(people).items()
        }
        self._all = sum(self._cells.values(), Counter[Columns]())

    def _coarse(self, counts: Counts) -> Counts:
        found: Counts = Counter()
        for sets, n in counts.items():
            found[sets.intersection(self._columns)] += n
        return found

    def of_race(self, race: str) -> Counts:
        """Everybody of a race."""
        return sum((c for (_, r), c in self._cells.items() if r == race), Counter[Columns]())

    def of_sex(self, sex: str, without: Sequence[str] = ()) -> Counts:
        """Everybody of a sex, but for some races."""
        return sum(
            (c for (s, r), c in self._cells.items() if s == sex and r not in without), Counter[Columns]()
        )

    def has_small_cell(self, race: str, minimum: int) -> bool:
        """Whether splitting a race by sex would show a cell of few."""
        return any(0 < self._cells.get((sex, race), Counter()).total() < minimum for sex in self._sexes)

    def is_safe(self, unsplit: Sequence[str], split: Sequence[str], minimum: int) -> bool:
        """Whether every cell of the block could be something else, at every step."""
        block = sum((c for (_, race), c in self._cells.items() if race not in split), Counter[Columns]())
        for sex in self._sexes:
            if self.of_sex(sex).total() == 0:
                continue
            row = self.of_sex(sex, split)
            for race in unsplit:
                width = _widths(row, self.of_race(race), block)
                if width.total() < minimum or not self._is_open(sex, race, width):
                    return False
        return True

    def _is_open(self, sex: str, race: str, width: Counts) -> bool:
        """Whether no set between two steps is told, except where sex or race alone tells it already."""
        for chain in (STEPS, SCORING):
            steps = [None, *(c for c in chain if c in self._columns)]
            for inside, beyond in zip(steps, [*steps[1:], None], strict=True):
                part = [
                    s
                    for s in self._all
                    if (inside is None or inside in s) and (beyond is None or beyond not in s)
                ]
                everybody = sum(self._all[s] for s in part)
                of_race = sum(self.of_race(race)[s] for s in part)
                of_sex = sum(self.of_sex(sex)[s] for s in part)
                told = 0 in {of_race, of_sex, everybody - of_race, everybody - of_sex}
                if not told and sum(width[s] for s in part) == 0:
                    return False
        return True


def _widths(row: Counts, column: Counts, block: Counts) -> Counts:
    return Counter({s: min(row[s], column[s], block[s] - row[s], block[s] - column[s]) for s in block})
