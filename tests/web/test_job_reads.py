"""What programs read of a job: everything that is there, in as few statements as it takes."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from domain.vocabulary import ShortlistStatus
from tests.services.arrange import booked
from tests.support.data import MONDAY
from tests.support.patience import PATIENCE_SECONDS
from tests.web.site import Site
from tests.web.statements import recorded
from tests.web.test_api import API
from tests.web.test_api import admin as admin  # noqa: PLC0414 - a fixture of the neighbours
from web.lately import Lately

WHO_ASKS = "enter_by_key"


async def _a_job(site: Site) -> tuple[UUID, list[UUID]]:
    """A ranked job with three seats and a bench of three; and its seven applications, the best first."""
    job = await site.data.a_job(openings=3, buffer=3, windows={"promotion_cutoff": timedelta(hours=30)})
    # In no order, and with a tie, which goes to whoever came first.
    fifth, first, fourth, last, second, third, sixth = await site.data.scored(
        job, 60, 91.25, 61, 40, 80, 70.5, 60
    )
    applications = [first, second, third, fourth, fifth, sixth, last]
    await site.data.closed_and_ranked(job)
    return job, applications


async def _read(site: Site, path: str) -> dict[str, object]:
    answer = await site.http.get(f"{API}{path}", headers=site.api())
    assert answer.status_code == 200
    found: dict[str, object] = answer.json()
    return found


async def test_a_job_is_read_with_its_seats_its_bench_and_who_waits(site: Site, admin: str) -> None:
    job, (first, second, third, fourth, fifth, sixth, _) = await _a_job(site)
    (interview, *_) = await site.data.invited(job)
    async with site.owner.begin() as session:
        await session.execute(text("UPDATE applications SET ai_processed = false WHERE fit_score < 45"))
    board = (await _read(site, f"/jobs/{job}"))["board"]
    assert isinstance(board, dict)
    assert board["seats"][0] == {
        "rank": 1,
        "application_id": str(first),
        "fit_score": 91.25,
        "interview_id": str(interview),
        "interview_status": "invitation_sent",
    }
    assert [(seat["rank"], seat["application_id"]) for seat in board["seats"][1:]] == [
        (2, str(second)),
        (3, str(third)),
    ]
    assert board["bench"] == [
        {"application_id": str(fourth), "rank": 4, "fit_score": 61.0},
        {"application_id": str(fifth), "rank": 5, "fit_score": 60.0},
        {"application_id": str(sixth), "rank": 6, "fit_score": 60.0},
    ]
    none = dict.fromkeys((status.value for status in ShortlistStatus), 0)
    assert board["counts"] == none | {"shortlisted": 3, "buffer": 3, "pending": 1}
    assert (board["unscored"], board["held"], board["cutoff"]) == (1, [], None)
    due = await site.row("SELECT min(confirmation_deadline) FROM interviews WHERE job_id = :job", job=job)
    assert datetime.fromisoformat(board["next_deadline"]) == due[0]


async def test_a_vacant_seat_is_shown_between_those_that_are_held(site: Site, admin: str) -> None:
    job, (_, second, *_) = await _a_job(site)
    async with site.owner.begin() as session:
        await session.execute(text("ALTER TABLE applications DISABLE TRIGGER USER"))
        await session.execute(
            text("UPDATE applications SET shortlist_status = 'rejected' WHERE id = :id"), {"id": second}
        )
    board = (await _read(site, f"/jobs/{job}"))["board"]
    assert isinstance(board, dict)
    assert [seat["application_id"] is None for seat in board["seats"]] == [False, True, False]
    assert board["seats"][1] == dict.fromkeys(board["seats"][1], None) | {"rank": 2}


async def test_promotions_of_a_booked_job_stop_before_its_first_interview(site: Site, admin: str) -> None:
    job, _ = await _a_job(site)
    await booked(site.data, job)
    board = (await _read(site, f"/jobs/{job}"))["board"]
    assert isinstance(board, dict)
    first = (await site.row("SELECT min(scheduled_time) FROM interviews WHERE job_id = :job", job=job))[0]
    assert datetime.fromisoformat(board["cutoff"]) == first - timedelta(hours=30)
    assert board["next_deadline"] is None


async def test_each_job_of_the_list_counts_its_own(site: Site, admin: str) -> None:
    few, _ = await _a_job(site)
    await booked(site.data, few)
    many = await site.data.a_job(openings=5, buffer=1)
    await site.data.scored(many, *range(40, 49))
    await site.data.closed_and_ranked(many)
    none = await site.data.a_job()
    async with site.owner.begin() as session:
        await session.execute(text("ALTER TABLE interviews DISABLE TRIGGER USER"))
        await session.execute(
            text("UPDATE interviews SET status = 'completed' WHERE job_id = :job AND rank_at_time < 3"),
            {"job": few},
        )
    listed = (await _read(site, "/jobs"))["items"]
    assert isinstance(listed, list)
    found = {one["id"]: (one["applications"], one["seated"], one["completed"]) for one in listed}
    assert found == {str(few): (7, 3, 2), str(many): (9, 5, 0), str(none): (0, 0, 0)}


async def test_steps_that_are_held_come_longest_first(site: Site, admin: str) -> None:
    job, _ = await _a_job(site)
    async with site.owner.begin() as session:
        for step, hours, interview in (("promote", 2, None), ("invite", 5, uuid4())):
            await session.execute(
                text(
                    "INSERT INTO held_steps (workflow_id, step, gate, job_id, interview_id, since)"
                    " VALUES ('job-x', :step, 'auto_promotion', :job, :interview, :since)"
                ),
                {"step": step, "job": job, "interview": interview, "since": MONDAY - timedelta(hours=hours)},
            )
    board = (await _read(site, f"/jobs/{job}"))["board"]
    assert isinstance(board, dict)
    assert [(one["step"], one["gate"], one["interview_id"] is None) for one in board["held"]] == [
        ("invite", "auto_promotion", False),
        ("promote", "auto_promotion", True),
    ]
    assert datetime.fromisoformat(board["held"][0]["since"]) == MONDAY - timedelta(hours=5)


@pytest.mark.parametrize("path", ["applications", "interviews"])
async def test_lists_of_a_job_that_is_not_there_say_so(path: str, site: Site, admin: str) -> None:
    job, _ = await _a_job(site)
    await site.data.invited(job)
    unknown = await site.http.get(f"{API}/jobs/{uuid4()}/{path}", headers=site.api())
    assert unknown.status_code == 404
    empty = await site.data.a_job()
    assert (await _read(site, f"/jobs/{empty}/{path}"))["items"] == []
    await site.data.a_user(email="ben@hiring.example")
    foreign = await site.http.get(f"{API}/jobs/{job}/{path}", headers=site.as_user("ben@hiring.example"))
    assert foreign.status_code == 404


@pytest.mark.parametrize(
    ("path", "statements"),
    [
        ("/jobs", 1),
        ("/jobs/{job}", 2),
        ("/jobs/{job}/interviews", 1),
        # Seats, then everybody else; and that resumes were looked into is written down.
        ("/jobs/{job}/applications", 3),
        ("/flags", 1),
    ],
)
async def test_a_read_asks_for_its_parts_once(
    path: str, statements: int, site: Site, admin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Lately, "SECONDS", PATIENCE_SECONDS)  # a slow machine does not forget in between
    # Who asks is checked, and set, by one more.
    job, _ = await _a_job(site)
    await site.data.invited(job)
    async with site.owner.begin() as session:
        await session.execute(text("UPDATE applications SET score_evidence = '[{}]'"))
    address = path.format(job=job)
    await _read(site, address)
    with recorded(site) as found:
        await _read(site, address)
    assert [WHO_ASKS in one for one, _ in found.found] == [True] + statements * [False]
