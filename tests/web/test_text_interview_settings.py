"""What a job tells the machine: a page and an API for its recruiter, bounds, and nothing for anybody else."""

from html import unescape
from typing import Any

import pytest

from domain.vocabulary import LinkPurpose, UserRole
from tests.support.text_interviews import offer, plan
from tests.web.rosas_desk import BEN, ROSA, a_job
from tests.web.site import Site, csrf_of

API = "/api/v1"
TEXTS = {
    "custom_screening_prompt": "We bake at night.",
    "custom_interview_questions": "Can you work at night?\n- Which bread are you proudest of?",
    "custom_bot_instructions": "Friendly and plain.",
}


@pytest.fixture
async def desk(site: Site) -> Site:
    """Rosa and Ben recruit; Rosa is signed in."""
    for email in (ROSA, BEN):
        await site.data.a_user(UserRole.RECRUITER, email=email)
    await site.sign_in(ROSA)
    return site


async def _kept(site: Site) -> tuple[Any, ...]:
    row = await site.row(
        "SELECT bot_interview_offered, custom_screening_prompt, custom_interview_questions, custom_bot_instructions"
        " FROM jobs"
    )
    return tuple(row)


async def test_a_recruiter_offers_it_and_sees_what_everybody_is_asked(desk: Site) -> None:
    job = await a_job(desk)
    path = f"/jobs/{job}/text-interview"
    assert path in (await desk.http.get(f"/jobs/{job}")).text
    before = await desk.snapshot()
    assert (await desk.http.get(path)).status_code == 200
    assert await desk.snapshot() == before

    sent = await desk.http.post(
        path, data={"csrf": csrf_of(await desk.http.get(path)), "offered": "yes", **TEXTS}
    )
    assert (sent.status_code, sent.headers["location"]) == (303, f"{path}?said=saved")
    page = await desk.http.get(sent.headers["location"])
    assert "Saved." in page.text
    assert "<li>Which bread are you proudest of?</li>" in page.text
    assert (await _kept(desk))[:2] == (True, "We bake at night.")
    logged = await desk.row("SELECT details FROM automation_logs WHERE action_type = 'bot_settings_changed'")
    assert logged[0] == {"bot_interview_offered": True, "fields": sorted(["bot_interview_offered", *TEXTS])}

    again = await desk.http.post(
        path, data={"csrf": csrf_of(await desk.http.get(path)), "offered": "yes", **TEXTS}
    )
    assert again.status_code == 303
    assert (
        await desk.row("SELECT count(*) FROM automation_logs WHERE action_type = 'bot_settings_changed'")
    )[0] == 1


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("custom_screening_prompt", "x" * 5001),
        ("custom_bot_instructions", "x" * 5001),
        ("custom_interview_questions", "\n".join(f"Question {n}?" for n in range(31))),
        ("custom_interview_questions", "Are you married?"),
    ],
)
async def test_bad_input_names_its_field_and_stays_in_its_box(desk: Site, field: str, text: str) -> None:
    job = await a_job(desk)
    path = f"/jobs/{job}/text-interview"
    before = await _kept(desk)
    answer = await desk.http.post(
        path, data={"csrf": csrf_of(await desk.http.get(path)), "offered": "yes", **TEXTS, field: text}
    )
    assert answer.status_code == 422
    box = answer.text.partition(f'id="{field}"')[2].partition("</textarea>")[0]
    assert 'aria-invalid="true"' in box
    assert unescape(box.partition(">")[2]) == text
    assert await _kept(desk) == before


async def test_programs_read_and_set_it_with_an_etag(desk: Site) -> None:
    job = await a_job(desk)
    path = f"{API}/jobs/{job}/text-interview"
    rosa = desk.as_user(ROSA)
    first = await desk.http.get(path, headers=rosa)
    assert first.json()["bot_interview_offered"] is False
    body = {"bot_interview_offered": True, **TEXTS}
    put = await desk.http.put(path, headers={**rosa, "If-Match": first.headers["ETag"]}, json=body)
    assert (put.status_code, put.json()["custom_screening_prompt"]) == (200, "We bake at night.")
    stale = await desk.http.put(path, headers={**rosa, "If-Match": first.headers["ETag"]}, json=body)
    assert stale.status_code == 412
    long = await desk.http.put(path, headers=rosa, json={**body, "custom_bot_instructions": "x" * 5001})
    assert long.status_code == 422
    assert "custom_bot_instructions" in long.text


async def test_nobody_else_reads_or_sets_it(desk: Site) -> None:
    job = await a_job(desk)
    path = f"{API}/jobs/{job}/text-interview"
    interviewer = await desk.data.a_user(UserRole.INTERVIEWER, email="ines@hiring.example")
    assert interviewer
    for email, status in ((BEN, 404), ("ines@hiring.example", 403)):
        headers = desk.as_user(email)
        assert (await desk.http.get(path, headers=headers)).status_code == status
        answer = await desk.http.put(path, headers=headers, json={"bot_interview_offered": True})
        assert answer.status_code == status
    assert (await _kept(desk))[0] is False


async def test_the_team_sees_how_far_a_text_interview_is(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("web.candidate.text.PATIENCE_SECONDS", 0.0)
    rosa = (await desk.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    interview = await desk.an_invitation(recruiter_id=rosa)
    await desk.accepted(interview)
    await plan(desk.data, interview)
    await offer(desk.data, interview)
    path = f"{API}/interviews/{interview}/text-interview"
    assert (await desk.http.get(path, headers=desk.as_user(ROSA))).status_code == 404
    await desk.submit(desk.link(interview, LinkPurpose.TEXT), action="begin")
    told = await desk.http.get(path, headers=desk.as_user(ROSA))
    assert (told.json()["state"], told.json()["asks"]) == ("running", 0)
    assert (await desk.http.get(path, headers=desk.as_user(BEN))).status_code == 404
    job = (await desk.row("SELECT id FROM jobs"))[0]
    assert "1 running" in (await desk.http.get(f"/jobs/{job}/text-interview")).text
