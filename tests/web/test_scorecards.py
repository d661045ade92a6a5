"""Scorecards and insights over the API and the pages: what each may do, and what bad input is told."""

from typing import Any

import httpx
import pytest

from domain.vocabulary import UserRole
from services.interview_room.analysis import analyse
from tests.services.scorecards.room import AT, FIGURED, Room, a_card, a_room
from tests.support.data import Sessions
from tests.web.rosas_desk import fields_of
from tests.web.site import Site

ADA = "ada@hiring.example"
INES, OTTO = "ines@hiring.example", "otto@hiring.example"
WHOLE = {"technical": 8, "recommendation": "hire", "justification": "Knows the trade."}


@pytest.fixture
async def room(
    site: Site, owner_sessions: Sessions, worker_sessions: Sessions, web_sessions: Sessions
) -> Room:
    """A judged interview with two interviewers, and an admin."""
    await site.data.a_user(UserRole.ADMIN, email=ADA)
    made = await a_room(site.data, owner_sessions, worker_sessions, web_sessions)
    async with worker_sessions.begin() as session:
        await analyse(session, made.interview, AT)
    return made


async def call(site: Site, method: str, path: str, who: str, body: Any = None) -> httpx.Response:
    return await site.http.request(method, f"/api/v1{path}", headers=site.as_user(who), json=body)


async def test_a_card_goes_its_way_over_the_api(site: Site, room: Room) -> None:
    path = f"/interviews/{room.interview}/scorecard"
    empty = (await call(site, "GET", path, INES)).json()
    assert (empty["own"], empty["may_write"], empty["is_blind"]) == (None, True, True)
    filled = (await call(site, "POST", f"{path}/prefill", INES)).json()
    assert "strengths" in filled["prefilled"]
    body = {**WHOLE, "strengths": filled["strengths"], "version": filled["version"]}
    saved = (await call(site, "PUT", path, INES, body)).json()
    assert saved["strengths"][0]["evidence"] == FIGURED
    stale = await call(site, "PUT", path, INES, body)
    assert stale.status_code == 409
    assert "saved elsewhere" in stale.text
    done = (await call(site, "POST", f"{path}/hand-in", INES, {"version": saved["version"]})).json()
    assert done["handed_in_at"]
    seen = (await call(site, "GET", path, ADA)).json()
    assert (seen["merged"]["cards"], seen["others"][0]["technical"]) == (1, 8)
    blind = (await call(site, "GET", path, OTTO)).json()
    assert (blind["is_blind"], blind["others"], blind["merged"]) == (True, [], None)
    compared = (await call(site, "GET", f"/jobs/{room.job}/comparison?sort=technical", OTTO)).json()
    assert [(one["is_hidden"], one["scorecard"]) for one in compared["items"]] == [(True, None)]
    [line] = (await call(site, "GET", f"/jobs/{room.job}/comparison", ADA)).json()["items"]
    assert line["scorecard"]["spread"]["technical"]["mean"] == 8
    held = (await call(site, "GET", f"/candidates/{line['candidate_id']}/scorecards", ADA)).json()
    assert held["items"][0]["scorecard"]["recommendation"] == "hire"
    assert (await call(site, "POST", f"{path}/reopen", INES)).json()["handed_in_at"] is None
    looks = await room.rows("SELECT count(*) FROM access_log WHERE what = 'scorecard'")
    assert looks[0][0] >= 3


