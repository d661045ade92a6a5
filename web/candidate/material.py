"""What the job shows in its interviews, for the candidate: with addresses that hold for a while."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from services import find
from services.media import files
from services.media.files import LinkedFile, StoredFile
from services.media.job_media import media_of_job
from web.candidate.gate import Visit
from web.media import policy


@dataclass(frozen=True, slots=True)
class Material:
    """Files for a page; `headers` let its browser play them."""

    files: Sequence[LinkedFile] = ()
    headers: dict[str, str] = field(default_factory=dict)


async def material_of(visit: Visit) -> Material:
    """The files that the interview's job shows; none where no storage is set up. Raises LinkError as `Visit` does."""
    media = visit.deps.media
    if media is None:
        return Material()

    async def read(session: AsyncSession) -> list[StoredFile]:
        interview = await find.interview(session, visit.interview_id)
        return await media_of_job(session, interview.job_id) if interview.job_id else []

    found = [file for file in await visit.enter(read) if file.storage_key is not None]
    if not found:
        return Material()
    linked = await files.linked(media.storage, found, media.link_life, visit.deps.wall())
    return Material(linked, policy.headers(media))
