"""What every storage does, whichever it is."""

import asyncio
import hashlib
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from domain.media_types import MIB
from domain.storage import ObjectGoneError, ObjectStorage, Place, StorageError, key_of
from integrations.storage.s3 import Bucket, S3Storage
from tests.support.patience import PATIENCE_SECONDS
from tests.support.storage import KEY_ID, SECRET, S3Server, a_file, content_of, keys_of, local, stored

CONTENT = bytes(range(256)) * 40


async def test_what_is_put_is_read_again_whole_and_in_parts(storage: ObjectStorage) -> None:
    shown = await stored(storage, CONTENT)
    assert await content_of(storage, shown.key) == CONTENT
    assert await content_of(storage, shown.key, 100, 300) == CONTENT[100:300]
    assert await content_of(storage, shown.key, 10_000) == CONTENT[10_000:]
    assert await storage.size(shown.key) == len(CONTENT)


async def test_an_object_of_many_parts_is_the_same_bytes(storage: ObjectStorage) -> None:
    content = hashlib.sha256(b"seed").digest() * (20 * MIB // 32) + b"end"
    shown = await stored(storage, content)
    assert await storage.size(shown.key) == len(content)
    digest = hashlib.sha256()
    async for chunk in storage.read(shown.key):
        digest.update(chunk)
    assert digest.digest() == hashlib.sha256(content).digest()
    assert (
        await content_of(storage, shown.key, 17 * MIB - 1, 17 * MIB + 1)
        == content[17 * MIB - 1 : 17 * MIB + 1]
    )


async def test_putting_again_replaces_the_object(storage: ObjectStorage) -> None:
    shown = await stored(storage, CONTENT)
    await storage.put(shown, BytesIO(b"shorter"))
    assert await content_of(storage, shown.key) == b"shorter"


async def test_a_listing_tells_keys_sizes_and_times(storage: ObjectStorage) -> None:
    before = datetime.now(UTC) - timedelta(minutes=1)
    first = await stored(storage, b"one")
    second = await stored(storage, b"three", place=Place.JOB_MEDIA)
    found = {each.key: each async for batch in storage.list() for each in batch}
    assert {key: each.size for key, each in found.items()} == {first.key: 3, second.key: 5}
    assert all(
        before < each.modified_at < datetime.now(UTC) + timedelta(minutes=1) for each in found.values()
    )
    assert await keys_of(storage, "job_media/") == [second.key]


async def test_an_empty_storage_lists_nothing(storage: ObjectStorage) -> None:
    assert await keys_of(storage) == []


async def test_what_is_deleted_is_gone_and_deleting_again_is_fine(storage: ObjectStorage) -> None:
    shown, other = await stored(storage, b"one"), await stored(storage, b"two")
    await storage.delete([shown.key, key_of(Place.RECORDINGS, uuid4())])
    await storage.delete([shown.key])
    assert await keys_of(storage) == [other.key]
    with pytest.raises(ObjectGoneError):
        await content_of(storage, shown.key)
    with pytest.raises(ObjectGoneError):
        await storage.size(shown.key)


async def test_what_breaks_off_leaves_no_object(storage: ObjectStorage) -> None:
    class Broken(BytesIO):
        """A disk that fails after 18 MiB."""

        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() > 18 * MIB:
                raise OSError("the disk is gone")
            return super().read(size)

    shown = a_file()
    with pytest.raises(StorageError):
        await storage.put(shown, Broken(b"x" * (20 * MIB)))
    assert shown.key not in await keys_of(storage)
    with pytest.raises(ObjectGoneError):
        await storage.size(shown.key)


async def test_two_who_put_at_once_do_not_meet(storage: ObjectStorage) -> None:
    found = await asyncio.gather(*(stored(storage, bytes([number]) * 1000) for number in range(8)))
    assert [await content_of(storage, shown.key) for shown in found] == [bytes([n]) * 1000 for n in range(8)]


async def test_a_service_that_does_not_answer_is_an_error_that_a_retry_may_help() -> None:
    dead = S3Storage(Bucket("b", "", "http://127.0.0.1:9", key_id=KEY_ID, secret=SECRET))
    with pytest.raises(StorageError) as error:
        await asyncio.wait_for(dead.size(a_file().key), 60)
    assert not error.value.permanent
    assert SECRET not in str(error.value)


async def test_keys_that_the_service_does_not_know_are_refused(s3: S3Server) -> None:
    stranger = S3Storage(Bucket("media", "", s3.endpoint, key_id="somebody1", secret="somethingelse"))
    with pytest.raises(StorageError) as error:
        await stored(stranger, b"x")
    assert "somethingelse" not in str(error.value)


async def test_no_key_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("not for you")
    storage = local(tmp_path / "media")
    await stored(storage, b"x")
    keys = (
        "../secret",
        "recordings/../../secret",
        "/etc/passwd",
        "recordings/..",
        "",
        "recordings/x\x00",
        "secret",
    )
    for key in keys:
        with pytest.raises(ObjectGoneError):
            await content_of(storage, key)
        with pytest.raises(ObjectGoneError):
            await storage.delete([key])
    link = tmp_path / "media" / "recordings" / str(uuid4())
    link.symlink_to(tmp_path / "secret")
    assert f"recordings/{link.name}" not in await keys_of(storage)


async def test_a_presigned_address_of_s3_reads_one_object_for_a_while(s3: S3Server) -> None:
    storage = s3.storage()
    shown, other = await stored(storage, CONTENT), await stored(storage, b"other")
    url = await storage.presign(shown, timedelta(seconds=60), datetime.now(UTC))
    assert storage.origin is not None
    assert url.startswith(storage.origin)
    async with httpx.AsyncClient() as client:
        whole = await client.get(url)
        assert (whole.status_code, whole.content) == (200, CONTENT)
        assert whole.headers["content-type"] == "audio/wav"
        part = await client.get(url, headers={"Range": "bytes=10-19"})
        assert part.content == CONTENT[10:20]
        assert part.headers["content-range"] == f"bytes 10-19/{len(CONTENT)}"
        for widened in (
            url.replace(str(shown.file_id), str(other.file_id)),
            url.replace("X-Amz-Expires=60", "X-Amz-Expires=6000"),
            url.replace("X-Amz-Signature=", "X-Amz-Signature=0"),
            url.partition("?")[0],
        ):
            assert widened != url
            assert (await client.get(widened)).status_code in {400, 401, 403}, widened
        assert (await client.delete(url)).status_code in {400, 401, 403}
        assert (await client.put(url, content=b"mine")).status_code in {400, 401, 403}
    assert await content_of(storage, shown.key) == CONTENT


async def test_a_presigned_address_of_s3_ends(s3: S3Server) -> None:
    storage = s3.storage()
    shown = await stored(storage, b"x")
    url = await storage.presign(shown, timedelta(seconds=1), datetime.now(UTC))
    async with httpx.AsyncClient() as client:
        async with asyncio.timeout(PATIENCE_SECONDS):
            # Its own clock counts: asked again until it says no.
            while (answer := await client.get(url)).status_code == 200:
                assert answer.content == b"x"
    assert answer.status_code in {400, 403}
    with pytest.raises(StorageError, match="7 days"):
        await storage.presign(shown, timedelta(days=8), datetime.now(UTC))
