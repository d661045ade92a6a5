"""Finding a time: slots, races, moving, other times, zones."""

import asyncio
from datetime import UTC, datetime

from domain.vocabulary import LinkPurpose
from tests.web.site import Site, nonce_of, phase_of, starts_of

SCHEDULE = LinkPurpose.SCHEDULE


async def test_a_picked_time_is_booked_and_can_be_moved(site: Site) -> None:
    interview = await site.an_invitation()
    times = await site.accepted(interview)
    first, second = starts_of(await site.http.get(times))[:2]
    assert (await site.submit(times, action="pick", start=first)).status_code == 303
    page = await site.http.get(times)
    assert phase_of(page) == "confirmed"
    assert "Tuesday, 3 March, 09:00 (UTC)" in page.text
    assert first in starts_of(page), "its own booking does not make a time busy"
    assert (await site.submit(times, action="pick", start=second)).status_code == 303
    row = await site.row("SELECT status, scheduled_time, calendar_sequence FROM interviews")
    assert (row[0], row[1].isoformat(), row[2]) == ("confirmed", second, 1)


async def test_picking_the_same_time_twice_changes_nothing(site: Site) -> None:
    interview = await site.an_invitation()
    times = await site.accepted(interview)
    page = await site.http.get(times)
    form = {"nonce": nonce_of(page), "action": "pick", "start": starts_of(page)[0]}
    both = await asyncio.gather(site.http.post(times, data=form), site.http.post(times, data=form))
    assert [answer.status_code for answer in both] == [303, 303]
    before = await site.snapshot()
    assert (await site.http.post(times, data=form)).status_code == 303
    assert await site.snapshot() == before


async def test_of_two_who_pick_one_time_at_once_the_slower_sees_the_next_best(site: Site) -> None:
    pages = [await site.accepted(await site.an_invitation()) for _ in range(2)]
    for start in starts_of(await site.http.get(pages[0]))[:3]:
        forms = [
            {"nonce": nonce_of(await site.http.get(page)), "action": "pick", "start": start} for page in pages
        ]
        answers = await asyncio.gather(
            *(site.http.post(page, data=form) for page, form in zip(pages, forms, strict=True))
        )
        assert sorted(answer.status_code for answer in answers) == [303, 409]
        slower = next(answer for answer in answers if answer.status_code == 409)
        assert "The next best times" in slower.text
        assert start not in starts_of(slower)
        assert len(starts_of(slower)) > 3


async def test_a_time_that_is_not_offered_is_refused(site: Site) -> None:
    times = await site.accepted(await site.an_invitation())
    before = await site.snapshot()
    for start, status in (
        ("", 422),
        ("soon", 422),
        ("2026-03-03T09:00", 422),
        ("2026-03-01T03:00:00+00:00", 409),
    ):
        answer = await site.submit(times, action="pick", start=start)
        assert answer.status_code == status
    assert (await site.submit(times, action="dance")).status_code == 422
    assert await site.snapshot() == before


async def test_a_candidate_reads_times_in_the_chosen_zone(site: Site) -> None:
    interview = await site.an_invitation()
    times = await site.accepted(interview)
    assert (await site.submit(times, action="zone", time_zone="Atlantis/Deep")).status_code == 422
    assert (await site.submit(times, action="zone", time_zone="Asia/Kathmandu")).status_code == 303
    page = await site.http.get(times)
    assert "Kathmandu, UTC+5:45" in page.text
    assert ">14:45<" in page.text
    before = await site.snapshot()
    assert (await site.submit(times, action="zone", time_zone="Asia/Kathmandu")).status_code == 303
    assert await site.snapshot() == before


async def test_before_accepting_there_are_no_times_to_pick(site: Site) -> None:
    interview = await site.an_invitation()
    path = site.link(interview, SCHEDULE)
    page = await site.http.get(path)
    assert phase_of(page) == "invited"
    assert starts_of(page) == []
    answer = await site.submit(path, action="pick", start="2026-03-03T09:00:00+00:00")
    assert answer.status_code == 409


async def test_times_on_both_sides_of_a_clock_change_carry_their_own_offset(site: Site) -> None:
    site.clock.now = datetime(2026, 3, 26, 8, tzinfo=UTC)
    times = await site.accepted(await site.an_invitation())
    await site.submit(times, action="zone", time_zone="Europe/Berlin")
    page = (await site.http.get(times)).text
    friday = page.partition("Friday, 27 March")[2].partition("</fieldset>")[0]
    monday = page.partition("Monday, 30 March")[2].partition("</fieldset>")[0]
    assert ("UTC+1" in friday, ">10:00<" in friday, ">09:00<" in friday) == (True, True, False)
    assert ("UTC+2" in monday, ">11:00<" in monday, ">10:00<" in monday) == (True, True, False)
