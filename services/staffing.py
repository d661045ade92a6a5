"""Interviewers who were disabled: who still counts on them is found, and told where nobody is left."""

import zlib
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import InterviewStatus, MailTemplate, TimeKind, Trigger
from models import Interview, InterviewInterviewer, User
from services import log, mail, users
from services.log import Cause, Entry, Subject
from services.mail import Letter

UNSTAFFED = text("""
SELECT id, recruiter_id, recruiter_disabled, max(since) AS since
FROM (SELECT j.id, j.recruiter_id, r.disabled_at IS NOT NULL AS recruiter_disabled, m.pool,
             max(u.disabled_at) AS since, count(*) FILTER (WHERE u.disabled_at IS NULL) AS able
      FROM jobs j JOIN users r ON r.id = j.recruiter_id
      JOIN job_interviewers m ON m.job_id = j.id JOIN users u ON u.id = m.user_id
      WHERE j.status IN ('open', 'closed', 'on_hold')
      GROUP BY j.id, j.recruiter_id, r.disabled_at, m.pool) AS parts
GROUP BY id, recruiter_id, recruiter_disabled
HAVING sum(able) = 0 OR bool_or(able = 0 AND pool IS NOT NULL)
ORDER BY id
""")
"""Everybody is disabled, or everybody of a pool that one has to come from: no times are offered (`services.slots`)."""

SAID = "Everybody who could interview is disabled, so no times are offered. Please name somebody else."


async def tell(session: AsyncSession, *, now: datetime) -> int:
    """Tell the recruiters of such jobs; where the recruiter is disabled as well, every admin. Returns how many jobs."""
    found = (await session.execute(UNSTAFFED)).all()
    numbers = {row.id: zlib.crc32(row.since.isoformat().encode()) % 1_000_000_000 for row in found}
    keys = {row.id: f"job:{row.id}:nobody_interviews:{numbers[row.id]}" for row in found}
    told = await log.recorded(session, keys.values())
    for row in found:
        if keys[row.id] in told:
            continue
        about = Subject(job_id=row.id)
        entry = Entry("nobody_interviews", keys[row.id], about, now)
        await log.record(session, Cause(Trigger.SCHEDULED), entry)
        readers = await users.admins(session) if row.recruiter_disabled else [row.recruiter_id]
        details = {"alert": SAID}
        letters = [
            Letter(
                MailTemplate.PANEL_ALERT,
                about,
                user_id=reader,
                sequence=numbers[row.id],
                details=details,
                each=True,
            )
            for reader in readers
        ]
        await mail.queue(session, now, *letters)
    return len(found)


async def booked_though_disabled(session: AsyncSession, *, now: datetime) -> list[tuple[UUID, UUID]]:
    """Interviews to come with somebody who can no longer sign in, and who that is, the soonest first."""
    rows = await session.execute(
        select(Interview.id, User.id)
        .join(InterviewInterviewer, InterviewInterviewer.interview_id == Interview.id)
        .join(User, User.id == InterviewInterviewer.user_id)
        .where(
            User.disabled_at.is_not(None),
            Interview.status == InterviewStatus.CONFIRMED,
            Interview.scheduled_time > now,
            InterviewInterviewer.kind == TimeKind.BOOKING,
            InterviewInterviewer.is_live,
        )
        .order_by(Interview.scheduled_time, Interview.id, User.id)
    )
    return [(interview_id, user_id) for interview_id, user_id in rows]
