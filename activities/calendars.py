"""Looking at a connected calendar: write what is behind, read what is busy and what is new."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from temporalio import activity

from activities.contracts import CalendarAsk, CalendarStep
from activities.step import Desk, cause
from domain import calendars
from domain.calendar_plan import CHANNEL_LEAD, LOOK_EVERY, pause
from domain.calendars import (
    CalendarChanges,
    CalendarGoneError,
    CalendarProvider,
    CalendarProviderName,
    CalendarRefusedError,
    CalendarRestsError,
    CalendarUnavailableError,
    PushProvider,
)
from domain.errors import UnderstudyError
from domain.identifiers import calendar_uid
from domain.ports import SecretBox
from domain.slots import Span
from domain.vocabulary import CalendarHealth
from models import CalendarAccount
from services import find
from services.calendars import accounts, busy, entries, health, news, writing
from services.log import Cause


@dataclass(frozen=True, slots=True)
class CalendarPorts:
    """What looking after calendars needs of the outside."""

    providers: Mapping[CalendarProviderName, CalendarProvider]
    box: SecretBox
    organizer: tuple[str, str]
    """Sender of our mails: the organizer of every entry."""
    board_url: str
    """Address of a job's page, with `{job_id}`."""
    push: Mapping[CalendarProviderName, PushProvider]
    push_address: str | None
    """Where notices are sent; None: nobody can reach us, calendars are only polled."""
    sign_channel: writing.SignChannel


