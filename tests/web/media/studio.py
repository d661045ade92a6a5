"""What tests of files need: people, a job, an interview that is booked, and ways to upload."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx
from sqlalchemy import text

from domain.storage import ObjectStorage
from domain.vocabulary import UserRole
from services.interviews import answer
from services.media.sweep import Swept, sweep
from tests.services.arrange import LATER, accepted, free_starts
from tests.support.data import BY_CANDIDATE, Sessions
from tests.support.storage import keys_of
from tests.web.site import Clock, Site

API = "/api/v1"
ROSA, ADA, IAN, OTTO = (
    "rosa@hiring.example",
    "ada@hiring.example",
    "ian@hiring.example",
    "otto@hiring.example",
)


@dataclass
class Studio(Site):
    """A site whose installation keeps files."""

    storage: ObjectStorage
    worker: Sessions
    wall: Clock
    folder: Path
    people: dict[str, UUID] = field(default_factory=dict)

    async def a_job(self) -> UUID:
        """Rosa's job, which Ian interviews for. Otto is the recruiter of another one, Ada an admin."""
        roles = {
            ROSA: UserRole.RECRUITER,
            OTTO: UserRole.RECRUITER,
            IAN: UserRole.INTERVIEWER,
            ADA: UserRole.ADMIN,
        }
        for email, role in roles.items():
            if email not in self.people:
                self.people[email] = await self.data.a_user(role, email=email, name=email.partition("@")[0])
        return await self.data.a_job(
            openings=2, buffer=1, recruiter_id=self.people[ROSA], interviewer_ids=(self.people[IAN],)
        )

    async def a_booking(self) -> tuple[UUID, UUID]:
        """A job of Rosa's with an interview that Ian conducts: ids of both."""
        job = await self.a_job()
        await self.data.scored(job, 90, 80)
        await self.data.closed_and_ranked(job)
        interview = (await accepted(self.data, job))[0]
        start = (await free_starts(self.data.worker, interview))[0]
        async with self.data.worker.begin() as session:
            await answer.pick(session, interview, start, cause=BY_CANDIDATE, received_at=LATER)
        self.clock.now = LATER
        return job, interview

    async def upload(
        self,
        path: str,
        content: bytes,
        name: str = "file",
        kind: str = "application/octet-stream",
        by: str = ROSA,
    ) -> httpx.Response:
        """Send a file as programs do."""
        headers = self.as_user(by) | {"X-File-Name": quote(name), "Content-Type": kind}
        return await self.http.post(f"{API}{path}", content=content, headers=headers)

    async def uploaded(self, job: UUID, content: bytes, name: str = "file", by: str = ROSA) -> dict[str, Any]:
        """Send a file for a job; what the API tells of it."""
        answer_ = await self.upload(f"/jobs/{job}/media", content, name, by=by)
        assert answer_.status_code == 201, answer_.text
        item: dict[str, Any] = answer_.json()["items"][-1]
        return item

    async def files(self) -> list[UUID]:
        """Ids of every file that lies in the storage, as the rows say."""
        return [
            row[0] for row in await self.rows("SELECT id FROM files WHERE storage_key IS NOT NULL ORDER BY 1")
        ]

    async def rows(self, sql: str, **values: Any) -> list[Any]:
        """Rows, seen by the owner."""
        async with self.owner.begin() as session:
            return list((await session.execute(text(sql), values)).all())

    async def keys(self) -> list[str]:
        """Every object."""
        return await keys_of(self.storage)

    async def sweep(self, **after: float) -> Swept:
        """Sweep so much later."""
        later = timedelta(**after)
        return await sweep(self.worker, self.storage, at=self.clock.now + later, wall=self.wall.now + later)

    def spool(self) -> list[str]:
        """What waits in the folder of uploads: never anything with a name."""
        return [place.name for place in (self.folder / "uploads").iterdir()]
