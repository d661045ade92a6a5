"""Who read what is written down with the read, truthfully, and never changed."""

import pytest
from sqlalchemy import text

from domain.access import Purpose, Seen
from domain.vocabulary import UserRole
from services import access
from services.access import AccessFilter
from services.context import act_as_candidate, act_as_user
from services.log import Subject
from tests.models.refusal import ALLOWED, NOT_ALLOWED, refusal
from tests.support.data import MONDAY, Data, Sessions
from tests.web.conftest import site as site  # noqa: PLC0414 - a fixture of the neighbours
from tests.web.site import Site

RECRUITER, AUDITOR = "rosa@hiring.example", "aud@hiring.example"
INSERT = (
    "INSERT INTO access_log (at, what, purpose, role, user_id, link_interview_id)"
    " VALUES (now(), 'resume', 'page', :role, :user, :link)"
)


async def rows(owner: Sessions) -> list[dict[str, object]]:
    """What the record holds, oldest first."""
    async with owner() as session:
        found = await session.execute(text("SELECT * FROM access_log ORDER BY sequence"))
        return [dict(row._mapping) for row in found]


async def test_whoever_opens_a_resume_is_written_down_with_the_request(site: Site) -> None:
    user = await site.data.a_user(UserRole.RECRUITER, email=RECRUITER)
    job = await site.data.a_job(openings=1, recruiter_id=user)
    (application,) = await site.data.scored(job, 90)
    await site.sign_in(RECRUITER)
    page = await site.http.get(f"/applications/{application}")
    called = await site.http.get(f"/api/v1/applications/{application}/why", headers=site.as_user(RECRUITER))
    assert (page.status_code, called.status_code) == (200, 200)
    found = await rows(site.owner)
    assert [(row["what"], row["purpose"]) for row in found] == [("resume", "page"), ("resume", "api")]
    for row, answer in zip(found, (page, called), strict=True):
        assert (row["role"], row["user_id"], row["link_interview_id"]) == ("recruiter", user, None)
        assert (row["job_id"], row["application_id"], row["at"]) == (job, application, MONDAY)
        assert row["request_id"] == answer.headers["x-request-id"]


async def test_a_review_that_quotes_resumes_is_written_down(site: Site) -> None:
    user = await site.data.a_user(UserRole.RECRUITER, email=RECRUITER)
    job = await site.data.a_job(openings=1, buffer=1, recruiter_id=user)
    await site.data.scored(job, 90, 80, 70)
    await site.data.closed_and_ranked(job)
    await site.sign_in(RECRUITER)
    assert (await site.http.get(f"/jobs/{job}/review")).status_code == 200
    (found,) = await rows(site.owner)
    assert (found["what"], found["job_id"], found["records"]) == ("resume", job, 2)


async def test_what_was_not_shown_was_not_read(site: Site) -> None:
    await site.data.a_user(UserRole.RECRUITER, email=RECRUITER)
    job = await site.data.a_job(openings=1, recruiter_id=await site.data.a_user())
    (application,) = await site.data.scored(job, 90)
    await site.sign_in(RECRUITER)
    assert (await site.http.get(f"/applications/{application}")).status_code == 404
    assert await rows(site.owner) == []


async def test_searches_in_the_log_are_written_down_for_those_who_see_it_all(site: Site) -> None:
    auditor = await site.data.a_user(UserRole.AUDITOR, email=AUDITOR)
    recruiter = await site.data.a_user(UserRole.RECRUITER, email=RECRUITER)
    job = await site.data.a_job(openings=1, recruiter_id=recruiter)
    for who in (RECRUITER, AUDITOR):
        answer = await site.http.get(f"/api/v1/audit?job_id={job}", headers=site.as_user(who))
        assert answer.status_code == 200, answer.text
    assert [(row["what"], row["user_id"], row["job_id"]) for row in await rows(site.owner)] == [
        (Seen.LOG, auditor, job)
    ]


