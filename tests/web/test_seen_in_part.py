"""Auditors see nobody who applied, interviewers those whom they interview: nothing may count these as everybody."""

import re
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from sqlalchemy import update

from domain.vocabulary import UserRole
from models import Application
from tests.services.arrange import booked
from tests.web.site import Site
from tests.web.test_api import API

ROSA, TOM, AUD = "rosa@hiring.example", "tom@hiring.example", "aud@hiring.example"


class Seen(NamedTuple):
    """Rosa's job: of five who applied two are booked, and Tom interviews both."""

    job: UUID
    applications: list[UUID]
    interviews: list[UUID]


@pytest.fixture
async def seen(site: Site) -> Seen:
    """The job, its applications from the best on, and the two interviews."""
    rosa = await site.data.a_user(email=ROSA)
    tom = await site.data.a_user(UserRole.INTERVIEWER, email=TOM)
    await site.data.a_user(UserRole.AUDITOR, email=AUD)
    job = await site.data.a_job(
        openings=2,
        buffer=2,
        recruiter_id=rosa,
        interviewer_ids=[tom],
        title="Pastry chef",
        requirements={"must": ["Sourdough"]},
    )
    applications = await site.data.scored(job, 90, 80, 70, 60, 50)
    await site.data.closed_and_ranked(job)
    return Seen(job, applications, await booked(site.data, job))


async def _read(site: Site, who: str, path: str) -> dict[str, Any]:
    answer = await site.http.get(f"{API}{path}", headers=site.as_user(who))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_only_who_sees_everybody_is_told_how_full_a_job_is(site: Site, seen: Seen) -> None:
    for who, counts, has_board in (
        (ROSA, (5, 2, 0), True),
        (TOM, (None,) * 3, False),
        (AUD, (None,) * 3, False),
    ):
        (line,) = (await _read(site, who, "/jobs"))["items"]
        assert (line["applications"], line["seated"], line["completed"]) == counts
        shown = await _read(site, who, f"/jobs/{seen.job}")
        assert (shown["board"] is not None) is has_board
        assert shown["job"]["number_of_openings"] == 2


@pytest.mark.parametrize("who", [TOM, AUD])
async def test_pages_draw_no_seats_for_who_would_see_them_vacant(site: Site, seen: Seen, who: str) -> None:
    await site.sign_in(ROSA)
    assert "2 of 2 held" in (await site.http.get("/")).text
    assert 'class="seat is-' in (await site.http.get(f"/jobs/{seen.job}")).text
    await site.sign_in(who)
    for path in ("/", f"/jobs/{seen.job}"):
        page = (await site.http.get(path)).text
        assert "Pastry chef" in page
        for claim in ("held", "vacant", "Waiting", "nobody is left", "no bench yet"):
            assert claim not in page


async def test_an_auditor_is_led_to_the_log_and_told_that_nobody_is_shown(site: Site, seen: Seen) -> None:
    await site.sign_in(AUD)
    page = await site.http.get(f"/jobs/{seen.job}")
    assert "not shown to auditors" in page.text
    assert re.search(r"<p>Created [^.]+[.] Closed [^.]+[.] Ranked [^.]+[.]</p>", page.text)
    assert "Person" not in page.text
    timeline = f"/audit/jobs/{seen.job}"
    assert f'href="{timeline}"' in page.text
    assert (await site.http.get(timeline)).status_code == 200
    for path in (f"/jobs/{seen.job}/impact", f"/jobs/{seen.job}/requirements"):
        assert (await site.http.get(path)).status_code == 200


async def test_an_interviewer_finds_those_whom_they_interview_and_nobody_else(site: Site, seen: Seen) -> None:
    await site.sign_in(TOM)
    page = (await site.http.get(f"/jobs/{seen.job}")).text
    for application, interview in zip(seen.applications[:2], seen.interviews, strict=True):
        assert f'href="/applications/{application}"' in page
        assert f'href="/interviews/{interview}"' in page
    assert not [one for one in seen.applications[2:] if str(one) in page]
    for path in ("requirements", "media", "comparison"):
        assert f'href="/jobs/{seen.job}/{path}"' in page
        assert (await site.http.get(f"/jobs/{seen.job}/{path}")).status_code == 200
    rows = (await _read(site, TOM, f"/jobs/{seen.job}/applications"))["items"]
    assert [row["id"] for row in rows] == [str(one) for one in seen.applications[:2]]


