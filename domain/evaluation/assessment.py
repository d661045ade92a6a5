"""All figures of one system over all jobs, each beside what chance would reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.evaluation import chance, metrics
from domain.evaluation.calibration import Calibration, calibrate, scale_of
from domain.evaluation.intervals import Interval, mean_interval, paired_difference
from domain.evaluation.metrics import Judged

Figures = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Rules:
    """How labels are read."""

    relevant_from: float = 1.0
    """Grade from which a person counts as a positive. Grades between 0 and this are uncertain: they count in
    nDCG, pair accuracy and tau, and are left out of P@k, MAP, AUC and calibration."""
    k: int = 10
    """How many places the top has."""

    @property
    def names(self) -> tuple[str, ...]:
        """The figures, in the order in which they are shown."""
        return (f"ndcg@{self.k}", f"p@{self.k}", "map", "auc", "pair_accuracy", "kendall_tau")

    def positive(self, item: Judged) -> bool:
        """Whether the person turned out well."""
        return item.grade >= self.relevant_from

    def certain(self, item: Judged) -> bool:
        """Whether the person clearly turned out well or clearly did not."""
        return self.positive(item) or item.grade <= 0


@dataclass(frozen=True, slots=True)
class JobResult:
    """One job: figures, what chance reaches on it, and where the positives stand."""

    job_id: str
    resumes: int
    positives: int
    unscored: int
    figures: Figures
    chance: Figures
    places: Sequence[int]
    """Ranks of the positives, 1 is best."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One system over all jobs."""

    jobs: Sequence[JobResult]
    figures: Mapping[str, Interval | None]
    chance: Figures
    calibration: Calibration | None
    """None where the scores have no scale of 0 to 1 or 0 to 100."""
    unscored: int


def assess(lists: Mapping[str, Sequence[Judged]], rules: Rules) -> Assessment:
    """Figures of one system; `lists` holds the judged resumes of each job. Deterministic."""
    jobs = [job_result(job_id, items, rules) for job_id, items in lists.items()]
    certain = [item for items in lists.values() for item in items if rules.certain(item)]
    scale = scale_of(item.score for item in certain)
    return Assessment(
        jobs=jobs,
        figures={name: mean_interval([job.figures[name] for job in jobs]) for name in rules.names},
        chance={name: _mean([job.chance[name] for job in jobs]) for name in rules.names},
        calibration=calibrate(((item.score, rules.positive(item)) for item in certain), scale)
        if scale
        else None,
        unscored=sum(job.unscored for job in jobs),
    )


def compare(first: Assessment, second: Assessment) -> dict[str, Interval | None]:
    """First minus second per figure, paired over the same jobs in the same order."""
    return {
        name: paired_difference(
            [job.figures[name] for job in first.jobs], [job.figures[name] for job in second.jobs]
        )
        for name in first.figures
    }


def job_result(job_id: str, items: Sequence[Judged], rules: Rules) -> JobResult:
    """Figures of one job."""
    order = metrics.ranked(job_id, items)
    grades = [item.grade for item in order]
    certain = [item for item in order if rules.certain(item)]
    hits = [rules.positive(item) for item in certain]
    positives = [item.score for item in certain if rules.positive(item)]
    negatives = [item.score for item in certain if not rules.positive(item)]
    scores = [item.score for item in order]
    figures = (
        metrics.ndcg(grades, rules.k),
        metrics.precision(hits, rules.k),
        metrics.average_precision(hits),
        metrics.auc(positives, negatives),
        metrics.pair_accuracy(scores, grades),
        metrics.kendall_tau(scores, grades),
    )
    by_chance = (
        chance.ndcg(grades, rules.k),
        chance.precision(len(certain), len(positives), rules.k),
        chance.average_precision(len(certain), len(positives)),
        chance.PAIRWISE,
        chance.PAIRWISE,
        chance.NO_CORRELATION,
    )
    return JobResult(
        job_id=job_id,
        resumes=len(order),
        positives=len(positives),
        unscored=scores.count(float("-inf")),
        figures=dict(zip(rules.names, figures, strict=True)),
        chance={
            name: value if figure is not None else None
            for name, value, figure in zip(rules.names, by_chance, figures, strict=True)
        },
        places=[place for place, item in enumerate(order, 1) if rules.positive(item)],
    )


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
