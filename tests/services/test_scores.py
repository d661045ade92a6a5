"""Keeping scores: what is scored is masked, its wording is kept once, and a repeat changes nothing."""

from sqlalchemy import text

from domain.ports import JobText
from services import applications, scores
from tests.conftest import Sessions
from tests.support.data import AUTO, MONDAY, Data
from tests.support.resumes import Counting, arrived


async def test_the_masked_text_is_kept_and_the_name_is_not_in_it(
    data: Data, owner_sessions: Sessions
) -> None:
    job_id = await data.a_job(description="bread ovens")
    resume = "Ana Luminosa\nana@example.org\n\nBaker: bread from stone ovens"
    await arrived(
        data, job_id, Counting(), resume, names=["Ana Luminosa"], notices=["A page held tiny text."]
    )
    async with owner_sessions() as session:
        row = (await session.execute(text("SELECT * FROM applications"))).one()
    assert "Luminosa" not in row.masked_text
    assert "example.org" not in row.masked_text
    assert row.resume_text == resume
    assert row.resume_notices == ["A page held tiny text."]
    for proof in [*row.score_evidence, *(match["evidence"] for match in row.score_requirements)]:
        assert row.masked_text[proof["start"] : proof["end"]] == proof["quote"]


async def test_one_wording_of_a_job_is_kept_once_and_each_further_one_beside_it(
    data: Data, owner_sessions: Sessions
) -> None:
    job_id = await data.a_job(description="bread ovens")
    await arrived(data, job_id, Counting(), "bread", "ovens")
    async with owner_sessions.begin() as session:
        await session.execute(text("UPDATE jobs SET description = 'bread cakes'"))
    await arrived(data, job_id, Counting(), "cakes")
    async with owner_sessions() as session:
        kept = await session.execute(
            text(
                "SELECT t.description, count(*) FROM applications a JOIN job_texts t"
                " ON t.job_id = a.job_id AND t.sha256 = a.score_job_text GROUP BY 1 ORDER BY 1"
            )
        )
        assert [tuple(row) for row in kept] == [("bread cakes", 1), ("bread ovens", 2)]


async def test_a_second_score_is_not_kept(data: Data, owner_sessions: Sessions) -> None:
    job_id = await data.a_job(description="bread ovens")
    (application_id,) = await arrived(data, job_id, Counting(), "bread")
    async with data.worker() as session:
        assert await applications.to_score(session, application_id) is None
    fit, inputs = scores.weigh(Counting(worth=40), JobText("Baker", "bread"), "bread", (), MONDAY)
    async with data.worker.begin() as session:
        await applications.keep_score(session, application_id, fit, None, inputs, cause=AUTO, at=MONDAY)
    async with owner_sessions() as session:
        assert await session.scalar(text("SELECT fit_score FROM applications")) == 10


async def test_a_name_that_only_the_file_suggests_is_not_masked(data: Data, owner_sessions: Sessions) -> None:
    job_id = await data.a_job(description="bread ovens")
    (application_id,) = await arrived(data, job_id, Counting(), "bread", names=["stone ovens"])
    async with owner_sessions.begin() as session:
        await session.execute(
            text(
                "WITH f AS (INSERT INTO files (filename, media_type, size, sha256, content)"
                " VALUES ('stone-ovens.pdf', 'application/pdf', 1, '', '') RETURNING id)"
                " UPDATE applications SET resume_file_id = f.id, ai_processed = false FROM f"
            )
        )
    async with data.worker() as session:
        wanted = await applications.to_score(session, application_id)
    assert wanted is not None
    assert wanted.names == ()
