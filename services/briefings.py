"""Mails about no single job, written from rows of the moment: digests, alerts to admins, webhooks that are off."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from domain.messages import MailFacts
from domain.vocabulary import AlertCause, MailTemplate, UserRole
from models import EmailMessage, User
from services import digest, digest_mail, troubles, webhook_health

TEMPLATES = frozenset({MailTemplate.DIGEST, MailTemplate.ADMIN_ALERT, MailTemplate.WEBHOOK_OFF})

SignOff = Callable[[UUID], str]
"""The absolute address where somebody turns the digest off, given who."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Facts and recipient."""

    facts: MailFacts
    user: User


async def prepare(
    session: AsyncSession, mail: EmailMessage, base_url: str, now: datetime, sign_off: SignOff | None
) -> Briefing | str:
    """The facts of a digest or an alert, or why it must not be sent any more."""
    user = await session.get(User, mail.user_id) if mail.user_id else None
    if user is None:
        return "the recipient is no longer known"
    if user.disabled_at is not None:
        return "the recipient is disabled"
    if mail.template is MailTemplate.DIGEST:
        return await _digest(session, mail, user, base_url, now, sign_off)
    if mail.template is MailTemplate.WEBHOOK_OFF:
        return await _webhook_off(session, mail, user, base_url, now)
    return await _alert(session, mail, user, base_url, now)


async def _webhook_off(
    session: AsyncSession, mail: EmailMessage, user: User, base_url: str, now: datetime
) -> Briefing | str:
    sentence = await webhook_health.sentence(session, UUID(mail.details["endpoint_id"]))
    if not sentence:
        return "the webhook is on again, or gone"
    return Briefing(_facts(user, now, f"{base_url}/webhooks", alerts=(sentence,)), user)


async def _alert(
    session: AsyncSession, mail: EmailMessage, user: User, base_url: str, now: datetime
) -> Briefing | str:
    if user.role is not UserRole.ADMIN:
        return "the recipient is no admin any more"
    sentences = await troubles.sentences(session, AlertCause(mail.details["cause"]))
    if not sentences:
        return "it is over, or somebody has seen it"
    return Briefing(_facts(user, now, f"{base_url}/alerts", alerts=sentences), user)


async def _digest(
    session: AsyncSession,
    mail: EmailMessage,
    user: User,
    base_url: str,
    now: datetime,
    sign_off: SignOff | None,
) -> Briefing | str:
    if not await digest_mail.wants(session, user.id):
        return "the recipient turned the digest off"
    since, until = (datetime.fromisoformat(mail.details[name]) for name in ("since", "until"))
    content = (await digest.read(session, {user.id: since}, until, now))[user.id]
    if not content.has_news:
        return "there is nothing to say any more"
    stop = sign_off(user.id) if sign_off else ""
    facts = replace(_facts(user, now, f"{base_url}/digest"), digest=content, unsubscribe_url=stop)
    return Briefing(facts, user)


def _facts(user: User, now: datetime, page: str, *, alerts: tuple[str, ...] = ()) -> MailFacts:
    return MailFacts(
        job_title="",
        recipient_name=user.name,
        time_zone=user.time_zone,
        now=now,
        board_url=page,
        alerts=alerts,
    )
