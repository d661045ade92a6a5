"""Transcripts over the API and the live page: taken in, read, corrected, followed, deleted; and who may."""

import io
import json
import re
import zipfile
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from domain.vocabulary import LinkPurpose, UserRole
from services.interview_room.turns import add_turns
from tests.services import arrange
from tests.services.interview_room.talk import LINES, dialogue
from tests.support.data import MONDAY
from tests.web.room import INES
from tests.web.site import Site, csrf_of
from tests.web.turn_examples import FULL, VTT, WRONG


@pytest.fixture
async def booked(site: Site) -> UUID:
    """An interview that Ines conducts, in a job of Rosa's; Ada administrates, Otto interviews elsewhere."""
    await site.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    rosa = await site.data.a_user(UserRole.RECRUITER, email="rosa@hiring.example")
    ines = await site.data.a_user(UserRole.INTERVIEWER, email=INES, name="Ines Interviewer")
    await site.data.a_user(UserRole.INTERVIEWER, email="otto@hiring.example")
    await site.data.a_user(UserRole.AUDITOR, email="aud@hiring.example")
    job = await site.data.a_job(openings=1, recruiter_id=rosa, interviewer_ids=[ines])
    await site.data.scored(job, 80)
    await site.data.closed_and_ranked(job)
    (interview_id,) = await arrange.booked(site.data, job)
    return interview_id


def api(interview: UUID, part: str = "") -> str:
    return f"/api/v1/interviews/{interview}{part}"


async def logged(site: Site, action: str) -> list[Any]:
    async with site.owner() as session:
        query = text("SELECT details, actor_kind FROM automation_logs WHERE action_type = :action")
        return list((await session.execute(query, {"action": action})).all())


async def talked(site: Site, interview: UUID) -> None:
    async with site.owner.begin() as session:
        await add_turns(session, interview, dialogue(), MONDAY)


async def test_turns_are_sent_once_read_in_order_and_each_read_is_written_down(
    site: Site, booked: UUID
) -> None:
    ines = site.as_user(INES)
    first = await site.http.post(api(booked, "/turns"), headers=ines, json={"turns": FULL[:4]})
    assert (first.status_code, first.json()["last_sequence"]) == (201, 4)
    again = await site.http.post(api(booked, "/turns"), headers=ines, json={"turns": FULL})
    assert (again.json()["repeated"], again.json()["last_sequence"]) == (4, 6)
    page = await site.http.get(api(booked, "/turns?limit=4"), headers=ines)
    more = await site.http.get(api(booked, f"/turns?after={page.json()['next']}"), headers=ines)
    rest = await site.http.get(
        api(booked, "/turns?after_sequence=4"), headers=site.as_user("rosa@hiring.example")
    )
    assert [row["turn_key"] for row in page.json()["items"] + rest.json()["items"]] == [
        f"t{n}" for n in range(1, 7)
    ]
    assert (rest.json()["next"], rest.json()["items"]) == (None, more.json()["items"])
    looks = await site.row(
        "SELECT count(*), min(what), min(purpose) FROM access_log WHERE what = 'transcript'"
    )
    assert tuple(looks) == (3, "transcript", "api")
    assert [row.actor_kind for row in await logged(site, "transcript_started")] == ["interviewer"]


async def test_nobody_else_reads_or_writes_a_transcript(site: Site, booked: UUID) -> None:
    await talked(site, booked)
    for who, status in (("otto@hiring.example", 404), ("aud@hiring.example", 403)):
        headers = site.as_user(who)
        for method, part, body in (
            ("GET", "/turns", None),
            ("POST", "/turns", {"turns": FULL}),
            ("GET", "/speakers", None),
            ("PUT", "/speakers", {"speakers": {"speaker_0": "guest"}}),
            ("GET", "/room/stream", None),
        ):
            answer = await site.http.request(method, api(booked, part), headers=headers, json=body)
            assert answer.status_code == status, (who, method, part)
    assert (await site.http.delete(api(booked, "/transcript"), headers=site.as_user(INES))).status_code == 403
    assert (await site.row("SELECT count(*) FROM transcripts"))[0] == len(LINES)


async def test_turns_that_do_not_fit_are_named_and_nothing_is_kept(site: Site, booked: UUID) -> None:
    for turns, field in WRONG:
        answer = await site.http.post(
            api(booked, "/turns"), headers=site.as_user(INES), json={"turns": turns}
        )
        assert (answer.status_code, answer.json()["field"]) == (422, field)
    assert (await site.row("SELECT count(*) FROM transcripts"))[0] == 0


