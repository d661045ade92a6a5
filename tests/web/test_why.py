"""Why an application has its score: the page and the API say the same, to those who may know."""

import re
from html import unescape
from uuid import UUID

import pytest
from sqlalchemy import text

from domain.vocabulary import UserRole
from tests.support.resumes import Counting, arrived
from tests.web.site import Site

RESUMES = ("bread", "bread <script>alert(1)</script>\n\nand ovens", "bread ovens yeast cakes")


@pytest.fixture
async def desk(site: Site) -> Site:
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    await site.sign_in()
    return site


async def three(site: Site) -> tuple[UUID, list[UUID]]:
    """A ranked job that asks for four things, and three people who bring one, two and four."""
    job_id = await site.data.a_job(openings=1, title="<i>Baker</i>", description="bread ovens yeast cakes")
    notices = ["Some text was <tiny>."]
    ids = await arrived(site.data, job_id, Counting(parameters="p1"), *RESUMES, notices=notices)
    await site.data.closed_and_ranked(job_id)
    return job_id, ids


async def test_the_api_gives_parts_requirements_evidence_and_what_would_change_the_place(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN)
    _, (first, second, third) = await three(site)
    answer = await site.http.get(f"/api/v1/applications/{second}/why", headers=site.api())
    assert answer.status_code == 200, answer.text
    why = answer.json()
    assert (why["fit_score"], why["parts"], why["place"], why["running"]) == (20, {"words": 20}, 2, 3)
    assert (why["scorer"], why["parameters"], why["summary"]) == ("counting-1", "p1", "Facts.")
    assert [match["requirement"] for match in why["matched"]] == ["bread", "ovens"]
    assert [match["requirement"] for match in why["missing"]] == ["yeast", "cakes"]
    for match in why["matched"]:
        proof = match["evidence"]
        assert why["masked_text"][proof["start"] : proof["end"]] == proof["quote"] == match["requirement"]
    assert why["notices"] == ["Some text was <tiny>.", "Look at this."]
    assert [(c["requirement"], c["score"], c["place"]) for c in why["changes"]] == [
        ("yeast", 30, 2),
        ("cakes", 30, 2),
    ]
    # An equal score comes after the earlier application.
    of_first = (await site.http.get(f"/api/v1/applications/{first}/why", headers=site.api())).json()
    assert of_first["place"] == 3
    assert {change["place"] for change in of_first["changes"]} == {2}
    of_third = (await site.http.get(f"/api/v1/applications/{third}/why", headers=site.api())).json()
    assert (of_third["place"], of_third["changes"], of_third["missing"]) == (1, [], [])


async def test_the_page_marks_the_evidence_and_shows_foreign_text_as_text(desk: Site) -> None:
    job_id, (_, second, _) = await three(desk)
    board = await desk.http.get(f"/jobs/{job_id}")
    assert f'href="/applications/{second}"' in board.text
    page = await desk.http.get(f"/applications/{second}")
    assert page.status_code == 200
    assert "<script" not in page.text
    assert "<tiny>" not in page.text
    masked = re.search(r'<div class="masked">(.*?)</div>', page.text, re.DOTALL)
    assert masked
    shown = unescape(re.sub(r"</?mark[^>]*>", "", masked[1]))
    assert shown == (await desk.row("SELECT masked_text FROM applications WHERE id = :id", id=second))[0]
    assert re.findall(r"<mark[^>]*>(.*?)</mark>", masked[1]) == ["bread", "ovens"]
    assert re.search(r'class="reached" width="20.0"', page.text)
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())
    for told in (
        "2 of 3",
        "yeast nice to have 30.00 2 of 3",
        "Look at this.",
        "Scored by counting-1",
        "Facts.",
    ):
        assert told in words
    assert f'href="/jobs/{job_id}"' in page.text


async def test_scores_of_before_and_applications_without_a_score_have_a_page_too(desk: Site) -> None:
    job_id = await desk.data.a_job()
    (scored,) = await desk.data.scored(job_id, 61)
    async with desk.owner.begin() as session:
        await session.execute(text("""UPDATE applications SET score_evidence = '["bread: a line"]'"""))
        waiting = await session.scalar(
            text("INSERT INTO applications (job_id, applicant_name) SELECT id, 'Bo' FROM jobs RETURNING id")
        )
    old = await desk.http.get(f"/applications/{scored}")
    assert old.status_code == 200
    assert "cannot be computed again" in old.text
    assert "not scored yet" in (await desk.http.get(f"/applications/{waiting}")).text


async def test_a_changed_job_is_told(desk: Site) -> None:
    _, (first, *_) = await three(desk)
    assert "reads differently now" not in (await desk.http.get(f"/applications/{first}")).text
    async with desk.owner.begin() as session:
        await session.execute(text("UPDATE jobs SET description = 'cakes'"))
    assert "reads differently now" in (await desk.http.get(f"/applications/{first}")).text


async def test_only_those_who_see_the_job_see_why(site: Site) -> None:
    _, (first, *_) = await three(site)
    for role in (UserRole.RECRUITER, UserRole.INTERVIEWER, UserRole.AUDITOR):
        await site.data.a_user(role, email=f"{role}@other.example")
        refused = await site.http.get(
            f"/api/v1/applications/{first}/why", headers=site.as_user(f"{role}@other.example")
        )
        assert refused.status_code == 404, role
    owner = (await site.row("SELECT email FROM users u JOIN jobs j ON j.recruiter_id = u.id"))[0]
    allowed = await site.http.get(f"/api/v1/applications/{first}/why", headers=site.as_user(owner))
    assert allowed.status_code == 200
    anybody = await site.http.get(f"/applications/{first}")
    assert (anybody.status_code, anybody.headers["location"]) == (303, f"/sign-in?next=/applications/{first}")


async def test_looking_changes_nothing(desk: Site) -> None:
    _, (first, *_) = await three(desk)
    before = await desk.snapshot()
    await desk.http.get(f"/applications/{first}")
    await desk.http.get(f"/api/v1/applications/{first}/why", headers=desk.api())
    assert await desk.snapshot() == before


async def test_the_buttons_of_the_board_stand_on_the_page_for_those_who_may_act(desk: Site) -> None:
    _, (first, second, third) = await three(desk)
    offered = {}
    for one in (first, second, third):
        page = (await desk.http.get(f"/applications/{one}")).text
        offered[one] = re.findall(rf'href="/applications/{one}/acts/([a-z-]+)">([^<]+)<', page)
        for name, _ in offered[one]:
            assert (await desk.http.get(f"/applications/{one}/acts/{name}")).status_code == 200
    assert offered[third] == [("reject", "Reject")], "holds the seat, not yet invited"
    links = ("links", "New links")
    assert offered[second] == [("accept", "Promote"), ("reject", "Reject"), links], "on the bench"
    assert offered[first] == [("accept", "Accept"), ("reject", "Reject"), links]
    await desk.data.a_user(UserRole.AUDITOR, email="otto@hiring.example")
    await desk.sign_in("otto@hiring.example")
    assert "/acts/" not in (await desk.http.get(f"/applications/{second}")).text
