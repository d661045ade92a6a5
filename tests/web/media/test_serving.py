"""Files of this machine, served in parts and to nobody without a link (RFC 9110, section 14)."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.storage import ObjectStorage
from integrations.links import SignedLinks
from tests.support.storage import a_file, keys_of, media_in, stored
from tests.web.site import BASE, FORM_KEY, Clock
from web.app import create_app
from web.deps import WebDeps

CONTENT = b"".join(hashlib.sha256(bytes([n])).digest() for n in range(100))


@dataclass
class Counter:
    """A web tier that hands files out. It has no database: whoever holds a link is asked for nothing else."""

    http: httpx.AsyncClient
    storage: ObjectStorage
    wall: Clock
    app: FastAPI


@pytest.fixture
async def counter(tmp_path: Path) -> AsyncIterator[Counter]:
    """Files in a folder."""
    wall, media = Clock(datetime.now(UTC)), media_in(tmp_path)
    nowhere = async_sessionmaker[AsyncSession]()
    app = create_app(
        WebDeps(nowhere, Clock(), SignedLinks("k" * 40, BASE), BASE, FORM_KEY, media=media, wall=wall)
    )
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=BASE) as http:
        yield Counter(http, media.storage, wall, app)


async def _url(counter: Counter, *, inline: bool = True, filename: str = "talk.wav") -> str:
    shown = await stored(counter.storage, CONTENT, filename=filename, inline=inline)
    return await counter.storage.presign(shown, timedelta(hours=1), counter.wall.now)


@pytest.mark.parametrize(
    ("asked", "content", "told"),
    [
        ("bytes=0-9", CONTENT[:10], "bytes 0-9/3200"),
        ("bytes=10-", CONTENT[10:], "bytes 10-3199/3200"),
        ("bytes=-7", CONTENT[-7:], "bytes 3193-3199/3200"),
        ("bytes=-99999", CONTENT, "bytes 0-3199/3200"),
        ("bytes=3190-99999", CONTENT[3190:], "bytes 3190-3199/3200"),
        ("bytes=0-0", CONTENT[:1], "bytes 0-0/3200"),
        ("Bytes = 5-6", CONTENT[5:7], "bytes 5-6/3200"),
    ],
)
async def test_a_range_is_answered_with_that_part(
    counter: Counter, asked: str, content: bytes, told: str
) -> None:
    answer = await counter.http.get(await _url(counter), headers={"Range": asked})
    assert (answer.status_code, answer.content) == (206, content)
    assert answer.headers["content-range"] == told
    assert answer.headers["content-length"] == str(len(content))
    assert answer.headers["content-type"] == "audio/wav"
    assert answer.headers["accept-ranges"] == "bytes"


async def test_several_ranges_come_as_several_parts(counter: Counter) -> None:
    answer = await counter.http.get(await _url(counter), headers={"Range": "bytes=0-3,100-103,-2"})
    assert answer.status_code == 206
    assert answer.headers["content-type"].startswith("multipart/byteranges; boundary=")
    for part, told in (
        (CONTENT[:4], b"bytes 0-3/3200"),
        (CONTENT[100:104], b"bytes 100-103/3200"),
        (CONTENT[-2:], b"bytes 3198-3199/3200"),
    ):
        assert told + b"\r\n\r\n" + part + b"\r\n" in answer.content.replace(b"Content-Range: ", b"")
    assert int(answer.headers["content-length"]) == len(answer.content)


@pytest.mark.parametrize("asked", ["bytes=3200-", "bytes=9999-10000"])
async def test_a_range_behind_the_end_cannot_be_satisfied(counter: Counter, asked: str) -> None:
    answer = await counter.http.get(await _url(counter), headers={"Range": asked})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == "bytes */3200"


@pytest.mark.parametrize("asked", ["bytes=9-3", "bytes=a-b", "bytes", "lines=1-2", "bytes=", "bytes=-"])
async def test_a_range_that_is_none_gives_no_part_and_no_fault(counter: Counter, asked: str) -> None:
    answer = await counter.http.get(await _url(counter), headers={"Range": asked})
    assert answer.status_code in {200, 400, 416}
    assert answer.status_code != 200 or answer.content == CONTENT


async def test_more_ranges_than_anybody_needs_give_the_whole_file(counter: Counter) -> None:
    many = ",".join(f"{n}-{n}" for n in range(0, 400, 2))
    answer = await counter.http.get(await _url(counter), headers={"Range": f"bytes={many}"})
    assert (answer.status_code, answer.content) == (200, CONTENT)


async def test_if_range_gives_the_part_of_what_is_unchanged_and_else_the_whole(counter: Counter) -> None:
    url = await _url(counter)
    whole = await counter.http.get(url)
    for tag in (whole.headers["etag"], whole.headers["last-modified"]):
        same = await counter.http.get(url, headers={"Range": "bytes=0-9", "If-Range": tag})
        assert (same.status_code, same.content) == (206, CONTENT[:10])
    for tag in ('"something else"', 'W/"weak"', "Mon, 02 Mar 2020 08:00:00 GMT"):
        other = await counter.http.get(url, headers={"Range": "bytes=0-9", "If-Range": tag})
        assert (other.status_code, other.content) == (200, CONTENT)


async def test_head_tells_the_same_without_a_byte(counter: Counter) -> None:
    url = await _url(counter)
    whole, head = await counter.http.get(url), await counter.http.head(url)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-length", "content-type", "etag", "accept-ranges", "content-disposition"):
        assert head.headers[name] == whole.headers[name]
    part = await counter.http.head(url, headers={"Range": "bytes=0-9"})
    assert (part.status_code, part.headers["content-length"], part.content) == (206, "10", b"")


async def test_nothing_in_a_file_runs_and_nobody_else_keeps_it(counter: Counter) -> None:
    answer = await counter.http.get(await _url(counter, inline=False, filename='a"b\r\nSet-Cookie: x=ä.wav'))
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"].startswith("private")
    assert "set-cookie" not in answer.headers
    assert (
        answer.headers["content-disposition"]
        == "attachment; filename*=UTF-8''a%22b%0D%0ASet-Cookie%3A%20x%3D%C3%A4.wav"
    )


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
async def test_a_link_reads_and_does_nothing_else(counter: Counter, method: str) -> None:
    answer = await counter.http.request(method, await _url(counter))
    assert answer.status_code == 405
    assert len(await keys_of(counter.storage)) == 1


async def test_a_link_opens_no_other_file_and_no_longer_than_it_says(counter: Counter) -> None:
    url = await _url(counter)
    other = await stored(counter.storage, b"theirs")
    path = urlsplit(url).path
    token = path.rpartition("/")[2]
    assert (await counter.http.get(path)).status_code == 200
    assert (await counter.http.get(f"/files/{other.file_id}/{token}")).status_code == 403
    counter.wall.forward(hours=1, seconds=1)
    assert (await counter.http.get(path)).status_code == 403


@pytest.mark.parametrize(
    "path",
    [
        "/files/{id}/x",
        "/files/{id}/",
        "/files/..%2f..%2fetc%2fpasswd/{token}",
        "/files/{id}/..%2f..%2f..%2fetc%2fpasswd",
        "/files/%00/{token}",
        "/files/{other}/{token}",
        "/files/{id}/{token}x",
        "/files/{id}/{token}%00",
        "/files/{id}/{token}/..",
        "/files/{id}/" + "a" * 5000,
        "/files/1/{token}",
    ],
)
async def test_strange_addresses_open_nothing(counter: Counter, path: str) -> None:
    url = await _url(counter)
    token, file_id = url.rpartition("/")[2], url.split("/")[-2]
    answer = await counter.http.get(path.format(id=file_id, token=token, other=uuid4()))
    assert answer.status_code in {403, 404, 422}
    assert CONTENT[:20] not in answer.content
    assert "root:" not in answer.text


async def test_where_another_service_serves_files_this_door_is_shut(counter: Counter) -> None:
    # A link that would be good: nothing of ours opens files when the storage does it by itself.
    app = counter.app
    deps: WebDeps = app.state.deps
    url = await _url(counter)
    assert deps.media is not None
    app.state.deps = replace(deps, media=replace(deps.media, door=None))
    assert (await counter.http.get(url)).status_code == 404
    app.state.deps = replace(deps, media=None)
    assert (await counter.http.get(url)).status_code == 404


async def test_a_file_that_was_removed_is_gone_for_its_links_too(counter: Counter) -> None:
    url = await _url(counter)
    await counter.storage.delete(await keys_of(counter.storage))
    answer = await counter.http.get(url)
    assert answer.status_code == 404
    assert a_file().key not in answer.text
