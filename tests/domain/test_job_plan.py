"""Where a closed job stands, for any count of seats."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.job_plan import FINISHED, Outlook, SeatCount, outlook

NOW = datetime(2026, 3, 2, tzinfo=UTC)
cutoffs = st.none() | st.integers(-5, 5).map(lambda hours: NOW + timedelta(hours=hours))
counts = st.builds(
    SeatCount,
    openings=st.integers(1, 5),
    live=st.integers(0, 5),
    completed=st.integers(0, 5),
    bench=st.integers(0, 5),
    cutoff=cutoffs,
)


@given(counts)
def test_a_job_ends_only_when_nothing_is_under_way_that_it_needs(seats: SeatCount) -> None:
    match outlook(seats, NOW):
        case Outlook.FILLED:
            assert seats.completed >= seats.openings
        case Outlook.EXHAUSTED:
            assert seats.live == 0
            assert seats.bench == 0
            assert seats.completed < seats.openings
        case Outlook.RECRUITER:
            assert seats.bench > 0
            assert seats.cutoff is not None
            assert seats.cutoff <= NOW
        case Outlook.INTERVIEWS:
            assert seats.live > 0 or seats.bench > 0


@given(counts)
def test_more_to_do_never_ends_a_job(seats: SeatCount) -> None:
    if outlook(seats, NOW) not in FINISHED:
        more = SeatCount(seats.openings, seats.live + 1, seats.completed, seats.bench + 1, seats.cutoff)
        assert outlook(more, NOW) not in FINISHED


@given(counts)
def test_vacant_seats_are_never_less_than_none(seats: SeatCount) -> None:
    assert seats.vacant == max(0, seats.openings - seats.live - seats.completed)