async def test_a_file_is_taken_in_once_and_names_are_not_kept(site: Site, booked: UUID) -> None:
    ines, files = site.as_user(INES), {"file": ("talk.vtt", VTT.encode(), "text/vtt")}
    made = await site.http.post(api(booked, "/transcript"), headers=ines, files=files)
    assert (made.status_code, made.json()) == (
        201, {"format": "vtt", "turns": 2, "repeated": 0, "replaced": 0},
    )  # fmt: skip
    again = await site.http.post(api(booked, "/transcript"), headers=ines, files=files)
    assert (again.json()["turns"], again.json()["repeated"]) == (0, 2)
    rows = (await site.http.get(api(booked, "/turns"), headers=ines)).json()["items"]
    assert [(row["speaker"], row["speaker_role"], row["source"]) for row in rows] == [
        ("speaker_0", "host", "file"), ("speaker_1", None, "file"),
    ]  # fmt: skip
    other = {"file": ("talk.vtt", VTT.replace("five", "nine").encode(), "text/vtt")}
    in_the_way = await site.http.post(api(booked, "/transcript"), headers=ines, files=other)
    assert (in_the_way.status_code, in_the_way.json()["field"]) == (409, "replace")
    may_not = await site.http.post(
        api(booked, "/transcript"), headers=ines, files=other, data={"replace": "yes"}
    )
    assert may_not.status_code == 403
    rosa = site.as_user("rosa@hiring.example")
    replaced = await site.http.post(
        api(booked, "/transcript"), headers=rosa, files=other, data={"replace": "yes"}
    )
    assert (replaced.json()["turns"], replaced.json()["replaced"]) == (2, 2)
    everything = json.dumps(await site.snapshot()) + str(
        await site.row("SELECT string_agg(t::text, '') FROM transcripts t")
    )
    assert "Somebody" not in everything
    assert [row.details["turns"] for row in await logged(site, "transcript_imported")] == [2, 2]


async def test_a_file_that_cannot_be_read_leaves_nothing_behind(site: Site, booked: UUID) -> None:
    before = await site.snapshot()
    for content, status in ((b"\xff\xfe\x00", 422), (b"WEBVTT\n\nnothing", 422), (b"x" * (3 * 2**20), 413)):
        files = {"file": ("talk.vtt", content, "text/vtt")}
        answer = await site.http.post(api(booked, "/transcript"), headers=site.as_user(INES), files=files)
        assert answer.status_code == status, answer.text
    assert await site.snapshot() == before


async def test_deleting_a_transcript_takes_what_was_noticed_and_leaves_a_row_in_the_log(
    site: Site, booked: UUID
) -> None:
    await talked(site, booked)
    ines = site.as_user(INES)
    note = {"content": "Asks good questions."}
    assert (await site.http.post(api(booked, "/insights"), headers=ines, json=note)).status_code == 201
    async with site.owner.begin() as session:
        await session.execute(
            text(
                "INSERT INTO ai_insights (interview_id, turn_id, type, content, origin, fingerprint)"
                " SELECT interview_id, id, 'note', 'c', 'rules', id::text FROM transcripts"
            )
        )
    rosa = site.as_user("rosa@hiring.example")
    assert (await site.http.delete(api(booked, "/transcript"), headers=rosa)).status_code == 204
    assert (await site.row("SELECT count(*) FROM transcripts"))[0] == 0
    assert (await site.row("SELECT string_agg(content, ',') FROM ai_insights"))[0] == "Asks good questions."
    assert [row.details for row in await logged(site, "transcript_deleted")] == [{"turns": 6, "insights": 6}]
    row = await site.row("SELECT roles, roles_assigned FROM interviews")
    assert tuple(row) == (None, False)


async def test_the_candidate_takes_the_transcript_away_and_erases_it_with_everything(
    site: Site, booked: UUID
) -> None:
    await talked(site, booked)
    note = {"content": "SECRET"}
    assert (
        await site.http.post(api(booked, "/insights"), headers=site.as_user(INES), json=note)
    ).status_code == 201
    path = site.link(booked, LinkPurpose.APPLICATION)
    answer = await site.submit(f"{path}/data", action="download")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        facts = json.loads(packed.read("my-application.json"))
        assert LINES[1][1] in packed.read("my-application.html").decode()
    assert [turn["text"] for turn in facts["transcript"]] == [line for _, line in LINES]
    assert "SECRET" not in json.dumps(facts)
    done = await site.submit(f"{path}/erase", action="erase", confirm="yes")
    assert done.status_code == 200
    assert (await site.row("SELECT count(*) FROM transcripts"))[0] == 0
    assert (await site.row("SELECT count(*) FROM interviews"))[0] == 0


