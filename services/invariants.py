"""What must hold of the whole database at any moment, checked from the rows alone.

The database refuses most of this by itself (constraints and triggers); this looks again from outside, so that
tests, the demo and crash runs can say that nothing slipped through. Findings name ids, never persons. Row-level
security applies: ask in a role that sees every row.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import TextClause, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.messages.order import FINAL, ON_THE_WAY
from domain.shortlist import Standing, place
from domain.states import INITIAL, MOVES
from domain.vocabulary import ShortlistStatus
from models import Application
from services.privacy import leaks

SEATS = text("""
SELECT 'I1: job ' || j.id || ' has ' || j.number_of_openings || ' openings and ' || s.held || ' shortlisted on '
       || s.seats || ' seats, the last is ' || s.last
FROM jobs j
JOIN (SELECT job_id, count(*) AS held, count(DISTINCT rank) AS seats, coalesce(max(rank), 0) AS last,
             coalesce(min(rank), 0) AS first
      FROM applications WHERE shortlist_status = 'shortlisted' GROUP BY job_id) s ON s.job_id = j.id
WHERE s.held > j.number_of_openings OR s.seats < s.held OR s.first < 1 OR s.last > j.number_of_openings
""")

BENCH = text("""
SELECT 'bench: job ' || j.id || ' has ' || b.size || ' on a bench of ' || j.shortlisting_buffer
FROM jobs j
JOIN (SELECT job_id, count(*) AS size FROM applications WHERE shortlist_status = 'buffer' GROUP BY job_id) b
  ON b.job_id = j.id
WHERE b.size > j.shortlisting_buffer
UNION ALL
SELECT 'bench: application ' || p.id || ' waits behind ' || b.id || ', which is worse and on the bench'
FROM (SELECT DISTINCT ON (job_id) * FROM applications WHERE shortlist_status = 'pending'
      ORDER BY job_id, fit_score DESC, created_at, id) p
JOIN (SELECT DISTINCT ON (job_id) * FROM applications WHERE shortlist_status = 'buffer'
      ORDER BY job_id, fit_score, created_at DESC, id DESC) b ON b.job_id = p.job_id
WHERE (-p.fit_score, p.created_at, p.id) < (-b.fit_score, b.created_at, b.id)
""")

HOLDERS = text("""
SELECT 'seat: interview ' || i.id || ' is ' || i.status || ', its application ' || a.id || ' is '
       || a.shortlist_status
FROM interviews i JOIN applications a ON a.id = i.application_id
WHERE (i.status IN ('invitation_sent', 'slot_pending', 'confirmed', 'in_progress', 'completed'))
      <> (a.shortlist_status = 'shortlisted')
