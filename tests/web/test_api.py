"""The JSON API, from the creation of a job to its outcome, and who may see what."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from domain.vocabulary import Flag, UserRole
from services.applications import MAX_FILE
from tests.support.data import MONDAY
from tests.web.site import Site

API = "/api/v1"
LISTS = ("/jobs", "/users", "/flags", "/calendars", "/conversations", "/audit")


@pytest.fixture
async def admin(site: Site) -> str:
    email = "ada@hiring.example"
    await site.data.a_user(UserRole.ADMIN, email=email, name="Ada Admin", created_at=MONDAY)
    return email


async def _a_job(site: Site, me: dict[str, str] | None = None, **body: object) -> str:
    answer = await site.http.post(
        f"{API}/jobs", headers=me or site.api(), json={"title": "Cook", "number_of_openings": 1, **body}
    )
    assert answer.status_code == 201, answer.text
    return str(answer.json()["job"]["id"])


async def test_a_call_without_the_token_is_refused(site: Site, admin: str) -> None:
    for headers in (
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Basic x"},
        site.as_user("x@y.example"),
    ):
        answer = await site.http.get(f"{API}/jobs", headers=headers)
        assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
        assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_job_goes_its_way_through_the_api(site: Site, admin: str) -> None:
    await site.data.a_user(email="rosa@hiring.example")
    rosa = site.as_user("rosa@hiring.example")
    job = await _a_job(
        site, rosa, confirmation_window="PT24H", slot_selection_window=7200, promotion_cutoff=None
    )
    shown = (await site.http.get(f"{API}/jobs/{job}", headers=rosa)).json()
    assert shown["job"]["confirmation_window"] == "P1D"
    assert shown["job"]["slot_selection_window"] == "PT2H"
    assert shown["job"]["promotion_cutoff"] is None
    assert shown["job"]["undo_window"] == "PT10M"
    assert shown["board"]["seats"][0] | {"rank": 1, "application_id": None} == shown["board"]["seats"][0]

    for _ in range(2):
        answer = await site.http.post(f"{API}/jobs/{job}/publish", headers=rosa, json={"reason": "go"})
        assert (answer.status_code, answer.json()["job"]["status"]) == (200, "open")
    files = {"file": ("ana.txt", b"Ana Lima, cook", "text/plain")}
    form = {"name": "Ana Lima", "email": "ana@example.org", "time_zone": "Europe/Lisbon"}
    taken = [
        await site.http.post(f"{API}/jobs/{job}/applications", headers=rosa, files=files, data=form)
        for _ in range(2)
    ]
    assert [answer.json()["is_new"] for answer in taken] == [True, False]
    application = taken[0].json()["id"]
    assert taken[1].json()["id"] == application

    accepted = await site.http.post(f"{API}/applications/{application}/accept", headers=rosa)
    assert (accepted.json()["shortlist_status"], accepted.json()["rank"]) == ("shortlisted", 1)
    listed = (await site.http.get(f"{API}/jobs/{job}/applications", headers=rosa)).json()
    assert listed["items"][0]["name"] == "Ana Lima"
    for act, status in (("pause", "on_hold"), ("resume", "open"), ("close", "closed")):
        site.clock.forward(minutes=1)
        answer = await site.http.post(f"{API}/jobs/{job}/{act}", headers=rosa)
        assert answer.json()["job"]["status"] == status
    refused = await site.http.post(f"{API}/jobs/{job}/publish", headers=rosa)
    assert (refused.status_code, refused.json()["type"]) == (409, "urn:understudy:error:conflict")
    assert "filled" in refused.json()["remedy"]
    more = await site.http.post(f"{API}/jobs/{job}/openings", headers=rosa, json={"more": 2})
    assert len(more.json()["board"]["seats"]) == 3
    wide = await site.http.post(f"{API}/jobs/{job}/buffer", headers=rosa, json={"size": 4})
    assert wide.json()["job"]["shortlisting_buffer"] == 4
    off = await site.http.post(f"{API}/jobs/{job}/automation", headers=rosa, json={"enabled": False})
    assert off.json()["job"]["automation_enabled"] is False
    rejected = await site.http.post(f"{API}/applications/{application}/reject", headers=rosa)
    assert rejected.json()["shortlist_status"] == "rejected"
    ended = await site.http.post(f"{API}/jobs/{job}/finish", headers=rosa)
    assert ended.json()["job"]["status"] == "exhausted"

    log = (await site.http.get(f"{API}/audit", headers=rosa, params={"job_id": job, "limit": 2})).json()
    rest = (
        await site.http.get(f"{API}/audit", headers=rosa, params={"job_id": job, "after": log["next"]})
    ).json()
    actions = [row["action_type"] for row in log["items"] + rest["items"]]
    assert actions[:4] == ["job_created", "job_published", "application_received", "accepted_by_hand"]
    assert log["items"][1]["reason"] == "go"
    assert log["items"][1]["actor_kind"] == "recruiter"
    only = {"action": "job_paused", "trigger": "manual"}
    found = (await site.http.get(f"{API}/audit", headers=rosa, params=only)).json()["items"]
    assert [row["job_id"] for row in found] == [job]


async def test_a_recruiter_neither_sees_nor_changes_another_ones_job(site: Site, admin: str) -> None:
    for name in ("rosa", "ben"):
        body = {"email": f"{name}@hiring.example", "name": name.title(), "time_zone": "Europe/Berlin"}
        made = await site.http.post(f"{API}/users", headers=site.api(), json=body)
        assert (made.status_code, made.json()["work_ends"]) == (201, "18:00:00")
    rosa, ben = site.as_user("ROSA@hiring.example"), site.as_user("ben@hiring.example")
    job = (await site.http.post(f"{API}/jobs", headers=rosa, json={"title": "Cook"})).json()["job"]["id"]
    assert [line["id"] for line in (await site.http.get(f"{API}/jobs", headers=rosa)).json()["items"]] == [
        job
    ]
    assert (await site.http.get(f"{API}/jobs", headers=ben)).json()["items"] == []
    before = await site.snapshot()
    for path in (f"/jobs/{job}", f"/jobs/{job}/applications", f"/jobs/{job}/interviews"):
        answer = await site.http.get(API + path, headers=ben)
        assert (answer.status_code, answer.json()["title"]) == (404, "Not found")
    assert (await site.http.post(f"{API}/jobs/{job}/publish", headers=ben)).status_code == 404
    assert (await site.http.get(f"{API}/audit", headers=ben)).json()["items"] == []
    assert (await site.http.get(f"{API}/users", headers=ben)).status_code == 403
    assert (
        await site.http.put(f"{API}/flags/reminders", headers=ben, json={"enabled": False})
    ).status_code == 403
    again = await site.http.post(
        f"{API}/users", headers=site.api(), json={"email": "Ben@hiring.example", "name": "B"}
    )
    assert (again.status_code, again.json()["field"]) == (409, "email")
    assert await site.snapshot() == before


async def test_an_auditor_reads_the_log_and_changes_nothing(site: Site, admin: str) -> None:
    await site.data.a_user(UserRole.AUDITOR, email="otto@hiring.example")
    await _a_job(site)
    otto = site.as_user("otto@hiring.example")
    rows = (await site.http.get(f"{API}/audit", headers=otto)).json()["items"]
    assert [row["action_type"] for row in rows] == ["job_created"]
    refused = await site.http.post(f"{API}/jobs", headers=otto, json={"title": "Cook"})
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:understudy:error:forbidden")


async def test_a_resume_larger_than_the_limit_is_refused(site: Site, admin: str) -> None:
    job = await _a_job(site)
    before = await site.snapshot()
    for size in (MAX_FILE + 1, MAX_FILE + 1024 * 1024):
        answer = await site.http.post(
            f"{API}/jobs/{job}/applications", headers=site.api(), files={"file": ("big.pdf", b"x" * size)}
        )
        assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
    no_file = await site.http.post(f"{API}/jobs/{job}/applications", headers=site.api(), data={"name": "Ana"})
    assert (no_file.status_code, no_file.json()["field"]) == (422, "file")
    assert await site.snapshot() == before


async def test_lists_go_on_where_the_page_before_ended(site: Site, admin: str) -> None:
    job = await site.data.a_job(openings=2)
    await site.data.scored(job, 50, 90, 70, 70, 10)
    unranked = await every_row(site, f"/jobs/{job}/applications")
    assert [item["fit_score"] for item in unranked] == [90, 70, 70, 50, 10]
    await site.data.closed_and_ranked(job)
    ranked = await every_row(site, f"/jobs/{job}/applications")
    assert [item["rank"] for item in ranked] == [1, 2, 3, 4, 5]
    assert ranked[0]["score_components"] == {"relevance": 90}
    await site.data.invited(job)
    assert len(await every_row(site, f"/jobs/{job}/interviews")) == 2
    for _ in range(4):
        await site.data.a_job()
    jobs = await every_row(site, "/jobs")
    assert len({item["id"] for item in jobs}) == 5
    assert [item["applications"] for item in jobs if item["id"] == str(job)] == [5]
    people = await every_row(site, "/users")
    assert [one["email"] for one in people] == await _column(
        site, "SELECT email FROM users ORDER BY created_at, id"
    )
    assert [one["name"] for one in await every_row(site, "/flags")] == [flag.value for flag in Flag]
    rows = await every_row(site, "/audit")
    assert [one["sequence"] for one in rows] == await _column(
        site, "SELECT sequence FROM automation_logs ORDER BY 1"
    )
    for path in LISTS:
        for nonsense in ("nonsense", "WyItMSJd", "WyJ4Il0"):
            bad = await site.http.get(API + path, headers=site.api(), params={"after": nonsense})
            assert (bad.status_code, bad.json()["field"]) == (422, "after"), path


async def _column(site: Site, statement: str) -> list[object]:
    async with site.owner() as session:
        return list(await session.scalars(text(statement)))


async def test_whoever_follows_the_log_goes_on_behind_the_last_row_seen(site: Site, admin: str) -> None:
    job = await _a_job(site)
    seen = str((await every_row(site, "/audit"))[-1]["sequence"])
    nothing = await site.http.get(f"{API}/audit", headers=site.api(), params={"behind": seen})
    assert nothing.json() == {"items": [], "next": None}
    await site.http.post(f"{API}/jobs/{job}/publish", headers=site.api())
    new = await site.http.get(f"{API}/audit", headers=site.api(), params={"behind": seen})
    assert [row["action_type"] for row in new.json()["items"]] == ["job_published"]


async def every_row(site: Site, path: str) -> list[dict[str, object]]:
    items: list[dict[str, object]] = []
    after: str | None = None
    while True:
        params = {"limit": "2"} | ({"after": after} if after else {})
        page = (await site.http.get(API + path, headers=site.api(), params=params)).json()
        items += page["items"]
        after = page["next"]
        if after is None:
            return items


async def test_a_recruiter_helps_where_the_automation_waits(site: Site) -> None:
    owner = await site.data.a_user(email="rosa@hiring.example")
    rosa = site.as_user("rosa@hiring.example")
    interview = await site.an_invitation(recruiter_id=owner)
    path = f"{API}/interviews/{interview}"
    until = site.clock.now + timedelta(days=5)
    longer = await site.http.post(f"{path}/extend", headers=rosa, json={"until": until.isoformat()})
    assert longer.json()["confirmation_deadline"] == "2026-03-07T08:00:00Z"
    naive = await site.http.post(f"{path}/extend", headers=rosa, json={"until": "2026-03-09T08:00:00"})
    assert (naive.status_code, naive.json()["field"]) == (422, "until")
    await site.accepted(interview)
    booked = await site.http.post(
        f"{path}/schedule", headers=rosa, json={"start": "2026-03-03T09:00:00Z", "reason": "by phone"}
    )
    assert (booked.json()["status"], booked.json()["scheduled_time"]) == ("confirmed", "2026-03-03T09:00:00Z")
    early = await site.http.post(f"{path}/complete", headers=rosa)
    assert (early.status_code, early.json()["remedy"]) == (409, "It begins at 2026-03-03T09:00:00+00:00.")
    site.clock.forward(days=1, hours=2)
    assert (await site.http.post(f"{path}/start", headers=rosa)).json()["status"] == "in_progress"
    assert (await site.http.post(f"{path}/complete", headers=rosa)).json()["status"] == "completed"
    assert (await site.http.get(path, headers=rosa)).json()["status"] == "completed"
    assert (await site.http.post(f"{path}/no-show", headers=rosa)).status_code == 409
    second = await site.an_invitation(recruiter_id=owner)
    gone = await site.http.post(f"{API}/interviews/{second}/cancel", headers=rosa, json={"reason": "merged"})
    assert (gone.status_code, gone.json()["status"]) == (200, "cancelled")


async def test_flags_change_with_a_reason_and_say_what_they_hold(site: Site, admin: str) -> None:
    flags = (await site.http.get(f"{API}/flags", headers=site.api())).json()["items"]
    assert flags[0]["name"] == "global_automation"
    path = f"{API}/flags/reminders"
    both = await asyncio.gather(
        *(
            site.http.put(path, headers=site.api(), json={"enabled": False, "reason": "quiet"})
            for _ in range(2)
        )
    )
    assert [answer.json()["flag"]["enabled"] for answer in both] == [False, False]
    changes = await site.row(
        "SELECT count(*), min(reason) FROM automation_logs WHERE action_type = 'flag_changed'"
    )
    assert tuple(changes) == (1, "quiet")
    job = await _a_job(site)
    own = await site.http.put(f"{path}/jobs/{job}", headers=site.api(), json={"enabled": True})
    assert own.json()["flag"]["overrides"] == {job: True}
    gone = await site.http.delete(f"{path}/jobs/{job}", headers=site.api())
    assert gone.json()["flag"]["overrides"] == {}
    assert (
        await site.http.put(f"{API}/flags/magic", headers=site.api(), json={"enabled": True})
    ).status_code == 404
    assert (await site.http.put(path, headers=site.api(), json={})).status_code == 422
    kill = await site.http.put(
        f"{API}/flags/global_automation/jobs/{job}", headers=site.api(), json={"enabled": True}
    )
    assert kill.status_code == 422


async def test_the_openapi_document_names_every_act(site: Site) -> None:
    document = (await site.http.get(f"{API}/openapi.json")).json()
    assert len(document["paths"]) >= 29
    for path, acts in document["paths"].items():
        assert path.startswith(API)
        for act in acts.values():
            assert act["summary"]
            assert act["tags"]
            assert act["security"]


@pytest.mark.parametrize(
    ("method", "path", "body", "field"),
    [
        ("POST", "/jobs", {"title": "Cook", "number_of_openings": True}, "number_of_openings"),
        ("POST", "/jobs", {"title": "Cook", "closes_at": 1772442000}, "closes_at"),
        ("POST", "/jobs", {"title": "Cook", "closes_at": "1772442000.5"}, "closes_at"),
        ("GET", "/audit?until=0.5", None, "until"),
    ],
)
async def test_a_number_is_no_instant_and_a_yes_is_no_number(
    site: Site, admin: str, method: str, path: str, body: dict[str, object] | None, field: str
) -> None:
    answer = await site.http.request(method, f"{API}{path}", headers=site.api(), json=body)
    assert answer.status_code == 422, answer.text
    assert answer.json()["field"].endswith(field)
