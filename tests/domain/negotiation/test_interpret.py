"""Reading whole messages: the own cases, the development cases where they are at hand, and the glue itself."""

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.negotiation.interpret import interpret
from domain.negotiation.reading import Ask, Intent, Topic
from tests.domain.negotiation.scoring import read, results

FILES = sorted((Path(__file__).parent / "cases").glob("*.jsonl"))
ZONE = ZoneInfo("America/New_York")
REFERENCE = datetime(2026, 2, 10, 8, 15, tzinfo=ZONE)
OFFERS = (
    datetime(2026, 2, 12, 10, tzinfo=ZONE),
    datetime(2026, 2, 13, 14, tzinfo=ZONE),
    datetime(2026, 2, 17, 16, 30, tzinfo=ZONE),
)


def ask(text: str, proposals: tuple[datetime, ...] = (), language: str | None = "en") -> Ask:
    return Ask(text, REFERENCE, "America/New_York", "Europe/Berlin", proposals, language)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_own_case_is_read_as_it_says(path: Path) -> None:
    wrong = [result for result in results(read(path)) if not result.right]
    assert wrong == []


@pytest.mark.realdata
def test_the_development_cases_keep_their_quality() -> None:
    root = os.environ.get("UNDERSTUDY_REAL_DATA")
    if not root:
        pytest.skip("UNDERSTUDY_REAL_DATA names no folder with development cases")
    found = results(read(Path(root) / "negotiation" / "cases.dev.jsonl"))
    timed = [result for result in found if result.expected in {"availability", "mixed"}]
    assert all(result.safe for result in found)
    assert sum(result.intent for result in found) / len(found) >= 0.98
    assert sum(result.overlap for result in timed) / len(timed) >= 0.96
    assert sum(result.exact for result in timed) / len(timed) >= 0.92
    assert all(result.selected for result in found)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("Thursday works", 0),
        ("10 on Thursday please", 0),
        ("the 13th", 1),
        ("half past four on Tuesday", 2),
        ("option 2", 1),
        ("Thursday unfortunately doesn't work, Friday does", 1),
        ("all of them work", 0),
        ("Thursday or Friday both work", 0),
    ],
)
def test_a_time_or_number_that_fits_one_proposal_selects_it(text: str, chosen: int) -> None:
    reading = interpret(ask(text, OFFERS))
    assert (reading.intent, reading.selected, reading.available) == (Intent.SELECTION, OFFERS[chosen], None)


def test_a_weekday_said_of_proposals_means_the_proposed_one_in_whatever_week() -> None:
    later = (datetime(2026, 2, 19, 10, tzinfo=ZONE),)
    assert interpret(ask("Thursday is fine", later)).selected == later[0]


def test_words_that_fit_two_proposals_lead_to_one_question() -> None:
    offers = (*OFFERS[:1], datetime(2026, 2, 12, 15, tzinfo=ZONE))
    reading = interpret(ask("Thursday please", offers))
    assert reading.intent is Intent.UNCLEAR
    assert reading.clarification is not None
    assert reading.clarification.topic is Topic.WHICH_OPTION
    assert reading.clarification.parameters == {"options": "1,2"}


def test_a_weekday_that_contradicts_its_date_leads_to_a_question() -> None:
    reading = interpret(ask("Tuesday, 18 February at 10"))
    assert (reading.intent, reading.available) == (Intent.UNCLEAR, None)
    assert reading.clarification is not None
    assert reading.clarification.topic is Topic.WHICH_DATE
    assert reading.clarification.parameters == {"weekday": "2", "date": "2026-02-18"}


def test_a_time_that_no_proposal_has_is_new_availability() -> None:
    reading = interpret(ask("Thursday at 11", OFFERS))
    assert (reading.intent, reading.selected) == (Intent.AVAILABILITY, None)
    assert reading.available is not None
    assert [span.start for span in reading.available] == [datetime(2026, 2, 12, 11, tzinfo=ZONE)]


def test_a_selection_beside_a_question_is_both_and_the_question_is_passed_on() -> None:
    reading = interpret(ask("Friday 2pm, thanks! Will it be on Zoom?", OFFERS))
    assert (reading.intent, reading.selected) == (Intent.MIXED, OFFERS[1])
    assert reading.questions == ("Will it be on Zoom?",)


def test_the_words_that_gave_a_time_are_quoted_with_their_place_in_the_message() -> None:
    text = "Hello,\n\n> old quote\n\nTuesday 9-11 or Thursday\n\nSent from my iPhone"
    reading = interpret(ask(text))
    assert [because.words for because in reading.because] == ["Tuesday 9-11", "Thursday"]
    assert all(text[because.start : because.end] == because.words for because in reading.because)
    assert all(because.spans for because in reading.because)


def test_a_question_that_is_nothing_but_a_time_proposes_it() -> None:
    reading = interpret(ask("Those are all too early for me. Any afternoon next week instead?", OFFERS))
    assert reading.intent is Intent.MIXED
    assert reading.available
    assert len(reading.available) == 5


def test_withdrawing_wins_over_every_time() -> None:
    reading = interpret(ask("Thursday would have been fine, but I withdraw my application.", OFFERS))
    assert (reading.intent, reading.available, reading.selected) == (Intent.WITHDRAWAL, None, None)


def test_the_language_is_found_out_when_none_is_given() -> None:
    reading = interpret(ask("Ich kann am Donnerstag zwischen 10 und 12 Uhr.", language=None))
    assert reading.language == "de"
    assert reading.available is not None
    assert [span.start for span in reading.available] == [OFFERS[0]]
