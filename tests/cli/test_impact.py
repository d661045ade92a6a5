"""`understudy impact`: the report, rows for an outside auditor, links to the questions."""

import csv
import io
import json
from pathlib import Path
from unittest import mock
from uuid import UUID

import pytest

from domain.impact import Sex
from domain.vocabulary import UserRole
from tests.cli.command import understudy
from tests.conftest import Sessions
from tests.services.test_impact import answered
from tests.support.data import Data


@pytest.fixture
async def job(data: Data, web_sessions: Sessions) -> UUID:
    """A ranked job: twenty men, thirty women, one who is neither, nine who did not answer."""
    await data.a_user(UserRole.ADMIN)
    job_id = await data.a_job(openings=20)
    found = await data.scored(job_id, *(range(40, 100)))
    await answered(web_sessions, found[40:60], Sex.MALE)
    await answered(web_sessions, found[5:35], Sex.FEMALE)
    await answered(web_sessions, found[:1], Sex.ANOTHER)
    await data.closed_and_ranked(job_id)
    return job_id


async def test_the_report_names_figures_hidden_groups_and_what_it_is_not(
    database_url: str, job: UUID
) -> None:
    done = await understudy(database_url, "impact", "report", "--job", job)
    assert (done.code, done.err) == (0, "")
    assert "It is not a bias audit" in done.words
    assert "Hidden: another" in done.words
    assert "By sex: 10 gave no answer or belong to a hidden group" in done.words
    data = (await understudy(database_url, "impact", "report", "--json")).data
    assert data["tables"][0]["rest"] == 10
    logged = await understudy(database_url, "audit", "list", "--json", "--action", "impact_viewed")
    assert [(row["job_id"], row["details"]) for row in logged.data["items"]] == [
        (str(job), {"how": "report"}),
        (None, {"how": "report"}),
    ]


async def test_an_export_holds_a_row_for_each_applicant_and_no_small_group(
    database_url: str, job: UUID, tmp_path: Path
) -> None:
    out = tmp_path / "rows.csv"
    done = await understudy(database_url, "impact", "export", "--job", job, "--out", out)
    assert (done.code, "60 rows written" in done.words, "independent auditor" in done.words) == (
        0,
        True,
        True,
    )
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8"))))
    assert len({row["id"] for row in rows}) == 60
    sexes = [row["sex"] for row in rows]
    assert {sex: sexes.count(sex) for sex in set(sexes)} == {"male": 20, "female": 30, "": 10}
    assert "Person" not in out.read_text("utf-8")
    unknown = await understudy(database_url, "impact", "export", "--job", UUID(int=1), "--out", out)
    assert unknown.code == 3


async def test_each_applicant_gets_a_link(database_url: str, job: UUID) -> None:
    with mock.patch.dict("os.environ", {"UNDERSTUDY_LINK_KEY": "k" * 40}):
        done = await understudy(database_url, "impact", "links", "--job", job)
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert len({line["about_me"] for line in lines}) == 60
    assert all(f"/about-me/{line['application_id']}/" in line["about_me"] for line in lines)
