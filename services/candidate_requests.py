"""Requests of candidates: asked with a deadline, answered by a person who did not take part in the decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from domain.vocabulary import MailTemplate, RequestKind, RequestOutcome, RequestState, Trigger
from models import AutomationLog, Candidate, CandidateRequest, Job
from services import find, log, mail
from services.log import Cause, Entry, Subject
from services.mail import Letter
from services.own import Named, rows

ANSWER_WITHIN = timedelta(days=14)
"""The law allows a month (GDPR article 12, paragraph 3); whoever waits for a job cannot wait so long."""
LONGEST = 4000
"""Characters of a request or an answer."""
SHORT = {RequestKind.HUMAN_REVIEW: "review", RequestKind.CORRECTION: "correction"}
"""How mails name the kinds."""
DECISIONS = frozenset({
    "accepted_by_hand", "cancelled_by_hand", "interview_no_show", "promoted_by_hand", "rejected_by_hand",
    "review_confirmed",
})  # fmt: skip
"""Log actions by which a person decides about an application, or about the shortlist of its job."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the hiring team reads it."""

    request: CandidateRequest
    name: str
    title: str
    own_decision: bool
    """Whoever reads took part in the decision, so somebody else has to answer."""

    def is_late(self, at: datetime) -> bool:
        """Whether the answer is overdue."""
        return self.request.state is RequestState.OPEN and at > self.request.due_at


async def ask(
    session: AsyncSession,
    named: Named,
    kind: RequestKind,
    message: str,
    *,
    cause: Cause,
    at: datetime,
) -> CandidateRequest:
    """Ask a person to look again, or to correct something. While one of a kind is open, another adds nothing.

    Raises InvalidInputError for a correction without words or for too many words, ConflictError when the
    application no longer exists.
    """
    text = message.strip()
    if kind is RequestKind.CORRECTION and not text:
        raise InvalidInputError(
            "The message is empty.", field="message", remedy="Write what is wrong and what would be right."
        )
    if len(text) > LONGEST:
        raise InvalidInputError("The message is too long.", field="message", remedy="Please shorten it.")
    own = await rows(session, named, lock=True)
    if own.application_id is None or own.job_id is None:
        raise ConflictError("The job of this interview no longer exists.")
    known = await _open(session, own.application_id, kind)
    if known is not None:
        return known
    request = CandidateRequest(
        id=uuid4(),
        kind=kind,
        state=RequestState.OPEN,
        candidate_id=own.candidate.id,
        application_id=own.application_id,
        interview_id=named.interview_id,
        job_id=own.job_id,
        message=text,
        asked_at=at,
        due_at=at + ANSWER_WITHIN,
    )
    session.add(request)
    await session.flush()
    about = own.subject
    await _note(session, request, about, f"{kind}_requested", cause, at, due_at=request.due_at.isoformat())
    earlier = await session.scalars(
        select(CandidateRequest.id).where(CandidateRequest.application_id == request.application_id)
    )
    number, job = len(earlier.all()), await find.job(session, own.job_id)
    details = {"request": SHORT[kind], "due_at": request.due_at.isoformat()}
    await mail.queue(
        session,
        at,
        Letter(
            MailTemplate.REQUEST_RECEIVED,
            about,
            candidate_id=request.candidate_id,
            sequence=number,
            details=details,
        ),
        Letter(
            MailTemplate.CANDIDATE_REQUEST,
            about,
            user_id=job.recruiter_id,
            sequence=number,
            details=details,
        ),
    )
    return request


async def of_application(session: AsyncSession, application_id: UUID) -> Sequence[CandidateRequest]:
    """The requests about an application, oldest first, with their answers."""
    query = select(CandidateRequest).where(CandidateRequest.application_id == application_id)
    return (await session.scalars(query.order_by(CandidateRequest.asked_at))).all()


