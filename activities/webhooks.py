"""Delivering the log to one endpoint: the next events in order, each noted before the next leaves."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from temporalio import activity

from activities.contracts import WebhookAsk, WebhookStep
from activities.step import Desk, cause
from domain.errors import NotFoundError, UnderstudyError
from domain.ports import SecretBox
from domain.webhooks.event import message_id, payload
from domain.webhooks.port import HookAnswer, HookMessage, HookSender
from domain.webhooks.rules import GIVE_UP_AFTER, GONE, DeliveryStatus, OffReason, is_delivered, pause
from models import AutomationLog, WebhookEndpoint
from services import audit, webhook_feed, webhook_health, webhooks

MOST_AT_ONCE = 6
"""Looks of one process that may wait for receivers; slow receivers must not hold up the steps of hiring."""
SOON = timedelta(seconds=1)
BUDGET_SECONDS = 45.0
"""After so long a look ends between two events and goes on in the next one."""


@dataclass(frozen=True, slots=True)
class _Target:
    """An endpoint as a look found it."""

    id: UUID
    url: str
    secrets: list[str]


class WebhookActivities:
    """Calls to the receiver stand between transactions, never inside one."""

    def __init__(
        self, desk: Desk, box: SecretBox, sender: HookSender, give_up_after: timedelta = GIVE_UP_AFTER
    ) -> None:
        self._desk = desk
        self._box = box
        self._sender = sender
        self._give_up_after = give_up_after
        self._looking = 0

    @activity.defn
    async def deliver_webhooks(self, ask: WebhookAsk) -> WebhookStep:
        """One look. A try that nobody noted, because the process died, is made again with the same id."""
        if self._looking >= MOST_AT_ONCE:
            return WebhookStep(self._desk.now(ask.at) + SOON)
        self._looking += 1
        try:
            return await self._look(ask)
        except NotFoundError:
            return WebhookStep(None, removed=True)
        finally:
            self._looking -= 1

    async def _look(self, ask: WebhookAsk) -> WebhookStep:
        ends = time.monotonic() + BUDGET_SECONDS
        at = self._desk.now(ask.at)
        async with self._desk.sessions.begin() as session:
            endpoint = await webhooks.find(session, ask.endpoint_id, lock=True)
            target = await self._target(session, endpoint, at)
            again = await webhook_feed.asked_again(session, endpoint) if target else []
        if target is None:
            return WebhookStep(None)
        for event in again:
            await self._once_more(target, event, ask.at)
        if endpoint.next_attempt_at is not None and endpoint.next_attempt_at > at:
            return WebhookStep(endpoint.next_attempt_at)
        async with self._desk.sessions.begin() as session:
            feed = await webhook_feed.read(session, endpoint)
        step = await self._deliver(ask, target, endpoint.cursor, feed, ends)
        if step is not None:
            return step
        at = self._desk.now(ask.at)
        if feed.unsettled:
            return WebhookStep(at + SOON)
        return WebhookStep(at if feed.more or len(again) == webhook_feed.BATCH else None)

    async def _deliver(
        self, ask: WebhookAsk, target: _Target, done: int, feed: webhook_feed.Feed, ends: float
    ) -> WebhookStep | None:
        """Send events in order. Returns what the look ends with when it ends before all of them were taken."""
        for event in feed.events:
            answer = await self._send(target, event)
            step = await self._settle(ask, event, answer, expected=done)
            if step is not None:
                return step
            done = event.sequence
            if time.monotonic() > ends:
                return WebhookStep(self._desk.now(ask.at))
        async with self._desk.sessions.begin() as session:
            endpoint = await webhooks.find(session, ask.endpoint_id, lock=True)
            if endpoint.cursor != done:  # somebody replays
                return WebhookStep(self._desk.now(ask.at))
            endpoint.cursor = feed.upto
        return None

    async def _target(self, session: AsyncSession, endpoint: WebhookEndpoint, at: datetime) -> _Target | None:
        """Where to send to; None: the endpoint is off."""
        if not endpoint.enabled:
            return None
        try:
            secrets = webhooks.open_secrets(self._box, endpoint, at)
        except UnderstudyError:
            reason = OffReason.SECRET_UNREADABLE
            await webhook_health.switch_off(session, endpoint, reason, cause=cause(), at=at)
            return None
        return _Target(endpoint.id, endpoint.url, secrets)

    async def _send(self, target: _Target, event: AutomationLog) -> HookAnswer:
        message = HookMessage(
            url=target.url,
            id=message_id(event.id),
            at=datetime.now(UTC),  # receivers compare it with their own clock
            body=payload(audit.as_record(event)),
            secrets=target.secrets,
        )
        return await self._sender.send(message)

    async def _once_more(self, target: _Target, event: AutomationLog, asked_at: datetime) -> None:
        """Send one event that a person asked for. A failure is shown to them, not tried again."""
        answer = await self._send(target, event)
        took = is_delivered(answer.status)
        async with self._desk.sessions.begin() as session:
            endpoint = await webhooks.find(session, target.id)
            status = DeliveryStatus.DELIVERED if took else DeliveryStatus.FAILED
            await webhook_feed.note(session, endpoint, event, answer, status, self._desk.now(asked_at))

    async def _settle(
        self, ask: WebhookAsk, event: AutomationLog, answer: HookAnswer, *, expected: int
    ) -> WebhookStep | None:
        """Note an answer. Returns what the look ends with, None: the next event may leave."""
        at = self._desk.now(ask.at)
        async with self._desk.sessions.begin() as session:
            endpoint = await webhooks.find(session, ask.endpoint_id, lock=True)
            took = is_delivered(answer.status)
            status = DeliveryStatus.DELIVERED if took else DeliveryStatus.WAITING
            await webhook_feed.note(session, endpoint, event, answer, status, at)
            if endpoint.cursor != expected or not endpoint.enabled:  # somebody replays, or switched it off
                return WebhookStep(at if endpoint.enabled else None)
            if took:
                endpoint.cursor = event.sequence
                endpoint.failures, endpoint.failing_since, endpoint.next_attempt_at = 0, None, None
                return None
            endpoint.failures += 1
            endpoint.failing_since = endpoint.failing_since or at
            if answer.status == GONE:
                await webhook_health.switch_off(session, endpoint, OffReason.GONE, cause=cause(), at=at)
                return WebhookStep(None)
            if at - endpoint.failing_since >= self._give_up_after:
                await webhook_health.switch_off(session, endpoint, OffReason.FAILING, cause=cause(), at=at)
                return WebhookStep(None)
            endpoint.next_attempt_at = at + pause(endpoint.failures, answer.retry_after)
            return WebhookStep(endpoint.next_attempt_at)
