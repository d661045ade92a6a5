"""Single rules of reading times, in the frame of one Tuesday morning in New York."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.negotiation.reading import Ask
from domain.negotiation.times import read_times

ZONE = ZoneInfo("America/New_York")
ASK = Ask("", datetime(2026, 2, 10, 8, 15, tzinfo=ZONE), "America/New_York", "Europe/Berlin")


def said(text: str, language: str = "en") -> list[str] | None:
    """The available times as "Thu12 10:00-12:00"; None when none was stated."""
    available = read_times(text, ASK, language).available
    if available is None:
        return None
    return [
        f"{span.start.astimezone(ZONE):%a%d %H:%M}-{span.end.astimezone(ZONE):%H:%M}" for span in available
    ]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Mon or Tue 2-4", ["Mon16 14:00-16:00", "Tue17 14:00-16:00"]),
        ("2pm Monday and Tuesday", ["Mon16 14:00-15:00", "Tue17 14:00-15:00"]),
        ("Monday at 10 or 2", ["Mon16 10:00-11:00", "Mon16 14:00-15:00"]),
        ("10 or 2 on Monday", ["Mon16 10:00-11:00", "Mon16 14:00-15:00"]),
        ("Monday morning or Tuesday", ["Mon16 09:00-12:00", "Tue17 07:00-22:00"]),
        ("9-11 Monday, 2-4 Tuesday", ["Mon16 09:00-11:00", "Tue17 14:00-16:00"]),
        ("Thurs or Fri, 10am either day", ["Thu12 10:00-11:00", "Fri13 10:00-11:00"]),
        ("Next week:\n- Monday 9-11\n- Wednesday 2-4", ["Mon16 09:00-11:00", "Wed18 14:00-16:00"]),
        ("Thursday. After 3.", ["Thu12 15:00-22:00"]),
    ],
)
def test_times_go_with_the_days_they_were_said_with(text: str, times: list[str]) -> None:
    assert said(text) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Thursday 9-3", ["Thu12 09:00-15:00"]),
        ("Thursday 10-1pm", ["Thu12 10:00-13:00"]),
        ("Thursday 8-10pm", ["Thu12 20:00-22:00"]),
        ("Thursday 12-2", ["Thu12 12:00-14:00"]),
        ("Thursday at 7 in the evening", ["Thu12 19:00-20:00"]),
        ("Thursday before 11 or after 4", ["Thu12 07:00-11:00", "Thu12 16:00-22:00"]),
        ("Thursday after 9 but before 12", ["Thu12 09:00-12:00"]),
        ("Thursday half four", ["Thu12 16:30-17:30"]),
        ("Thursday 10h30-12h", ["Thu12 10:30-12:00"]),
        ("Thursday 2pm for 45 minutes", ["Thu12 14:00-14:45"]),
        ("Thursday 1pm PT – 2pm PT", ["Thu12 16:00-17:00"]),
        ("Thursday 10-11 UTC+5:30", ["Wed11 23:30-00:30"]),
        ("Thursday 3pm your time", ["Thu12 09:00-10:00"]),
    ],
)
def test_clock_times_follow_the_rules_of_hours_and_zones(text: str, times: list[str]) -> None:
    assert said(text) == times


@pytest.mark.parametrize(
    ("text", "language", "times"),
    [
        ("Donnerstag um halb vier", "de", ["Thu12 15:30-16:30"]),
        ("Donnerstag dreiviertel vier", "de", ["Thu12 15:45-16:45"]),
        ("jeudi à 15h moins le quart", "fr", ["Thu12 14:45-15:45"]),
        ("el jueves a las cuatro menos cuarto", "es", ["Thu12 15:45-16:45"]),
        ("quinta às quinze para as quatro", "pt", ["Thu12 15:45-16:45"]),
        (
            "du 16 au 18 février le matin",
            "fr",
            ["Mon16 09:00-12:00", "Tue17 09:00-12:00", "Wed18 09:00-12:00"],
        ),
        (
            "de 16 a 18 de fevereiro às 10h",
            "pt",
            ["Mon16 10:00-11:00", "Tue17 10:00-11:00", "Wed18 10:00-11:00"],
        ),
        ("el juves por la maana", "es", ["Thu12 09:00-12:00"]),
    ],
)
def test_other_languages_say_it_their_way(text: str, language: str, times: list[str]) -> None:
    assert said(text, language) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Thursday except between 12 and 2", ["Thu12 07:00-12:00", "Thu12 14:00-22:00"]),
        ("Monday not, Tuesday 9-11", ["Tue17 09:00-11:00"]),
        ("I can't do Thursday, Friday 9-12", ["Fri13 09:00-12:00"]),
        ("If Thursday doesn't work, Friday at 10", ["Fri13 10:00-11:00"]),
        ("Friday rather than Thursday", ["Fri13 07:00-22:00"]),
        ("next week except Monday and Thursday afternoon", [
            "Tue17 07:00-22:00", "Wed18 07:00-22:00", "Thu19 07:00-12:00", "Thu19 17:00-22:00", "Fri20 07:00-22:00",
        ]),
        ("Thursday or Friday, preferably Friday", ["Thu12 07:00-22:00", "Fri13 07:00-22:00"]),
        ("I'm away until the 18th", [
            "Thu19 07:00-22:00", "Fri20 07:00-22:00", "Mon23 07:00-22:00", "Tue24 07:00-08:15",
        ]),
    ],
)  # fmt: skip
def test_refusals_take_away_and_wishes_take_nothing(text: str, times: list[str]) -> None:
    assert said(text) == times


@pytest.mark.parametrize(
    "text",
    [
        "I'll let you know by Thursday",
        "I applied on Monday",
        "Any news from your side?",
        "",
        "\u200b",
        "12345678901234567890",
    ],
)
def test_times_that_are_not_theirs_to_meet_are_no_statement(text: str) -> None:
    assert said(text) is None


def test_a_reason_before_so_is_no_offer() -> None:
    assert said("My train arrives at 10:15 on Thursday, so any time after 11") == ["Thu12 11:00-22:00"]
    assert said("I finish work at 5:30, so anything after that on Thursday") == ["Thu12 17:30-22:00"]


def test_only_times_outside_the_window_give_an_empty_answer() -> None:
    assert said("Earliest I can offer is June 1st") == []


def test_muted_places_say_nothing() -> None:
    text = "Thursday at 10. Is the office open on Friday?"
    reading = read_times(text, ASK, "en", [(16, len(text))])
    assert reading.available is not None
    assert len(reading.available) == 1
