"""`understudy evaluate`: how well the scorer ranks people whose outcome the user knows. Needs no server.

Jobs and resumes as for `understudy score`. Labels: {"job_id", "resume_id", "label"}, a grade from 0 to 10 or
one of the words in `cli.evaluation.labels`. Scores of another system: {"job_id", "resume_id", "score"}.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.console import Json, cell, emit, note, say, table

if TYPE_CHECKING:
    from cli.evaluation.run import Evaluation
    from domain.evaluation.intervals import Interval
    from domain.ports import Scorer


def evaluate(
    jobs: Annotated[Path, typer.Option(help="Jobs, one JSON object per line.")],
    resumes: Annotated[Path, typer.Option(help="Resumes, one JSON object per line.")],
    labels: Annotated[
        Path, typer.Option(help="Outcomes: job_id, resume_id and label, one JSON object per line.")
    ],
    scores: Annotated[
        Path | None, typer.Option(help="Scores of another system for the same pairs, to compare with.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder for report.html, metrics.json and per_job.csv.")
    ] = None,
    unlabelled_as_zero: Annotated[
        bool, typer.Option("--unlabelled-as-zero", help="Every resume without a label did not fit the job.")
    ] = False,
    relevant_from: Annotated[
        float, typer.Option(min=0, help="Grade from which a person counts as a positive.")
    ] = 1.0,
    top: Annotated[int, typer.Option(min=1, help="How many places nDCG and P look at.")] = 10,
    probes: Annotated[
        bool, typer.Option(help="Also try swapped identities, stuffing, noise and broken texts.")
    ] = True,
    as_json: Json = False,
) -> None:
    """Judge the scorer on your own history: ranking, calibration, fairness and stuffing probes."""
    from domain.scoring import RelevanceScorer

    done = run(
        RelevanceScorer(),
        jobs=jobs,
        resumes=resumes,
        labels=labels,
        scores=scores,
        unlabelled_as_zero=unlabelled_as_zero,
        relevant_from=relevant_from,
        top=top,
        probes=probes,
    )
    if out is not None:
        from cli.evaluation.report import write

        write(done, out)
    if as_json:
        from cli.evaluation.record import as_record

        emit(as_record(done))
    else:
        _show(done)
    if out is not None:
        note(f"The report is {out / 'report.html'}.")


def run(
    scorer: "Scorer",
    *,
    jobs: Path,
    resumes: Path,
    labels: Path,
    scores: Path | None = None,
    unlabelled_as_zero: bool = False,
    relevant_from: float = 1.0,
    top: int = 10,
    probes: bool = True,
) -> "Evaluation":
    """Read the files and evaluate any scorer. Raises InvalidInputError naming file, line, field and remedy."""
    from cli.evaluation.labels import read_labels, read_scores
    from cli.evaluation.run import Options
    from cli.evaluation.run import evaluate as carried_out
    from cli.jsonl import read_jobs
    from domain.errors import InvalidInputError
    from domain.evaluation.assessment import Rules

    if relevant_from <= 0:
        raise InvalidInputError(
            "--relevant-from must be above 0: a grade of 0 is never a positive.", field="relevant_from"
        )
    texts = read_jobs(jobs)
    return carried_out(
        scorer,
        texts,
        resumes,
        read_labels(labels, texts),
        read_scores(scores) if scores is not None else None,
        Options(Rules(relevant_from, top), unlabelled_as_zero, probes),
    )


def _show(done: "Evaluation") -> None:
    """The figures for people on stdout, cautions last."""
    heads = ["figure", done.scorer, "95 % interval", "chance"]
    if done.other:
        heads += ["other", "difference", "95 % interval"]
    rows: list[list[object]] = []
    for name, ours in done.ours.figures.items():
        row: list[object] = [name, *_cells(ours), _number(done.ours.chance[name])]
        if done.other and done.difference:
            row += [_cells(done.other.figures[name])[0], *_cells(done.difference[name])]
        rows.append(row)
    table(heads, rows, empty="There is no figure.")
    if done.ours.calibration:
        say(f"expected calibration error {done.ours.calibration.error:.3f}")
    if done.findings:
        table(
            ("probe", "kind", "passed", "finding"),
            [
                (
                    one.probe,
                    one.variant,
                    "not tested" if one.passed is None else cell(one.passed),
                    one.sentence,
                )
                for one in done.findings
            ],
            empty="",
        )
    for caution in done.notes:
        note(f"Note: {caution}")


def _cells(one: "Interval | None") -> tuple[str, str]:
    if one is None:
        return "-", "-"
    between = f"{one.low:.3f} to {one.high:.3f}" if one.low is not None and one.high is not None else "-"
    return f"{one.mean:.3f}", between


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
