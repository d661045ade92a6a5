"""Scoring the labelled pairs and carrying out the probes, one resume in memory at a time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappush, heapreplace
from pathlib import Path

from cli.evaluation.labels import Labels
from cli.jsonl import read_resumes
from cli.progress import counting, with_progress
from domain.errors import InvalidInputError
from domain.evaluation.assessment import Assessment, Rules, assess, compare
from domain.evaluation.intervals import Interval
from domain.evaluation.metrics import Judged
from domain.evaluation.seeds import sample, tie_key
from domain.evaluation.trials import Finding, Pool, try_all
from domain.ports import FitScore, JobText, Scorer

PROBE_JOBS = 8
PROBE_RESUMES = 150
_FEW_JOBS = 20
_FEW_POSITIVES = 100


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose."""

    rules: Rules
    unlabelled_as_zero: bool = False
    probes: bool = True


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything the report shows. Holds ids of jobs, and neither ids nor texts of resumes."""

    options: Options
    scorer: str
    parameters: str
    titles: Mapping[str, str]
    resumes: int
    ours: Assessment
    other: Assessment | None
    difference: Mapping[str, Interval | None] | None
    findings: list[Finding]
    notes: list[str]


@dataclass(slots=True)
class _Gathered:
    lists: dict[str, list[Judged]]
    scorer: str = ""
    parameters: str = ""
    seen: set[str] = field(default_factory=set)
    kept: list[tuple[int, str, str]] = field(default_factory=list)
    """Heap of (negated hash, resume id, text): the resumes that the probes work with."""


def evaluate(
    scorer: Scorer,
    jobs: Mapping[str, JobText],
    resumes: Path,
    labels: Labels,
    scores: Mapping[tuple[str, str], float] | None,
    options: Options,
) -> Evaluation:
    """Score, judge, compare and probe.

    Raises InvalidInputError for resumes that are labelled and missing, and where no job has a positive.
    """
    judged = {
        job_id for of_resume in labels.values() for job_id, one in of_resume.items() if one.grade is not None
    }
    wanted = {job_id: job for job_id, job in jobs.items() if job_id in judged}
    got = _Gathered({job_id: [] for job_id in wanted})
    pairs = _scored(scorer, wanted, resumes, labels, options, got)
    total = None if options.unlabelled_as_zero else sum(map(len, labels.values()))
    for job_id, item, fit in with_progress(pairs, total, "scoring", "pairs"):
        got.lists[job_id].append(item)
        got.scorer, got.parameters = fit.scorer, fit.parameters
    _refuse_unknown(labels, got.seen, resumes)
    ours = assess(got.lists, options.rules)
    if not any(job.positives for job in ours.jobs):
        raise InvalidInputError(
            f"No label reaches {options.rules.relevant_from:g}: there is no positive to look for.",
            field="labels",
            remedy="Label some pairs as hired, interviewed or shortlisted, or lower --relevant-from.",
        )
    other = assess(_rescored(got.lists, scores), options.rules) if scores is not None else None
    return Evaluation(
        options=options,
        scorer=got.scorer,
        parameters=got.parameters,
        titles={job_id: job.title for job_id, job in wanted.items()},
        resumes=len(got.seen),
        ours=ours,
        other=other,
        difference=compare(ours, other) if other else None,
        findings=_probe(scorer, wanted, got) if options.probes else [],
        notes=list(_notes(jobs, labels, ours, other)),
    )


def _scored(
    scorer: Scorer,
    jobs: Mapping[str, JobText],
    resumes: Path,
    labels: Labels,
    options: Options,
    got: _Gathered,
) -> Iterator[tuple[str, Judged, FitScore]]:
    for resume_id, text in read_resumes(resumes):
        got.seen.add(resume_id)
        if options.probes:
            _keep(got.kept, resume_id, text)
        of_resume = labels.get(resume_id, {})
        for job_id in jobs if options.unlabelled_as_zero else of_resume:
            label = of_resume.get(job_id)
            grade = 0.0 if label is None else label.grade
            if grade is not None:
                fit = scorer.score(jobs[job_id], text)
                yield job_id, Judged(resume_id, fit.score, grade), fit


def _keep(kept: list[tuple[int, str, str]], resume_id: str, text: str) -> None:
    """Keep those with the smallest hashes: a sample that does not depend on the order of the file."""
    entry = (-int.from_bytes(tie_key("probes", resume_id)), resume_id, text)
    if len(kept) < PROBE_RESUMES:
        heappush(kept, entry)
    elif entry > kept[0]:
        heapreplace(kept, entry)


def _refuse_unknown(labels: Labels, seen: set[str], resumes: Path) -> None:
    for resume_id, of_resume in labels.items():
        if resume_id not in seen:
            where = next(iter(of_resume.values())).where
            raise InvalidInputError(
                f"{where}: no resume in {resumes} has the resume_id {resume_id!r}.",
                field="resume_id",
                remedy="Add the resume to --resumes, or take the line out.",
            )


def _rescored(
    lists: Mapping[str, list[Judged]], scores: Mapping[tuple[str, str], float]
) -> dict[str, list[Judged]]:
    nothing = float("-inf")
    return {
        job_id: [
            Judged(one.resume_id, scores.get((job_id, one.resume_id), nothing), one.grade) for one in items
        ]
        for job_id, items in lists.items()
    }


def _probe(scorer: Scorer, jobs: Mapping[str, JobText], got: _Gathered) -> list[Finding]:
    pool = Pool(
        jobs={job_id: jobs[job_id] for job_id in sample(jobs, PROBE_JOBS, "jobs")},
        resumes={resume_id: text for _, resume_id, text in sorted(got.kept)},
        positives=frozenset(
            (job_id, one.resume_id) for job_id, items in got.lists.items() for one in items if one.grade > 0
        ),
    )
    with counting(None, "probing", "scores") as tick:
        return try_all(_Counted(scorer, tick), pool)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A scorer that reports each score."""

    scorer: Scorer
    tick: Callable[[], None]

    def score(self, job: JobText, resume: str, as_of: int | None = None) -> FitScore:
        fit = self.scorer.score(job, resume, as_of)
        self.tick()
        return fit


def _notes(
    jobs: Mapping[str, JobText], labels: Labels, ours: Assessment, other: Assessment | None
) -> Iterator[str]:
    """What a reader must know before believing a figure."""
    with_positives = sum(job.positives > 0 for job in ours.jobs)
    positives = sum(job.positives for job in ours.jobs)
    silent = sum(one.grade is None for of_resume in labels.values() for one in of_resume.values())
    if with_positives < _FEW_JOBS:
        yield (
            f"Only {with_positives} jobs have a positive. Below {_FEW_JOBS} the intervals come out too narrow: "
            "take the figures as a first look."
        )
    if positives < _FEW_POSITIVES:
        yield f"Only {positives} positives: the calibration is a rough picture below {_FEW_POSITIVES}."
    if without := len(ours.jobs) - with_positives:
        yield f"{without} jobs have labels and no positive; figures that need one leave them out."
    if unlabelled := len(jobs) - len(ours.jobs):
        yield f"{unlabelled} jobs have no label and are left out."
    if silent:
        yield f"{silent} pairs are left out: their label (withdrawn, pending, unknown) says nothing about the fit."
    if other and other.unscored:
        yield f"The other system gave no score for {other.unscored} pairs; they rank below all it scored."
