"""Interviewers with connected calendars around a running worker, and a web tier that hears Google's notices."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from temporalio.client import Client

from domain.calendars import CalendarProviderName
from domain.identifiers import calendar_uid, calendar_workflow
from domain.vocabulary import CalendarHealth, MailStatus, MailTemplate, UserRole
from integrations.links import SignedLinks
from models import CalendarAccount, EmailMessage
from runtime.calendar_connecting import for_web
from runtime.calendars import keyring
from runtime.settings import Settings
from services.calendars import accounts
from services.calendars.accounts import NewAccount
from tests.conftest import Sessions
from tests.doubles.google import GoogleDouble, Hand
from tests.integrations.caldav.radicale import PASSWORD, Owner
from tests.support.calendars import a_port, serving, tokens, with_google
from tests.support.data import BY_HAND, Data
from tests.support.worker import NOWHERE, running, settings_for
from tests.web.site import FORM_KEY
from tests.workflows.hiring import DAY, Hiring, wall_clock
from web.app import create_app
from web.deps import WebDeps

T = TypeVar("T")
WINDOWS = {"minimum_notice": timedelta(0), "promotion_cutoff": None}
LATER = timedelta(days=5)
"""Far enough ahead for a stand-in."""


@dataclass
class Diary:
    """What a test of calendars needs beside the hiring itself."""

    hiring: Hiring
    google: GoogleDouble
    settings: Settings

    async def interviewer(self, email: str) -> tuple[UUID, Hand]:
        """Somebody with a Google account."""
        user = await self.hiring.data.a_user(
            UserRole.INTERVIEWER, email=email, name=email.partition("@")[0].title()
        )
        return user, self.google.add_account(email)

    async def connected(self, email: str) -> tuple[UUID, Hand, UUID]:
        """Somebody whose Google calendar is connected, once the first look succeeded."""
        user, hand = await self.interviewer(email)
        account = await self.connect(user, tokens(self.google, email), email)
        await self.until_looked(account)
        return user, hand, account

    async def connect(
        self,
        user: UUID,
        secret: dict[str, str],
        calendar: str,
        provider: CalendarProviderName = CalendarProviderName.GOOGLE,
    ) -> UUID:
        """Connect a calendar as the page does."""
        async with self.hiring.app.sessions.begin() as session:
            new = NewAccount(user, provider, secret, calendar)
            box = keyring(self.settings)
            row = await accounts.connect(session, box, new, cause=BY_HAND, at=wall_clock())
            return row.id

    async def connect_caldav(self, user: UUID, dav: Owner) -> UUID:
        """Connect a CalDAV account, and wait for the first look."""
        secret = {"url": dav.url, "username": dav.name, "password": PASSWORD}
        account = await self.connect(user, secret, dav.collection, CalendarProviderName.CALDAV)
        await self.until_looked(account)
        return account

    async def disconnect(self, user: UUID) -> None:
        """Disconnect the Google calendar as the page does."""
        async with self.hiring.app.sessions.begin() as session:
            await accounts.disconnect(
                session, user, CalendarProviderName.GOOGLE, cause=BY_HAND, at=wall_clock()
            )

    async def account(self, account: UUID) -> CalendarAccount | None:
        """The account's row."""
        async with self.hiring.owner() as session:
            return await accounts.find(session, account)

    async def until_looked(self, account: UUID) -> None:
        """Wait for the first complete look."""

        async def looked() -> bool:
            row = await self.account(account)
            return row is not None and row.synced_at is not None

        await self.until(account, looked)

    async def until_health(self, account: UUID, health: CalendarHealth) -> CalendarAccount:
        """The account, once it is in this health."""

        async def is_so() -> CalendarAccount | None:
            row = await self.account(account)
            return row if row and row.health is health else None

        return await self.until(account, is_so)

    async def until_failed(self, account: UUID, times: int) -> None:
        """Wait until so many looks in a row have failed."""

        async def did() -> bool:
            row = await self.account(account)
            return row is not None and row.failures >= times

        await self.until(account, did)

    async def until(self, account: UUID, look: Callable[[], Awaitable[T | None]]) -> T:
        """Wait for something that the calendar's workflow brings about."""
        return await self.hiring.app.until(look, calendar_workflow(account))

    async def later(self, account: UUID, span: timedelta = timedelta(minutes=6)) -> None:
        """Let time pass for the calendar's workflow: everything that becomes due is done."""
        now = await self.hiring.app.now_of(calendar_workflow(account))
        await self.hiring.app.skip_to(calendar_workflow(account), now + span)

    async def until_at(self, hand: Hand, interview: UUID, start: datetime | None) -> None:
        """Wait until a calendar holds an interview once at this time; None: not at all."""

        async def is_there() -> bool:
            return times(hand, interview) == ([] if start is None else [start])

        await self.hiring.app.until(is_there, f"calendar of {hand._calendar.id}")

    async def closed_job(self, *interviewers: UUID, **draft: Any) -> UUID:
        """A job with one seat whose candidate waits for a time."""
        return await self.hiring.closed_job(90, windows=WINDOWS, interviewer_ids=interviewers, **draft)

    async def booked(self, *interviewers: UUID) -> tuple[UUID, datetime]:
        """A booked interview some days ahead, with everybody told."""
        await self.closed_job(*interviewers)
        interview = await self.hiring.accepted()
        start = await self.free(interview)
        await self.hiring.pick(interview, start)
        return interview, start

    async def free(self, interview: UUID, after: datetime | None = None) -> datetime:
        """A free time some days ahead, or on a later day than another (inside the horizon on every weekday)."""
        earliest = wall_clock() + LATER if after is None else after + DAY
        return next(start for start in await self.hiring.free(interview) if start > earliest)

    async def all_mails_left(self) -> bool:
        """Whether no mail is due any more; one of a skipped time is due only then."""
        async with self.hiring.owner() as session:
            left = select(EmailMessage.id).where(
                EmailMessage.status == MailStatus.QUEUED, EmailMessage.next_attempt_at <= wall_clock()
            )
            return await session.scalar(left.limit(1)) is None

    async def mails(self, template: MailTemplate) -> list[EmailMessage]:
        """Mails of a template, about whatever."""
        async with self.hiring.owner() as session:
            query = select(EmailMessage).where(EmailMessage.template == template)
            return list(await session.scalars(query.order_by(EmailMessage.created_at)))