async def test_a_place_by_score_is_told_only_beside_everybody(site: Site, seen: Seen) -> None:
    path = f"/applications/{seen.applications[1]}"
    lacks = {"requirement": "Rye", "kind": "skill", "must": True, "met": 0, "gain": 3, "evidence": None}
    async with site.owner.begin() as session:
        asked = update(Application).where(Application.id == seen.applications[1])
        await session.execute(asked.values(score_requirements=[lacks]))
    whole = await _read(site, ROSA, f"{path}/why")
    assert (whole["place"], whole["running"]) == (2, 5)
    part = await _read(site, TOM, f"{path}/why")
    assert (part["place"], part["running"]) == (None, None)
    assert [change["place"] for change in whole["changes"]] == [2]
    assert [change["place"] for change in part["changes"]] == [None]
    for who, told in ((ROSA, True), (TOM, False)):
        await site.sign_in(who)
        assert ("place by score" in (await site.http.get(path)).text) is told


async def test_what_requirements_do_to_a_list_is_told_only_of_a_whole_list(site: Site, seen: Seen) -> None:
    path = f"/jobs/{seen.job}/requirements"
    for who, told in ((ROSA, True), (TOM, False), (AUD, False)):
        shown = await _read(site, who, path)
        assert shown["requirements"]["must"]
        assert (shown["effects"] is not None) is told
        await site.sign_in(who)
        assert ("Meet it" in (await site.http.get(path)).text) is told


async def test_what_flags_hold_is_told_only_to_who_sees_held_steps(site: Site, seen: Seen) -> None:
    for who, told in ((ROSA, {0}), (TOM, {None}), (AUD, {None})):
        assert {flag["held_steps"] for flag in (await _read(site, who, "/flags"))["items"]} == told
        await site.sign_in(who)
        waits = {flag["waits"] for flag in (await site.http.get("/flags/now")).json().values()}
        assert waits == ({"0 steps wait"} if told == {0} else {""})


async def test_lists_of_people_are_refused_instead_of_being_empty(site: Site, seen: Seen) -> None:
    for who, role, lists in (
        (AUD, "auditor", ("applications", "interviews", "interviewers")),
        (TOM, "interviewer", ("interviewers",)),
    ):
        for one in lists:
            answer = await site.http.get(f"{API}/jobs/{seen.job}/{one}", headers=site.as_user(who))
            assert answer.status_code == 403
            assert role in answer.json()["detail"]


@pytest.mark.parametrize("who", [TOM, AUD])
@pytest.mark.parametrize("path", ["activity", "activity/stream?after=1-0"])
async def test_the_activity_of_a_job_is_refused_instead_of_being_empty(
    site: Site, seen: Seen, who: str, path: str
) -> None:
    await site.sign_in(who)
    assert (await site.http.get(f"/jobs/{seen.job}/{path}")).status_code == 403


@pytest.mark.parametrize("who", [TOM, AUD])
async def test_conversations_are_refused_instead_of_being_empty(site: Site, seen: Seen, who: str) -> None:
    await site.sign_in(who)
    for path in ("/conversations", f"/interviews/{seen.interviews[0]}/conversation"):
        page = await site.http.get(path)
        assert page.status_code == 403
        assert "<h1>This is not allowed</h1>" in page.text
        assert (await site.http.get(f"{API}{path}", headers=site.as_user(who))).status_code == 403
        assert (await site.http.get(f"{API}{path}", headers=site.as_user(ROSA))).status_code == 200


async def test_a_comparison_says_whose_interviews_it_shows(site: Site, seen: Seen) -> None:
    path = f"/jobs/{seen.job}/comparison"
    for who, told in ((ROSA, False), (TOM, True)):
        await site.sign_in(who)
        assert ("the interviews that you take part in, not all" in (await site.http.get(path)).text) is told
        room = (await site.http.get(f"/interviews/{seen.interviews[0]}")).text
        assert f'href="{path}"' in room
        assert f'href="/jobs/{seen.job}"' in room
        assert ("those whom you interview" in room) is told
