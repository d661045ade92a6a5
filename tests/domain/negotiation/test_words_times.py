"""Times as the bot writes them: the reader's customs, the right instant, whatever the clocks do."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.negotiation.words import say
from domain.slots import Span
from tests.domain.negotiation.turns import FACTS, LANGUAGES, TURNS, at, text


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (Span(at(14, 5), at(14, 20)), "Dienstag, 14. April, ganztägig (Zeitzone Berlin)"),
        (
            Span(at(14, 20), at(15, 5)),
            "Dienstag, 14. April, 22:00 Uhr bis Mittwoch, 15. April, 07:00 Uhr (Zeitzone Berlin)",
        ),
    ],
)
def test_whole_days_and_nights_are_told_as_such(span: Span, words: str) -> None:
    turn = replace(TURNS["propose"], language="de", understood=(span,))
    assert say(turn, FACTS).paragraphs[0] == f"Ich habe verstanden: {words}."


@pytest.mark.parametrize(
    ("language", "zone", "words"),
    [
        ("en", "Europe/London", "1. Tuesday, 14 April, 14:00 (London, UTC+1)"),
        ("en", "America/New_York", "1. Tuesday, April 14, 9:00 AM (New York, UTC-4)"),
        ("en", "UTC", "1. Tuesday, 14 April, 13:00 (UTC)"),
        ("en", "Etc/GMT+5", "1. Tuesday, 14 April, 08:00 (UTC-5)"),
        ("de", "America/New_York", "1. Dienstag, 14. April, 09:00 Uhr (New York, UTC-4)"),
        ("fr", "America/Toronto", "1. mardi 14 avril, 09 h 00 (Toronto, UTC-4)"),
        ("es", "America/Mexico_City", "1. martes, 14 de abril, 7:00 a.m. (Ciudad de México, UTC-6)"),
        ("es", "Europe/Madrid", "1. martes, 14 de abril, 15:00 (Madrid, UTC+2)"),
        ("pt", "America/Sao_Paulo", "1. terça-feira, 14 de abril, 10:00 (São Paulo, UTC-3)"),
    ],
)
def test_times_are_written_as_language_and_region_do(language: str, zone: str, words: str) -> None:
    turn = replace(TURNS["propose one"], language=language)
    ((_, option),) = say(turn, replace(FACTS, zone=zone, interviewer_zone="")).options
    assert option == words


def test_the_year_is_named_when_it_is_another_one() -> None:
    turn = replace(TURNS["propose one"], at=datetime(2026, 12, 28, tzinfo=UTC))
    new_year = replace(turn, proposals=(datetime(2027, 1, 5, 9, tzinfo=UTC),))
    assert "5 January 2027, 10:00" in text(say(new_year, FACTS))


_READING = re.compile(
    r"(?P<hour>\d{1,2})(?::| h )(?P<minute>\d\d)(?: (?P<half>[ap])\.?m\.?)?(?: Uhr)? \((?:[^(),]+, )?"
    r"UTC(?:(?P<sign>[+-])(?P<off>\d+)(?::(?P<more>\d\d))?)?\)",
    re.IGNORECASE,
)
DAY = timedelta(days=1)


def seconds_of_the_day(reading: re.Match[str]) -> timedelta:
    """The instant within its UTC day that a printed clock reading with its offset means."""
    hour = int(reading["hour"])
    if reading["half"]:
        hour = hour % 12 + (12 if reading["half"].lower() == "p" else 0)
    offset = timedelta(hours=int(reading["off"] or 0), minutes=int(reading["more"] or 0))
    clock = timedelta(hours=hour, minutes=int(reading["minute"]))
    return (clock + offset if reading["sign"] == "-" else clock - offset) % DAY


ZONES = st.sampled_from(
    [
        "UTC",
        "Europe/Berlin",
        "Europe/London",
        "America/New_York",
        "America/St_Johns",
        "America/Sao_Paulo",
        "Asia/Kolkata",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Africa/Casablanca",
    ]
)
# Around the clock changes of Europe, North America and Lord Howe, and anywhere else in two years.
CHANGES = st.sampled_from(
    [
        datetime(2026, 3, 29, 1, tzinfo=UTC),
        datetime(2026, 10, 25, 1, tzinfo=UTC),
        datetime(2026, 3, 8, 7, tzinfo=UTC),
        datetime(2026, 4, 4, 15, tzinfo=UTC),
    ]
)
NEAR = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes), CHANGES, st.integers(-1500, 1500)
)
ANY = st.integers(0, 2 * 365 * 24 * 60).map(lambda m: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=m))
INSTANTS = st.one_of(NEAR, ANY)


@given(INSTANTS, ZONES, ZONES, st.sampled_from(LANGUAGES))
def test_every_clock_reading_means_the_same_instant(
    instant: datetime, zone: str, other: str, language: str
) -> None:
    turn = replace(TURNS["propose one"], language=language, proposals=(instant,))
    ((_, option),) = say(turn, replace(FACTS, zone=zone, interviewer_zone=other)).options

    readings = list(_READING.finditer(option))
    here, there = instant.astimezone(ZoneInfo(zone)), instant.astimezone(ZoneInfo(other))
    assert len(readings) == (1 if here.utcoffset() == there.utcoffset() else 2)
    midnight = instant.replace(hour=0, minute=0)
    assert {seconds_of_the_day(reading) for reading in readings} == {instant - midnight}
    assert re.search(rf"\b0?{here.day}\b", option.split("(")[0])
    if here.date() != there.date():
        assert re.search(rf"\b0?{there.day}\b", option.split(";" if ";" in option else "(")[1])
