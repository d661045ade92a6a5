"""The list of booked interviews: everybody finds their own, the next one first."""

import re
from datetime import timedelta
from uuid import UUID

import pytest

from domain.vocabulary import UserRole
from services.interviews import end
from tests.services.arrange import LATER, booked
from tests.support.data import BY_HAND
from tests.web.site import Site

LINE = re.compile(r'<th scope="row"><a href="/interviews/([0-9a-f-]+)">([^<]+)<')


async def a_day(site: Site) -> list[UUID]:
    """Three booked interviews: Ina's two, then one of a job of Rosa's that Tom conducts. The next one first."""
    rosa = await site.data.a_user(email="rosa@hiring.example")
    ina = await site.data.a_user(UserRole.INTERVIEWER, email="ina@hiring.example")
    tom = await site.data.a_user(UserRole.INTERVIEWER, email="tom@hiring.example")
    await site.data.a_user(UserRole.AUDITOR, email="aud@hiring.example")
    found: list[UUID] = []
    for count, who in ((2, ina), (1, tom)):
        job = await site.data.a_job(openings=count, buffer=0, recruiter_id=rosa, interviewer_ids=[who])
        await site.data.scored(job, *range(60, 60 + count))
        await site.data.closed_and_ranked(job)
        found += await booked(site.data, job)
    rows = await site.row("SELECT array_agg(id ORDER BY scheduled_time, id) AS ids FROM interviews")
    assert set(rows.ids) == set(found)
    return list(rows.ids)


async def listed(site: Site, path: str = "/interviews") -> list[UUID]:
    page = await site.http.get(path)
    assert page.status_code == 200, page.text
    return [UUID(found[0]) for found in LINE.findall(page.text)]


async def test_recruiters_see_those_of_their_jobs_and_interviewers_those_that_they_conduct(
    site: Site,
) -> None:
    every = await a_day(site)
    of_tom = (
        await site.row(
            "SELECT array_agg(i.id) AS ids FROM interviews i JOIN users u ON u.id = i.interviewer_id"
            " WHERE u.email = 'tom@hiring.example'"
        )
    ).ids
    await site.sign_in("rosa@hiring.example")
    assert await listed(site) == every
    assert await listed(site, "/interviews?whose=mine") == []
    await site.sign_in("tom@hiring.example")
    assert await listed(site) == of_tom
    assert (await site.http.get(f"/interviews/{of_tom[0]}")).status_code == 200
    await site.sign_in("ina@hiring.example")
    assert await listed(site) == [one for one in every if one not in of_tom]
    assert await listed(site, "/interviews?when=past") == []
    await site.sign_in("aud@hiring.example")
    assert (await site.http.get("/interviews")).status_code == 403


async def test_what_took_place_is_listed_among_those_that_were(site: Site) -> None:
    first, *rest = await a_day(site)
    async with site.data.worker.begin() as session:
        await end.complete(session, first, cause=BY_HAND, at=LATER + timedelta(days=2))
    await site.sign_in("rosa@hiring.example")
    assert await listed(site, "/interviews?when=past") == [first]
    assert await listed(site) == rest


async def test_pages_follow_each_other_without_gap_or_repeat(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = await a_day(site)
    monkeypatch.setattr("web.desk.interviews.DEFAULT", 1)
    await site.sign_in("rosa@hiring.example")
    seen, path = [], "/interviews"
    while path:
        page = await site.http.get(path)
        seen += [UUID(found[0]) for found in LINE.findall(page.text)]
        more = re.search(r'<a href="([^"]+)">More</a>', page.text)
        path = more[1].replace("&amp;", "&") if more else ""
    assert seen == every
    wrong = await site.http.get("/interviews?after=nonsense")
    assert wrong.status_code == 422
