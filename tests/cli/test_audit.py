"""`understudy audit`: the log read and exported by somebody who can only read."""

import csv
import io
import json
from pathlib import Path
from uuid import UUID

import pytest

from domain.audit.cells import harmless
from services import jobs
from services.audit import FIELDS
from tests.cli.command import understudy
from tests.conftest import Sessions
from tests.support.data import BY_HAND, MONDAY, Data


@pytest.fixture
async def job(data: Data, worker_sessions: Sessions) -> UUID:
    """A job with three scored applications, closed with a reason that a spreadsheet would compute."""
    job_id = await data.a_job()
    await data.scored(job_id, 10, 20, 30)
    async with worker_sessions.begin() as session:
        await jobs.close(session, job_id, cause=BY_HAND.because('=HYPERLINK("x")'), at=MONDAY)
    return job_id


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


async def actions(url: str, *filters: object) -> list[str]:
    listed = await understudy(url, "audit", "list", "--json", *filters)
    assert (listed.code, listed.err) == (0, "")
    return [row["action_type"] for row in listed.data["items"]]


async def test_the_latest_rows_are_shown_in_order(database_url: str, job: UUID) -> None:
    scored = ["application_scored"] * 3
    assert await actions(database_url) == ["job_created", "job_published", *scored, "job_closed"]
    assert await actions(database_url, "--limit", 2) == ["application_scored", "job_closed"]
    # A filter that only fits far back still finds its rows.
    assert await actions(database_url, "--limit", 1, "--action", "job_created") == ["job_created"]
    assert await actions(database_url, "--trigger", "auto") == scored
    assert await actions(database_url, "--job", job, "--since", "2026-03-02T09:00:01+01:00") == []
    assert len(await actions(database_url, "--until", "2026-03-02T08:00:01")) == 6
    human = await understudy(database_url, "audit", "list")
    assert "open -> closed" in human.out


@pytest.mark.parametrize(
    "filters",
    [("--trigger", "magic"), ("--since", "yesterday"), ("--since", "2026-03-02", "--until", "2026-03-01")],
)
async def test_filters_that_mean_nothing_are_refused(database_url: str, filters: tuple[str, ...]) -> None:
    done = await understudy(database_url, "audit", "list", "--json", *filters)
    assert (done.code, done.out) == (2, "")


async def test_an_export_holds_every_row_with_every_field(
    database_url: str, job: UUID, tmp_path: Path
) -> None:
    out = tmp_path / "log.jsonl"
    done = await understudy(database_url, "audit", "export", "--out", out)
    assert (done.code, done.out) == (0, "")
    assert "6 rows written" in done.err
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [tuple(row) for row in rows] == [FIELDS] * 6
    assert [row["sequence"] for row in rows] == sorted(row["sequence"] for row in rows)
    assert rows[-1]["reason"] == '=HYPERLINK("x")'
    assert names_in(tmp_path) == ["log.jsonl"]


async def test_a_spreadsheet_computes_nothing_of_an_export(database_url: str, job: UUID) -> None:
    done = await understudy(database_url, "audit", "export", "--format", "csv", "--out", "-", "--job", job)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert rows[-1]["reason"] == '\'=HYPERLINK("x")'
    assert json.loads(rows[0]["details"]) == {"number_of_openings": 2, "shortlisting_buffer": 2}
    assert rows[0]["sequence"].isdigit()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_cells_that_begin_a_formula_become_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("value", [-5, 0.5, None, True, "a=b", ""])
def test_other_cells_stay_as_they_are(value: object) -> None:
    assert harmless(value) is value


async def test_a_place_that_cannot_be_written_is_named(database_url: str, tmp_path: Path) -> None:
    done = await understudy(database_url, "audit", "export", "--out", tmp_path / "no" / "log.jsonl")
    assert (done.code, "cannot be written" in done.words) == (2, True)
