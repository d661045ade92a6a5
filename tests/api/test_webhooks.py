"""Webhooks through the API: who may have which, what is shown, and where they may not lead."""

from uuid import uuid4

import pytest
from sqlalchemy import insert

from domain.vocabulary import UserRole
from domain.webhooks.rules import DeliveryStatus
from models import AutomationLog, WebhookDelivery
from services.webhooks import MOST_PER_OWNER
from tests.api.conftest import ADA, BEN, ROSA
from tests.web.site import Site

API = "/api/v1/webhooks"
URL = "https://ats.northwind.example/hook?token=abc"


async def _hook(site: Site, who: str = ROSA, **body: object) -> dict[str, object]:
    answer = await site.http.post(API, headers=site.as_user(who), json={"url": URL, **body})
    assert answer.status_code == 201, answer.text
    made: dict[str, object] = answer.json()
    return made


async def test_a_webhook_is_made_seen_changed_and_removed(site: Site) -> None:
    rosa = site.as_user(ROSA)
    made = await _hook(site, actions=["job_closed"], description="Our system")
    assert str(made["secret"]).startswith("whsec_")
    webhook = made["webhook"]
    assert isinstance(webhook, dict)
    path = f"{API}/{webhook['id']}"
    shown = (await site.http.get(path, headers=rosa)).json()
    assert shown == webhook
    assert "secret" not in str(shown)
    changed = await site.http.patch(path, headers=rosa, json={"enabled": False, "actions": []})
    assert (changed.json()["enabled"], changed.json()["off_reason"]) == (False, "by_hand")
    new = await site.http.post(f"{path}/secret", headers=rosa)
    assert new.json()["secret"] != made["secret"]
    back = await site.http.post(f"{path}/replay", headers=rosa, json={"after_sequence": 0})
    assert back.json()["cursor"] == 0
    far = await site.http.post(f"{path}/replay", headers=rosa, json={"after_sequence": 10**12})
    assert (far.status_code, far.json()["field"]) == (422, "after_sequence")
    assert (await site.http.delete(path, headers=rosa)).status_code == 204
    assert (await site.http.get(path, headers=rosa)).status_code == 404
    log = (await site.http.get("/api/v1/audit", headers=site.as_user(ADA))).json()["items"]
    told = [row for row in log if row["action_type"].startswith("webhook_")]
    assert [row["action_type"] for row in told] == [
        "webhook_added",
        "webhook_changed",
        "webhook_secret_changed",
        "webhook_replayed",
        "webhook_removed",
    ]
    assert "northwind" not in str(told)  # an address may hold a token


async def test_a_recruiter_reaches_own_webhooks_only_and_others_none(site: Site) -> None:
    webhook = (await _hook(site))["webhook"]
    assert isinstance(webhook, dict)
    path = f"{API}/{webhook['id']}"
    calls = [
        ("GET", path, None),
        ("PATCH", path, {"enabled": False}),
        ("DELETE", path, None),
        ("POST", f"{path}/secret", {}),
        ("POST", f"{path}/replay", {"after_sequence": 0}),
        ("GET", f"{path}/deliveries", None),
        ("POST", f"{path}/deliveries/1/replay", {}),
    ]
    await site.data.a_user(UserRole.AUDITOR, email="uma@hiring.example")
    await site.data.a_user(UserRole.INTERVIEWER, email="ina@hiring.example")
    before = await site.snapshot()
    for method, url, body in calls:
        ben = await site.http.request(method, url, headers=site.as_user(BEN), json=body)
        assert ben.status_code == 404, url
        for other in ("uma@hiring.example", "ina@hiring.example"):
            answer = await site.http.request(method, url, headers=site.as_user(other), json=body)
            assert answer.status_code == 403, url
    assert (await site.http.get(API, headers=site.as_user(BEN))).json()["items"] == []
    assert len((await site.http.get(API, headers=site.as_user(ADA))).json()["items"]) == 1
    assert await site.snapshot() == before


