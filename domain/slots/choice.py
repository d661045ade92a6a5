"""Who of each pool takes a slot: fairly, and so that every seat is filled by somebody else."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from itertools import count
from uuid import UUID

from domain.slots.panel import Interviewer, Panel


class Choice:
    """Chooses from the pools of one panel.

    Each place in a pool has a bit; a mask of those who are free is answered once and then remembered, since
    a search asks the same question again and again.
    """

    def __init__(self, panel: Panel, at: datetime) -> None:
        """`at` is the moment up to which membership is counted."""
        self._required = frozenset(one.user_id for one in panel.required)
        self._answers: dict[int, tuple[UUID, ...] | None] = {}
        bits = (1 << place for place in count())
        self.seats: list[list[tuple[int, Interviewer]]] = [
            [(next(bits), member) for member in sorted(pool, key=lambda m: (m.rate(at), m.user_id))]
            for pool in panel.pools
        ]
        """For each pool its members with their bits: fewest interviews per time of membership, smaller id."""
        everybody = [one.user_id for group in (panel.required, *panel.pools) for one in group]
        self._wanted_twice = {who for who, times in Counter(everybody).items() if times > 1}

    def is_apart(self, seat: int) -> bool:
        """Whether nobody of a pool could sit elsewhere, so that its first who is free takes the seat."""
        return not any(member.user_id in self._wanted_twice for _, member in self.seats[seat])

    def of(self, mask: int) -> tuple[UUID, ...] | None:
        """One for each pool of those whose bit is set, or None when the pools cannot all be filled.

        Pools choose in their order; each takes its first who leaves enough people for the pools after it.
        """
        if mask not in self._answers:
            free = [[member.user_id for bit, member in seat if mask & bit] for seat in self.seats]
            self._answers[mask] = _fill(free, self._required)
        return self._answers[mask]


def _fill(seats: Sequence[Sequence[UUID]], taken: AbstractSet[UUID]) -> tuple[UUID, ...] | None:
    chosen: list[UUID] = []
    for number, members in enumerate(seats):
        rest = seats[number + 1 :]
        for who in members:
            if who not in taken and who not in chosen and _fillable(rest, {*taken, *chosen, who}):
                chosen.append(who)
                break
        else:
            return None
    return tuple(chosen)


def _fillable(seats: Sequence[Sequence[UUID]], taken: AbstractSet[UUID]) -> bool:
    """Whether each seat can have somebody else: a matching, grown by augmenting paths (Kuhn)."""
    holder: dict[UUID, int] = {}

    def place(seat: int, tried: set[UUID]) -> bool:
        for who in seats[seat]:
            if who in taken or who in tried:
                continue
            tried.add(who)
            if who not in holder or place(holder[who], tried):
                holder[who] = seat
                return True
        return False

    return all(place(seat, set()) for seat in range(len(seats)))
