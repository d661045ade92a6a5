"""Planning the questions of an interview in a browser: from the bank to the marked question."""

import re
from uuid import UUID

import pytest
from playwright.async_api import Page, expect

from domain.vocabulary import UserRole
from tests.browser.conftest import Keep
from tests.browser.windows import Windows, axe, no_sideways_scrolling, visit
from tests.services.arrange import booked
from tests.support.identity import session_for
from tests.web.site import Site
from web.desk.session import COOKIE

RITA, INES, ADA = (f"{name}@hiring.example" for name in ("rita", "ines", "ada"))


@pytest.fixture
async def interview(live: Site) -> UUID:
    """A booked interview for a job that asks for SQL, and one that waits for a type."""
    rita = await live.data.a_user(UserRole.RECRUITER, email=RITA, name="Rita Recruiter")
    ines = await live.data.a_user(UserRole.INTERVIEWER, email=INES, name="Ines Interviewer")
    await live.data.a_user(UserRole.ADMIN, email=ADA, name="Ada Admin")
    job = await live.data.a_job(
        openings=2,
        title="Developer",
        recruiter_id=rita,
        interviewer_ids=(ines,),
        requirements={"must": ["SQL"], "nice": ["Go"]},
    )
    await live.data.scored(job, 80, 70)
    await live.data.closed_and_ranked(job)
    return (await booked(live.data, job))[0]


async def as_(page: Page, live: Site, email: str) -> None:
    value = await session_for(live.owner, email)
    await page.context.add_cookies([{"name": COOKIE, "value": value, "url": str(live.http.base_url)}])


async def looked_at(page: Page, keep: Keep, name: str) -> None:
    await page.wait_for_load_state()
    await no_sideways_scrolling(page)
    await axe(page)
    await keep(page, name)


@pytest.mark.parametrize("device", ["phone", "desktop"])
async def test_an_interviewer_plans_swaps_and_marks_questions(
    device: str, live: Site, interview: UUID, windows: Windows, keep: Keep
) -> None:
    async with windows.open(device) as page:  # type: ignore[arg-type]  # one of the screens
        await as_(page, live, INES)
        await visit(page, live, f"/interviews/{interview}/plan")
        await page.get_by_label("Type", exact=True).select_option("Technical")
        await page.get_by_label("Go", exact=True).check()
        await page.get_by_label("Databases (SQL)").check()
        await page.get_by_label("Teamwork").check()
        await page.get_by_role("button", name="Save", exact=True).click()
        await expect(page.get_by_role("status")).to_contain_text("Type and skills are set")
        await looked_at(page, keep, f"plan-empty-{device}")
        await page.get_by_role("button", name="Plan the questions").click()
        await expect(page.get_by_role("status")).to_contain_text("The questions are planned.")
        asks = page.locator(".ask")
        await expect(asks.first).to_contain_text("Covers")
        await expect(page.locator(".ask", has_text="a must of this job").first).to_be_visible()
        await looked_at(page, keep, f"plan-made-{device}")

        # A full plan may have no room for another question: which it holds is drawn by the interview.
        many = await asks.count()
        await asks.last.get_by_role("button", name="Remove").click()
        await expect(asks).to_have_count(many - 1)
        before = await asks.first.locator(".words").inner_text()
        await asks.first.get_by_role("button", name="Swap").click()
        await expect(asks.first).to_contain_text("Taken instead of another question")
        assert await asks.first.locator(".words").inner_text() != before
        await asks.first.get_by_role("button", name="Down").click()
        await expect(asks.nth(1)).to_contain_text("Taken instead of another question")
        await asks.nth(1).get_by_role("button", name="Asked").click()
        await expect(asks.nth(1)).to_have_class(re.compile("is-asked"))
        await expect(asks.nth(1).get_by_role("button", name="Remove")).to_have_count(0)

        await page.get_by_label("Question", exact=True).fill("Are you married?")
        await page.get_by_role("button", name="Add it").click()
        await expect(page.get_by_role("alert")).to_contain_text("asks about family")
        await page.get_by_label("Question", exact=True).fill("Which of your tables would you design anew?")
        await page.get_by_role("button", name="Add it").click()
        await expect(asks.last).to_contain_text("Which of your tables")
        await page.get_by_role("button", name="Plan again").click()
        await expect(asks.first).to_have_class(re.compile("is-asked"))
        await expect(page.get_by_role("status")).to_contain_text("The questions are planned.")
        await looked_at(page, keep, f"plan-under-way-{device}")


@pytest.mark.parametrize("device", ["phone", "desktop"])
async def test_an_admin_keeps_the_bank(
    device: str, live: Site, interview: UUID, windows: Windows, keep: Keep
) -> None:
    async with windows.open(device) as page:  # type: ignore[arg-type]  # one of the screens
        await as_(page, live, ADA)
        await visit(page, live, "/question-bank")
        await expect(page.locator("tbody tr")).to_have_count(30)
        await looked_at(page, keep, f"bank-{device}")
        await page.get_by_label("Words").fill("nightly job")
        await page.get_by_role("button", name="Find").click()
        await expect(page.locator("tbody tr")).to_have_count(1)
        await page.get_by_label("Question", exact=True).fill("How do you knead?")
        await page.get_by_label("Primary skill").select_option("Teamwork")
        await page.get_by_role("button", name="Add it").click()
        await expect(page.get_by_role("status")).to_contain_text("in the bank")
        await page.get_by_role("link", name="Types", exact=True).click()
        await expect(page.get_by_role("heading", name="Interview types")).to_be_visible()
        await looked_at(page, keep, f"bank-types-{device}")
        await page.get_by_label("Name").fill("technical")
        await page.get_by_role("button", name="Add it").click()
        await expect(page.get_by_role("alert")).to_contain_text("There is a type technical already.")
        await page.get_by_role("link", name="Product Sense").click()
        await page.get_by_label("Communication").check()
        await page.get_by_role("button", name="Save").click()
        await expect(page.get_by_role("status")).to_contain_text("The change is made.")
        await looked_at(page, keep, f"bank-type-{device}")
        await page.get_by_role("button", name="Delete").click()
        await expect(page.get_by_role("alert")).to_contain_text("Tick the box")
        await page.get_by_label("Yes, delete this type").check()
        await page.get_by_role("button", name="Delete").click()
        await expect(page.get_by_role("status")).to_contain_text("deleted")
        await page.get_by_role("link", name="Skills", exact=True).click()
        await expect(page.get_by_role("heading", name="Skills", exact=True)).to_be_visible()
        await looked_at(page, keep, f"bank-skills-{device}")


async def test_interviews_without_a_type_get_one_together(
    live: Site, interview: UUID, windows: Windows, keep: Keep
) -> None:
    async with windows.open("phone", script=False) as page:
        await as_(page, live, RITA)
        await visit(page, live, "/interview-categories")
        await page.get_by_label(re.compile("Choose Person 1,")).check()
        await page.get_by_label(re.compile("Choose Person 2,")).check()
        await page.get_by_label("Type", exact=True).select_option("Behavioral")
        await keep(page, "without-type-phone")
        await page.get_by_role("button", name="Set type and skills").click()
        await expect(page.get_by_role("status")).to_contain_text("2 interviews have a type now.")
        await expect(page.get_by_text("No interview is without a type.")).to_be_visible()
    found = await live.row("SELECT count(*) FROM interview_skills")
    assert found[0] == 6
