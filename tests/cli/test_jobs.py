"""`understudy job` against a real database, in the name of a user."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from domain.vocabulary import ShortlistStatus as S
from domain.vocabulary import UserRole
from models import Application, AutomationLog, Job, OutboxMessage
from tests.cli.command import understudy
from tests.conftest import Sessions
from tests.support.data import Data

JOB = {
    "title": "Baker",
    "description": "Bread by night.",
    "requirements": {"must": ["sourdough"]},
    "number_of_openings": 2,
    "shortlisting_buffer": 3,
    "location": "Lyon",
    "company": "Four",
    "closes_at": "2026-05-01T18:00:00+02:00",
    "confirmation_window": "PT36H",
    "windows": {"interview_length": "PT45M", "promotion_cutoff": None},
}


def written(folder: Path, content: object) -> Path:
    file = folder / "jobs.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return file


@pytest.fixture
async def admin(data: Data) -> UUID:
    return await data.a_user(UserRole.ADMIN, email="ada@hiring.example")


@pytest.fixture
async def recruiter(data: Data) -> UUID:
    return await data.a_user(UserRole.RECRUITER, email="rosa@hiring.example")


async def test_a_job_of_a_file_is_created_and_published_with_its_windows_and_people(
    database_url: str, owner_sessions: Sessions, admin: UUID, recruiter: UUID, tmp_path: Path
) -> None:
    file = written(
        tmp_path, {**JOB, "recruiter": "rosa@hiring.example", "interviewers": ["ADA@hiring.example"]}
    )
    done = await understudy(database_url, "job", "import", file, "--reason", "season", "--json")
    assert (done.code, done.err) == (0, "")
    (made,) = done.data["items"]
    assert (made["title"], made["status"]) == ("Baker", "open")
    shown = (await understudy(database_url, "job", "show", made["id"], "--json")).data["job"]
    expected: dict[str, Any] = {
        "recruiter_id": str(recruiter),
        "confirmation_window": "P1DT12H",
        "interview_length": "PT45M",
        "promotion_cutoff": None,
        "slot_selection_window": "P1D",
        "closes_at": "2026-05-01T16:00:00Z",
        "shortlisting_buffer": 3,
    }
    assert {name: shown[name] for name in expected} == expected
    async with owner_sessions() as session:
        actions = await session.scalars(select(AutomationLog).order_by(AutomationLog.sequence))
        rows = [
            (row.action_type, row.trigger_source, row.actor_kind, row.actor_id, row.reason) for row in actions
        ]
        started = await session.scalar(select(OutboxMessage.workflow_id))
    assert rows == [(a, "manual", "admin", admin, "season") for a in ("job_created", "job_published")]
    assert started == f"job-{made['id']}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ([JOB, {**JOB, "titel": "x"}], "job 2: titel"),
        ([JOB, {**JOB, "closes_at": "2026-05-01T18:00:00"}], "job 2: closes_at"),
        ([JOB, {**JOB, "windows": {"confirmation_window": "PT1H"}}], "confirmation_window is given twice"),
        ([JOB, {**JOB, "windows": {"confirmation_widow": "PT1H"}, "confirmation_window": None}], "widow"),
        ([JOB, {**JOB, "interviewers": ["nobody@hiring.example"]}], "There is no user nobody@hiring.example"),
        ([], "holds no job"),
        ("{", "is not JSON"),
    ],
)
async def test_a_fault_in_one_job_of_a_file_creates_none(
    database_url: str, owner_sessions: Sessions, admin: UUID, tmp_path: Path, content: object, said: str
) -> None:
    done = await understudy(database_url, "job", "import", written(tmp_path, content))
    assert done.code == 2, done
    assert said in done.words
    assert done.out == ""
    async with owner_sessions() as session:
        assert await session.scalar(select(Job.id)) is None


async def test_a_recruiter_sees_and_closes_own_jobs_only(
    database_url: str, data: Data, admin: UUID, recruiter: UUID
) -> None:
    other = await data.a_job(recruiter_id=admin)
    own = await data.a_job(recruiter_id=recruiter, title="[red]Miller[/] \x1b[2J")
    rosa = ("--as", "rosa@hiring.example")
    listed = await understudy(database_url, "job", "list", "--json", *rosa)
    assert [job["id"] for job in listed.data["items"]] == [str(own)]
    assert (await understudy(database_url, "job", "close", other, *rosa)).code == 3
    human = await understudy(database_url, "job", "list", *rosa)
    assert "[red]Miller[/]" in human.out
    assert "\x1b" not in human.out
    for _ in range(2):  # closing twice is closing once
        closed = await understudy(database_url, "job", "close", own, *rosa)
        assert (closed.code, "Status: closed." in closed.words) == (0, True)


async def test_an_auditor_is_not_told_that_seats_are_vacant(
    database_url: str, data: Data, admin: UUID
) -> None:
    await data.a_user(UserRole.AUDITOR, email="aud@hiring.example")
    job = await data.a_job(openings=2)
    await data.scored(job, 90, 80)
    await data.closed_and_ranked(job)
    aud = ("--as", "aud@hiring.example")
    assert "2/2" in (await understudy(database_url, "job", "list")).out
    assert "?/2" in (await understudy(database_url, "job", "list", *aud)).out
    shown = await understudy(database_url, "job", "show", job, *aud)
    assert (shown.code, "who see everybody" in shown.words, "The bench is empty" in shown.words) == (
        0,
        True,
        False,
    )


async def test_lists_go_on_after_the_page_before(database_url: str, data: Data, admin: UUID) -> None:
    jobs = {str(await data.a_job()) for _ in range(3)}
    first = (await understudy(database_url, "job", "list", "--limit", 2, "--json")).data
    second = (await understudy(database_url, "job", "list", "--after", first["next"], "--json")).data
    assert {job["id"] for page in (first, second) for job in page["items"]} == jobs
    assert second["next"] is None


async def test_the_hand_of_a_recruiter_seats_and_ends_applications(
    database_url: str, data: Data, owner_sessions: Sessions, admin: UUID
) -> None:
    job_id = await data.a_job(openings=1, buffer=1)
    best, second, third = await data.scored(job_id, 90, 80, 70)
    await data.closed_and_ranked(job_id)

    full = await understudy(database_url, "job", "promote", second)
    assert (full.code, "Every seat is held" in full.err) == (4, True)
    rejected = await understudy(database_url, "job", "reject", best, "--reason", "wrong shift")
    assert "is rejected" in rejected.out
    pending = await understudy(database_url, "job", "promote", third)
    assert (pending.code, "not on the bench" in pending.words) == (4, True)
    assert f"{second} holds seat 1" in (await understudy(database_url, "job", "promote", second)).out
    assert "has 2 openings" in (await understudy(database_url, "job", "openings", job_id, 1)).out
    assert f"{third} holds seat 2" in (await understudy(database_url, "job", "accept", third)).out

    async with owner_sessions() as session:
        states = {a.id: a.shortlist_status for a in await session.scalars(select(Application))}
        reasons = await session.scalars(
            select(AutomationLog.reason).where(
                AutomationLog.application_id == best, AutomationLog.reason.is_not(None)
            )
        )
        assert reasons.all() == ["wrong shift"]
    assert states == {best: S.REJECTED, second: S.SHORTLISTED, third: S.SHORTLISTED}
    shown = await understudy(database_url, "job", "show", job_id)
    assert str(second) in shown.out
    assert "1 rejected" in shown.words


async def test_a_job_is_paused_goes_on_and_is_cancelled(database_url: str, data: Data, admin: UUID) -> None:
    job_id = await data.a_job()
    said = [
        (await understudy(database_url, "job", act, job_id)).words.rpartition("Status: ")[2]
        for act in ("pause", "resume", "close", "cancel")
    ]
    assert said == ["on_hold.", "open.", "closed.", "cancelled."]
    late = await understudy(database_url, "job", "publish", job_id)
    assert (late.code, "nothing, it is final" in late.words) == (4, True)


async def test_who_may_not_act_is_told_so(database_url: str, data: Data, admin: UUID) -> None:
    job_id = await data.a_job()
    await data.a_user(UserRole.AUDITOR, email="otto@hiring.example")
    auditor = await understudy(database_url, "job", "close", job_id, "--as", "otto@hiring.example")
    assert (auditor.code, "recruiter or admin" in auditor.words) == (5, True)
    nobody = await understudy(database_url, "job", "close", job_id, "--as", "nobody@hiring.example")
    assert (nobody.code, nobody.out) == (3, "")
    missing = await understudy(database_url, "job", "show", uuid4())
    assert (missing.code, "understudy job list" in missing.words) == (3, True)
    malformed = await understudy(database_url, "job", "show", "7")
    assert malformed.code == 2


async def test_an_installation_without_users_says_what_is_missing(database_url: str) -> None:
    done = await understudy(database_url, "job", "list")
    assert (done.code, "There is no admin yet." in done.words) == (7, True)


async def test_interviewers_and_pools_are_stated_by_address(
    database_url: str, data: Data, admin: UUID, recruiter: UUID
) -> None:
    for name in ("Ina", "Olaf"):
        await data.a_user(UserRole.INTERVIEWER, name=name, email=f"{name.lower()}@hiring.example")
    job = await data.a_job(recruiter_id=recruiter)
    command = ("job", "interviewers", job, "--as", "rosa@hiring.example", "--json")
    pool = "tech=ina@hiring.example, Olaf@hiring.example"
    done = await understudy(database_url, *command, "--required", "rosa@hiring.example", "--pool", pool)
    assert done.code == 0, done.err
    assert [(one["email"], one["pool"]) for one in done.data["interviewers"]] == [
        ("rosa@hiring.example", None),
        ("ina@hiring.example", "tech"),
        ("olaf@hiring.example", "tech"),
    ]
    assert (await understudy(database_url, *command)).data == done.data
    for wrong in (
        ("--required", "nobody@hiring.example"),
        ("--pool", "ina@hiring.example"),
        ("--pool", "=ina@hiring.example"),
        ("--required", "ina@hiring.example", "--pool", "tech=ina@hiring.example"),
    ):
        refused = await understudy(database_url, *command, *wrong)
        assert (refused.code != 0, refused.out) == (True, ""), wrong
    assert (await understudy(database_url, *command)).data == done.data
