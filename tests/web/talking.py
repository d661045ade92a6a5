"""The worker's part of a conversation on pages: answering what was written."""

from uuid import UUID

from services import find, negotiation
from tests.support.data import AUTO
from tests.web.site import Site


async def bot_answers(site: Site, interview_id: UUID) -> None:
    """The workflow's step, at the page's time."""
    async with site.data.worker.begin() as session:
        interview = await find.interview(session, interview_id)
        assert interview.job_id is not None
        job = await find.job(session, interview.job_id)
        await negotiation.answer(session, interview_id, job, cause=AUTO, at=site.clock.now)


async def writes(site: Site, interview_id: UUID, times: str, words: str) -> None:
    """The candidate sends a message on the page of times, and the bot answers."""
    answer = await site.submit(times, action="reply", message=words)
    assert answer.status_code == 303, answer.text
    await bot_answers(site, interview_id)
