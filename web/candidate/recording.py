"""A spoken answer in the text interview: taken in as it comes, then turned into words that the candidate looks at."""

from uuid import UUID

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import ConflictError, InvalidInputError, UnavailableError
from domain.media_types import MIB, Family
from domain.storage import Shown
from services.interview_bot import taking
from services.media.spool import Incoming, Spooled, SpoolRules, spooled
from web.candidate.gate import Visit, cause
from web.candidate.route import CandidateRoute
from web.candidate.text import PATH, PURPOSE, number_of, show_text
from web.deps import Media, ReceivedAt
from web.media.form import UploadForm
from web.media.taking import forget, needed

router = APIRouter(route_class=CandidateRoute)
LARGEST = 16 * MIB
"""Some ten minutes as browsers and phones record sound."""
SOUND = frozenset({Family.AUDIO})


@router.post(PATH + "/recording")
async def record(request: Request, interview_id: UUID, token: str, at: ReceivedAt) -> Response:
    """Take a spoken answer in. The machine's next step turns it into words; sending those is the answer."""
    visit = Visit(request, PURPOSE, interview_id, token, at)
    media = needed(visit.deps)
    try:
        form = UploadForm(request)
        await form.open()
        visit.deps.links.check_nonce(form.fields.get("nonce", ""), interview_id, PURPOSE, at)
        part = form.file()
        rules = SpoolRules(min(LARGEST, media.largest), media.spool, media.scanner)
        incoming = Incoming(part.filename, part.declared, SOUND)
        async with spooled(form.content(), incoming, rules) as spool:
            await _keep(visit, media, number_of(form.fields.get("ask", "")), spool)
    except (ConflictError, InvalidInputError, UnavailableError) as error:
        return await show_text(visit, error)
    return visit.see_other(PURPOSE, place="#now")


async def _keep(visit: Visit, media: Media, ask: int, spool: Spooled) -> None:
    """The row first, then the bytes, then the answer that names them: whatever fails leaves nothing behind."""
    id_, at = visit.interview_id, visit.at

    async def reserve(session: AsyncSession) -> Shown:
        return await taking.reserve_recording(session, spool, at=at)

    shown = await visit.enter(reserve)

    async def attach(session: AsyncSession) -> None:
        await taking.keep_recording(session, id_, ask, shown.file_id, cause=cause(), at=at)

    try:
        await media.storage.put(shown, spool.content)
        await visit.enter(attach)
    except BaseException:
        # Its row is the sweep's, which finds that no answer names it.
        await forget(media, shown.key)
        raise
