"""The recruiter's side of a negotiation: the inbox, the answer, the panel, on the desk and over the API."""

from typing import Any
from uuid import UUID

import httpx
import pytest

from domain.vocabulary import MailTemplate, UserRole
from tests.services.talking import holds_of, mails_of
from tests.web.site import Site, csrf_of, starts_of
from tests.web.talking import writes

PERSON = "I want to talk to a <b>person</b>, please."
ROSA = "rosa@hiring.example"


@pytest.fixture
async def rosa(site: Site) -> Site:
    """A recruiter at her desk."""
    await site.data.a_user(email=ROSA)
    await site.sign_in(ROSA)
    return site


async def handed_over(site: Site, **job: Any) -> tuple[UUID, str]:
    """An interview of Rosa's whose candidate asked for a person."""
    recruiter = (await site.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    interview = await site.an_invitation(recruiter_id=recruiter, **job)
    times = await site.accepted(interview)
    await writes(site, interview, times, PERSON)
    return interview, times


async def _send(site: Site, path: str, **fields: Any) -> httpx.Response:
    return await site.http.post(path, data={"csrf": csrf_of(await site.http.get(path)), **fields})


async def test_the_inbox_says_who_waits_since_when_and_why(rosa: Site) -> None:
    assert "Nobody waits for a person" in (await rosa.http.get("/conversations")).text
    interview, _ = await handed_over(rosa)
    page = await rosa.http.get("/conversations")
    assert "The candidate asked for a person." in page.text
    assert "I want to talk to a &lt;b&gt;person" in page.text
    assert f'href="/interviews/{interview}/conversation"' in page.text
    assert "Monday 2 March 2026, 08:00 (UTC)" in page.text
    assert 'aria-label="1 waiting"' in (await rosa.http.get("/")).text


async def test_without_signing_in_nobody_reads_a_conversation(rosa: Site) -> None:
    interview, _ = await handed_over(rosa)
    rosa.http.cookies.clear()
    for path in ("/conversations", f"/interviews/{interview}/conversation"):
        assert (await rosa.http.get(path)).status_code == 303
    assert (await rosa.http.get(f"/api/v1/interviews/{interview}/conversation")).status_code == 401


async def test_the_answer_goes_to_the_candidate_with_times_that_are_held(rosa: Site) -> None:
    interview, times = await handed_over(rosa)
    path = f"/interviews/{interview}/conversation"
    page = await rosa.http.get(path)
    assert "handed over to a person" in page.text
    offered = starts_of(page)[4:6]
    sent = await _send(rosa, path, action="answer", text="How about <i>these</i>?", start=offered)
    assert (sent.status_code, sent.headers["location"]) == (303, path)
    assert {start.isoformat() for start in await holds_of(rosa.data, interview)} == set(offered)
    [*_, mail] = await mails_of(rosa.data, MailTemplate.NEGOTIATION_ANSWER, interview)
    assert mail.details["turn"] == 2
    seen = await rosa.http.get(times)
    assert "How about &lt;i&gt;these&lt;/i&gt;?" in seen.text
    assert starts_of(seen)[:2] == offered, "the offered times stand first"
    assert "answered, the candidate has the word" in (await rosa.http.get("/conversations")).text
    assert "aria-label" not in (await rosa.http.get("/")).text.partition("Conversations")[2][:60]


async def test_a_wrong_form_keeps_what_was_written_and_changes_nothing(rosa: Site) -> None:
    interview, _ = await handed_over(rosa)
    path = f"/interviews/{interview}/conversation"
    starts = starts_of(await rosa.http.get(path))
    before = await rosa.snapshot()
    for fields, status in (
        ({"action": "answer", "text": " "}, 422),
        ({"action": "answer", "text": "Dear <you>", "start": starts[:4]}, 422),
        ({"action": "answer", "text": "Dear <you>", "start": ["2026-03-03T03:00:00+00:00"]}, 409),
        ({"action": "answer", "text": "Dear <you>", "start": ["soon"]}, 422),
        ({"action": "book", "text": "Dear <you>", "start": starts[:2]}, 422),
        ({"action": "drop-out", "user_id": "nobody"}, 422),
        ({"action": "dance"}, 422),
    ):
        refused = await _send(rosa, path, **fields)
        assert refused.status_code == status, fields
        if "Dear" in str(fields):
            assert "Dear &lt;you&gt;</textarea>" in refused.text
    forged = await rosa.http.post(path, data={"csrf": "forged", "action": "answer", "text": "x"})
    assert forged.status_code == 403
    assert await rosa.snapshot() == before


async def test_a_recruiter_books_a_time_at_once_and_moves_it_later(rosa: Site) -> None:
    interview, _ = await handed_over(rosa)
    path = f"/interviews/{interview}/conversation"
    first, second = starts_of(await rosa.http.get(path))[:2]
    assert (await _send(rosa, path, action="book", start=first)).status_code == 303
    assert "Nobody waits" in (await rosa.http.get("/conversations")).text
    page = await rosa.http.get(path)
    assert "Move to this time" in page.text
    assert (await _send(rosa, path, action="book", start=second)).status_code == 303
    row = await rosa.row("SELECT scheduled_time, reschedules FROM interviews WHERE id = :id", id=interview)
    assert (row[0].isoformat(), row[1]) == (second, 0)


async def test_a_recruiter_sees_conversations_of_own_jobs_only(rosa: Site) -> None:
    mine, _ = await handed_over(rosa)
    other = await rosa.data.a_user(email="ben@hiring.example")
    job = await rosa.data.a_job(openings=1, recruiter_id=other)
    await rosa.data.scored(job, 80)
    await rosa.data.closed_and_ranked(job)
    (foreign,) = await rosa.data.invited(job)
    await writes(rosa, foreign, await rosa.accepted(foreign), PERSON)
    inbox = (await rosa.http.get("/conversations")).text
    assert str(mine) in inbox
    assert str(foreign) not in inbox
    assert (await rosa.http.get(f"/interviews/{foreign}/conversation")).status_code == 404
    answer = {"action": "answer", "text": "Hello", "csrf": csrf_of(await rosa.http.get("/conversations"))}
    assert (await rosa.http.post(f"/interviews/{foreign}/conversation", data=answer)).status_code == 404
    ben = rosa.as_user("ben@hiring.example")
    listed = (await rosa.http.get("/api/v1/conversations", headers=ben)).json()["items"]
    assert [one["interview_id"] for one in listed] == [str(foreign)]
    url = f"/api/v1/interviews/{mine}/conversation"
    assert (await rosa.http.get(url, headers=ben)).status_code == 404
    assert (await rosa.http.post(url, headers=ben, json={"text": "x"})).status_code == 404


async def test_the_longest_waiting_come_first_page_by_page(rosa: Site) -> None:
    first, _ = await handed_over(rosa)
    rosa.clock.forward(minutes=5)
    second, _ = await handed_over(rosa)
    headers, url = rosa.as_user(ROSA), "/api/v1/conversations"
    for answered, order in ((None, [first, second]), (first, [second, first])):
        if answered is not None:
            path = f"/api/v1/interviews/{answered}/conversation"
            assert (await rosa.http.post(path, headers=headers, json={"text": "Soon."})).status_code == 200
        one = (await rosa.http.get(url, headers=headers, params={"limit": 1})).json()
        rest = (await rosa.http.get(url, headers=headers, params={"after": one["next"]})).json()
        shown = [row["interview_id"] for row in one["items"] + rest["items"]]
        assert (shown, rest["next"]) == ([str(row) for row in order], None)


async def test_the_api_shows_what_was_understood_and_takes_an_answer(rosa: Site) -> None:
    recruiter = (await rosa.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    interview = await rosa.an_invitation(recruiter_id=recruiter)
    times = await rosa.accepted(interview)
    await writes(rosa, interview, times, "Tuesday 3 March between 10:00 and 12:00.")
    headers, url = rosa.as_user(ROSA), f"/api/v1/interviews/{interview}/conversation"
    early = await rosa.http.post(url, headers=headers, json={"text": "Hello"})
    assert early.status_code == 409
    talk = (await rosa.http.get(url, headers=headers)).json()
    said, done = talk["turns"]
    assert (said["sender"], done["sender"], done["move"]) == ("candidate", "bot", "propose")
    [span] = done["understood"]
    assert (span["start"], span["end"]) == ("2026-03-03T10:00:00Z", "2026-03-03T12:00:00Z")
    assert done["proposals"]
    assert done["held_until"]
    await writes(rosa, interview, times, PERSON)
    [one] = (await rosa.http.get("/api/v1/conversations", headers=headers)).json()["items"]
    assert (one["handover"], one["is_answered"]) == ("asked_for_a_person", False)
    assert one["last_message"] == PERSON
    free = (await rosa.http.get(url, headers=headers)).json()["free"]
    body = {"text": "These?", "starts": free[:2]}
    written = await rosa.http.post(url, headers=headers, json=body)
    assert written.status_code == 200, written.text
    assert written.json()["turns"][-1]["sender"] == "recruiter"
    for wrong, status in (
        ({"text": ""}, 422),
        ({"text": "x", "starts": free[:4]}, 422),
        ({"text": "x", "starts": ["2026-03-03T10:00:00"]}, 422),
        ({"words": "x"}, 422),
    ):
        assert (await rosa.http.post(url, headers=headers, json=wrong)).status_code == status, wrong
    booked = await rosa.http.post(
        f"/api/v1/interviews/{interview}/schedule", headers=headers, json={"start": free[0]}
    )
    assert booked.json()["status"] == "confirmed"


async def test_interviewers_and_pools_are_stated_and_shown(rosa: Site) -> None:
    recruiter = (await rosa.row("SELECT id FROM users WHERE email = :email", email=ROSA))[0]
    ina, olaf = [await rosa.data.a_user(UserRole.INTERVIEWER, name=name) for name in ("Ina", "Olaf")]
    job = await rosa.data.a_job(recruiter_id=recruiter)
    url, headers = f"/api/v1/jobs/{job}/interviewers", rosa.as_user(ROSA) | {"If-Match": "*"}
    members = [
        {"user_id": str(recruiter), "pool": None},
        *({"user_id": str(u), "pool": "bread"} for u in (ina, olaf)),
    ]
    put = await rosa.http.put(url, headers=headers, json={"interviewers": members, "reason": "season"})
    assert put.status_code == 200, put.text
    shown = (await rosa.http.get(url, headers=headers)).json()["interviewers"]
    assert [(one["name"], one["pool"]) for one in shown] == [
        ("Rosa Recruiter", None),
        ("Ina", "bread"),
        ("Olaf", "bread"),
    ]
    page = (await rosa.http.get(f"/jobs/{job}")).text
    assert "Always: Rosa Recruiter" in page
    assert "One of bread: Ina, Olaf" in page
    before = await rosa.snapshot()
    assert (await rosa.http.put(url, headers=headers, json={"interviewers": members})).status_code == 200
    for wrong in (
        [],
        [members[0], members[0]],
        [{"user_id": str(recruiter), "pool": " "}],
        [{"user_id": "00000000-0000-4000-8000-000000000000"}],
    ):
        refused = await rosa.http.put(url, headers=headers, json={"interviewers": wrong})
        assert refused.status_code == 422, wrong
        assert refused.json()["field"]
    await rosa.data.a_user(email="ben@hiring.example")
    ben = rosa.as_user("ben@hiring.example")
    assert (await rosa.http.put(url, headers=ben, json={"interviewers": members})).status_code == 404
    after = await rosa.snapshot()
    assert after["automation_logs"] == before["automation_logs"]


async def test_people_change_their_own_hours_and_admins_everybodys(rosa: Site) -> None:
    await rosa.data.a_user(UserRole.ADMIN, email="ada@hiring.example")
    ina = await rosa.data.a_user(UserRole.INTERVIEWER, email="ina@hiring.example")
    url = f"/api/v1/users/{ina}"
    body = {"buffer_before": "PT15M", "interviews_per_day": 3, "holiday_calendar": "DE-BY",
            "time_zone": "Europe/Berlin", "work_starts": "08:00"}  # fmt: skip
    changed = await rosa.http.patch(url, headers=rosa.as_user("ina@hiring.example"), json=body)
    assert changed.status_code == 200, changed.text
    assert changed.json()["holiday_calendar"] == "DE-BY"
    assert (await rosa.http.patch(url, headers=rosa.as_user(ROSA), json=body)).status_code == 403
    own = await rosa.http.get(url, headers=rosa.as_user("ina@hiring.example"))
    assert own.json() == changed.json()
    assert (await rosa.http.get(url, headers=rosa.as_user(ROSA))).status_code == 403
    ada = rosa.as_user("ada@hiring.example")
    late = await rosa.http.patch(url, headers=ada | {"If-Match": '"old"'}, json={"interviews_per_day": None})
    assert (late.status_code, late.json()["field"]) == (412, "If-Match")
    seen = {"If-Match": own.headers["etag"]}
    gone = await rosa.http.patch(url, headers=ada | seen, json={"interviews_per_day": None})
    assert (gone.json()["interviews_per_day"], gone.json()["buffer_before"]) == (None, "PT15M")
    before = await rosa.snapshot()
    for wrong, field in (
        ({"holiday_calendar": "XX-YY"}, "holiday_calendar"),
        ({"time_zone": "Atlantis/Deep"}, "time_zone"),
        ({"interviews_per_week": -1}, "interviews_per_week"),
        ({"buffer_after": "-PT5M"}, "buffer_after"),
        ({"buffer_after": "P2D"}, "buffer_after"),
        ({"work_days": 0}, "work_days"),
        ({"role": "admin"}, "role"),
        ({"name": "  "}, "name"),
    ):
        refused = await rosa.http.patch(url, headers=rosa.as_user("ina@hiring.example"), json=wrong)
        assert (refused.status_code, refused.json()["field"]) == (422, field), refused.text
    assert await rosa.snapshot() == before


async def test_an_interviewer_says_of_oneself_that_one_cannot_come_and_a_recruiter_of_all(rosa: Site) -> None:
    people = {
        name: await rosa.data.a_user(UserRole.INTERVIEWER, name=name, email=f"{name}@hiring.example")
        for name in ("ina", "olaf")
    }
    interview, _ = await handed_over(rosa, interviewer_ids=tuple(people.values()))
    path = f"/interviews/{interview}/conversation"
    start = next(s for s in starts_of(await rosa.http.get(path)) if s.startswith("2026-03-10"))
    await _send(rosa, path, action="book", start=start)
    lead = (await rosa.row("SELECT interviewer_id FROM interviews WHERE id = :id", id=interview))[0]
    out = next(name for name, user in people.items() if user == lead)
    (other,) = set(people) - {out}
    url = f"/api/v1/interviews/{interview}/interviewers/drop-out"
    body = {"user_id": str(lead), "reason": "ill"}

    assert (
        await rosa.http.post(url, headers=rosa.as_user(f"{other}@hiring.example"), json=body)
    ).status_code == 404
    him = rosa.as_user(f"{out}@hiring.example")
    wrong = await rosa.http.post(url, headers=him, json={"user_id": str(people[other])})
    assert wrong.status_code == 403
    done = await rosa.http.post(url, headers=him, json=body)
    assert done.status_code == 200, done.text
    assert (done.json()["interviewer_id"], done.json()["replacements"]) == (str(people[other]), 1)
    logged = await rosa.row(
        "SELECT actor_kind, actor_id, reason FROM automation_logs WHERE action_type = 'interviewer_replaced'"
    )
    assert tuple(logged) == ("interviewer", lead, "ill")
    page = await rosa.http.get(path)
    assert f'<option value="{people[other]}">{other}</option>' in page.text
    back = await _send(rosa, path, action="drop-out", user_id=str(people[other]), reason="ill too")
    assert back.status_code == 303
    assert (await rosa.row("SELECT interviewer_id FROM interviews WHERE id = :id", id=interview))[0] == lead
