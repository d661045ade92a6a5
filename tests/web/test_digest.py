"""The digest as a page, and its mail turned off: signed in, from the mail's page, and with one click in a mail."""

from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import pytest

from domain.vocabulary import UserRole
from tests.support.data import MONDAY
from tests.web.site import Site, csrf_of

ROSA = "rosa@hiring.example"


@pytest.fixture
async def rosa(site: Site) -> UUID:
    """A recruiter at her desk, with an invitation on its way."""
    user = await site.data.a_user(email=ROSA, time_zone="Europe/Berlin")
    await site.an_invitation(recruiter_id=user, title="Baker <b>of</b> bread", company="Mill & Co")
    await site.sign_in(ROSA)
    site.clock.forward(hours=1)
    return user


async def test_the_page_says_what_happened_and_what_is_next(site: Site, rosa: UUID) -> None:
    page = await site.http.get("/digest")
    assert page.status_code == 200
    assert "1 invitation was sent" in page.text
    assert "Baker &lt;b&gt;of&lt;/b&gt; bread at Mill &amp; Co" in page.text
    assert 'type="date"' in page.text
    assert rosa


async def test_a_morning_can_be_chosen_and_shows_what_its_mail_told(site: Site, rosa: UUID) -> None:
    later = await site.http.get("/digest", params={"day": "2026-03-03"})
    assert "1 invitation was sent" not in later.text, "the future is today's morning"
    site.clock.forward(days=3)
    day = await site.http.get("/digest", params={"day": "2026-03-03"})
    assert "1 invitation was sent" in day.text
    quiet = await site.http.get("/digest", params={"day": "2026-03-05"})
    assert "1 invitation was sent" not in quiet.text
    assert (await site.http.get("/digest", params={"day": "yesterday"})).status_code == 422
    assert (await site.http.get("/digest", params={"day": "0001-01-01"})).status_code == 200
    assert rosa


async def test_a_recruiter_sees_no_other_recruiters_job_and_an_auditor_no_digest(
    site: Site, rosa: UUID
) -> None:
    await site.data.a_user(email="otto@hiring.example")
    await site.sign_in("otto@hiring.example")
    assert "Baker" not in (await site.http.get("/digest")).text
    await site.data.a_user(UserRole.AUDITOR, email="ada@hiring.example")
    await site.sign_in("ada@hiring.example")
    assert (await site.http.get("/digest")).status_code == 403
    assert rosa


async def test_the_mail_is_turned_off_and_on_from_the_page(site: Site, rosa: UUID) -> None:
    for wanted, shown in (("off", "You do not get this by mail"), ("on", "This comes to you by mail")):
        page = await site.http.get("/digest")
        answer = await site.http.post("/digest", data={"csrf": csrf_of(page), "by_mail": wanted})
        assert answer.status_code == 303
        assert shown in (await site.http.get("/digest")).text
    assert (await site.http.post("/digest", data={"by_mail": "off"})).status_code == 403
    assert rosa


async def test_opening_the_mails_link_changes_nothing_and_its_button_turns_the_mail_off(
    site: Site, rosa: UUID
) -> None:
    site.http.cookies.clear()
    link = urlsplit(site.links.opt_out(rosa, site.clock.now + timedelta(days=400))).path
    for method in ("GET", "HEAD"):
        assert (await site.http.request(method, link)).status_code == 200
    assert (await _refusals(site)) == 0
    for _ in range(2):
        done = await site.http.post(link, data={"List-Unsubscribe": "One-Click"})
        assert done.status_code == 200
        assert "no daily digest any more" in done.text
    assert (await _refusals(site)) == 1
    told = await site.row("SELECT actor_id, reason FROM automation_logs WHERE action_type = 'digest_off'")
    assert (told.actor_id, told.reason) == (rosa, "from the mail")


async def test_a_link_that_is_forged_old_or_anothers_turns_nothing_off(site: Site, rosa: UUID) -> None:
    token = urlsplit(site.links.opt_out(rosa, site.clock.now + timedelta(days=400))).path.rpartition("/")[2]
    old = urlsplit(site.links.opt_out(rosa, MONDAY - timedelta(days=1))).path
    for path in (f"/digest/off/{uuid4()}/{token}", f"/digest/off/{rosa}/{token[:-2]}xx", old):
        for method in ("GET", "POST"):
            assert (await site.http.request(method, path)).status_code == 403
    assert (await _refusals(site)) == 0


async def _refusals(site: Site) -> int:
    count: int = (await site.row("SELECT count(*) FROM digest_refusals"))[0]
    return count
