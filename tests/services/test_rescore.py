"""Scoring again: open jobs get new scores, all or none; a ranked job keeps its people where they are."""

import weakref
from dataclasses import fields

import pytest
from sqlalchemy import text

from domain.errors import ConflictError
from domain.ports import FitScore, JobText
from services import jobs, replay, rescore
from tests.conftest import Sessions
from tests.migrations.portal import execute
from tests.support.data import BY_HAND, MONDAY, Data
from tests.support.resumes import Counting, arrived

LATER = MONDAY.replace(hour=20)


def unheard(_done: int, _total: int) -> None:
    """Nobody watches."""


class Watched(FitScore):
    """A score of which one can tell whether it is still in memory."""


class Watching(Counting):
    """Counts how many of its scores are in memory at once."""

    def __init__(self) -> None:
        super().__init__("counting-2", worth=30)
        self.made: list[weakref.ref[Watched]] = []
        self.most = 0

    def score(self, job: JobText, resume: str, as_of: int | None = None) -> FitScore:
        """The score of `Counting`, watched."""
        fit = super().score(job, resume, as_of)
        watched = Watched(**{field.name: getattr(fit, field.name) for field in fields(FitScore)})
        self.made.append(weakref.ref(watched))
        self.most = max(self.most, sum(one() is not None for one in self.made))
        return watched


async def test_scores_of_a_large_job_are_not_held_in_memory_together(
    data: Data, owner_sessions: Sessions
) -> None:
    job_id = await data.a_job(description="bread ovens")
    await arrived(data, job_id, Counting(), *["bread and ovens"] * 6)
    newer = Watching()
    async with data.worker.begin() as session:
        done = await rescore.rescore(session, job_id, newer, unheard, cause=BY_HAND, at=LATER)
    assert done.rescored == 6
    # The one at hand, and the one before it.
    assert newer.most <= 2
    async with owner_sessions() as session:
        assert set(await session.scalars(text("SELECT fit_score FROM applications"))) == {60}


async def test_an_open_job_is_scored_again_and_the_log_tells_both_scores(
    data: Data, owner_sessions: Sessions
) -> None:
    job_id = await data.a_job(description="bread ovens")
    first, _ = await arrived(data, job_id, Counting(), "bread and ovens", "cakes")
    newer = Counting("counting-2", worth=30)
    for expected in ((2, 0, 0), (0, 2, 0)):
        async with data.worker.begin() as session:
            done = await rescore.rescore(session, job_id, newer, unheard, cause=BY_HAND, at=LATER)
        assert (done.scorer, done.rescored, done.current, done.overtaken) == ("counting-2", *expected)
    async with owner_sessions() as session:
        told = await session.execute(
            text(
                "SELECT application_id, details FROM automation_logs"
                " WHERE action_type = 'application_rescored' ORDER BY details -> 'fit_score' DESC"
            )
        )
        rows = [tuple(row) for row in told]
        assert len(rows) == 2
        best, details = rows[0]
        assert (best, details["fit_score"], details["scorer"]) == (first, 60.0, "counting-2")
        assert details["previous"]["fit_score"] == 20.0
        assert details["previous"]["scorer"] == "counting-1"
        summed = await session.scalar(
            text("SELECT details FROM automation_logs WHERE action_type = 'job_rescored'")
        )
        assert summed == {"scorer": "counting-2", "rescored": 2, "current": 0, "overtaken": 0}
        report = await replay.replay(session, job_id, newer, unheard)
        assert report.differences == []


async def test_a_ranked_job_is_refused_and_the_comparison_changes_nothing(
    data: Data, owner_sessions: Sessions
) -> None:
    job_id = await data.a_job(openings=1, description="bread ovens yeast")
    ids = await arrived(data, job_id, Counting(), "bread", "cakes and cakes", "bread ovens")
    await data.closed_and_ranked(job_id)
    async with owner_sessions.begin() as session:
        await session.execute(text("UPDATE jobs SET description = 'cakes'"))
    rows = "SELECT a::text, (SELECT count(*) FROM automation_logs) FROM applications a ORDER BY 1"
    async with owner_sessions() as session:
        before = (await session.execute(text(rows))).all()
    async with data.worker.begin() as session:
        with pytest.raises(ConflictError, match="--compare"):
            await rescore.rescore(session, job_id, Counting(), unheard, cause=BY_HAND, at=LATER)
        moves = await rescore.compare(session, job_id, Counting(), unheard)
    assert [(m.application_id, m.place, m.new_place, float(m.new_score)) for m in moves] == [
        (ids[2], 1, 3, 0),
        (ids[0], 2, 2, 0),
        (ids[1], 3, 1, 10),
    ]
    async with owner_sessions() as session:
        assert (await session.execute(text(rows))).all() == before


async def test_a_score_that_somebody_else_wrote_meanwhile_is_left_alone(
    data: Data, owner_sessions: Sessions, database_url: str
) -> None:
    job_id = await data.a_job(description="bread ovens")
    first, second = await arrived(data, job_id, Counting(), "bread", "ovens")

    def hear(done: int, total: int) -> None:
        if done == total:
            # All scores are computed, none is written: now somebody else writes one.
            execute(database_url, "UPDATE applications SET score_input = 'another' WHERE id = %s", first)

    newer = Counting("counting-2", worth=30)
    async with data.worker.begin() as session:
        done = await rescore.rescore(session, job_id, newer, hear, cause=BY_HAND, at=LATER)
    assert (done.rescored, done.overtaken) == (1, 1)
    async with owner_sessions() as session:
        found = await session.execute(text("SELECT id, fit_score FROM applications ORDER BY created_at"))
        assert [tuple(row) for row in found] == [(first, 10), (second, 30)]


async def test_a_wording_that_changes_meanwhile_ends_it_with_nothing_written(
    data: Data, owner_sessions: Sessions, database_url: str
) -> None:
    job_id = await data.a_job(description="bread ovens")
    await arrived(data, job_id, Counting(), "bread")

    def hear(_done: int, _total: int) -> None:
        execute(database_url, "UPDATE jobs SET description = 'cakes'")

    newer = Counting("counting-2", worth=30)
    async with data.worker.begin() as session:
        with pytest.raises(ConflictError, match="changed meanwhile"):
            await rescore.rescore(session, job_id, newer, hear, cause=BY_HAND, at=LATER)
    async with owner_sessions() as session:
        assert await session.scalar(text("SELECT fit_score FROM applications")) == 10


async def test_a_finished_job_is_refused(data: Data, owner_sessions: Sessions) -> None:
    job_id = await data.a_job(description="bread")
    async with data.worker.begin() as session:
        await jobs.cancel(session, job_id, cause=BY_HAND, at=LATER)
        with pytest.raises(ConflictError, match="cancelled"):
            await rescore.rescore(session, job_id, Counting(), unheard, cause=BY_HAND, at=LATER)
