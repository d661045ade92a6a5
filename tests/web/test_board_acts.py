"""What the board lets people do, and what becomes of two hands at once."""

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from domain.vocabulary import UserRole
from services.interviews import answer
from tests.support.data import BY_CANDIDATE
from tests.web.rosas_desk import BEN, ROSA, a_job, a_ranked_job, fields_of, press, states_of
from tests.web.site import Site, starts_of


@pytest.fixture
async def rosa(site: Site) -> Site:
    """A recruiter at her desk, with a colleague who may do everything."""
    await site.data.a_user(name="Rosa Recruiter", email=ROSA)
    await site.data.a_user(UserRole.ADMIN, name="Ben Boss", email=BEN)
    await site.sign_in(ROSA)
    return site


async def test_an_act_without_a_reason_changes_nothing_and_says_what_is_missing(rosa: Site) -> None:
    _, people = await a_ranked_job(rosa, 90, 80, 70)
    before = await rosa.snapshot()
    for reason in ("", "   no    ", "x" * 501):
        refused = await press(rosa, f"/applications/{people[2]}/acts/reject", reason)
        assert refused.status_code == 422
        assert "Say why" in refused.text
        assert 'role="alert"' in refused.text
    assert await rosa.snapshot() == before


async def test_every_page_of_an_act_says_whether_it_can_be_undone_and_opening_it_changes_nothing(
    rosa: Site,
) -> None:
    job_id, _ = await a_ranked_job(rosa, 90, 80, 70, 60)
    await rosa.data.invited(job_id)
    before = await rosa.snapshot()
    board = await rosa.http.get(f"/jobs/{job_id}")
    acts = set(re.findall(r'href="(/(?:jobs|applications)/[^"]+/acts/[^"]+)"', board.text))
    assert len(acts) >= 10
    for path in acts:
        page = await rosa.http.get(path)
        assert page.status_code == 200
        assert re.search(r"cannot be undone|Undo it|You can|may decline again", page.text), path
    assert await rosa.snapshot() == before


async def test_the_reason_stands_in_the_log_with_who_did_it(rosa: Site) -> None:
    _, people = await a_ranked_job(rosa, 90, 80, 70)
    done = await press(rosa, f"/applications/{people[2]}/acts/reject", "  a must-have   is missing ")
    assert done.status_code == 303
    row = await rosa.row(
        "SELECT l.reason, u.name, l.actor_kind FROM automation_logs l JOIN users u ON u.id = l.actor_id"
        " WHERE l.application_id = :id AND l.new_state = 'rejected'",
        id=people[2],
    )
    assert tuple(row) == ("a must-have is missing", "Rosa Recruiter", "recruiter")


async def test_pressed_twice_it_is_done_once(rosa: Site) -> None:
    job_id, people = await a_ranked_job(rosa, 90, 80, 70)
    path = f"/applications/{people[2]}/acts/reject"
    form = {**fields_of(await rosa.http.get(path)), "reason": "a must-have is missing"}
    for _ in range(2):
        assert (await rosa.http.post(path, data=form)).status_code == 303
    assert (await rosa.row("SELECT count(*) FROM automation_logs WHERE action_type = 'rejected_by_hand'"))[
        0
    ] == 1
    more = f"/jobs/{job_id}/acts/openings"
    form = {**fields_of(await rosa.http.get(more)), "reason": "the budget grew", "more": "2"}
    for _ in range(2):
        assert (await rosa.http.post(more, data=form)).status_code == 303
    assert (await rosa.row("SELECT number_of_openings FROM jobs WHERE id = :id", id=job_id))[0] == 4


async def test_the_second_of_two_people_reads_who_was_faster_and_changes_nothing(rosa: Site) -> None:
    job_id, people = await a_ranked_job(rosa, 90, 80, 70, openings=1)
    await rosa.data.invited(job_id)
    path = f"/applications/{people[0]}/acts/extend"
    late = fields_of(await rosa.http.get(path))
    await rosa.sign_in(BEN)
    assert (await press(rosa, f"/applications/{people[0]}/acts/move-on", "found another")).status_code == 303
    await rosa.sign_in(ROSA)
    late |= {"csrf": fields_of(await rosa.http.get(f"/jobs/{job_id}/acts/pause"))["csrf"]}
    before = await rosa.snapshot()
    second = await rosa.http.post(path, data={**late, "reason": "she is on holiday"})
    assert second.status_code == 409
    assert "Something happened meanwhile" in second.text
    assert "Ben Boss" in second.text
    assert "Nothing was changed by you" in second.text
    assert await rosa.snapshot() == before


