"""Proposals of a language model: only what the transcript bears out stands."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.insights.proposals import Ask, Dropped, judge
from tests.domain.insights.talk import talk

WORDS = "I rewrote the ranking of our shop and sales rose by nine percent."
ASK = Ask(
    tuple(talk(("host", "What did you do at the shop then?"), ("guest", WORDS))), ("Known already.",), ()
)
GOOD: dict[str, Any] = {
    "type": "green-flag",
    "severity": "success",
    "content": "Measured the effect of own work.",
    "suggestion": "Ask how it was measured.",
    "topic": "Ranking",
    "turn": 2,
    "evidence": "sales rose by nine percent",
}


def test_a_proposal_that_quotes_the_candidate_word_for_word_is_kept() -> None:
    judged = judge([GOOD], ASK)
    [kept] = judged.kept
    assert (kept.evidence, kept.sequence, kept.topic) == (GOOD["evidence"], 2, "Ranking")
    assert judged.dropped == {}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"evidence": "sales rose by ninety percent"}, Dropped.NOT_SAID),
        ({"evidence": "SALES ROSE BY NINE PERCENT"}, Dropped.NOT_SAID),
        ({"evidence": "sales"}, Dropped.NOT_SAID),
        ({"turn": 7}, Dropped.NOT_SAID),
        ({"turn": 1, "evidence": "What did you do at the shop"}, Dropped.NOT_THE_CANDIDATE),
        ({"type": "hire-now"}, Dropped.MALFORMED),
        ({"type": ["note"]}, Dropped.MALFORMED),
        ({"severity": None}, Dropped.MALFORMED),
        ({"content": ""}, Dropped.MALFORMED),
        ({"content": "x" * 401}, Dropped.MALFORMED),
        ({"turn": "2"}, Dropped.MALFORMED),
        ({"content": "known  ALREADY"}, Dropped.REPEATED),
    ],
)
def test_everything_else_is_dropped_and_counted(change: dict[str, Any], reason: Dropped) -> None:
    judged = judge([{**GOOD, **change}], ASK)
    assert judged.kept == ()
    assert judged.dropped == {reason: 1}


def test_the_same_is_not_kept_twice_and_not_more_than_a_few() -> None:
    once = judge([GOOD], ASK)
    assert judge([GOOD], ASK, {one.fingerprint for one in once.kept}).dropped == {Dropped.REPEATED: 1}
    judged = judge([GOOD, {**GOOD, "content": "Said otherwise."}, *["junk"] * 5], ASK)
    assert len(judged.kept) == 1
    assert judged.dropped == {Dropped.REPEATED: 1, Dropped.MALFORMED: 3, Dropped.TOO_MANY: 2}
    assert judged.asked == 7


def test_control_characters_never_reach_a_page() -> None:
    [kept] = judge([{**GOOD, "content": "One\x00\x1b[31m\nline\u202e"}], ASK).kept
    assert kept.content == "One [31m line"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(st.one_of(JSON, st.fixed_dictionaries(dict.fromkeys(GOOD, JSON))), max_size=6))
def test_no_answer_breaks_it_and_nothing_is_lost_from_the_count(answer: list[Any]) -> None:
    judged = judge(answer, ASK)
    assert len(judged.kept) + sum(judged.dropped.values()) == judged.asked == len(answer)
    assert all(one.evidence and one.evidence in WORDS for one in judged.kept)
