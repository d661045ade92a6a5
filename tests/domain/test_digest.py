"""When a digest is due, from when it tells, and what it says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.digest import (
    LONGEST,
    Ahead,
    DigestContent,
    Due,
    Event,
    JobNews,
    Need,
    due_day,
    morning,
    start_of,
)
from domain.messages import compose
from domain.messages.digest import AHEAD, EVENTS, NEEDS
from domain.vocabulary import MailTemplate as T
from tests.domain.test_messages import MINIMAL, NOW, words

NEWS = JobNews(
    UUID(int=7),
    "Data Engineer",
    "Acme",
    "closed",
    {Event.INVITED: 3, Event.ACCEPTED: 1},
    {Need.CONVERSATION: 2, Need.HELD: 1},
    (
        Due(Ahead.INTERVIEW, 1, NOW + timedelta(hours=30)),
        Due(Ahead.ANSWER, 2, NOW + timedelta(hours=5)),
    ),
)
CONTENT = DigestContent(NOW - timedelta(days=1), NOW, (NEWS,))
FACTS = replace(
    MINIMAL,
    job_title="",
    digest=CONTENT,
    board_url="https://hire.example/digest",
    unsubscribe_url="https://hire.example/digest/off/1/token",
)


@pytest.mark.parametrize(
    ("instant", "zone", "day"),
    [
        (datetime(2026, 3, 2, 7, 59, tzinfo=UTC), "UTC", None),
        (datetime(2026, 3, 2, 8, 0, tzinfo=UTC), "UTC", date(2026, 3, 2)),
        (datetime(2026, 3, 2, 2, 15, tzinfo=UTC), "Asia/Kathmandu", date(2026, 3, 2)),
        (datetime(2026, 3, 2, 2, 14, tzinfo=UTC), "Asia/Kathmandu", None),
        (datetime(2026, 3, 1, 19, 0, tzinfo=UTC), "Pacific/Auckland", date(2026, 3, 2)),
        # The clocks of Berlin go forward in the night of 29 March.
        (datetime(2026, 3, 28, 6, 59, tzinfo=UTC), "Europe/Berlin", None),
        (datetime(2026, 3, 29, 6, 0, tzinfo=UTC), "Europe/Berlin", date(2026, 3, 29)),
    ],
)
def test_a_digest_is_due_from_eight_on_the_readers_clock(
    instant: datetime, zone: str, day: date | None
) -> None:
    assert due_day(instant, zone) == day


@given(
    st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe"]),
)
def test_every_day_has_one_morning_and_it_lies_on_a_quarter_of_an_hour(day: date, zone: str) -> None:
    at = morning(day, zone).astimezone(UTC)
    assert due_day(at, zone) == day
    assert due_day(at - timedelta(minutes=1), zone) is None
    assert at.minute % 15 == 0
    assert at.second == 0


def test_after_a_pause_there_is_one_digest_over_all_of_it_within_a_week() -> None:
    assert start_of(None, NOW) == NOW - timedelta(days=1)
    assert start_of(NOW - timedelta(days=3), NOW) == NOW - timedelta(days=3)
    assert start_of(NOW - timedelta(days=30), NOW) == NOW - LONGEST


def test_the_mail_says_what_needs_a_person_what_happened_and_what_is_next() -> None:
    message = compose(T.DIGEST, FACTS)
    assert message.subject == "Your hiring today: 3 things need you"
    (section,) = message.sections
    assert section.heading == "Data Engineer at Acme"
    assert section.address == f"https://hire.example/jobs/{UUID(int=7)}"
    assert section.lines == (
        "Needs you: 2 conversations wait for your answer; 1 step is held by a gate that is off.",
        "Happened: 3 invitations were sent; 1 accepted.",
        (
            "Next: 2 answers are due, the first Friday, 10 April, 16:00 (Berlin, UTC+2); "
            "an interview takes place Saturday, 11 April, 17:00 (Berlin, UTC+2)."
        ),
    )
    assert message.actions == (
        ("Open the digest", "https://hire.example/digest"),
        ("Stop this mail", "https://hire.example/digest/off/1/token"),
    )


def test_a_digest_of_very_many_jobs_points_to_the_page() -> None:
    content = replace(CONTENT, jobs=(NEWS,) * 45)
    message = compose(T.DIGEST, replace(FACTS, digest=content))
    assert len(message.sections) == 30
    assert "15 more jobs are on the page." in message.paragraphs


def test_everything_the_digest_counts_has_words() -> None:
    assert set(EVENTS) == set(Event)
    assert set(NEEDS) == set(Need)
    assert set(AHEAD) == set(Ahead)


def test_a_job_with_nothing_but_deadlines_is_no_reason_for_a_mail() -> None:
    quiet = replace(NEWS, happened={}, needs={})
    assert not replace(CONTENT, jobs=(quiet,)).has_news
    assert CONTENT.has_news


@given(st.text(max_size=60), st.text(max_size=60))
def test_titles_stay_on_one_line(title: str, company: str) -> None:
    news = replace(NEWS, title=f"J\r\nBcc: x {title}", company=company)
    message = compose(T.DIGEST, replace(FACTS, digest=replace(CONTENT, jobs=(news,))))
    assert len(f"{message.sections[0].heading}|".splitlines()) == 1


def test_an_alert_says_what_it_is_and_how_often_it_comes() -> None:
    message = compose(T.ADMIN_ALERT, replace(FACTS, alerts=("3 mails wait to be handed over.",)))
    assert message.subject == "Understudy needs you: 3 mails wait to be handed over"
    assert "at most once a day" in words(message)
    assert "2 things" in compose(T.ADMIN_ALERT, replace(FACTS, alerts=("One.", "Two."))).subject
