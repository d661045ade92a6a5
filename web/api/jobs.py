"""Creating and reading jobs."""

from uuid import UUID

from fastapi import APIRouter
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ForbiddenError, InvalidInputError
from domain.vocabulary import UserRole
from models import Job
from services import find, jobs, users
from services.jobs import JobDraft
from web.acting import HIRING, Act, ApiCaller
from web.api.bodies import NewJob
from web.api.shapes import JobLineShape, JobPage, JobWithBoard
from web.paging import DEFAULT, After, Limit
from web.reading.jobs import board, list_jobs

router = APIRouter(prefix="/jobs", tags=["jobs"])


@router.post("", status_code=201, summary="Create a job as a draft")
async def create(caller: ApiCaller, body: NewJob) -> JobWithBoard:
    """Without interviewers the recruiter interviews; without a buffer it is as large as the openings."""
    async with caller.begin() as act:
        act.needs(*HIRING)
        recruiter_id = body.recruiter_id or act.user_id
        if recruiter_id != act.user_id and act.role is not UserRole.ADMIN:
            raise ForbiddenError("A recruiter creates own jobs only.")
        await _check_people(act.session, recruiter_id, body.interviewer_ids)
        draft = JobDraft(
            recruiter_id=recruiter_id,
            title=body.title,
            description=body.description,
            number_of_openings=body.number_of_openings,
            shortlisting_buffer=body.shortlisting_buffer,
            company=body.company,
            location=body.location,
            requirements=body.requirements,
            closes_at=body.closes_at,
            interviewer_ids=tuple(body.interviewer_ids),
            review_mode=body.review_mode,
            impact_review_required=body.impact_review_required,
            windows=body.windows(),
        )
        job = await jobs.create(act.session, draft, cause=act.cause(body.reason), at=act.at)
        return await with_board(act, job)


async def _check_people(session: AsyncSession, recruiter_id: UUID, interviewer_ids: list[UUID]) -> None:
    missing = await users.missing(session, {recruiter_id, *interviewer_ids})
    if recruiter_id in missing:
        raise InvalidInputError("There is no such user.", field="recruiter_id")
    if missing:
        raise InvalidInputError(f"There is no user {min(missing)}.", field="interviewer_ids")


@router.get("", summary="List jobs")
async def list_(caller: ApiCaller, after: After = None, limit: Limit = DEFAULT) -> JobPage:
    """Newest first; a recruiter sees own jobs, an admin all. Auditors and interviewers, who do not see everybody who
    applied, get no counts."""
    async with caller.begin() as act:
        lines, next_ = await list_jobs(act.session, after=after, limit=limit)
        return JobPage(items=[JobLineShape.model_validate(line) for line in lines], next=next_)


@router.get("/{job_id}", summary="Get a job with its seats, bench, counts and what it waits for")
async def get(caller: ApiCaller, job_id: UUID) -> JobWithBoard:
    """Seats are in order of rank; the bench is in order of promotion. Auditors and interviewers get no board: they do
    not see everybody who applied."""
    async with caller.begin() as act:
        return await _shown(act, await find.job(act.session, job_id))


async def present(act: Act, job_id: UUID) -> JobWithBoard:
    """What a read of a job shows now; nobody changes it before this transaction ends."""
    return await _shown(act, await find.job(act.session, job_id, lock=True))


async def with_board(act: Act, job: Job) -> JobWithBoard:
    """A job after an act, as the API shows it."""
    await act.session.refresh(job)
    return await _shown(act, job)


async def _shown(act: Act, job: Job) -> JobWithBoard:
    return JobWithBoard.model_validate({"job": job, "board": await board(act.session, job)})