@pytest.mark.parametrize(
    ("method", "path", "body", "field"),
    [
        ("PUT", "/interviews/{i}/scorecard", {"version": 0, "technical": 11}, "technical"),
        ("PUT", "/interviews/{i}/scorecard", {"version": 0, "charm": 3}, "charm"),
        (
            "PUT",
            "/interviews/{i}/scorecard",
            {"version": 0, "strengths": [{"text": "a", "evidence": "not said"}]},
            "strengths",
        ),
        ("POST", "/interviews/{i}/scorecard/hand-in", {"version": 0}, "attitude"),
        ("GET", "/jobs/{j}/comparison?sort=rank", None, "sort"),
        ("POST", "/interviews/{i}/insights", {"content": ""}, "content"),
    ],
)
async def test_bad_input_names_its_field(
    site: Site, room: Room, method: str, path: str, body: Any, field: str
) -> None:
    answer = await call(site, method, path.format(i=room.interview, j=room.job), INES, body)
    assert answer.status_code == 422
    assert field in answer.text
    assert await room.rows("SELECT 1 FROM interviewer_scorecards") == []


async def test_insights_are_read_corrected_and_noted_over_the_api(site: Site, room: Room) -> None:
    path = f"/interviews/{room.interview}/insights"
    listed = (await call(site, "GET", path, INES)).json()
    assert len(listed["items"]) == 4
    assert listed["proposals"] is None
    assert {
        one["type"] for one in (await call(site, "GET", f"{path}?type=red-flag", INES)).json()["items"]
    } == {"red-flag"}
    one = listed["items"][0]
    change = {"content": "In my words.", "used": True}
    changed = (await call(site, "PATCH", f"{path}/{one['id']}", INES, change)).json()
    assert (changed["content"], changed["used"], changed["evidence"]) == (
        "In my words.",
        True,
        one["evidence"],
    )
    edits = (await call(site, "GET", f"{path}/{one['id']}/edits", INES)).json()["items"]
    assert [edit["before"] for edit in edits] == [{"content": one["content"]}]
    noted = await call(site, "POST", path, INES, {"content": "Calm."})
    assert (noted.status_code, noted.json()["origin"]) == (201, "person")
    assert (await call(site, "PATCH", f"{path}/{room.interview}", INES, change)).status_code == 404


async def test_strangers_and_auditors_are_told_nothing(site: Site, room: Room) -> None:
    await site.data.a_user(UserRole.INTERVIEWER, email="stranger@hiring.example")
    await site.data.a_user(UserRole.AUDITOR, email="auditor@hiring.example")
    for path in (f"/interviews/{room.interview}/insights", f"/interviews/{room.interview}/scorecard"):
        assert (await call(site, "GET", path, "stranger@hiring.example")).status_code == 404
        assert (await call(site, "GET", path, "auditor@hiring.example")).status_code == 403
    comparison = f"/jobs/{room.job}/comparison"
    assert (await call(site, "GET", comparison, "stranger@hiring.example")).status_code == 404
    assert (await call(site, "GET", comparison, "auditor@hiring.example")).status_code == 403


async def test_what_was_typed_is_shown_again_when_it_is_refused(site: Site, room: Room) -> None:
    await site.sign_in(INES)
    path = f"/interviews/{room.interview}/scorecard"
    page = await site.http.get(path)
    fields = {
        **fields_of(page),
        "act": "save",
        "strength_0": "Fast",
        "strength_quote_0": "not in the transcript",
    }
    refused = await site.http.post(path, data=fields)
    assert refused.status_code == 422
    assert "does not stand in the transcript" in refused.text
    assert "not in the transcript" in refused.text
    assert 'value="Fast"' in refused.text
    assert await room.rows("SELECT 1 FROM interviewer_scorecards") == []


async def test_a_job_without_interviews_is_compared_in_a_sentence(site: Site, room: Room) -> None:
    await site.sign_in(ADA)
    empty = await site.data.a_job(1, recruiter_id=room.recruiter)
    page = await site.http.get(f"/jobs/{empty}/comparison?sort=nonsense")
    assert page.status_code == 422
    assert "Nobody is booked for an interview yet." in page.text
    await room.fill(room.ines, a_card())
    await room.hand_in(room.ines)
    shown = await site.http.get(f"/jobs/{room.job}/comparison")
    assert shown.text.count("<svg") == 2
    assert "rank" not in shown.text.lower().replace("nothing here is a rank", "")