async def test_looks_at_impact_figures_are_written_down(site: Site) -> None:
    auditor = await site.data.a_user(UserRole.AUDITOR, email=AUDITOR)
    assert (await site.http.get("/api/v1/impact", headers=site.as_user(AUDITOR))).status_code == 200
    assert [(row["what"], row["user_id"]) for row in await rows(site.owner)] == [
        (Seen.IMPACT_FIGURES, auditor)
    ]


async def test_nobody_writes_a_look_down_in_the_name_of_another(data: Data, web_sessions: Sessions) -> None:
    me, other = await data.a_user(), await data.a_user()
    job = await data.a_job(openings=2)
    await data.scored(job, 90, 80)
    await data.closed_and_ranked(job)
    mine, neighbour = await data.invited(job)
    async with web_sessions() as session:
        await act_as_user(session, UserRole.RECRUITER, me)
        assert await refusal(session, INSERT, role="recruiter", user=me, link=None) is ALLOWED
        for role, user, link in (
            ("recruiter", other, None),
            ("admin", me, None),
            ("recruiter", None, None),
            ("recruiter", me, mine),
        ):
            assert await refusal(session, INSERT, role=role, user=user, link=link) == NOT_ALLOWED
        await act_as_candidate(session, mine)
        assert await refusal(session, INSERT, role="candidate", user=None, link=mine) is ALLOWED
        assert await refusal(session, INSERT, role="candidate", user=None, link=neighbour) == NOT_ALLOWED
        assert await refusal(session, INSERT, role="recruiter", user=me, link=None) == NOT_ALLOWED


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE access_log SET purpose = 'api'",
        "DELETE FROM access_log",
        "TRUNCATE access_log",
        "TRUNCATE access_log CASCADE",
    ],
)
async def test_not_even_the_owner_changes_the_record(
    change: str, data: Data, owner_sessions: Sessions, web_sessions: Sessions
) -> None:
    user = await data.a_user(UserRole.ADMIN)
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.ADMIN, user)
        await access.note(session, Seen.RESUME, Subject(), at=MONDAY)
    async with owner_sessions() as session:
        assert await refusal(session, change) == NOT_ALLOWED
    assert len(await rows(owner_sessions)) == 1


async def test_a_read_that_is_rolled_back_leaves_no_row(
    data: Data, owner_sessions: Sessions, web_sessions: Sessions
) -> None:
    user = await data.a_user()
    async with web_sessions() as session:
        await act_as_user(session, UserRole.RECRUITER, user)
        await access.note(session, Seen.RESUME, Subject(), at=MONDAY)
        await session.rollback()
    assert await rows(owner_sessions) == []


async def test_admins_and_auditors_read_the_record_page_by_page(data: Data, web_sessions: Sessions) -> None:
    reader, job = await data.a_user(), await data.a_job(openings=1)
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.RECRUITER, reader)
        for what in (Seen.RESUME, Seen.TRANSCRIPT, Seen.RESUME):
            await access.note(session, what, Subject(job_id=job), at=MONDAY, purpose=Purpose.API, records=3)
    for role, sees in (
        (UserRole.ADMIN, 3),
        (UserRole.AUDITOR, 3),
        (UserRole.RECRUITER, 0),
        (UserRole.INTERVIEWER, 0),
    ):
        async with web_sessions() as session:
            await act_as_user(session, role, await data.a_user(role))
            assert len(await access.page(session, AccessFilter())) == sees, role
    async with web_sessions() as session:
        await act_as_user(session, UserRole.AUDITOR, await data.a_user(UserRole.AUDITOR))
        newest = await access.page(session, AccessFilter(user_id=reader), limit=2)
        assert [row.what for row in newest] == [Seen.RESUME, Seen.TRANSCRIPT]
        (oldest,) = await access.page(session, AccessFilter(user_id=reader), before=newest[-1].sequence)
        assert (oldest.what, oldest.role, oldest.records) == (Seen.RESUME, "recruiter", 3)
        only = await access.page(session, AccessFilter(what=Seen.TRANSCRIPT, job_id=job, since=MONDAY))
        assert [row.sequence for row in only] == [newest[1].sequence]
        assert not await access.page(session, AccessFilter(until=MONDAY))