@pytest.mark.parametrize(
    ("name", "extra", "column", "value"),
    [
        ("openings", {"more": "3"}, "number_of_openings", 5),
        ("bench", {"size": "7"}, "shortlisting_buffer", 7),
        ("pause", {}, "status", "on_hold"),
        ("automation-off", {}, "automation_enabled", False),
        ("cancel", {}, "status", "cancelled"),
    ],
)
async def test_acts_on_a_job(
    rosa: Site, name: str, extra: dict[str, str], column: str, value: object
) -> None:
    job_id, _ = await a_ranked_job(rosa, 90, 80, 70)
    done = await press(rosa, f"/jobs/{job_id}/acts/{name}", **extra)
    assert (done.status_code, done.headers["location"]) == (303, f"/jobs/{job_id}?did={name}")
    assert (await rosa.row(f"SELECT {column} FROM jobs WHERE id = :id", id=job_id))[0] == value
    assert 'role="status"' in (await rosa.http.get(done.headers["location"])).text


async def test_a_pause_is_undone_and_gives_the_time_back(rosa: Site) -> None:
    job_id, people = await a_ranked_job(rosa, 90, openings=1)
    await rosa.data.invited(job_id)
    deadline = "SELECT confirmation_deadline FROM interviews WHERE application_id = :id"
    before = (await rosa.row(deadline, id=people[0]))[0]
    done = await press(rosa, f"/jobs/{job_id}/acts/pause")
    page = await rosa.http.get(done.headers["location"])
    assert f'href="/jobs/{job_id}/acts/resume"' in page.text
    assert "Paused since" in page.text
    rosa.clock.forward(hours=3)
    await press(rosa, f"/jobs/{job_id}/acts/resume")
    assert (await rosa.row(deadline, id=people[0]))[0] == before + timedelta(hours=3)


async def test_more_time_is_given_in_the_recruiters_own_zone(rosa: Site) -> None:
    async with rosa.owner.begin() as session:
        await session.execute(
            text("UPDATE users SET time_zone = 'Asia/Kolkata' WHERE email = :e"), {"e": ROSA}
        )
    job_id, people = await a_ranked_job(rosa, 90, openings=1)
    await rosa.data.invited(job_id)
    path = f"/applications/{people[0]}/acts/extend"
    page = await rosa.http.get(path)
    assert fields_of(page)["until"] == "2026-03-05T13:30"
    assert "Asia/Kolkata" in page.text
    await press(rosa, path, until="2026-03-06T09:30")
    row = await rosa.row(
        "SELECT confirmation_deadline FROM interviews WHERE application_id = :id", id=people[0]
    )
    assert row[0].isoformat() == "2026-03-06T04:00:00+00:00"
    assert (await press(rosa, path, until="someday")).status_code == 422


async def test_outcomes_and_a_seat_that_passes_on(rosa: Site) -> None:
    job_id, people = await a_ranked_job(rosa, 90, 80, 70, openings=2)
    interviews = await rosa.data.invited(job_id)
    for interview in interviews:
        times = await rosa.accepted(interview)
        await rosa.submit(times, action="pick", start=starts_of(await rosa.http.get(times))[0])
    early = await rosa.http.get(f"/applications/{people[0]}/acts/complete")
    assert early.status_code == 409
    rosa.clock.forward(days=10)
    await rosa.sign_in(ROSA)
    assert (await press(rosa, f"/applications/{people[0]}/acts/complete", "it went well")).status_code == 303
    assert (await press(rosa, f"/applications/{people[1]}/acts/no-show", "nobody came")).status_code == 303
    page = await rosa.http.get(f"/jobs/{job_id}")
    assert re.findall(r'class="seat is-(\w+)"', page.text) == ["done", "vacant"]


