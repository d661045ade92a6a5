"""Scorecards and the comparison as people see them: filled in without script, compared, printed."""

import pytest
from playwright.async_api import Page, expect

from domain.scorecards import Recommendation
from domain.vocabulary import UserRole
from services.interview_room.analysis import analyse
from tests.browser.conftest import Keep
from tests.browser.windows import LOOKS, Windows, axe, no_sideways_scrolling, visit
from tests.services.scorecards.room import AT, FIGURED, Room, a_card, a_room
from tests.support.data import Data, Sessions
from tests.support.identity import session_for
from tests.web.site import Site
from web.desk.session import COOKIE

INES, ROSA = "ines@hiring.example", "ada@hiring.example"


@pytest.fixture
async def room(
    live: Site, data: Data, owner_sessions: Sessions, worker_sessions: Sessions, web_sessions: Sessions
) -> Room:
    """An interview with two interviewers that the rules have judged."""
    await data.a_user(UserRole.ADMIN, name="Ada Admin", email=ROSA)
    made = await a_room(data, owner_sessions, worker_sessions, web_sessions, title="Data engineer")
    async with worker_sessions.begin() as session:
        await analyse(session, made.interview, AT)
    return made


async def as_(page: Page, live: Site, email: str) -> None:
    value = await session_for(live.owner, email)
    await page.context.add_cookies([{"name": COOKIE, "value": value, "url": str(live.http.base_url)}])


async def test_an_interviewer_fills_in_a_card_without_script_and_then_sees_the_others(
    live: Site, room: Room, phone_without_script: Page, keep: Keep
) -> None:
    page = phone_without_script
    await room.fill(room.otto, a_card(5))
    await room.hand_in(room.otto)
    await as_(page, live, INES)
    await visit(page, live, f"/interviews/{room.interview}/scorecard")
    assert await page.get_by_text("hidden until you hand in yours").count() == 1
    await page.get_by_label("Notes").fill("Calm, asked good questions.")
    await page.get_by_role("button", name="Fill in from insights").click()
    await expect(page.get_by_text("proposed from insights").nth(2)).to_be_visible()
    await expect(page.get_by_label("Notes")).to_have_value("Calm, asked good questions.")
    await expect(page.get_by_text(FIGURED).first).to_be_visible()
    await keep(page, "scorecard-filled-in-phone")

    await page.get_by_role("button", name="Hand in").click()
    alert = page.get_by_role("alert")
    assert "recommendation is missing" in await alert.inner_text()
    await page.get_by_label("Technical").select_option("8")
    await page.get_by_label("Hire", exact=True).check()
    await page.get_by_label("Justification").fill("Knows the trade, with figures for it.")
    await page.get_by_role("button", name="Hand in").click()
    await expect(page.get_by_text("Your card is handed in.")).to_have_count(1)
    await expect(page.get_by_role("heading", name="Otto Second")).to_have_count(1)
    await expect(page.get_by_text("from 2 of 2 cards")).to_have_count(1)
    await keep(page, "scorecard-handed-in-phone")

    await page.get_by_role("button", name="Open it again").click()
    await expect(page.get_by_label("Technical")).to_have_value("8")
    await page.wait_for_load_state()  # what stands further down is missing, not only late
    assert await page.get_by_role("heading", name="Otto Second").count() == 0


async def test_of_two_tabs_the_second_keeps_what_was_written_in_it(
    live: Site, room: Room, desktop: Page, keep: Keep
) -> None:
    await as_(desktop, live, INES)
    path = f"/interviews/{room.interview}/scorecard"
    await visit(desktop, live, path)
    await no_sideways_scrolling(desktop)
    await axe(desktop)
    await room.fill(room.ines)
    await desktop.get_by_label("Notes").fill("Written in the second tab.")
    await desktop.get_by_role("button", name="Save draft").click()
    assert "saved elsewhere" in await desktop.get_by_role("alert").inner_text()
    assert await desktop.get_by_label("Notes").input_value() == "Written in the second tab."
    await keep(desktop, "scorecard-two-tabs-desktop")
    await visit(desktop, live, path)
    assert await desktop.get_by_label("Notes").input_value() == ""


async def test_a_card_that_is_handed_in_fits_a_phone_and_is_accessible(
    live: Site, room: Room, phone: Page
) -> None:
    for user, card in ((room.ines, a_card(8)), (room.otto, a_card(5, Recommendation.NO_HIRE))):
        await room.fill(user, card)
        await room.hand_in(user)
    await as_(phone, live, INES)
    await visit(phone, live, f"/interviews/{room.interview}/scorecard")
    assert await phone.get_by_text("The cards disagree").count() == 1
    await no_sideways_scrolling(phone)
    await axe(phone)


@pytest.mark.parametrize(
    ("device", "dark"), LOOKS, ids=[f"{device}-{'dark' if dark else 'light'}" for device, dark in LOOKS]
)
async def test_the_comparison_fits_and_is_accessible(
    device: str, dark: bool, live: Site, room: Room, windows: Windows, keep: Keep
) -> None:
    for user, card in ((room.ines, a_card(8)), (room.otto, a_card(5))):
        await room.fill(user, card)
        await room.hand_in(user)
    async with windows.open(device, dark=dark) as page:  # type: ignore[arg-type]  # one of the screens
        await as_(page, live, ROSA)
        answer = await visit(page, live, f"/jobs/{room.job}/comparison")
        assert answer.status == 200
        assert await page.locator("svg.chart").count() == 2
        await page.get_by_role("link", name="Technical").click()
        await expect(page.locator("th[aria-sort=descending]")).to_have_text("Technical")
        await no_sideways_scrolling(page)
        await axe(page)
        await keep(page, f"comparison-{device}-{'dark' if dark else 'light'}")
