"""Free times grouped by the days of a reader's calendar."""

from dataclasses import dataclass
from datetime import datetime

from domain.messages.times import format_instant
from domain.slots import Slot


@dataclass(frozen=True, slots=True)
class DayOfSlots:
    """Free times of one day on the reader's calendar."""

    title: str
    place: str
    """Zone and offset: on a day when the clocks change there are two of one title."""
    starts: tuple[datetime, ...]


def by_day(free: list[Slot], zone: str) -> tuple[DayOfSlots, ...]:
    """Slots grouped by the day they begin on in a zone, and by the zone's offset then; earliest first."""
    days: dict[tuple[str, str], list[datetime]] = {}
    for slot in free:
        day, _, rest = format_instant(slot.start, zone).partition(", ")
        place = rest.partition("(")[2].rstrip(")")
        days.setdefault((day, place), []).append(slot.start)
    return tuple(DayOfSlots(day, place, tuple(starts)) for (day, place), starts in days.items())