async def test_a_decline_is_taken_back_when_the_candidate_asks_for_it(rosa: Site) -> None:
    job_id, people = await a_ranked_job(rosa, 90, openings=1)
    (interview,) = await rosa.data.invited(job_id)
    async with rosa.data.worker.begin() as session:
        await answer.leave(session, interview, cause=BY_CANDIDATE, received_at=rosa.clock.now)
    page = await rosa.http.get(f"/jobs/{job_id}")
    assert "has declined" in page.text
    assert "A seat that its candidate gave up becomes vacant" in page.text
    assert (
        await press(rosa, f"/applications/{people[0]}/acts/keep", "asked for it by phone")
    ).status_code == 303
    assert (await rosa.row("SELECT leave_effective_at FROM interviews WHERE id = :id", id=interview))[
        0
    ] is None


async def test_who_withdraws_from_a_booked_interview_is_not_said_to_have_declined(rosa: Site) -> None:
    job_id, _ = await a_ranked_job(rosa, 90, openings=1)
    (interview,) = await rosa.data.invited(job_id)
    times = await rosa.accepted(interview)
    await rosa.submit(times, action="pick", start=starts_of(await rosa.http.get(times))[0])
    async with rosa.data.worker.begin() as session:
        await answer.leave(session, interview, cause=BY_CANDIDATE, received_at=rosa.clock.now)
    await rosa.sign_in(ROSA)
    for page in (f"/jobs/{job_id}", f"/interviews/{interview}/conversation"):
        said = (await rosa.http.get(page)).text
        assert "has withdrawn" in said
        assert "has declined" not in said
    board = (await rosa.http.get(f"/jobs/{job_id}")).text
    assert "the withdrawal takes effect" in board


async def test_several_are_asked_for_a_reason_and_then_done_row_by_row(rosa: Site) -> None:
    job_id, people = await a_ranked_job(rosa, 90, 80, 70, 60, 50, openings=1, buffer=1)
    page = await rosa.http.get(f"/jobs/{job_id}?show=pending")
    picks = re.findall(r'name="pick" value="([^"]+)"', page.text)
    assert len(picks) == 3
    form: dict[str, Any] = {**fields_of(page), "pick": picks, "act": "reject"}
    asked = await rosa.http.post(f"/jobs/{job_id}/bulk", data=form)
    assert asked.status_code == 200
    assert "This cannot be undone" in asked.text
    assert (await states_of(rosa, job_id))["pending"] == 3
    short = await rosa.http.post(f"/jobs/{job_id}/bulk", data={**form, "asked": "yes", "reason": "no"})
    assert short.status_code == 422
    # Meanwhile somebody else accepts one of them.
    await rosa.http.post(f"/api/v1/jobs/{job_id}/openings", json={"more": 1}, headers=rosa.as_user(BEN))
    await rosa.http.post(f"/api/v1/applications/{people[3]}/accept", headers=rosa.as_user(BEN))
    done = await rosa.http.post(f"/jobs/{job_id}/bulk", data={**form, "reason": "a must-have is missing"})
    assert done.status_code == 200
    assert "2 of 3 done" in done.text
    assert "Ben Boss" in done.text
    assert (await states_of(rosa, job_id))["rejected"] == 2
    again = await rosa.http.post(f"/jobs/{job_id}/bulk", data={**form, "reason": "a must-have is missing"})
    assert "2 of 3 done" in again.text
    assert (await rosa.row("SELECT count(*) FROM automation_logs WHERE action_type = 'rejected_by_hand'"))[
        0
    ] == 2


async def test_accepting_more_than_there_are_seats_says_for_whom_none_was_left(rosa: Site) -> None:
    job_id = await a_job(rosa, openings=2)
    await rosa.data.scored(job_id, 90, 80, 70)
    page = await rosa.http.get(f"/jobs/{job_id}")
    form: dict[str, Any] = {
        **fields_of(page), "act": "accept", "reason": "known to be excellent",
        "pick": re.findall(r'name="pick" value="([^"]+)"', page.text),
    }  # fmt: skip
    done = await rosa.http.post(f"/jobs/{job_id}/bulk", data=form)
    assert "2 of 3 done" in done.text
    assert "Every seat is held." in done.text
    assert (await states_of(rosa, job_id)) == {"shortlisted": 2, "pending": 1}
    for wrong in ([], ["x"], ["x" * 200]):
        refused = await rosa.http.post(f"/jobs/{job_id}/bulk", data={**form, "pick": wrong})
        assert refused.status_code in {404, 422}
