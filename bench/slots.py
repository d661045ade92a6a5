"""Figure `slot_search`: every free time of a panel in two weeks, busy times in hand."""

import gc
import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall
from uuid import UUID

from bench.figures import Figure, Goal, spread
from domain.slots import Booking, Busy, Interviewer, Panel, Slot, Span, WorkingHours, free_slots, offer_window

GOAL_MS = 5.0
PEOPLE = 10
BUSY_EACH = 500
ROUNDS = 200
ROUNDS_QUICK = 40
NOW = datetime(2026, 3, 19, 8, 17, tzinfo=UTC)
"""Two weeks from here hold the change of clocks in Europe."""
LENGTH = timedelta(minutes=60)
STEP = timedelta(minutes=30)
PLACES = [
    ("Europe/Berlin", "DE-BY"),
    ("Europe/London", "GB-ENG"),
    ("America/New_York", "US-NY"),
    ("Asia/Kathmandu", None),
    ("Europe/Lisbon", "PT"),
]


def measure_slots(*, quick: bool = False) -> Figure:
    """Search for one of ten, and for two certain people with one of each of three pools, again and again."""
    chance = random.Random(1)
    people = [_person(chance, number) for number in range(PEOPLE)]
    busy = {one.user_id: _calendar(chance) for one in people}
    booked = [
        Booking(one.user_id, UUID(int=1000 + number), span.start)
        for one in people
        for number, span in enumerate(chance.sample(busy[one.user_id], 8))
    ]
    pool = Panel.any_of(people)
    in_europe = [one for one in people if one.hours.zone.startswith("Europe")]
    panel = Panel(in_europe[:2], (in_europe[2:4], people, in_europe[3:]))
    rounds = ROUNDS_QUICK if quick else ROUNDS
    found = {"one of ten": _search(pool, busy, booked), "panel": _search(panel, busy, booked)}
    one_of_ten = _times(lambda: _search(pool, busy, booked), rounds)
    of_panel = _times(lambda: _search(panel, busy, booked), rounds)
    floor = _times(lambda: _bare(busy), rounds)
    slowest = max((one_of_ten, of_panel), key=lambda times: spread(times).p50)
    return Figure(
        name="slot_search",
        what=f"every free hour on half hours in 14 days of {PEOPLE} interviewers in five zones with {BUSY_EACH}"
        " busy spans each, limits, buffers and holidays; processor time of the slower of"
        " one of ten and a panel of five, median",
        unit="ms",
        value=spread(slowest).p50,
        goal=Goal(GOAL_MS),
        floor=spread(floor).p50,
        floor_is="reading both ends of each of the same spans once, and sorting them for each person",
        today="one request per calendar",
        detail={
            "one_of_ten_ms": spread(one_of_ten),
            "panel_ms": spread(of_panel),
            "slots_found": {name: len(slots) for name, slots in found.items()},
        },
    )


def _person(chance: random.Random, number: int) -> Interviewer:
    zone, region = PLACES[number % len(PLACES)]
    starts = wall(chance.randint(6, 8), chance.choice([0, 30]))
    hours = WorkingHours(
        zone,
        starts,
        wall(chance.randint(19, 22)),
        frozenset(range(1, 6)),
        region,
        frozenset({date(2026, 3, 24)}),
    )
    return Interviewer(
        user_id=UUID(int=number + 1),
        hours=hours,
        member_since=NOW - timedelta(days=chance.randint(0, 900)),
        load=chance.randint(0, 200),
        buffer_before=timedelta(minutes=chance.choice([0, 5, 15])),
        buffer_after=timedelta(minutes=chance.choice([0, 5, 15])),
        per_day=4,
        per_week=12,
    )


def _calendar(chance: random.Random) -> list[Span]:
    """Many short spans, in the order in which a calendar lists them, with hours between that stay free."""
    spans: list[Span] = []
    while len(spans) < BUSY_EACH:
        start = NOW + timedelta(minutes=chance.randint(0, 14 * 24 * 60))
        if start.hour % 3:
            spans.append(Span(start, start + timedelta(minutes=chance.randint(1, 20))))
    return sorted(spans, key=lambda span: span.start)


def _search(panel: Panel, busy: Busy, booked: list[Booking]) -> list[Slot]:
    return free_slots(panel, busy, offer_window(NOW), LENGTH, booked=booked, step=STEP)


def _bare(busy: Busy) -> list[list[tuple[datetime, datetime]]]:
    return [sorted([(span.start, span.end) for span in spans]) for spans in busy.values()]


def _times(work: Callable[[], object], rounds: int) -> list[float]:
    """Milliseconds of this process in each round: what others do on the machine does not count, nor do pauses
    of the collector, which depend on the rest of the process."""
    taken: list[float] = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            start = time.process_time()
            work()
            taken.append((time.process_time() - start) * 1000)
    finally:
        gc.enable()
    return taken
