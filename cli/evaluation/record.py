"""The evaluation as data: one JSON object, and one row per job."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from cli.evaluation.run import Evaluation
from domain.evaluation.assessment import Assessment
from domain.evaluation.intervals import Interval

FORMAT = 1
"""Raised when a name in `metrics.json` changes its meaning."""


def as_record(evaluation: Evaluation) -> dict[str, Any]:
    """What `metrics.json` holds. Figures are null where they are not defined."""
    options = evaluation.options
    return {
        "format": FORMAT,
        "scorer": evaluation.scorer,
        "parameters": evaluation.parameters,
        "settings": {
            "relevant_from": options.rules.relevant_from,
            "top": options.rules.k,
            "unlabelled_as_zero": options.unlabelled_as_zero,
        },
        "data": {
            "jobs": len(evaluation.ours.jobs),
            "resumes": evaluation.resumes,
            "pairs": sum(job.resumes for job in evaluation.ours.jobs),
            "positives": sum(job.positives for job in evaluation.ours.jobs),
        },
        **_system(evaluation.ours),
        "other": _system(evaluation.other) if evaluation.other else None,
        "difference": {name: _interval(one) for name, one in evaluation.difference.items()}
        if evaluation.difference
        else None,
        "probes": [asdict(finding) for finding in evaluation.findings],
        "notes": evaluation.notes,
    }


def columns(evaluation: Evaluation) -> list[str]:
    """Columns of `per_job.csv`."""
    names = evaluation.options.rules.names
    others = [f"other_{name}" for name in names] if evaluation.other else []
    return ["job_id", "title", "resumes", "positives", *names, *(f"chance_{name}" for name in names), *others]


def per_job(evaluation: Evaluation) -> Iterator[dict[str, Any]]:
    """Rows of `per_job.csv`, in the order of the jobs' file."""
    for place, job in enumerate(evaluation.ours.jobs):
        others = evaluation.other.jobs[place].figures if evaluation.other else {}
        yield {
            "job_id": job.job_id,
            "title": evaluation.titles[job.job_id],
            "resumes": job.resumes,
            "positives": job.positives,
            **job.figures,
            **{f"chance_{name}": value for name, value in job.chance.items()},
            **{f"other_{name}": value for name, value in others.items()},
        }


def _system(one: Assessment) -> dict[str, Any]:
    return {
        "figures": {
            name: {**interval, "chance": one.chance[name]} if (interval := _interval(figure)) else None
            for name, figure in one.figures.items()
        },
        "calibration": asdict(one.calibration) if one.calibration else None,
        "unscored": one.unscored,
    }


def _interval(one: Interval | None) -> dict[str, Any] | None:
    return asdict(one) if one else None
