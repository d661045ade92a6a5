"""What must hold when a run with kills is over. Each check returns what is wrong, one line a finding."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from temporalio.client import Client

from demo import checks
from services.invariants import violations
from tests.crash.patient_world import Answer, PatientWorld

Sessions = async_sessionmaker[AsyncSession]

UNFINISHED = text("""
SELECT 'job ' || id || ' is ' || status FROM jobs WHERE status NOT IN ('filled', 'exhausted')
UNION ALL
SELECT 'job ' || j.id || ' is filled with ' || count(i.id) || ' of ' || j.number_of_openings || ' interviews'
FROM jobs j LEFT JOIN interviews i ON i.job_id = j.id AND i.status = 'completed'
WHERE j.status = 'filled' GROUP BY j.id HAVING count(i.id) <> j.number_of_openings
UNION ALL
SELECT 'application ' || a.id || ' of job ' || a.job_id || ' is ' || a.shortlist_status || ' with interview '
       || coalesce(i.status, 'none')
FROM applications a LEFT JOIN interviews i ON i.application_id = a.id
WHERE a.shortlist_status NOT IN ('rejected', 'expired')
  AND NOT (a.shortlist_status = 'shortlisted' AND i.status IS NOT DISTINCT FROM 'completed')
UNION ALL
SELECT 'application ' || id || ' was not scored' FROM applications WHERE NOT ai_processed
UNION ALL
SELECT 'interview ' || id || ' is ' || status FROM interviews
WHERE status NOT IN ('completed', 'cancelled', 'no_show', 'expired')
UNION ALL
SELECT 'step ' || step || ' of ' || workflow_id || ' is held by ' || gate FROM held_steps
UNION ALL
SELECT 'message ' || message_key || ' was not delivered' FROM outbox WHERE delivered_at IS NULL
UNION ALL
SELECT 'mail ' || mail_key || ' is ' || status FROM email_messages WHERE status IN ('queued', 'failed')
""")

UNTOLD = text("""
SELECT 'application ' || a.id || ' is ' || a.shortlist_status || ' and was not told' FROM applications a
WHERE a.shortlist_status IN ('rejected', 'expired') AND NOT EXISTS (
    SELECT FROM email_messages m
    WHERE m.final_of = a.id AND m.candidate_id IS NOT NULL AND m.status = 'sent')
UNION ALL
SELECT 'interview ' || i.id || ' has no row for its invitation' FROM interviews i
WHERE NOT EXISTS (SELECT FROM email_messages m WHERE m.interview_id = i.id AND m.template = 'invitation')
""")

TWICE = text("""
SELECT action_type || ' stands ' || count(*) || ' times for '
       || coalesce(interview_id, application_id, job_id) FROM automation_logs
WHERE action_type IN ('job_created', 'job_published', 'job_closed', 'ranked', 'application_received',
    'application_scored', 'invitation_sent', 'invitation_accepted', 'job_filled', 'job_exhausted',
    'interview_completed', 'interview_expired', 'interview_no_show', 'interview_declined', 'interview_withdrew')
GROUP BY action_type, job_id, application_id, interview_id HAVING count(*) > 1
UNION ALL
SELECT action_type || ' stands ' || count(*) || ' times for the time ' || coalesce(details ->> 'scheduled_time',
    details ->> 'calendar_sequence') || ' of ' || interview_id FROM automation_logs
WHERE action_type IN ('reminder_sent', 'interview_booked')
GROUP BY action_type, interview_id, details ->> 'scheduled_time', details ->> 'calendar_sequence'
HAVING count(*) > 1
UNION ALL
SELECT 'interview ' || i.id || ' has version ' || i.version || ' and ' || count(l.id) || ' log rows'
FROM interviews i JOIN automation_logs l ON l.interview_id = i.id
    AND (l.idempotency_key LIKE 'interview:%' OR l.action_type ~ '^negotiation_(awaiting|escalated)')
