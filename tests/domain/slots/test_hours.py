"""Working days: wall-clock hours through changes of clock, holidays and days off."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest

from domain.errors import InvalidInputError
from domain.slots import Span, WorkingHours, public_holidays, weekdays, working_spans
from domain.slots.hours import shifts
from tests.domain.slots.by_hand import MINUTE, readings, utc
from tests.domain.slots.situations import EVES

ALL_WEEK = frozenset(range(1, 8))
HALF_HOUR = timedelta(minutes=30)


def week(first: date) -> Span:
    start = datetime.combine(first, time(12), UTC)
    return Span(start, start + timedelta(days=7))


def test_nine_o_clock_stays_nine_o_clock_when_the_clocks_change() -> None:
    for day, before, after in ((date(2026, 3, 28), 8, 7), (date(2026, 10, 24), 7, 8)):
        person = WorkingHours("Europe/Berlin", time(9), time(18), ALL_WEEK)
        start = datetime.combine(day, time(0), tzinfo=UTC)
        spans = list(working_spans(person, Span(start, start + timedelta(days=1, hours=12))))
        assert [span.start.hour for span in spans] == [before, after]
        assert {span.length for span in spans} == {timedelta(hours=9)}


def test_a_night_shift_ends_at_midnight_and_shrinks_and_grows_with_the_clocks() -> None:
    person = WorkingHours("Europe/Berlin", time(0), time(0), ALL_WEEK)
    lengths = []
    for day in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25)):
        noon = datetime.combine(day, time(12), tzinfo=UTC)
        (span,) = working_spans(person, Span(noon, noon))
        lengths.append(span.length)
    assert lengths == [timedelta(hours=h) for h in (24, 23, 25)]


def test_slots_begin_at_no_time_that_the_clock_leaves_out_and_once_at_one_that_it_repeats() -> None:
    night = WorkingHours("Europe/Berlin", time(1), time(4), ALL_WEEK)
    for day, hours in ((date(2026, 3, 29), [0, 30, 60, 90]), (date(2026, 10, 25), [0, 30, 60, 90, 180, 210])):
        noon = datetime.combine(day, time(12), tzinfo=UTC)
        (shift,) = shifts(night, Span(noon, noon), HALF_HOUR)
        assert [(start - shift.opens) // 60 for start in shift.starts] == hours


def test_a_change_of_half_an_hour_is_kept_too() -> None:
    night = WorkingHours("Australia/Lord_Howe", time(1), time(4), ALL_WEEK)
    for day, hours in ((date(2026, 10, 4), 2.5), (date(2026, 4, 5), 3.5)):
        noon = datetime.combine(day, time(1), tzinfo=UTC)
        (shift,) = shifts(night, Span(noon, noon), HALF_HOUR)
        assert shift.closes - shift.opens == hours * 3600


@pytest.mark.parametrize("zone", sorted(EVES))
def test_days_that_begin_or_end_around_a_change_of_clock_are_read_as_the_clock_shows_them(zone: str) -> None:
    quarters = [time(q // 4, q % 4 * 15) for q in range(0, 16, 3)] + [time(23, 30)]
    for eve in EVES[zone]:
        first = datetime.combine(eve, time(0), UTC) - timedelta(days=2)
        clock = readings(zone, first)
        for starts, ends, ahead in product(quarters, quarters, (0, 1, 2)):
            day = eve + timedelta(days=ahead)
            opens, closes = datetime.combine(day, starts), datetime.combine(day, ends)
            if closes <= opens:
                closes = datetime.combine(day + timedelta(days=1), time(0))
            due = [first + n * MINUTE for n, now in enumerate(clock) if opens <= now.furthest < closes]
            noon = datetime.combine(day, time(12), UTC)
            found = [
                shift
                for shift in shifts(WorkingHours(zone, starts, ends, ALL_WEEK), Span(noon, noon), HALF_HOUR)
                if shift.day == day
            ]
            at_work = [(shift.opens, shift.closes) for shift in found]
            assert at_work == ([(due[0].timestamp(), due[-1].timestamp() + 60)] if due else [])


def test_only_the_named_weekdays_are_worked() -> None:
    person = WorkingHours("UTC", time(9), time(17), weekdays(0b0010101))
    days = [span.start.isoweekday() for span in working_spans(person, week(date(2026, 3, 2)))]
    assert days == [1, 3, 5, 1]


def test_public_holidays_of_the_own_region_and_own_days_off_are_not_worked() -> None:
    at_easter = week(date(2026, 4, 1))
    off = frozenset({date(2026, 4, 8)})

    def days(region: str | None, off: frozenset[date] = frozenset()) -> list[int]:
        person = WorkingHours("Europe/Berlin", time(9), time(17), weekdays(31), region, off)
        return [span.start.day for span in working_spans(person, at_easter)]

    assert days(None) == [1, 2, 3, 6, 7, 8]
    assert days("DE-BY") == [1, 2, 7, 8]
    assert days("US") == [1, 2, 3, 6, 7, 8]
    assert days("DE-BY", off) == [1, 2, 7]


def test_a_holiday_is_a_date_of_the_interviewers_zone() -> None:
    person = WorkingHours("Pacific/Auckland", time(9), time(17), ALL_WEEK, "NZ")
    window = Span(utc(2026, 2, 5, 0), utc(2026, 2, 6, 12))
    assert date(2026, 2, 6) in public_holidays("NZ", 2026)
    local_days = [shift.day for shift in shifts(person, window, HALF_HOUR)]
    assert local_days == [date(2026, 2, 5), date(2026, 2, 7)]


def test_subdivisions_have_holidays_of_their_own() -> None:
    epiphany = date(2026, 1, 6)
    assert epiphany in public_holidays("DE-BY", 2026)
    assert epiphany not in public_holidays("DE-BE", 2026)
    assert public_holidays("de-BY", 2026) == public_holidays("DE-BY", 2026)


@pytest.mark.parametrize("region", ["XX", "DE-XX", "", "Bavaria", "DE-BY-1"])
def test_an_unknown_region_is_refused_with_what_to_do(region: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        public_holidays(region, 2026)
    assert refusal.value.field == "holidays"
    assert "DE-BY" in (refusal.value.remedy or "")
