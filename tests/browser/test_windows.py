"""The watch itself: what it must notice."""

import pytest
from playwright.async_api import Browser, Page

from domain.vocabulary import LinkPurpose
from tests.browser.conftest import Keep
from tests.browser.windows import Windows, axe, visit
from tests.web.site import Site


async def test_a_page_without_fault_is_kept_as_a_picture(live: Site, phone: Page, keep: Keep) -> None:
    interview = await live.an_invitation()
    answer = await visit(phone, live, live.link(interview, LinkPurpose.ACCEPT))
    assert answer.status == 200
    assert (await keep(phone, "watch")).stat().st_size > 1000


async def test_the_watch_notices_errors_failures_and_foreign_hosts(chromium: Browser, live: Site) -> None:
    windows = Windows(chromium)
    async with windows.open("desktop") as page:
        await visit(page, live, live.link(await live.an_invitation(), LinkPurpose.ACCEPT))
        assert not windows.faults
        await page.evaluate("async () => { console.error('ouch'); await fetch('/no-such-page'); }")
        await page.goto("about:blank")
        await page.set_content("<img src='http://127.0.0.1:9/elsewhere' alt=''>")
    said = "\n".join(windows.faults)
    for fault in ("ouch", "404", "another host: http://127.0.0.1:9/elsewhere", "failed: GET"):
        assert fault in said


async def test_axe_finds_a_picture_without_words(desktop: Page) -> None:
    await desktop.set_content("<!doctype html><html><img src='data:,'></html>")
    with pytest.raises(AssertionError, match="image-alt"):
        await axe(desktop)
