"""Reports of mail servers: a mail of ours that will never arrive."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from domain.incoming import DeliveryReport, IncomingOutcome
from services import mail as mails
from services import undelivered
from services.incoming.finding import About
from services.log import Cause


async def act(
    session: AsyncSession, mail: DeliveryReport, found: About, *, cause: Cause, at: datetime
) -> IncomingOutcome:
    """Mark our mail as failed, tell the recruiter, let the deadline rest. Delays and repeats are only noted."""
    letter = found.letter
    if letter is None:
        return IncomingOutcome.NOT_OURS
    bounce = next(
        (one for one in mail.bounces if one.permanent and one.message_id == letter.message_id), None
    )
    if bounce is None:
        return IncomingOutcome.NOTED
    await session.refresh(letter, with_for_update=True)
    if not await mails.mark_bounced(session, letter, at, bounce.status, cause):
        return IncomingOutcome.NOTED
    why = f"the recipient's mail server sent it back ({bounce.status})."
    await undelivered.settle(session, letter, why, cause=cause, at=at)
    return IncomingOutcome.DONE
