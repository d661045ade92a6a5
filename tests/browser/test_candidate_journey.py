"""One candidate on a phone: accepts, finds a time in words, books, moves it, withdraws; a real worker answers."""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import text

from domain.identifiers import interview_id
from domain.vocabulary import LinkPurpose
from services import jobs
from tests.browser.conftest import Keep
from tests.browser.windows import Windows, axe, no_sideways_scrolling, targets_are_large, visit
from tests.support.data import BY_HAND
from tests.support.patience import PATIENCE_SECONDS
from tests.web.site import Site


async def _invited(site: Site) -> UUID:
    """Two applications for one opening; the job closes, and its workflow invites the better one."""
    now = datetime.now(UTC)
    job = await site.data.a_job(1, 1, at=now, title="Baker", company="Acme Bakery")
    best, _ = await site.data.scored(job, 80, 70, at=now)
    async with site.data.worker.begin() as session:
        await jobs.close(session, job, cause=BY_HAND, at=now)
    wanted = interview_id(best)
    until = time.monotonic() + PATIENCE_SECONDS
    while not (await site.row("SELECT count(*) FROM interviews WHERE id = :id", id=wanted))[0]:
        assert time.monotonic() < until, "the better application was not invited"
        await asyncio.sleep(0.1)
    return wanted


async def _reads_well(page: Page, *, script: bool) -> None:
    await no_sideways_scrolling(page)
    await targets_are_large(page)
    if script:
        await axe(page)


@dataclass
class Journey:
    """A candidate with a phone in hand."""

    page: Page
    site: Site
    interview: UUID
    script: bool
    keep: Keep
    pictures: int = 0

    async def sees(self, words: str, picture: str = "") -> None:
        """These words stand on the page; a picture is kept, and the page reads well."""
        await expect(self.page.get_by_text(words).last).to_be_visible()
        if picture:
            await _reads_well(self.page, script=self.script)
            self.pictures += 1
            with_script = "with" if self.script else "without"
            await self.keep(self.page, f"candidate-{with_script}-script-{self.pictures}-{picture}")

    async def presses(self, name: str) -> None:
        """Press the first button of this name."""
        await self.page.get_by_role("button", name=name, exact=True).first.click()

    async def row(self) -> Any:
        """The interview as it stands in the database."""
        return await self.site.row("SELECT * FROM interviews WHERE id = :id", id=self.interview)

    async def accepts(self) -> None:
        """From the invitation to the page of times."""
        await visit(self.page, self.site, self.site.link(self.interview, LinkPurpose.ACCEPT))
        await self.sees("You are invited to an interview.", "invited")
        await self.presses("Accept")
        await self.sees("When would you like to come?")

    async def reads_times_at_home(self) -> None:
        """The page offers the device's zone; without script it is chosen from a list."""
        if self.script:
            await self.presses("Yes, show them")
        else:
            await expect(self.page.get_by_text("Your device is set to")).to_be_hidden()
            times = self.page.url
            await self.page.get_by_role("link", name="Choose another time zone").click()
            await self.page.get_by_label("We show times").select_option("Europe/Berlin")
            await self.presses("Show times for there")
            await self.page.goto(times)
        await self.sees("Times are shown for Europe/Berlin", "times")

    async def negotiates(self) -> None:
        """Writes in own words, and books one of the times that the assistant offers."""
        day = await self.page.locator("fieldset.day legend").nth(2).inner_text()
        weekday = day.partition(",")[0]
        await self.page.get_by_role("textbox").fill(f"{weekday} afternoon would suit me best")
        await self.presses("Send")
        offers = self.page.get_by_role("group", name="Times that fit what you wrote")
        until = time.monotonic() + PATIENCE_SECONDS
        while not await offers.count():
            assert time.monotonic() < until, "no times were offered for what was written"
            await asyncio.sleep(1)
            if not self.script:
                await self.page.reload()
        await self.sees("Automatic answer", "offers")
        assert weekday in await offers.locator("label").first.inner_text()
        await offers.locator("label").first.click()
        await self.presses("Book this time")
        await self.sees("Your interview is booked.", "booked")

    async def moves(self) -> datetime:
        """Chooses the last free time instead. Returns it."""
        before = (await self.row()).scheduled_time
        await self.page.get_by_text("Choose another time", exact=True).click()
        await self.page.locator("label.slot").last.click()
        await self.presses("Move to this time")
        await self.sees("Your interview is booked.", "moved")
        after: datetime = (await self.row()).scheduled_time
        assert after > before
        return after

    async def withdraws(self) -> None:
        """Withdraws, takes it back, withdraws again."""
        await self.page.get_by_role("link", name="I cannot come: withdraw").click()
        await self._leaves()
        await self.sees("You withdrew.", "withdrawn")
        await self.presses("Undo: I want to keep my place")
        await self.sees("You keep your place.", "kept")
        await self.page.get_by_role("link", name="I cannot come: withdraw").click()
        await self._leaves()
        await self.page.get_by_role("link", name="Overview").click()
        await self.sees("You told us that you do not want to come.", "overview")

    async def _leaves(self) -> None:
        await self.page.get_by_label("Another reason").check()
        await self.page.get_by_label("Yes, I withdraw").check()
        await self.presses("Withdraw")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
