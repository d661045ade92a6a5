"""The recruiter's board as people see it, and the journey from the close of a job to booked interviews."""

import re
from uuid import UUID

import pytest
from playwright.async_api import Page, expect

from domain.vocabulary import UserRole
from tests.browser.conftest import Keep
from tests.browser.windows import LOOKS, Windows, axe, no_sideways_scrolling, visit
from tests.support.crowd import a_crowd, ranked
from tests.support.identity import session_for
from tests.web.site import Site, starts_of
from web.desk.session import COOKIE

EMAIL = "rosa@hiring.example"
TOM, AUD = "tom@hiring.example", "aud@hiring.example"


@pytest.fixture
async def job(live: Site) -> UUID:
    """A job in the middle of it: seats in every state, a bench, a crowd that waits."""
    rosa = await live.data.a_user(
        UserRole.RECRUITER, name="Rosa Recruiter", email=EMAIL, time_zone="Europe/Berlin"
    )
    tom = await live.data.a_user(UserRole.INTERVIEWER, email=TOM, time_zone="Europe/Berlin")
    await live.data.a_user(UserRole.AUDITOR, email=AUD)
    job_id = await live.data.a_job(
        6, 5, title="Baker", company="Loaf & Co", recruiter_id=rosa, interviewer_ids=[tom]
    )
    await a_crowd(live.data, job_id, 400)
    await ranked(live.data, job_id)
    interviews = await live.data.invited(job_id)
    for interview in interviews[:3]:
        times = await live.accepted(interview)
        if interview != interviews[2]:
            chosen = starts_of(await live.http.get(times))[3]
            await live.submit(times, action="pick", start=chosen)
    await live.http.post(f"/api/v1/interviews/{interviews[4]}/cancel", headers=live.as_user(EMAIL))
    live.clock.forward(hours=7, minutes=13)
    return job_id


async def signed_in(page: Page, live: Site, email: str = EMAIL) -> None:
    value = await session_for(live.owner, email)
    await page.context.add_cookies([{"name": COOKIE, "value": value, "url": str(live.http.base_url)}])


@pytest.mark.parametrize(
    ("device", "dark"), LOOKS, ids=[f"{device}-{'dark' if dark else 'light'}" for device, dark in LOOKS]
)
async def test_the_board_fits_and_is_accessible(
    device: str, dark: bool, live: Site, job: UUID, windows: Windows, keep: Keep
) -> None:
    async with windows.open(device, dark=dark) as page:  # type: ignore[arg-type]  # one of the screens
        await signed_in(page, live)
        look = f"{device}-{'dark' if dark else 'light'}"
        seated = "SELECT id FROM applications WHERE job_id = :job AND held_seat = 1"
        somebody = (await live.row(seated, job=job))[0]
        for path, name in (
            ("/", "jobs"),
            (f"/jobs/{job}", "board"),
            (f"/jobs/{job}/activity", "activity"),
            (f"/applications/{somebody}", "application"),
        ):
            answer = await visit(page, live, path)
            assert answer.status == 200
            await no_sideways_scrolling(page)
            await axe(page)
            await keep(page, f"{name}-{look}")
        await visit(page, live, f"/jobs/{job}/acts/pause")
        await axe(page)
        await keep(page, f"act-{look}")
        await visit(page, live, f"/jobs/{job}/review")
        await axe(page)
        await keep(page, f"review-{look}")


@pytest.mark.parametrize(
    ("email", "words"), [(AUD, "not shown to auditors"), (TOM, "Those whom you interview")]
)
async def test_a_job_seen_in_part_fits_and_is_accessible(
    email: str, words: str, live: Site, job: UUID, windows: Windows, keep: Keep
) -> None:
    async with windows.open("phone") as page:
        await signed_in(page, live, email)
        for path, name in (("/", "jobs"), (f"/jobs/{job}", "job")):
            answer = await visit(page, live, path)
            assert answer.status == 200
            await no_sideways_scrolling(page)
            await axe(page)
            await keep(page, f"{name}-seen-by-{email.partition('@')[0]}")
        await expect(page.locator("main")).to_contain_text(words)


async def test_a_step_shows_on_an_open_board_by_itself(
    live: Site, job: UUID, windows: Windows, keep: Keep
) -> None:
    async with windows.open("desktop") as page:
        await signed_in(page, live)
        await visit(page, live, f"/jobs/{job}")
        await expect(page.locator("[data-feed-state]")).to_have_text("live")
        await expect(page.locator(".seat.is-answer")).to_have_count(2)
        interview = await live.row(
            "SELECT i.id FROM interviews i JOIN applications a ON a.id = i.application_id"
            " WHERE i.job_id = :job AND i.status = 'invitation_sent' ORDER BY a.held_seat LIMIT 1",
            job=job,
        )
        await live.accepted(interview[0])
        await expect(page.locator(".activity li").first).to_contain_text("accepted the invitation")
        await expect(page.locator(".seat.is-answer")).to_have_count(1)
        await keep(page, "board-after-a-step")


async def test_an_act_asks_for_its_reason_in_a_dialog_and_is_done_once(
    live: Site, job: UUID, windows: Windows, keep: Keep
) -> None:
    async with windows.open("desktop") as page:
        await signed_in(page, live)
        await visit(page, live, f"/jobs/{job}")
        await page.get_by_role("link", name="Pause").click()
        dialog = page.get_by_role("dialog")
        await expect(dialog).to_contain_text("Undo it with Resume")
        await axe(page)
        await keep(page, "act-in-a-dialog")
        await dialog.get_by_label("Why?").fill("the oven is broken")
        await dialog.get_by_role("button", name="Pause").dblclick()
        await expect(page.get_by_role("status")).to_contain_text("The job is paused.")
        await expect(page.locator(".next li").first).to_contain_text("Paused since")
        logged = await live.row(
            "SELECT count(*), min(reason) FROM automation_logs WHERE action_type = 'job_paused'"
        )
        assert tuple(logged) == (1, "the oven is broken")


async def test_without_script_several_are_rejected_with_one_reason(
    live: Site, job: UUID, windows: Windows, keep: Keep
) -> None:
    async with windows.open("phone", script=False) as page:
        await signed_in(page, live)
        await visit(page, live, f"/jobs/{job}?show=pending")
        for box in (await page.get_by_role("checkbox", name=re.compile("Choose")).all())[:3]:
            await box.check()
        await page.locator("#bulk").get_by_role("button", name="Reject").click()
        await expect(page.get_by_text("This cannot be undone")).to_be_visible()
        await keep(page, "several-ask")
        await page.get_by_label("Why?").fill("a must-have is missing")
        await page.get_by_role("button", name="Reject 3").click()
        await expect(page.get_by_role("heading", name="Reject: 3 of 3 done")).to_be_visible()
        await keep(page, "several-done")
        left = await live.row(
            "SELECT count(*) FROM applications WHERE shortlist_status = 'rejected' AND job_id = :j", j=job
        )
        assert left[0] == 3 + 1
