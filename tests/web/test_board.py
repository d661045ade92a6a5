"""What the board says, who sees it, and how its lists are filtered and turned."""

import re
from html import unescape

import pytest
from sqlalchemy import text

from domain.vocabulary import ReviewMode, UserRole
from tests.support.crowd import a_crowd, ranked
from tests.web.rosas_desk import BEN, ROSA, a_job, a_ranked_job, fields_of, press
from tests.web.site import Site


@pytest.fixture
async def rosa(site: Site) -> Site:
    """A recruiter at her desk, with a colleague who may do everything."""
    await site.data.a_user(name="Rosa Recruiter", email=ROSA)
    await site.data.a_user(UserRole.ADMIN, name="Ben Boss", email=BEN)
    await site.sign_in(ROSA)
    return site


async def test_the_board_tells_seats_bench_and_what_comes_next(rosa: Site) -> None:
    job_id, _ = await a_ranked_job(rosa, 90, 80, 70, 60, openings=2, buffer=1)
    await rosa.data.invited(job_id)
    page = await rosa.http.get(f"/jobs/{job_id}")
    assert re.findall(r'class="seat is-(\w+)"', page.text) == ["answer", "answer"]
    assert "full: 1 of 1" in page.text
    assert "The next deadline passes" in page.text
    assert "If nobody answers, 2 more people would be invited" in page.text
    assert "in 2 d" in page.text
    assert "Person 1 was invited" in page.text


async def test_the_pages_of_a_list_hold_everybody_once_in_order(rosa: Site) -> None:
    job_id = await a_job(rosa, openings=3, buffer=4)
    await a_crowd(rosa.data, job_id, 260)
    await ranked(rosa.data, job_id)
    for query, expected in (
        ("show=all", 260),
        ("", 260),
        ("show=pending", 253),
        ("lowest=20&highest=90", None),
    ):
        seen: list[str] = []
        path = f"/jobs/{job_id}?{query}"
        while path:
            page = await rosa.http.get(path)
            assert page.status_code == 200
            rows = re.findall(
                r'<td class="number rank">([^<]+)</td>\s*<th scope="row"><a href="/applications/([^"]+)"',
                page.text,
            )
            assert len(rows) <= 50
            seen += [row[1] for row in rows]
            next_ = re.search(r'href="([^"]+after=[^"#]+)#people">Next', page.text)
            path = unescape(next_[1]) if next_ else ""
        assert len(seen) == len(set(seen))
        if expected is not None:
            assert len(seen) == expected
    ranks = [row[0] for row in rows]
    assert ranks == sorted(ranks, key=int)


async def test_names_are_found_by_their_beginnings_without_case_and_marks(rosa: Site) -> None:
    job_id = await a_job(rosa)
    await a_crowd(rosa.data, job_id, 70)

    async def found(name: str) -> set[str]:
        page = await rosa.http.get(f"/jobs/{job_id}", params={"name": name})
        assert page.status_code == 200
        return {unescape(one) for one in re.findall(r'<th scope="row"><a [^>]+>([^<]+)</a>', page.text)}

    everybody = await found("jose")
    assert everybody
    assert all(name.startswith("José") for name in everybody)
    assert await found("JOSÉ") == everybody
    assert all("O'Brien" in name for name in await found("o'brien"))
    assert len(await found("ana garc")) == 1
    assert await found("zebra") == set()
    assert await found("'; DROP TABLE jobs; --") == set()
    assert await found("%") == set()


async def test_those_to_look_at_are_of_this_job_and_within_the_rest_of_the_filter(rosa: Site) -> None:
    job_id, (_, second, third, _) = await a_ranked_job(rosa, 90, 80, 70, 60, openings=1)
    _, others = await a_ranked_job(rosa, 85, 75)
    async with rosa.owner.begin() as session:
        await session.execute(
            text("UPDATE applications SET score_notices = '[\"Look\"]' WHERE id = ANY (:ids)"),
            {"ids": [second, *others]},
        )
        await session.execute(
            text("UPDATE applications SET unreadable_reason = 'It is empty.' WHERE id = :id"), {"id": third}
        )
    for query, expected in (("", [second, third]), ("&highest=75", [third]), ("&show=shortlisted", [])):
        page = await rosa.http.get(f"/jobs/{job_id}?notice=yes{query}")
        assert re.findall(r'<th scope="row"><a href="/applications/([^"]+)"', page.text) == [
            str(one) for one in expected
        ]


