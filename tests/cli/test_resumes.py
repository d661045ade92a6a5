"""`understudy resumes import`: a folder becomes applications, and every file is accounted for."""

import asyncio
import json
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from domain.ports import FitScore
from domain.vocabulary import UserRole
from models import Application, Candidate, OutboxMessage
from services import applications, jobs
from tests.cli.command import Done, understudy
from tests.conftest import Sessions
from tests.support.data import AUTO, BY_HAND, MONDAY, Data


@pytest.fixture
async def job(data: Data) -> UUID:
    await data.a_user(UserRole.ADMIN)
    return await data.a_job()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two resumes, an unreadable one, one that is too large, a hidden file, a folder."""
    for name, text in (
        ("ana.txt", "Ana bakes."),
        ("bo-li.txt", "Bo mills."),
        ("broken.pdf", "?"),
        (".hid", "x"),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    with (tmp_path / "huge.pdf").open("wb") as huge:
        huge.truncate(applications.MAX_FILE + 1)
    (tmp_path / "older").mkdir()
    return tmp_path


def listed(folder: Path, *people: dict[str, str]) -> None:
    (folder / "people.json").write_text(json.dumps(people), "utf-8")


async def score_all(worker: Sessions, stop: asyncio.Event) -> None:
    """Stands for the worker: scores what comes in, until told to stop."""
    while not stop.is_set():
        async with worker.begin() as session:
            waiting = await session.scalars(select(Application.id).where(~Application.ai_processed))
            for application_id in waiting.all():
                resume = await applications.resume_to_read(session, application_id)
                assert resume is not None
                reason = "The PDF is damaged." if resume.filename == "broken.pdf" else None
                fit = applications.UNREADABLE if reason else FitScore(50.0, {}, (), "Fits.", "test-1")
                await applications.keep_score(session, application_id, fit, reason, cause=AUTO, at=MONDAY)
        await asyncio.sleep(0.02)


async def imported(worker: Sessions, url: str, *arguments: object) -> Done:
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(score_all(worker, stop))
        try:
            return await understudy(url, "resumes", "import", *arguments)
        finally:
            stop.set()


async def test_every_file_of_a_folder_is_accounted_for(
    database_url: str, worker_sessions: Sessions, job: UUID, folder: Path
) -> None:
    listed(
        folder,
        {"file": "ana.txt", "name": "Ana", "email": "ana@example.org", "time_zone": "Asia/Tokyo"},
        {"file": "bo-li.txt", "email": "ANA@example.org"},
        {"file": "gone.txt", "name": "Gone"},
    )
    done = await imported(worker_sessions, database_url, folder, "--job", job, "--json")
    assert (done.code, done.err) == (0, "")
    report = done.data
    assert [row["file"] for row in report["scored"]] == ["ana.txt"]
    assert [(r["file"], r["reason"]) for r in report["unreadable"]] == [("broken.pdf", "The PDF is damaged.")]
    (twice,) = report["duplicates"]
    assert twice == {"file": "bo-li.txt", "application_id": report["scored"][0]["application_id"]}
    assert {row["file"] for row in report["refused"]} == {"huge.pdf", "gone.txt"}
    assert (report["received"], report["waiting"]) == (2, [])


async def test_names_zones_and_workflows_come_with_the_applications(
    database_url: str, owner_sessions: Sessions, job: UUID, folder: Path
) -> None:
    listed(folder, {"file": "ana.txt", "name": "Ana", "email": "ana@example.org", "time_zone": "Asia/Tokyo"})
    done = await understudy(
        database_url, "resumes", "import", folder, "--job", job, "--no-wait", "--time-zone", "Europe/Paris"
    )
    assert (done.code, "3 waiting" in done.words) == (0, True)
    async with owner_sessions() as session:
        people = {p.name: (p.email, p.time_zone) for p in await session.scalars(select(Candidate))}
        messages = await session.scalars(
            select(OutboxMessage.id).where(OutboxMessage.workflow_type == "ApplicationWorkflow")
        )
        assert len(messages.all()) == 3
    assert people == {
        "Ana": ("ana@example.org", "Asia/Tokyo"),
        "bo li": (None, "Europe/Paris"),
        "broken": (None, "Europe/Paris"),
    }


async def test_importing_a_folder_again_adds_nobody(
    database_url: str, owner_sessions: Sessions, job: UUID, folder: Path
) -> None:
    for _ in range(2):
        done = await understudy(
            database_url, "resumes", "import", folder, "--job", job, "--no-wait", "--json"
        )
    assert len(done.data["duplicates"]) == 3
    async with owner_sessions() as session:
        assert len((await session.scalars(select(Application.id))).all()) == 3


async def test_scores_that_do_not_come_are_named_after_the_timeout(
    database_url: str, job: UUID, folder: Path
) -> None:
    done = await understudy(database_url, "resumes", "import", folder, "--job", job, "--timeout", 0)
    assert done.code == 6
    assert "3 of 3 applications have no score yet. Is a worker running?" in done.words
    assert "3 waiting" in done.out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{}", "not a list"),
        ("[{}]", "file is missing"),
        ('[{"file": 7}]', "file is not text"),
        ("[", "not JSON"),
    ],
)
async def test_a_list_of_people_that_cannot_be_read_is_named(
    database_url: str, job: UUID, folder: Path, content: str, said: str
) -> None:
    (folder / "people.json").write_text(content, "utf-8")
    done = await understudy(database_url, "resumes", "import", folder, "--job", job)
    assert (done.code, said in done.words) == (2, True)


async def test_a_job_that_takes_no_applications_ends_the_import(
    database_url: str, worker_sessions: Sessions, job: UUID, folder: Path
) -> None:
    async with worker_sessions.begin() as session:
        await jobs.close(session, job, cause=BY_HAND, at=MONDAY)
    done = await understudy(database_url, "resumes", "import", folder, "--job", job)
    assert (done.code, "takes no more applications" in done.words) == (4, True)


async def test_a_zone_that_does_not_exist_and_an_empty_folder_are_refused(
    database_url: str, job: UUID, folder: Path
) -> None:
    zone = await understudy(
        database_url, "resumes", "import", folder, "--job", job, "--time-zone", "Mars/Base"
    )
    assert (zone.code, "Mars/Base" in zone.words) == (2, True)
    empty = await understudy(database_url, "resumes", "import", folder / "older", "--job", job)
    assert (empty.code, "There is no file" in empty.words) == (2, True)
