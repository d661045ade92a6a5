"""What of a table may be shown, so that a group too small to show cannot be computed from what is shown.

Two rules choose the steps, one the groups. `minimum` is the smallest number of people that is shown.

1. Steps of few people. People of a step are known by name to whoever sees the board. So two sets that are shown
   (all applicants, nobody, and the steps) differ by nobody or by at least `minimum` people; a step that comes too
   close to one before it is withheld in every table, and each shown set can be taken from another without
   pointing at a few.
2. Small groups. A group with fewer than `minimum` applicants is hidden, and so are groups nobody named while any
   is. Hidden groups stand together with the unknown answers in one line, the rest: only its number of
   applicants is stated. The rest follows from the totals by subtraction, so it must say nothing about
   a hidden group: it has at least `minimum` applicants, and somebody of the rest is in every set of people that
   lies between one shown step and the next. A step that fails this is withheld in this table.
3. More groups are hidden, smallest first, when that leaves more cells to compare.

Why this is enough: each person of the rest could belong to any hidden group, or have given no answer, without
any shown figure changing. So a hidden group may have from 0 to all of the rest at every step, at least two
values everywhere, and at least `minimum` + 1 for its number of applicants.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.impact.rows import Kind, Tally
from domain.impact.vocabulary import STEPS, Column, Withheld

Columns = frozenset[Column]
Counts = Counter[Columns]
"""How many people are in exactly these sets."""
SCORING = (Column.SCORED, Column.ABOVE_MEDIAN)


@dataclass(frozen=True, slots=True)
class Cover:
    """What of one table is shown."""

    shown: tuple[str, ...]
    hidden: tuple[str, ...]
    columns: tuple[Column, ...]
    withheld: Mapping[Column, Withheld]


def reached(counts: Counts, column: Column | None) -> int:
    """How many are in a set; None stands for everybody."""
    return sum(n for sets, n in counts.items() if column is None or column in sets)


def counts_by(people: Tally, group_of: Callable[[Kind], str | None]) -> dict[str | None, Counts]:
    """Counts of each group; None collects those of unknown group."""
    found: dict[str | None, Counts] = {}
    for kind, n in people.items():
        found.setdefault(group_of(kind), Counter())[kind.columns] += n
    return found


def safe_steps(people: Tally, minimum: int) -> tuple[tuple[Column, ...], dict[Column, Withheld]]:
    """The steps that rule 1 lets all tables show, and why it withholds the others.

    The scored step is taken first, then the steps in the order of the process. The two columns of the scored
    step stay together.
    """
    total = counts_by(people, lambda _: None).get(None, Counter())
    kept: list[Column] = []
    withheld: dict[Column, Withheld] = {}
    for candidates in (SCORING, *((step,) for step in STEPS)):
        empty = [column for column in candidates if reached(total, column) == 0]
        close = any(_comes_close(total, [*kept, *candidates], column, minimum) for column in candidates)
        if empty or close:
            reason = Withheld.NOBODY if empty else Withheld.FEW_PEOPLE
            withheld |= dict.fromkeys(candidates, reason)
        else:
            kept += candidates
    return tuple(kept), withheld


def _comes_close(total: Counts, kept: Iterable[Column], column: Column, minimum: int) -> bool:
    inside, outside = reached(total, column), reached(total, None) - reached(total, column)
    differences = [inside, outside]
    differences += [
        sum(n for sets, n in total.items() if (column in sets) != (other in sets)) for other in kept
    ]
    return any(0 < difference < minimum for difference in differences)


def cover(
    by_group: Mapping[str | None, Counts], groups: Sequence[str], steps: Sequence[Column], minimum: int
) -> Cover:
    """What a table of `groups` shows of `steps`, by rules 2 and 3. `by_group[None]` holds the unknown."""
    size = {group: reached(by_group.get(group, Counter()), None) for group in groups}
    by_size = sorted(groups, key=lambda group: (size[group], groups.index(group)))
    small = sum(1 for group in groups if size[group] < minimum)
    if not any(0 < size[group] < minimum for group in groups):
        return Cover(tuple(groups), (), tuple(steps), {})
    best = Cover((), tuple(groups), (), dict.fromkeys(steps, Withheld.SMALL_GROUPS))
    best_worth = 0
    for hidden in (by_size[:count] for count in range(small, len(groups))):
        rest = sum((by_group.get(group, Counter()) for group in [None, *hidden]), Counter[Columns]())
        if reached(rest, None) < minimum:
            continue
        everybody = sum(by_group.values(), Counter[Columns]())
        columns = _steps_that_hide(everybody, rest, steps)
        shown = [group for group in groups if group not in hidden]
        worth = len(shown) * (len(columns) + 1) if len(shown) > 1 else 1
        if worth > best_worth:
            withheld = {step: Withheld.SMALL_GROUPS for step in steps if step not in columns}
            best, best_worth = (
                Cover(tuple(shown), tuple(g for g in groups if g in hidden), columns, withheld),
                worth,
            )
    return best


def _steps_that_hide(everybody: Counts, rest: Counts, steps: Sequence[Column]) -> tuple[Column, ...]:
    """The steps at which the rest says nothing: see rule 2."""
    kept: list[Column] = []
    for chain in (SCORING, STEPS):
        before: Column | None = None
        chosen: list[Column] = []
        for column in (column for column in chain if column in steps):
            left = reached(everybody, before) - reached(everybody, column)
            left_of_rest = reached(rest, before) - reached(rest, column)
            if reached(rest, column) > 0 and (left == 0 or left_of_rest > 0):
                chosen.append(column)
                before = column
        if chain is STEPS or len(chosen) == len(SCORING):
            kept += chosen
    return tuple(kept)
