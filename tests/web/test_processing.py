"""Processing over the API and the pages: who sees what, what the buttons do, what leaves as a file."""

import csv
import io
from typing import Any

import httpx
import pytest

from domain.vocabulary import UserRole
from tests.services.processing.scene import ADA, POISON, ROSA, Scene, a_scene
from tests.support.data import Sessions
from tests.web.rosas_desk import fields_of
from tests.web.site import Site

STRANGER = "other@hiring.example"


@pytest.fixture
async def scene(site: Site, owner_sessions: Sessions, worker_sessions: Sessions) -> Scene:
    made = await a_scene(site.data, owner_sessions, worker_sessions, site.clock.now)
    await site.data.a_user(UserRole.RECRUITER, email=STRANGER)
    return made


async def call(site: Site, method: str, path: str, who: str, body: Any = None) -> httpx.Response:
    return await site.http.request(method, f"/api/v1{path}", headers=site.as_user(who), json=body)


async def test_the_list_shows_what_needs_somebody_page_by_page(site: Site, scene: Scene) -> None:
    first = (await call(site, "GET", "/processing?limit=1", ROSA)).json()
    assert [one["interview_id"] for one in first["items"]] == [str(scene.failed)]
    second = (await call(site, "GET", f"/processing?limit=1&after={first['next']}", ROSA)).json()
    [line] = second["items"]
    assert (line["interview_id"], line["standing"], line["current_step"]) == (
        str(scene.stuck),
        "stuck",
        "transcribing",
    )
    assert second["next"] is None
    ready = (await call(site, "GET", f"/processing?state=ready&job_id={scene.job}", ROSA)).json()["items"]
    assert [(one["interview_id"], one["progress"]) for one in ready] == [(str(scene.ready), 100)]
    assert (await call(site, "GET", "/processing?state=all", STRANGER)).json()["items"] == []
    assert (await call(site, "GET", "/processing?after=x", ROSA)).status_code == 422


async def test_one_interview_tells_its_steps_and_its_evidence(site: Site, scene: Scene) -> None:
    told = (await call(site, "GET", f"/interviews/{scene.failed}/processing", ROSA)).json()
    assert told["processing"]["last_error"] == POISON
    assert [(one["step"], one["outcome"]) for one in told["steps"]] == [
        ("uploading", "done"),
        ("transcribing", "failed"),
    ]
    found = (await call(site, "GET", f"/interviews/{scene.ready}/evidence", ROSA)).json()["evidence"]
    assert {"Python", "PostgreSQL"} <= {one["about"] for one in found}
    looks = await site.row("SELECT count(*) FROM access_log WHERE what = 'transcript'")
    assert looks[0] == 1
    for path in (f"/interviews/{scene.ready}/processing", f"/interviews/{scene.ready}/evidence"):
        assert (await call(site, "GET", path, STRANGER)).status_code == 404


async def test_repairs_go_over_the_api_one_by_one_and_many_at_once(site: Site, scene: Scene) -> None:
    path = f"/interviews/{scene.failed}/processing"
    wrong = await call(site, "POST", f"{path}/fix", ROSA)
    assert (wrong.status_code, wrong.json()["field"]) == (409, "interview_id")
    done = await call(site, "POST", f"{path}/retry", ROSA, {"reason": "uploaded again"})
    assert (done.json()["attempt"], done.json()["standing"], done.json()["last_error"]) == (
        2,
        "running",
        None,
    )
    body = {"act": "fix", "interview_ids": [str(scene.stuck), str(scene.ready)]}
    many = (await call(site, "POST", "/processing/repair", ROSA, body)).json()
    assert many == {"begun": [str(scene.stuck)], "left": [str(scene.ready)]}
    hidden = await call(site, "POST", "/processing/repair", STRANGER, {**body, "act": "reprocess"})
    assert hidden.status_code == 404
    assert (
        await call(site, "POST", "/processing/repair", ROSA, {**body, "interview_ids": []})
    ).status_code == 422
    row = await site.row("SELECT reason, actor_kind FROM automation_logs WHERE action_type = 'processing_requested'"
                         " AND interview_id = :i ORDER BY sequence DESC LIMIT 1", i=scene.failed)  # fmt: skip
    assert row == ("uploaded again", "recruiter")


async def test_the_export_names_nobody_and_computes_nothing(site: Site, scene: Scene) -> None:
    answer = await call(site, "GET", "/processing/export?state=all", ROSA)
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert {row["interview_id"] for row in rows} == {str(scene.stuck), str(scene.failed), str(scene.ready)}
    assert {row["job"] for row in rows} == {"'=Data engineer"}
    assert "Felix" not in answer.text


async def test_themes_are_the_recruiters_and_groups_are_off_until_asked_for(site: Site, scene: Scene) -> None:
    path = f"/jobs/{scene.job}"
    themes = (await call(site, "GET", f"{path}/themes", ROSA)).json()
    assert themes["personas_enabled"] is False
    assert "Python" in {one["name"] for one in themes["themes"]}
    assert themes["themes"][0]["quotes"]
    on = await call(site, "PUT", f"{path}/personas", ROSA, {"personas_enabled": True})
    assert on.json()["personas_enabled"] is True
    assert (await call(site, "GET", f"{path}/themes", STRANGER)).status_code == 404


async def test_the_page_repairs_the_ticked_ones_or_all_it_shows(site: Site, scene: Scene) -> None:
    await site.sign_in(ADA)
    page = await site.http.get("/processing")
    assert "Felix Fault" in page.text
    assert POISON in page.text
    assert "Rita Ready" not in page.text
    csrf = fields_of(page)["csrf"]
    none = await site.http.post("/processing", data={"csrf": csrf, "act": "retry", "which": "ticked"})
    assert (none.status_code, "Choose 1 to 100" in none.text) == (422, True)
    nothing = await site.http.post(
        "/processing", data={"csrf": csrf, "act": "retry", "pick": str(scene.stuck)}
    )
    assert nothing.status_code == 409
    shown = [str(scene.stuck), str(scene.failed)]
    done = await site.http.post(
        "/processing", data={"csrf": csrf, "act": "retry", "which": "all", "shown": shown}
    )
    assert done.status_code == 303
    assert "1 interview begins anew" in (await site.http.get(done.headers["location"])).text
    assert (await site.http.post("/processing", data={"csrf": csrf, "act": "burn"})).status_code == 404
    assert (await site.http.post("/processing", data={"act": "retry"})).status_code == 403


async def test_the_page_of_one_interview_offers_what_its_state_calls_for(site: Site, scene: Scene) -> None:
    await site.sign_in(ROSA)
    for interview, buttons in (
        (scene.stuck, {"fix"}),
        (scene.failed, {"retry", "reprocess"}),
        (scene.ready, {"reprocess"}),
        (scene.fresh, {"reprocess"}),
    ):
        page = await site.http.get(f"/interviews/{interview}/processing")
        assert {one for one in ("fix", "retry", "reprocess") if f'value="{one}"' in page.text} == buttons
    page = await site.http.get(f"/interviews/{scene.failed}/processing")
    form = {"csrf": fields_of(page)["csrf"], "act": "retry"}
    assert (await site.http.post(f"/interviews/{scene.failed}/processing", data=form)).status_code == 303
    again = await site.http.post(f"/interviews/{scene.failed}/processing", data=form)
    assert (again.status_code, "nothing to retry" in again.text) == (409, True)
    await site.sign_in(STRANGER)
    assert (await site.http.get(f"/interviews/{scene.failed}/processing")).status_code == 404
