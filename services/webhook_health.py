"""Switching an endpoint off that cannot be delivered to, and telling its owner."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import MailTemplate
from domain.webhooks.rules import OffReason
from models import WebhookEndpoint
from services import log, mail
from services.log import Cause, Entry, Subject
from services.mail import Letter

WHY: Mapping[OffReason, str] = {
    OffReason.GONE: "its receiver answered 410, which means that it wants no more",
    OffReason.FAILING: "every try failed for days",
    OffReason.SECRET_UNREADABLE: "its signing secret cannot be opened any more; make a new one",
}


async def switch_off(
    session: AsyncSession, endpoint: WebhookEndpoint, reason: OffReason, *, cause: Cause, at: datetime
) -> None:
    """Off until its owner switches it on again; nothing is lost, its cursor stays. Its owner gets one mail."""
    endpoint.enabled, endpoint.off_reason, endpoint.next_attempt_at = False, reason.value, None
    await session.flush()
    entry = Entry(
        action="webhook_switched_off",
        key=f"webhook_off:{endpoint.id}:{at.timestamp()}",
        subject=Subject(),
        at=at,
        details={"endpoint_id": str(endpoint.id), "reason": reason.value, "cursor": endpoint.cursor},
    )
    await log.record(session, cause.because(f"endpoint {reason.value.replace('_', ' ')}"), entry)
    letter = Letter(
        MailTemplate.WEBHOOK_OFF,
        Subject(),
        user_id=endpoint.owner_id,
        # Of one person's webhooks several may be switched off, each more than once.
        sequence=(endpoint.id.int ^ int(at.timestamp())) % 1_000_000_000,
        details={"endpoint_id": str(endpoint.id)},
        each=True,
    )
    await mail.queue(session, at, letter)


async def sentence(session: AsyncSession, endpoint_id: UUID) -> str:
    """Which endpoint is off and why, for a mail; empty when it is on again or gone."""
    endpoint = await session.get(WebhookEndpoint, endpoint_id)
    if endpoint is None or endpoint.enabled or endpoint.off_reason not in set(OffReason):
        return ""
    why = WHY.get(OffReason(endpoint.off_reason))
    # The address may hold a token in its path: the host tells which one it is.
    named = endpoint.description or urlsplit(endpoint.url).hostname
    return f"The webhook “{named}” was switched off: {why}." if why else ""
