"""The live page of an interview, as whoever conducts it uses it."""

import asyncio
from uuid import UUID

import pytest
from playwright.async_api import Page, expect

from domain.vocabulary import UserRole
from services.questions import edits, plans
from tests.browser.conftest import Keep
from tests.browser.windows import LOOKS, Windows, axe, no_sideways_scrolling, visit
from tests.services import arrange
from tests.support.data import BY_HAND, MONDAY
from tests.support.identity import session_for
from tests.support.patience import PATIENCE_SECONDS
from tests.web.interview_script import SCRIPT
from tests.web.room import INES
from tests.web.site import Site
from web import room_feed
from web.desk.session import COOKIE


@pytest.fixture
async def interview(live: Site) -> UUID:
    """A booked interview with two questions planned, that Ines conducts."""
    rosa = await live.data.a_user(UserRole.RECRUITER, email="rosa@hiring.example", name="Rosa Recruiter")
    ines = await live.data.a_user(
        UserRole.INTERVIEWER, email=INES, name="Ines Interviewer", time_zone="Europe/Berlin"
    )
    job = await live.data.a_job(openings=1, recruiter_id=rosa, interviewer_ids=[ines], title="Engineer")
    await live.data.scored(job, 80)
    await live.data.closed_and_ranked(job)
    (interview_id,) = await arrange.booked(live.data, job)
    async with live.owner.begin() as session:
        for text in ("What was the hardest problem that you solved?", "How do you explain a technical risk?"):
            await edits.add_own(session, interview_id, text, cause=BY_HAND, at=MONDAY)
    live.clock.forward(hours=3)
    return interview_id


async def signed_in(page: Page, live: Site, email: str = INES) -> None:
    value = await session_for(live.owner, email)
    await page.context.add_cookies([{"name": COOKIE, "value": value, "url": str(live.http.base_url)}])


async def say(live: Site, interview: UUID, first: int, last: int) -> None:
    """Send lines of the script, counted from 1, as a recorder does."""
    turns = [
        {"text": one.text, "speaker": one.speaker, "turn_key": one.key} for one in SCRIPT[first - 1 : last]
    ]
    answer = await live.http.post(
        f"/api/v1/interviews/{interview}/turns", headers=live.as_user(INES), json={"turns": turns}
    )
    assert answer.status_code == 201, answer.text


