"""Writing the report: a page for people, the same as data, and a row per job."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cli.evaluation.record import as_record, columns, per_job
from cli.evaluation.run import Evaluation
from cli.export import writing
from domain.errors import InvalidInputError
from domain.evaluation.assessment import JobResult
from web.assets import FOLDER as STYLES
from web.charts import evaluation as charts

MOST_STRIPS = 60
"""Jobs shown on the page; all stand in `per_job.csv`."""

_COLUMNS = 4
"""Figures beside each job, so that the table fits a sheet of paper."""

_NAMES = {"map": "MAP", "auc": "AUC", "pair_accuracy": "Pair accuracy", "kendall_tau": "Kendall tau"}
_PROBES = {
    "identity": "Swapped identities",
    "stuffing": "Stuffed resumes",
    "noise": "Typesetting",
    "degenerate": "Broken texts",
}


def write(evaluation: Evaluation, folder: Path) -> None:
    """Write `report.html`, `metrics.json` and `per_job.csv` into a folder, which is made when it is missing.

    Raises InvalidInputError when that cannot be done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _replace(folder / "report.html", html(evaluation))
        _replace(
            folder / "metrics.json", json.dumps(as_record(evaluation), ensure_ascii=False, indent=1) + "\n"
        )
    except OSError as error:
        raise InvalidInputError(
            f"{error.filename or folder} cannot be written: {error.strerror or error}.",
            field="out",
            remedy="Name a folder that may be written.",
        ) from error
    with writing(folder / "per_job.csv", "csv", columns(evaluation)) as row:
        for one in per_job(evaluation):
            row(one)


def html(evaluation: Evaluation) -> str:
    """The page: one file, no script, nothing fetched."""
    ours, other = evaluation.ours, evaluation.other
    names = {key: _NAMES.get(key, key.replace("ndcg", "nDCG").replace("p@", "P@")) for key in ours.figures}
    shown = _shown(ours.jobs, next(iter(names)))
    return _ENVIRONMENT.get_template("report.html").render(
        evaluation=evaluation,
        record=as_record(evaluation),
        names=names,
        columns=list(names)[:_COLUMNS],
        probes=_PROBES,
        bars=charts.metric_bars(ours, other, names),
        calibration=charts.calibration_plot(ours.calibration) if ours.calibration else None,
        distribution=charts.distribution(ours.calibration) if ours.calibration else None,
        shown=shown,
        strips=charts.rank_strips(shown, evaluation.titles),
    )


def _shown(jobs: Sequence[JobResult], name: str) -> list[JobResult]:
    """Jobs with a positive, best first; of many an even choice from best to worst."""
    order = sorted((job for job in jobs if job.places), key=lambda job: -(job.figures[name] or 0.0))
    if len(order) <= MOST_STRIPS:
        return order
    return [order[place * (len(order) - 1) // (MOST_STRIPS - 1)] for place in range(MOST_STRIPS)]


def _replace(target: Path, text: str) -> None:
    """Write beside the target, then rename: a broken run leaves no half page."""
    partial = target.with_name(f".{os.getpid()}.{target.name}")
    try:
        partial.write_text(text, encoding="utf-8", errors="backslashreplace")
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


_ENVIRONMENT = Environment(
    loader=FileSystemLoader([Path(__file__).parent / "templates", STYLES]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters |= {"figure": _figure, "percent": _percent}
