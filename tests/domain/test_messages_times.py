"""Times as people read them."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import InvalidInputError
from domain.messages import format_duration, format_instant
from domain.messages.times import format_in_both

SUMMER = datetime(2026, 4, 14, 13, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "zone", "text"),
    [
        (SUMMER, "Europe/Berlin", "Tuesday 14 April 2026, 15:00 (Europe/Berlin, UTC+2)"),
        (SUMMER, "America/New_York", "Tuesday 14 April 2026, 09:00 (America/New_York, UTC-4)"),
        (SUMMER, "Asia/Kathmandu", "Tuesday 14 April 2026, 18:45 (Asia/Kathmandu, UTC+5:45)"),
        (SUMMER, "America/St_Johns", "Tuesday 14 April 2026, 10:30 (America/St_Johns, UTC-2:30)"),
        (SUMMER, "UTC", "Tuesday 14 April 2026, 13:00 (UTC)"),
        # Both sides of the two clock changes in Berlin, and a zone where it is already the next day.
        (
            datetime(2026, 3, 29, 0, 59, tzinfo=UTC),
            "Europe/Berlin",
            "Sunday 29 March 2026, 01:59 (Europe/Berlin, UTC+1)",
        ),
        (
            datetime(2026, 3, 29, 1, 0, tzinfo=UTC),
            "Europe/Berlin",
            "Sunday 29 March 2026, 03:00 (Europe/Berlin, UTC+2)",
        ),
        (
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
            "Europe/Berlin",
            "Sunday 25 October 2026, 02:30 (Europe/Berlin, UTC+2)",
        ),
        (
            datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
            "Europe/Berlin",
            "Sunday 25 October 2026, 02:30 (Europe/Berlin, UTC+1)",
        ),
        (
            datetime(2026, 12, 31, 12, 0, tzinfo=UTC),
            "Pacific/Auckland",
            "Friday 1 January 2027, 01:00 (Pacific/Auckland, UTC+13)",
        ),
    ],
)
def test_an_instant_is_absolute_and_names_its_zone(instant: datetime, zone: str, text: str) -> None:
    assert format_instant(instant, zone) == text


def test_the_other_zone_is_left_out_while_both_clocks_agree() -> None:
    assert format_in_both(SUMMER, "Europe/Berlin", "Europe/Paris") == format_instant(SUMMER, "Europe/Berlin")
    assert "for the interviewer Tuesday 14 April 2026, 14:00 (Europe/London, UTC+1)" in format_in_both(
        SUMMER, "Europe/Berlin", "Europe/London"
    )


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (45, "45 minutes"),
        (60, "1 hour"),
        (90, "1 hour 30 minutes"),
        (48 * 60, "2 days"),
        (25 * 60 + 1, "1 day 1 hour 1 minute"),
        (0, "less than a minute"),
        (-5, "less than a minute"),
    ],
)
def test_a_length_is_told_in_words(minutes: int, text: str) -> None:
    assert format_duration(timedelta(minutes=minutes)) == text


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="without a zone"):
        format_instant(SUMMER.replace(tzinfo=None), "UTC")
