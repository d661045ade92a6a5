"""Figures of one list, worked out by hand and against the plain definition."""

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.evaluation import chance
from domain.evaluation.metrics import (
    Judged,
    auc,
    average_precision,
    kendall_tau,
    ndcg,
    pair_accuracy,
    precision,
    ranked,
)

LISTS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), min_size=2, max_size=25)


def sign(value: float) -> int:
    return (value > 0) - (value < 0)


def test_ndcg_of_a_short_list_is_what_the_formula_gives_by_hand() -> None:
    # Gains 1, 3, 0 at discounts 1, log2(3), 2; the best order is 3, 1, 0.
    by_hand = (1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3))
    assert ndcg([1, 2, 0], 10) == pytest.approx(by_hand)
    assert ndcg([1, 2, 0], 1) == pytest.approx(1 / 3)
    assert ndcg([2, 1, 0], 10) == 1.0
    assert ndcg([0, 0], 10) is None


def test_precision_divides_by_k_and_average_precision_by_the_positives() -> None:
    hits = [True, False, True, False]
    assert precision(hits, 10) == pytest.approx(0.2)
    assert precision(hits, 1) == 1.0
    assert average_precision(hits) == pytest.approx((1 + 2 / 3) / 2)
    assert precision([False], 10) is None
    assert average_precision([False]) is None


def test_auc_counts_a_tie_half() -> None:
    # Pairs: 3>2, 3>1, 2=2, 2>1.
    assert auc([3, 2], [2, 1]) == pytest.approx(3.5 / 4)
    assert auc([1], []) is None


def test_pair_accuracy_and_tau_of_a_short_list() -> None:
    # Grades 2, 1, 0 with scores 5, 5, 7: one tie, two wrong pairs.
    assert pair_accuracy([5, 5, 7], [2, 1, 0]) == pytest.approx(0.5 / 3)
    assert kendall_tau([5, 5, 7], [2, 1, 0]) == pytest.approx(-2 / math.sqrt(2 * 3))
    assert kendall_tau([1, 1], [1, 2]) is None
    assert pair_accuracy([1, 2], [1, 1]) is None


@given(LISTS)
def test_counting_in_n_log_n_agrees_with_counting_every_pair(pairs: list[tuple[int, int]]) -> None:
    scores, grades = [a for a, _ in pairs], [b for _, b in pairs]
    signs = [(sign(a[0] - b[0]), sign(a[1] - b[1])) for a, b in combinations(pairs, 2)]
    differing = [x * y for x, y in signs if y]
    accuracy = (
        sum((agree > 0) + (agree == 0) / 2 for agree in differing) / len(differing) if differing else None
    )
    root = math.sqrt(sum(x != 0 for x, _ in signs) * len(differing))
    assert pair_accuracy(scores, grades) == (pytest.approx(accuracy) if differing else None)
    assert kendall_tau(scores, grades) == (
        pytest.approx(sum(x * y for x, y in signs) / root) if root else None
    )


@given(LISTS)
def test_auc_agrees_with_comparing_everybody(pairs: list[tuple[int, int]]) -> None:
    positives, negatives = [s for s, g in pairs if g], [s for s, g in pairs if not g]
    wins = [(p > n) + (p == n) / 2 for p in positives for n in negatives]
    assert auc(positives, negatives) == (pytest.approx(sum(wins) / len(wins)) if wins else None)


def test_equal_scores_stand_in_an_order_that_neither_the_file_nor_the_grade_decides() -> None:
    items = [Judged(f"r{n}", 1.0, float(n < 10)) for n in range(200)]
    order = ranked("job", items)
    assert order == ranked("job", reversed(items))
    assert order != ranked("another job", items)
    assert {one.resume_id for one in order[:10]} != {f"r{n}" for n in range(10)}


def test_a_missing_score_ranks_below_every_other() -> None:
    items = [Judged("none", float("-inf"), 3), Judged("low", -5.0, 0), Judged("high", 2.0, 0)]
    assert [one.resume_id for one in ranked("job", items)] == ["high", "low", "none"]


def test_chance_is_the_mean_over_all_orders() -> None:
    # Two positives among four: six orders of hits.
    orders = [[place in chosen for place in range(4)] for chosen in combinations(range(4), 2)]
    by_average = sum(average_precision(one) or 0 for one in orders) / len(orders)
    assert chance.average_precision(4, 2) == pytest.approx(by_average)
    assert chance.precision(4, 2, 3) == pytest.approx(sum(precision(one, 3) or 0 for one in orders) / 6)
    assert chance.ndcg([1, 1, 0, 0], 3) == pytest.approx(
        sum(ndcg(list(map(float, o)), 3) or 0 for o in orders) / 6
    )
    assert chance.ndcg([0.0], 3) is None