class CalendarActivities:
    """Calls to the provider stand between transactions, never inside one."""

    def __init__(self, desk: Desk, ports: CalendarPorts) -> None:
        self._desk = desk
        self._ports = ports

    @activity.defn
    async def look_at_calendar(self, ask: CalendarAsk) -> CalendarStep:
        """One look: entries out, busy times and news in. Never fails: failures are the calendar's health."""
        why = cause()
        async with self._desk.sessions.begin() as session:
            row = await accounts.find(session, ask.account_id)
            if row is None:
                return CalendarStep(None)
            dead = row.health is CalendarHealth.DEAD
            account: calendars.CalendarAccount | UnderstudyError
            try:
                account = await accounts.opened(session, self._ports.box, row)
            except UnderstudyError as error:  # no secrets, or their key is gone
                account = error
        if isinstance(account, UnderstudyError):
            return await self._gone(ask, account, why)
        if dead:
            return await self._gone(ask, CalendarGoneError("It must be connected again."), why)
        try:
            await self._look(account, why, ask.at)
        except CalendarGoneError as error:
            return await self._gone(ask, error, why)
        except (CalendarUnavailableError, CalendarRefusedError) as error:
            return await self._failed(ask, error, why)
        return await self._looked(ask, why)

    async def _look(self, account: calendars.CalendarAccount, why: Cause, asked_at: datetime) -> None:
        provider = self._ports.providers.get(account.provider)
        if provider is None:
            raise CalendarGoneError(f"{account.provider.value} is not set up here.", remedy="Ask an admin.")
        await self._write(account, provider, why, asked_at)
        async with self._desk.sessions.begin() as session:
            row = await accounts.find(session, account.id)
            cursor = row.cursor if row else None
        at = self._desk.now(asked_at)
        window = Span(*health.window(at))
        told = await provider.busy(account, window)
        if told.unreadable:
            raise CalendarUnavailableError(f"{len(told.unreadable)} of its calendars cannot be read.")
        changes = await provider.changes(account, cursor)
        await self._apply(account, changes, why, asked_at)
        async with self._desk.sessions.begin() as session:
            await busy.replace(session, account.id, told.spans, changes.cursor)
        await self._listen(account, at)

    async def _write(
        self, account: calendars.CalendarAccount, provider: CalendarProvider, why: Cause, asked_at: datetime
    ) -> None:
        """Write and take out what is behind. One failed entry does not keep the others; the third try is the last."""
        async with self._desk.sessions.begin() as session:
            row = await accounts.find(session, account.id)
            work = await entries.work(session, row) if row else entries.Work((), ())
        failure: CalendarUnavailableError | None = None
        for interview_id in work.write:
            try:
                await self._put(account, provider, interview_id, why, asked_at)
            except CalendarRestsError:
                raise  # nothing was tried: this does not count as a try of the entry
            except CalendarUnavailableError as error:
                failure = error
                await self._not_written(account, interview_id, error, why, asked_at)
            except CalendarRefusedError as error:
                await self._not_written(account, interview_id, error, why, asked_at, last=True)
        for interview_id in work.remove:
            await provider.remove(account, calendar_uid(interview_id))
            async with self._desk.sessions.begin() as session:
                await entries.forget(session, account.id, interview_id)
        if failure is not None:
            raise failure

    async def _put(
        self,
        account: calendars.CalendarAccount,
        provider: CalendarProvider,
        interview_id: UUID,
        why: Cause,
        asked_at: datetime,
    ) -> None:
        async with self._desk.sessions.begin() as session:
            interview = await find.interview(session, interview_id)
            entry = await entries.compose(session, interview, self._ports.organizer, self._ports.board_url)
        if entry is None:
            return
        stored = await provider.put(account, entry)
        async with self._desk.sessions.begin() as session:
            at = self._desk.now(asked_at)
            await writing.written(session, account.id, interview_id, entry.sequence, stored, cause=why, at=at)

    async def _not_written(
        self,
        account: calendars.CalendarAccount,
        interview_id: UUID,
        error: CalendarUnavailableError | CalendarRefusedError,
        why: Cause,
        asked_at: datetime,
        *,
        last: bool = False,
    ) -> None:
        async with self._desk.sessions.begin() as session:
            at = self._desk.now(asked_at)
            await writing.not_written(
                session, account.id, interview_id, error.message, last=last, cause=why, at=at
            )

    async def _apply(
        self, account: calendars.CalendarAccount, changes: CalendarChanges, why: Cause, asked_at: datetime
    ) -> None:
        for change in changes.entries:
            async with self._desk.sessions.begin() as session:
                row = await accounts.find(session, account.id)
                if row is not None:
                    await news.apply(session, row, change, cause=why, at=self._desk.now(asked_at))
        if changes.complete:
            there = {news.interview_of(change.uid) for change in changes.entries if not change.removed}
            async with self._desk.sessions.begin() as session:
                row = await accounts.find(session, account.id)
                if row is not None:
                    await entries.void(session, row, {one for one in there if one is not None})

    async def _listen(self, account: calendars.CalendarAccount, at: datetime) -> None:
        """Ask for notices, and renew in time. Without them the calendar is still read every few minutes."""
        push = self._ports.push.get(account.provider)
        if push is None or self._ports.push_address is None:
            return
        async with self._desk.sessions.begin() as session:
            row = await accounts.find(session, account.id)
            if row is None or (row.channel_expires_at and row.channel_expires_at - CHANNEL_LEAD > at):
                return
        channel_id = str(uuid4())
        token = self._ports.sign_channel(channel_id)
        try:
            channel = await push.watch(account, channel_id, token, self._ports.push_address)
            async with self._desk.sessions.begin() as session:
                old = await busy.keep_channel(session, account.id, channel)
            if old is not None:
                await push.unwatch(account, old)
        except (CalendarUnavailableError, CalendarRefusedError) as error:
            # Notices only save time: what was read is good without them.
            activity.logger.warning("no push channel for calendar %s (%s)", account.id, error.code)

    async def _looked(self, ask: CalendarAsk, why: Cause) -> CalendarStep:
        at = self._desk.now(ask.at)
        async with self._desk.sessions.begin() as session:
            row = await accounts.find(session, ask.account_id)
            if row is None:
                return CalendarStep(None)
            await health.looked(session, row, cause=why, at=at)
            behind = await entries.work(session, row)
        return CalendarStep(at if behind.write or behind.remove else at + LOOK_EVERY)

    async def _failed(
        self, ask: CalendarAsk, error: CalendarUnavailableError | CalendarRefusedError, why: Cause
    ) -> CalendarStep:
        at = self._desk.now(ask.at)
        async with self._desk.sessions.begin() as session:
            row = await accounts.find(session, ask.account_id)
            if row is None:
                return CalendarStep(None)
            failures = await health.failed(session, row, error.message, cause=why, at=at)
        asked = error.retry_after if isinstance(error, CalendarUnavailableError) else None
        return CalendarStep(at + pause(failures, asked))

    async def _gone(self, ask: CalendarAsk, error: UnderstudyError, why: Cause) -> CalendarStep:
        """Bookings that waited for this calendar go by mail at once; it rests until its owner connects it again."""
        at = self._desk.now(ask.at)
        async with self._desk.sessions.begin() as session:
            row: CalendarAccount | None = await accounts.find(session, ask.account_id)
            if row is None:
                return CalendarStep(None)
            await health.gone(session, row, error.message, cause=why, at=at)
            waiting = (await entries.work(session, row)).write
        for interview_id in waiting:
            async with self._desk.sessions.begin() as session:
                await writing.not_written(
                    session, ask.account_id, interview_id, error.message, last=True, cause=why, at=at
                )
        return CalendarStep(at + LOOK_EVERY)