def times(hand: Hand, interview: UUID) -> list[datetime]:
    """When an interview stands in somebody's Google calendar, under its UID."""
    return [
        datetime.fromisoformat(event["start"]["dateTime"]).astimezone(UTC)
        for event in hand.events()
        if event["iCalUID"] == calendar_uid(interview)
    ]


@asynccontextmanager
async def diary(
    client: Client,
    database_url: str,
    data: Data,
    owner_sessions: Sessions,
    web_sessions: Sessions,
    smtp_url: str = NOWHERE,
) -> AsyncIterator[Diary]:
    """Worker, relay, web tier and a Google; mails leave when there is a mail server."""
    with a_port() as port, GoogleDouble() as google:
        settings = with_google(settings_for(database_url, smtp_url), google, base_url=port.url)
        deps = WebDeps(
            web_sessions,
            wall_clock,
            SignedLinks("k" * 40, port.url),
            port.url,
            FORM_KEY,
            calendars=for_web(settings),
        )
        async with (
            serving(create_app(deps), port),
            running(client, settings, dispatcher=smtp_url != NOWHERE) as app,
        ):
            made = Diary(Hiring(app, data, owner_sessions), google, settings)
            yield made
            if smtp_url != NOWHERE:  # nobody is stopped in the middle of a mail
                await app.until(made.all_mails_left, "mails")
