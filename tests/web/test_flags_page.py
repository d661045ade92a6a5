"""The flags page: what each flag holds, exceptions, history and the way back, and two people at once."""

import re
from html import unescape

import httpx
import pytest
from sqlalchemy import insert

from domain.vocabulary import UserRole
from models import HeldStep
from tests.support.data import MONDAY
from tests.web.site import Site

ADA, ROSA, OTTO = "ada@hiring.example", "rosa@hiring.example", "otto@hiring.example"


@pytest.fixture
async def desk(site: Site) -> Site:
    """An admin who signed in; a recruiter and an auditor besides."""
    await site.data.a_user(UserRole.ADMIN, name="Ada Admin", email=ADA)
    await site.data.a_user(UserRole.AUDITOR, name="Otto Auditor", email=OTTO)
    await site.sign_in(ADA)
    return site


def plain(page: httpx.Response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def forms(page: httpx.Response) -> list[tuple[str, dict[str, str]]]:
    """Every form of a page: where it goes, and its hidden fields."""
    found = []
    for action, body in re.findall(
        r'<form method="post" action="([^"]+)">(.*?)</form>', page.text, re.DOTALL
    ):
        hidden = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', body))
        found.append((action, {name: unescape(value) for name, value in hidden.items()}))
    return found


def form_to(page: httpx.Response, action: str) -> dict[str, str]:
    return next(fields for to, fields in forms(page) if to == action)


async def hold(site: Site, gate: str, job: object, count: int) -> None:
    async with site.owner.begin() as session:
        for n in range(count):
            await session.execute(
                insert(HeldStep).values(
                    workflow_id=f"w-{n:03}", step="invite", gate=gate, job_id=job, since=MONDAY
                )
            )


async def test_held_steps_are_counted_and_listed_fifty_to_a_page(desk: Site) -> None:
    job = await desk.data.a_job()
    await hold(desk, "reminders", job, 60)
    page = await desk.http.get("/flags")
    assert "60 steps wait" in page.text
    assert "0 steps wait" in page.text
    now = (await desk.http.get("/flags/now")).json()
    assert now["reminders"]["waits"] == "60 steps wait"
    listed = await desk.http.get("/flags/reminders/waiting")
    assert listed.text.count("<code>w-") == 50
    more = re.search(r'href="([^"]+)" rel="next"', listed.text)
    assert more
    rest = await desk.http.get(unescape(more[1]))
    assert re.findall(r"<code>(w-\d+)", rest.text) == [f"w-{n:03}" for n in range(50, 60)]


async def test_who_comes_second_sees_what_the_first_did_and_changes_nothing(desk: Site) -> None:
    page = await desk.http.get("/flags")
    form = form_to(page, "/flags/reminders")
    assert form["enabled"] == "off"
    first = await desk.http.post("/flags/reminders", data={**form, "reason": "storm"})
    assert first.headers["location"] == "/flags"
    second = await desk.http.post("/flags/reminders", data={**form, "enabled": "on"})
    assert second.status_code == 409
    said = plain(second)
    assert "Somebody else changed reminders a moment ago: it is off now" in said
    assert "Ada Admin" in said
    assert "storm" in said
    row = await desk.row("SELECT enabled, version FROM feature_flags WHERE flag_name = 'reminders'")
    assert tuple(row) == (False, int(form["version"]) + 1)


async def test_history_says_who_when_from_to_and_why_and_undo_flips_back(desk: Site) -> None:
    page = await desk.http.get("/flags/auto_promotion")
    form = form_to(page, "/flags/auto_promotion")
    changed = await desk.http.post(
        "/flags/auto_promotion", data={**form, "enabled": "on", "rollout": "30", "reason": "a careful start"}
    )
    assert changed.headers["location"] == "/flags/auto_promotion"
    page = await desk.http.get("/flags/auto_promotion")
    said = plain(page)
    assert "Ada Admin all jobs on on for 30 % of jobs a careful start" in said
    undo = next(fields for _, fields in forms(page) if fields.get("reason", "").startswith("undoes row"))
    assert (undo["enabled"], undo["rollout"]) == ("on", "100")
    await desk.http.post("/flags/auto_promotion", data=undo)
    row = await desk.row(
        "SELECT enabled, rollout_percentage FROM feature_flags WHERE flag_name = 'auto_promotion'"
    )
    assert tuple(row) == (True, 100)
    assert "undoes row" in plain(await desk.http.get("/flags/auto_promotion"))
    refused = await desk.http.post("/flags/auto_promotion", data={**form, "rollout": "101", "version": ""})
    assert refused.status_code == 422


async def test_a_recruiter_gives_own_jobs_a_value_and_nothing_else(desk: Site) -> None:
    rosa = await desk.data.a_user(UserRole.RECRUITER, name="Rosa", email=ROSA)
    own = await desk.data.a_job(title="Own job", recruiter_id=rosa)
    other = await desk.data.a_job(title="Other job", recruiter_id=await desk.data.a_user())
    await desk.sign_in(ROSA)
    page = await desk.http.get("/flags/reminders")
    assert "Own job" in page.text
    assert "Other job" not in page.text
    assert [to for to, _ in forms(page) if to == "/flags/reminders"] == []
    form = form_to(page, "/flags/reminders/jobs")
    done = await desk.http.post("/flags/reminders/jobs", data={**form, "job": str(own), "value": "off"})
    assert done.status_code == 303
    foreign = await desk.http.post("/flags/reminders/jobs", data={**form, "job": str(other), "value": "off"})
    assert foreign.status_code == 404
    switched = await desk.http.post("/flags/reminders", data={"csrf": form["csrf"], "enabled": "off"})
    assert switched.status_code == 403
    page = await desk.http.get("/flags/reminders")
    assert "no value of its own off" in plain(page)
    stale = await desk.http.post("/flags/reminders/jobs", data={**form, "job": str(own), "value": "on"})
    assert stale.status_code == 409
    away = next(
        fields for to, fields in forms(page) if to.endswith("/jobs") and fields.get("value") == "none"
    )
    assert (await desk.http.post("/flags/reminders/jobs", data=away)).status_code == 303
    row = await desk.row("SELECT count(*) AS n FROM feature_flag_overrides")
    assert row.n == 0


async def test_an_auditor_reads_ids_and_changes_nothing(desk: Site) -> None:
    form = form_to(await desk.http.get("/flags"), "/flags/reminders")
    await desk.http.post("/flags/reminders", data=form)
    await desk.sign_in(OTTO)
    page = await desk.http.get("/flags/reminders")
    assert "Ada Admin" not in page.text
    assert [to for to, _ in forms(page)] == ["/sign-out"]
    csrf = form_to(page, "/sign-out")["csrf"]
    for path, fields in (
        ("/flags/reminders", {"enabled": "on"}),
        ("/flags/reminders/jobs", {"value": "on", "job": "1" * 32}),
    ):
        assert (await desk.http.post(path, data={"csrf": csrf, **fields})).status_code == 403, path
    assert (await desk.http.get("/flags/reminders/waiting")).status_code == 403
    assert "steps wait" not in (await desk.http.get("/flags")).text


async def test_the_kill_switch_has_a_question_a_reason_and_no_exceptions(desk: Site) -> None:
    page = await desk.http.get("/flags")
    assert "/flags/global_automation/confirm" in page.text
    assert "/flags/global_automation" not in [to for to, _ in forms(page)]
    question = await desk.http.get("/flags/global_automation/confirm")
    form = form_to(question, "/flags/global_automation")
    await desk.http.post("/flags/global_automation", data={**form, "reason": "audit"})
    page = await desk.http.get("/flags/global_automation")
    assert "audit" in page.text
    assert "The kill switch has no exceptions" in page.text
    undo = next(fields for _, fields in forms(page) if fields.get("reason", "").startswith("undoes row"))
    await desk.http.post("/flags/global_automation", data=undo)
    assert (await desk.http.get("/flags/now")).json()["global_automation"]["state"] == "on"
    # Undoing that would switch it off again: this goes through the question as well.
    page = await desk.http.get("/flags/global_automation")
    undo = next(fields for _, fields in forms(page) if fields.get("reason", "").startswith("undoes row"))
    asked = await desk.http.post("/flags/global_automation", data=undo)
    assert asked.headers["location"] == "/flags/global_automation/confirm"


async def test_the_api_tells_the_version_and_refuses_an_outdated_one(desk: Site) -> None:
    headers = desk.as_user(ADA)
    flag = (await desk.http.get("/api/v1/flags/reminders", headers=headers)).json()
    body = {"enabled": False, "version": flag["version"]}
    assert (await desk.http.put("/api/v1/flags/reminders", json=body, headers=headers)).status_code == 200
    late = await desk.http.put("/api/v1/flags/reminders", json={**body, "enabled": True}, headers=headers)
    assert (late.status_code, late.json()["code"] if "code" in late.json() else late.json()["type"]) == (
        409,
        "urn:understudy:error:stale_state",
    )
    assert (await desk.http.get("/api/v1/flags/nothing", headers=headers)).status_code == 404