@pytest.mark.parametrize(
    "url",
    [
        "http://ats.northwind.example/",
        "https://10.0.0.7/",
        "https://127.0.0.2/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[fd00::1]/",
        "https://[64:ff9b::a00:1]/",
        "https://100.64.0.1/",
        "https://user:secret@ats.northwind.example/",
        "https://0x7f000001\x00/",
        "ftp://ats.northwind.example/",
        "https:///nowhere",
        "https://ats.northwind.example:99999/",
        "javascript:alert(1)",
        "",
    ],
)
async def test_an_address_that_leads_inside_is_refused(site: Site, url: str) -> None:
    answer = await site.http.post(API, headers=site.as_user(ROSA), json={"url": url})
    assert (answer.status_code, answer.json()["field"]) == (422, "url")
    assert "secret" not in answer.text


async def test_filters_name_jobs_that_the_caller_sees(site: Site) -> None:
    owner = (await site.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    ben = (await site.row("SELECT id FROM users WHERE email = :email", email=BEN))[0]
    mine, other = await site.data.a_job(recruiter_id=owner), await site.data.a_job(recruiter_id=ben)
    assert (await _hook(site, job_ids=[str(mine)]))["webhook"]
    refused = await site.http.post(
        API, headers=site.as_user(ROSA), json={"url": URL, "job_ids": [str(other)]}
    )
    assert (refused.status_code, refused.json()["field"]) == (422, "job_ids")


async def test_deliveries_are_listed_and_one_is_asked_for_again(site: Site) -> None:
    owner = (await site.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    webhook = (await _hook(site))["webhook"]
    assert isinstance(webhook, dict)
    await site.data.a_job(recruiter_id=owner)
    rows = (await site.http.get("/api/v1/audit", headers=site.as_user(ROSA))).json()["items"]
    sequences = [row["sequence"] for row in rows]
    async with site.owner.begin() as session:
        await session.execute(
            insert(WebhookDelivery),
            [
                {
                    "endpoint_id": webhook["id"],
                    "sequence": sequence,
                    "event_id": uuid4(),
                    "action_type": "x",
                    "status": DeliveryStatus.DELIVERED,
                }
                for sequence in sequences
            ],
        )
    path = f"{API}/{webhook['id']}/deliveries"
    first = (await site.http.get(path, headers=site.as_user(ROSA), params={"limit": 1})).json()
    assert [one["sequence"] for one in first["items"]] == [max(sequences)]
    rest = (await site.http.get(path, headers=site.as_user(ROSA), params={"after": first["next"]})).json()
    assert max(one["sequence"] for one in rest["items"]) < max(sequences)
    again = await site.http.post(f"{path}/{sequences[0]}/replay", headers=site.as_user(ROSA))
    assert (again.status_code, again.json()["status"]) == (200, "again")
    waiting = await site.http.get(path, headers=site.as_user(ROSA), params={"status": "again"})
    assert [one["sequence"] for one in waiting.json()["items"]] == sequences[:1]
    async with site.owner.begin() as session:
        await session.execute(
            insert(AutomationLog).values(action_type="x", trigger_source="auto", idempotency_key="of-nobody")
        )
    (foreign,) = await site.row("SELECT max(sequence) FROM automation_logs")
    nothing = await site.http.post(f"{path}/{foreign}/replay", headers=site.as_user(ROSA))
    assert nothing.status_code == 404


async def test_there_is_an_end_to_how_many_one_has(site: Site) -> None:
    for _ in range(MOST_PER_OWNER):
        await _hook(site)
    full = await site.http.post(API, headers=site.as_user(ROSA), json={"url": URL})
    assert full.status_code == 409
    page = (await site.http.get(API, headers=site.as_user(ROSA), params={"limit": 15})).json()
    rest = await site.http.get(API, headers=site.as_user(ROSA), params={"after": page["next"]})
    assert len(page["items"]) + len(rest.json()["items"]) == MOST_PER_OWNER