async def test_a_candidate_accepts_negotiates_books_moves_and_withdraws(
    at_work: Site, windows: Windows, keep: Keep, script: bool
) -> None:
    interview = await _invited(at_work)
    async with windows.open("phone", script=script, zone="Europe/Berlin") as page:
        journey = Journey(page, at_work, interview, script, keep)
        await journey.accepts()
        await journey.reads_times_at_home()
        await journey.negotiates()
        moved_to = await journey.moves()
        await journey.withdraws()
        row = await journey.row()
    assert (row.leave_kind, row.reschedules, row.scheduled_time) == ("withdrew", 1, moved_to)
    zone = await at_work.row("SELECT time_zone FROM candidates WHERE id = :id", id=row.candidate_id)
    assert zone[0] == "Europe/Berlin"


async def test_a_candidate_asks_a_person_corrects_takes_away_and_erases(
    live: Site, windows: Windows, keep: Keep
) -> None:
    interview = await live.an_invitation(company="Acme Bakery")
    async with windows.open("phone", locale="de-DE") as page:
        await visit(page, live, live.link(interview, LinkPurpose.APPLICATION))
        await page.get_by_label("Was soll dieser Mensch wissen?").fill("Ich backe seit zehn Jahren.")
        await page.get_by_role("button", name="Um einen Menschen bitten").click()
        await expect(page.get_by_text("Ich backe seit zehn Jahren.")).to_be_visible()
        await _reads_well(page, script=True)
        await keep(page, "candidate-data-1-review")

        await page.get_by_role("link", name="Meine Daten").click()
        await page.get_by_label("Name", exact=True).fill("Ana Lima")
        await page.get_by_role("button", name="Speichern").click()
        await expect(page.get_by_label("Name", exact=True)).to_have_value("Ana Lima")
        await page.get_by_label("Neue Mailadresse").fill("ana@example.org")
        await page.get_by_role("button", name="Adresse ändern").click()
        await expect(page.get_by_text("Wir haben eine Mail an ana@example.org geschickt.")).to_be_visible()
        await _reads_well(page, script=True)
        await keep(page, "candidate-data-2-data")

        async with page.expect_download() as download:
            await page.get_by_role("button", name="Meine Daten herunterladen").click()
        assert (await download.value).suggested_filename == "my-application.zip"

        await page.get_by_role("button", name="Español").click()
        await expect(page.get_by_role("heading", name="Borrarlos")).to_be_visible()
        assert await page.locator("html").get_attribute("lang") == "es"
        await page.get_by_role("link", name="Borrar mis datos").click()
        await _reads_well(page, script=True)
        await keep(page, "candidate-data-3-erase")
        await page.get_by_label("Sí, borrar todo sobre mí").check()
        await page.get_by_role("button", name="Borrar para siempre").click()
        await expect(page.get_by_role("heading", name="Todo sobre usted está borrado")).to_be_visible()
        await _reads_well(page, script=True)
        await keep(page, "candidate-data-4-erased")
    async with live.owner.begin() as session:
        assert not await session.scalar(text("SELECT count(*) FROM candidates WHERE name = 'Ana Lima'"))
