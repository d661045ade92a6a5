"""Processing as an admin sees it: what needs somebody, one interview's steps, themes; retried without script."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Keep
from tests.browser.windows import LOOKS, Windows, axe, no_sideways_scrolling, visit
from tests.services.processing.scene import ADA, POISON, Scene, a_scene
from tests.support.data import Data, Sessions
from tests.support.identity import session_for
from tests.web.site import Site
from web.desk.session import COOKIE


@pytest.fixture
async def scene(live: Site, data: Data, owner_sessions: Sessions, worker_sessions: Sessions) -> Scene:
    return await a_scene(data, owner_sessions, worker_sessions, live.clock.now)


async def as_ada(page: Page, live: Site) -> None:
    value = await session_for(live.owner, ADA)
    await page.context.add_cookies([{"name": COOKIE, "value": value, "url": str(live.http.base_url)}])


async def test_an_admin_finds_what_failed_and_tries_it_again_without_script(
    live: Site, scene: Scene, phone_without_script: Page, keep: Keep
) -> None:
    page = phone_without_script
    await as_ada(page, live)
    await visit(page, live, "/processing")
    assert await page.get_by_text("Felix Fault").count() == 1
    await no_sideways_scrolling(page)
    await keep(page, "processing-phone")
    await page.get_by_role("link", name="Felix Fault").click()
    await page.get_by_text(POISON).first.wait_for()
    await keep(page, "processing-failed-phone")
    await page.get_by_role("button", name="Retry").click()
    await page.locator("h1 .tag", has_text="running").wait_for()

    await visit(page, live, "/processing")
    await page.get_by_label("Choose Stella Still").check()
    await page.get_by_label("What").select_option("fix")
    await page.get_by_role("button", name="Do it").click()
    await page.get_by_text("1 interview begins anew.").wait_for()
    await expect(page.get_by_text("Nothing needs you.")).to_have_count(1)


async def test_the_steps_and_the_evidence_of_one_interview_fit_a_desk(
    live: Site, scene: Scene, desktop: Page, keep: Keep
) -> None:
    await as_ada(desktop, live)
    await visit(desktop, live, f"/interviews/{scene.ready}/processing")
    assert await desktop.get_by_text("I wrote the billing service in Python.").count() >= 1
    assert await desktop.get_by_text("1.0 s").count() >= 5
    await keep(desktop, "processing-ready-desktop")
    await visit(desktop, live, f"/jobs/{scene.job}/themes")
    assert await desktop.get_by_text("It is off for this job.").count() == 1
    await desktop.get_by_role("button", name="Turn it on for this job").click()
    await desktop.get_by_text("It is on.").wait_for()
    await keep(desktop, "processing-themes-desktop")


@pytest.mark.parametrize(("device", "dark"), LOOKS)
async def test_every_page_fits_and_is_accessible(
    device: str, dark: bool, live: Site, scene: Scene, windows: Windows, keep: Keep
) -> None:
    async with windows.open(device, dark=dark) as page:  # type: ignore[arg-type]  # one of LOOKS
        await as_ada(page, live)
        for name, path in (
            ("list", "/processing"),
            ("one", f"/interviews/{scene.ready}/processing"),
            ("themes", f"/jobs/{scene.job}/themes"),
        ):
            await visit(page, live, path)
            await no_sideways_scrolling(page)
            await axe(page)
            await keep(page, f"processing-{name}-{device}{'-dark' if dark else ''}")
