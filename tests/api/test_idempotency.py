"""A request that comes again with its key has its effect once."""

import asyncio
import hashlib
from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from services import jobs, repeats, webhook_feed
from tests.api.conftest import ADA, BEN, ROSA
from tests.conftest import Sessions
from tests.web.site import Site

API = "/api/v1"
BODY = {"title": "Cook", "number_of_openings": 2}


def _key() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}


async def _jobs(site: Site) -> int:
    count: int = (await site.row("SELECT count(*) FROM jobs"))[0]
    return count


async def test_the_same_request_again_gets_the_same_answer_and_has_no_second_effect(site: Site) -> None:
    headers = site.as_user(ROSA) | _key()
    first = await site.http.post(f"{API}/jobs", headers=headers, json=BODY)
    site.clock.forward(hours=1)
    again = await site.http.post(f"{API}/jobs", headers=headers, json=BODY)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert again.headers["content-type"] == first.headers["content-type"]
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert again.headers["x-request-id"] != first.headers["x-request-id"]
    assert await _jobs(site) == 1


async def test_without_a_key_every_request_is_meant(site: Site) -> None:
    for _ in range(2):
        assert (await site.http.post(f"{API}/jobs", headers=site.as_user(ROSA), json=BODY)).status_code == 201
    assert await _jobs(site) == 2


async def test_a_key_belongs_to_one_request_of_one_person(site: Site) -> None:
    key = _key()
    assert (
        await site.http.post(f"{API}/jobs", headers=site.as_user(ROSA) | key, json=BODY)
    ).status_code == 201
    other = await site.http.post(f"{API}/jobs", headers=site.as_user(ROSA) | key, json={"title": "Baker"})
    assert (other.status_code, other.json()["field"]) == (422, "Idempotency-Key")
    assert "new key" in other.json()["remedy"]
    elsewhere = await site.http.post(f"{API}/webhooks", headers=site.as_user(ROSA) | key, json=BODY)
    assert elsewhere.status_code == 422
    ben = await site.http.post(f"{API}/jobs", headers=site.as_user(BEN) | key, json=BODY)
    assert (ben.status_code, await _jobs(site)) == (201, 2)


async def test_a_request_that_failed_may_come_again_with_its_key(site: Site) -> None:
    headers = site.as_user(ROSA) | _key()
    job = (await site.http.post(f"{API}/jobs", headers=site.as_user(ROSA), json=BODY)).json()["job"]["id"]
    early = await site.http.post(f"{API}/jobs/{job}/close", headers=headers)
    assert early.status_code == 409
    await site.http.post(f"{API}/jobs/{job}/publish", headers=site.as_user(ROSA))
    late = await site.http.post(f"{API}/jobs/{job}/close", headers=headers)
    assert (late.status_code, late.json()["job"]["status"]) == (200, "closed")


async def test_a_form_with_a_file_is_the_same_though_its_boundary_differs(site: Site) -> None:
    job = (await site.http.post(f"{API}/jobs", headers=site.as_user(ROSA), json=BODY)).json()["job"]["id"]
    await site.http.post(f"{API}/jobs/{job}/publish", headers=site.as_user(ROSA))
    headers = site.as_user(ROSA) | _key()
    resume = b"Ana Lima, cook\n" * 20_000

    async def send(content: bytes) -> tuple[int, str | None]:
        files = {"file": ("ana.txt", content, "text/plain")}
        form = {"name": "Ana Lima", "email": "ana@example.org"}
        answer = await site.http.post(
            f"{API}/jobs/{job}/applications", headers=headers, files=files, data=form
        )
        return answer.status_code, answer.headers.get("idempotency-replayed")

    assert await send(resume) == (201, None)
    assert await send(resume) == (201, "true")
    assert (await send(resume + b"."))[0] == 422


