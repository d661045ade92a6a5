"""The auditor's desk: the log searched, one row explained, one application or interview followed."""

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from domain.audit import chain
from domain.audit.timeline import moment
from domain.errors import NotFoundError
from domain.vocabulary import Flag, Trigger
from services import audit, audit_timeline
from services.log import Subject
from web.desk.session import Desk, SignedIn
from web.reading.audit import PAGE, asked, looking

router = APIRouter(prefix="/audit")
Rows = Callable[..., Awaitable[list[dict[str, Any]]]]
LARGEST = 2**63 - 1
DIGITS = len(str(LARGEST))


def number(text: str | None) -> int | None:
    """A row's number out of an address; None for anything else."""
    if not text or not text.isdecimal() or len(text) > DIGITS:
        return None
    return int(text) if int(text) <= LARGEST else None


@router.api_route("", methods=["GET", "HEAD"])
async def search(desk: SignedIn) -> Response:
    """Rows that fit, newest first, fifty to a page."""
    query = desk.request.query_params
    async with looking(desk.caller) as look:
        wanted = asked(query, look.act.zone)
        found: list[dict[str, Any]] = []
        older: int | None = None
        if not wanted.errors:
            before = number(query.get("before"))
            found, older = await audit.search(look.session, wanted.wanted, before=before, limit=PAGE)
        html = desk.show(
            "desk/audit.html",
            look.act,
            moments=[moment(record) for record in found],
            asked=wanted,
            older=urlencode({**wanted.given, "before": older}) if older is not None else None,
            newest=urlencode(wanted.given) if query.get("before") else None,
            triggers=list(Trigger),
            flags=list(Flag),
            may_export=desk.caller.deps.log_keys is not None,
        )
    html.status_code = 422 if wanted.errors else 200
    return html


@router.api_route("/rows/{sequence}", methods=["GET", "HEAD"])
async def row(desk: SignedIn, sequence: int) -> Response:
    """One row: what it says, what the decision was made from, and how it stands in the chain."""
    async with looking(desk.caller) as look:
        found = await audit.row(look.session, sequence) if 0 < sequence <= LARGEST else None
        if found is None:
            raise NotFoundError(
                f"The log has no row {sequence}.",
                remedy="Numbers of steps that were rolled back are missing.",
            )
        record = audit.as_record(found)
        return desk.show(
            "desk/audit_row.html",
            look.act,
            moment=moment(record),
            background=await audit_timeline.background(look.session, record),
            canonical=chain.canonical(record).decode(),
            row_hash=chain.row_hash(record).hex(),
            seal=found.seal.hex() if found.seal is not None else None,
            sealed_at=found.sealed_at,
        )


@router.api_route("/applications/{application_id}", methods=["GET", "HEAD"])
async def application(desk: SignedIn, application_id: UUID) -> Response:
    """One application from its arrival to its end."""
    about = Subject(application_id=application_id)
    return await _timeline(desk, "application", application_id, about, audit_timeline.of_application)


@router.api_route("/interviews/{interview_id}", methods=["GET", "HEAD"])
async def interview(desk: SignedIn, interview_id: UUID) -> Response:
    """One interview from its invitation to its outcome."""
    about = Subject(interview_id=interview_id)
    return await _timeline(desk, "interview", interview_id, about, audit_timeline.of_interview)


@router.api_route("/jobs/{job_id}", methods=["GET", "HEAD"])
async def job(desk: SignedIn, job_id: UUID) -> Response:
    """The steps of a job itself: who closed it, when it was ranked, what was changed."""
    return await _timeline(desk, "job", job_id, Subject(job_id=job_id), audit_timeline.of_job)


async def _timeline(desk: Desk, kind: str, of: UUID, about: Subject, read: Rows) -> Response:
    after = number(desk.request.query_params.get("after")) or 0
    async with looking(desk.caller, subject=about) as look:
        records = await _page(look.session, read, of, after)
        if not records and not after:
            raise NotFoundError(f"The log says nothing of this {kind}.", remedy="Check the id.")
        shown = records[: audit_timeline.SHOWN]
        return desk.show(
            "desk/timeline.html",
            look.act,
            kind=kind,
            id=of,
            job_id=next((record["job_id"] for record in records if record["job_id"]), None),
            moments=[moment(record) for record in shown],
            is_first=after == 0,
            later=shown[-1]["sequence"] if len(records) > len(shown) else None,
        )


async def _page(session: AsyncSession, read: Rows, of: UUID, after: int) -> list[dict[str, Any]]:
    return await read(session, of, after=after, limit=audit_timeline.SHOWN + 1)
