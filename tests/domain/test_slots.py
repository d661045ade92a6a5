"""Free times against a slow and obvious reading of the rules."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.slots import STEP, Slot, Span, WorkingHours, free_slots, nearest, spread, weekdays, working_spans

ALL_WEEK = frozenset(range(1, 8))
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"])
DAYS = st.sampled_from(
    [
        date(2026, 3, 2),
        date(2026, 3, 7),
        date(2026, 3, 28),
        date(2026, 10, 24),
        date(2026, 4, 4),
        date(2026, 10, 31),
    ]
)
"""Quiet weeks and the eves of changes of clock in these zones."""
LENGTHS = st.sampled_from([timedelta(minutes=m) for m in (15, 30, 45, 60, 90)])


@st.composite
def hours(draw: st.DrawFn, n: int) -> WorkingHours:
    starts = draw(st.integers(5, 12))
    ends = draw(st.integers(starts + 1, 23))
    minute = draw(st.sampled_from([0, 30]))
    days = draw(st.frozensets(st.integers(1, 7), min_size=3))
    return WorkingHours(UUID(int=n), draw(ZONES), time(starts, minute), time(ends), days)


@st.composite
def situations(draw: st.DrawFn) -> tuple[list[WorkingHours], list[tuple[UUID, Span]], Span, timedelta]:
    people = [draw(hours(n)) for n in range(draw(st.integers(1, 3)))]
    start = datetime.combine(draw(DAYS), time(draw(st.integers(0, 23)), draw(st.integers(0, 59))), tzinfo=UTC)
    window = Span(start, start + timedelta(hours=draw(st.integers(0, 72))))
    busy = []
    for _ in range(draw(st.integers(0, 6))):
        begin = start + timedelta(minutes=draw(st.integers(-300, 72 * 60)))
        span = Span(begin, begin + timedelta(minutes=draw(st.integers(1, 300))))
        busy.append((UUID(int=draw(st.integers(0, 3))), span))
    return people, busy, window, draw(LENGTHS)


def fits(person: WorkingHours, start: datetime, length: timedelta) -> bool:
    """Whether a slot lies in the person's hours, read off the wall clock at both of its ends."""
    zone = ZoneInfo(person.zone)
    local, end = start.astimezone(zone), (start + length).astimezone(zone)
    opens, closes = (datetime.combine(local.date(), t) for t in (person.starts, person.ends))
    inside = opens <= local.replace(tzinfo=None) and end.replace(tzinfo=None) <= closes
    step = max(STEP, length)
    return (
        local.isoweekday() in person.days
        and inside
        and (start - opens.replace(tzinfo=zone)) % step == timedelta(0)
    )


def by_hand(
    people: list[WorkingHours], busy: list[tuple[UUID, Span]], window: Span, length: timedelta
) -> dict[datetime, set[UUID]]:
    """Every quarter of an hour of the window, tried for everybody."""
    found: dict[datetime, set[UUID]] = {}
    start = window.start.replace(minute=0) - timedelta(hours=1)
    while start + length <= window.end:
        slot = Span(start, start + length)
        for person in people:
            taken = any(user == person.user_id and span.overlaps(slot) for user, span in busy)
            if start >= window.start and not taken and fits(person, start, length):
                found.setdefault(start, set()).add(person.user_id)
        start += timedelta(minutes=15)
    return found


@given(situations())
def test_exactly_the_free_times_are_found(
    case: tuple[list[WorkingHours], list[tuple[UUID, Span]], Span, timedelta],
) -> None:
    people, busy, window, length = case
    slots = free_slots(people, busy, window, length)
    due = by_hand(people, busy, window, length)
    assert [slot.start for slot in slots] == sorted(due)
    for slot in slots:
        assert slot.end - slot.start == length
        assert slot.interviewer_id in due[slot.start]