GROUP BY i.id, i.version HAVING count(l.id) <> i.version
""")

MAIL_LOG = text("""
SELECT 'mail ' || m.mail_key || ' is sent, the log does not say so' FROM email_messages m
WHERE m.status = 'sent' AND NOT EXISTS (
    SELECT FROM automation_logs l WHERE l.idempotency_key = 'mail_sent:' || m.mail_key)
UNION ALL
SELECT 'the log says ' || l.idempotency_key || ', the row is not sent' FROM automation_logs l
WHERE l.action_type = 'mail_sent' AND NOT EXISTS (
    SELECT FROM email_messages m WHERE m.status = 'sent' AND l.idempotency_key = 'mail_sent:' || m.mail_key)
""")

ROWS = text("SELECT message_id, mail_key, status FROM email_messages")
ACTS = text("""
SELECT interview_id, action_type, details ->> 'scheduled_time' FROM automation_logs
WHERE action_type IN ('invitation_accepted', 'leave_requested', 'leave_undone', 'slot_picked',
    'interview_rescheduled', 'message_received')
""")
NAMES = {
    "accept": {"invitation_accepted"},
    "leave": {"leave_requested"},
    "undo": {"leave_undone"},
    "pick": {"slot_picked", "interview_rescheduled"},
    "reply": {"message_received"},
}
RUNNING = 'ExecutionStatus = "Running"'
WORK = f"{RUNNING} AND TemporalScheduledById IS NULL"
"""What runs for a job, a candidate or a mail. Schedules start rounds for ever: there is always a next one."""


async def all_findings(sessions: Sessions, client: Client, world: PatientWorld) -> list[str]:
    """Everything that is wrong."""
    async with sessions() as session:
        found = [
            *await violations(session, quiet_at=world.now()),
            *await _lines(session, UNFINISHED),
            *await _lines(session, UNTOLD),
            *await _lines(session, TWICE),
            *await _lines(session, MAIL_LOG),
            *await _mail_differences(session, world),
            *await _lost_answers(session, world.acknowledged),
        ]
    named, _ = await checks.leaks(client, await checks.people_words(sessions))
    found += [f"the history of {workflow_id} names a person" for workflow_id in named]
    found += [f"{run.id} still runs" async for run in client.list_workflows(RUNNING)]
    return found


async def is_quiet(sessions: Sessions, client: Client, running: str = WORK) -> bool:
    """Whether nothing has to happen any more: no row waits, no such workflow runs, and none left a row behind."""
    async with sessions() as session:
        if await _lines(session, UNFINISHED):
            return False
    async for _ in client.list_workflows(running, limit=1):
        return False
    async with sessions() as session:
        return not await _lines(session, UNFINISHED)


async def _lines(session: AsyncSession, query: TextClause) -> list[str]:
    return list(await session.scalars(query))


async def _mail_differences(session: AsyncSession, world: PatientWorld) -> list[str]:
    """Rows that say `sent` and mails in the mailbox, compared both ways."""
    rows = {row.message_id: row for row in await session.execute(ROWS)}
    arrived = {mail.message_id for mail in await world.mails()}
    sent = {message_id for message_id, row in rows.items() if row.status == "sent"}
    found = [f"mail {rows[m].mail_key} is sent and did not arrive" for m in sent - arrived]
    for message_id in arrived - sent:
        row = rows.get(message_id)
        found.append(
            f"mail {row.mail_key} arrived, its row is {row.status}" if row else f"stray {message_id}"
        )
    return found


async def _lost_answers(session: AsyncSession, answers: Iterable[Answer]) -> list[str]:
    """Answers that the web tier acknowledged and the log does not know."""
    known: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for interview_id, action, start in await session.execute(ACTS):
        known[str(interview_id)].append((action, start))
    return [
        f"the acknowledged answer {answer.act} of interview {answer.interview_id} is not in the log"
        for answer in answers
        if not any(
            action in NAMES[answer.act] and (answer.start is None or _same(answer.start, start))
            for action, start in known[answer.interview_id]
        )
    ]


def _same(chosen: str, logged: str | None) -> bool:
    return logged is not None and datetime.fromisoformat(chosen) == datetime.fromisoformat(logged)
