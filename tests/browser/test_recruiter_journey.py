"""A recruiter closes a job and follows it, live, to a booked interview; a real worker does what is automatic."""

from datetime import UTC, datetime

from playwright.async_api import Page, expect

from domain.identifiers import interview_id
from domain.vocabulary import LinkPurpose, UserRole
from services.identity import passwords
from tests.browser.conftest import Keep
from tests.browser.windows import Windows, axe, no_sideways_scrolling, visit
from tests.support.data import AUTO
from tests.web.site import Site

ROSA = "rosa@hiring.example"
OWN = "four calm words here"


async def _signed_in(page: Page, site: Site, password: str) -> None:
    """Rosa signs in with the password that she was given, and chooses one of her own."""
    await visit(page, site, "/sign-in")
    await page.get_by_label("Mail address").fill(ROSA)
    await page.get_by_label("Password").fill(password)
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_label("Present password").fill(password)
    await page.get_by_label("New password", exact=True).fill(OWN)
    await page.get_by_label("New password again").fill(OWN)
    await page.get_by_role("button", name="Change password").click()
    await expect(page.get_by_text("Your password was changed")).to_be_visible()


async def _looked_at(page: Page, keep: Keep, name: str) -> None:
    await axe(page)
    await no_sideways_scrolling(page)
    await keep(page, name)


async def test_a_recruiter_closes_a_job_and_follows_it_to_a_booked_interview(
    at_work: Site, windows: Windows, keep: Keep
) -> None:
    now = datetime.now(UTC)
    rosa = await at_work.data.a_user(UserRole.RECRUITER, name="Rosa Recruiter", email=ROSA)
    job = await at_work.data.a_job(1, 1, at=now, title="Baker", company="Loaf & Co", recruiter_id=rosa)
    best, *_ = await at_work.data.scored(job, 80, 70, 60, at=now)
    async with at_work.owner.begin() as session:
        password = await passwords.give_one_time(session, rosa, cause=AUTO, now=now, at=now)
    async with windows.open("desktop") as board, windows.open("phone") as phone:
        await _signed_in(board, at_work, password)
        await visit(board, at_work, "/")
        await _looked_at(board, keep, "journey-1-jobs")
        await board.get_by_role("link", name="Baker").first.click()
        await expect(board.locator("[data-feed-state]")).to_have_text("live")
        await _looked_at(board, keep, "journey-2-open")
        await board.get_by_role("link", name="Close and rank").click()
        dialog = board.get_by_role("dialog")
        await dialog.get_by_label("Why?").fill("enough applications")
        await _looked_at(board, keep, "journey-3-close")
        await dialog.get_by_role("button", name="Close and rank").click()

        # From here on the recruiter only looks: the page follows by itself.
        feed = board.locator(".activity")
        await expect(feed).to_contain_text("Person 1 was invited")
        await expect(board.locator(".seat.is-answer")).to_have_count(1)
        await _looked_at(board, keep, "journey-4-invited")

        invitation = at_work.link(interview_id(best), LinkPurpose.ACCEPT)
        await visit(phone, at_work, invitation)
        await phone.get_by_role("button", name="Accept", exact=True).click()
        await expect(feed).to_contain_text("Person 1 accepted the invitation")
        await phone.locator("label.slot").nth(2).click()
        await phone.get_by_role("button", name="Book this time").click()
        await expect(phone.get_by_text("Your interview is booked.")).to_be_visible()
        await _looked_at(phone, keep, "journey-5-booked-phone")

        await expect(feed).to_contain_text("A time was fixed with Person 1")
        await expect(board.locator(".seat.is-interview")).to_have_count(1)
        await expect(board.get_by_role("heading", name="Seats")).to_contain_text("1 booked")
        await _looked_at(board, keep, "journey-6-booked")
    states = await at_work.row(
        "SELECT status, (SELECT status FROM jobs WHERE id = job_id) FROM interviews WHERE id = :id",
        id=interview_id(best),
    )
    assert tuple(states) == ("confirmed", "closed")
