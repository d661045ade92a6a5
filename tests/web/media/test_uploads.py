"""Taking files in over HTTP: what is refused says why, and whatever breaks off leaves nothing."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from domain.errors import UnavailableError
from domain.media_types import MIB
from domain.storage import Shown
from tests.support.media_files import EICAR, EVERY, PNG, STRANGE, wav
from tests.support.patience import PATIENCE_SECONDS
from tests.web.media.studio import ADA, API, IAN, OTTO, ROSA, Studio
from tests.web.site import csrf_of

PDF = EVERY["application/pdf"][0]


async def _nothing_is_left(studio: Studio) -> None:
    assert await studio.files() == []
    assert await studio.keys() == []
    assert studio.spool() == []
    assert await studio.rows("SELECT 1 FROM job_interview_media") == []
    assert await studio.rows("SELECT 1 FROM automation_logs WHERE action_type = 'job_media_changed'") == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (STRANGE["html"], "not taken here"),
        (STRANGE["svg"], "not taken here"),
        (STRANGE["program"], "not taken here"),
        (EVERY["text/vtt"][0], "not taken here"),
        (b"", "empty"),
        (PNG + bytes(25 * MIB), "larger than 25 MiB"),
        (PDF + EICAR, "virus scanner found something"),
    ],
)
async def test_what_is_not_taken_says_why_and_leaves_nothing(
    studio: Studio, content: bytes, why: str
) -> None:
    job = await studio.a_job()
    answer = await studio.upload(f"/jobs/{job}/media", content, "picture.png", "image/png")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert why in answer.json()["detail"]
    assert answer.json()["field"] == "file"
    await _nothing_is_left(studio)


async def test_a_length_that_is_too_large_is_refused_before_anything_is_read(studio: Studio) -> None:
    job = await studio.a_job()
    read = 0

    async def body() -> AsyncIterator[bytes]:
        nonlocal read
        while True:
            read += 1
            yield bytes(MIB)

    headers = studio.as_user(ROSA) | {"X-File-Name": "a.wav", "Content-Length": str(3 * 1024 * MIB)}
    answer = await studio.http.post(f"{API}/jobs/{job}/media", content=body(), headers=headers)
    assert answer.status_code == 422
    assert "larger than 2 GiB" in answer.json()["detail"]
    assert read <= 1
    await _nothing_is_left(studio)


async def test_a_name_has_to_come_along_and_loses_its_path(studio: Studio) -> None:
    job = await studio.a_job()
    headers = studio.as_user(ROSA)
    nameless = await studio.http.post(f"{API}/jobs/{job}/media", content=wav(), headers=headers)
    assert (nameless.status_code, nameless.json()["field"]) == (422, "X-File-Name")
    item = await studio.uploaded(job, wav(), "../../etc/pass\x00wd.wav")
    assert item["filename"] == "passwd.wav"


async def test_nobody_uploads_for_a_job_that_is_not_theirs(studio: Studio) -> None:
    job, interview = await studio.a_booking()
    for who, status in ((OTTO, 404), (IAN, 403)):
        answer = await studio.upload(f"/jobs/{job}/media", wav(), by=who)
        assert answer.status_code == status
    unknown = await studio.http.post(f"{API}/jobs/{job}/media", content=wav(), headers={"X-File-Name": "a"})
    assert unknown.status_code == 401
    other = await studio.upload(f"/interviews/{interview}/recordings?kind=audio", wav(), by=OTTO)
    assert other.status_code == 404
    await _nothing_is_left(studio)


async def test_an_upload_that_breaks_off_leaves_nothing(studio: Studio) -> None:
    job = await studio.a_job()

    async def body() -> AsyncIterator[bytes]:
        yield wav(30)
        raise ConnectionResetError

    headers = studio.as_user(ROSA) | {"X-File-Name": "a.wav"}
    answer = await studio.http.post(f"{API}/jobs/{job}/media", content=body(), headers=headers)
    assert answer.status_code == 500
    await _nothing_is_left(studio)


async def test_a_storage_that_fails_leaves_nothing(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    job = await studio.a_job()
    put = studio.storage.put

    async def half(shown: Shown, content: Any) -> None:
        await put(shown, content)
        raise UnavailableError("The storage went away.")

    monkeypatch.setattr(studio.storage, "put", half)
    answer = await studio.upload(f"/jobs/{job}/media", wav())
    assert answer.status_code == 503
    await _nothing_is_left(studio)


async def test_a_client_that_goes_away_while_bytes_are_stored_leaves_nothing(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = await studio.a_job()
    put, arrived = studio.storage.put, asyncio.Event()

    async def slow(shown: Shown, content: Any) -> None:
        await put(shown, content)
        arrived.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(studio.storage, "put", slow)
    sending = asyncio.create_task(studio.upload(f"/jobs/{job}/media", wav()))
    await asyncio.wait_for(arrived.wait(), PATIENCE_SECONDS)
    assert len(await studio.files()) == 1  # the row is there before its object
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    await _nothing_is_left(studio)


async def test_a_job_that_shows_enough_takes_no_more_and_leaves_nothing(studio: Studio) -> None:
    job = await studio.a_job()
    for number in range(20):
        await studio.uploaded(job, PNG, f"{number}.png")
    answer = await studio.upload(f"/jobs/{job}/media", wav())
    assert answer.status_code == 409
    assert len(await studio.files()) == len(await studio.keys()) == 20


@pytest.mark.parametrize("wrong", ["unknown", "resume", "others", "recording", "twice"])
async def test_a_set_with_one_wrong_file_changes_nothing(studio: Studio, wrong: str) -> None:
    job, interview = await studio.a_booking()
    mine = (await studio.uploaded(job, PNG))["id"]
    otto = await studio.data.a_job(recruiter_id=studio.people[OTTO])
    others = (await studio.uploaded(otto, PNG, by=OTTO))["id"]
    recorded = await studio.upload(f"/interviews/{interview}/recordings?kind=audio", wav())
    resume = await studio.row(
        "INSERT INTO files (filename, media_type, size, sha256, content) VALUES ('cv', 'x', 1, '', 'x') RETURNING id"
    )
    ids = {
        "unknown": str(uuid4()),
        "resume": str(resume.id),
        "others": others,
        "recording": recorded.json()["items"][0]["file"]["id"],
        "twice": mine,
    }
    body = {"file_ids": [mine, ids[wrong]]}
    before = await studio.rows("SELECT * FROM job_interview_media")
    answer = await studio.http.put(f"{API}/jobs/{job}/media", headers=studio.as_user(ROSA), json=body)
    assert answer.status_code == 422
    assert answer.json()["field"] == "file_ids"
    assert await studio.rows("SELECT * FROM job_interview_media") == before


async def test_an_upload_that_comes_again_with_its_key_happens_once(studio: Studio) -> None:
    job = await studio.a_job()
    headers = studio.as_user(ROSA) | {"X-File-Name": "a.wav", "Idempotency-Key": str(uuid4())}
    first, again = [
        await studio.http.post(f"{API}/jobs/{job}/media", content=wav(), headers=headers) for _ in range(2)
    ]
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first.json()
    assert len(await studio.files()) == len(await studio.keys()) == 1


def _form(csrf: str, content: bytes, **fields: str) -> dict[str, Any]:
    return {"data": {"csrf": csrf, **fields}, "files": {"file": ("talk.wav", content, "audio/wav")}}


async def test_a_form_of_a_page_is_read_as_it_comes(studio: Studio) -> None:
    job = await studio.a_job()
    await studio.sign_in(ROSA)
    csrf = csrf_of(await studio.http.get(f"/jobs/{job}/media"))
    sent = await studio.http.post(f"/jobs/{job}/media", **_form(csrf, wav(3)))
    assert (sent.status_code, sent.headers["location"]) == (303, f"/jobs/{job}/media?said=added")
    assert len(await studio.keys()) == 1
    for csrf_ in ("", "x" * 64):
        foreign = await studio.http.post(f"/jobs/{job}/media", **_form(csrf_, wav()))
        assert foreign.status_code == 403
    assert len(await studio.keys()) == 1
    wrong = await studio.http.post(f"/jobs/{job}/media", **_form(csrf, STRANGE["html"]))
    assert wrong.status_code == 422
    assert "not taken here" in wrong.text
    assert len(await studio.keys()) == 1


TOKEN = b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nCSRF\r\n'
PART = b"--b\r\nContent-Disposition: form-data"
BROKEN = {
    "nothing": b"",
    "only a boundary": b"--b\r\n",
    "no file": TOKEN + b"--b--\r\n",
    "no file chosen": TOKEN + PART + b'; name="file"; filename=""\r\n\r\n\r\n--b--\r\n',
    "broken off": TOKEN + PART + b'; name="file"; filename="a.wav"\r\n\r\nRIFF',
    "a part without a name": TOKEN + PART + b"\r\n\r\nx\r\n--b--\r\n",
    "a long field": PART + b'; name="csrf"\r\n\r\n' + b"x" * 5000 + b"\r\n--b--\r\n",
    "two files": TOKEN
    + (PART + b'; name="file"; filename="a.wav"\r\n\r\n' + wav() + b"\r\n") * 2
    + b"--b--\r\n",
}


@pytest.mark.parametrize("name", BROKEN)
async def test_a_form_that_is_broken_is_refused_and_leaves_nothing(studio: Studio, name: str) -> None:
    job = await studio.a_job()
    await studio.sign_in(ROSA)
    csrf = csrf_of(await studio.http.get(f"/jobs/{job}/media"))
    answer = await studio.http.post(
        f"/jobs/{job}/media",
        content=BROKEN[name].replace(b"CSRF", csrf.encode()),
        headers={"Content-Type": "multipart/form-data; boundary=b"},
    )
    assert answer.status_code in {403, 422}
    await _nothing_is_left(studio)


async def test_pages_and_lists_say_so_where_no_storage_is_set_up(studio: Studio) -> None:
    job = await studio.a_job()
    app = studio.http._transport.app  # type: ignore[attr-defined] # of ASGITransport
    app.state.deps = replace(app.state.deps, media=None)
    answer = await studio.http.get(f"{API}/jobs/{job}/media", headers=studio.as_user(ADA))
    assert answer.status_code == 500
    assert "UNDERSTUDY_STORAGE_URL" in answer.text
