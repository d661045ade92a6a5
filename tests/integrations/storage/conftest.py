"""Both storages, for one suite of tests."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from domain.storage import ObjectStorage
from tests.support.storage import S3Server, local, s3_server


@pytest.fixture(scope="session")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    """A real S3 server."""
    with s3_server(tmp_path_factory.mktemp("buckets")) as server:
        yield server


@pytest.fixture(params=["local", "s3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStorage:
    """A folder, then a bucket."""
    if request.param == "local":
        return local(tmp_path / "media")
    server: S3Server = request.getfixturevalue("s3")
    return server.storage(f"some/{uuid4()}")
