"""The recruiter's digest read from rows: a fixed number of statements, however many jobs and readers there are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.digest import SOON, Ahead, DigestContent, Due, Event, JobNews, Need

JOBS = text("""
SELECT j.recruiter_id, j.id, j.title, j.company, j.status, a.since
FROM unnest(CAST(:users AS uuid[]), CAST(:sinces AS timestamptz[])) AS a (user_id, since)
JOIN jobs j ON j.recruiter_id = a.user_id
WHERE j.status NOT IN ('filled', 'exhausted', 'cancelled') OR j.finished_at >= a.since
   OR EXISTS (SELECT FROM candidate_requests r WHERE r.job_id = j.id AND r.state = 'open')
ORDER BY j.created_at DESC, j.id
""")

HAPPENED = text("""
SELECT o.id, l.action_type, count(*)
FROM unnest(CAST(:jobs AS uuid[]), CAST(:sinces AS timestamptz[])) AS o (id, since)
JOIN automation_logs l ON l.job_id = o.id
WHERE l.created_at >= o.since AND l.created_at < CAST(:until AS timestamptz)
  AND l.action_type = ANY (CAST(:actions AS text[]))
GROUP BY o.id, l.action_type
""")

NEEDS = text("""
WITH own AS (SELECT * FROM jobs WHERE id = ANY (CAST(:jobs AS uuid[])))
SELECT o.id, 'conversation', count(*) FROM own o
JOIN interviews i ON i.job_id = o.id AND i.status = 'slot_pending'
JOIN negotiation_sessions n ON n.interview_id = i.id AND n.state = 'escalated'
WHERE n.history -> -1 ->> 'from' IS DISTINCT FROM 'recruiter' GROUP BY o.id
UNION ALL
SELECT o.id, 'request', count(*) FROM own o
JOIN candidate_requests r ON r.job_id = o.id AND r.state = 'open' GROUP BY o.id
UNION ALL
SELECT o.id, 'review', 1 FROM own o
WHERE o.status = 'closed' AND o.ranked_at IS NOT NULL AND o.review_mode <> 'none' AND o.review_confirmed_at IS NULL
UNION ALL
SELECT o.id, 'outcome', count(*) FROM own o
JOIN interviews i ON i.job_id = o.id AND i.status IN ('confirmed', 'in_progress')
WHERE i.outcome_asked_for = i.scheduled_time GROUP BY o.id
UNION ALL
SELECT o.id, 'resting', count(*) FROM own o
JOIN interviews i ON i.job_id = o.id AND i.status IN ('invitation_sent', 'slot_pending')
WHERE i.bounced_at IS NOT NULL GROUP BY o.id
UNION ALL
SELECT o.id, 'unfilled', o.number_of_openings - s.seated FROM own o
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE a.shortlist_status = 'shortlisted') AS seated,
           count(*) FILTER (WHERE a.shortlist_status IN ('buffer', 'pending')) AS left_over
    FROM applications a WHERE a.job_id = o.id) s
WHERE o.status = 'closed' AND o.ranked_at IS NOT NULL AND s.left_over = 0 AND s.seated < o.number_of_openings
UNION ALL
SELECT o.id, 'held', count(*) FROM own o JOIN held_steps h ON h.job_id = o.id GROUP BY o.id
UNION ALL
SELECT o.id, 'calendar', b.people FROM own o
JOIN blind_interviewers(CAST(:jobs AS uuid[])) b ON b.job_id = o.id
""")

AHEAD = text("""
WITH own AS (SELECT * FROM jobs WHERE id = ANY (CAST(:jobs AS uuid[])))
SELECT o.id, 'answer', count(*), min(i.confirmation_deadline) FROM own o
JOIN interviews i ON i.job_id = o.id AND i.status = 'invitation_sent' AND i.bounced_at IS NULL
WHERE i.confirmation_deadline BETWEEN CAST(:now AS timestamptz) AND CAST(:soon AS timestamptz) GROUP BY o.id
UNION ALL
SELECT o.id, 'choice', count(*), min(i.slot_selection_deadline) FROM own o
JOIN interviews i ON i.job_id = o.id AND i.status = 'slot_pending' AND i.bounced_at IS NULL
WHERE i.slot_selection_deadline BETWEEN CAST(:now AS timestamptz) AND CAST(:soon AS timestamptz) GROUP BY o.id
UNION ALL
SELECT o.id, 'interview', count(*), min(i.scheduled_time) FROM own o
JOIN interviews i ON i.job_id = o.id AND i.status = 'confirmed'
WHERE i.scheduled_time BETWEEN CAST(:now AS timestamptz) AND CAST(:soon AS timestamptz) GROUP BY o.id
UNION ALL
SELECT o.id, 'review', 1, o.review_deadline FROM own o
WHERE o.status = 'closed' AND o.review_confirmed_at IS NULL AND NOT o.impact_review_required
  AND o.review_deadline BETWEEN CAST(:now AS timestamptz) AND CAST(:soon AS timestamptz)
UNION ALL
SELECT o.id, 'close', 1, o.closes_at FROM own o
WHERE o.status = 'open' AND o.closes_at BETWEEN CAST(:now AS timestamptz) AND CAST(:soon AS timestamptz)
""")


async def read(
    session: AsyncSession, sinces: Mapping[UUID, datetime], until: datetime, now: datetime
) -> dict[UUID, DigestContent]:
    """What each of these recruiters should know: their own jobs, from their `since` to `until`.

    What waits and what is due is told as of `now`. Four statements for all of them.
    """
    jobs = (await session.execute(JOBS, {"users": list(sinces), "sinces": list(sinces.values())})).all()
    asked: dict[str, Any] = {"jobs": [job.id for job in jobs]}
    of_each = {"sinces": [job.since for job in jobs], "until": until, "actions": [e.value for e in Event]}
    events = await session.execute(HAPPENED, asked | of_each)
    happened: dict[UUID, dict[Event, int]] = defaultdict(dict)
    for job_id, action, count in events:
        happened[job_id][Event(action)] = count
    needs: dict[UUID, dict[Need, int]] = defaultdict(dict)
    for job_id, kind, count in await session.execute(NEEDS, asked):
        needs[job_id][Need(kind)] = count
    due: dict[UUID, list[Due]] = defaultdict(list)
    for job_id, kind, count, first in await session.execute(AHEAD, asked | {"now": now, "soon": now + SOON}):
        due[job_id].append(Due(Ahead(kind), count, first))
    found: dict[UUID, list[JobNews]] = {user: [] for user in sinces}
    for user, job_id, title, company, status, _since in jobs:
        news = JobNews(
            job_id=job_id,
            title=title,
            company=company,
            status=status,
            happened=happened.get(job_id, {}),
            needs=needs.get(job_id, {}),
            due=tuple(due.get(job_id, ())),
        )
        found[user].append(news)
    return {user: DigestContent(sinces[user], until, _sorted(news)) for user, news in found.items()}


def _sorted(news: Sequence[JobNews]) -> tuple[JobNews, ...]:
    """Jobs with something to say, those that need a person first."""
    said = [one for one in news if one.has_news or one.due]
    return tuple(sorted(said, key=lambda one: (not one.needs, not one.happened)))
