"""Applications: taking them in, reading their resumes, keeping their scores."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import exists, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError
from domain.ports import FitScore, JobText, ResumeText
from domain.vocabulary import JobStatus
from models import Application, Candidate, File, Job
from services import find, log, outbox, requirements, scores
from services.log import Cause, Entry, Subject

MAX_FILE = 10 * 1024 * 1024
"""Largest resume that is taken in, in bytes."""

EMAIL = re.compile(r"[^@\s<>,;\"]{1,64}@[^@\s<>,;\"]{1,190}\.[^@\s<>,;\".]{2,24}")


@dataclass(frozen=True, slots=True)
class Upload:
    """An application as it arrives. Without name or address they are read from the resume."""

    filename: str
    content: bytes
    name: str | None = None
    email: str | None = None
    time_zone: str = "UTC"
    media_type: str = "application/octet-stream"


async def submit(
    session: AsyncSession, job_id: UUID, upload: Upload, *, cause: Cause, at: datetime
) -> tuple[UUID, bool]:
    """Take an application in and start its workflow. Returns its id, and whether it is new.

    The same person applying twice for a job keeps the first application. An unreadable file is taken in as
    well: it scores 0 with a reason, later.
    """
    _check(upload)
    job = await find.job(session, job_id)
    if job.status not in {JobStatus.DRAFT, JobStatus.OPEN} or job.applications_closed:
        raise ConflictError(
            "This job takes no more applications.", field="job_id", remedy="Apply for one that is open."
        )
    file_id, application_id = uuid4(), uuid4()
    candidate_id = await _candidate(session, upload, at)
    earlier = await session.scalar(
        select(Application.id).where(Application.job_id == job_id, Application.candidate_id == candidate_id)
    )
    if earlier is not None:
        return earlier, False
    await session.execute(
        insert(File).values(
            id=file_id,
            filename=upload.filename[:200],
            media_type=upload.media_type,
            size=len(upload.content),
            sha256=hashlib.sha256(upload.content).digest(),
            content=upload.content,
            created_at=at,
        )
    )
    await session.execute(
        insert(Application).values(
            id=application_id,
            job_id=job_id,
            candidate_id=candidate_id,
            resume_file_id=file_id,
            created_at=at,
        )
    )
    about = Subject(job_id, application_id)
    await log.record(
        session, cause, Entry("application_received", f"application:{application_id}:received", about, at)
    )
    await outbox.start_applications(session, job_id, [application_id])
    return application_id, True


def _check(upload: Upload) -> None:
    if len(upload.content) > MAX_FILE:
        raise InvalidInputError(
            "The file is larger than 10 MiB.", field="file", remedy="Send a smaller one, for example a PDF."
        )
    if upload.email is not None and not EMAIL.fullmatch(upload.email.strip()):
        raise InvalidInputError(
            "This is not a mail address.", field="email", remedy="For example ana@example.org."
        )
    try:
        ZoneInfo(upload.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise InvalidInputError(
            f"There is no time zone “{upload.time_zone[:60]}”.",
            field="time_zone",
            remedy="For example Europe/Berlin.",
        ) from None


async def _candidate(session: AsyncSession, upload: Upload, at: datetime) -> UUID:
    """The person behind an upload: known by mail address, else new."""
    email = upload.email.strip() if upload.email else None
    if email:
        # Two uploads of one new person at once take turns.
        await session.execute(
            text("SELECT pg_advisory_xact_lock(hashtextextended(lower(:email), 7))"), {"email": email}
        )
        known: UUID | None = await session.scalar(select(func.candidate_by_email(email)))
        if known is not None:
            return known
    candidate_id = uuid4()
    await session.execute(
        insert(Candidate).values(
            id=candidate_id,
            name=(upload.name or "").strip()[:200] or _name_of_file(upload.filename),
            email=email,
            time_zone=upload.time_zone,
            created_at=at,
        )
    )
    return candidate_id


def _name_of_file(filename: str) -> str:
    stem = filename.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return re.sub(r"[\s_\-]+", " ", stem).strip()[:200] or "Applicant"


@dataclass(frozen=True, slots=True)
class Resume:
    """A file to be read."""

    filename: str
    content: bytes


async def resume_to_read(session: AsyncSession, application_id: UUID) -> Resume | None:
    """The file of an application; None when it was read already, or there is none."""
    row = (
        await session.execute(
            select(File.filename, File.content)
            .join(Application, Application.resume_file_id == File.id)
            .where(
                Application.id == application_id,
                Application.resume_text.is_(None),
                Application.unreadable_reason.is_(None),
            )
        )
    ).one_or_none()
    return Resume(row.filename, row.content) if row else None


async def keep_text(session: AsyncSession, application_id: UUID, resume: ResumeText) -> None:
    """Keep the text of a resume, and name and address where the upload gave none."""
    application = await find.application(session, application_id, lock=True)
    application.resume_text = resume.text
    application.resume_notices = list(resume.notices)
    candidate = await session.get(Candidate, application.candidate_id) if application.candidate_id else None
    if candidate is None or candidate.email is not None or not resume.email:
        return
    taken: UUID | None = await session.scalar(select(func.candidate_by_email(resume.email)))
    if taken is None:
        candidate.email = resume.email
        candidate.name = resume.name or candidate.name


async def keep_reason(session: AsyncSession, application_id: UUID, reason: str) -> None:
    """Keep why a resume could not be read."""
    application = await find.application(session, application_id, lock=True)
    application.unreadable_reason = reason


@dataclass(frozen=True, slots=True)
class ToScore:
    """What a scorer needs; `resume` None when there is nothing to read."""

    job: JobText
    resume: str | None
    reason: str | None
    names: tuple[str, ...]
    """How the person is known to be called: masked before anything is scored."""
    arrived_at: datetime


async def to_score(session: AsyncSession, application_id: UUID) -> ToScore | None:
    """Texts of an application that has no score yet; None when it has one."""
    application = await find.application(session, application_id)
    if application.ai_processed:
        return None
    job = await find.job(session, application.job_id)
    texts = JobText(job.title, job.description, job.requirements)
    names = await known_names(session, application)
    return ToScore(
        texts, application.resume_text, application.unreadable_reason, names, application.created_at
    )


async def known_names(session: AsyncSession, application: Application) -> tuple[str, ...]:
    """Names of the person behind an application.

    A name that was only guessed from the name of the file is left out: `python-developer.pdf` would have words
    of the trade masked.
    """
    query = (
        select(Candidate.name, File.filename)
        .select_from(Application)
        .outerjoin(Candidate, Candidate.id == Application.candidate_id)
        .outerjoin(File, File.id == Application.resume_file_id)
        .where(Application.id == application.id)
    )
    name, filename = (await session.execute(query)).one()
    guessed = _name_of_file(filename) if filename else None
    return tuple(found for found in (name, application.applicant_name) if found and found != guessed)


UNREADABLE = FitScore(0.0, {}, (), "", "unreadable")


async def keep_score(
    session: AsyncSession,
    application_id: UUID,
    fit: FitScore,
    reason: str | None,
    inputs: scores.Inputs | None = None,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    """Keep a score and what it was made from, once. `reason` says why a resume could not be read (score 0)."""
    if inputs is not None:
        job_id = (await find.application(session, application_id)).job_id
        await requirements.refuse_outdated(session, job_id, inputs.job)
    application = await find.application(session, application_id, lock=True)
    if application.ai_processed:
        return
    application.unreadable_reason = reason
    await scores.keep(session, application, fit, inputs, at)
    application.summary = reason or fit.summary
    entry = Entry(
        action="application_scored" if reason is None else "resume_unreadable",
        key=f"application:{application_id}:scored:{at.timestamp()}",
        subject=Subject(application.job_id, application_id),
        at=at,
        details=scores.told(application, fit),
    )
    await log.record(session, cause, entry)
    await _tell_when_last(session, application)


async def _tell_when_last(session: AsyncSession, application: Application) -> None:
    job = await session.get_one(Job, application.job_id)
    if job.status is not JobStatus.CLOSED:
        return
    waiting = await session.scalar(
        select(
            exists().where(
                Application.job_id == job.id,
                Application.ai_processed.is_(False),
                Application.id != application.id,
            )
        )
    )
    if not waiting:
        await outbox.tell_job(session, job.id, f"scored:{application.id}", "all_scored")


async def unscored(session: AsyncSession, job_id: UUID, limit: int = 500) -> list[UUID]:
    """Applications of a job that wait for their score."""
    query = (
        select(Application.id)
        .where(Application.job_id == job_id, Application.ai_processed.is_(False))
        .order_by(Application.created_at, Application.id)
        .limit(limit)
    )
    return list(await session.scalars(query))
