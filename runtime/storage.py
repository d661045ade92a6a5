"""Composition of object storage: which one the settings name, and what the web tier needs with it."""

import hashlib
import hmac
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from domain.errors import SetupError
from domain.storage import FileDoor, ObjectStorage
from integrations.storage.links import FileLinks
from integrations.storage.local import LocalStorage
from integrations.storage.s3 import Bucket, S3Storage
from integrations.storage.scan import CommandScanner
from runtime.settings import Settings
from web.deps import Media

S3_OPTIONS = {"endpoint", "public", "region", "style"}
REMEDY = "Set it to file:///a/folder, or to s3://bucket?endpoint=https://host&region=eu-1."


def storage(settings: Settings) -> ObjectStorage:
    """The storage that the settings name. Raises SetupError for an address that is none."""
    if not settings.storage_url:
        return _local(settings, settings.home.absolute() / "media")
    parts = urlsplit(settings.storage_url)
    if parts.scheme == "file" and not parts.netloc and parts.path.startswith("/"):
        return _local(settings, Path(unquote(parts.path)))
    if parts.scheme == "s3" and parts.hostname:
        return S3Storage(_bucket(settings))
    raise SetupError("UNDERSTUDY_STORAGE_URL names no storage.", field="storage_url", remedy=REMEDY)


def media(settings: Settings) -> Media:
    """What the web tier takes files in and shows them with."""
    made = storage(settings)
    door: FileDoor | None = made if isinstance(made, LocalStorage) else None
    command = settings.media_scan_command
    return Media(
        storage=made,
        door=door,
        scanner=CommandScanner(command) if command else None,
        largest=settings.media_largest,
        spool=_spool(settings.media_spool or settings.home.absolute() / "uploads"),
        link_life=settings.media_link_life,
    )


def _local(settings: Settings, folder: Path) -> LocalStorage:
    if settings.link_key is None:
        return LocalStorage(folder)
    key = settings.link_key.get_secret_value().encode()
    # Made from the key of links, but good for nothing else.
    links = FileLinks(hmac.new(key, b"understudy.files", hashlib.sha256).hexdigest(), settings.base_url)
    return LocalStorage(folder, links)


def _bucket(settings: Settings) -> Bucket:
    parts = urlsplit(settings.storage_url or "")
    options = dict(parse_qsl(parts.query))
    if unknown := sorted(options.keys() - S3_OPTIONS):
        raise SetupError(
            f"UNDERSTUDY_STORAGE_URL has an option that is unknown: {unknown[0]}.",
            field="storage_url",
            remedy=f"Known are: {', '.join(sorted(S3_OPTIONS))}. Keys have settings of their own.",
        )
    endpoint = options.get("endpoint")
    return Bucket(
        name=parts.hostname or "",
        prefix=unquote(parts.path).strip("/"),
        endpoint=endpoint,
        public_endpoint=options.get("public"),
        region=options.get("region", "us-east-1"),
        path_style=options.get("style", "path" if endpoint else "virtual") == "path",
        key_id=settings.storage_key_id or None,
        secret=settings.storage_secret.get_secret_value() if settings.storage_secret else None,
    )


def _spool(path: Path) -> Path:
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SetupError(
            f"The folder {path} cannot be used: {error.strerror}.",
            remedy="Name one that may be written to with UNDERSTUDY_MEDIA_SPOOL.",
        ) from error
    return path