async def noticed(live: Site) -> UUID:
    """An insight, once there is one: turns are judged behind the answer to whoever sent them."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not (found := (await live.row("SELECT array_agg(id) FROM ai_insights"))[0]):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    one: UUID = found[0]
    return one


async def test_an_interviewer_follows_marks_notes_and_corrects_while_it_goes_on(
    live: Site, interview: UUID, desktop: Page, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Feeds end all the time, so the page connects again and again.
    monkeypatch.setattr(room_feed, "LONGEST_SECONDS", 0.7)
    await signed_in(desktop, live)
    await visit(desktop, live, f"/interviews/{interview}")
    await desktop.get_by_role("link", name="Live page").click()
    await expect(desktop.get_by_text("Nothing was said yet.")).to_be_visible()
    await expect(desktop.locator("[data-feed-state]")).to_have_text("live")
    turns = desktop.locator(".turns > li")
    for last in (4, 8, 12, 18):
        await say(live, interview, 1, last)
        await expect(turns).to_have_count(last)
    assert await turns.evaluate_all("all => all.map(one => one.dataset.key)") == [
        str(n) for n in range(1, 19)
    ]
    await expect(turns.nth(1).locator(".who")).to_contain_text("Candidate")
    insights = desktop.locator(".insights > li")
    await expect(insights.first).to_be_visible()
    await desktop.get_by_role("button", name="Mark as used").first.click()
    await expect(desktop.locator(".insight.is-used")).to_have_count(1)
    await desktop.get_by_label("Your note").fill("Calm, gives numbers without being asked.")
    await desktop.get_by_role("button", name="Keep the note").click()
    await expect(desktop.get_by_text("Calm, gives numbers")).to_have_count(1)
    await expect(desktop.get_by_label("Your note")).to_have_value("")
    question = desktop.locator(".asks > li").nth(1)
    await question.get_by_role("button", name="Asked").click()
    await expect(desktop.locator(".asks > li").nth(1)).to_have_class("is-done")
    await keep(desktop, "interview-live-desktop")
    await desktop.locator(".insight", has_text="Calm, gives").get_by_role("link", name="Change").click()
    await desktop.get_by_label("What it says").fill("Calm; gives numbers.")
    await desktop.get_by_role("button", name="Keep the change").click()
    await expect(desktop.locator(".insight", has_text="Calm; gives numbers.")).to_have_count(1)
    await desktop.get_by_role("button", name="is the candidate").click()
    await expect(desktop.get_by_text("Set by a person")).to_be_visible()
    await expect(turns.nth(0).locator(".who")).to_contain_text("Candidate")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
async def test_news_of_the_plan_take_away_neither_a_press_nor_the_focus(
    by: str, live: Site, interview: UUID, desktop: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room_feed, "LONGEST_SECONDS", 0.7)
    rows = await live.row("SELECT array_agg(id ORDER BY order_in_interview) FROM interview_questions")
    turns, state = desktop.locator(".turns > li"), desktop.locator("[data-feed-state]")
    first, second = (desktop.locator(".asks > li").nth(place) for place in (0, 1))
    button = first.get_by_role("button")

    async def marked_elsewhere(*, is_asked: bool) -> None:
        async with live.owner.begin() as session:
            await plans.mark_asked(session, rows[0][1], is_asked=is_asked, cause=BY_HAND, at=MONDAY)

    async def told(lines: int) -> None:
        """The plan is told behind a turn and before the next one."""
        for last in (lines - 1, lines):
            await say(live, interview, 1, last)
            await expect(turns).to_have_count(last)

    await signed_in(desktop, live)
    await visit(desktop, live, f"/interviews/{interview}/live")
    await expect(state).to_have_text("live")
    if by == "mouse":
        await button.hover()
        await desktop.mouse.down()
    else:
        await button.focus()
        await desktop.keyboard.down("Space")
    # The button is held down; meanwhile somebody else marks the other question, and the page is told so.
    await marked_elsewhere(is_asked=True)
    await told(2)
    await (desktop.mouse.up() if by == "mouse" else desktop.keyboard.up("Space"))
    await expect(first).to_have_class("is-done")
    await expect(second).to_have_class("is-done")
    await marked_elsewhere(is_asked=False)
    await expect(second).not_to_have_class("is-done")
    await expect(button).to_be_focused()
    drawn = await button.element_handle()
    await expect(state).to_have_text("connecting")
    await expect(state).to_have_text("live")
    await told(4)
    assert await drawn.evaluate("one => one.isConnected"), "a plan that is as it was is left alone"


async def test_without_script_the_page_says_and_does_the_same(
    live: Site, interview: UUID, phone_without_script: Page
) -> None:
    page = phone_without_script
    await say(live, interview, 1, 6)
    await signed_in(page, live)
    await visit(page, live, f"/interviews/{interview}/live")
    await expect(page.locator(".turns > li")).to_have_count(6)
    await page.get_by_label("Your note").fill("Friendly.")
    await page.get_by_role("button", name="Keep the note").click()
    await expect(page.locator(".insight", has_text="Friendly.")).to_have_count(1)
    await page.locator("summary", has_text="Transcript from a file").click()
    await page.get_by_label("WebVTT, SRT or JSON").set_input_files(
        {"name": "talk.vtt", "mimeType": "text/vtt", "buffer": b"not a transcript"}
    )
    await page.get_by_role("button", name="Take the file in").click()
    await expect(page.get_by_role("alert")).to_contain_text("none of WebVTT, SRT and JSON")


@pytest.mark.parametrize(
    ("device", "dark"), LOOKS, ids=[f"{device}-{'dark' if dark else 'light'}" for device, dark in LOOKS]
)
async def test_the_pages_of_the_room_fit_and_are_accessible(
    device: str, dark: bool, live: Site, interview: UUID, windows: Windows, keep: Keep
) -> None:
    await say(live, interview, 1, 12)
    async with windows.open(device, dark=dark) as page:  # type: ignore[arg-type]  # one of the screens
        await signed_in(page, live, "rosa@hiring.example" if device == "desktop" else INES)
        look = f"{device}-{'dark' if dark else 'light'}"
        paths = [("interview", f"/interviews/{interview}"), ("live", f"/interviews/{interview}/live")]
        if device == "desktop":
            paths.append(("transcript-delete", f"/interviews/{interview}/transcript/delete"))
        else:
            paths.append(("insight", f"/interviews/{interview}/insights/{await noticed(live)}"))
        for name, path in paths:
            assert (await visit(page, live, path)).status == 200
            await keep(page, f"{name}-{look}")
            await axe(page)
            await no_sideways_scrolling(page)
