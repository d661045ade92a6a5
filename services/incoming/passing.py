"""Words that the automation leaves to a person: kept where erasing the candidate clears them, then mailed on."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.incoming import IncomingOutcome
from domain.negotiation.turns import PersonTurn, keep
from domain.vocabulary import MailTemplate
from models import EmailMessage, IncomingWords, Interview
from services import find, mail
from services.log import Cause
from services.mail import Letter
from services.moves import note, subject
from services.negotiation import LONGEST_MESSAGE, MOST_TURNS

LONGEST_WORDS = 20_000
OF_MAILS = 1_000_000_000
"""Sequences of questions that came by mail begin here, above those of a conversation's turns."""


@dataclass(frozen=True, slots=True)
class Written:
    """Words and who, as far as a mail can tell, wrote them."""

    text: str
    by_candidate: bool
    """From the candidate's own address."""
    user_id: UUID | None = None
    """The interviewer who wrote them."""


async def on(
    session: AsyncSession, interview: Interview, written: Written, key: str, *, cause: Cause, at: datetime
) -> IncomingOutcome:
    """Pass words on to the recruiter. The caller has locked the interview and handles each mail (`key`) once."""
    if interview.job_id is None:
        return IncomingOutcome.NOTED
    job = await find.job(session, interview.job_id)
    details = await _kept(session, interview, written, key, at)
    if written.user_id is not None:
        details["written_by"] = str(written.user_id)
    elif not written.by_candidate:
        details["from_elsewhere"] = True
    who = replace(cause, actor_kind="candidate") if written.by_candidate else cause
    await note(session, interview, "message_passed_on", cause=who, at=at, by_candidate=written.by_candidate)
    letter = Letter(
        MailTemplate.CANDIDATE_QUESTION,
        subject(interview),
        user_id=job.recruiter_id,
        sequence=OF_MAILS + await _passed_on(session, interview),
        details=details,
    )
    await mail.queue(session, at, letter)
    return IncomingOutcome.PASSED_ON


async def _kept(
    session: AsyncSession, interview: Interview, written: Written, key: str, at: datetime
) -> dict[str, object]:
    """Keep the words, as a turn of the conversation where there is one. Returns where they are."""
    negotiation = await find.negotiation(session, interview.id) if written.by_candidate else None
    quiet = negotiation is not None and negotiation.answered == negotiation.replies
    if (
        negotiation is not None
        and quiet
        and len(written.text) <= LONGEST_MESSAGE
        and len(negotiation.history) < MOST_TURNS
    ):
        turn = PersonTurn(at, "candidate", written.text)
        negotiation.history = [*negotiation.history, keep(turn)]
        return {"turn": len(negotiation.history) - 1, "messages": 1}
    text = written.text[:LONGEST_WORDS]
    session.add(IncomingWords(key=key, interview_id=interview.id, text=text))
    await session.flush()
    return {"incoming": key}


async def _passed_on(session: AsyncSession, interview: Interview) -> int:
    """How many mails were passed on before; the lock on the interview keeps the number from being taken twice."""
    query = select(func.count()).where(
        EmailMessage.interview_id == interview.id,
        EmailMessage.template == MailTemplate.CANDIDATE_QUESTION,
        EmailMessage.sequence >= OF_MAILS,
    )
    return await session.scalar(query) or 0
