"""The order on real jobs and real resumes, where the data set is at hand."""

import math
from collections import defaultdict
from collections.abc import Sequence

import pytest

from domain.ports import JobText
from domain.scoring import RelevanceScorer
from tests.support.realdata import part, rows


def gain(grades: Sequence[int]) -> float:
    """Discounted cumulative gain of the first ten (Järvelin, Kekäläinen 2002), with 2^grade - 1."""
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:10]))


@pytest.mark.realdata
@pytest.mark.slow
def test_the_ranking_of_real_resumes_keeps_its_quality() -> None:
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows("dev_qrels"):
        grades[str(row["job_id"])][str(row["resume_id"])] = int(row["grade"])
    jobs = {str(row["job_id"]): str(row["text"]) for row in part(rows("dev_jobs"), 3)}
    scorer = RelevanceScorer()
    scores: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for row in rows("dev_resumes"):
        for job_id, text in jobs.items():
            fit = scorer.score(JobText(text.partition("\n")[0], text), str(row["text"]))
            scores[job_id].append((fit.score, str(row["resume_id"])))
    figures = []
    for job_id, ranked in scores.items():
        order = [grades[job_id].get(resume_id, 0) for _, resume_id in sorted(ranked, reverse=True)]
        figures.append(gain(order) / gain(sorted(grades[job_id].values(), reverse=True)))
    assert sum(figures) / len(figures) > 0.55
