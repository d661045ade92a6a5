"""Comparing what is recorded with what is computed again: each kind of disagreement is told apart."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from domain.ports import FitScore, JobText
from domain.replay import Checked, Kept, Placed, Ranking, Verdict, check, check_ranking, verdict_of
from domain.rescore import moves
from domain.score_record import input_hash, job_text_hash, points
from domain.shortlist import Standing
from domain.vocabulary import ShortlistStatus

JOB = JobText("Baker", "Bread", {"must": ["ovens"]})
WORDING = job_text_hash(JOB)
FIT = FitScore(61.245, {"relevance": 61.245}, (), "Facts.", "relevance-2", "p1")
ROW = UUID(int=1)
LOG = {
    "fit_score": 61.25,
    "scorer": "relevance-2",
    "parameters": "p1",
    "score_input": input_hash("Bread and ovens", WORDING, 24241, "relevance-2", "p1"),
    "parts": {"relevance": 61.245},
}
KEPT = Kept(
    id=ROW,
    fit_score=Decimal("61.25"),
    scorer="relevance-2",
    parameters="p1",
    score_input=str(LOG["score_input"]),
    parts={"relevance": 61.245},
    is_unreadable=False,
    masked_text="Bread and ovens",
    as_of=24241,
    job_hash=WORDING,
    job=JOB,
    logged=LOG,
)


def whats(checked: Checked) -> set[str]:
    return {difference.what for difference in checked.differences}


def test_a_score_that_comes_out_again_has_no_difference() -> None:
    assert verdict_of(KEPT, "relevance-2") is Verdict.RECOMPUTED
    assert check(KEPT, Verdict.RECOMPUTED, FIT) == Checked(Verdict.RECOMPUTED, (), Decimal("61.25"))


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"fit_score": Decimal("90.00")}, {"fit score", "fit_score in the log"}),
        ({"masked_text": "Bread and ovens and more"}, {"input"}),
        ({"job": JobText("Baker", "Bread", {"must": ["cakes"]})}, {"wording of the job"}),
        ({"score_input": "0" * 64}, {"input", "score_input in the log"}),
        ({"parts": {"relevance": 1.0}}, {"parts", "parts in the log"}),
        ({"logged": None}, {"log row of the score"}),
    ],
)
def test_each_changed_record_is_named(changed: dict[str, object], named: set[str]) -> None:
    assert whats(check(replace(KEPT, **changed), Verdict.RECOMPUTED, FIT)) == named  # type: ignore[arg-type] # any field


def test_a_score_of_another_version_is_checked_against_its_log_and_input_only() -> None:
    assert verdict_of(KEPT, "relevance-3") is Verdict.OTHER_SCORER
    assert check(KEPT, Verdict.OTHER_SCORER).differences == ()
    other = replace(FIT, parameters="p2", score=10.0)
    assert check(KEPT, Verdict.RECOMPUTED, other) == Checked(Verdict.OTHER_SCORER, (), Decimal("61.25"))
    changed = replace(KEPT, masked_text="Cakes")
    assert whats(check(changed, Verdict.OTHER_SCORER)) == {"input"}


def test_scores_without_input_and_without_text_are_told_apart() -> None:
    before = {"fit_score": 61.25, "scorer": "relevance-2", "parts": {"relevance": 61.245}}
    old = replace(KEPT, masked_text=None, job=None, job_hash=None, score_input=None, logged=before)
    assert verdict_of(old, "relevance-2") is Verdict.NO_INPUT
    assert check(old, Verdict.NO_INPUT).differences == ()
    unreadable = replace(old, is_unreadable=True)
    assert verdict_of(unreadable, "relevance-2") is Verdict.UNREADABLE
    assert whats(check(unreadable, Verdict.UNREADABLE)) == {"fit score"}


def test_hashes_tell_texts_apart_and_key_order_does_not_matter() -> None:
    assert job_text_hash(JobText("a", "b", {"x": 1, "y": 2})) == job_text_hash(
        JobText("a", "b", {"y": 2, "x": 1})
    )
    assert job_text_hash(JobText("ab", "")) != job_text_hash(JobText("a", "b"))
    assert input_hash("ab", "c", 1, "d", "") != input_hash("a", "bc", 1, "d", "")
    assert input_hash("ab", "c", 1, "d", "") != input_hash("ab", "c", 2, "d", "")
    assert len(input_hash("\ud800", "c", 1, "d", "")) == 64
    assert points(61.245) == Decimal("61.25")


def standing(number: int, score: str) -> Standing:
    at = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(seconds=number)
    return Standing(UUID(int=number), Decimal(score), at, ShortlistStatus.PENDING)


def test_the_order_is_derived_from_the_scores_and_the_first_to_differ_are_named() -> None:
    standings = [standing(1, "50"), standing(2, "70"), standing(3, "50"), standing(4, "10")]
    placed = [
        Placed(UUID(int=2), is_seat=True, rank=1, fit_score=Decimal(70)),
        Placed(UUID(int=1), is_seat=True, rank=3, fit_score=Decimal(50)),
        Placed(UUID(int=3), is_seat=False, rank=4, fit_score=Decimal(50)),
    ]
    ranking = Ranking(standings, placed)
    assert check_ranking(ranking, {}) == []
    found = check_ranking(ranking, {UUID(int=4): Decimal(60)})
    assert [(d.application_id, d.recorded, d.recomputed) for d in found] == [
        (UUID(int=1), 3, 4),
        (UUID(int=3), 4, None),
        (UUID(int=4), None, 3),
    ]
    told = check_ranking(ranking, {UUID(int=2): Decimal("70.01")})
    assert [(d.what, d.recorded, d.recomputed) for d in told] == [("fit score at the ranking", 70.0, 70.01)]


def test_erased_people_are_left_out_on_both_sides() -> None:
    placed = [
        Placed(UUID(int=9), is_seat=True, rank=1, fit_score=Decimal(99)),
        Placed(UUID(int=2), is_seat=True, rank=2, fit_score=Decimal(70)),
    ]
    assert check_ranking(Ranking([standing(1, "50"), standing(2, "70")], placed), {}) == []


def test_moves_tell_places_and_scores_of_those_who_would_move() -> None:
    standings = [standing(1, "50"), standing(2, "70"), standing(3, "20")]
    found = moves(standings, {UUID(int=1): Decimal(90), UUID(int=2): Decimal(70), UUID(int=3): Decimal(20)})
    assert [
        (m.application_id.int, float(m.score), float(m.new_score), m.place, m.new_place) for m in found
    ] == [
        (2, 70, 70, 1, 2),
        (1, 50, 90, 2, 1),
    ]
    assert moves(standings, {}) == []
