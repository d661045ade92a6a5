"""Single rows and lists of the API: order, pages, and acts on what was seen."""

from datetime import timedelta

from sqlalchemy import text

from domain.vocabulary import UserRole
from tests.support.data import MONDAY
from tests.web.site import Site
from tests.web.test_api import API, every_row
from tests.web.test_api import admin as admin  # noqa: PLC0414 - a fixture of the neighbours


async def test_calendars_come_worst_first_page_by_page(site: Site, admin: str) -> None:
    wanted = []
    for place, health in enumerate(("dead", "dead", "unreachable", "expiring", "connected")):
        user = await site.data.a_user(UserRole.INTERVIEWER)
        async with site.owner.begin() as session:
            found = await session.scalar(
                text(
                    "INSERT INTO calendar_accounts (user_id, provider, calendar_id, health, health_since)"
                    " VALUES (:user, 'caldav', 'x', :health, :since) RETURNING id"
                ),
                {"user": user, "health": health, "since": MONDAY - timedelta(days=9 - place)},
            )
        wanted.append(str(found))
    assert [one["id"] for one in await every_row(site, "/calendars")] == wanted


async def test_an_application_is_read_alone_with_the_way_to_its_reasons(site: Site, admin: str) -> None:
    job = await site.data.a_job(openings=1)
    (application,) = await site.data.scored(job, 90)
    path = f"{API}/applications/{application}"
    bare = (await site.http.get(path, headers=site.api())).json()
    assert (bare["id"], bare["job_id"], bare["fit_score"]) == (str(application), str(job), 90)
    assert not {"resume_text", "masked_text"} & set(bare)
    assert bare["summary"] == "A summary."
    looked = await site.row("SELECT what, purpose, application_id, count(*) OVER () FROM access_log")
    assert tuple(looked) == ("resume", "api", application, 1)
    assert (await site.http.get(bare["why"], headers=site.api())).json()["application_id"] == bare["id"]


async def test_a_page_of_applications_with_passages_of_resumes_is_written_down_once(
    site: Site, admin: str
) -> None:
    job = await site.data.a_job(openings=1)
    await site.data.scored(job, 90, 80, 70)
    path = f"{API}/jobs/{job}/applications"
    async with site.owner.begin() as session:
        await session.execute(text("UPDATE applications SET score_evidence = NULL"))
    assert (await site.http.get(path, headers=site.api())).status_code == 200
    assert (await site.row("SELECT count(*) FROM access_log"))[0] == 0, "numbers alone are no resume"
    async with site.owner.begin() as session:
        await session.execute(
            text('UPDATE applications SET score_evidence = \'[{"quote": "Bakes"}]\' WHERE fit_score > 75')
        )
    assert (await site.http.get(path, headers=site.api())).status_code == 200
    looked = await site.row("SELECT what, purpose, job_id, records, count(*) OVER () FROM access_log")
    assert tuple(looked) == ("resume", "api", job, 2, 1)


async def test_an_application_is_acted_on_as_it_was_seen(site: Site, admin: str) -> None:
    job = await site.data.a_job(openings=1)
    first, second = await site.data.scored(job, 90, 80)
    path, other = f"{API}/applications/{first}", f"{API}/applications/{second}"
    for act, url in (("accept", path), ("reject", path), ("promote", other)):
        tag = (await site.http.get(url, headers=site.api())).headers["etag"]
        stale = await site.http.post(f"{url}/{act}", headers=site.api() | {"If-Match": '"old"'})
        assert (stale.status_code, stale.json()["field"]) == (412, "If-Match")
        done = await site.http.post(f"{url}/{act}", headers=site.api() | {"If-Match": tag})
        assert done.status_code == 200, done.text
        again = await site.http.post(f"{url}/{act}", headers=site.api() | {"If-Match": tag})
        assert again.status_code == 412
        assert done.json() == (await site.http.get(url, headers=site.api())).json()