async def newest(session: AsyncSession, reader: UUID, *, limit: int = 100) -> list[Asked]:
    """What this reader may see: open requests by their deadline, then the newest answered ones."""
    query = (
        select(CandidateRequest, Candidate.name, Job.title)
        .join(Candidate, Candidate.id == CandidateRequest.candidate_id)
        .join(Job, Job.id == CandidateRequest.job_id)
        .order_by(CandidateRequest.answered_at.desc().nulls_first(), CandidateRequest.due_at)
        .limit(limit)
    )
    found = (await session.execute(query)).all()
    return [
        Asked(request, name, title, reader in await deciders(session, request))
        for request, name, title in found
    ]


async def deciders(session: AsyncSession, request: CandidateRequest) -> set[UUID]:
    """Who decided by hand about this application, or confirmed the shortlist of its job."""
    query = select(AutomationLog.actor_id).where(
        AutomationLog.trigger_source == Trigger.MANUAL,
        AutomationLog.action_type.in_(DECISIONS),
        AutomationLog.actor_id.is_not(None),
        AutomationLog.job_id == request.job_id,
        (AutomationLog.application_id == request.application_id) | AutomationLog.application_id.is_(None),
    )
    return set(await session.scalars(query.distinct()))


async def answer(
    session: AsyncSession,
    request_id: UUID,
    outcome: RequestOutcome,
    text: str,
    *,
    reviewer: UUID,
    cause: Cause,
    at: datetime,
) -> CandidateRequest:
    """Answer a request; the candidate is told by mail and reads the answer on the own page.

    The outcome changes nothing by itself: what is to change, the reviewer changes first, on the board.
    Raises NotFoundError, InvalidInputError for an empty or too long answer, ForbiddenError for whoever took
    part in the decision, ConflictError for a request that was answered already.
    """
    said = text.strip()
    if not said or len(said) > LONGEST:
        raise InvalidInputError(
            f"An answer has 1 to {LONGEST} characters.",
            field="answer",
            remedy="Say what you looked at, and why.",
        )
    query = select(CandidateRequest).where(CandidateRequest.id == request_id).with_for_update()
    request = await session.scalar(query)
    if request is None:
        raise NotFoundError(f"There is no request {request_id}.", field="request_id")
    if request.state is not RequestState.OPEN:
        raise ConflictError("This request was answered already.")
    if reviewer in await deciders(session, request):
        raise ForbiddenError(
            "You took part in the decision that is to be reviewed.",
            remedy="Ask a colleague with the role admin to answer.",
        )
    request.state = RequestState.ANSWERED
    request.outcome = outcome
    request.answer = said
    request.answered_at = at
    request.answered_by = reviewer
    await session.flush()
    about = Subject(request.job_id, request.application_id, request.interview_id)
    await _note(session, request, about, f"{request.kind}_answered", cause, at, outcome=outcome.value)
    answered = Letter(
        MailTemplate.REQUEST_ANSWERED,
        about,
        candidate_id=request.candidate_id,
        sequence=1
        + sum(
            r.state is RequestState.ANSWERED for r in await of_application(session, request.application_id)
        ),
        details={"request": SHORT[request.kind]},
    )
    await mail.queue(session, at, answered)
    return request


async def _open(session: AsyncSession, application_id: UUID, kind: RequestKind) -> CandidateRequest | None:
    found: CandidateRequest | None = await session.scalar(
        select(CandidateRequest).where(
            CandidateRequest.application_id == application_id,
            CandidateRequest.kind == kind,
            CandidateRequest.state == RequestState.OPEN,
        )
    )
    return found


async def _note(
    session: AsyncSession,
    request: CandidateRequest,
    about: Subject,
    action: str,
    cause: Cause,
    at: datetime,
    **details: str,
) -> None:
    """One row of the log: that it was asked or answered, never what was written (I8)."""
    known = {"request_id": str(request.id), **details}
    await log.record(session, cause, Entry(action, f"{action}:{request.id}", about, at, details=known))
