"""The faces of the figures: page and API say the same, for the right people only."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from domain.vocabulary import LinkPurpose, UserRole
from services import find, risk
from services.interviews import end
from tests.support.data import AUTO, BY_HAND
from tests.web.site import Site, starts_of

EMAIL = "rosa@hiring.example"


@pytest.fixture
async def job(site: Site) -> UUID:
    """A job whose best was booked, the next promoted after a rejection by hand."""
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    recruiter = await site.data.a_user(email=EMAIL)
    job_id = await site.data.a_job(openings=2, title="<b>Baker</b>", recruiter_id=recruiter)
    await site.data.scored(job_id, 90, 80, 70, 60, 50)
    await site.data.closed_and_ranked(job_id)
    first, _ = await site.data.invited(job_id)
    await site.submit(site.link(first, LinkPurpose.ACCEPT))
    page = site.link(first, LinkPurpose.SCHEDULE)
    await site.submit(page, action="pick", start=starts_of(await site.http.get(page))[0])
    async with site.data.worker.begin() as session:
        await risk.compute(session, [first], cause=AUTO, at=site.clock.now)
        start = (await find.interview(session, first)).scheduled_time
    assert start is not None
    async with site.data.worker.begin() as session:
        await end.complete(session, first, cause=BY_HAND, at=start + timedelta(hours=1))
    return job_id


async def test_the_page_draws_every_figure_beside_a_table_of_its_numbers(site: Site, job: UUID) -> None:
    await site.sign_in()
    page = await site.http.get(f"/jobs/{job}/figures")
    assert page.status_code == 200
    assert "&lt;b&gt;Baker" in page.text
    assert page.text.count("<svg") == page.text.count('role="img"') == 8
    assert page.text.count("<table>") + page.text.count("There is nothing to count yet.") == 8
    assert not re.search(r"<script(?! src=)|\sstyle=|<style", page.text)
    for name in ("funnel", "days", "saving", "automation", "deadlines", "promotions", "bench", "risk"):
        assert page.text.count(f'id="{name}"') == 1
    assert "how often × minutes each" in page.text
    assert "UNDERSTUDY_STEP_MINUTES" in page.text
    # One interview is no share.
    assert "0 of 1" in page.text
    assert "(0 %)" not in page.text
    assert f'href="/jobs/{job}/figures"' in (await site.http.get(f"/jobs/{job}")).text
    together = await site.http.get("/figures")
    assert together.status_code == 200
    assert "1 job together" in together.text


async def test_the_api_says_what_the_page_draws(site: Site, job: UUID) -> None:
    found = (await site.http.get(f"/api/v1/jobs/{job}/figures", headers=site.api())).json()
    assert found["funnel"] == {
        "applied": 5, "ranked": 5, "shortlisted": 2, "invited": 2, "accepted": 1, "confirmed": 1, "interviewed": 1,
    }  # fmt: skip
    assert found["deadlines"]["answer"] == {"hits": 1, "of": 1, "rate": None, "interval": None}
    assert found["risk"][0] == {
        "band": "green", "no_shows": {"hits": 0, "of": 1, "rate": None, "interval": None}, "cancelled": 0,
    }  # fmt: skip
    assert found["saving"]["hours"] * 60 == pytest.approx(
        sum(line["minutes"] for line in found["saving"]["lines"])
    )
    together = (await site.http.get("/api/v1/figures", headers=site.as_user(EMAIL))).json()
    assert together == found | {"jobs": 1}


async def test_only_who_hires_sees_figures_and_only_of_own_jobs(site: Site, job: UUID) -> None:
    await site.data.a_user(UserRole.AUDITOR, email="otto@hiring.example")
    await site.data.a_user(UserRole.INTERVIEWER, email="ines@hiring.example")
    await site.data.a_user(email="rita@hiring.example")
    for who in ("otto@hiring.example", "ines@hiring.example"):
        for path in ("/api/v1/figures", f"/api/v1/jobs/{job}/figures"):
            assert (await site.http.get(path, headers=site.as_user(who))).status_code == 403
    other = await site.http.get(f"/api/v1/jobs/{job}/figures", headers=site.as_user("rita@hiring.example"))
    assert other.status_code == 404
    none = (await site.http.get("/api/v1/figures", headers=site.as_user("rita@hiring.example"))).json()
    assert none["jobs"] == none["funnel"]["applied"] == 0
    assert (await site.http.get(f"/api/v1/jobs/{uuid4()}/figures", headers=site.api())).status_code == 404
