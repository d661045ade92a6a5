"""Mails that come in, for tests: as calendars, mail servers and people send them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from domain.calendars import AttendeeReply
from domain.identifiers import calendar_uid
from domain.incoming import (
    Bounce,
    CalendarReply,
    DeliveryReport,
    Incoming,
    IncomingOutcome,
    ItipAnswer,
    ItipMethod,
)
from domain.interview_plan import Act, next_move
from domain.slots import Span
from domain.vocabulary import MailTemplate
from models import (
    AutomationLog,
    EmailMessage,
)
from services import correspondence, incoming, mail
from services.interviews import view
from tests.conftest import Sessions
from tests.services.arrange import LATER
from tests.support.data import AUTO

HERS = "person1@example.org"
AFTER = LATER + timedelta(hours=2)
Out = IncomingOutcome
HOUR = timedelta(hours=1)


def calendar_says(
    interview_id: UUID,
    reply: AttendeeReply = AttendeeReply.DECLINED,
    *,
    attendee: str = HERS,
    sender: str | None = None,
    **more: Any,
) -> CalendarReply:
    """A calendar's answer to version 0 of our entry."""
    values: dict[str, Any] = {"method": ItipMethod.REPLY, "sequence": 0, **more}
    said = ItipAnswer(uid=calendar_uid(interview_id), attendee=attendee, reply=reply, **values)
    return CalendarReply(attendee if sender is None else sender, (said,))


def other_time(interview_id: UUID, start: datetime, attendee: str = HERS) -> CalendarReply:
    """A calendar proposes another time."""
    span = Span(start, start + HOUR)
    return calendar_says(
        interview_id, AttendeeReply.TENTATIVE, attendee=attendee, method=ItipMethod.COUNTER, proposed=span
    )


class Post:
    """Mails that come in, each with a key of its own unless told otherwise."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self.count = 0

    async def brings(self, mail_: Incoming, *, key: str | None = None, at: datetime = AFTER) -> Out:
        """Handle one mail in one transaction."""
        self.count += 1
        async with self.sessions.begin() as session:
            return await incoming.handle(
                session, mail_, message_key=key or f"mail-{self.count}", cause=AUTO, at=at
            )

    async def letter(self, interview_id: UUID, template: MailTemplate) -> EmailMessage:
        """The newest mail of a template."""
        async with self.sessions() as session:
            query = select(EmailMessage).where(
                EmailMessage.interview_id == interview_id, EmailMessage.template == template
            )
            found = (await session.scalars(query.order_by(EmailMessage.created_at.desc()))).first()
        assert found is not None
        return found

    async def letters(self, template: MailTemplate) -> list[EmailMessage]:
        """All mails of a template."""
        async with self.sessions() as session:
            return list(await session.scalars(select(EmailMessage).where(EmailMessage.template == template)))

    async def sent(self, interview_id: UUID, template: MailTemplate) -> EmailMessage:
        """The newest mail of a template, handed over."""
        letter = await self.letter(interview_id, template)
        async with self.sessions.begin() as session:
            row = await session.get_one(EmailMessage, letter.id)
            await mail.mark_sent(session, row, row.created_at, AUTO)
        return letter

    async def actions(self, interview_id: UUID) -> list[str]:
        """What the log says of an interview."""
        async with self.sessions() as session:
            query = select(AutomationLog.action_type).where(AutomationLog.interview_id == interview_id)
            return list(await session.scalars(query.order_by(AutomationLog.sequence)))

    async def plan(self, interview_id: UUID) -> Act:
        """What the interview's workflow waits for."""
        async with self.sessions() as session:
            return next_move(await view.look(session, interview_id)).act

    async def prepared(self, letter: EmailMessage) -> correspondence.Correspondence:
        """The mail as the dispatcher would write it."""
        async with self.sessions() as session:
            row = await session.get_one(EmailMessage, letter.id)
            found = await correspondence.prepare(session, row, lambda *_: {}, "https://desk.example", AFTER)
        assert not isinstance(found, str)
        return found


def bounced(letter: EmailMessage, status: str = "5.1.1") -> DeliveryReport:
    """A report on one of our mails."""
    return DeliveryReport([Bounce(HERS, status, letter.message_id)])
