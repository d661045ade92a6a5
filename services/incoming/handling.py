"""One mail that came in, once: found, bounded, acted on and noted in one transaction."""

from datetime import datetime, timedelta
from typing import assert_never

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.incoming import (
    AutomaticReply,
    CalendarReply,
    DeliveryReport,
    Incoming,
    IncomingKind,
    IncomingOutcome,
    PlainReply,
)
from models import IncomingMessage, Interview
from services import log
from services.incoming import calendar_answers, plain_words, reports
from services.incoming.finding import About, about
from services.log import Cause, Entry
from services.moves import subject

MOST_A_DAY = 50
"""Mails about one interview that have an effect within a day, and as many that are noted beside."""
DAY = timedelta(days=1)
WITH_EFFECT = (IncomingOutcome.DONE, IncomingOutcome.PASSED_ON)


async def handle(
    session: AsyncSession, mail: Incoming, *, message_key: str, cause: Cause, at: datetime
) -> IncomingOutcome:
    """Do what a mail asks for, in the caller's transaction. The same `message_key` again does nothing.

    `at` is the business time at which it was fetched. What may not be done, is too late or is not clear goes to
    the recruiter or is noted; nothing is raised for it.
    """
    if not await _is_new(session, message_key, _kind(mail), at):
        return IncomingOutcome.REPEATED
    found = await about(session, mail)
    interview = found.interview
    if interview is not None and await _count(session, interview, at, with_effect=True) >= MOST_A_DAY:
        outcome = IncomingOutcome.TOO_MANY
    else:
        outcome = await _act(session, mail, found, message_key, cause=cause, at=at)
    if interview is not None and outcome not in WITH_EFFECT:
        await _note(session, interview, mail, outcome, message_key, cause=cause, at=at)
    await session.execute(
        update(IncomingMessage)
        .where(IncomingMessage.key == message_key)
        .values(outcome=outcome, interview_id=interview.id if interview else None)
    )
    return outcome


async def _act(
    session: AsyncSession, mail: Incoming, found: About, key: str, *, cause: Cause, at: datetime
) -> IncomingOutcome:
    match mail:
        case CalendarReply():
            return await calendar_answers.act(session, mail, found, key, cause=cause, at=at)
        case DeliveryReport():
            return await reports.act(session, mail, found, cause=cause, at=at)
        case PlainReply():
            return await plain_words.act(session, mail, found, key, cause=cause, at=at)
        case AutomaticReply():
            return IncomingOutcome.NOTED if found.interview else IncomingOutcome.NOT_OURS
        case _:
            assert_never(mail)


def _kind(mail: Incoming) -> IncomingKind:
    match mail:
        case CalendarReply():
            return IncomingKind.CALENDAR_REPLY
        case DeliveryReport():
            return IncomingKind.DELIVERY_REPORT
        case AutomaticReply():
            return IncomingKind.AUTOMATIC_REPLY
        case PlainReply():
            return IncomingKind.PLAIN_REPLY
        case _:
            assert_never(mail)


async def _is_new(session: AsyncSession, key: str, kind: IncomingKind, at: datetime) -> bool:
    """Claim the mail; somebody who handles it at the same time is waited for."""
    row = {"key": key, "kind": kind, "outcome": IncomingOutcome.NOT_OURS, "received_at": at}
    claimed = await session.scalar(
        insert(IncomingMessage).values(row).on_conflict_do_nothing().returning(IncomingMessage.key)
    )
    return claimed is not None


async def _count(session: AsyncSession, interview: Interview, at: datetime, *, with_effect: bool) -> int:
    had_effect = IncomingMessage.outcome.in_(WITH_EFFECT)
    query = select(func.count()).where(
        IncomingMessage.interview_id == interview.id,
        IncomingMessage.received_at > at - DAY,
        had_effect if with_effect else ~had_effect,
    )
    return await session.scalar(query) or 0


async def _note(
    session: AsyncSession,
    interview: Interview,
    mail: Incoming,
    outcome: IncomingOutcome,
    key: str,
    *,
    cause: Cause,
    at: datetime,
) -> None:
    """Log that a mail changed nothing, and why; a flood of them is not worth a flood of rows."""
    if await _count(session, interview, at, with_effect=False) >= MOST_A_DAY:
        return
    entry = Entry(
        action="mail_noted",
        key=f"incoming:{key}",
        subject=subject(interview),
        at=at,
        details={"kind": _kind(mail).value, "outcome": outcome.value},
    )
    await log.record(session, cause, entry)
