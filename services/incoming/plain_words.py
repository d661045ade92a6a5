"""A person answers one of our mails in words: part of the conversation about a time, or for the recruiter."""

import re
from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError
from domain.incoming import IncomingOutcome, PlainReply
from domain.vocabulary import InterviewStatus
from models import Interview, User
from services import find, negotiation
from services.incoming import passing
from services.incoming.finding import About, interviewer, is_candidate
from services.log import Cause

QUOTED = re.compile(r"^[ \t]*>.*$\n?", re.MULTILINE)


async def act(
    session: AsyncSession, mail: PlainReply, found: About, key: str, *, cause: Cause, at: datetime
) -> IncomingOutcome:
    """Take the candidate's words as a message while a time is being found; pass on all others."""
    interview = found.interview
    if interview is None:
        return IncomingOutcome.NOT_OURS
    text = own_words(mail.text)
    by_candidate = await is_candidate(session, interview, mail.sender)
    if by_candidate and await _is_message(session, interview, text, cause=cause, at=at):
        return IncomingOutcome.DONE
    if not by_candidate and await _is_recruiter(session, interview, mail.sender):
        return IncomingOutcome.NOTED  # they would be told what they wrote themselves
    user = None if by_candidate else await interviewer(session, interview, mail.sender)
    written = passing.Written(text, by_candidate=by_candidate, user_id=user.id if user else None)
    return await passing.on(session, interview, written, key, cause=cause, at=at)


def own_words(text: str) -> str:
    """A mail without the lines that it quotes; all of it when nothing else is left."""
    return QUOTED.sub("", text).strip() or text.strip()


async def _is_message(
    session: AsyncSession, interview: Interview, text: str, *, cause: Cause, at: datetime
) -> bool:
    """Whether the words were taken as a message about a time."""
    if interview.status is not InterviewStatus.SLOT_PENDING:
        return False
    by_candidate = replace(cause, actor_kind="candidate")
    try:
        await negotiation.reply(session, interview.id, text, cause=by_candidate, received_at=at)
    except (ConflictError, InvalidInputError):
        return False  # too late, too long, already declined: a person reads it
    return True


async def _is_recruiter(session: AsyncSession, interview: Interview, address: str) -> bool:
    job = await find.job(session, interview.job_id) if interview.job_id else None
    recruiter = await session.get(User, job.recruiter_id) if job else None
    return recruiter is not None and recruiter.email.lower() == address
