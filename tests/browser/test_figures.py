"""The page of figures as people see it: on a phone and a desk, dark, and on grey paper."""

from uuid import UUID

import pytest
from playwright.async_api import Page
from sqlalchemy import text

from domain.vocabulary import UserRole
from tests.browser.conftest import Keep
from tests.browser.windows import LOOKS, Windows, axe, no_sideways_scrolling, visit
from tests.services.test_figures import a_large_job
from tests.support.identity import session_for
from tests.web.site import Site
from web.desk.session import COOKIE

EMAIL = "ada@hiring.example"


@pytest.fixture
async def job(live: Site) -> UUID:
    """A job in which much happened."""
    await live.data.a_user(UserRole.ADMIN, name="Ada Admin", email=EMAIL)
    job_id = await a_large_job(live.owner, live.data, 300, 3_000)
    async with live.owner.begin() as session:
        await session.execute(text("UPDATE jobs SET title = 'Baker' WHERE id = :id"), {"id": job_id})
        # Some promotions by hand: hollow columns.
        await session.execute(text("ALTER TABLE automation_logs DISABLE TRIGGER USER"))
        await session.execute(
            text(
                "UPDATE automation_logs SET action_type = 'promoted_by_hand', trigger_source = 'manual'"
                " WHERE job_id = :id AND action_type = 'promoted' AND sequence % 3 = 0"
            ),
            {"id": job_id},
        )
        await session.execute(text("ALTER TABLE automation_logs ENABLE TRIGGER USER"))
        # Most who apply wait for no longer than some weeks.
        await session.execute(
            text(
                "UPDATE applications SET created_at = now() - (rank % 17) * interval '1 day' WHERE job_id = :id"
            ),
            {"id": job_id},
        )
    return job_id


async def signed_in(page: Page, live: Site) -> None:
    value = await session_for(live.owner, EMAIL)
    await page.context.add_cookies([{"name": COOKIE, "value": value, "url": str(live.http.base_url)}])


@pytest.mark.parametrize(
    ("device", "dark"), LOOKS, ids=[f"{device}-{'dark' if dark else 'light'}" for device, dark in LOOKS]
)
async def test_the_figures_fit_and_are_accessible(
    device: str, dark: bool, live: Site, job: UUID, windows: Windows, keep: Keep
) -> None:
    async with windows.open(device, dark=dark) as page:  # type: ignore[arg-type]  # one of the screens
        await signed_in(page, live)
        answer = await visit(page, live, f"/jobs/{job}/figures")
        assert answer.status == 200
        assert await page.locator("svg.chart").count() == 8
        await no_sideways_scrolling(page)
        await axe(page)
        await keep(page, f"figures-{device}-{'dark' if dark else 'light'}")


async def test_a_job_without_anything_is_a_calm_page(live: Site, windows: Windows, keep: Keep) -> None:
    await live.data.a_user(UserRole.ADMIN, name="Ada Admin", email=EMAIL)
    job_id = await live.data.a_job(1)
    async with windows.open("phone", script=False) as page:
        await signed_in(page, live)
        await visit(page, live, f"/jobs/{job_id}/figures")
        assert await page.get_by_text("There is nothing to count yet.").count() >= 5
        await keep(page, "figures-empty")


async def test_on_grey_paper_every_mark_still_differs(
    live: Site, job: UUID, windows: Windows, keep: Keep
) -> None:
    async with windows.open("desktop") as page:
        await signed_in(page, live)
        await visit(page, live, f"/jobs/{job}/figures")
        await page.emulate_media(media="print")
        await page.evaluate("document.documentElement.style.filter = 'grayscale(1)'")
        grey = await page.evaluate(
            """() => [".ours", ".hollow", ".strip"].map((kind) => {
                const mark = document.querySelector(`svg ${kind}`);
                const style = getComputedStyle(mark);
                const light = (colour) => {
                    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                };
                return light(style.fill);
            })"""
        )
        filled, hollow, track = grey
        assert abs(filled - hollow) > 80
        assert abs(filled - track) > 80
        await keep(page, "figures-print-grey")
