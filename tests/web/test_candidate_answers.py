"""What candidates do on their pages: accept, decline, undo; and what must not happen."""

import asyncio
from datetime import timedelta
from uuid import UUID

from sqlalchemy import text

from domain.vocabulary import LinkPurpose
from services.interviews import end
from tests.services.arrange import booked
from tests.support.data import AUTO, MONDAY
from tests.web.site import Site, nonce_of, phase_of, starts_of

ACCEPT, REJECT, SCHEDULE = LinkPurpose.ACCEPT, LinkPurpose.REJECT, LinkPurpose.SCHEDULE


async def test_accepting_leads_to_the_page_of_times(site: Site) -> None:
    interview = await site.an_invitation()
    page = await site.http.get(site.link(interview, ACCEPT))
    assert page.status_code == 200
    assert "Baker" in page.text
    assert "P••••• 1" in page.text
    assert "Person" not in page.text
    assert "Wednesday, 4 March, 08:00 (UTC)" in page.text
    times = await site.http.get(await site.accepted(interview))
    assert phase_of(times) == "choosing"
    assert len(starts_of(times)) > 50


async def test_accepting_twice_is_accepting_once(site: Site) -> None:
    interview = await site.an_invitation()
    path = site.link(interview, ACCEPT)
    form = {"nonce": nonce_of(await site.http.get(path))}
    both = await asyncio.gather(site.http.post(path, data=form), site.http.post(path, data=form))
    assert [answer.status_code for answer in both] == [303, 303]
    before = await site.snapshot()
    assert (await site.http.post(path, data=form)).status_code == 303
    assert await site.snapshot() == before
    assert (await site.row("SELECT count(*) FROM automation_logs WHERE action_type = 'invitation_accepted'"))[
        0
    ] == 1


async def test_a_post_without_the_forms_nonce_changes_nothing(site: Site) -> None:
    interview = await site.an_invitation()
    before = await site.snapshot()
    for purpose in LinkPurpose:
        path = site.link(interview, purpose)
        foreign = site.links.nonce(interview, LinkPurpose.ACCEPT, "x", MONDAY - timedelta(hours=25))
        for form in ({}, {"nonce": "forged"}, {"nonce": foreign, "action": "pick"}):
            assert (await site.http.post(path, data=form)).status_code == 403
    assert await site.snapshot() == before


async def test_declining_needs_the_ticked_box(site: Site) -> None:
    interview = await site.an_invitation()
    before = await site.snapshot()
    answer = await site.submit(site.link(interview, REJECT), reason="times")
    assert answer.status_code == 422
    assert "not ticked" in answer.text
    assert await site.snapshot() == before


async def test_a_decline_can_be_undone_until_it_takes_effect(site: Site) -> None:
    interview = await site.an_invitation()
    path = site.link(interview, REJECT)
    assert (await site.submit(path, confirm="yes", reason="times")).status_code == 303
    page = await site.http.get(path)
    assert phase_of(page) == "leaving"
    assert "Undo" in page.text
    seat = await site.row("SELECT status, leave_kind FROM interviews WHERE id = :id", id=interview)
    assert tuple(seat) == ("invitation_sent", "declined")
    because = await site.row("SELECT reason FROM automation_logs WHERE action_type = 'leave_requested'")
    assert because[0] == "times"

    undone = await site.submit(path, action="undo")
    assert undone.status_code == 303
    assert "/accept/" in undone.headers["location"]
    page = await site.http.get(undone.headers["location"])
    assert phase_of(page) == "invited"
    assert "You keep your place." in page.text
    assert "You keep your place." not in (await site.http.get(path)).text

    await site.submit(path, confirm="yes")
    site.clock.forward(minutes=10)
    page = await site.http.get(path)
    assert phase_of(page) == "left"
    assert "passed on" in page.text
    async with site.data.worker.begin() as session:
        await end.finalize_leave(session, interview, cause=AUTO, at=site.clock.now)
    nonce = site.links.nonce(interview, REJECT, "invitation_sent:leaving:0", site.clock.now)
    late = await site.http.post(path, data={"nonce": nonce, "action": "undo"})
    assert late.status_code == 409
    assert "too late" in late.text


