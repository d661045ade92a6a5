"""Pages that play files: on the desk, and for the candidate."""

from dataclasses import replace

from domain.vocabulary import LinkPurpose
from tests.support.media_files import PNG, wav
from tests.support.storage import S3Server
from tests.web.media.studio import ADA, IAN, OTTO, ROSA, Studio
from tests.web.site import csrf_of


async def test_a_candidate_is_shown_the_media_of_the_own_job_only(studio: Studio) -> None:
    job, interview = await studio.a_booking()
    elsewhere = await studio.a_job()
    await studio.uploaded(elsewhere, PNG, "elsewhere.png")
    link = studio.link(interview, LinkPurpose.SCHEDULE)
    bare = await studio.http.get(link)
    assert "For your interview" not in bare.text
    assert "media-src" not in bare.headers["content-security-policy"]
    item = await studio.uploaded(job, wav(), "greeting.wav")
    page = await studio.http.get(link)
    assert "For your interview" in page.text
    assert "<audio controls" in page.text
    assert "elsewhere.png" not in page.text
    assert "media-src 'self'" in page.headers["content-security-policy"]
    source = page.text.partition('src="http')[2].partition('"')[0]
    assert item["id"] in source
    assert (await studio.http.get(f"http{source}")).content == wav()


async def test_pages_let_browsers_load_from_the_bucket_and_from_nowhere_else(
    studio: Studio, s3: S3Server
) -> None:
    job, interview = await studio.a_booking()
    app = studio.http._transport.app  # type: ignore[attr-defined] # of ASGITransport
    media = replace(app.state.deps.media, storage=s3.storage("pages"), door=None)
    app.state.deps = replace(app.state.deps, media=media)
    await studio.uploaded(job, wav(), "greeting.wav")
    await studio.sign_in(ROSA)
    for path in (f"/jobs/{job}/media", studio.link(interview, LinkPurpose.SCHEDULE)):
        page = await studio.http.get(path)
        assert f'<audio controls preload="metadata" src="{s3.endpoint}/media/pages/job_media/' in page.text
        policy = page.headers["content-security-policy"]
        assert f"media-src 'self' {s3.endpoint}" in policy
        assert f"img-src 'self' {s3.endpoint} data:" in policy
        assert "default-src 'none'" in policy


async def test_the_order_is_changed_and_files_are_taken_out_with_the_buttons(studio: Studio) -> None:
    job = await studio.a_job()
    first, second = [(await studio.uploaded(job, PNG, f"{name}.png"))["id"] for name in "ab"]
    await studio.sign_in(ROSA)
    here = f"/jobs/{job}/media"
    csrf = csrf_of(await studio.http.get(here))
    moved = await studio.http.post(f"{here}/{second}/first", data={"csrf": csrf})
    assert moved.headers["location"] == f"{here}?said=moved"
    page = (await studio.http.get(here)).text
    assert page.index("b.png") < page.index("a.png")
    gone = await studio.http.post(f"{here}/{first}/remove", data={"csrf": csrf})
    assert gone.headers["location"] == f"{here}?said=removed"
    assert "a.png" not in (await studio.http.get(here)).text
    foreign = await studio.http.post(f"{here}/{second}/remove", data={"csrf": "x"})
    assert foreign.status_code == 403


async def test_interviewers_look_and_do_not_change(studio: Studio) -> None:
    job, _ = await studio.a_booking()
    await studio.uploaded(job, PNG, "a.png")
    await studio.sign_in(IAN)
    page = await studio.http.get(f"/jobs/{job}/media")
    assert "a.png" in page.text
    assert "<form" not in page.text.partition("<main")[2]
    await studio.sign_in(OTTO)
    assert (await studio.http.get(f"/jobs/{job}/media")).status_code == 404
    await studio.sign_in(ADA)
    assert (await studio.http.get(f"/jobs/{job}/media")).status_code == 200
