"""What holds for any text, and reading back statements that were written down from times."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.negotiation.interpret import interpret
from domain.negotiation.reading import Ask
from domain.negotiation.times import read_times
from domain.negotiation.times.lexicon import LANGUAGES, matcher
from domain.slots import Span

ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/St_Johns",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "UTC",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

zones = st.sampled_from(ZONES)
moments = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
WORDS = """monday tue wed thursday friday next this coming week weekend tomorrow today every any not except but can
can't and or , . ; ( ) - / 9 10 12 3 15 2026 10:30 14h am pm from to until after before between around half past
quarter noon morning afternoons early late end of the 5th march may first in days hours for works busy so if only
ideally otherwise that UTC+2 ET your time ? ! : 9-11 12/02 18.06. away back flexible same following option"""
words = st.sampled_from([*WORDS.split(), "\n"])


def ask(moment: datetime, zone: str, text: str = "", language: str = "en") -> Ask:
    return Ask(text, moment, zone, "Europe/Berlin", (moment + timedelta(days=2),), language)


def sound(available: tuple[Span, ...], excluded: tuple[Span, ...], one: Ask) -> None:
    window = Span(one.reference + one.notice, one.reference + one.horizon)
    assert all(window.holds(span) and span.start < span.end for span in available)
    assert all(before.end < after.start for before, after in pairwise(available))
    assert not any(span.overlaps(other) for span in available for other in excluded)


@settings(max_examples=150, deadline=None)
@given(st.lists(words, max_size=25), moments, zones)
def test_any_row_of_time_words_gives_times_inside_the_window_and_outside_what_is_excluded(
    row: list[str], moment: datetime, zone: str
) -> None:
    reading = read_times(" ".join(row), ask(moment, zone), "en")
    sound(reading.available or (), reading.excluded, ask(moment, zone))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LANGUAGES), st.data(), moments, zones)
def test_any_row_of_phrases_of_any_language_gives_an_answer(
    language: str, data: st.DataObject, moment: datetime, zone: str
) -> None:
    row = data.draw(st.lists(st.sampled_from(matcher(language).listed), max_size=20))
    one = ask(moment, zone, " ".join(row), language)
    reading = interpret(one)
    sound(reading.available or (), reading.excluded, one)
    assert reading.selected is None or reading.selected in one.proposals
    assert all(0 <= because.start <= because.end <= len(one.text) for because in reading.because)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300), moments, zones)
def test_any_text_gives_an_answer(text: str, moment: datetime, zone: str) -> None:
    reading = interpret(ask(moment, zone, text))
    sound(reading.available or (), reading.excluded, ask(moment, zone))


@settings(max_examples=120, deadline=None)
@given(
    moments,
    zones,
    st.integers(1, 13),
    st.integers(7, 20),
    st.sampled_from([0, 15, 30, 45]),
    st.sampled_from(
        [
            "{date} {clock}-{end}",
            "{clock} to {end} on {date}",
            "{iso} from {clock} until {end}",
            "{date}, between {clock} and {end}",
        ]
    ),
)
def test_a_day_and_hours_written_down_are_read_back_in_each_zone_across_clock_changes(
    moment: datetime, zone: str, ahead: int, hour: int, minute: int, form: str
) -> None:
    one = ask(moment, zone)
    day = moment.astimezone(ZoneInfo(zone)).date() + timedelta(days=ahead)
    text = form.format(
        date=f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}",
        iso=day.isoformat(),
        clock=f"{hour:02}:{minute:02}",
        end=f"{hour + 1:02}:{minute:02}",
    )
    start, end = local(day, hour, minute, zone), local(day, hour + 1, minute, zone)
    expected = clipped(start, end, one)
    assert read_times(text, one, "en").available == expected


@settings(max_examples=60, deadline=None)
@given(moments, zones, st.integers(0, 6))
def test_a_bare_weekday_is_the_nearest_future_one_and_never_today(
    moment: datetime, zone: str, number: int
) -> None:
    one = ask(moment, zone)
    today = moment.astimezone(ZoneInfo(zone)).date()
    day = today + timedelta(days=(number - today.weekday()) % 7 or 7)
    expected = clipped(local(day, 7, 0, zone), local(day, 22, 0, zone), one)
    assert read_times(DAYS[number], one, "en").available == expected


def local(day: date, hour: int, minute: int, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def clipped(start: datetime, end: datetime, one: Ask) -> tuple[Span, ...]:
    start, end = max(start, one.reference + one.notice), min(end, one.reference + one.horizon)
    return (Span(start, end),) if start < end else ()
