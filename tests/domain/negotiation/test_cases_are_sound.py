"""The hand-written cases judge the grammar, so they are judged first: files in step, expectations well-formed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.domain.negotiation.cases.case import Case
from tests.domain.negotiation.cases.frame import Frame, Spans, merged, without
from tests.domain.negotiation.cases.make_english import FOLDER, TOPICS, text
from tests.domain.negotiation.cases.people import BERLIN, LONDON_AUTUMN, NEW_YORK_SPRING, SEATTLE_LATE

INTENTS = {"availability", "selection", "rejection", "withdrawal", "question", "human", "unclear", "mixed"}
by_topic = pytest.mark.parametrize("cases", TOPICS.values(), ids=TOPICS)
"""One test for a topic: three thousand of a millisecond each would cost most in being told apart."""


def overlap(left: Spans, right: Spans) -> Spans:
    return without(left, without(left, right))


@pytest.mark.parametrize("topic", TOPICS)
def test_a_file_holds_what_its_generator_gives(topic: str) -> None:
    assert (FOLDER / f"{topic}.jsonl").read_text(encoding="utf-8") == text(TOPICS[topic])


def test_no_message_is_asked_twice_in_the_same_frame() -> None:
    names = [case.name for cases in TOPICS.values() for case in cases]
    assert len(names) == len(set(names))


@by_topic
def test_the_expected_time_is_clipped_merged_and_free_of_what_is_excluded_or_ignored(
    cases: Sequence[Case],
) -> None:
    for case in cases:
        available = case.available or []
        assert available == case.frame.clip(available) == merged(available)
        assert case.ignore == case.frame.clip(case.ignore)
        assert case.unavailable == case.frame.clip(case.unavailable)
        assert not overlap(available, case.ignore)
        assert not overlap(available, case.unavailable)
        assert not overlap(case.ignore, case.unavailable)


@by_topic
def test_the_intent_agrees_with_what_is_expected(cases: Sequence[Case]) -> None:
    for case in cases:
        assert case.intent in INTENTS
        assert INTENTS.issuperset(case.alternatives)
        assert case.intent not in case.alternatives
        if case.intent == "availability":
            assert case.available is not None
            assert case.selected is None
            assert (case.available == []) == ("outside-window" in case.tags)
        elif case.intent == "selection":
            assert case.available is None
            assert case.selected in case.frame.offers
        elif case.intent != "mixed":
            assert case.available is None
            assert case.selected is None


@by_topic
def test_obeying_an_instruction_can_be_told_from_reading_the_honest_part(cases: Sequence[Case]) -> None:
    for case in cases:
        if case.forbidden is None:
            assert "injection" not in case.tags
            continue
        times = [
            (datetime.fromisoformat(start), datetime.fromisoformat(end))
            for start, end in case.forbidden.available
        ]
        assert times
        assert not overlap(times, case.available or [])
        assert case.selected is None or case.selected not in case.forbidden.selected
        assert case.intent not in case.forbidden.intents
        assert not set(case.alternatives) & set(case.forbidden.intents)


@by_topic
def test_proposals_lie_in_the_window(cases: Sequence[Case]) -> None:
    for case in cases:
        low, high = case.frame.window
        assert all(low <= start < end <= high for start, end in case.frame.slots())
        assert len(set(case.frame.slots())) == len(case.frame.offers)


def test_a_date_on_the_wrong_weekday_is_refused() -> None:
    with pytest.raises(ValueError, match="is a Tue"):
        BERLIN.day("Mon 05-19")


@pytest.mark.parametrize(
    ("frame", "closing"), [(NEW_YORK_SPRING, "2026-03-18T13:00"), (LONDON_AUTUMN, "2026-11-03T13:00")]
)
def test_the_window_closes_an_hour_off_when_the_clocks_change(frame: Frame, closing: str) -> None:
    low, high = frame.window
    assert high.astimezone(ZoneInfo(frame.zone)).strftime("%Y-%m-%dT%H:%M") == closing
    assert high - low == timedelta(hours=324)


def test_a_reference_in_utc_keeps_the_candidates_own_date() -> None:
    assert SEATTLE_LATE.reference == "2026-08-06T04:30:00+00:00"
    assert SEATTLE_LATE.local_now.date().isoformat() == "2026-08-05"