""")

OVERLAPS = text("""
SELECT 'I5: interview ' || id || ' overlaps another one of interviewer ' || who
FROM (SELECT i.id, who, i.scheduled_time,
             max(i.scheduled_time + i.duration) OVER (PARTITION BY who ORDER BY i.scheduled_time, i.id
                 ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until
      FROM interviews i CROSS JOIN LATERAL unnest(i.interviewer_id || i.panel) who
      WHERE i.status IN ('confirmed', 'in_progress', 'completed') AND i.interviewer_id IS NOT NULL
        AND i.scheduled_time IS NOT NULL) booked
WHERE scheduled_time < busy_until
""")

CHAINS = text("""
WITH initial(entity, state) AS (SELECT * FROM unnest(CAST(:entities AS text[]), CAST(:states AS text[]))),
moves AS (
    SELECT l.entity, l.entity_id, l.new_state, l.idempotency_key, l.previous_state,
           lag(l.new_state) OVER chain AS left_in, row_number() OVER chain AS n,
           lead(l.sequence) OVER chain IS NULL AS is_last
    FROM automation_logs l WHERE l.entity IS NOT NULL
    WINDOW chain AS (PARTITION BY l.entity, l.entity_id ORDER BY l.sequence)
), present(entity, entity_id, state) AS (
    SELECT 'job', id, status FROM jobs
    UNION ALL SELECT 'application', id, shortlist_status FROM applications
    UNION ALL SELECT 'interview', id, status FROM interviews
    UNION ALL SELECT 'negotiation', id, state FROM negotiation_sessions
    UNION ALL SELECT 'processing', id, processing_status FROM interviews
)
SELECT 'I6: ' || m.entity || ' ' || m.entity_id || ': log row ' || m.idempotency_key || ' starts from '
       || coalesce(m.previous_state, 'nothing') || ', not from ' || coalesce(m.left_in, i.state)
FROM moves m JOIN initial i ON i.entity = m.entity
WHERE CASE WHEN m.n > 1 THEN m.previous_state IS DISTINCT FROM m.left_in
           WHEN m.previous_state IS NULL THEN m.new_state <> i.state
           -- Jobs adopted from an older portal enter the log with the state they had.
           ELSE m.previous_state <> i.state AND NOT (m.entity = 'job' AND NOT EXISTS (
               SELECT FROM automation_logs c WHERE c.job_id = m.entity_id AND c.action_type = 'job_created'))
      END
UNION ALL
SELECT 'I6: ' || p.entity || ' ' || p.entity_id || ' is ' || p.state || ', its log ends with '
       || coalesce(m.new_state, i.state)
FROM present p JOIN initial i ON i.entity = p.entity
LEFT JOIN moves m ON m.entity = p.entity AND m.entity_id = p.entity_id AND m.is_last
WHERE p.state <> coalesce(m.new_state, i.state)
  AND (m.entity_id IS NOT NULL OR p.entity <> 'job' OR EXISTS (
      SELECT FROM automation_logs c WHERE c.job_id = p.entity_id AND c.action_type = 'job_created'))
UNION ALL
SELECT 'I6: the key ' || idempotency_key || ' stands ' || count(*) || ' times in the log'
FROM automation_logs GROUP BY idempotency_key HAVING count(*) > 1
""")

PAIRS = text("""
SELECT entity, previous_state, new_state, count(*) FROM automation_logs
WHERE entity IS NOT NULL AND previous_state IS NOT NULL GROUP BY 1, 2, 3
""")

MAILS = text("""
SELECT 'I9: ' || count(*) || ' mails ' || template || ' ' || sequence || ' of interview ' || interview_id
FROM email_messages WHERE interview_id IS NOT NULL
GROUP BY interview_id, template, sequence, user_id HAVING count(*) > 1
""")

ANSWERS = text("""
SELECT 'answer: application ' || a.id || ' ended as ' || a.shortlist_status || ' without a final answer'
FROM applications a
WHERE a.shortlist_status IN ('rejected', 'expired')
  AND NOT EXISTS (SELECT FROM email_messages m WHERE m.final_of = a.id)
  AND EXISTS (SELECT FROM automation_logs l WHERE l.entity_id = a.id AND l.entity = 'application'
              AND l.new_state IN ('rejected', 'expired'))
UNION ALL
SELECT 'answer: application ' || m.application_id || ' got the mail ' || m.template || ' after its final answer'
FROM email_messages f
JOIN email_messages m ON m.application_id = f.final_of AND m.created_at > f.created_at AND m.status <> 'dropped'
WHERE m.template = ANY (CAST(:on_the_way AS text[])) OR (m.template = ANY (CAST(:final AS text[])) AND m.id <> f.id)
""")
"""Nobody is left without a final answer, and nobody hears anything that contradicts it."""

LEFT_WAITING = text("""
SELECT 'answer: application ' || a.id || ' was never answered, although its job is ' || j.status
FROM jobs j JOIN applications a ON a.job_id = j.id
WHERE j.status IN ('filled', 'exhausted', 'cancelled') AND j.automation_enabled
  AND NOT EXISTS (SELECT FROM held_steps h WHERE h.job_id = j.id)
  AND NOT EXISTS (SELECT FROM email_messages m WHERE m.final_of = a.id)
""")

IDLE_SEATS = text("""
SELECT 'I3: job ' || j.id || ' has a vacant seat and somebody on the bench'
FROM jobs j
LEFT JOIN LATERAL (
    SELECT min(i.scheduled_time) AS first FROM interviews i
    WHERE i.job_id = j.id AND i.status IN ('confirmed', 'in_progress', 'completed')) booked ON true
WHERE j.status = 'closed' AND j.ranked_at IS NOT NULL AND j.automation_enabled
  AND (j.review_mode = 'none' OR j.review_confirmed_at IS NOT NULL)
  AND (booked.first IS NULL OR j.promotion_cutoff IS NULL
       OR CAST(:at AS timestamptz) < booked.first - j.promotion_cutoff)
  AND NOT EXISTS (SELECT FROM held_steps h WHERE h.job_id = j.id AND h.interview_id IS NULL)
  AND EXISTS (SELECT FROM applications a WHERE a.job_id = j.id AND a.shortlist_status = 'buffer')
  AND j.number_of_openings > (
      SELECT count(*) FROM applications a WHERE a.job_id = j.id AND a.shortlist_status = 'shortlisted')
""")

UNSENT = text("""
SELECT 'I9: mail ' || mail_key || ' was not handed over' FROM email_messages
WHERE status = 'queued' AND next_attempt_at <= CAST(:at AS timestamptz)
""")


async def violations(session: AsyncSession, *, quiet_at: datetime | None = None) -> list[str]:
    """Every broken invariant, one line each; empty when all hold (I1, I5 to I9, bench, seats, final answers).

    `quiet_at` is the business time at which nothing is under way any more: then no seat may stand vacant beside
    a bench (I3), and no due mail may still be queued (I9).
    """
    start = {"entities": list(INITIAL), "states": [state.value for state in INITIAL.values()]}
    found = [
        *await _lines(session, SEATS),
        *await _lines(session, BENCH),
        *await _lines(session, HOLDERS),
        *await _lines(session, OVERLAPS),
        *await _lines(session, CHAINS, **start),
        *await _forbidden_moves(session),
        *[f"I8: {leak}" for leak in await leaks(session)],
        *await _lines(session, MAILS),
        *await _lines(session, ANSWERS, on_the_way=[*map(str, ON_THE_WAY)], final=[*map(str, FINAL)]),
    ]
    if quiet_at is not None:
        found += [
            *await _lines(session, IDLE_SEATS, at=quiet_at),
            *await _lines(session, UNSENT, at=quiet_at),
            *await _lines(session, LEFT_WAITING),
        ]
    return found


async def _lines(session: AsyncSession, query: TextClause, **values: object) -> Sequence[str]:
    return (await session.scalars(query, values)).all()


async def _forbidden_moves(session: AsyncSession) -> Iterable[str]:
    found = []
    for entity, old, new, count in await session.execute(PAIRS):
        allowed = {str(to) for state, targets in MOVES[entity].items() if state == old for to in targets}
        if new not in allowed:
            found.append(f"I7: {entity} went from {old} to {new} {count} times")
    return found


async def standings(session: AsyncSession, job_id: UUID) -> list[Standing]:
    """A job's applications as ranking sees them."""
    rows = await session.scalars(
        select(Application).where(Application.job_id == job_id).execution_options(populate_existing=True)
    )
    return [Standing(a.id, a.fit_score, a.created_at, a.shortlist_status, a.rank) for a in rows]


async def misplaced(
    session: AsyncSession, job_id: UUID, before: Sequence[Standing], openings: int, buffer: int
) -> list[str]:
    """Whom ranking put elsewhere than the rule says (I2): `before` holds the standings just before it."""
    due = {s.id: (s.status, s.rank) for s in before}
    due |= {p.id: (ShortlistStatus(p.status), p.rank) for p in place(before, openings, buffer)}
    return [
        f"I2: application {s.id} is {s.status} at {s.rank}, due is {due[s.id][0]} at {due[s.id][1]}"
        for s in await standings(session, job_id)
        if (s.status, s.rank) != due[s.id]
    ]
