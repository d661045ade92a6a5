"""The page of somebody who applied and is not invited: in its states, on a phone and on a desk's screen."""

from playwright.async_api import expect

from domain.vocabulary import LinkPurpose
from tests.browser.conftest import Keep
from tests.browser.windows import Device, Windows, axe, no_sideways_scrolling, targets_are_large, visit
from tests.web.site import Site
from tests.web.test_applicant import applied, cancelled, link

LOOKS: tuple[tuple[Device, bool], ...] = (("phone", False), ("desktop", True))


async def test_whoever_is_not_invited_reads_where_the_application_stands_and_asks_a_person(
    live: Site, windows: Windows, keep: Keep
) -> None:
    _, benched, waiting = await applied(live)
    states = {
        "waiting-list": link(live, benched),
        "behind": link(live, waiting),
        "data": link(live, benched) + "/data",
        "erase": link(live, benched) + "/erase",
    }
    for device, dark in LOOKS:
        async with windows.open(device, dark=dark) as page:
            for name, path in states.items():
                await visit(page, live, path)
                await axe(page)
                await no_sideways_scrolling(page)
                await targets_are_large(page)
                await keep(page, f"applicant-{name}-{device}")
    async with windows.open("phone", script=False, locale="de-DE") as page:
        await visit(page, live, link(live, benched))
        await expect(page.get_by_text("Sie stehen auf der Warteliste für ein Gespräch.")).to_be_visible()
        await page.get_by_role("button", name="Um einen Menschen bitten").click()
        await expect(
            page.get_by_text("Sie haben gebeten, dass ein Mensch das ansieht.").first
        ).to_be_visible()
        await page.locator(f'a[href*="/about-me/{benched}/"]').click()
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert f"/about-me/{benched}/" in page.url
    await cancelled(live)
    async with windows.open("phone") as page:
        await visit(page, live, link(live, benched, LinkPurpose.APPLICATION))
        await expect(page.get_by_text("Your application is closed.")).to_be_visible()
        await axe(page)
        await keep(page, "applicant-ended-phone")
