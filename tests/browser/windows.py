"""Browser windows for tests: a phone or a desk, with or without script, in any zone and language."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypedDict

from playwright.async_api import Browser, Page, Response

from tests.browser.watch import Watch
from tests.support.patience import PATIENCE_SECONDS
from tests.web.site import Site

PATIENCE_MS = 1000 * PATIENCE_SECONDS
"""How long an expected thing may take to appear, in milliseconds of the wall clock."""
AXE_SCRIPT = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
AXE = {
    "runOnly": [
        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice",
    ],
    "resultTypes": ["violations"],
}  # fmt: skip
"""WCAG 2.0 to 2.2 at levels A and AA, and what axe calls best practices."""


class _Screen(TypedDict):
    viewport: dict[str, int]
    has_touch: bool
    is_mobile: bool


Device = Literal["phone", "desktop", "narrow"]
LOOKS: list[tuple[Device, bool]] = [
    ("desktop", False),
    ("phone", True),
    ("narrow", False),
    ("desktop", True),
]
"""Devices, and whether dark: every width and both looks, without every pair of them."""
SCREENS: dict[Device, _Screen] = {
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "desktop": {"viewport": {"width": 1280, "height": 900}, "has_touch": False, "is_mobile": False},
    "narrow": {"viewport": {"width": 320, "height": 640}, "has_touch": False, "is_mobile": False},
}
"""`narrow` is also a desk's screen of 1280 px at a zoom of 400 % (WCAG 1.4.10)."""


@dataclass
class Windows:
    """Opens windows and remembers what went wrong in them."""

    browser: Browser
    watches: list[Watch] = field(default_factory=list)

    @asynccontextmanager
    async def open(
        self,
        device: Device = "phone",
        *,
        script: bool = True,
        zone: str = "Europe/Berlin",
        locale: str = "en-GB",
        dark: bool = False,
        allow: tuple[str, ...] = (),
    ) -> AsyncIterator[Page]:
        """A window of its own, with its own cookies. Requests may go to the first page's host and to `allow`."""
        context = await self.browser.new_context(
            **_for_playwright(SCREENS[device]),
            java_script_enabled=script,
            timezone_id=zone,
            locale=locale,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_MS)
        watch = Watch()
        for url in allow:
            watch.allow(url)
        watch.over(context)
        self.watches.append(watch)
        try:
            page = await context.new_page()
            yield page
        finally:
            await context.close()

    @property
    def faults(self) -> list[str]:
        """Everything that went wrong so far."""
        return [fault for watch in self.watches for fault in watch.faults]


def _for_playwright(screen: _Screen) -> dict[str, Any]:
    # Its stubs want their own TypedDict for the size of the window.
    return dict(screen)


async def visit(page: Page, site: Site, path: str) -> Response:
    """Open a path of the site as somebody would who follows a link; returns the answer."""
    answer = await page.goto(str(site.http.base_url).rstrip("/") + path)
    assert answer is not None
    return answer


async def axe(page: Page) -> None:
    """The page as it stands now breaks no rule of accessibility. Needs a window with script."""
    await page.evaluate(AXE_SCRIPT)
    report = await page.evaluate(f"axe.run(document, {json.dumps(AXE)})")
    found = [
        f"{rule['id']} ({rule['impact']}): {node['html']} -- {node.get('failureSummary', '')}"
        for rule in report["violations"]
        for node in rule["nodes"]
    ]
    assert not found, f"{page.url}\n" + "\n".join(found)
    assert report["testEngine"]["name"] == "axe-core"


async def no_sideways_scrolling(page: Page) -> None:
    """The page fits into its window from left to right."""
    wide, fits = await page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= fits, f"{page.url} is {wide} px wide in a window of {fits} px"


async def targets_are_large(page: Page, least: int = 24) -> None:
    """Whatever can be pressed is at least so many pixels wide and high (WCAG 2.5.8); words in a line excepted."""
    small = await page.evaluate(
        """least => [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden]), textarea')]
            .map(e => e.matches('label input') ? e.closest('label') : e)
            .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.matches('.skip'))
            .filter(e => !(e.matches('a') && getComputedStyle(e).display === 'inline'))
            .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
            .filter(([, r]) => r.width < least || r.height < least).map(([html, r]) => `${html} ${r.width}x${r.height}`)
        """,
        least,
    )
    assert not small, f"{page.url}: " + "; ".join(small)


async def save(page: Page, folder: Path, name: str) -> Path:
    """A picture of the whole page."""
    path = folder / f"{name}.png"
    await page.screenshot(path=path, full_page=True, animations="disabled")
    return path
