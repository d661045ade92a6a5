"""Single rules of panels, by example: fair shares, limits, buffers, notice."""

from datetime import datetime, time, timedelta
from uuid import UUID

import pytest

from domain.errors import InvalidInputError
from domain.slots import (
    Booking,
    Interviewer,
    Panel,
    Slot,
    Span,
    WorkingHours,
    counted_span,
    free_slots,
    offer_window,
)
from tests.domain.slots.by_hand import utc

NINE_TO_SIX = WorkingHours("UTC", time(9), time(18), frozenset(range(1, 8)))
MONDAY = utc(2026, 3, 2)
WEEK = Span(MONDAY, MONDAY + timedelta(days=7))
MORNING = Span(utc(2026, 3, 2, 9), utc(2026, 3, 2, 10))
HOUR = timedelta(hours=1)
HALF = timedelta(minutes=30)


def person(number: int, *, joined_days_ago: int = 100, load: int = 0) -> Interviewer:
    return Interviewer(UUID(int=number), NINE_TO_SIX, MONDAY - timedelta(days=joined_days_ago), load)


def limited(per_day: int | None = None, per_week: int | None = None) -> Interviewer:
    return Interviewer(UUID(int=1), NINE_TO_SIX, MONDAY, per_day=per_day, per_week=per_week)


def who_takes(*pools: tuple[Interviewer, ...], required: tuple[Interviewer, ...] = ()) -> list[int]:
    slots = free_slots(Panel(required, pools), {}, MORNING, HOUR)
    return [user_id.int for slot in slots for user_id in slot.interviewer_ids]


def days(who: Interviewer, *booked: datetime, moving: UUID | None = None) -> set[int]:
    bookings = [Booking(who.user_id, UUID(int=number), start) for number, start in enumerate(booked)]
    slots = free_slots(Panel.any_of([who]), {}, WEEK, HOUR, booked=bookings, moving=moving)
    return {slot.start.day for slot in slots}


def hours(slots: list[Slot]) -> list[float]:
    return [slot.start.hour + slot.start.minute / 60 for slot in slots]


def test_shares_are_fair_over_the_time_of_membership() -> None:
    veteran = person(1, joined_days_ago=1000, load=100)
    newcomer = person(2, joined_days_ago=10, load=2)
    assert who_takes((newcomer, veteran)) == [1]
    assert who_takes((person(2, joined_days_ago=10), veteran)) == [2]


def test_one_interview_is_enough_for_the_first_day() -> None:
    veteran = person(1, joined_days_ago=1000, load=900)
    assert who_takes((person(2, joined_days_ago=0, load=1), veteran)) == [1]
    overworked = person(1, joined_days_ago=10, load=11)
    assert who_takes((person(2, joined_days_ago=0, load=1), overworked)) == [2]


def test_equal_shares_go_to_the_smaller_id() -> None:
    assert who_takes((person(2, load=1), person(1, load=1))) == [1]


def test_those_who_must_be_there_come_first_then_one_of_each_pool() -> None:
    assert who_takes((person(3),), (person(1), person(2)), required=(person(9), person(5))) == [9, 5, 3, 1]


def test_nobody_takes_two_seats_and_a_pool_leaves_enough_people_for_the_next() -> None:
    one, other = person(1), person(2)
    assert who_takes((one, other), (one,)) == [2, 1]
    assert who_takes((one, other), required=(one,)) == [1, 2]
    assert who_takes((one,), (one,)) == []
    assert who_takes((one,), (one, other), (other,)) == []


def test_a_panel_without_anybody_has_no_times_and_nor_has_one_with_an_empty_pool() -> None:
    assert who_takes() == []
    assert who_takes((), required=(person(1),)) == []
    assert who_takes((), (person(1),)) == []


def test_who_leads_is_the_first() -> None:
    (slot,) = free_slots(Panel((person(4),), ((person(1),),)), {}, MORNING, HOUR)
    assert slot.interviewer_id == UUID(int=4)


def test_a_panel_across_zones_meets_on_the_leads_clock() -> None:
    berlin = Interviewer(
        UUID(int=1), WorkingHours("Europe/Berlin", time(8), time(12), NINE_TO_SIX.days), MONDAY
    )
    kathmandu = Interviewer(
        UUID(int=2), WorkingHours("Asia/Kathmandu", time(13), time(16), NINE_TO_SIX.days), MONDAY
    )
    day = Span(MONDAY, MONDAY + timedelta(days=1))
    assert hours(free_slots(Panel((berlin, kathmandu)), {}, day, HALF)) == [7.5, 8, 8.5, 9, 9.5]
    assert hours(free_slots(Panel((kathmandu, berlin)), {}, day, HALF)) == [
        7.25,
        7.75,
        8.25,
        8.75,
        9.25,
        9.75,
    ]