async def test_a_filter_that_is_none_is_said_and_nothing_breaks(rosa: Site) -> None:
    job_id = await a_job(rosa)
    for query in ("lowest=abc", "highest=101", "show=everybody", "lowest=NaN"):
        page = await rosa.http.get(f"/jobs/{job_id}?{query}")
        assert page.status_code == 422
        assert 'role="alert"' in page.text
    assert (await rosa.http.get(f"/jobs/{job_id}?after=nonsense")).status_code == 422


async def test_somebody_elses_job_is_not_there(rosa: Site) -> None:
    job_id, people = await a_ranked_job(rosa, 90, 80)
    await rosa.data.a_user(email="eve@hiring.example")
    await rosa.sign_in("eve@hiring.example")
    before = await rosa.snapshot()
    for path in (
        f"/jobs/{job_id}", f"/jobs/{job_id}/activity", f"/jobs/{job_id}/activity/stream?after=1-0",
        f"/jobs/{job_id}/review", f"/jobs/{job_id}/acts/pause", f"/applications/{people[0]}/acts/reject",
    ):  # fmt: skip
        assert (await rosa.http.get(path)).status_code == 404
    own = fields_of(await rosa.http.get("/"))
    form = {**own, "reason": "for a good reason", "seen": "pending.none.0"}
    assert (await rosa.http.post(f"/applications/{people[0]}/acts/reject", data=form)).status_code == 404
    bulk = {**own, "reason": "for a good reason", "act": "reject", "pick": f"{people[0]}.pending.none"}
    assert (await rosa.http.post(f"/jobs/{job_id}/bulk", data=bulk)).status_code == 404
    assert await rosa.snapshot() == before
    assert "Nobody" not in (await rosa.http.get("/")).text


async def test_a_review_shows_evidence_and_keeps_how_long_and_what_was_changed(rosa: Site) -> None:
    job_id = await a_job(rosa, openings=2, review_mode=ReviewMode.REQUIRED)
    await a_crowd(rosa.data, job_id, 12)
    await ranked(rosa.data, job_id)
    board = await rosa.http.get(f"/jobs/{job_id}")
    assert "Invitations wait until somebody confirms the shortlist." in board.text
    page = await rosa.http.get(f"/jobs/{job_id}/review")
    assert "ran the sourdough station" in page.text
    first = re.findall(r'href="/applications/([^"/]+)/acts/reject"', page.text)[0]
    await press(rosa, f"/applications/{first}/acts/reject", "a must-have is missing")
    forged = await rosa.http.post(
        f"/jobs/{job_id}/review", data={**fields_of(page), "opened": "x", "reason": "looked"}
    )
    assert forged.status_code == 422
    done = await rosa.http.post(
        f"/jobs/{job_id}/review", data={**fields_of(page), "reason": "looked at each"}
    )
    assert done.status_code == 303
    details, reason = await rosa.row(
        "SELECT details, reason FROM automation_logs WHERE action_type = 'review_confirmed'"
    )
    assert reason == "looked at each"
    assert details["changes"]["rejected_by_hand"] == 1
    assert 0 <= details["seconds_open"] < 120


async def test_the_list_of_jobs_filters_and_tells_what_runs_out(rosa: Site) -> None:
    job_id, _ = await a_ranked_job(
        rosa, 90, 80, 70, openings=2, buffer=1, title="Night baker", company="Loaf & Co"
    )
    await rosa.data.invited(job_id)
    await a_job(rosa, title="Florist")
    page = await rosa.http.get("/")
    assert "2 of 2 held" in page.text
    assert "full: 1 of 1" in page.text
    assert "in 2 d" in page.text
    only = await rosa.http.get("/?status=closed")
    assert "Night baker" in only.text
    assert "Florist" not in only.text
    assert "Florist" in (await rosa.http.get("/?q=flor")).text
    assert "No job fits" in (await rosa.http.get("/?q=%25")).text
    assert (await rosa.http.get("/?status=nonsense")).status_code == 200


async def test_a_closed_gate_is_named_with_what_it_holds(rosa: Site) -> None:
    job_id, _ = await a_ranked_job(rosa, 90, 80)
    await rosa.http.put(
        "/api/v1/flags/interview_invitations", json={"enabled": False}, headers=rosa.as_user(BEN)
    )
    page = await rosa.http.get(f"/jobs/{job_id}")
    assert "2 invitations wait: interview_invitations is off." in page.text
