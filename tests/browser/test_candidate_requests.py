"""The hiring team answers what candidates ask for."""

from playwright.async_api import Page, expect

from domain.vocabulary import LinkPurpose, UserRole
from tests.browser.conftest import Keep
from tests.browser.windows import Windows, axe, no_sideways_scrolling, visit
from tests.support.identity import session_for
from tests.web.site import Site
from web.desk.session import COOKIE


async def _signed_in(page: Page, site: Site, email: str) -> None:
    value = await session_for(site.owner, email)
    await page.context.add_cookies([{"name": COOKIE, "value": value, "url": str(site.http.base_url)}])


async def test_a_colleague_answers_a_request_and_the_candidate_reads_it(
    live: Site, windows: Windows, keep: Keep
) -> None:
    await live.data.a_user(UserRole.ADMIN, email="ada@hiring.example", name="Ada Admin")
    interview = await live.an_invitation(company="Acme Bakery")
    application = live.link(interview, LinkPurpose.APPLICATION)
    await live.submit(
        application, action="review", message="I have baked for ten years, which is not in the list."
    )
    await live.submit(application + "/data", action="correction", message="I do hold a driving licence.")
    for device in ("phone", "desktop"):
        async with windows.open(device) as page:
            await _signed_in(page, live, "ada@hiring.example")
            await visit(page, live, "/requests")
            await expect(page.get_by_text("I have baked for ten years")).to_be_visible()
            await axe(page)
            await no_sideways_scrolling(page)
            await keep(page, f"requests-{device}")
    async with windows.open("desktop") as page:
        await _signed_in(page, live, "ada@hiring.example")
        await visit(page, live, "/requests")
        review = page.get_by_role("article", name="asks for a person")
        await review.get_by_label("Something was changed").check()
        await review.get_by_role("textbox").fill("You are right. Your years count now.")
        await review.get_by_role("button", name="Send the answer").click()
        await expect(page.get_by_text("Something was changed.")).to_be_visible()
        await axe(page)
        await visit(page, live, application)
        await expect(page.get_by_text("You are right. Your years count now.")).to_be_visible()
