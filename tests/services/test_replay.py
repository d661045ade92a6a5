"""A ranking of long ago: computed again from what was kept, and every change to a record is found."""

from uuid import UUID

import pytest
from sqlalchemy import text

from domain.ports import Scorer
from domain.replay import Report, Verdict
from services import by_hand, find, jobs, privacy, replay, shortlist
from tests.conftest import Sessions
from tests.support.data import AUTO, BY_HAND, MONDAY, Data
from tests.support.resumes import Counting, arrived

ANOTHER_SCORE = ("fit score", "parts", "evidence", "requirements", "fit score at the ranking", "rank")
RESUMES = ("bread", "ovens and bread and yeast", "bread and ovens", "cakes")


async def ranked(data: Data, scorer: Scorer) -> tuple[UUID, list[UUID]]:
    """A job of two seats and a bench of one, ranked over four resumes."""
    job_id = await data.a_job(openings=2, buffer=1, description="bread ovens yeast")
    ids = await arrived(data, job_id, scorer, *RESUMES)
    await data.closed_and_ranked(job_id)
    return job_id, ids


async def replayed(data: Data, job_id: UUID, scorer: Scorer) -> Report:
    async with data.worker() as session:
        return await replay.replay(session, job_id, scorer, lambda _done, _total: None)


async def change(owner: Sessions, statement: str, **values: object) -> None:
    async with owner.begin() as session:
        await session.execute(text(statement), values)


async def test_a_ranked_job_comes_out_identical_also_after_seats_changed_hands(data: Data) -> None:
    scorer = Counting()
    job_id, ids = await ranked(data, scorer)
    async with data.worker.begin() as session:
        job = await find.job(session, job_id, lock=True)
        await jobs.add_openings(session, job_id, 1, cause=BY_HAND, at=MONDAY)
        await shortlist.fill_vacant(session, job, may_promote=True, cause=AUTO, at=MONDAY)
    report = await replayed(data, job_id, scorer)
    assert report.differences == []
    assert report.counts[Verdict.RECOMPUTED] == len(ids)
    assert (report.is_ranked, report.scorers, report.erased) == (True, {"counting-1"}, 0)


async def test_somebody_seated_by_hand_before_the_ranking_is_not_expected_in_its_order(data: Data) -> None:
    job_id = await data.a_job(openings=2, buffer=1, description="bread ovens yeast")
    scorer = Counting()
    ids = await arrived(data, job_id, scorer, *RESUMES)
    async with data.worker.begin() as session:
        await by_hand.accept(session, ids[3], cause=BY_HAND, at=MONDAY)
    await data.closed_and_ranked(job_id)
    assert (await replayed(data, job_id, scorer)).differences == []


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE applications SET fit_score = 99 WHERE id = :id", {"fit score", "fit_score in the log"}),
        ("UPDATE applications SET masked_text = 'bread' WHERE id = :id", {"input", *ANOTHER_SCORE}),
        ("UPDATE applications SET score_components = '{}' WHERE id = :id", {"parts", "parts in the log"}),
        ("UPDATE job_texts SET description = 'cakes'", {"wording of the job", *ANOTHER_SCORE}),
        ("UPDATE applications SET score_input = 'f00d' WHERE id = :id", {"input", "score_input in the log"}),
        ("UPDATE applications SET summary = 'The best of all.' WHERE id = :id", {"summary"}),
        ("UPDATE applications SET score_evidence = '[]' WHERE id = :id", {"evidence"}),
        ("UPDATE applications SET score_requirements = '[]' WHERE id = :id", {"requirements"}),
        ("UPDATE applications SET score_notices = '[]' WHERE id = :id", {"notices"}),
    ],
)
async def test_a_record_that_was_changed_is_found(
    data: Data, owner_sessions: Sessions, statement: str, named: set[str]
) -> None:
    scorer = Counting()
    job_id, ids = await ranked(data, scorer)
    await change(owner_sessions, statement, **({"id": ids[1]} if ":id" in statement else {}))
    found = {difference.what for difference in (await replayed(data, job_id, scorer)).differences}
    assert found == named


async def test_a_rank_that_the_scores_do_not_give_is_found(data: Data, owner_sessions: Sessions) -> None:
    scorer = Counting()
    job_id, ids = await ranked(data, scorer)
    # As if its score had come after the ranking, when it counted as none.
    await change(
        owner_sessions, "UPDATE applications SET scored_at = '2030-01-01Z' WHERE id = :id", id=ids[1]
    )
    found = (await replayed(data, job_id, scorer)).differences
    assert {(d.what, d.application_id) for d in found} >= {("rank", ids[1]), ("rank", ids[2])}


async def test_without_the_scorer_of_then_the_order_is_checked_from_the_recorded_scores(
    data: Data, owner_sessions: Sessions
) -> None:
    job_id, ids = await ranked(data, Counting())
    for newer in (Counting("counting-2", worth=7), Counting(parameters="other", worth=7)):
        report = await replayed(data, job_id, newer)
        assert (report.differences, report.counts[Verdict.OTHER_SCORER]) == ([], len(ids))
    await change(owner_sessions, "UPDATE applications SET fit_score = 0 WHERE id = :id", id=ids[1])
    found = {d.what for d in (await replayed(data, job_id, Counting("counting-2"))).differences}
    assert found == {"fit_score in the log", "fit score at the ranking", "rank"}


async def test_scores_without_kept_inputs_say_so(data: Data) -> None:
    job_id = await data.a_job()
    await data.scored(job_id, 80, 70)
    await data.closed_and_ranked(job_id)
    report = await replayed(data, job_id, Counting())
    assert (report.differences, report.counts[Verdict.NO_INPUT]) == ([], 2)


async def test_an_erased_person_leaves_the_rest_identical(data: Data, owner_sessions: Sessions) -> None:
    scorer = Counting()
    job_id, ids = await ranked(data, scorer)
    await change(owner_sessions, "DELETE FROM applications WHERE id = :id", id=ids[1])
    report = await replayed(data, job_id, scorer)
    assert (report.differences, report.erased, report.counts[Verdict.RECOMPUTED]) == ([], 1, 3)


async def test_the_log_keeps_version_input_and_parts_and_no_word_of_the_resume(
    data: Data, owner_sessions: Sessions
) -> None:
    job_id = await data.a_job(description="bread ovens yeast")
    await arrived(data, job_id, Counting(parameters="p1"), "Twelve years of bread in warm ovens by the sea")
    async with owner_sessions() as session:
        told = await session.scalar(
            text("SELECT details FROM automation_logs WHERE action_type = 'application_scored'")
        )
        assert await privacy.leaks(session) == []
        kept = (await session.execute(text("SELECT score_input, score_job_text FROM applications"))).one()
    assert told == {
        "fit_score": 20.0,
        "scorer": "counting-1",
        "parameters": "p1",
        "score_input": kept.score_input,
        "parts": {"words": 20.0},
        "requirements": {"must": {"met": 1, "of": 1}, "nice": {"met": 1, "of": 2}},
        "notices": 1,
    }
    assert len(kept.score_input) == 64
