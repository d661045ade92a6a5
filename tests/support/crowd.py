"""Thousands of applications, loaded by a few set-based statements, in states that can really be."""

from uuid import UUID

from sqlalchemy import text

from domain.vocabulary import Trigger
from services import find, jobs, shortlist
from services.log import Cause
from tests.support.data import MONDAY, Data

PEOPLE = text("""
INSERT INTO candidates (id, name, email)
SELECT md5('c' || :job || n)::uuid,
       (ARRAY['Ana','Ben','Cleo','Dana','Emil','Fatou','Goran','Hana','Ivo','José'])[1 + n % 10] || ' '
       || (ARRAY['O''Brien','Nowak','García','Müller','Okafor','Silva','Kim'])[1 + n % 7] || ' ' || n,
       'person' || n || '@' || :job || '.example'
FROM generate_series(1, :count) n
""")
APPLICATIONS = text("""
INSERT INTO applications (id, job_id, candidate_id, created_at, fit_score, ai_processed, summary, scorer,
    score_components, score_requirements, score_notices, resume_notices, resume_text, masked_text)
SELECT md5('a' || :job || n)::uuid, CAST(:job AS uuid), md5('c' || :job || n)::uuid,
       CAST(:at AS timestamptz) + n * interval '1 second', (n * 7919 % 10000) / 100.0, true,
       'Meets most of it.', 'test-1',
       jsonb_build_object('skills', n % 100, 'experience', (n * 3) % 100, 'relevance', (n * 7) % 100),
       jsonb_build_array(
           jsonb_build_object('requirement', 'Sourdough', 'kind', 'skill', 'must', true,
               'met', CASE WHEN n % 3 = 0 THEN 0 ELSE 1 END, 'gain', 3, 'evidence', CASE WHEN n % 3 = 0 THEN NULL
               ELSE jsonb_build_object('about', 'Sourdough', 'quote', 'ran the sourdough station', 'start', 3,
                   'end', 28) END),
           jsonb_build_object('requirement', 'French', 'kind', 'language', 'must', false, 'met', 0.5, 'gain', 1,
               'evidence', NULL)),
       CASE WHEN n % 500 = 0 THEN '["Something to look at."]'::jsonb ELSE '[]'::jsonb END, '[]'::jsonb,
       repeat('A resume of some length. ', 120), repeat('A resume of some length. ', 120)
FROM generate_series(1, :count) n
""")


async def a_crowd(data: Data, job_id: UUID, count: int) -> None:
    """So many scored applications for an open job, and what the database knows of its tables brought up to date."""
    async with data.owner.begin() as session:
        await session.execute(text("ALTER TABLE applications DISABLE TRIGGER USER"))
        await session.execute(PEOPLE, {"job": str(job_id), "count": count})
        await session.execute(APPLICATIONS, {"job": str(job_id), "count": count, "at": MONDAY})
        await session.execute(text("ALTER TABLE applications ENABLE TRIGGER USER"))


async def ranked(data: Data, job_id: UUID) -> None:
    """Close the job and rank it, as its workflow would."""
    async with data.worker.begin() as session:
        await jobs.close(session, job_id, cause=Cause(Trigger.MANUAL, "recruiter"), at=MONDAY)
        job = await find.job(session, job_id, lock=True)
        await shortlist.rank_and_shortlist(session, job, cause=Cause(), at=MONDAY)
    async with data.owner.begin() as session:
        for table in ("applications", "candidates", "interviews", "automation_logs", "jobs"):
            await session.execute(text(f"ANALYZE {table}"))
