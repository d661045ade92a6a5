"""Rows of the log in words for auditors."""

from typing import Any

import pytest

from domain.audit.chain import FIELDS
from domain.audit.timeline import moment


def a_record(**values: Any) -> dict[str, Any]:
    return {
        **dict.fromkeys(FIELDS),
        "sequence": 4,
        "created_at": "2026-03-02T08:00:00+00:00",
        "trigger_source": "auto",
        "actor_kind": "system",
        "details": {},
        **values,
    }


def test_a_score_tells_scorer_parts_and_the_hash_of_its_input() -> None:
    told = moment(
        a_record(
            action_type="application_scored",
            details={
                "fit_score": 71.25,
                "scorer": "relevance-2",
                "score_input": "ab12",
                "parts": {"years_of_work": 60.0, "skills": 82.5},
                "requirements": {"must": {"met": 2, "of": 3}, "nice": {"met": 0, "of": 0}},
            },
        )
    )
    assert told.title == "Scored"
    assert dict(told.inputs) == {
        "Fit score": "71.25",
        "Scorer and version": "relevance-2",
        "Input (hash)": "ab12",
        "Parts": "years of work 60, skills 82.5",
        "Requirements met": "must 2 of 3, nice 0 of 0",
    }
    assert told.rule is not None
    assert told.rule.version == "score-1"
    assert told.change is None


def test_a_promotion_tells_change_flag_and_rule() -> None:
    told = moment(
        a_record(
            action_type="promoted",
            entity="application",
            previous_state="buffer",
            new_state="shortlisted",
            flag="auto_promotion",
            flag_enabled=True,
            details={"seat": 1, "from_rank": 3},
        )
    )
    assert (told.change, told.flag, told.whose) == (
        "buffer → shortlisted",
        "auto_promotion was on",
        "application",
    )
    assert dict(told.inputs) == {"Seat": "1", "Rank before": "3"}


@pytest.mark.parametrize(
    ("values", "who"),
    [
        ({"trigger_source": "auto"}, "The automation"),
        ({"trigger_source": "scheduled"}, "A schedule"),
        ({"trigger_source": "manual", "actor_kind": "recruiter", "actor_id": "u-1"}, "Recruiter u-1"),
        ({"trigger_source": "manual", "actor_kind": "candidate"}, "Candidate"),
    ],
)
def test_who_acted_is_a_role_and_an_id(values: dict[str, Any], who: str) -> None:
    assert moment(a_record(action_type="job_closed", **values)).who == who


def test_what_nobody_described_is_told_in_its_own_words() -> None:
    told = moment(
        a_record(action_type="time_zone_chosen", details={"is_new": True, "zones": [], "old": None})
    )
    assert told.title == "Time zone chosen"
    assert dict(told.inputs) == {"Is new": "yes", "Zones": "none", "Old": "none"}
    assert told.rule is None
