"""`understudy job replay` and `job rescore` as their user meets them."""

import pytest

from domain.scoring.relevance import RelevanceScorer
from domain.vocabulary import UserRole
from tests.cli.command import understudy
from tests.migrations.portal import execute
from tests.support.data import Data
from tests.support.resumes import Counting, arrived

JOB = "We bake bread in stone ovens. You know sourdough, rye and yeast."
RESUMES = (
    "Baker at the old mill\n2015 - 2021\nBaked sourdough bread and rye in stone ovens",
    "Driver\n2012 - 2020\nDrove lorries through the mountains",
    "Pastry cook\n2018 - 2022\nCakes, creams and yeast dough",
)


@pytest.fixture
async def people(data: Data) -> Data:
    await data.a_user(UserRole.ADMIN)
    return data


async def test_a_replay_says_identical_and_names_what_was_changed(people: Data, database_url: str) -> None:
    job_id = await people.a_job(openings=1, description=JOB)
    ids = await arrived(people, job_id, RelevanceScorer(), *RESUMES)
    await people.closed_and_ranked(job_id)
    same = await understudy(database_url, "job", "replay", job_id)
    assert (same.code, same.out.splitlines()[0]) == (0, "identical"), same.words
    assert "3 scores computed again" in same.out
    told = (await understudy(database_url, "job", "replay", job_id, "--json")).data
    assert (told["identical"], told["applications"]["recomputed"], told["ranking"]) == (True, 3, "checked")

    execute(database_url, "UPDATE applications SET fit_score = 100 WHERE id = %s", ids[1])
    changed = await understudy(database_url, "job", "replay", job_id)
    assert changed.code == 1
    assert changed.out.splitlines()[0] == "2 differences"
    assert str(ids[1]) in changed.words
    data = (await understudy(database_url, "job", "replay", job_id, "--json")).data
    assert data["identical"] is False
    assert {(row["application_id"], row["what"], row["recorded"]) for row in data["differences"]} >= {
        (str(ids[1]), "fit score", 100.0)
    }


async def test_scores_of_another_version_are_told_apart(people: Data, database_url: str) -> None:
    job_id = await people.a_job(description="bread ovens")
    await arrived(people, job_id, Counting(), "bread", "ovens")
    done = await understudy(database_url, "job", "replay", job_id)
    assert done.code == 0
    assert "identical, as far as it could be checked" in done.out
    assert "scored by counting-1" in done.out
    assert "not ranked" in done.out


async def test_an_open_job_is_scored_again_and_a_ranked_one_only_compared(
    people: Data, database_url: str
) -> None:
    job_id = await people.a_job(openings=1, description=JOB)
    await arrived(people, job_id, Counting(), *RESUMES)
    shown = (await understudy(database_url, "job", "rescore", job_id, "--compare", "--json")).data["moves"]
    assert len(shown) >= 1
    done = await understudy(database_url, "job", "rescore", job_id, "--reason", "new version")
    assert done.code == 0, done.words
    assert done.out.startswith("3 applications scored again by ")
    assert (await understudy(database_url, "job", "rescore", job_id, "--json")).data["current"] == 3
    await people.closed_and_ranked(job_id)
    refused = await understudy(database_url, "job", "rescore", job_id)
    assert (refused.code, "--compare" in refused.words) == (4, True)
    assert (
        "Nothing would change" in (await understudy(database_url, "job", "rescore", job_id, "--compare")).out
    )


async def test_an_unknown_job_is_said(people: Data, database_url: str) -> None:
    for command in ("replay", "rescore"):
        done = await understudy(database_url, "job", command, "00000000-0000-4000-8000-000000000000")
        assert (done.code, "There is no job" in done.words) == (3, True)
