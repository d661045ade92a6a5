"""Taking in a folder of resumes, one transaction each, and following them until they are scored."""

import asyncio
import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from cli.acting import HIRING, Desk
from cli.resume_folder import Folder, Person, media_type
from domain.errors import ConflictError, InvalidInputError
from models import Application, File
from services import applications
from services.applications import MAX_FILE, Upload

_POLL_SECONDS = 0.25
_BATCH = 1000


@dataclass(slots=True)
class Intake:
    """What became of every file of a folder."""

    received: dict[UUID, str] = field(default_factory=dict)
    """Application id -> file, in order of arrival."""
    duplicates: dict[str, UUID] = field(default_factory=dict)
    """File -> the application that this person, or this very file, has for the job already."""
    refused: dict[str, str] = field(default_factory=dict)
    """File -> reason."""
    scored: dict[UUID, float] = field(default_factory=dict)
    unreadable: dict[UUID, str] = field(default_factory=dict)
    """Application id -> reason; these score 0."""

    @property
    def waiting(self) -> list[UUID]:
        """Applications that have no score yet."""
        return [i for i in self.received if i not in self.scored and i not in self.unreadable]


async def take_in(
    desk: Desk, job_id: UUID, folder: Folder, time_zone: str, tell: Callable[[], object]
) -> Intake:
    """Submit every file; one that cannot be taken is reported and the others go on.

    `tell` is called after each file. Raises ConflictError when the job takes no application at all.
    """
    intake = Intake(refused=dict.fromkeys(folder.absent, "It is listed, but not in the folder."))
    for path in folder.files:
        try:
            await _submit(desk, job_id, path, folder.people.get(path.name, Person()), time_zone, intake)
        except InvalidInputError as error:
            intake.refused[path.name] = error.message
        except ConflictError as error:
            # Closed while we work: what came in stays, the rest is told apart.
            if not intake.received and not intake.duplicates:
                raise
            intake.refused[path.name] = error.message
        except OSError as error:
            intake.refused[path.name] = f"It cannot be read: {error.strerror or error}."
        tell()
    return intake


async def _submit(
    desk: Desk, job_id: UUID, path: Path, person: Person, time_zone: str, intake: Intake
) -> None:
    content = await asyncio.to_thread(_read, path)
    upload = Upload(
        path.name, content, person.name, person.email, person.time_zone or time_zone, media_type(path)
    )
    async with desk.begin(*HIRING) as act:
        known = None if upload.email else await _same_file(act.session, job_id, content)
        if known is not None:
            intake.duplicates[path.name] = known
            return
        application_id, is_new = await applications.submit(
            act.session, job_id, upload, cause=act.cause(), at=act.at
        )
    if is_new:
        intake.received[application_id] = path.name
    else:
        intake.duplicates[path.name] = application_id


def _read(path: Path) -> bytes:
    # Before reading: a file of gigabytes must not fill the memory to be refused.
    if path.stat().st_size > MAX_FILE:
        raise InvalidInputError(f"The file is larger than {MAX_FILE // 1024 // 1024} MiB.")
    return path.read_bytes()


async def _same_file(session: AsyncSession, job_id: UUID, content: bytes) -> UUID | None:
    """An application of the job with this very file: a folder imported again adds nobody."""
    found: UUID | None = await session.scalar(
        select(Application.id)
        .join(File, File.id == Application.resume_file_id)
        .where(Application.job_id == job_id, File.sha256 == hashlib.sha256(content).digest())
        .limit(1)
    )
    return found


async def follow(desk: Desk, intake: Intake, within: float, tell: Callable[[int], object]) -> bool:
    """Look until every application is scored; `tell` gets how many are. False after `within` seconds."""
    deadline = time.monotonic() + within
    while True:
        await look(desk, intake)
        tell(len(intake.received) - len(intake.waiting))
        if not intake.waiting:
            return True
        if time.monotonic() >= deadline:
            return False
        await asyncio.sleep(_POLL_SECONDS)


async def look(desk: Desk, intake: Intake) -> None:
    """Note which of the waiting applications have a score by now."""
    waiting = intake.waiting
    async with desk.begin() as act:
        for start in range(0, len(waiting), _BATCH):
            await _look(act.session, waiting[start : start + _BATCH], intake)


async def _look(session: AsyncSession, ids: Sequence[UUID], intake: Intake) -> None:
    query = select(Application.id, Application.fit_score, Application.unreadable_reason).where(
        Application.id.in_(ids), Application.ai_processed
    )
    for application_id, score, reason in await session.execute(query):
        if reason is None:
            intake.scored[application_id] = float(score)
        else:
            intake.unreadable[application_id] = reason
