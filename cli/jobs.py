"""`understudy job`: what a recruiter does with jobs and applications, without a browser."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from cli.acting import HIRING, As, Reason, acting
from cli.console import Json, cell, emit, say, table
from cli.interviewers import interviewers
from cli.job_scores import replay, rescore
from domain.errors import ConflictError
from domain.vocabulary import ShortlistStatus

if TYPE_CHECKING:
    from models import Application, Job
    from web.api.shapes import BoardShape, JobPage, JobWithBoard

app = typer.Typer(
    help="Jobs: list, show, import, publish, close, pause, and the hand of a recruiter.",
    no_args_is_help=True,
)

JobId = Annotated[UUID, typer.Argument(metavar="JOB", help="Id of a job.")]
ApplicationId = Annotated[UUID, typer.Argument(metavar="APPLICATION", help="Id of an application.")]

_ACTS: dict[str, tuple[str, str, str]] = {
    "publish": ("publish", "Open a draft for applications.", "is open for applications"),
    "close": ("close", "Close a job: no more applications, ranking begins.", "is closed; ranking begins"),
    "pause": ("pause", "Hold every automatic step of a job; candidates may still answer.", "is on hold"),
    "resume": ("resume", "Let a paused job go on; deadlines move by the pause.", "goes on"),
    "cancel": ("cancel", "Cancel a job for good and tell everybody.", "is cancelled; everybody is told"),
    "finish": ("finish", "End a closed job by hand: nobody is promoted any more.", "is finished"),
    "review": ("confirm_review", "Confirm the shortlist: invitations may leave.", "is reviewed"),
}
"""Command -> the act of `services.jobs`, what it does, and what is said afterwards."""


@app.command("list")
def list_(
    limit: Annotated[int, typer.Option(min=1, max=200, help="Jobs of a page.")] = 50,
    after: Annotated[str | None, typer.Option(help="`next` of the page before.")] = None,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """List jobs, newest first: a recruiter's own, an admin's all."""
    page = asyncio.run(_page(as_email, after, limit))
    if as_json:
        emit(page.model_dump(mode="json"))
        return
    table(
        ("id", "title", "status", "seats", "completed", "applications", "closes"),
        (
            (
                *(j.id, j.title, j.status),
                f"{'?' if j.seated is None else j.seated}/{j.openings}",
                *(j.completed, j.applications, j.closes_at),
            )
            for j in page.items
        ),
        empty="There are no jobs.",
    )
    if page.next:
        say(f"More with: --after {page.next}")


@app.command()
def show(job_id: JobId, as_email: As = None, as_json: Json = False) -> None:
    """Show a job: its seats, its bench, and what it waits for."""
    shown = asyncio.run(_shown(as_email, job_id))
    if as_json:
        emit(shown.model_dump(mode="json"))
    else:
        _print(shown)


@app.command()
def requirements(
    job_id: JobId,
    file: Annotated[
        Path | None,
        typer.Option("--set", help="JSON file with what the job is to ask for.", exists=True, dir_okay=False),
    ] = None,
    reason: Reason = None,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """Show what a job asks for and what each requirement does to its list; with --set state it anew."""
    from cli.requirements import printed, run

    shown = asyncio.run(run(as_email, job_id, file, reason))
    emit(shown.model_dump(mode="json")) if as_json else printed(shown)


@app.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(help="JSON: one job or a list of jobs.", exists=True, dir_okay=False)
    ],
    publish: Annotated[bool, typer.Option(help="Open them for applications at once.")] = True,
    reason: Reason = None,
    as_email: As = None,
    as_json: Json = False,
) -> None:
    """Create jobs from a file, all or none.

    Fields: title, description, requirements, company, location, number_of_openings, shortlisting_buffer,
    closes_at (ISO 8601 with offset), review_mode, impact_review_required, recruiter and interviewers (mail
    addresses of users), and windows as ISO 8601 durations, for example "confirmation_window": "PT48H", or
    together under "windows".
    """
    jobs = asyncio.run(_import(as_email, file, publish=publish, reason=reason))
    if as_json:
        emit({"items": [{"id": str(j.id), "title": j.title, "status": j.status.value} for j in jobs]})
        return
    for job in jobs:
        say(f"{job.id}  {job.title} ({job.status})")


def _add(name: str, act: str, summary: str, said: str) -> None:
    @app.command(name, help=summary)
    def command(job_id: JobId, reason: Reason = None, as_email: As = None) -> None:
        job = asyncio.run(_do(as_email, job_id, reason, act))
        say(f"{job.title} ({job.id}) {said}. Status: {job.status}.")


for _name, (_act, _summary, _said) in _ACTS.items():
    _add(_name, _act, _summary, _said)


app.command()(interviewers)
app.command()(rescore)
app.command()(replay)


@app.command()
def openings(
    job_id: JobId,
    more: Annotated[int, typer.Argument(min=1, metavar="N", help="How many openings to add.")],
    reason: Reason = None,
    as_email: As = None,
) -> None:
    """Add openings; the new seats are filled from the bench."""
    job = asyncio.run(_do(as_email, job_id, reason, "add_openings", more=more))
    say(f"{job.title} ({job.id}) has {job.number_of_openings} openings.")


@app.command()
def accept(application_id: ApplicationId, reason: Reason = None, as_email: As = None) -> None:
    """Put an application onto the best vacant seat, past rank and cut-off."""
    from services import by_hand

    done = asyncio.run(_decide(as_email, application_id, reason, by_hand.accept))
    say(f"Application {done.id} holds seat {done.rank}.")


@app.command()
def promote(application_id: ApplicationId, reason: Reason = None, as_email: As = None) -> None:
    """Give somebody of the bench a vacant seat."""
    from services import by_hand

    wanted = (ShortlistStatus.BUFFER, ShortlistStatus.SHORTLISTED)
    done = asyncio.run(_decide(as_email, application_id, reason, by_hand.accept, *wanted))
    say(f"Application {done.id} holds seat {done.rank}.")


@app.command()
def reject(application_id: ApplicationId, reason: Reason = None, as_email: As = None) -> None:
    """End an application and its interview; the candidate is told once, a held seat goes to the bench."""
    from services.interviews import end

    done = asyncio.run(_decide(as_email, application_id, reason, end.reject))
    say(f"Application {done.id} is {done.shortlist_status}.")


async def _page(email: str | None, after: str | None, limit: int) -> "JobPage":
    from web.api.shapes import JobLineShape, JobPage
    from web.reading.jobs import list_jobs

    async with acting(email) as act:
        lines, next_ = await list_jobs(act.session, after=after, limit=limit)
        return JobPage(items=[JobLineShape.model_validate(line) for line in lines], next=next_)


async def _shown(email: str | None, job_id: UUID) -> "JobWithBoard":
    from services import find
    from web.api.shapes import JobWithBoard
    from web.reading.jobs import board

    async with acting(email) as act:
        job = await find.job(act.session, job_id)
        return JobWithBoard.model_validate({"job": job, "board": await board(act.session, job)})


async def _import(email: str | None, file: Path, *, publish: bool, reason: str | None) -> "list[Job]":
    from cli import job_file
    from services import jobs

    wanted = job_file.read(file)
    made = []
    async with acting(email, *HIRING) as act:
        cause = act.cause(reason)
        for body in wanted:
            draft = await job_file.draft(act, body)
            job = await jobs.create(act.session, draft, cause=cause, at=act.at)
            if publish:
                job = await jobs.publish(act.session, job.id, cause=cause, at=act.at)
            made.append(job)
    return made


async def _do(email: str | None, job_id: UUID, reason: str | None, name: str, **how: Any) -> "Job":
    from services import jobs

    async with acting(email, *HIRING) as act:
        business_act: Callable[..., Any] = getattr(jobs, name)
        job: Job = await business_act(act.session, job_id, cause=act.cause(reason), at=act.at, **how)
        return job


async def _decide(
    email: str | None,
    application_id: UUID,
    reason: str | None,
    decision: Callable[..., Any],
    *only_from: ShortlistStatus,
) -> "Application":
    from services import find

    async with acting(email, *HIRING) as act:
        now = (await find.application(act.session, application_id)).shortlist_status
        if only_from and now not in only_from:
            raise ConflictError(
                f"Application {application_id} is {now}, not on the bench.",
                remedy="To seat somebody who is pending: understudy job accept.",
            )
        done: Application = await decision(act.session, application_id, cause=act.cause(reason), at=act.at)
        return done


def _print(shown: "JobWithBoard") -> None:
    job, board = shown.job, shown.board
    say(f"{job.title}  ({job.id})")
    facts = {
        "status": job.status,
        "company": job.company,
        "location": job.location,
        "openings": job.number_of_openings,
        "bench size": job.shortlisting_buffer,
        "automation": job.automation_enabled,
        "closes": job.closes_at,
        "closed": job.closed_at,
        "ranked": job.ranked_at,
        "requirements": json.dumps(job.requirements, ensure_ascii=False) if job.requirements else None,
    }
    if board is not None:
        facts |= {
            "next deadline": board.next_deadline,
            "promotions stop": board.cutoff,
            "not scored yet": board.unscored,
        }
    for name, value in facts.items():
        say(f"  {name:<16} {cell(value)}")
    if board is None:
        say("Seats and bench are for recruiters and admins, who see everybody who applied.")
    else:
        _print_board(board)


def _print_board(board: "BoardShape") -> None:
    say(f"  {'applications':<16} " + ", ".join(f"{n} {status}" for status, n in board.counts.items()))
    say("")
    table(
        ("seat", "application", "score", "interview"),
        ((s.rank, s.application_id, s.fit_score, s.interview_status) for s in board.seats),
        empty="No seats.",
    )
    say("")
    table(
        ("bench rank", "application", "score"),
        ((b.rank, b.application_id, b.fit_score) for b in board.bench),
        empty="The bench is empty.",
    )
    if board.held:
        say("")
        table(
            ("held step", "gate", "since", "workflow"),
            ((h.step, h.gate, h.since, h.workflow_id) for h in board.held),
            empty="",
        )
