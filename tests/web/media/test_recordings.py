"""Recordings of an interview: who brings, hears and removes them; and that they end with the person."""

import pytest
from sqlalchemy import text

from domain.vocabulary import LinkPurpose
from tests.support.media_files import EVERY, PNG, VTT, wav
from tests.web.media.studio import ADA, API, IAN, OTTO, ROSA, Studio
from tests.web.site import csrf_of

WEBM = EVERY["video/webm"][0]


@pytest.mark.parametrize("who", [IAN, ROSA, ADA])
async def test_whoever_conducts_it_the_recruiter_and_admins_upload_and_hear(studio: Studio, who: str) -> None:
    job, interview = await studio.a_booking()
    path = f"/interviews/{interview}/recordings"
    sent = await studio.upload(f"{path}?kind=audio", wav(), "talk.wav", by=who)
    assert sent.status_code == 201, sent.text
    (item,) = sent.json()["items"]
    assert (item["kind"], item["uploaded_by"]) == ("audio", str(studio.people[who]))
    assert (await studio.http.get(item["file"]["url"])).content == wav()
    logged = await studio.row(
        "SELECT job_id, interview_id, actor_id, details FROM automation_logs WHERE action_type = 'recording_added'"
    )
    assert (logged.job_id, logged.interview_id, logged.actor_id) == (job, interview, studio.people[who])
    assert logged.details == {"recording_id": item["id"], "file_id": item["file"]["id"], "kind": "audio"}
    assert "talk.wav" not in str(logged.details)
    for reader in (IAN, ROSA, ADA):
        seen = await studio.http.get(f"{API}{path}", headers=studio.as_user(reader))
        assert [one["id"] for one in seen.json()["items"]] == [item["id"]]


async def test_others_learn_nothing_of_it(studio: Studio) -> None:
    _, interview = await studio.a_booking()
    await studio.upload(f"/interviews/{interview}/recordings?kind=audio", wav(), "talk.wav")
    hidden = await studio.http.get(f"{API}/interviews/{interview}/recordings", headers=studio.as_user(OTTO))
    assert hidden.status_code == 404
    candidate = await studio.http.get(studio.link(interview, LinkPurpose.SCHEDULE))
    assert "talk.wav" not in candidate.text


async def test_an_upload_has_the_interview_processed(studio: Studio) -> None:
    _, interview = await studio.a_booking()
    await studio.upload(f"/interviews/{interview}/recordings?kind=video", WEBM, "talk.webm", by=IAN)
    row = await studio.row("SELECT processing_status FROM interviews WHERE id = :id", id=interview)
    assert row.processing_status == "processing"
    asked = await studio.rows("SELECT 1 FROM outbox WHERE workflow_type = 'ProcessingWorkflow'")
    assert asked


async def test_reading_is_written_down_with_who_and_how_many(studio: Studio) -> None:
    _, interview = await studio.a_booking()
    for _ in range(2):
        await studio.upload(f"/interviews/{interview}/recordings?kind=audio", wav(), by=IAN)
    await studio.sign_in(ROSA)
    page = await studio.http.get(f"/interviews/{interview}/recording")
    assert page.text.count("<audio controls") == 2
    row = await studio.row(
        "SELECT user_id, what, purpose, interview_id, records FROM access_log"
        " WHERE user_id = :rosa ORDER BY sequence DESC LIMIT 1",
        rosa=studio.people[ROSA],
    )
    assert tuple(row) == (studio.people[ROSA], "recording", "page", interview, 2)


async def test_a_kind_takes_only_its_own_files(studio: Studio) -> None:
    _, interview = await studio.a_booking()
    path = f"/interviews/{interview}/recordings"
    for kind, content in (("audio", VTT), ("video", wav()), ("transcript", wav()), ("audio", PNG)):
        refused = await studio.upload(f"{path}?kind={kind}", content, by=IAN)
        assert refused.status_code == 422
    unknown = await studio.upload(f"{path}?kind=song", wav(), by=IAN)
    assert unknown.status_code == 422
    sound_in_webm = await studio.upload(f"{path}?kind=audio", WEBM, "answer.webm", "audio/webm", by=IAN)
    assert sound_in_webm.json()["items"][0]["file"]["media_type"] == "audio/webm"
    assert len(await studio.keys()) == 1


async def test_a_transcript_becomes_turns_and_a_second_one_is_in_the_way(studio: Studio) -> None:
    _, interview = await studio.a_booking()
    path = f"/interviews/{interview}/recordings?kind=transcript"
    sent = await studio.upload(path, VTT, "talk.vtt", by=IAN)
    assert sent.status_code == 201, sent.text
    assert await studio.rows("SELECT text FROM transcripts") == [("Tell me about bread.",)]
    other = await studio.upload(path, VTT.replace(b"bread", b"cakes"), "other.vtt", by=IAN)
    assert other.status_code == 409
    broken = await studio.upload(path, b'{"nothing": "of the kind"}', "broken.json", by=IAN)
    assert broken.status_code == 422
    assert len(await studio.files()) == len(await studio.keys()) == 1