async def test_declining_twice_is_declining_once(site: Site) -> None:
    interview = await site.an_invitation()
    path = site.link(interview, REJECT)
    form = {"nonce": nonce_of(await site.http.get(path)), "confirm": "yes"}
    both = await asyncio.gather(site.http.post(path, data=form), site.http.post(path, data=form))
    assert [answer.status_code for answer in both] == [303, 303]
    assert (await site.row("SELECT count(*) FROM automation_logs WHERE action_type = 'leave_requested'"))[
        0
    ] == 1


async def test_a_forgotten_tab_does_not_withdraw_what_was_booked_since(site: Site) -> None:
    interview = await site.an_invitation()
    forgotten = nonce_of(await site.http.get(site.link(interview, REJECT)))
    times = await site.accepted(interview)
    start = starts_of(await site.http.get(times))[0]
    assert (await site.submit(times, action="pick", start=start)).status_code == 303
    form = {"nonce": forgotten, "confirm": "yes"}
    answer = await site.http.post(site.link(interview, REJECT), data=form)
    assert answer.status_code == 409
    assert "Something changed" in answer.text


async def test_a_link_that_is_not_genuine_shows_a_clear_page(site: Site) -> None:
    interview, other = await site.an_invitation(), await site.an_invitation(title="Cook")
    good = site.link(interview, ACCEPT)
    revoked = site.link(other, ACCEPT)
    async with site.owner.begin() as session:
        await session.execute(text("UPDATE interviews SET link_generation = 1 WHERE id = :id"), {"id": other})
    expired = site.link(interview, ACCEPT, days=-0.001)
    nowhere = site.link(UUID(int=7), ACCEPT)
    before = await site.snapshot()
    for path, status in (
        (good[:-2] + ("AA" if not good.endswith("AA") else "BB"), 403),
        (good.replace(str(interview), str(other)), 403),
        (good.replace("/accept/", "/reject/"), 403),
        (revoked, 403),
        (expired, 403),
        (nowhere, 403),
        (good.replace(str(interview), "1"), 404),
    ):
        for answer in (await site.http.get(path), await site.http.post(path, data={"nonce": "x"})):
            assert answer.status_code == status
            assert "<h1>" in answer.text
            assert "Baker" not in answer.text
    newer = await site.http.get(site.link(other, ACCEPT, generation=1))
    assert newer.status_code == 200
    assert await site.snapshot() == before


async def test_an_answer_at_the_deadline_counts_and_one_after_it_does_not(site: Site) -> None:
    interview = await site.an_invitation()
    path = site.link(interview, ACCEPT)
    nonce = nonce_of(await site.http.get(path))
    site.clock.forward(hours=48)
    assert phase_of(await site.http.get(path)) == "invited"
    site.clock.forward(microseconds=1)
    late = await site.http.post(path, data={"nonce": site.links.nonce(interview, ACCEPT, "", site.clock.now)})
    assert late.status_code == 410
    assert phase_of(late) == "too_late"
    assert (await site.http.get(path)).status_code == 410
    site.clock.now = MONDAY + timedelta(hours=23)
    assert (await site.http.post(path, data={"nonce": nonce})).status_code == 303


async def test_in_the_deadlines_own_instant_the_database_decides_once(site: Site) -> None:
    for _ in range(4):
        interview = await site.an_invitation()
        path = site.link(interview, ACCEPT)
        site.clock.forward(hours=48)
        nonce = site.links.nonce(interview, ACCEPT, "", site.clock.now)

        async def expire(lapsing: UUID = interview) -> None:
            async with site.data.worker.begin() as session:
                await end.expire(session, lapsing, cause=AUTO, at=site.clock.now)

        answer, _ = await asyncio.gather(site.http.post(path, data={"nonce": nonce}), expire())
        status = (await site.row("SELECT status FROM interviews WHERE id = :id", id=interview))[0]
        assert (answer.status_code, status) in {(303, "slot_pending"), (410, "expired")}
        site.clock.now = MONDAY


async def test_whoever_takes_a_withdrawal_back_sees_the_appointment_that_stands(site: Site) -> None:
    job = await site.data.a_job(openings=1)
    await site.data.scored(job, 90)
    await site.data.closed_and_ranked(job)
    (interview,) = await booked(site.data, job, at=site.clock.now)
    path = site.link(interview, REJECT)
    assert (await site.submit(path, confirm="yes")).status_code == 303
    undone = await site.submit(path, action="undo")
    page = await site.http.get(undone.headers["location"])
    assert phase_of(page) == "confirmed"
    assert "You keep your place." in page.text
