"""What needs an admin: found from rows, kept as alerts while it lasts, mailed at most once a day and cause."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, false, func, not_, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotFoundError
from domain.vocabulary import AlertCause, MailTemplate
from models import Alert
from services import log, mail, users
from services.alerts import admin_sentences
from services.log import Cause, Entry, Subject
from services.mail import Letter

STUCK_AFTER = timedelta(minutes=15)
"""Work that is due for so long is stuck: everything repairs itself within minutes."""
LATELY = timedelta(days=1)
"""Failed mails of the last day are told."""
KEPT_IN_SIGHT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that does not go as it should, now."""

    cause: AlertCause
    about: str
    details: dict[str, Any] = field(default_factory=dict)


FOUND = text("""
SELECT 'stuck_work', 'mails', jsonb_build_object('count', count(*), 'since', min(next_attempt_at))
FROM email_messages WHERE status = 'queued' AND next_attempt_at < CAST(:stuck AS timestamptz) HAVING count(*) > 0
UNION ALL
SELECT 'stuck_work', 'messages', jsonb_build_object('count', count(*), 'since', min(created_at))
FROM outbox WHERE delivered_at IS NULL AND created_at < CAST(:wall_stuck AS timestamptz) HAVING count(*) > 0
UNION ALL
SELECT 'stuck_work', 'deadlines', jsonb_build_object('count', count(*), 'since', min(due))
FROM (
    SELECT CASE i.status WHEN 'invitation_sent' THEN i.confirmation_deadline ELSE i.slot_selection_deadline END AS due
    FROM interviews i
    LEFT JOIN negotiation_sessions n ON n.interview_id = i.id AND n.state = 'escalated'
    WHERE i.status IN ('invitation_sent', 'slot_pending') AND i.bounced_at IS NULL AND n.id IS NULL
      AND i.leave_effective_at IS NULL
      AND NOT EXISTS (SELECT FROM held_steps h WHERE h.interview_id = i.id)
      AND NOT EXISTS (SELECT FROM jobs j WHERE j.id = i.job_id AND (j.status = 'on_hold' OR NOT j.automation_enabled))
) waiting WHERE due < CAST(:stuck AS timestamptz) HAVING count(*) > 0
UNION ALL
SELECT 'stuck_work', 'scores', jsonb_build_object('count', count(*), 'since', min(j.closed_at))
FROM jobs j JOIN applications a ON a.job_id = j.id AND NOT a.ai_processed
WHERE j.status = 'closed' AND j.automation_enabled AND j.closed_at < CAST(:stuck AS timestamptz) HAVING count(*) > 0
UNION ALL
SELECT 'dead_calendar', a.id::text, jsonb_build_object('user_id', a.user_id, 'since', a.health_since)
FROM calendar_accounts a WHERE a.health IN ('dead', 'unreachable')
UNION ALL
SELECT 'mail_undeliverable', coalesce(m.job_id::text, 'none'),
       jsonb_build_object('job_id', m.job_id, 'count', count(*), 'since', min(m.created_at))
FROM email_messages m
WHERE m.status = 'failed' AND m.created_at >= CAST(:lately AS timestamptz) GROUP BY m.job_id
UNION ALL
SELECT 'late_request', r.job_id::text,
       jsonb_build_object('job_id', r.job_id, 'count', count(*), 'since', min(r.due_at))
FROM candidate_requests r WHERE r.state = 'open' AND r.due_at < CAST(:now AS timestamptz) GROUP BY r.job_id
""")
"""Everything at once. Held steps are no trouble: somebody closed that gate."""


async def look(session: AsyncSession, *, now: datetime, wall: datetime) -> int:
    """Keep the alerts in step with what is, and tell the admins. Returns how many are open.

    `now` is business time; `wall` the wall clock, which the outbox is kept in.
    """
    asked = {"now": now, "stuck": now - STUCK_AFTER, "wall_stuck": wall - STUCK_AFTER, "lately": now - LATELY}
    rows = await session.execute(FOUND, asked)
    found = [Trouble(AlertCause(cause), about, details) for cause, about, details in rows]
    await _keep(session, found, now)
    await _end(session, found, now)
    await tell(session, now=now)
    return await session.scalar(select(func.count()).where(Alert.over_at.is_(None))) or 0


async def raised(session: AsyncSession, trouble: Trouble, *, now: datetime) -> None:
    """Raise one alert from where it was noticed, and tell the admins. It ends with `over`."""
    await _keep(session, [trouble], now)
    await tell(session, now=now)