async def test_a_recording_is_removed_for_a_reason_and_its_bytes_go_with_it(studio: Studio) -> None:
    _, interview = await studio.a_booking()
    path = f"/interviews/{interview}/recordings"
    item = (await studio.upload(f"{path}?kind=audio", wav(), by=IAN)).json()["items"][0]
    one = f"{API}{path}/{item['id']}"
    assert (await studio.http.delete(one, headers=studio.as_user(IAN))).status_code == 422
    assert (await studio.http.delete(f"{one}?reason=%20", headers=studio.as_user(IAN))).status_code == 422
    stranger = await studio.http.delete(f"{one}?reason=x", headers=studio.as_user(OTTO))
    assert stranger.status_code == 404
    assert len(await studio.keys()) == 1
    done = await studio.http.delete(f"{one}?reason=Asked%20for%20it", headers=studio.as_user(IAN))
    assert done.status_code == 204
    assert (await studio.keys(), await studio.files()) == ([], [])
    row = await studio.row(
        "SELECT reason, details FROM automation_logs WHERE action_type = 'recording_removed'"
    )
    assert (row.reason, row.details["recording_id"]) == ("Asked for it", item["id"])
    again = await studio.http.delete(f"{one}?reason=x", headers=studio.as_user(IAN))
    assert again.status_code == 404
    assert (await studio.http.get(item["file"]["url"])).status_code == 404


async def test_interviewers_remove_what_they_brought_and_recruiters_all(studio: Studio) -> None:
    _, interview = await studio.a_booking()
    path = f"/interviews/{interview}/recordings"
    item = (await studio.upload(f"{path}?kind=audio", wav(), by=ROSA)).json()["items"][0]
    refused = await studio.http.delete(f"{API}{path}/{item['id']}?reason=no", headers=studio.as_user(IAN))
    assert refused.status_code == 404
    other_way = await studio.http.delete(f"{API}/files/{item['file']['id']}", headers=studio.as_user(ROSA))
    assert other_way.status_code == 404  # only with a reason
    await studio.upload(f"{path}?kind=audio", wav(), by=IAN)
    await studio.sign_in(IAN)
    page = (await studio.http.get(f"/interviews/{interview}/recording")).text
    assert page.count("Remove for good") == 1
    await studio.sign_in(ROSA)
    page = (await studio.http.get(f"/interviews/{interview}/recording")).text
    assert page.count("Remove for good") == 2


async def test_the_pages_form_uploads_and_removes(studio: Studio) -> None:
    _, interview = await studio.a_booking()
    here = f"/interviews/{interview}/recording"
    await studio.sign_in(IAN)
    csrf = csrf_of(await studio.http.get(here))
    form = {"csrf": csrf, "kind": "audio"}
    kindless = await studio.http.post(here, data={"csrf": csrf}, files={"file": ("a.wav", wav())})
    assert kindless.status_code == 422
    assert "Say what the file is" in kindless.text
    sent = await studio.http.post(here, data=form, files={"file": ("a.wav", wav(), "audio/wav")})
    assert sent.headers["location"] == f"{here}?said=added"
    (recording,) = await studio.rows("SELECT id FROM interview_recordings")
    data = {"csrf": csrf, "why": ""}
    unsaid = await studio.http.post(f"{here}/{recording.id}/remove", data=data)
    assert unsaid.status_code == 422
    gone = await studio.http.post(f"{here}/{recording.id}/remove", data=data | {"why": "test"})
    assert gone.headers["location"] == f"{here}?said=removed"
    assert await studio.keys() == []


async def test_an_erased_person_takes_the_recordings_along(studio: Studio) -> None:
    job, interview = await studio.a_booking()
    await studio.upload(f"/interviews/{interview}/recordings?kind=audio", wav(), by=IAN)
    shown = (await studio.uploaded(job, PNG))["id"]
    page = studio.link(interview, LinkPurpose.APPLICATION) + "/erase"
    done = await studio.submit(page, confirm="yes", action="erase")
    assert done.status_code in {200, 303}, done.text
    # The rows go in the same transaction, the bytes with the next sweep: within the hour and a quarter.
    assert [str(one) for one in await studio.files()] == [shown]
    assert len(await studio.keys()) == 2
    swept = await studio.sweep(minutes=75)
    assert (swept.rows, swept.objects) == (0, 1)
    assert await studio.keys() == [f"job_media/{shown}"]


@pytest.mark.parametrize("what", ["interviews", "candidates"])
async def test_an_interview_or_a_candidate_that_is_deleted_takes_them_along(
    studio: Studio, what: str
) -> None:
    _, interview = await studio.a_booking()
    await studio.upload(f"/interviews/{interview}/recordings?kind=audio", wav(), by=IAN)
    condition = (
        "id = :i" if what == "interviews" else "id = (SELECT candidate_id FROM interviews WHERE id = :i)"
    )
    async with studio.owner.begin() as session:
        await session.execute(text(f"DELETE FROM {what} WHERE {condition}"), {"i": interview})
    assert await studio.files() == []
    assert (await studio.sweep(minutes=75)).objects == 1
    assert await studio.keys() == []


async def test_a_user_who_is_deleted_leaves_the_recordings(studio: Studio) -> None:
    _, interview = await studio.a_booking()
    await studio.upload(f"/interviews/{interview}/recordings?kind=audio", wav(), by=ADA)
    async with studio.owner.begin() as session:
        await session.execute(text("DELETE FROM api_keys WHERE user_id = :u"), {"u": studio.people[ADA]})
        await session.execute(text("DELETE FROM users WHERE id = :u"), {"u": studio.people[ADA]})
    assert await studio.rows("SELECT uploaded_by FROM interview_recordings") == [(None,)]
    assert len(await studio.files()) == 1
