"""A web tier that takes files in, over a storage of its own."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from integrations.links import SignedLinks
from integrations.storage.scan import CommandScanner
from tests.conftest import Sessions
from tests.support.data import Data
from tests.support.identity import signs
from tests.support.media_files import SCAN
from tests.support.storage import S3Server, local, s3_server
from tests.web.media.studio import Studio
from tests.web.site import BASE, FORM_KEY, Clock
from web.app import create_app
from web.deps import Media, WebDeps


@pytest.fixture
async def studio(
    web_sessions: Sessions, worker_sessions: Sessions, owner_sessions: Sessions, data: Data, tmp_path: Path
) -> AsyncIterator[Studio]:
    """Files in a folder; links are opened by the web tier itself."""
    storage = local(tmp_path / "media")
    (tmp_path / "uploads").mkdir()
    wall = Clock(datetime.now(UTC))
    media = Media(storage, storage, CommandScanner(SCAN), spool=tmp_path / "uploads")
    clock, links = Clock(), SignedLinks("k" * 40, BASE)
    app = create_app(WebDeps(web_sessions, clock, links, BASE, FORM_KEY, media=media, wall=wall))
    transport = httpx.ASGITransport(app, raise_app_exceptions=True)
    hooks = {"request": [signs(owner_sessions)]}
    async with httpx.AsyncClient(transport=transport, base_url=BASE, event_hooks=hooks) as client:
        yield Studio(client, links, clock, data, owner_sessions, storage, worker_sessions, wall, tmp_path)


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    """A real S3 server."""
    with s3_server(tmp_path_factory.mktemp("buckets")) as server:
        yield server
