"""`understudy job rescore` and `job replay`: scores computed again, to renew them or to check them."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from cli.acting import HIRING, As, Reason, acting
from cli.console import Json, cell, emit, note, say, table
from domain.replay import Report, Verdict

if TYPE_CHECKING:
    from domain.rescore import Move
    from services.rescore import Outcome

_PROGRESS_AFTER = 2.0
_PROGRESS_EVERY = 0.2
_SHOWN = 50

JobId = Annotated[UUID, typer.Argument(metavar="JOB", help="Id of a job.")]

_VERDICTS = {
    Verdict.RECOMPUTED: "computed again",
    Verdict.OTHER_SCORER: "scored by a version or with parameters that are not installed here: not computed again",
    Verdict.NO_INPUT: "scored before inputs were kept: not computed again",
    Verdict.UNREADABLE: "without a readable text: 0 by rule",
}


def rescore(
    job_id: JobId,
    compare: Annotated[
        bool, typer.Option("--compare", help="Change nothing; say who would move. Also for ranked jobs.")
    ] = False,
    reason: Reason = None,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """Score a job's applications again with the scorer installed here; all of them or none.

    A job that is ranked keeps its scores: nobody of a running shortlist is moved.
    """
    if compare:
        moves = asyncio.run(_compare(as_email, job_id))
        if as_json:
            emit({"moves": [_plain(asdict(move)) for move in moves]})
            return
        table(
            ("application", "status", "score", "new score", "place", "new place"),
            ((m.application_id, m.status, m.score, m.new_score, m.place, m.new_place) for m in moves),
            empty="Nothing would change.",
        )
        return
    done = asyncio.run(_rescore(as_email, job_id, reason))
    if as_json:
        emit(asdict(done))
        return
    say(f"{done.rescored} applications scored again by {done.scorer}; {done.current} were current already.")
    if done.overtaken:
        note(f"{done.overtaken} were scored by somebody else meanwhile and left alone: run it again.")


def replay(job_id: JobId, as_email: As = None, as_json: Json = False) -> None:
    """Compute a job's scores and ranking again and compare them with what is recorded. Changes nothing.

    Exit code 1 when something differs.
    """
    report = asyncio.run(_replay(as_email, job_id))
    if as_json:
        emit(_json(report))
    else:
        _print(report)
    if not report.is_identical:
        raise typer.Exit(1)


async def _rescore(email: str | None, job_id: UUID, reason: str | None) -> "Outcome":
    from domain.scoring.relevance import RelevanceScorer
    from services import rescore as service

    async with acting(email, *HIRING) as act:
        with _progress("scoring") as hear:
            cause = act.cause(reason)
            return await service.rescore(act.session, job_id, RelevanceScorer(), hear, cause=cause, at=act.at)


async def _compare(email: str | None, job_id: UUID) -> "list[Move]":
    from domain.scoring.relevance import RelevanceScorer
    from services import rescore as service

    async with acting(email, *HIRING) as act:
        with _progress("scoring") as hear:
            return await service.compare(act.session, job_id, RelevanceScorer(), hear)


async def _replay(email: str | None, job_id: UUID) -> Report:
    from domain.scoring.relevance import RelevanceScorer
    from services import replay as service

    async with acting(email, *HIRING) as act:
        with _progress("replaying") as hear:
            return await service.replay(act.session, job_id, RelevanceScorer(), hear)


def _json(report: Report) -> dict[str, Any]:
    return {
        "job_id": str(report.job_id),
        "identical": report.is_identical,
        "scorer": report.scorer,
        "scorers": sorted(report.scorers),
        "applications": {verdict.value: count for verdict, count in report.counts.items()},
        "ranking": "checked" if report.is_ranked else "not ranked",
        "erased": report.erased,
        "differences": [_plain(asdict(difference)) for difference in report.differences],
    }


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, int | float | dict | list | None) else str(value)
        for name, value in row.items()
    }


def _print(report: Report) -> None:
    if report.is_identical:
        say("identical" if _is_whole(report) else "identical, as far as it could be checked")
    else:
        say(f"{len(report.differences)} differences")
    for verdict, count in report.counts.items():
        if count:
            say(f"  {count} {'score' if count == 1 else 'scores'} {_VERDICTS[verdict]}")
    if others := report.scorers - {report.scorer}:
        say(f"  scored by {', '.join(sorted(others))}; installed is {report.scorer}")
    if report.is_ranked:
        basis = "the scores" if _is_whole(report) else "the recorded scores where none was computed again"
        say(f"  order of the ranking derived again from {basis}")
    else:
        say("  the job is not ranked")
    if report.erased:
        say(f"  {report.erased} of the ranking were erased since and are left out")
    if report.differences:
        table(
            ("application", "what", "recorded", "computed again"),
            (
                (d.application_id, d.what, cell(d.recorded), cell(d.recomputed))
                for d in report.differences[:_SHOWN]
            ),
            empty="",
        )
    if len(report.differences) > _SHOWN:
        note(f"and {len(report.differences) - _SHOWN} more; all of them with --json")


def _is_whole(report: Report) -> bool:
    return not report.counts[Verdict.OTHER_SCORER] and not report.counts[Verdict.NO_INPUT]


@contextmanager
def _progress(word: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr after two seconds, where a result on stdout would not meet it."""
    from rich.console import Console
    from rich.progress import Progress

    began = shown = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(word, visible=False)

        def hear(done: int, total: int) -> None:
            nonlocal shown
            now = time.monotonic()
            if now - began > _PROGRESS_AFTER and now - shown > _PROGRESS_EVERY:
                progress.update(task, completed=done, total=total, visible=True)
                shown = now

        yield hear
