"""Sending digests: once a local morning, nothing when there is nothing to say, one after a pause, off on request."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import delete, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from domain.digest import LONGEST, MORNING, start_of
from domain.vocabulary import MailTemplate
from models import Digest, DigestRefusal
from services import digest, log, mail
from services.log import Cause, Entry, Subject
from services.mail import Letter

DUE = text("""
SELECT u.id, local.day, (SELECT max(d.until) FROM digests d WHERE d.user_id = u.id) AS last
FROM users u
CROSS JOIN LATERAL (SELECT (CAST(:now AS timestamptz) AT TIME ZONE u.time_zone) AS wall) clock
CROSS JOIN LATERAL (SELECT clock.wall::date AS day) local
WHERE clock.wall::time >= CAST(:morning AS time)
  AND u.role IN ('recruiter', 'admin') AND u.disabled_at IS NULL
  AND EXISTS (SELECT FROM jobs j WHERE j.recruiter_id = u.id
              AND (j.finished_at IS NULL OR j.finished_at >= CAST(:oldest AS timestamptz)))
  AND NOT EXISTS (SELECT FROM digests d WHERE d.user_id = u.id AND d.day = local.day)
  AND NOT EXISTS (SELECT FROM digest_refusals r WHERE r.user_id = u.id)
ORDER BY u.id
LIMIT 500
""")
"""Whose morning came and was not looked at yet. The zone's rules decide, so clock changes need no care here."""


async def send_due(session: AsyncSession, *, now: datetime) -> int:
    """Queue the digests that are due. Returns how many people were looked at; 0: nobody is left for now.

    A repeat finds the day looked at; two at once write one mail, because its key is the person and the day (I9).
    A morning that was missed is not made up for: the next digest goes back to where the last one ended.
    """
    asked = {"now": now, "morning": MORNING, "oldest": now - LONGEST}
    due = (await session.execute(DUE, asked)).all()
    if not due:
        return 0
    sinces = {row.id: start_of(row.last, now) for row in due}
    contents = await digest.read(session, sinces, now, now)
    days = [
        {
            "user_id": row.id,
            "day": row.day,
            "since": sinces[row.id],
            "until": now,
            "is_sent": contents[row.id].has_news,
        }
        for row in due
    ]
    taken = await session.execute(
        insert(Digest).on_conflict_do_nothing().returning(Digest.user_id, Digest.day, Digest.is_sent), days
    )
    letters = [
        Letter(
            MailTemplate.DIGEST,
            Subject(),
            user_id=user,
            sequence=day.toordinal(),
            details={"since": sinces[user].isoformat(), "until": now.isoformat()},
        )
        for user, day, is_sent in taken
        if is_sent
    ]
    await mail.queue(session, now, *letters)
    return len(due)


async def wants(session: AsyncSession, user_id: UUID) -> bool:
    """Whether this person gets the digest by mail."""
    refused = await session.scalar(select(DigestRefusal.user_id).where(DigestRefusal.user_id == user_id))
    return refused is None


async def switch(session: AsyncSession, user_id: UUID, *, on: bool, cause: Cause, at: datetime) -> None:
    """Turn the own digest on or off. A repeat changes nothing."""
    if on == await wants(session, user_id):
        return
    if on:
        await session.execute(delete(DigestRefusal).where(DigestRefusal.user_id == user_id))
    else:
        await session.execute(
            insert(DigestRefusal).values(user_id=user_id, refused_at=at).on_conflict_do_nothing()
        )
    action = "digest_on" if on else "digest_off"
    entry = Entry(action, f"{action}:{user_id}:{uuid4()}", Subject(), at, details={"user_id": str(user_id)})
    await log.record(session, cause, entry)
