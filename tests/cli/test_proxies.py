"""`understudy audit proxies` on files, and on the applications of a job."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import update

from models import Application
from tests.cli.command import run, understudy
from tests.conftest import Sessions
from tests.support.data import Data

# The soft hyphen of the first is none to scoring.
TEXTS = (
    "Ada Person\nSummary\nBaker with ten years of bread and pastry.\nTaught baking at Sun\u00adday School.\n",
    "Bo Person\nSummary\nBaker with ten years of bread and pastry.\nMember of a sorority and of the Sunday School.\n",
    "Cy Person\nSummary\nDriver of heavy lorries.\n",
)


@pytest.fixture
def resumes(tmp_path: Path) -> Path:
    path = tmp_path / "r.jsonl"
    rows = ({"resume_id": str(number), "text": text} for number, text in enumerate(TEXTS))
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return path


def test_files_are_read_without_a_server(resumes: Path) -> None:
    done = run(None, "audit", "proxies", "--resumes", resumes, "--json")
    assert done.code == 0, done.err
    assert (done.data["resumes"], done.data["resumes_with_proxies"]) == (3, 2)
    kinds = {kind["kind"]: kind for kind in done.data["kinds"]}
    assert {name: kind["resumes"] for name, kind in kinds.items()} == {"religion": 2, "greek_life": 1}
    assert kinds["religion"]["examples"] == ["sunday school"]
    assert kinds["religion"]["mean_difference"] is None
    human = run(None, "audit", "proxies", "--resumes", resumes)
    assert "greek life" in human.out
    assert "2 of 3 resumes" in human.err


def test_with_a_job_the_score_is_compared_without_the_sentence(resumes: Path, tmp_path: Path) -> None:
    jobs = tmp_path / "j.jsonl"
    text = "Baker\nBread and pastry. Teach baking to beginners."
    jobs.write_text(json.dumps({"job_id": "j", "text": text}), "utf-8")
    done = run(None, "audit", "proxies", "--resumes", resumes, "--jobs", jobs, "--json")
    assert done.code == 0, done.err
    religion = next(kind for kind in done.data["kinds"] if kind["kind"] == "religion")
    assert religion["scored_pairs"] == 2
    assert abs(religion["maximum_difference"]) >= abs(religion["mean_difference"])


@pytest.mark.parametrize(
    "arguments", [(), ("--jobs", "j.jsonl"), ("--job", str(UUID(int=1)), "--resumes", "r")]
)
def test_one_source_must_be_named(arguments: tuple[str, ...]) -> None:
    done = run(None, "audit", "proxies", *arguments)
    assert (done.code, done.out) == (2, "")
    assert "--job" in done.err


async def test_the_applications_of_a_job_are_read(
    data: Data, database_url: str, owner_sessions: Sessions
) -> None:
    recruiter = await data.a_user(email="rosa@hiring.example")
    job_id = await data.a_job(recruiter_id=recruiter)
    ids = await data.scored(job_id, 10, 20, 30)
    async with owner_sessions.begin() as session:
        for application_id, text in zip(ids, TEXTS, strict=True):
            await session.execute(
                update(Application).where(Application.id == application_id).values(resume_text=text)
            )
    done = await understudy(
        database_url, "audit", "proxies", "--job", job_id, "--as", "rosa@hiring.example", "--json"
    )
    assert done.code == 0, done.err
    assert (done.data["resumes"], done.data["resumes_with_proxies"]) == (3, 2)
    assert {kind["kind"] for kind in done.data["kinds"]} == {"religion", "greek_life"}
    assert all(kind["scored_pairs"] == kind["resumes"] for kind in done.data["kinds"])
