"""A log of any size, made at once: many jobs, actions and flags in the proportions of real ones."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

FILL = text("""
INSERT INTO automation_logs (job_id, application_id, interview_id, action_type, trigger_source, actor_id, actor_kind,
    reason, entity, entity_id, previous_state, new_state, details, flag, flag_enabled, workflow_id, run_id,
    idempotency_key, created_at)
SELECT md5('job' || n / 500)::uuid, md5('application' || n / 8)::uuid,
    CASE WHEN n % 4 = 0 THEN md5('interview' || n / 20)::uuid END,
    (ARRAY['application_scored', 'mail_sent', 'shortlisted', 'invitation_sent', 'interview_booked', 'expired',
           'promoted', 'flag_changed'])[1 + CASE WHEN n % 500 = 0 THEN 7 WHEN n % 50 = 0 THEN 6 ELSE n % 6 END],
    CASE WHEN n % 40 = 0 THEN 'manual' WHEN n % 11 = 0 THEN 'scheduled' ELSE 'auto' END,
    CASE WHEN n % 40 = 0 THEN md5('user' || n % 25)::uuid END, CASE WHEN n % 40 = 0 THEN 'recruiter' ELSE 'system' END,
    CASE WHEN n % 997 = 0 THEN 'the candidate asked for patience' WHEN n % 9 = 0 THEN 'no answer in time' END,
    'application', md5('application' || n / 8)::uuid, 'pending', 'buffer',
    jsonb_build_object('rank', n % 100, 'fit_score', (n % 1000) / 10.0),
    CASE WHEN n % 30 = 0 THEN 'auto_promotion' WHEN n % 3 = 0 THEN 'auto_shortlisting' END,
    CASE WHEN n % 3 = 0 THEN true END,
    'interview-' || md5('interview' || n / 20)::uuid, md5('run' || n / 20), 'row:' || n,
    timestamptz '2026-01-01 00:00Z' + n * interval '30 seconds'
FROM generate_series(1, CAST(:rows AS bigint)) AS n
""")


async def fill(session: AsyncSession, rows: int) -> None:
    """So many rows. Commit, then `ANALYZE` as the owner."""
    await session.execute(FILL, {"rows": rows})
