"""A person answers where the bot handed over: words, and times that are held for the candidate."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, cast, false, func, literal_column, select, tuple_
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError, SlotTakenError
from domain.negotiation.bot import MAX_PROPOSALS, Handover
from domain.negotiation.turns import BotTurn, PersonTurn, keep, recall
from domain.slots import Slot
from domain.vocabulary import InterviewStatus, MailTemplate, NegotiationState
from models import Candidate, Interview, Job, NegotiationSession
from services import find, holds, mail, slots
from services.log import Cause
from services.mail import Letter
from services.moves import note, subject

LONGEST_ANSWER = 4000


async def write(
    session: AsyncSession,
    interview_id: UUID,
    text: str,
    starts: Sequence[datetime],
    *,
    cause: Cause,
    at: datetime,
) -> NegotiationSession:
    """Write to a candidate whose search for a time was handed over, with up to three free times.

    Raises InvalidInputError for an empty or too long answer, SlotTakenError for a time that is not free,
    ConflictError when nobody waits for an answer.
    """
    if not text.strip() and not starts:
        raise InvalidInputError(
            "The answer is empty.", field="text", remedy="Write something, or offer times."
        )
    if len(text) > LONGEST_ANSWER:
        raise InvalidInputError(
            f"The answer is longer than {LONGEST_ANSWER} characters.", field="text", remedy="Shorten it."
        )
    starts = sorted({start.astimezone(UTC) for start in starts})
    if len(starts) > MAX_PROPOSALS:
        raise InvalidInputError(
            f"More than {MAX_PROPOSALS} times were chosen.", field="starts", remedy="Leave some out."
        )
    interview = await find.interview(session, interview_id, lock=True)
    negotiation = await find.negotiation(session, interview_id)
    if (
        negotiation is None
        or negotiation.state is not NegotiationState.ESCALATED
        or interview.status is not InterviewStatus.SLOT_PENDING
        or interview.job_id is None
    ):
        raise ConflictError("Nobody waits for an answer here.")
    job = await find.job(session, interview.job_id)
    if starts:
        await _hold(session, interview, job, starts, at)
        negotiation.proposals = [start.isoformat() for start in starts]
    turn = PersonTurn(at, "recruiter", text.strip(), tuple(starts))
    negotiation.history = [*negotiation.history, keep(turn)]
    await note(
        session,
        interview,
        "recruiter_answered",
        cause=cause,
        at=at,
        proposals=len(starts),
        length=len(text),
    )
    letter = Letter(
        MailTemplate.NEGOTIATION_ANSWER,
        subject(interview),
        candidate_id=interview.candidate_id,
        sequence=1000 + len(negotiation.history),
        details={"turn": len(negotiation.history) - 1},
    )
    await mail.queue(session, at, letter)
    return negotiation


async def _hold(
    session: AsyncSession, interview: Interview, job: Job, starts: Sequence[datetime], at: datetime
) -> None:
    free: dict[datetime, Slot] = {slot.start: slot for slot in await slots.free(session, job, interview, at)}
    wanted = [free[start] for start in starts if start in free]
    until = at + job.hold_window
    if len(wanted) < len(starts) or not await holds.hold(session, interview.id, wanted, until, at):
        raise SlotTakenError("One of these times is no longer free.", field="starts", remedy="Choose others.")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conversation that waits for a person."""

    interview: Interview
    negotiation: NegotiationSession
    job: Job
    candidate: Candidate
    since: datetime
    """When the bot handed over."""
    why: Handover | None
    last: PersonTurn | None
    """The newest words of a person."""

    @property
    def is_answered(self) -> bool:
        """Whether the hiring team wrote last: then the candidate's answer is awaited."""
        return self.last is not None and self.last.sender == "recruiter"


HANDED_OVER = (
    NegotiationSession.state == NegotiationState.ESCALATED,
    Interview.status == InterviewStatus.SLOT_PENDING,
)


async def count_unanswered(session: AsyncSession) -> int:
    """How many conversations wait for words of the hiring team."""
    last = NegotiationSession.history[-1]["from"].astext
    query = (
        select(func.count())
        .select_from(NegotiationSession)
        .join(Interview, Interview.id == NegotiationSession.interview_id)
        .where(*HANDED_OVER, Interview.job_id.is_not(None), last != "recruiter")
    )
    return await session.scalar(query) or 0


def _last(turns: str) -> ColumnElement[Any]:
    """The last of the turns that a JSON path picks."""
    path: ColumnElement[str] = literal_column(f"'{turns}'::jsonpath")
    return func.jsonb_path_query_array(NegotiationSession.history, path, type_=JSONB)[-1]


ORDER = (
    func.coalesce(_last('$[*] ? (@.from != "bot")')["from"].astext == "recruiter", false()),
    cast(
        func.coalesce(
            _last("$[*] ? (@.handover != null)")["at"].astext, NegotiationSession.history[-1]["at"].astext
        ),
        DateTime(timezone=True),
    ),
    Interview.id,
)
"""`Waiting.is_answered`, `Waiting.since`, and the interview."""


async def waiting(
    session: AsyncSession,
    *,
    after: tuple[bool, datetime, UUID] | None = None,
    limit: int | None = None,
) -> list[Waiting]:
    """Conversations that were handed over and have no time yet: unanswered ones first, then the longest waiting.

    `after`: only those behind this place in the order (answered, since, interview).
    """
    query = (
        select(Interview, NegotiationSession, Job, Candidate)
        .join(NegotiationSession, NegotiationSession.interview_id == Interview.id)
        .join(Job, Job.id == Interview.job_id)
        .join(Candidate, Candidate.id == Interview.candidate_id)
        .where(*HANDED_OVER)
        .order_by(*ORDER)
        .limit(limit)
    )
    if after is not None:
        query = query.where(tuple_(*ORDER) > tuple_(*after))
    return [_waiting(*row) for row in await session.execute(query)]


def _waiting(
    interview: Interview, negotiation: NegotiationSession, job: Job, candidate: Candidate
) -> Waiting:
    turns = [recall(kept) for kept in negotiation.history]
    handed = next((t for t in reversed(turns) if isinstance(t, BotTurn) and t.handover), None)
    last = next((t for t in reversed(turns) if isinstance(t, PersonTurn)), None)
    since = handed.at if handed else turns[-1].at
    return Waiting(interview, negotiation, job, candidate, since, handed.handover if handed else None, last)