async def test_the_live_page_shows_marks_and_corrects_without_script(site: Site, booked: UUID) -> None:
    await talked(site, booked)
    await site.sign_in(INES)
    overview = await site.http.get(f"/interviews/{booked}")
    assert "6 turns" in overview.text
    live = f"/interviews/{booked}/live"
    page = await site.http.get(live)
    assert page.status_code == 200
    assert [int(n) for n in re.findall(r'id="t(\d+)"', page.text)] == [1, 2, 3, 4, 5, 6]
    assert page.text.count('class="turn is-host"') == 3
    token = csrf_of(page)
    swapped = {"csrf": token, "action": "guest", "speaker": "speaker_0", "voice": ["speaker_0", "speaker_1"]}
    assert (await site.http.post(live, data=swapped)).status_code == 303
    assert [tuple(row) for row in await _roles(site)] == [("speaker_0", "guest"), ("speaker_1", "host")]
    assert [row.actor_kind for row in await logged(site, "speakers_named")] == ["interviewer"]
    note = {"csrf": token, "action": "note", "content": "Knows <b>databases</b>.", "kind": "green-flag"}
    assert (await site.http.post(live, data=note)).status_code == 303
    page = await site.http.get(live)
    assert "Knows &lt;b&gt;databases&lt;/b&gt;." in page.text
    for wrong in (
        {"action": "dance"},
        {"action": "used", "insight_id": "x"},
        {"action": "note", "content": " "},
    ):
        answer = await site.http.post(live, data={"csrf": token, **wrong})
        assert answer.status_code == 422, wrong
        assert 'role="alert"' in answer.text
    assert (
        await site.http.post(live, data={"csrf": "forged", **note, "action": "note"} | {"csrf": "forged"})
    ).status_code == 403


async def test_the_live_page_shows_voices_before_anybody_knows_who_they_are(site: Site, booked: UUID) -> None:
    async with site.owner.begin() as session:
        await add_turns(session, booked, dialogue()[:2], MONDAY)
    await site.sign_in(INES)
    page = await site.http.get(f"/interviews/{booked}/live")
    assert page.status_code == 200
    assert page.text.count("not known yet") == 2


async def _roles(site: Site) -> list[Any]:
    async with site.owner() as session:
        query = text("SELECT DISTINCT speaker, speaker_role FROM transcripts ORDER BY 1")
        return list((await session.execute(query)).all())


async def test_an_insight_is_changed_with_its_history_and_never_unseen(site: Site, booked: UUID) -> None:
    await site.sign_in(INES)
    page = await site.http.get(f"/interviews/{booked}/live")
    token = csrf_of(page)
    await site.http.post(
        f"/interviews/{booked}/live", data={"csrf": token, "action": "note", "content": "First."}
    )
    insight = (await site.row("SELECT id FROM ai_insights"))[0]
    path = f"/interviews/{booked}/insights/{insight}"
    page = await site.http.get(path)
    found = re.search(r'name="revision" value="(\d+)"', page.text)
    assert found
    form = {"csrf": token, "revision": found[1], "content": "Second.", "type": "note", "severity": "info"}
    assert (await site.http.post(path, data=form)).status_code == 303
    late = await site.http.post(path, data={**form, "content": "Third."})
    assert late.status_code == 409
    assert "First." in late.text
    assert (await site.row("SELECT content FROM ai_insights"))[0] == "Second."


async def test_a_recruiter_deletes_a_transcript_on_a_page_that_asks_first(site: Site, booked: UUID) -> None:
    await talked(site, booked)
    await site.sign_in(INES)
    assert (await site.http.get(f"/interviews/{booked}/transcript/delete")).status_code == 403
    await site.sign_in("rosa@hiring.example")
    path = f"/interviews/{booked}/transcript/delete"
    asked = await site.http.get(path)
    assert "6 turns go for good" in asked.text
    done = await site.http.post(path, data={"csrf": csrf_of(asked), "reason": "asked for"})
    assert done.headers["location"].endswith("/live?said=deleted")
    assert (await site.row("SELECT count(*) FROM transcripts"))[0] == 0
    page = await site.http.get(done.headers["location"])
    assert "The transcript was deleted." in page.text


async def test_a_file_is_taken_in_on_the_page_and_says_what_is_wrong_with_it(
    site: Site, booked: UUID
) -> None:
    await site.sign_in(INES)
    token = csrf_of(await site.http.get(f"/interviews/{booked}/live"))
    path = f"/interviews/{booked}/transcript"
    wrong = await site.http.post(
        path, data={"csrf": token}, files={"file": ("a.vtt", b"WEBVTT\n", "text/vtt")}
    )
    assert wrong.status_code == 422
    assert "holds no words" in wrong.text
    files = {"file": ("a.vtt", VTT.encode(), "text/vtt")}
    assert (await site.http.post(path, data={"csrf": "x"}, files=files)).status_code == 403
    done = await site.http.post(path, data={"csrf": token}, files=files)
    assert done.headers["location"].endswith("?said=imported")
    assert (await site.row("SELECT count(*) FROM transcripts"))[0] == 2
