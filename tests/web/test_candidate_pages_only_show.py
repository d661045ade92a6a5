"""Opening a page changes nothing, in whatever state the interview is (I10)."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import pytest

from domain.vocabulary import LinkPurpose
from services.interviews import end
from tests.support.data import AUTO, BY_HAND
from tests.web.site import Site, phase_of, starts_of

Arrange = Callable[[Site, UUID], Awaitable[None]]


async def _nothing(site: Site, interview: UUID) -> None:
    """Leave it invited."""


async def _accepted(site: Site, interview: UUID) -> None:
    await site.accepted(interview)


async def _wrote_times(site: Site, interview: UUID) -> None:
    await site.submit(await site.accepted(interview), action="reply", message="Thursday 5 March at 10:00")


async def _booked(site: Site, interview: UUID) -> None:
    times = await site.accepted(interview)
    start = starts_of(await site.http.get(times))[0]
    assert (await site.submit(times, action="pick", start=start)).status_code == 303


async def _begun(site: Site, interview: UUID) -> None:
    await _booked(site, interview)
    site.clock.forward(days=1, hours=2)


async def _completed(site: Site, interview: UUID) -> None:
    await _begun(site, interview)
    async with site.data.worker.begin() as session:
        await end.complete(session, interview, cause=BY_HAND, at=site.clock.now)


async def _no_show(site: Site, interview: UUID) -> None:
    await _begun(site, interview)
    async with site.data.worker.begin() as session:
        await end.no_show(session, interview, cause=BY_HAND, at=site.clock.now)


async def _declined(site: Site, interview: UUID) -> None:
    await site.submit(site.link(interview, LinkPurpose.REJECT), confirm="yes")


async def _left(site: Site, interview: UUID) -> None:
    await _declined(site, interview)
    site.clock.forward(minutes=11)
    async with site.data.worker.begin() as session:
        await end.finalize_leave(session, interview, cause=AUTO, at=site.clock.now)


async def _expired(site: Site, interview: UUID) -> None:
    site.clock.forward(hours=49)
    async with site.data.worker.begin() as session:
        await end.expire(session, interview, cause=AUTO, at=site.clock.now)


async def _cancelled(site: Site, interview: UUID) -> None:
    async with site.data.worker.begin() as session:
        await end.cancel_interview(session, interview, cause=BY_HAND, at=site.clock.now)


STATES: list[tuple[Arrange, str]] = [
    (_nothing, "invited"),
    (_accepted, "choosing"),
    (_wrote_times, "waiting"),
    (_booked, "confirmed"),
    (_begun, "running"),
    (_completed, "completed"),
    (_no_show, "no_show"),
    (_declined, "leaving"),
    (_left, "left"),
    (_expired, "too_late"),
    (_cancelled, "cancelled"),
]


@pytest.mark.parametrize(("arrange", "phase"), STATES, ids=[phase for _, phase in STATES])
async def test_opening_any_page_in_any_state_changes_nothing(
    site: Site, arrange: Arrange, phase: str
) -> None:
    interview = await site.an_invitation()
    await arrange(site, interview)
    before = await site.snapshot()
    for purpose in LinkPurpose:
        path = site.link(interview, purpose)
        page = await site.http.get(path)
        assert page.status_code == (410 if phase == "too_late" else 200)
        assert phase_of(page) == phase
        assert "P••••• 1" in page.text
        # The link to a new address may lie with a stranger: its page says nothing but its question.
        assert ("help of automation" in page.text) is (purpose is not LinkPurpose.NEW_ADDRESS)
        assert page.headers["cache-control"] == "no-store"
        head = await site.http.head(path)
        assert (head.status_code, head.content) == (page.status_code, b"")
    assert await site.snapshot() == before


async def test_an_old_link_shows_the_present_state_when_its_form_is_sent_again(site: Site) -> None:
    interview = await site.an_invitation()
    await _completed(site, interview)
    before = await site.snapshot()
    for purpose, form in (
        (LinkPurpose.ACCEPT, {}),
        (LinkPurpose.REJECT, {"confirm": "yes"}),
        (LinkPurpose.SCHEDULE, {"action": "pick", "start": "2026-03-03T09:00:00+00:00"}),
    ):
        nonce = site.links.nonce(interview, purpose, "completed:staying:0", site.clock.now)
        answer = await site.http.post(site.link(interview, purpose), data={"nonce": nonce, **form})
        assert answer.status_code == 409
        assert phase_of(answer) == "completed"
    assert await site.snapshot() == before


async def test_every_link_on_a_page_leads_to_a_page(site: Site) -> None:
    interview = await site.an_invitation()
    page = await site.http.get(site.link(interview, LinkPurpose.ACCEPT))
    site.clock.now += timedelta(days=1)
    for path in {part.partition('"')[0] for part in page.text.split('href="/')[1:]}:
        assert (await site.http.get(f"/{path}")).status_code == 200
