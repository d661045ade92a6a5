"""A job whose candidates negotiate: messages in words, answered as the workflow would."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from domain.negotiation.turns import BotTurn, PersonTurn, recall
from domain.vocabulary import MailTemplate, TimeKind
from models import EmailMessage, Interview, InterviewInterviewer, NegotiationSession
from services import find, negotiation
from tests.services.arrange import LATER, accepted
from tests.support.data import AUTO, BY_CANDIDATE, Data


async def talking(data: Data, people: int = 1, **draft: Any) -> list[UUID]:
    """Interviews whose candidates accepted and have no time yet, best seat first."""
    job_id = await data.a_job(openings=people, buffer=0, **draft)
    await data.scored(job_id, *[90 - n / 10 for n in range(people)])
    await data.closed_and_ranked(job_id)
    return await accepted(data, job_id)


async def says(data: Data, interview_id: UUID, words: str, at: datetime = LATER) -> None:
    """The candidate writes; nobody has answered yet."""
    async with data.worker.begin() as session:
        await negotiation.reply(session, interview_id, words, cause=BY_CANDIDATE, received_at=at)


async def answers(data: Data, interview_id: UUID, at: datetime = LATER) -> None:
    """The workflow's step."""
    async with data.worker.begin() as session:
        interview = await find.interview(session, interview_id)
        assert interview.job_id is not None
        job = await find.job(session, interview.job_id)
        await negotiation.answer(session, interview_id, job, cause=AUTO, at=at)


async def asked(data: Data, interview_id: UUID, words: str, at: datetime = LATER) -> BotTurn:
    """A message and the bot's answer to it."""
    await says(data, interview_id, words, at)
    await answers(data, interview_id, at)
    turn = (await turns(data, interview_id))[-1]
    assert isinstance(turn, BotTurn), turn
    return turn


async def talk_of(data: Data, interview_id: UUID) -> NegotiationSession:
    """The row as it is now."""
    async with data.owner() as session:
        found = await find.negotiation(session, interview_id)
        assert found is not None
        return found


async def turns(data: Data, interview_id: UUID) -> list[BotTurn | PersonTurn]:
    """The conversation so far."""
    return [recall(kept) for kept in (await talk_of(data, interview_id)).history]


async def holds_of(data: Data, interview_id: UUID) -> dict[datetime, datetime | None]:
    """What is held for an interview: start and end of the hold."""
    async with data.owner() as session:
        rows = await session.scalars(
            select(InterviewInterviewer)
            .where(
                InterviewInterviewer.interview_id == interview_id, InterviewInterviewer.kind == TimeKind.HOLD
            )
            .order_by(InterviewInterviewer.during)
        )
        return {row.during.lower: row.expires_at for row in rows if row.during.lower}


async def mails_of(data: Data, template: MailTemplate, interview_id: UUID) -> Sequence[EmailMessage]:
    """Mails of one kind about an interview, oldest first."""
    async with data.owner() as session:
        query = select(EmailMessage).where(
            EmailMessage.template == template, EmailMessage.interview_id == interview_id
        )
        return (await session.scalars(query.order_by(EmailMessage.sequence))).all()


async def the_rule(data: Data, interview_id: UUID, column: str, value: int | timedelta) -> None:
    """Change a rule of the interview's job."""
    async with data.owner.begin() as session:
        job_id = await session.scalar(select(Interview.job_id).where(Interview.id == interview_id))
        change = text(f"UPDATE jobs SET {column} = :value WHERE id = :job")
        await session.execute(change, {"value": value, "job": job_id})
