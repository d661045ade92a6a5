"""The page of alerts: for admins, open first, seen with one button."""

from uuid import UUID

import pytest

from domain.vocabulary import AlertCause, UserRole
from services import troubles
from services.troubles import Trouble
from tests.support.data import MONDAY
from tests.web.site import Site, csrf_of

ADA = "ada@hiring.example"


@pytest.fixture
async def alert(site: Site) -> UUID:
    """An admin at the desk, and one alert."""
    await site.data.a_user(UserRole.ADMIN, email=ADA)
    async with site.owner.begin() as session:
        await troubles.raised(
            session,
            Trouble(AlertCause.STUCK_WORK, "mails", {"count": 3, "since": MONDAY.isoformat()}),
            now=MONDAY,
        )
        (made,) = await troubles.listed(session, MONDAY)
    await site.sign_in(ADA)
    return made.id


async def test_an_alert_is_open_until_somebody_has_seen_it_and_then_over(site: Site, alert: UUID) -> None:
    page = await site.http.get("/alerts")
    assert "3 mails wait to be handed over, the oldest since 2026-03-02 08:00 UTC." in page.text
    assert (await site.http.post(f"/alerts/{alert}")).status_code == 403
    answer = await site.http.post(f"/alerts/{alert}", data={"csrf": csrf_of(page)})
    assert answer.status_code == 303
    page = await site.http.get("/alerts")
    assert "Mark as seen" not in page.text
    async with site.owner.begin() as session:
        await troubles.over(session, AlertCause.STUCK_WORK, "mails", now=site.clock.now)
    page = await site.http.get("/alerts")
    assert "Nothing needs you" in page.text
    assert "Over within the last week" in page.text


async def test_others_see_no_alerts(site: Site, alert: UUID) -> None:
    for role in (UserRole.RECRUITER, UserRole.AUDITOR, UserRole.INTERVIEWER):
        email = f"{role}@hiring.example"
        await site.data.a_user(role, email=email)
        await site.sign_in(email)
        assert (await site.http.get("/alerts")).status_code == 403
    assert alert