async def over(session: AsyncSession, cause: AlertCause, about: str, *, now: datetime) -> None:
    """What an alert told of is over."""
    await session.execute(
        update(Alert)
        .where(Alert.cause == cause, Alert.about == about, Alert.over_at.is_(None))
        .values(over_at=now)
    )


LOOKED_FOR = (
    AlertCause.STUCK_WORK, AlertCause.DEAD_CALENDAR, AlertCause.MAIL_UNDELIVERABLE, AlertCause.LATE_REQUEST,
)  # fmt: skip


async def _keep(session: AsyncSession, found: Sequence[Trouble], now: datetime) -> None:
    if not found:
        return
    rows = [
        {"cause": t.cause, "about": t.about, "details": t.details, "raised_at": now, "last_at": now}
        for t in found
    ]
    new = insert(Alert)
    # What comes back after it was over is news again, and unseen.
    lasts = Alert.over_at.is_(None)
    await session.execute(
        new.on_conflict_do_update(
            index_elements=["cause", "about"],
            set_={
                "details": new.excluded.details,
                "last_at": new.excluded.last_at,
                "raised_at": case((lasts, Alert.raised_at), else_=new.excluded.raised_at),
                "seen_at": case((lasts, Alert.seen_at)),
                "seen_by": case((lasts, Alert.seen_by)),
                "over_at": None,
            },
        ),
        rows,
    )


async def _end(session: AsyncSession, found: Sequence[Trouble], now: datetime) -> None:
    """Alerts whose trouble was not found any more are over."""
    still = [and_(Alert.cause == t.cause, Alert.about == t.about) for t in found]
    await session.execute(
        update(Alert)
        .where(Alert.over_at.is_(None), Alert.cause.in_(LOOKED_FOR), not_(or_(false(), *still)))
        .values(over_at=now)
    )


async def tell(session: AsyncSession, *, now: datetime) -> None:
    """Mail every admin about causes with an unseen alert: each cause at most once a day (UTC)."""
    unseen = select(Alert.cause).where(Alert.over_at.is_(None), Alert.seen_at.is_(None)).distinct()
    causes = sorted(await session.scalars(unseen))
    if not causes:
        return
    admins = await users.admins(session)
    numbers = list(AlertCause)
    letters = [
        Letter(
            MailTemplate.ADMIN_ALERT,
            Subject(),
            user_id=admin,
            sequence=now.toordinal() * 100 + numbers.index(cause),
            details={"cause": cause.value},
        )
        for cause in causes
        for admin in admins
    ]
    await mail.queue(session, now, *letters)


async def listed(session: AsyncSession, now: datetime) -> list[Alert]:
    """Open alerts, unseen ones first, then those that were over within a week."""
    query = (
        select(Alert)
        .where(or_(Alert.over_at.is_(None), Alert.over_at >= now - KEPT_IN_SIGHT))
        .order_by(Alert.over_at.is_not(None), Alert.seen_at.is_not(None), Alert.raised_at.desc(), Alert.id)
        .limit(200)
    )
    return list(await session.scalars(query))


async def see(session: AsyncSession, alert_id: UUID, *, cause: Cause, at: datetime) -> Alert:
    """An admin has seen an alert. Seeing it twice is seeing it once. Raises NotFoundError."""
    alert = await session.get(Alert, alert_id, with_for_update=True)
    if alert is None:
        raise NotFoundError("There is no such alert.", field="alert_id")
    if alert.seen_at is None:
        alert.seen_at, alert.seen_by = at, cause.actor_id
        await session.flush()
        details = {
            "alert_id": str(alert.id),
            "cause": alert.cause.value,
            "raised_at": alert.raised_at.isoformat(),
        }
        key = f"alert:{alert.id}:{alert.raised_at.isoformat()}:seen"
        await log.record(session, cause, Entry("alert_seen", key, Subject(), at, details=details))
    return alert


async def sentences(session: AsyncSession, cause: AlertCause) -> tuple[str, ...]:
    """The open, unseen alerts of a cause in words, for a mail."""
    query = (
        select(Alert)
        .where(Alert.cause == cause, Alert.over_at.is_(None), Alert.seen_at.is_(None))
        .order_by(Alert.raised_at, Alert.id)
        .limit(20)
    )
    alerts = list(await session.scalars(query))
    told = await admin_sentences(session, alerts)
    return tuple(told[alert.id] for alert in alerts)
