"""Media of a job and recordings of an interview, from uploading to hearing them, in a real browser."""

from pathlib import Path
from uuid import UUID

import pytest
from playwright.async_api import Page

from domain.vocabulary import LinkPurpose, UserRole
from services.interviews import answer
from tests.browser.conftest import Keep
from tests.browser.windows import Windows, axe, no_sideways_scrolling, visit
from tests.services.arrange import LATER, accepted, free_starts
from tests.support.data import BY_CANDIDATE
from tests.support.identity import session_for
from tests.support.media_files import PNG, VTT, wav
from tests.web.site import Site
from web.desk.session import COOKIE

ROSA, IAN = "rosa@hiring.example", "ian@hiring.example"


@pytest.fixture
async def booked(live: Site) -> tuple[UUID, UUID]:
    """Rosa's job, and an interview of it that Ian conducts."""
    rosa = await live.data.a_user(UserRole.RECRUITER, email=ROSA, name="Rosa Recruiter")
    ian = await live.data.a_user(UserRole.INTERVIEWER, email=IAN, name="Ian Interviewer")
    job = await live.data.a_job(openings=2, buffer=1, recruiter_id=rosa, interviewer_ids=(ian,))
    await live.data.scored(job, 90, 80)
    await live.data.closed_and_ranked(job)
    interview = (await accepted(live.data, job))[0]
    start = (await free_starts(live.data.worker, interview))[0]
    async with live.data.worker.begin() as session:
        await answer.pick(session, interview, start, cause=BY_CANDIDATE, received_at=LATER)
    live.clock.now = LATER
    return job, interview


async def _signed_in(page: Page, live: Site, email: str) -> None:
    value = await session_for(live.owner, email)
    await page.context.add_cookies([{"name": COOKIE, "value": value, "url": str(live.http.base_url)}])


def _files(folder: Path) -> dict[str, Path]:
    made = {"Greeting.wav": wav(2.0), "Shop.png": PNG, "Interview.wav": wav(3.0), "Notes.vtt": VTT}
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in made}


async def _plays(page: Page) -> float:
    """Play the first sound of the page to a place near its end. Where it stands then, in seconds."""
    return await page.evaluate(  # type: ignore[no-any-return] # a number of the page
        """async () => {
            const sound = document.querySelector('audio');
            if (sound.readyState < 1) await new Promise(done => sound.addEventListener('loadedmetadata', done));
            sound.currentTime = sound.duration - 0.5;
            await new Promise(done => sound.addEventListener('seeked', done, {once: true}));
            return sound.currentTime;
        }"""
    )


async def test_a_recruiter_adds_media_and_the_candidate_hears_them(
    live: Site, booked: tuple[UUID, UUID], windows: Windows, keep: Keep, tmp_path: Path
) -> None:
    job, interview = booked
    files = _files(tmp_path)
    async with windows.open("desktop", script=False) as page:
        await _signed_in(page, live, ROSA)
        await visit(page, live, f"/jobs/{job}/media")
        await keep(page, "job-media-empty")
        for name in ("Greeting.wav", "Shop.png"):
            await page.get_by_label("File").set_input_files(files[name])
            await page.get_by_role("button", name="Upload").click()
            await page.get_by_text("The file is added.").wait_for()
        await page.get_by_label("File").set_input_files(files["Notes.vtt"])
        await page.get_by_role("button", name="Upload").click()
        await page.get_by_text("This kind of file is not taken here.").wait_for()
        await page.wait_for_load_state()  # a third would stand further down
        assert await page.locator(".file").count() == 2
        await keep(page, "job-media-refused")
    for device in ("desktop", "phone"):
        async with windows.open(device) as page:
            await _signed_in(page, live, ROSA)
            await visit(page, live, f"/jobs/{job}/media")
            assert await _plays(page) > 1
            await no_sideways_scrolling(page)
            await axe(page)
            await keep(page, f"job-media-{device}")
    async with windows.open("phone") as page:
        await visit(page, live, live.link(interview, LinkPurpose.SCHEDULE))
        await page.get_by_role("heading", name="For your interview").wait_for()
        assert await _plays(page) > 1
        await no_sideways_scrolling(page)
        await axe(page)
        await keep(page, "job-media-candidate")


async def test_an_interviewer_uploads_hears_and_removes_a_recording(
    live: Site, booked: tuple[UUID, UUID], windows: Windows, keep: Keep, tmp_path: Path
) -> None:
    _, interview = booked
    files = _files(tmp_path)
    async with windows.open("desktop") as page:
        await _signed_in(page, live, IAN)
        await visit(page, live, f"/interviews/{interview}")
        await page.get_by_role("link", name="Recording").click()
        await page.get_by_text("Nothing was recorded or uploaded yet.").wait_for()
        for kind, name in (("Sound", "Interview.wav"), ("Transcript", "Notes.vtt")):
            await page.get_by_label(kind).check()
            await page.get_by_label("File").set_input_files(files[name])
            await page.get_by_role("button", name="Upload").click()
            await page.get_by_text("The recording is kept.").wait_for()
        assert await _plays(page) > 2
        await no_sideways_scrolling(page)
        await axe(page)
        await keep(page, "recording-desktop")
    async with windows.open("phone") as page:
        await _signed_in(page, live, IAN)
        await visit(page, live, f"/interviews/{interview}/recording")
        await no_sideways_scrolling(page)
        await axe(page)
        await page.locator("summary").first.click()
        await page.get_by_label("Why?").first.fill("The candidate asked for it")
        await keep(page, "recording-phone")
        await page.get_by_role("button", name="Remove for good").first.click()
        await page.get_by_text("The recording is removed for good.").wait_for()
        await page.wait_for_load_state()  # a second would stand further down
        assert await page.locator(".file").count() == 1
