"""Objects in a bucket of any service that speaks S3. Browsers read them there, by addresses that S3 signs."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import quote, urlsplit

import obstore
from obstore.store import S3Store

from domain.storage import Shown, StorageError, StoredObject
from integrations.storage import objects

if TYPE_CHECKING:
    from obstore.store import S3Config

LONGEST_LIFE = timedelta(days=7)
"""What S3 allows for a presigned address."""
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Bucket:
    """Where the objects lie, and how the service is reached."""

    name: str
    prefix: str = ""
    endpoint: str | None = None
    """`https://host[:port]`; None: Amazon's own of the region."""
    public_endpoint: str | None = None
    """How browsers reach the service, where that differs."""
    region: str = "us-east-1"
    path_style: bool = True
    """`host/bucket/key` in place of `bucket.host/key`."""
    key_id: str | None = None
    """None: whatever the environment of the process gives (variables, role of the machine)."""
    secret: str | None = None


class S3Storage:
    """Implements `domain.storage.ObjectStorage`."""

    def __init__(self, bucket: Bucket) -> None:
        self._store = _store(bucket, bucket.endpoint)
        outside = bucket.public_endpoint or bucket.endpoint
        self._signer = self._store if outside == bucket.endpoint else _store(bucket, outside)

    @property
    def origin(self) -> str | None:
        """Where signed addresses lead."""
        parts = urlsplit(obstore.sign(self._signer, "GET", "x", timedelta(seconds=1)))
        return f"{parts.scheme}://{parts.netloc}"

    async def put(self, shown: Shown, content: BinaryIO) -> None:
        """See the port. Type and disposition are kept with the object: the service sends them to browsers."""
        kind = "inline" if objects.is_inline(shown.media_type) else "attachment"
        attributes = {
            "Content-Type": shown.media_type,
            "Content-Disposition": f"{kind}; filename*=UTF-8''{quote(shown.filename, safe='')}",
            "Cache-Control": "private, max-age=3600",
        }
        await objects.put(self._store, shown, content, attributes)

    def read(self, key: str, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """See the port."""
        return objects.read(self._store, key, start, end)

    async def size(self, key: str) -> int:
        """See the port."""
        return await objects.size(self._store, key)

    async def delete(self, keys: Sequence[str]) -> None:
        """See the port."""
        with objects.told("of a batch"):
            for key in keys:
                try:
                    await obstore.delete_async(self._store, key)
                except FileNotFoundError:
                    continue

    async def list(self, prefix: str = "") -> AsyncIterator[Sequence[StoredObject]]:
        """See the port. Uploads in parts that died are not objects: a rule of the bucket ends them."""
        with objects.told(prefix or "of the bucket"):
            async for batch in obstore.list(self._store, prefix or None, chunk_size=BATCH):
                yield [StoredObject(each["path"], each["size"], each["last_modified"]) for each in batch]

    async def presign(self, shown: Shown, life: timedelta, now: datetime) -> str:
        """See the port; the service's own clock counts."""
        del now
        if life > LONGEST_LIFE:
            raise StorageError("S3 signs addresses for at most 7 days.", field="media_link_life")
        with objects.told(shown.key):
            return await obstore.sign_async(self._signer, "GET", shown.key, life)


def _store(bucket: Bucket, endpoint: str | None) -> S3Store:
    config: S3Config = {
        "region": bucket.region,
        "virtual_hosted_style_request": not bucket.path_style,
    }
    if endpoint is not None:
        config["endpoint"] = endpoint
    if bucket.key_id is not None:
        config["access_key_id"] = bucket.key_id
    if bucket.secret is not None:
        config["secret_access_key"] = bucket.secret
    return S3Store(
        bucket.name,
        prefix=bucket.prefix or None,
        config=config,
        client_options={
            "allow_http": (endpoint or "").startswith("http://"),
            "connect_timeout": timedelta(seconds=5),
            "timeout": timedelta(minutes=5),
        },
        # Whoever asks is a person or a step that is tried again by itself.
        retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=30)},
    )
