"""The recruiters' pages: sign-in, board, flags."""

import re

import pytest

from domain.vocabulary import LinkPurpose, UserRole
from tests.web.site import Site, csrf_of, starts_of


@pytest.fixture
async def desk(site: Site) -> Site:
    await site.data.a_user(UserRole.ADMIN, name="Ada Admin", email="ada@hiring.example")
    await site.sign_in()
    return site


async def test_without_signing_in_every_page_leads_to_the_sign_in(site: Site) -> None:
    for path in ("/", "/flags", "/jobs/00000000-0000-4000-8000-000000000000"):
        answer = await site.http.get(path)
        back = "" if path == "/" else f"?next={path}"
        assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in{back}")
    site.http.cookies.set("understudy_desk", "forged")
    assert (await site.http.get("/")).status_code == 303


async def test_the_board_shows_seats_bench_ranking_and_activity(desk: Site) -> None:
    job = await desk.data.a_job(openings=3, title="<b>Baker</b>")
    await desk.data.scored(job, 90, 80, 70, 60, 50)
    await desk.data.closed_and_ranked(job)
    interviews = await desk.data.invited(job)
    times = await desk.accepted(interviews[0])
    await desk.submit(times, action="pick", start=starts_of(await desk.http.get(times))[0])
    await desk.http.post(f"/api/v1/interviews/{interviews[1]}/cancel", headers=desk.api())
    page = await desk.http.get(f"/jobs/{job}")
    assert page.status_code == 200
    assert re.findall(r'class="seat is-(\w+)"', page.text) == ["interview", "vacant", "answer"]
    assert "&lt;b&gt;Baker" in page.text
    assert "<b>Baker" not in page.text
    assert "Person 1 accepted the invitation" in page.text
    assert "time to answer ends <span" in page.text
    overview = await desk.http.get("/")
    assert "2 of 3 held" in overview.text


async def test_a_button_acts_once_and_only_with_the_pages_own_token(desk: Site) -> None:
    job = await desk.data.a_job()
    page = await desk.http.get(f"/jobs/{job}")
    before = await desk.snapshot()
    for form in ({}, {"csrf": "forged"}):
        assert (await desk.http.post(f"/jobs/{job}/acts/close", data=form)).status_code == 403
    assert await desk.snapshot() == before
    asked = await desk.http.get(f"/jobs/{job}/acts/close")
    seen = re.search(r'name="seen" value="([^"]+)"', asked.text)
    assert seen
    form = {"csrf": csrf_of(asked), "seen": seen[1], "reason": "the date has come"}
    assert (await desk.http.post(f"/jobs/{job}/acts/dance", data=form)).status_code == 404
    for _ in range(2):
        assert (await desk.http.post(f"/jobs/{job}/acts/close", data=form)).status_code == 303
    logged = await desk.row(
        "SELECT count(*), min(actor_kind) FROM automation_logs WHERE action_type = 'job_closed'"
    )
    assert tuple(logged) == (1, "admin")
    gone = await desk.http.post("/sign-out", data={"csrf": csrf_of(page)})
    assert gone.headers["location"] == "/sign-in"
    assert (await desk.http.get("/")).status_code == 303


async def test_the_kill_switch_asks_before_it_acts(desk: Site) -> None:
    page = await desk.http.get("/flags")
    assert page.text.count('class="flag') >= 10
    form = {"csrf": csrf_of(page), "enabled": "off"}
    assert (await desk.http.post("/flags/reminders", data=form)).headers["location"] == "/flags"
    asked = await desk.http.post("/flags/global_automation", data=form)
    assert asked.headers["location"] == "/flags/global_automation/confirm"
    assert (await desk.row("SELECT enabled FROM feature_flags WHERE flag_name = 'global_automation'"))[
        0
    ] is True
    question = await desk.http.get("/flags/global_automation/confirm")
    assert "every automatic step of every job" in question.text
    await desk.http.post("/flags/global_automation", data={**form, "confirmed": "yes", "reason": "storm"})
    off = await desk.row(
        "SELECT f.enabled, l.reason FROM feature_flags f JOIN automation_logs l ON l.flag = f.flag_name"
        " WHERE f.flag_name = 'global_automation'"
    )
    assert tuple(off) == (False, "storm")
    assert (await desk.http.get("/flags/magic/confirm")).status_code == 404


async def test_a_recruiter_sees_own_jobs_and_may_not_change_flags(site: Site) -> None:
    interview = await site.an_invitation()
    await site.data.a_user(email="ben@hiring.example")
    await site.sign_in("Ben@hiring.example")
    assert "There are no jobs yet" in (await site.http.get("/")).text
    flags = await site.http.get("/flags")
    assert "Switch reminders" not in flags.text
    refused = await site.http.post("/flags/reminders", data={"csrf": csrf_of(flags), "enabled": "off"})
    assert refused.status_code == 403
    job = (await site.row("SELECT job_id FROM interviews WHERE id = :id", id=interview))[0]
    assert (await site.http.get(f"/jobs/{job}")).status_code == 404
    assert (await site.http.get(site.link(interview, LinkPurpose.ACCEPT))).status_code == 200