def test_a_full_day_is_not_offered() -> None:
    monday = [utc(2026, 3, 2, 9), utc(2026, 3, 2, 11)]
    assert 2 in days(limited(per_day=3), *monday)
    assert days(limited(per_day=2), *monday) == {3, 4, 5, 6, 7, 8}


def test_a_full_iso_week_is_not_offered() -> None:
    before, sunday = utc(2026, 3, 1, 9), utc(2026, 3, 8, 9)
    assert days(limited(per_week=1), before) == {2, 3, 4, 5, 6, 7, 8}
    assert days(limited(per_week=1), sunday) == set()


def test_the_interview_that_is_moved_does_not_count() -> None:
    booked = utc(2026, 3, 2, 9)
    assert 2 not in days(limited(per_day=1), booked)
    assert 2 in days(limited(per_day=1), booked, moving=UUID(int=0))
    assert days(limited(per_week=1), booked, moving=UUID(int=0)) == days(limited())


def test_a_limit_of_nothing_is_not_the_same_as_no_limit() -> None:
    assert days(limited(per_day=0)) == set()
    assert days(limited(per_week=0)) == set()
    assert len(days(limited())) == 7


def test_whatever_counts_for_a_limit_lies_in_the_counted_span() -> None:
    span = counted_span(Span(utc(2026, 3, 4, 12), utc(2026, 3, 11, 12)))
    assert span.start <= utc(2026, 3, 1, 10)  # Monday has begun on Kiritimati
    assert utc(2026, 3, 16, 12) <= span.end  # and has not on Baker Island


def test_a_buffer_keeps_busy_time_away_but_not_the_end_of_work() -> None:
    who = Interviewer(
        UUID(int=1), NINE_TO_SIX, MONDAY, buffer_before=timedelta(minutes=15), buffer_after=timedelta(hours=1)
    )
    day = Span(MONDAY, MONDAY + timedelta(days=1))
    busy = {who.user_id: [Span(utc(2026, 3, 2, 12), utc(2026, 3, 2, 13))]}
    slots = free_slots(Panel.any_of([who]), busy, day, HOUR)
    assert hours(slots) == [9, 10, 14, 15, 16, 17]


def test_two_interviews_may_share_the_buffer_between_them() -> None:
    quarter = timedelta(minutes=15)
    who = Interviewer(UUID(int=1), NINE_TO_SIX, MONDAY, buffer_before=quarter, buffer_after=quarter)
    other = Span(utc(2026, 3, 2, 10, 45), utc(2026, 3, 2, 11, 45))
    slots = free_slots(Panel.any_of([who]), {who.user_id: [other]}, WEEK, HOUR, step=HALF)
    assert {9.5, 12} <= set(hours(slots)[:4])
    assert hours(slots)[:4] == [9, 9.5, 12, 12.5]


def test_notice_and_horizon_are_elapsed_time() -> None:
    at = utc(2026, 3, 28, 20)
    assert offer_window(at) == Span(utc(2026, 3, 29, 8), utc(2026, 4, 11, 20))
    berlin = Interviewer(
        UUID(int=1), WorkingHours("Europe/Berlin", time(9), time(18), NINE_TO_SIX.days), MONDAY
    )
    first, *_ = free_slots(Panel.any_of([berlin]), {}, offer_window(at), HOUR)
    assert first.start == utc(2026, 3, 29, 8)  # 10:00 by a clock that lost an hour: 9:00 would be 11 h away


def test_a_moment_too_early_and_a_moment_too_late_are_not_offered() -> None:
    who = Panel.any_of([person(1)])
    blink = timedelta(microseconds=1)
    start, end = utc(2026, 3, 2, 9), utc(2026, 3, 2, 11)
    assert hours(free_slots(who, {}, Span(start, end), HOUR)) == [9, 10]
    assert hours(free_slots(who, {}, Span(start + blink, end), HOUR)) == [10]
    assert hours(free_slots(who, {}, Span(start, end - blink), HOUR)) == [9]


def test_nonsense_is_refused() -> None:
    nobody = Panel()
    for length, step in ((timedelta(0), None), (-HOUR, None), (HOUR, timedelta(0))):
        with pytest.raises(InvalidInputError):
            free_slots(nobody, {}, WEEK, length, step=step)
    with pytest.raises(InvalidInputError):
        Panel(required=(person(1), person(1)))
    with pytest.raises(InvalidInputError):
        Interviewer(UUID(int=1), NINE_TO_SIX, MONDAY, buffer_before=-HOUR)
    with pytest.raises(InvalidInputError):
        limited(per_day=-1)
