"""Somebody who is erased leaves a free place and no stuck process behind."""

import pytest

from domain.identifiers import interview_workflow
from domain.vocabulary import MailTemplate
from services import erasure
from services.context import act_as_candidate
from services.correspondence import Correspondence, prepare
from services.interviews import answer
from tests.conftest import Sessions
from tests.workflows.hiring import Hiring


@pytest.mark.parametrize("booked", [False, True], ids=["invited", "booked"])
async def test_the_place_of_an_erased_person_passes_on(
    hiring: Hiring, web_sessions: Sessions, booked: bool
) -> None:
    await hiring.closed_job(80, 70, openings=1)
    if booked:
        first, _ = await hiring.booked()
    else:
        first = await hiring.invited()
    now = await hiring.now(first)
    async with web_sessions.begin() as session:
        await act_as_candidate(session, first)
        assert await erasure.erase_own_person(session, at=now) == 1
    assert await hiring.app.result(interview_workflow(first)) == "cancelled"
    await _told_of(hiring, booked=booked)
    second = await hiring.invited(1)
    await hiring.candidate(answer.accept, second)


async def _told_of(hiring: Hiring, *, booked: bool) -> None:
    """Whoever was to conduct the interview gets a mail that takes it out of the calendar; nobody else does."""
    letters = await hiring.mails(MailTemplate.INTERVIEWER_CANCELLATION)
    assert len(letters) == booked
    for letter in letters:
        async with hiring.app.sessions.begin() as session:
            written = await prepare(
                session, letter, lambda _interview, _generation: {}, "", letter.created_at
            )
        assert isinstance(written, Correspondence)
        assert written.entry is not None
        assert (written.entry.method, written.entry.start) == ("CANCEL", written.facts.scheduled_time)
        assert [address for _, address in written.entry.attendees] == [written.to_address]
