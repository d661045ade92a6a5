"""Times that stand together: which parts of a statement hold at once, and which are alternatives."""

from collections.abc import Sequence

from domain.negotiation.times.clock import PARTS, Shape, Times
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.pieces import TIGHT
from domain.negotiation.times.tokens import Mark

_REFINING = frozenset({Mark.COMMA, Mark.BREAK, Mark.DASH, Kind.BUT, None})
HOURS = frozenset({Shape.POINT, Shape.RANGE})


def together(times: Sequence[Times]) -> list[list[Times]]:
    """Times side by side without a separator: "Tuesday afternoon after 3" holds together, "10:00 14:00" are two."""
    kept = [part for part in times if part.shape is not Shape.ANY] or list(times[:1])
    if not kept:
        return []
    parts = [part for part in kept if part.shape is Shape.PART]
    others = [part for part in kept if part.shape is not Shape.PART]
    if not others:
        return [[part] for part in parts]
    bounds = [part for part in others if part.shape in {Shape.AFTER, Shape.BEFORE}]
    if [part.shape for part in others] == [Shape.BEFORE, Shape.AFTER]:
        return [[*parts, part] for part in others]
    if len(others) > 1 and len(bounds) < len(others):
        return (
            [[*parts, part] for part in others if part not in bounds]
            if not bounds
            else [[*parts, *bounds, part] for part in others if part not in bounds]
        )
    return [[*parts, *others]]


def added(known: list[list[Times]], more: list[list[Times]], link: Kind | Mark | None) -> list[list[Times]]:
    """Further times for the same days: another alternative, or a closer word for the one before."""
    last = known[-1]
    refines = link in _REFINING or link is Kind.AND
    if refines and len(more) == 1 and _bounds_meet(last, more[0]):
        return [*known[:-1], [*last, *more[0]]]
    part_only = link in _REFINING and all(part.shape is Shape.PART for part in last)
    if part_only and all(_fits_part(part, last[0].part) for alternative in more for part in alternative):
        return [*known[:-1], *([*last, *alternative] for alternative in more)]
    if link in _REFINING and all(part.shape is Shape.ANY for part in last):
        return [*known[:-1], *more]
    decided = [part for part in last if part.shape is Shape.PART] if link in TIGHT else []
    carried = [
        [*decided, *alternative]
        if decided and len(last) > 1 and all(part.shape in HOURS for part in alternative)
        else alternative
        for alternative in more
    ]
    return [*known, *carried]


def _bounds_meet(one: Sequence[Times], other: Sequence[Times]) -> bool:
    """ "after 10" and "before 3" enclose a time; "before 10" and "after 3" are two."""
    edges = {part.shape: part.first for part in (*one, *other)}
    if len(one) != 1 or len(other) != 1 or set(edges) != {Shape.AFTER, Shape.BEFORE}:
        return False
    after, before = edges[Shape.AFTER], edges[Shape.BEFORE]
    return after is not None and before is not None and after.candidates("")[0] < before.candidates("")[0]


def _fits_part(times: Times, part: str) -> bool:
    """A clock time that lies in the part of the day said before it."""
    if times.first is None:
        return False
    low, high = PARTS[part]
    return low <= times.first.candidates(part)[0] <= high
