"""The rows of the checklist that media were specified with, each by its name; a gig is a job here."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from domain.storage import ObjectGoneError
from domain.vocabulary import UserRole
from services.context import act_as_candidate, act_as_user
from services.media.job_media import media_of_job
from tests.conftest import Sessions
from tests.support.media_files import EVERY, PNG, wav
from tests.support.storage import content_of
from tests.web.media.studio import ADA, API, IAN, OTTO, ROSA, Studio

PDF = EVERY["application/pdf"][0]


async def test_upload_media_files_for_a_job(studio: Studio) -> None:
    job = await studio.a_job()
    item = await studio.uploaded(job, wav(), "Greeting – Ä.wav")
    assert item["filename"] == "Greeting – Ä.wav"
    assert (item["media_type"], item["size"]) == ("audio/wav", len(wav()))
    row = await studio.row("SELECT storage_key, uploaded_by, sha256 FROM files WHERE id = :id", id=item["id"])
    assert row.uploaded_by == studio.people[ROSA]
    assert await content_of(studio.storage, row.storage_key) == wav()
    logged = await studio.row(
        "SELECT job_id, actor_id, details FROM automation_logs WHERE action_type = 'job_media_changed'"
    )
    assert (logged.job_id, logged.actor_id) == (job, studio.people[ROSA])
    assert logged.details == {"added": [item["id"]], "removed": [], "count": 1}
    assert "Greeting" not in str(logged.details)
    assert studio.spool() == []


async def test_view_media_files_in_job_settings(studio: Studio) -> None:
    job, _ = await studio.a_booking()
    await studio.uploaded(job, wav(), "one.wav")
    await studio.uploaded(job, PNG, "two.png")
    await studio.uploaded(job, PDF, "three.pdf")
    for who in (ROSA, ADA, IAN):
        seen = await studio.http.get(f"{API}/jobs/{job}/media", headers=studio.as_user(who))
        assert [item["filename"] for item in seen.json()["items"]] == ["one.wav", "two.png", "three.pdf"]
    hidden = await studio.http.get(f"{API}/jobs/{job}/media", headers=studio.as_user(OTTO))
    assert hidden.status_code == 404
    await studio.sign_in(ROSA)
    page = await studio.http.get(f"/jobs/{job}/media")
    assert page.status_code == 200
    assert "<audio controls" in page.text
    assert '<img src="' in page.text
    assert "three.pdf" in page.text


async def test_update_media_files_add_and_remove(studio: Studio) -> None:
    job = await studio.a_job()
    first, second, third = [
        (await studio.uploaded(job, PNG, f"{name}.png"))["id"] for name in ("a", "b", "c")
    ]
    ages = await studio.rows("SELECT file_id, created_at FROM job_interview_media")
    studio.clock.forward(hours=1)
    changed = await studio.http.put(
        f"{API}/jobs/{job}/media", headers=studio.as_user(ROSA), json={"file_ids": [third, first]}
    )
    assert [item["id"] for item in changed.json()["items"]] == [third, first]
    kept = await studio.rows("SELECT file_id, created_at FROM job_interview_media")
    assert set(kept) == {age for age in ages if str(age.file_id) != second}
    logged = await studio.rows(
        "SELECT details FROM automation_logs WHERE action_type = 'job_media_changed' ORDER BY sequence"
    )
    assert logged[-1].details == {"added": [], "removed": [second], "count": 2}
    # Back again, as long as no sweep took it.
    both = {"file_ids": [first, second, third], "reason": "the order of the day"}
    again = await studio.http.put(f"{API}/jobs/{job}/media", headers=studio.as_user(ROSA), json=both)
    assert [item["id"] for item in again.json()["items"]] == [first, second, third]
    none = await studio.http.put(
        f"{API}/jobs/{job}/media", headers=studio.as_user(ROSA), json={"file_ids": []}
    )
    assert none.json() == {"items": []}


async def test_delete_a_job_verify_cascade_delete(studio: Studio) -> None:
    job = await studio.a_job()
    await studio.uploaded(job, PNG)
    other = await studio.a_job()
    shared = (await studio.uploaded(other, wav()))["id"]
    both = {"file_ids": [*map(str, await studio.files())]}
    await studio.http.put(f"{API}/jobs/{job}/media", headers=studio.as_user(ROSA), json=both)
    async with studio.owner.begin() as session:
        await session.execute(text("DELETE FROM jobs WHERE id = :job"), {"job": job})
    links = await studio.rows("SELECT job_id, file_id::text FROM job_interview_media")
    assert links == [(other, shared)]
    swept = await studio.sweep(hours=25)
    assert (swept.rows, swept.objects) == (1, 1)
    assert await studio.files() == [UUID(shared)]
    assert await studio.keys() == [f"job_media/{shared}"]


async def test_delete_a_file_used_in_job_media_verify_cascade_delete(studio: Studio) -> None:
    job = await studio.a_job()
    gone, stays = (await studio.uploaded(job, PNG))["id"], (await studio.uploaded(job, wav()))["id"]
    refused = await studio.http.delete(f"{API}/files/{gone}", headers=studio.as_user(OTTO))
    assert refused.status_code == 404
    done = await studio.http.delete(f"{API}/files/{gone}", headers=studio.as_user(ROSA))
    assert done.status_code == 204
    assert await studio.rows("SELECT file_id::text FROM job_interview_media") == [(stays,)]
    assert await studio.keys() == [f"job_media/{stays}"]
    logged = await studio.rows(
        "SELECT details FROM automation_logs WHERE action_type = 'job_media_changed' ORDER BY sequence"
    )
    assert logged[-1].details == {"removed": [gone], "deleted": True}
    # The rule of the database itself, without any of our code.
    async with studio.owner.begin() as session:
        await session.execute(text("DELETE FROM files WHERE id = :id"), {"id": stays})
    assert await studio.rows("SELECT 1 FROM job_interview_media") == []


async def test_interview_bot_receives_media_files_correctly(studio: Studio, web_sessions: Sessions) -> None:
    job, interview = await studio.a_booking()
    ids = [(await studio.uploaded(job, content))["id"] for content in (wav(), PNG, PDF)]
    elsewhere = await studio.a_job()
    await studio.uploaded(elsewhere, PNG)
    async with studio.worker.begin() as session:
        assert [str(file.id) for file in await media_of_job(session, job)] == ids
    async with web_sessions.begin() as session:
        await act_as_candidate(session, interview)
        found = await media_of_job(session, job)
        assert [(str(file.id), str(file.family)) for file in found] == list(
            zip(ids, ("audio", "image", "document"), strict=True)
        )
        assert await media_of_job(session, elsewhere) == []
    async with web_sessions.begin() as session:
        await act_as_user(session, UserRole.INTERVIEWER, studio.people[IAN])
        assert len(await media_of_job(session, job)) == 3


async def test_presigned_urls_are_generated_correctly(studio: Studio) -> None:
    job = await studio.a_job()
    item = await studio.uploaded(job, wav(), "one.wav")
    expires = datetime.fromisoformat(item["expires_at"])
    assert abs(expires - datetime.now(UTC) - timedelta(hours=2)) < timedelta(minutes=5)
    played = await studio.http.get(item["url"])
    assert (played.status_code, played.content) == (200, wav())
    assert played.headers["content-type"] == "audio/wav"
    assert played.headers["content-disposition"].startswith("inline")
    saved = await studio.http.get(item["download_url"])
    assert saved.headers["content-disposition"] == "attachment; filename*=UTF-8''one.wav"
    studio.wall.forward(hours=2, seconds=2)
    late = await studio.http.get(item["url"])
    assert late.status_code == 403
    assert b"RIFF" not in late.content
    row = await studio.row("SELECT storage_key FROM files")
    await studio.storage.delete([row.storage_key])
    with pytest.raises(ObjectGoneError):
        await studio.storage.size(row.storage_key)
