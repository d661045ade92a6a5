"""Chromium, the real application on a port of loopback, and windows that note every fault."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import pytest
from playwright.async_api import Browser, Page, async_playwright, expect
from temporalio.client import Client

from integrations.links import SignedLinks
from tests.browser.windows import PATIENCE_MS, Windows, save
from tests.services.sealing import KEYS as LOG_KEYS
from tests.support.calendars import a_port, serving
from tests.support.data import Data, Sessions
from tests.support.identity import signs
from tests.support.patience import PATIENCE_SECONDS
from tests.support.storage import media_in
from tests.support.worker import running, settings_for
from tests.web.room import settled
from tests.web.site import FORM_KEY, Clock, Site
from web.app import create_app
from web.deps import WebDeps

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]

JOURNEYS = (
    "test_candidate_journey.py", "test_recruiter_journey.py", "test_audit_and_flags.py", "test_text_interview.py",
    "test_question_plan.py", "test_interview_live.py", "test_scorecards.py", "test_processing.py",
)  # fmt: skip
"""Files that walk through the pages as somebody with a task does."""
LOOKS = ("device", "dark", "language")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys are part of every run; how each page looks, on every screen and in every language, of `make slow`."""
    for item in items:
        if "/browser/" not in item.path.as_posix():
            continue
        params = (
            item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
        )
        if item.path.name not in JOURNEYS or set(LOOKS) & set(params):
            item.add_marker(pytest.mark.slow)


Keep = Callable[[Page, str], Awaitable[Path]]


def _chromium() -> str | None:
    """The browser of this machine: as the environment says, else the first on the path."""
    named = os.environ.get("UNDERSTUDY_BROWSER")
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """One browser for all tests of a process; windows are separate from each other."""
    program = _chromium()
    if program is None:
        pytest.skip("no Chromium here: install it, or name its program in UNDERSTUDY_BROWSER")
    expect.set_options(timeout=PATIENCE_MS)  # a window's own limit does not hold for what is expected
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        await browser.close()


@pytest.fixture
async def windows(chromium: Browser) -> AsyncIterator[Windows]:
    """Opens windows; afterwards fails a test in which a page had a fault."""
    made = Windows(chromium)
    yield made
    assert not made.faults, "\n".join(made.faults)


@pytest.fixture
async def phone(windows: Windows) -> AsyncIterator[Page]:
    """A window of the size of a phone, with touch."""
    async with windows.open("phone") as page:
        yield page


@pytest.fixture
async def phone_without_script(windows: Windows) -> AsyncIterator[Page]:
    """A phone that runs no script."""
    async with windows.open("phone", script=False) as page:
        yield page


@pytest.fixture
async def desktop(windows: Windows) -> AsyncIterator[Page]:
    """A window on a desk's screen."""
    async with windows.open("desktop") as page:
        yield page


@pytest.fixture
async def desktop_without_script(windows: Windows) -> AsyncIterator[Page]:
    """A desk's browser that runs no script."""
    async with windows.open("desktop", script=False) as page:
        yield page


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Keeps a picture of a page: in the folder that UNDERSTUDY_SCREENSHOTS names, else with the test's files."""
    named = os.environ.get("UNDERSTUDY_SCREENSHOTS")
    folder = Path(named) if named else tmp_path
    folder.mkdir(parents=True, exist_ok=True)

    async def keep_it(page: Page, name: str) -> Path:
        return await save(page, folder, name)

    return keep_it


@asynccontextmanager
async def _site(clock: Clock, web: Sessions, owner: Sessions, data: Data) -> AsyncIterator[Site]:
    with a_port() as port, TemporaryDirectory() as folder:
        links, media = SignedLinks("k" * 40, port.url), media_in(Path(folder), port.url)
        app = create_app(WebDeps(web, clock, links, port.url, FORM_KEY, log_keys=LOG_KEYS, media=media))
        hooks = {"request": [signs(owner)]}
        http = httpx.AsyncClient(base_url=port.url, event_hooks=hooks, timeout=PATIENCE_SECONDS)
        async with serving(app, port), http as client:
            yield Site(client, links, clock, data, owner)
        await settled(app)


@pytest.fixture
async def live(web_sessions: Sessions, owner_sessions: Sessions, data: Data) -> AsyncIterator[Site]:
    """The application over a fresh database, served to real browsers: `visit(page, live, path)`.

    Its clock stands still unless the test moves it.
    """
    async with _site(Clock(), web_sessions, owner_sessions, data) as site:
        yield site


class WallClock(Clock):
    """The real time, as a worker has it."""

    def __call__(self) -> datetime:
        """The present."""
        return datetime.now(UTC)


@pytest.fixture
async def at_work(
    client: Client, database_url: str, web_sessions: Sessions, owner_sessions: Sessions, data: Data
) -> AsyncIterator[Site]:
    """As `live`, with a worker and its relay behind it, and the real time. `clock.now` is when the test began."""
    clock = WallClock(datetime.now(UTC))
    async with (
        running(client, settings_for(database_url)),
        _site(clock, web_sessions, owner_sessions, data) as site,
    ):
        yield site
