"""Rounds and the times that candidates write."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.negotiation import answer_reply, read_intervals
from domain.slots import Slot, Span
from domain.vocabulary import NegotiationState as N

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = Span(START, START + timedelta(hours=8))
FREE = [Slot(START + timedelta(hours=h), START + timedelta(hours=h + 1), (UUID(int=1),)) for h in range(8)]
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia"])


@given(st.integers(1, 6), st.lists(st.booleans(), min_size=1, max_size=12))
def test_after_so_many_rounds_at_most_a_person_takes_over(rounds: int, something_free: list[bool]) -> None:
    state, current, replies = N.AWAITING_AVAILABILITY, 1, 0
    for free in something_free:
        reply = answer_reply(state, current, rounds, [DAY], FREE if free else [])
        replies += 1
        assert 1 <= reply.round <= rounds
        assert reply.round >= current
        assert (reply.state is N.AWAITING_SELECTION) == bool(reply.proposals)
        state, current = reply.state, reply.round
        if state is N.ESCALATED:
            break
    assert replies <= rounds + 1
    if len(something_free) > rounds:
        assert state is N.ESCALATED


def test_the_third_unresolved_round_escalates() -> None:
    first = answer_reply(N.AWAITING_AVAILABILITY, 1, 3, [DAY], [])
    second = answer_reply(first.state, first.round, 3, [DAY], [])
    third = answer_reply(second.state, second.round, 3, [DAY], [])
    assert [(r.state, r.round) for r in (first, second, third)] == [
        (N.AWAITING_AVAILABILITY, 2),
        (N.AWAITING_AVAILABILITY, 3),
        (N.ESCALATED, 3),
    ]


def test_a_reply_to_proposals_costs_a_round() -> None:
    first = answer_reply(N.AWAITING_AVAILABILITY, 1, 3, [DAY], FREE)
    assert (first.state, first.round, len(first.proposals)) == (N.AWAITING_SELECTION, 1, 3)
    assert answer_reply(first.state, first.round, 3, [DAY], FREE).round == 2
    assert answer_reply(N.AWAITING_SELECTION, 3, 3, [DAY], FREE).state is N.ESCALATED


@given(
    st.text(max_size=60) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:/TZ+-]{0,30}", fullmatch=True),
    ZONES,
)
def test_any_text_is_either_read_or_refused(text: str, zone: str) -> None:
    try:
        spans = read_intervals(text, zone)
    except InvalidInputError:
        return
    assert spans == sorted(spans, key=lambda s: (s.start, s.end))
    for span in spans:
        assert span.end.astimezone(UTC) > span.start.astimezone(UTC)


@pytest.mark.parametrize(
    "text",
    ["9999-12-31T23:30", "0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00", "0001-01-01T00:00/09:00"],
)
def test_times_at_the_end_of_the_calendar_are_refused_like_other_nonsense(text: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        read_intervals(text, "America/New_York")
    assert refusal.value.field == "message"


@pytest.mark.parametrize("text", ["", " ; \n", "tomorrow", "2026-04-14T12:00/2026-04-14T09:00", "x" * 4001,
                                  ";".join(["2026-04-14T09:00"] * 51)])  # fmt: skip
def test_what_is_no_list_of_times_is_refused_and_an_example_given(text: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        read_intervals(text, "UTC")
    assert refusal.value.field == "message"
    assert refusal.value.remedy


def test_times_are_meant_in_the_candidates_zone_and_ends_may_be_short() -> None:
    text = "2026-04-14T09:00/12:00; 2026-04-13T10:00Z\n2026-04-15T09:00/2026-04-15T10:30"
    spans = read_intervals(text, "America/New_York")
    assert [(s.start.astimezone(UTC).isoformat(" "), s.end - s.start) for s in spans] == [
        ("2026-04-13 10:00:00+00:00", timedelta(hours=1)),
        ("2026-04-14 13:00:00+00:00", timedelta(hours=3)),
        ("2026-04-15 13:00:00+00:00", timedelta(hours=1, minutes=30)),
    ]


def test_an_interval_over_a_change_of_clock_has_its_true_length() -> None:
    (spring,) = read_intervals("2026-03-29T01:00/2026-03-29T04:00", "Europe/Berlin")
    (autumn,) = read_intervals("2026-10-25T01:00/2026-10-25T04:00", "Europe/Berlin")
    lengths = [s.end.astimezone(UTC) - s.start.astimezone(UTC) for s in (spring, autumn)]
    assert lengths == [timedelta(hours=2), timedelta(hours=4)]


def test_an_interval_inside_the_hour_that_does_not_exist_is_refused_when_it_is_none() -> None:
    with pytest.raises(InvalidInputError):
        read_intervals("2026-03-29T02:30/2026-03-29T03:00", "Europe/Berlin")


@given(st.integers(0, 300), st.integers(1, 200), ZONES)
def test_what_is_written_in_a_zone_is_read_back(hours: int, minutes: int, zone: str) -> None:
    start = (START + timedelta(hours=hours)).astimezone(ZoneInfo(zone))
    end = (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))
    (span,) = read_intervals(f"{start.isoformat()}/{end.isoformat()}", "UTC")
    assert (span.start, span.end) == (start, end)
