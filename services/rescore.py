"""Scoring a job's applications again, after the scorer or the wording of the job has changed.

Nobody of a running shortlist is moved: once a job is ranked, its scores stay. What would change can be looked
at, and then a person may accept or reject by hand.

It runs in the process that asks for it and not through the applications' workflows: those have ended, and a
ranking between two of them would mix scores of two versions. Here all new scores are computed first and then
written in one transaction, under the lock of the job: all of them or none. Between the two they wait on disk, so
that a job of 100,000 applications needs no more memory than one of a hundred.
"""

import pickle
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from tempfile import TemporaryFile
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError
from domain.ports import FitScore, JobText, Scorer
from domain.rescore import Move, moves
from domain.score_record import input_hash, job_text_hash, points
from domain.shortlist import Standing
from domain.states import FINAL_JOB
from models import Application, Job
from services import applications, find, log, scores
from services.log import Cause, Entry, Subject

_PAGE = 100

Progress = Callable[[int, int], None]
"""Hears how many of how many applications are done."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What scoring again did. Counts of applications."""

    scorer: str
    rescored: int
    current: int
    """Scored by this scorer from the same texts already."""
    overtaken: int
    """Changed by somebody else meanwhile, and left alone: run again."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A new score, and what it was computed over."""

    standing: Standing
    was: str | None
    """Hash of the input of the score on record."""
    input: str
    fit: FitScore
    masked_text: str
    as_of: int


class _Aside:
    """New scores until all are known, in a file that has no name and goes with the process."""

    def __init__(self) -> None:
        # `closing` closes it, on whatever way the scoring ends.
        self._file = TemporaryFile()  # noqa: SIM115 - lives as long as this object
        self._count = 0

    def put(self, one: _Found) -> None:
        """Keep one more."""
        pickle.dump(one, self._file)
        self._count += 1

    def __iter__(self) -> Iterator[_Found]:
        """All of them, in order, one in memory at a time."""
        self._file.seek(0)
        for _ in range(self._count):
            one: _Found = pickle.load(self._file)  # noqa: S301 - nobody else can write to a file without a name
            yield one

    def close(self) -> None:
        """Give the disk back."""
        self._file.close()


async def rescore(
    session: AsyncSession, job_id: UUID, scorer: Scorer, on_progress: Progress, *, cause: Cause, at: datetime
) -> Outcome:
    """Score every readable application of a job again.

    Raises NotFoundError, and ConflictError when the job is ranked or final.
    """
    job = await find.job(session, job_id)
    _check(job)
    text, wording = _text(job), job_text_hash(_text(job))
    name = scorer.score(JobText("", ""), "").scorer
    rescored = current = overtaken = 0
    with closing(_Aside()) as aside:
        async for one in _scored_again(session, job, scorer, on_progress):
            if one.was == one.input:
                current += 1
            else:
                aside.put(one)
        # The job may have been ranked, or changed its wording, while the scores were computed.
        job = await find.job(session, job_id, lock=True)
        _check(job)
        if job_text_hash(_text(job)) != wording:
            raise ConflictError("The job was changed meanwhile; nothing was scored.", remedy="Run it again.")
        for one in aside:
            if await _apply(session, one, text, cause, at):
                rescored += 1
            else:
                overtaken += 1
    outcome = Outcome(name, rescored, current, overtaken)
    if rescored:
        details = {"scorer": name, "rescored": rescored, "current": current, "overtaken": overtaken}
        key = f"job:{job_id}:rescored:{at.timestamp()}"
        await log.record(session, cause, Entry("job_rescored", key, Subject(job_id), at, details=details))
    return outcome


async def compare(session: AsyncSession, job_id: UUID, scorer: Scorer, on_progress: Progress) -> list[Move]:
    """Who would move if the job's applications were scored again. Changes nothing, whatever the job's state."""
    job = await find.job(session, job_id)
    found = [
        (one.standing, points(one.fit.score))
        async for one in _scored_again(session, job, scorer, on_progress)
    ]
    return moves([standing for standing, _ in found], {standing.id: score for standing, score in found})


def _check(job: Job) -> None:
    if job.ranked_at is not None:
        raise ConflictError(
            "The job is ranked: a new score would move people of a running shortlist.",
            field="job_id",
            remedy=f"See who would move: understudy job rescore {job.id} --compare."
            " Then accept or reject by hand.",
        )
    if job.status in FINAL_JOB:
        raise ConflictError(f"The job is {job.status}; its scores stay as they are.", field="job_id")


def _text(job: Job) -> JobText:
    return JobText(job.title, job.description, job.requirements)


async def _scored_again(
    session: AsyncSession, job: Job, scorer: Scorer, on_progress: Progress
) -> AsyncIterator[_Found]:
    """New scores of all that have one and a text, a page of texts in memory at a time."""
    has_text = func.coalesce(Application.resume_text, Application.masked_text).is_not(None)
    where = (
        Application.job_id == job.id,
        Application.ai_processed.is_(True),
        Application.unreadable_reason.is_(None),
        has_text,
    )
    total = await session.scalar(select(func.count()).where(*where)) or 0
    query = select(Application).where(*where).order_by(Application.id).limit(_PAGE)
    job_text, done = _text(job), 0
    wording = job_text_hash(job_text)
    last: UUID | None = None
    while True:
        rows = await session.scalars(query if last is None else query.where(Application.id > last))
        page = rows.all()
        for application in page:
            names = await applications.known_names(session, application)
            resume = application.resume_text or application.masked_text or ""
            fit, inputs = scores.weigh(scorer, job_text, resume, names, application.created_at)
            standing = Standing(
                application.id, application.fit_score, application.created_at, application.shortlist_status
            )
            done += 1
            on_progress(done, total)
            made = input_hash(inputs.masked_text, wording, inputs.as_of, fit.scorer, fit.parameters)
            yield _Found(standing, application.score_input, made, fit, inputs.masked_text, inputs.as_of)
        if len(page) < _PAGE:
            return
        last = page[-1].id
        session.expunge_all()


async def _apply(session: AsyncSession, one: _Found, job: JobText, cause: Cause, at: datetime) -> bool:
    """Write a new score, unless somebody else wrote one meanwhile."""
    application = await find.application(session, one.standing.id, lock=True)
    if application.score_input != one.was or application.fit_score != one.standing.fit_score:
        return False
    previous = {
        "fit_score": float(application.fit_score),
        "scorer": application.scorer,
        "parameters": application.score_parameters,
        "score_input": application.score_input,
    }
    await scores.keep(session, application, one.fit, scores.Inputs(job, one.masked_text, one.as_of), at)
    entry = Entry(
        action="application_rescored",
        key=f"application:{application.id}:rescored:{at.timestamp()}",
        subject=Subject(application.job_id, application.id),
        at=at,
        details={**scores.told(application, one.fit), "previous": previous},
    )
    await log.record(session, cause, entry)
    return True
