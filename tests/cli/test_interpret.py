"""`understudy interpret` on files, through the command line and in a process without any server."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from cli.interpret import interpret
from domain.errors import InvalidInputError

APP = typer.Typer()
APP.command()(interpret)
FRAME: dict[str, object] = {
    "lang": "en",
    "reference_time": "2026-06-12T16:20:00+01:00",
    "candidate_tz": "Europe/London",
    "interviewer_tz": "Europe/Berlin",
}


def message(identifier: str, text: str, **fields: object) -> dict[str, object]:
    return {"id": identifier, **FRAME, "message": text, **fields}


def write(path: Path, rows: list[object]) -> Path:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows) + "\n\n"
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def read(path: Path) -> list[dict[str, object]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.splitlines()]


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz"])
def test_each_message_gets_one_answer_in_its_order(tmp_path: Path, ending: str) -> None:
    rows: list[object] = [
        message("a", "Tuesday 9am UTC+2 works"),
        message("b", "option 2", context=["2026-06-15T11:00+01:00", "2026-06-16T15:00+02:00"]),
        message("c", "no longer interested, I withdraw", lang=None, context=None),
    ]
    source, out = write(tmp_path / f"in.{ending}", rows), tmp_path / f"out.{ending}"
    result = CliRunner().invoke(APP, ["--in", str(source), "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert read(out) == [
        {
            "id": "a",
            "intent": "availability",
            "available": [["2026-06-16T08:00:00+01:00", "2026-06-16T09:00:00+01:00"]],
            "selected": None,
        },
        {"id": "b", "intent": "selection", "available": None, "selected": "2026-06-16T15:00:00+02:00"},
        {"id": "c", "intent": "withdrawal", "available": None, "selected": None},
    ]


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        ({**message("x", "hi"), "reference_time": "2026-06-12T16:20:00"}, "reference_time"),
        ({**message("x", "hi"), "candidate_tz": "Europe/Atlantis"}, "candidate_tz"),
        ({**message("x", "hi"), "interviewer_tz": "../etc/passwd"}, "interviewer_tz"),
        ({**message("x", "hi"), "context": ["tomorrow"]}, "context"),
        ({**message("x", "hi"), "context": "2026-06-15T11:00+01:00"}, "context"),
        ({**message("x", "hi"), "lang": "tlh"}, "lang"),
        ({**message("x", "hi"), "message": None}, "message"),
        ({**message("x", "hi"), "id": 7}, "id"),
        ("{not json", None),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_still_written(
    tmp_path: Path, broken: object, field: str | None
) -> None:
    source = write(tmp_path / "in.jsonl", [message("a", "Tuesday"), broken, message("b", "Wednesday")])
    result = CliRunner().invoke(APP, ["--in", str(source), "--out", str(tmp_path / "out.jsonl")])
    assert result.exit_code != 0
    assert isinstance(result.exception, InvalidInputError)
    assert result.exception.field == field
    assert "line 2" in result.output
    assert field is None or field in result.output
    assert [row["id"] for row in read(tmp_path / "out.jsonl")] == ["a", "b"]


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        APP, ["--in", str(tmp_path / "none.jsonl"), "--out", str(tmp_path / "out.jsonl")]
    )
    assert isinstance(result.exception, InvalidInputError)
    assert "none.jsonl" in result.exception.message


def test_the_command_runs_in_a_process_of_its_own_without_a_server(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", [message("a", "Monday 10-12"), "[]"])
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", "interpret", "--in", source, "--out", tmp_path / "out.jsonl"],
        capture_output=True,
        text=True,
        check=False,
        env={
            name: value
            for name, value in os.environ.items()
            if name not in {"DATABASE_URL", "TEMPORAL_ADDRESS"}
        },
    )
    assert done.returncode == 2, done.stderr
    assert "line 2" in done.stderr
    assert [row["id"] for row in read(tmp_path / "out.jsonl")] == ["a"]
