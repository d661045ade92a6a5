"""`understudy score` on files, through the command line parser and in a process without any server."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from cli.score import score
from domain.errors import InvalidInputError

APP = typer.Typer()
APP.command()(score)
JOBS: list[object] = [
    {"job_id": "eng", "text": "Software Engineer\nPython services, PostgreSQL and Kubernetes in production."},
    {
        "job_id": "nurse",
        "title": "Registered Nurse",
        "text": "Assess patients on the ward.",
        "requirements": None,
    },
]
RESUMES: list[object] = [
    {
        "resume_id": "r1",
        "text": "Experience\nSoftware Engineer\n2015 - 2019\n" + "Python and PostgreSQL in banks. " * 9,
    },
    {
        "resume_id": "r2",
        "text": "Expérience\nRegistered Nurse\n2015 - 2019\n" + "Patients of the ward, \ud800 é. " * 9,
    },
]


def write(path: Path, rows: list[object]) -> Path:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows) + "\n\n"
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def read(path: Path) -> list[dict[str, object]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.splitlines()]


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz"])
def test_every_job_meets_every_resume(tmp_path: Path, ending: str) -> None:
    jobs, resumes = write(tmp_path / f"j.{ending}", JOBS), write(tmp_path / f"r.{ending}", RESUMES)
    out = tmp_path / f"s.{ending}"
    done = CliRunner().invoke(APP, ["--jobs", str(jobs), "--resumes", str(resumes), "--out", str(out)])
    assert done.exit_code == 0, done.output
    found = {(row["job_id"], row["resume_id"]): row for row in read(out)}
    assert len(found) == 4
    assert set(found["eng", "r1"]) == {"job_id", "resume_id", "score", "components", "evidence"}
    figures = {pair: row["score"] for pair, row in found.items()}
    assert max(figures, key=lambda pair: (pair[0] == "eng", figures[pair])) == ("eng", "r1")
    assert max(figures, key=lambda pair: (pair[0] == "nurse", figures[pair])) == ("nurse", "r2")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([jobs.name, resumes.name, out.name])


def test_pairs_choose_what_is_scored_once_each(tmp_path: Path) -> None:
    pairs = write(tmp_path / "p.jsonl", [{"job_id": "nurse", "resume_id": "r1"}] * 2)
    out = tmp_path / "s.jsonl"
    score(write(tmp_path / "j.jsonl", JOBS), write(tmp_path / "r.jsonl", RESUMES), out, pairs)
    assert [(row["job_id"], row["resume_id"]) for row in read(out)] == [("nurse", "r1")]


@pytest.mark.parametrize(
    ("name", "rows", "message"),
    [
        ("j.jsonl", [JOBS[0], "{broken"], "j.jsonl, line 2: not a JSON object"),
        ("j.jsonl", ["[1]"], "j.jsonl, line 1: not a JSON object"),
        ("j.jsonl", [{"job_id": 7, "text": "x"}], "line 1: job_id is missing or not text"),
        ("j.jsonl", [JOBS[0], JOBS[0]], "line 2: job_id 'eng' appears twice"),
        ("j.jsonl", [{"job_id": "a", "text": "x", "title": 7}], "line 1: title must be text"),
        (
            "j.jsonl",
            [{"job_id": "a", "text": "x", "requirements": 7}],
            "line 1: requirements must be an object",
        ),
        ("r.jsonl", ["", RESUMES[0], {"resume_id": "r9"}], "r.jsonl, line 3: text is missing"),
        ("r.jsonl", [RESUMES[0], RESUMES[0]], "line 2: resume_id 'r1' appears twice"),
        ("p.jsonl", [{"job_id": "none", "resume_id": "r1"}], "p.jsonl, line 1: no job has the job_id 'none'"),
        ("p.jsonl", [{"job_id": "eng", "resume_id": "r8"}], "1 resumes of the pairs are missing, first 'r8'"),
    ],
)
def test_a_bad_line_is_named_and_no_result_is_left(
    tmp_path: Path, name: str, rows: list[object], message: str
) -> None:
    jobs, resumes = write(tmp_path / "j.jsonl", JOBS), write(tmp_path / "r.jsonl", RESUMES)
    bad = write(tmp_path / name, rows)
    out = tmp_path / "s.jsonl"
    with pytest.raises(InvalidInputError) as caught:
        score(jobs, resumes, out, bad if name == "p.jsonl" else None)
    assert message in str(caught.value)
    assert not out.exists()
    assert not list(tmp_path.glob(".*"))


def test_unreadable_files_and_targets_are_input_errors(tmp_path: Path) -> None:
    jobs, resumes = write(tmp_path / "j.jsonl", JOBS), write(tmp_path / "r.jsonl", RESUMES)
    out = tmp_path / "s.jsonl"
    latin, cut = tmp_path / "latin.jsonl", tmp_path / "cut.jsonl.gz"
    latin.write_bytes('{"resume_id": "é"}'.encode("latin-1"))
    cut.write_bytes(gzip.compress(b"x" * 5000)[:20])
    for bad, message in (
        (tmp_path / "none.jsonl", "No such file"),
        (latin, "not UTF-8"),
        (cut, "cannot be read"),
    ):
        with pytest.raises(InvalidInputError, match=message):
            score(jobs, bad, out)
    with pytest.raises(InvalidInputError, match="cannot be written"):
        score(jobs, resumes, tmp_path / "nowhere" / "s.jsonl")


def test_it_runs_alone_and_says_nothing_when_it_is_quick(tmp_path: Path) -> None:
    jobs, resumes = write(tmp_path / "j.jsonl", JOBS), write(tmp_path / "r.jsonl", RESUMES)
    out = tmp_path / "s.jsonl"
    program = "import typer; from cli.score import score; typer.run(score)"
    done = subprocess.run(
        [sys.executable, "-c", program, "--jobs", jobs, "--resumes", resumes, "--out", out],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr.strip()) == (b"", b"")
    assert len(read(out)) == 4
