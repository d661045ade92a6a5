"""The page and the API of a job's requirements."""

import pytest

from domain.vocabulary import UserRole
from tests.web.site import Site, csrf_of

ADVERTISEMENT = "Requirements\n- Sourdough\n- 3 years of baking\n\nNice to have\n- <b>Brioche</b>"

ANY = {"If-Match": "*"}


@pytest.fixture
async def desk(site: Site) -> Site:
    await site.data.a_user(UserRole.ADMIN, name="Ada Admin", email="ada@hiring.example")
    await site.sign_in()
    return site


async def test_the_page_shows_where_each_requirement_comes_from(desk: Site) -> None:
    job = await desk.data.a_job(description=ADVERTISEMENT)
    assert f"/jobs/{job}/requirements" in (await desk.http.get(f"/jobs/{job}")).text
    before = await desk.snapshot()
    page = await desk.http.get(f"/jobs/{job}/requirements")
    assert page.status_code == 200
    assert "nothing is stored yet" in page.text
    assert "<mark>Sourdough</mark>" in page.text
    assert "<b>Brioche" not in page.text
    assert await desk.snapshot() == before


async def test_a_recruiter_saves_switches_adds_and_removes(desk: Site) -> None:
    job = await desk.data.a_job(description=ADVERTISEMENT)
    path = f"/jobs/{job}/requirements"
    csrf = csrf_of(await desk.http.get(path))

    async def press(**fields: str) -> dict[str, list[dict[str, object]]]:
        answer = await desk.http.post(path, data={"csrf": csrf, **fields})
        assert (answer.status_code, answer.headers["location"]) == (303, path)
        stored = await desk.row("SELECT requirements FROM jobs WHERE id = :id", id=job)
        return dict(stored[0])

    saved = await press(act="save")
    assert [item["text"] for item in saved["must"]] == ["Sourdough", "3 years of baking"]
    assert saved["must"][1]["months"] == 36
    switched = await press(act="switch", text="Sourdough")
    assert "Sourdough" in [item["text"] for item in switched["nice"]]
    added = await press(act="add", text="German B2", **{"as": "must"})
    assert added["must"][-1] == {"text": "German B2", "kind": "language", "language": "de", "level": "B2"}
    dropped = await press(act="drop", text="3 years of baking")
    assert [item["text"] for item in dropped["must"]] == ["German B2"]


async def test_refusals_are_shown_on_the_page(desk: Site) -> None:
    job = await desk.data.a_job(description=ADVERTISEMENT)
    path = f"/jobs/{job}/requirements"
    csrf = csrf_of(await desk.http.get(path))
    refused = await desk.http.post(path, data={"csrf": csrf, "act": "add", "text": "under 35", "as": "must"})
    assert refused.status_code == 422
    assert "asks about age" in refused.text
    gone = await desk.http.post(path, data={"csrf": csrf, "act": "drop", "text": "Rye"})
    assert gone.status_code == 409
    assert (await desk.http.post(path, data={"csrf": "forged", "act": "save"})).status_code == 403
    await desk.data.closed_and_ranked(job)
    closed = await desk.http.get(path)
    assert "stay as they are" in closed.text
    assert "Remove" not in closed.text
    assert (await desk.http.post(path, data={"csrf": csrf, "act": "save"})).status_code == 409


async def test_the_api_gives_takes_and_refuses(site: Site) -> None:
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    job = await site.data.a_job(description=ADVERTISEMENT)
    path = f"/api/v1/jobs/{job}/requirements"
    shown = (await site.http.get(path, headers=site.api())).json()
    assert shown["suggested"] is True
    assert [item["text"] for item in shown["requirements"]["must"]] == ["Sourdough", "3 years of baking"]
    assert shown["effects"][0] == {
        "text": "Sourdough", "must": True, "met": 0, "of": 0, "lacking_in_top": 0,
        "leave_if_dropped": None, "leave_if_must": None,
    }  # fmt: skip
    body = {"requirements": {"must": ["Rye"], "years": 2}, "reason": "shorter"}
    put = await site.http.put(path, headers=site.api() | ANY, json=body)
    assert put.status_code == 200
    assert put.json()["suggested"] is False
    assert [item["text"] for item in put.json()["requirements"]["must"]] == ["Rye", "2 years of experience"]
    refused = await site.http.put(
        path, headers=site.api() | ANY, json={"requirements": {"must": ["Rye"], "zip": ["1"]}}
    )
    assert (refused.status_code, refused.json()["field"]) == (422, "zip")


async def test_others_neither_see_nor_change_a_job_s_requirements(site: Site) -> None:
    job = await site.data.a_job(description=ADVERTISEMENT)
    await site.data.a_user(email="ben@hiring.example")
    await site.data.a_user(UserRole.AUDITOR, email="uma@hiring.example")
    path = f"/api/v1/jobs/{job}/requirements"
    assert (await site.http.get(path, headers=site.as_user("ben@hiring.example"))).status_code == 404
    body = {"requirements": {"must": ["Rye"]}}
    assert (
        await site.http.put(path, headers=site.as_user("ben@hiring.example"), json=body)
    ).status_code == 404
    assert (
        await site.http.put(path, headers=site.as_user("uma@hiring.example"), json=body)
    ).status_code == 403
