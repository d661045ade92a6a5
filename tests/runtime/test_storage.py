"""Which storage the settings name."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from pydantic import SecretStr

from integrations.storage.local import LocalStorage
from integrations.storage.s3 import S3Storage
from runtime.settings import Settings
from runtime.storage import media, storage
from tests.support.storage import a_file
from tests.support.worker import settings_for

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def _settings(tmp_path: Path, **more: object) -> Settings:
    return settings_for("postgresql://x").model_copy(update={"home": tmp_path / "home", **more})


async def test_without_a_setting_files_lie_in_the_home(tmp_path: Path) -> None:
    made = media(_settings(tmp_path))
    assert isinstance(made.storage, LocalStorage)
    assert made.door is made.storage
    url = await made.storage.presign(a_file(), timedelta(hours=1), NOW)
    assert url.startswith("http://127.0.0.1:8000/files/")
    assert made.spool == tmp_path / "home" / "uploads"
    assert made.scanner is None


async def test_a_bucket_is_named_with_its_endpoint_its_region_and_how_browsers_reach_it(
    tmp_path: Path,
) -> None:
    url = "s3://records/hr/one?endpoint=http://minio:9000&region=eu-1&public=https://files.example.com"
    made = media(
        _settings(
            tmp_path, storage_url=url, storage_key_id="anna12345", storage_secret=SecretStr("a-secret-1")
        )
    )
    assert isinstance(made.storage, S3Storage)
    assert made.door is None
    assert made.storage.origin == "https://files.example.com"
    shown = a_file()
    signed = urlsplit(await made.storage.presign(shown, timedelta(minutes=5), NOW))
    assert signed.path == f"/records/hr/one/{shown.key}"
    query = parse_qs(signed.query)
    assert query["X-Amz-Expires"] == ["300"]
    assert query["X-Amz-Credential"][0].startswith("anna12345/")
    assert "/eu-1/s3/" in query["X-Amz-Credential"][0]
    assert "a-secret-1" not in str(signed)


async def test_amazons_own_service_needs_no_endpoint(tmp_path: Path) -> None:
    made = storage(
        _settings(
            tmp_path,
            storage_url="s3://records?region=eu-central-1",
            storage_key_id="anna12345",
            storage_secret=SecretStr("a-secret-1"),
        )
    )
    assert made.origin == "https://records.s3.eu-central-1.amazonaws.com"


def test_a_folder_and_a_scanner_are_taken_as_they_are_named(tmp_path: Path) -> None:
    made = media(
        _settings(
            tmp_path,
            storage_url=f"file://{tmp_path}/a%20folder",
            media_scan_command="clamdscan --no-summary -",
            media_spool=tmp_path / "spool",
            media_largest=1024 * 1024,
            media_link_life=timedelta(minutes=5),
        )
    )
    assert isinstance(made.storage, LocalStorage)
    assert made.scanner is not None
    assert (made.largest, made.link_life) == (1024 * 1024, timedelta(minutes=5))
    assert (tmp_path / "spool").is_dir()
