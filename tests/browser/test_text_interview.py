"""A text interview in Chromium: begun on a phone, the browser closed, the worker killed, finished at a desk."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from playwright.async_api import Locator, Page, expect
from temporalio.client import Client

from domain.vocabulary import LinkPurpose, UserRole
from tests.browser.conftest import Keep, WallClock, _site
from tests.browser.windows import Device, Windows, axe, no_sideways_scrolling, targets_are_large, visit
from tests.support.data import Data, Sessions
from tests.support.patience import PATIENCE_SECONDS
from tests.support.text_interviews import ANSWERS, CACHE, SQL, offer, plan
from tests.support.worker import settings_for
from tests.support.worker_process import WorkerProcess, worker_process
from tests.web.site import Site
from web.desk.session import COOKIE

LARGEST_PAGE = 30_000


@pytest.fixture
async def worker(
    client: Client, database_url: str, temporal_address: str, tmp_path: Path
) -> AsyncIterator[WorkerProcess]:
    """A worker that can be killed."""
    settings = settings_for(database_url).model_copy(
        update={"temporal_address": temporal_address, "speech": "off"}
    )
    async with worker_process(settings, tmp_path) as made:
        yield made


@pytest.fixture
async def served(web_sessions: Sessions, owner_sessions: Sessions, data: Data) -> AsyncIterator[Site]:
    """The application at the real time."""
    async with _site(WallClock(datetime.now(UTC)), web_sessions, owner_sessions, data) as site:
        yield site


@pytest.fixture
def temporal_address(client: Client) -> str:
    """Where the test's Temporal listens."""
    return client.service_client.config.target_host


async def _offered(site: Site) -> tuple[UUID, str]:
    interview = await site.an_invitation(company="Acme Data", title="Database engineer")
    await site.accepted(interview)
    await plan(site.data, interview)
    await offer(
        site.data,
        interview,
        custom_screening_prompt="We run the databases of forty bakeries.",
        custom_interview_questions="When could you begin?",
    )
    return interview, site.link(interview, LinkPurpose.TEXT)


async def _reads_well(page: Page) -> None:
    await axe(page)
    await no_sideways_scrolling(page)
    await targets_are_large(page)


async def _answers(page: Page, words: str) -> None:
    """Send an answer."""
    await page.get_by_label("Your answer").fill(words)
    await page.get_by_role("button", name="Send this answer").click()


@pytest.mark.slow
async def test_a_text_interview_survives_a_closed_browser_and_a_killed_worker(
    served: Site, worker: WorkerProcess, windows: Windows, keep: Keep
) -> None:
    interview, path = await _offered(served)
    async with windows.open("phone") as page:
        await visit(page, served, served.link(interview, LinkPurpose.APPLICATION))
        await page.get_by_role("link", name="See the text interview").click()
        await expect(page.get_by_text("A machine asks, not a person")).to_be_visible()
        await _reads_well(page)
        await keep(page, "text-interview-1-offered-phone")
        await page.get_by_role("button", name="Begin the text interview").click()
        await expect(page.get_by_text("I am a machine: a program asks you")).to_be_visible()
        await expect(page.get_by_text(SQL)).to_be_visible()
        await _reads_well(page)
        await keep(page, "text-interview-2-asked-phone")
        await _answers(page, "hm")
        await expect(page.get_by_text("Could you say a little more?")).to_be_visible()
        await worker.kill()
        await _answers(page, ANSWERS[SQL])
        await expect(page.get_by_text("The next question comes in a moment")).to_be_visible()
        await _reads_well(page)
        await keep(page, "text-interview-3-waiting-phone")
    # The browser is closed and the worker is dead; both come back, the browser on another device and without script.
    await worker.start()
    async with windows.open("desktop", script=False) as page:
        await visit(page, served, path)
        await _looks_again_until(page, page.get_by_text(CACHE, exact=True))
        await keep(page, "text-interview-4-elsewhere-desktop")
        await _answers(page, ANSWERS[CACHE])
        await _looks_again_until(page, page.get_by_text("When could you begin?", exact=True))
        await page.get_by_role("button", name="Stop for now and go on later").click()
        await expect(page.get_by_text("You stopped here")).to_be_visible()
        await keep(page, "text-interview-5-stopped-desktop")
        await page.get_by_role("button", name="Go on").click()
        await _looks_again_until(page, page.get_by_label("Your answer"))
        await _answers(page, "I could begin in May, after my notice period of 2 months.")
        await _looks_again_until(page, page.get_by_text("Your text interview is done"))
        await keep(page, "text-interview-6-done-desktop")
    row = await served.row(
        "SELECT state, details FROM bot_interviews b JOIN automation_logs l"
        " ON l.interview_id = b.interview_id AND l.action_type = 'bot_interview_completed'"
    )
    assert row[0] == "completed"
    assert (row[1]["skills"], row[1]["covered"], row[1]["questions"]) == (2, 2, 3)
    turns = await served.row("SELECT count(*), count(DISTINCT turn_key) FROM transcripts")
    assert tuple(turns) == (9, 9)


async def _looks_again_until(page: Page, wanted: Locator) -> None:
    """Look again as somebody without script does: an answer waits for the machine only a moment."""
    again = page.get_by_role("link", name="Look again")
    until = time.monotonic() + PATIENCE_SECONDS
    await expect(wanted.or_(again).first).to_be_visible()
    while not await wanted.count():
        assert time.monotonic() < until, f"nothing came: {wanted}"
        await asyncio.sleep(0.25)
        await again.click()
        await expect(wanted.or_(again).first).to_be_visible()


async def test_the_page_is_small_and_fits_the_narrowest_screen_in_the_longest_words(
    live: Site, windows: Windows
) -> None:
    _, path = await _offered(live)
    for language in ("de", "fr"):
        async with windows.open("narrow", locale=language, dark=language == "fr") as page:
            answer = await visit(page, live, path)
            assert (await answer.request.sizes())["responseBodySize"] < LARGEST_PAGE
            await expect(page.locator("html")).to_have_attribute("lang", language)
            await _reads_well(page)


async def test_a_recruiter_sets_what_the_machine_asks(live: Site, windows: Windows, keep: Keep) -> None:
    await live.data.a_user(UserRole.ADMIN, email="ada@hiring.example", name="Ada Admin")
    job = await live.data.a_job(title="Pastry chef", company="Acme Bakery")
    await live.sign_in()
    looks: tuple[tuple[Device, bool], ...] = (("desktop", False), ("phone", True))
    for device, dark in looks:
        async with windows.open(device, dark=dark) as page:
            await page.context.add_cookies(
                [{"name": COOKIE, "value": live.http.cookies[COOKIE], "url": str(live.http.base_url)}]
            )
            await visit(page, live, f"/jobs/{job}/text-interview")
            await page.get_by_label("Offer a text interview").check()
            await page.get_by_label("Questions of this job").fill("Can you work at night?\nWhy bread?")
            await page.get_by_role("button", name="Save").click()
            await expect(page.get_by_text("Saved.")).to_be_visible()
            await axe(page)
            await no_sideways_scrolling(page)
            await keep(page, f"text-interview-settings-{device}")
