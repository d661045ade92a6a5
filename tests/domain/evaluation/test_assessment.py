"""Scorers whose quality is known beforehand."""

from collections.abc import Callable

import pytest

from domain.evaluation.assessment import Rules, assess, compare
from domain.evaluation.metrics import Judged
from domain.evaluation.seeds import seeded

NOTHING = float("-inf")


def lists(kind: str, jobs: int = 60) -> dict[str, list[Judged]]:
    """60 jobs with 50 people each, 5 of grade 2 and 5 of grade 1."""
    draw = seeded(kind)
    grades = [2.0] * 5 + [1.0] * 5 + [0.0] * 40
    score: dict[str, Callable[[float], float]] = {
        "random": lambda _: draw.random() * 100,
        "perfect": lambda grade: grade * 50,
        "flat": lambda _: 7.0,
    }
    return {
        f"j{n}": [Judged(f"r{i}", score[kind](grade), grade) for i, grade in enumerate(grades)]
        for n in range(jobs)
    }


@pytest.mark.parametrize("kind", ["random", "flat"])
def test_a_scorer_that_knows_nothing_gets_the_figures_of_chance(kind: str) -> None:
    found = assess(lists(kind), Rules())
    for name in ("ndcg@10", "p@10", "map", "auc", "pair_accuracy"):
        figure, by_chance = found.figures[name], found.chance[name]
        assert figure is not None
        assert figure.mean == pytest.approx(by_chance, abs=0.04), name
    assert found.chance["p@10"] == pytest.approx(0.2)


def test_a_perfect_scorer_gets_one() -> None:
    found = assess(lists("perfect"), Rules())
    means = {name: figure.mean if figure else None for name, figure in found.figures.items()}
    assert means == pytest.approx(dict.fromkeys(means, 1.0))
    assert found.jobs[0].places == list(range(1, 11))


def test_uncertain_grades_count_in_the_order_and_not_among_positives_or_others() -> None:
    # A person of grade 1 at the top is neither hit nor miss when positives begin at 2, but costs gain.
    items = [Judged("unsure", 9, 1), Judged("good", 8, 2), Judged("poor", 7, 0)]
    found = assess({"j": items}, Rules(relevant_from=2.0)).jobs[0]
    assert (found.figures["map"], found.figures["auc"], found.positives) == (1.0, 1.0, 1)
    assert (found.figures["ndcg@10"] or 1) < 1
    assert found.figures["pair_accuracy"] == pytest.approx(2 / 3)


def test_two_systems_are_compared_job_by_job() -> None:
    gap = compare(assess(lists("perfect"), Rules()), assess(lists("random"), Rules()))
    assert all(one is not None and one.excludes_zero and one.mean > 0.3 for one in gap.values())


def test_unscored_people_rank_last_and_are_counted() -> None:
    found = assess({"j": [Judged("a", NOTHING, 1), Judged("b", 1.0, 0), Judged("c", 2.0, 0)]}, Rules())
    assert found.unscored == 1
    assert found.jobs[0].places == [3]


def test_a_job_without_a_positive_spoils_no_mean() -> None:
    found = assess({**lists("perfect", 2), "none": [Judged("a", 1.0, 0), Judged("b", 2.0, 0)]}, Rules())
    assert [figure.n if figure else 0 for figure in found.figures.values()] == [2] * 6
