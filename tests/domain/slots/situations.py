"""Random interviewers, panels and calendars, around changes of clock and public holidays."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from hypothesis import strategies as st

from domain.slots import Booking, Interviewer, Panel, Span, WorkingHours
from tests.domain.slots.by_hand import Question

EVES = {
    "Europe/Berlin": [date(2026, 3, 28), date(2026, 10, 24), date(2026, 4, 2)],
    "America/New_York": [date(2026, 3, 7), date(2026, 10, 31), date(2026, 7, 3)],
    "Australia/Lord_Howe": [date(2026, 4, 4), date(2026, 10, 3)],
    "America/Santiago": [date(2026, 4, 3), date(2026, 9, 5)],
    "Africa/Cairo": [date(2026, 4, 23), date(2026, 10, 29)],
    "Asia/Kathmandu": [date(2026, 5, 27)],
    "UTC": [date(2026, 12, 30)],
}
"""Eves of changes of clock (by an hour, by half an hour, at midnight) and of holidays, in their zones."""
REGIONS = [None, "DE-BY", "US", "AU", "CL", "EG"]
MINUTES = [timedelta(minutes=m) for m in (0, 5, 15, 45)]


@st.composite
def interviewers(draw: st.DrawFn, number: int, near: str, first: date) -> Interviewer:
    """Somebody who mostly lives in the zone whose clock changes, and mostly works by day."""
    zone = draw(st.sampled_from([near] * 12 + list(EVES)))
    if draw(st.integers(0, 5)):
        starts, ends = draw(st.integers(0, 10)), draw(st.integers(16, 24)) % 24
    else:
        starts, ends = draw(st.integers(0, 23)), draw(st.integers(0, 23))
    hours = WorkingHours(
        zone=zone,
        starts=time(starts, draw(st.sampled_from([0, 15, 30]))),
        ends=time(ends, draw(st.sampled_from([0, 30]))),
        days=draw(st.frozensets(st.integers(1, 7), min_size=6)),
        holidays=draw(st.sampled_from([None] * 6 + REGIONS)),
        days_off=draw(st.frozensets(st.integers(0, 9).map(lambda n: first + timedelta(days=n)), max_size=1)),
    )
    return Interviewer(
        user_id=UUID(int=number),
        hours=hours,
        member_since=datetime.combine(first, time(9), UTC) - timedelta(days=draw(st.integers(-3, 400))),
        load=draw(st.integers(0, 12)),
        buffer_before=draw(st.sampled_from(MINUTES)),
        buffer_after=draw(st.sampled_from(MINUTES)),
        per_day=draw(st.sampled_from([*[None] * 8, 0, 1, 1, 2, 3])),
        per_week=draw(st.sampled_from([*[None] * 8, 0, 1, 2, 3])),
    )


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """A panel of up to six people, some of them in several pools, and up to three days to search."""
    near = draw(st.sampled_from(sorted(EVES)))
    first = draw(st.sampled_from(EVES[near]))
    people = [draw(interviewers(number, near, first)) for number in range(draw(st.integers(2, 6)))]
    panel = draw(panels(people))
    begin = datetime.combine(first, time(draw(st.integers(0, 23)), draw(st.integers(0, 59))), UTC)
    begin += timedelta(seconds=draw(st.sampled_from([0, 0, 17])))
    window = Span(begin, begin + timedelta(hours=draw(st.integers(12, 72))))
    hour = begin.replace(minute=0, second=0)
    minutes = (st.integers(-600, 72 * 60) | st.integers(-40, 72 * 4).map(lambda quarter: quarter * 15)).map(
        lambda minute: hour + timedelta(minutes=minute)
    )
    spans = st.builds(lambda at, long: Span(at, at + timedelta(minutes=long)), minutes, st.integers(1, 300))
    bookings = st.builds(
        lambda who, which, at: Booking(UUID(int=who), UUID(int=which), at),
        st.integers(0, 5), st.integers(100, 103), minutes,
    )  # fmt: skip
    return Question(
        panel=panel,
        busy={one.user_id: draw(st.lists(spans, max_size=5)) for one in people},
        window=window,
        length=timedelta(minutes=draw(st.sampled_from([15, 30, 45, 60, 90]))),
        booked=draw(st.lists(bookings, max_size=8)),
        moving=draw(st.sampled_from([None, UUID(int=100)])),
        step=draw(st.sampled_from([None, None, timedelta(minutes=15), timedelta(minutes=30)])),
    )


@st.composite
def panels(draw: st.DrawFn, people: list[Interviewer]) -> Panel:
    always = draw(st.lists(st.sampled_from(people), max_size=2, unique=True))
    pool = st.lists(st.sampled_from(people), min_size=2, max_size=4, unique=True)
    return Panel(
        tuple(always),
        tuple(
            tuple(one)
            for one in draw(st.lists(pool, max_size=2 if always else 3, min_size=0 if always else 1))
        ),
    )
