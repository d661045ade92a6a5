"""Every page of a candidate, in every state: readable for everybody, small, and alone with its own host."""

import io
import itertools
import zipfile
from collections.abc import Sequence
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from playwright.async_api import Page, Response, expect

from domain.messages.catalog import LANGUAGES
from domain.vocabulary import LinkPurpose
from tests.browser.conftest import Keep
from tests.browser.windows import Windows, axe, no_sideways_scrolling, targets_are_large, visit
from tests.web.site import Site, starts_of
from tests.web.test_candidate_pages_only_show import STATES, Arrange

BUDGET = 30_000
"""Bytes over the wire for a page with its style sheet and script, headers included."""
DATA, ERASE = "/data", "/erase"
HOUR = 3600


def _paths(site: Site, interview: UUID) -> list[str]:
    application = site.link(interview, LinkPurpose.APPLICATION)
    linked = [site.link(interview, purpose) for purpose in LinkPurpose]
    return [*linked, application + DATA, application + ERASE]


async def _reads_well(page: Page) -> None:
    await axe(page)
    await no_sideways_scrolling(page)
    await targets_are_large(page)


@pytest.mark.parametrize(("arrange", "phase"), STATES, ids=[phase for _, phase in STATES])
async def test_every_page_in_every_state_is_accessible(
    live: Site, windows: Windows, keep: Keep, arrange: Arrange, phase: str
) -> None:
    interview = await live.an_invitation(company="Acme Bakery")
    await arrange(live, interview)
    async with windows.open("phone") as page:
        for path in _paths(live, interview):
            await visit(page, live, path)
            await expect(page.locator("main")).to_have_attribute("data-phase", phase)
            await _reads_well(page)
        await visit(page, live, live.link(interview, LinkPurpose.APPLICATION))
        await keep(page, f"candidate-state-{phase}")


@pytest.mark.parametrize(
    ("language", "dark"), [*zip(LANGUAGES, itertools.cycle([False, True]), strict=False)], ids=LANGUAGES
)
async def test_every_language_fits_on_the_narrowest_screen(
    live: Site, windows: Windows, language: str, dark: bool
) -> None:
    interview = await live.an_invitation(company="Acme Bakery")
    paths: Sequence[str] = [*_paths(live, interview), await live.accepted(interview)]
    async with windows.open("narrow", locale=language, dark=dark) as page:
        for path in paths:
            await visit(page, live, path)
            await expect(page.locator("html")).to_have_attribute("lang", language)
            await _reads_well(page)
        forged = live.link(interview, LinkPurpose.ACCEPT)[:-4] + "AAAA"
        assert (await visit(page, live, forged)).status == 403
        await _reads_well(page)


async def _cost(page: Page, site: Site, path: str) -> tuple[int, list[str]]:
    """Bytes over the wire and the kinds of requests of a first visit."""
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.context.on("response", note)
    # The page's clock stands still: it looks for news every second and a half, which is no part of its loading.
    await page.clock.install(time=0)
    await page.clock.pause_at(HOUR)
    await visit(page, site, path)
    await page.wait_for_load_state("networkidle")
    sizes = [await answer.request.sizes() for answer in answers]
    return (
        sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes),
        [answer.request.resource_type for answer in answers],
    )


async def test_every_page_costs_less_than_thirty_kilobytes_and_one_request_besides_style(
    live: Site, windows: Windows
) -> None:
    interview = await live.an_invitation(company="Acme Bakery")
    times = await live.accepted(interview)
    assert len(starts_of(await live.http.get(times))) > 80
    costs = {}
    for path in _paths(live, interview):
        async with windows.open("phone", locale="de") as page:
            size, kinds = await _cost(page, live, path)
        is_times = urlsplit(path).path == urlsplit(times).path or "/schedule/" in path
        script = ["script"] if is_times else []
        assert sorted(kinds) == sorted(["document", "stylesheet", *script]), path
        costs[path.split("/")[2] + path[-6:]] = size
        assert size < BUDGET, costs


async def test_the_keyboard_reaches_everything_and_nothing_hides_it(live: Site, windows: Windows) -> None:
    times = await live.accepted(await live.an_invitation())
    async with windows.open("desktop") as page:
        await visit(page, live, times)
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
        await page.get_by_label("Write when you could come").focus()
        for _ in range(3):
            await page.keyboard.press("Tab")
            ring = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert ring == "solid"
        first = page.locator("label.slot input").first
        await first.focus()
        await page.keyboard.press("ArrowRight")
        assert await page.locator("label.slot input").nth(1).is_checked()


async def test_nothing_moves_for_whoever_does_not_want_it(live: Site, windows: Windows) -> None:
    interview = await live.an_invitation()
    async with windows.open("phone") as page:
        await visit(page, live, live.link(interview, LinkPurpose.APPLICATION))
        moving = await page.evaluate(
            """[...document.querySelectorAll('*')].filter(e => {
                const s = getComputedStyle(e);
                return s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0
                    || s.scrollBehavior === 'smooth';
            }).length"""
        )
        assert moving == 0


async def test_the_downloaded_page_is_accessible(live: Site, windows: Windows, keep: Keep) -> None:
    path = live.link(await live.an_invitation(), LinkPurpose.APPLICATION) + DATA
    packed = zipfile.ZipFile(io.BytesIO((await live.submit(path, action="download")).content))
    async with windows.open("phone") as page:
        await page.set_content(packed.read("my-application.html").decode())
        await _reads_well(page)
        await keep(page, "candidate-download")
