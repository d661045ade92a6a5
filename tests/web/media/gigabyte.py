"""Measures an upload of 1 GiB through the real web process, into a folder and into a bucket.

    python -m tests.web.media.gigabyte

Takes about two minutes and 3 GiB of disk. Ends with 1 when the process grew by 150 MiB or more.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from domain.media_types import GIB, MIB
from domain.vocabulary import UserRole
from feature_flags import provider
from runtime import database, migrate
from runtime.embedded.postgres import EmbeddedPostgres
from tests.runtime.embedded_home import new_home
from tests.support.data import Data
from tests.support.identity import key_for
from tests.support.storage import KEY_ID, SECRET, s3_server
from tests.web.media.process import s3_settings, upload, web_process

MOST = 150 * MIB


async def main(folder: Path) -> int:
    """Run both; returns the exit code."""
    provider.install()
    worst = 0
    with new_home() as home, s3_server(folder / "buckets") as s3:
        postgres = EmbeddedPostgres(home, durable=False)
        await postgres.start()
        try:
            await postgres.create_database("gigabyte")
            url = postgres.url_of("gigabyte")
            migrate.upgrade(url)
            owner = database.sessions(database.engine(url, database.OWNER, 3))
            data = Data(owner, database.sessions(database.engine(url, database.WORKER, 3)))
            rosa = await data.a_user(UserRole.RECRUITER, email="rosa@hiring.example")
            path = f"/jobs/{await data.a_job(recruiter_id=rosa)}/media"
            key = await key_for(owner, "rosa@hiring.example")
            for name, more in (("folder", {}), ("bucket", s3_settings(s3.endpoint, KEY_ID, SECRET))):
                async with web_process(url, folder / name, **more) as web:
                    await upload(web, path, key, MIB)
                    began = time.monotonic()
                    answer, grown = await upload(web, path, key, GIB)
                    took = time.monotonic() - began
                    answer.raise_for_status()
                    worst = max(worst, grown)
                    sys.stdout.write(f"{name}: 1 GiB in {took:.1f} s, {grown / MIB:.0f} MiB more memory\n")
        finally:
            await postgres.stop()
    return 0 if worst < MOST else 1


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        (Path(made) / "buckets").mkdir()
        sys.exit(asyncio.run(main(Path(made))))
