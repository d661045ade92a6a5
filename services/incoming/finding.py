"""What a mail is about: one of our interviews, one of our mails."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.incoming import AutomaticReply, CalendarReply, DeliveryReport, Incoming, ItipAnswer, PlainReply
from models import Candidate, EmailMessage, Interview, User
from services import find
from services.calendars.entries import people_of
from services.calendars.news import interview_of

MOST_REFERENCES = 50


@dataclass(frozen=True, slots=True)
class About:
    """The rows that a mail is about. The interview is locked."""

    interview: Interview | None = None
    letter: EmailMessage | None = None
    """The mail of ours that it answers or reports on."""
    answer: ItipAnswer | None = None
    """Of a calendar's mail, the answer that is about the interview: one mail is about one."""


async def about(session: AsyncSession, mail: Incoming) -> About:
    """Find what a mail is about; nothing is found for a mail that is not ours."""
    match mail:
        case CalendarReply():
            return await _by_entry(session, mail.answers)
        case DeliveryReport():
            return await _by_letter(session, [one.message_id for one in mail.bounces])
        case AutomaticReply() | PlainReply():
            return await _by_letter(session, mail.in_reply_to)
        case _:
            assert_never(mail)


async def _by_entry(session: AsyncSession, answers: Sequence[ItipAnswer]) -> About:
    for answer in answers:
        interview_id = interview_of(answer.uid)
        interview = (
            await find.interview_or_none(session, interview_id, lock=True)
            if interview_id is not None
            else None
        )
        if interview is not None:
            return About(interview, answer=answer)
    return About()


async def _by_letter(session: AsyncSession, message_ids: Sequence[str]) -> About:
    wanted = [one for one in message_ids if one][:MOST_REFERENCES]
    letters = {
        letter.message_id: letter
        for letter in await session.scalars(select(EmailMessage).where(EmailMessage.message_id.in_(wanted)))
    }
    nearest = next((letters[one] for one in wanted if one in letters), None)
    if nearest is None or nearest.interview_id is None:
        return About(letter=nearest)
    return About(await find.interview_or_none(session, nearest.interview_id, lock=True), nearest)


async def is_candidate(session: AsyncSession, interview: Interview, address: str) -> bool:
    """Whether an address is the candidate's own, as we know it."""
    candidate = await session.get(Candidate, interview.candidate_id)
    return bool(address) and candidate is not None and (candidate.email or "").lower() == address.lower()


async def interviewer(session: AsyncSession, interview: Interview, address: str) -> User | None:
    """Who of those who conduct the interview has this address."""
    people = people_of(interview)
    if not address or not people:
        return None
    found: User | None = await session.scalar(
        select(User).where(User.id.in_(people), func.lower(User.email) == address.lower())
    )
    return found