def test_nine_o_clock_stays_nine_o_clock_when_the_clocks_change() -> None:
    for day, before, after in ((date(2026, 3, 28), 8, 7), (date(2026, 10, 24), 7, 8)):
        person = WorkingHours(UUID(int=1), "Europe/Berlin", time(9), time(18), ALL_WEEK)
        start = datetime.combine(day, time(0), tzinfo=UTC)
        spans = list(working_spans(person, Span(start, start + timedelta(days=1, hours=12))))
        assert [span.start.hour for span in spans] == [before, after]
        assert {span.end - span.start for span in spans} == {timedelta(hours=9)}


def test_a_night_shift_ends_at_midnight_and_shrinks_and_grows_with_the_clocks() -> None:
    person = WorkingHours(UUID(int=1), "Europe/Berlin", time(0), time(0), ALL_WEEK)
    lengths = []
    for day in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25)):
        noon = datetime.combine(day, time(12), tzinfo=UTC)
        (span,) = working_spans(person, Span(noon, noon))
        lengths.append(span.end - span.start)
    assert lengths == [timedelta(hours=h) for h in (24, 23, 25)]


def test_of_several_who_are_free_the_one_with_less_to_do_takes_it() -> None:
    start = datetime(2026, 3, 2, 9, tzinfo=UTC)
    people = [WorkingHours(UUID(int=n), "UTC", time(9), time(18), ALL_WEEK) for n in (1, 2)]
    later = Span(start + timedelta(hours=5), start + timedelta(hours=6))
    slots = free_slots(
        people, [(UUID(int=1), later)], Span(start, start + timedelta(hours=1)), timedelta(hours=1)
    )
    assert slots == [Slot(start, start + timedelta(hours=1), UUID(int=2))]


@pytest.mark.timeout(20)
def test_two_weeks_of_ten_busy_interviewers_are_searched() -> None:
    start = datetime(2026, 3, 2, tzinfo=UTC)
    people = [WorkingHours(UUID(int=n), "Europe/Berlin", time(9), time(18), weekdays(31)) for n in range(10)]
    busy = [
        (UUID(int=n), Span(begin, begin + timedelta(minutes=50)))
        for n in range(10)
        for k in range(50)
        for begin in [start + timedelta(hours=8 + k % 7, days=k // 7, minutes=n)]
    ]
    window = Span(start, start + timedelta(days=14))
    slots = free_slots(people, busy, window, timedelta(hours=1))
    assert [slot.start for slot in slots] == sorted(by_hand(people, busy, window, timedelta(hours=1)))


MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
spans = st.builds(
    lambda at, length: Span(MONDAY + timedelta(hours=at), MONDAY + timedelta(hours=at + length)),
    st.integers(0, 60),
    st.integers(1, 12),
)


@given(st.lists(spans, max_size=4), st.integers(1, 5))
def test_the_nearest_slots_lie_inside_what_was_wanted(wanted: list[Span], count: int) -> None:
    start = datetime(2026, 3, 2, tzinfo=UTC)
    slots = [
        Slot(start + timedelta(hours=h), start + timedelta(hours=h + 1), UUID(int=1)) for h in range(0, 60, 2)
    ]
    chosen = nearest(slots, wanted, count)
    inside = [s for s in slots if any(w.holds(Span(s.start, s.end)) for w in wanted)]
    assert len(chosen) == min(count, len(inside))
    assert len(set(chosen)) == len(chosen)
    assert set(chosen) <= set(inside)
    assert chosen == sorted(chosen, key=lambda s: s.start)


def test_a_spread_names_different_days_first() -> None:
    start = datetime(2026, 3, 2, 9, tzinfo=UTC)
    slots = [
        Slot(start + timedelta(days=d, hours=h), start + timedelta(days=d, hours=h + 1), UUID(int=1))
        for d in range(3)
        for h in range(4)
    ]
    assert [s.start.day for s in spread(slots, 3)] == [2, 3, 4]
    assert [s.start.day for s in spread(slots, 5)] == [2, 2, 2, 3, 4]
    assert spread(slots[:2], 5) == slots[:2]
