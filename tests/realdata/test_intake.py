"""Real resumes apply for one real job: everybody is scored or refused with a reason, seats and bench are right."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from temporalio.client import Client

from domain.identifiers import job_workflow
from domain.shortlist import Standing, place
from domain.vocabulary import ShortlistStatus as S
from models import Application, Job
from services import applications, jobs
from services.applications import Upload
from services.jobs import JobDraft
from tests.conftest import Sessions
from tests.support.data import BY_HAND, Data
from tests.support.realdata import part, rows
from tests.support.worker import running, settings_for

OPENINGS, BENCH = 25, 10


@pytest.mark.realdata
@pytest.mark.timeout(240)
@pytest.mark.slow
async def test_every_real_resume_is_scored_and_the_best_are_seated(
    data: Data, database_url: str, client: Client, owner_sessions: Sessions
) -> None:
    resumes, advert = part(rows("dev_resumes"), 4), rows("dev_jobs")[0]["text"]
    title, _, description = advert.partition("\n")
    recruiter = await data.a_user()
    now = datetime.now(UTC)
    async with running(client, settings_for(database_url)) as product:
        async with product.sessions.begin() as session:
            draft = JobDraft(recruiter, title, description, OPENINGS, BENCH)
            job_id = (await jobs.create(session, draft, cause=BY_HAND, at=now)).id
            await jobs.publish(session, job_id, cause=BY_HAND, at=now)
        for resume in resumes:
            async with product.sessions.begin() as session:
                upload = Upload(f"{resume['resume_id']}.txt", resume["text"].encode())
                await applications.submit(session, job_id, upload, cause=BY_HAND, at=now)
        async with product.sessions.begin() as session:
            await jobs.close(session, job_id, cause=BY_HAND, at=now)

        async def ranked() -> bool:
            async with owner_sessions() as session:
                return await session.scalar(select(Job.ranked_at).where(Job.id == job_id)) is not None

        await product.until(ranked, job_workflow(job_id), seconds=200)

    async with owner_sessions() as session:
        found = (await session.scalars(select(Application).where(Application.job_id == job_id))).all()
        unscored = await session.scalar(select(func.count()).where(Application.ai_processed.is_(False)))
    assert len(found) == len(resumes)
    assert unscored == 0
    assert all(a.fit_score > 0 or a.summary for a in found)
    standings = [Standing(a.id, a.fit_score, a.created_at, S.PENDING) for a in found]
    assert {(a.id, a.shortlist_status, a.rank) for a in found} == {
        (p.id, p.status, p.rank) for p in place(standings, OPENINGS, BENCH)
    }
