"""From rows of a real process to masked tables; the look that a review may wait for."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from temporalio.testing import ActivityEnvironment

from activities.contracts import JobAsk
from activities.jobs import JobActivities
from activities.step import Desk
from domain.errors import ConflictError, InvalidInputError
from domain.impact import Column, Dimension, Sex
from domain.vocabulary import ReviewMode
from services import find, impact, jobs
from services.context import act_as_applicant
from services.impact import Answers
from services.interviews import end
from tests.conftest import Sessions
from tests.domain.impact.test_figures import figure_of, line_of, table_of
from tests.services.arrange import LATER, booked
from tests.support.data import BY_HAND, MONDAY, Data


async def answered(sessions: Sessions, application_ids: list[UUID], sex: Sex) -> None:
    for application_id in application_ids:
        async with sessions.begin() as session:
            await act_as_applicant(session, application_id)
            await impact.keep_answers(session, Answers(sex=sex), at=MONDAY)


async def test_a_jobs_steps_are_counted_from_its_rows_and_its_log(data: Data, web_sessions: Sessions) -> None:
    """Two seats of four: three women and one man are shortlisted, one has been rejected since, two came."""
    interviewers = tuple([await data.a_user() for _ in range(4)])
    job_id = await data.a_job(openings=4, buffer=0, interviewer_ids=interviewers)
    women = await data.scored(job_id, 99, 98, 97, 50, 49, 48)
    men = await data.scored(job_id, 96, 47, 46, 45, 44, 43)
    await answered(web_sessions, women, Sex.FEMALE)
    await answered(web_sessions, men, Sex.MALE)
    await data.closed_and_ranked(job_id)
    async with data.worker.begin() as session:
        await end.reject(session, women[2], cause=BY_HAND, at=MONDAY)
    interviews = await booked(data, job_id)
    async with data.worker.begin() as session:
        for interview in interviews[:2]:
            await session.execute(
                text("UPDATE interviews SET scheduled_time = :at WHERE id = :id"),
                {"at": LATER, "id": interview},
            )
            await end.complete(session, interview, cause=BY_HAND, at=LATER + timedelta(hours=2))
    async with web_sessions.begin() as session:
        report = await impact.report(session, job_id, minimum=2)
    assert report.reached == {
        Column.SCORED: 12, Column.ABOVE_MEDIAN: 6, Column.RANKED: 12, Column.SHORTLISTED: 4, Column.INVITED: 3,
        Column.CONFIRMED: 3, Column.INTERVIEWED: 2,
    }  # fmt: skip
    table = table_of(report, Dimension.SEX)
    assert [(f.reached, f.of) for f in (figure_of(table, Column.SHORTLISTED, s) for s in (Sex.FEMALE, Sex.MALE))] == [
        (3, 6), (1, 6),
    ]  # fmt: skip
    assert figure_of(table, Column.ABOVE_MEDIAN, Sex.FEMALE).rate == pytest.approx(5 / 6)
    # Who was shortlisted and not invited is one person with a name.
    assert Column.INVITED in table.withheld
    async with web_sessions.begin() as session:
        everything = await impact.report(session, None, minimum=2)
    assert everything == report


async def test_prefer_not_to_say_counts_as_unknown(data: Data, web_sessions: Sessions) -> None:
    job_id = await data.a_job()
    found = await data.scored(job_id, *range(20))
    await answered(web_sessions, found[:12], Sex.FEMALE)
    async with web_sessions.begin() as session:
        await act_as_applicant(session, found[0])
        await impact.keep_answers(session, Answers(sex="prefer_not_to_say"), at=MONDAY)
        with pytest.raises(InvalidInputError):
            await impact.keep_answers(session, Answers(sex="made up"), at=MONDAY)
    async with web_sessions.begin() as session:
        table = table_of(await impact.report(session, job_id, minimum=5), Dimension.SEX)
    assert (line_of(table, Sex.FEMALE).applicants, table.rest, table.rest_is_unknown) == (11, 9, True)
    async with web_sessions.begin() as session:
        rows = await impact.records(session, job_id, minimum=5)
    assert [row.sex for row in rows] == [""] * 9 + ["female"] * 11
    async with web_sessions.begin() as session:
        # Only jobs that were ranked count together.
        assert (await impact.report(session, None, minimum=5)).applicants == 0


async def test_a_job_that_asks_for_a_look_needs_a_review(data: Data) -> None:
    with pytest.raises(InvalidInputError, match="needs a review"):
        await data.a_job(impact_review_required=True)


async def a_job_that_waits(data: Data, mode: ReviewMode) -> UUID:
    job_id = await data.a_job(impact_review_required=True, review_mode=mode)
    await data.scored(job_id, 90, 80, 70)
    async with data.worker.begin() as session:
        # A look before the ranking is no look at the ranking.
        await impact.note_view(session, job_id, cause=BY_HAND, at=MONDAY - timedelta(seconds=1), how="page")
    await data.closed_and_ranked(job_id)
    return job_id


async def test_a_review_is_not_confirmed_before_somebody_looked_at_the_ranking(data: Data) -> None:
    job_id = await a_job_that_waits(data, ReviewMode.REQUIRED)
    async with data.worker.begin() as session:
        with pytest.raises(ConflictError, match=f"understudy impact report --job {job_id}"):
            await jobs.confirm_review(session, job_id, cause=BY_HAND, at=LATER)
        await impact.note_view(session, job_id, cause=BY_HAND, at=LATER, how="page")
        done = await jobs.confirm_review(session, job_id, cause=BY_HAND, at=LATER)
        assert done.review_confirmed_at == LATER
        assert not await impact.is_awaited(session, done)


async def test_a_review_does_not_confirm_itself_while_a_look_is_missing(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await a_job_that_waits(data, ReviewMode.UNTIL_DEADLINE)
    after = MONDAY + timedelta(hours=25)
    step = JobActivities(Desk(worker_sessions, lambda: after)).end_review
    for _ in range(2):
        view = (await ActivityEnvironment().run(step, JobAsk(job_id, after))).view
        # Without a deadline the workflow waits for a person instead of asking again at once.
        assert (view.review_confirmed, view.review_deadline) == (False, None)
    async with data.owner() as session:
        rows = await session.execute(
            text("SELECT reason, details FROM automation_logs WHERE action_type = 'review_waits_for_impact'")
        )
        ((reason, details),) = rows.all()
    assert (reason, details) == (
        "nobody has looked at the impact figures yet",
        {"review_deadline": (MONDAY + timedelta(hours=24)).isoformat()},
    )


async def test_a_review_that_was_looked_at_in_time_confirms_itself(
    data: Data, worker_sessions: Sessions
) -> None:
    job_id = await a_job_that_waits(data, ReviewMode.UNTIL_DEADLINE)
    async with data.worker.begin() as session:
        await impact.note_view(session, job_id, cause=BY_HAND, at=LATER, how="page")
    after = MONDAY + timedelta(hours=25)
    step = JobActivities(Desk(worker_sessions, lambda: after)).end_review
    assert (await ActivityEnvironment().run(step, JobAsk(job_id, after))).view.review_confirmed
    async with data.owner() as session:
        assert (await find.job(session, job_id)).review_confirmed_at == after