async def test_while_the_first_is_under_way_the_second_is_told_to_wait(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = site.as_user(ROSA) | _key()
    arrived, go = asyncio.Event(), asyncio.Event()
    create = jobs.create

    async def slow(*arguments: object, **how: object) -> object:
        arrived.set()
        await go.wait()
        return await create(*arguments, **how)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(jobs, "create", slow)
    first = asyncio.create_task(site.http.post(f"{API}/jobs", headers=headers, json=BODY))
    await arrived.wait()
    second = await site.http.post(f"{API}/jobs", headers=headers, json=BODY)
    assert (second.status_code, second.json()["type"]) == (409, "urn:understudy:error:request_running")
    assert int(second.headers["retry-after"]) > 0
    go.set()
    assert (await first).status_code == 201
    third = await site.http.post(f"{API}/jobs", headers=headers, json=BODY)
    assert third.content == (await first).content
    assert await _jobs(site) == 1


async def test_when_the_answer_cannot_be_kept_the_act_did_not_happen(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = site.as_user(ROSA) | _key()
    keep = repeats.keep

    async def fail(*_: object) -> None:
        raise OperationalError("gone", None, Exception("gone"))

    monkeypatch.setattr(repeats, "keep", fail)
    answer = await site.http.post(f"{API}/jobs", headers=headers, json=BODY)
    assert (answer.status_code, await _jobs(site)) == (503, 0)
    monkeypatch.setattr(repeats, "keep", keep)
    answer = await site.http.post(f"{API}/jobs", headers=headers, json=BODY)
    assert (answer.status_code, await _jobs(site)) == (201, 1)


async def test_whoever_reads_the_table_finds_no_key_by_guessing(site: Site) -> None:
    guessed = "order-0000000001"
    headers = site.as_user(ROSA) | {"Idempotency-Key": guessed}
    await site.http.post(f"{API}/jobs", headers=headers, json=BODY)
    digest, kept = await site.row("SELECT key_digest, answer FROM repeated_requests")
    assert digest not in {hashlib.sha256(prefix + guessed.encode()).digest() for prefix in (b"", b"digest:")}
    cipher = AESGCM(HKDF(SHA256(), 32, None, b"understudy idempotency").derive(guessed.encode()))
    with pytest.raises(InvalidTag):
        cipher.decrypt(kept[:12], kept[12:], None)


async def test_what_is_kept_cannot_be_read_without_the_key_and_is_forgotten_after_a_day(
    site: Site, worker_sessions: Sessions
) -> None:
    headers = site.as_user(ROSA) | _key()
    made = await site.http.post(
        f"{API}/webhooks", headers=headers, json={"url": "https://ats.example.org/hook"}
    )
    secret = made.json()["secret"]
    (kept,) = await site.row("SELECT answer FROM repeated_requests")
    assert secret.encode() not in kept
    again = await site.http.post(
        f"{API}/webhooks", headers=headers, json={"url": "https://ats.example.org/hook"}
    )
    assert again.json()["secret"] == secret

    async with site.owner.begin() as session:
        await session.execute(
            text("UPDATE repeated_requests SET created_at = now() - interval '24 hours 1 second'")
        )
    anew = await site.http.post(
        f"{API}/webhooks", headers=headers, json={"url": "https://ats.example.org/hook"}
    )
    assert (anew.status_code, anew.json()["secret"] == secret) == (201, False)
    async with site.owner.begin() as session:
        await session.execute(text("UPDATE repeated_requests SET created_at = now() - interval '25 hours'"))
    async with worker_sessions.begin() as session:
        await webhook_feed.sweep(session)
    assert (await site.row("SELECT count(*) FROM repeated_requests"))[0] == 0


@pytest.mark.parametrize("key", ["short", "x" * 256, "tabs\tare no key at all"])
async def test_a_key_that_cannot_be_unique_is_refused(site: Site, key: str) -> None:
    answer = await site.http.post(
        f"{API}/jobs", headers=site.as_user(ADA) | {"Idempotency-Key": key}, json=BODY
    )
    assert (answer.status_code, answer.json()["field"]) == (422, "Idempotency-Key")
    assert answer.headers["x-request-id"] == answer.json()["request_id"]


async def test_every_changing_route_goes_through_the_same_door(site: Site) -> None:
    """A second request with a key and another body is refused before its handler acts, whichever route it is."""
    job = (await site.http.post(f"{API}/jobs", headers=site.as_user(ADA), json=BODY)).json()["job"]["id"]
    acts = [
        ("POST", f"/jobs/{job}/publish", {}, {"reason": "x"}),
        ("PUT", f"/jobs/{job}/requirements", {"requirements": {"must": ["Rye"]}}, {"requirements": {}}),
        ("PUT", f"/jobs/{job}/interviewers", {"interviewers": []}, {"interviewers": [], "reason": "x"}),
        ("PUT", "/flags/reminders", {"enabled": False}, {"enabled": True}),
        ("POST", f"/jobs/{job}/automation", {"enabled": False}, {"enabled": True}),
    ]
    for method, path, body, other in acts:
        headers = site.as_user(ADA) | _key() | {"If-Match": "*"}
        first = await site.http.request(method, API + path, headers=headers, json=body)
        if first.status_code >= 400:
            continue
        again = await site.http.request(method, API + path, headers=headers, json=body)
        assert (again.content, again.headers["idempotency-replayed"]) == (first.content, "true"), path
        refused = await site.http.request(method, API + path, headers=headers, json=other)
        assert (refused.status_code, refused.json()["field"]) == (422, "Idempotency-Key"), path
