"""Which of many free times to name."""

from collections import Counter
from collections.abc import Hashable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.slots.panel import Slot
from domain.slots.span import Span

UTC_ZONE = "UTC"


def nearest(slots: Sequence[Slot], wanted: Sequence[Span], count: int, zone: str = UTC_ZONE) -> list[Slot]:
    """Up to `count` slots inside the wanted times that do not overlap each other, earliest first.

    Every wanted time and every day (of `zone`, the reader's) is served once before any is served twice; among
    equals the earliest comes first. Never fewer than possible.
    """
    clock = ZoneInfo(zone)
    told = [
        (slot, [n for n, span in enumerate(wanted) if span.holds(Span(slot.start, slot.end))])
        for slot in slots
    ]
    return _chosen([_Option(slot, tuple(ns), _day(slot, clock)) for slot, ns in told if ns], count)


def spread(slots: Sequence[Slot], count: int, zone: str = UTC_ZONE) -> list[Slot]:
    """A few slots to name in a mail, earliest first: the earliest of each day (of `zone`), then second ones."""
    clock = ZoneInfo(zone)
    return _chosen([_Option(slot, (0,), _day(slot, clock)) for slot in slots], count)


def _day(slot: Slot, clock: ZoneInfo) -> date:
    return slot.start.astimezone(clock).date()


class _Option:
    """A slot, the wanted times that hold it, and its day."""

    __slots__ = ("day", "slot", "wanted")

    def __init__(self, slot: Slot, wanted: tuple[int, ...], day: date) -> None:
        self.slot = slot
        self.wanted = wanted
        self.day = day


def _chosen(options: list[_Option], count: int) -> list[Slot]:
    """Take the least served option again and again, as long as enough others stay possible."""
    options = sorted(options, key=lambda option: option.slot.start)
    total = _room([option.slot for option in options], count)
    chosen: list[Slot] = []
    served: Counter[Hashable] = Counter()
    while len(chosen) < total:
        ranked = sorted(
            options,
            key=lambda o: (min(served[n] for n in o.wanted), served[o.day], o.slot.start),
        )
        for option in ranked:
            left = [o for o in options if _apart(o.slot, option.slot)]
            needed = total - len(chosen) - 1
            if _room([o.slot for o in left], needed) == needed:
                break
        chosen.append(option.slot)
        served.update({*option.wanted, option.day})
        options = left
    return sorted(chosen, key=lambda slot: slot.start)


def _apart(one: Slot, other: Slot) -> bool:
    return one.end <= other.start or other.end <= one.start


def _room(slots: Sequence[Slot], count: int) -> int:
    """How many of the slots fit beside each other, counted up to `count`: whoever ends first goes first."""
    fits = 0
    until: datetime | None = None
    for slot in sorted(slots, key=lambda s: s.end):
        if fits >= count:
            break
        if until is None or slot.start >= until:
            fits += 1
            until = slot.end
    return fits
