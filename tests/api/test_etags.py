"""A read says which state it shows; an edit may say which state it is meant for."""

import pytest

from tests.api.conftest import ROSA
from tests.web.site import Site

API = "/api/v1"


@pytest.fixture
async def job(site: Site) -> str:
    body = {"title": "Cook", "number_of_openings": 1}
    made = await site.http.post(f"{API}/jobs", headers=site.as_user(ROSA), json=body)
    return f"{API}/jobs/{made.json()['job']['id']}"


async def test_what_did_not_change_is_not_sent_again(site: Site, job: str) -> None:
    for path in (job, f"{API}/jobs", f"{job}/requirements", f"{API}/flags", f"{API}/webhooks"):
        first = await site.http.get(path, headers=site.as_user(ROSA))
        tag = first.headers["etag"]
        for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            again = await site.http.get(path, headers=site.as_user(ROSA) | {"If-None-Match": known})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag), path
        other = await site.http.get(path, headers=site.as_user(ROSA) | {"If-None-Match": '"other"'})
        assert (other.status_code, other.content) == (200, first.content)


async def test_an_edit_of_what_changed_meanwhile_is_refused_with_a_way_out(site: Site, job: str) -> None:
    rosa = site.as_user(ROSA)
    tag = (await site.http.get(job, headers=rosa)).headers["etag"]
    done = await site.http.post(f"{job}/publish", headers=rosa | {"If-Match": tag})
    assert done.status_code == 200
    before = await site.snapshot()
    stale = await site.http.post(f"{job}/close", headers=rosa | {"If-Match": tag})
    assert (stale.status_code, stale.json()["field"]) == (412, "If-Match")
    assert "Read it again" in stale.json()["remedy"]
    assert await site.snapshot() == before
    tag = (await site.http.get(job, headers=rosa)).headers["etag"]
    weak = await site.http.post(f"{job}/close", headers=rosa | {"If-Match": f"W/{tag}"})
    assert weak.status_code == 412  # If-Match compares strongly (RFC 9110, 13.1.1)
    fresh = await site.http.post(f"{job}/close", headers=rosa | {"If-Match": f'"old", {tag}'})
    assert fresh.status_code == 200


async def test_replacing_a_whole_list_needs_to_say_which(site: Site, job: str) -> None:
    rosa = site.as_user(ROSA)
    for part, body in (
        ("requirements", {"requirements": {"must": ["Rye"]}}),
        ("interviewers", {"interviewers": []}),
    ):
        path = f"{job}/{part}"
        bare = await site.http.put(path, headers=rosa, json=body)
        assert (bare.status_code, bare.json()["type"]) == (428, "urn:understudy:error:precondition_required")
        stale = await site.http.put(path, headers=rosa | {"If-Match": '"old"'}, json=body)
        assert stale.status_code == 412
        tag = (await site.http.get(path, headers=rosa)).headers["etag"]
        meant = await site.http.put(path, headers=rosa | {"If-Match": tag}, json=body)
        assert meant.status_code in {200, 422}, meant.text


async def test_interviews_and_webhooks_are_edited_as_they_were_seen(site: Site) -> None:
    owner = (await site.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    rosa = site.as_user(ROSA)
    interview = f"{API}/interviews/{await site.an_invitation(recruiter_id=owner)}"
    hook = await site.http.post(f"{API}/webhooks", headers=rosa, json={"url": "https://ats.example.org"})
    webhook = f"{API}/webhooks/{hook.json()['webhook']['id']}"
    for path, method, url, body in (
        (interview, "POST", f"{interview}/cancel", {}),
        (webhook, "PATCH", webhook, {"enabled": False}),
    ):
        tag = (await site.http.get(path, headers=rosa)).headers["etag"]
        stale = await site.http.request(method, url, headers=rosa | {"If-Match": '"old"'}, json=body)
        assert stale.status_code == 412
        done = await site.http.request(method, url, headers=rosa | {"If-Match": tag}, json=body)
        assert done.status_code == 200, done.text
        again = await site.http.request(method, url, headers=rosa | {"If-Match": tag}, json=body)
        assert again.status_code == 412
