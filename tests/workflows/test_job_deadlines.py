"""The clocks of a job: its close, its review, its cut-off."""

from datetime import datetime, timedelta

from domain.identifiers import interview_workflow, job_workflow
from domain.vocabulary import InterviewStatus, JobStatus, MailTemplate, ReviewMode
from services import jobs
from services.interviews import answer, end
from tests.workflows.hiring import DAY, HOUR, MINUTE, Hiring, wall_clock


async def test_a_job_closes_at_its_own_date(hiring: Hiring) -> None:
    closes_at = wall_clock() + 7 * DAY
    job_id = await hiring.job(90, 80, closes_at=closes_at)
    await hiring.until_all_told(job_id)
    await hiring.app.skip_to(job_workflow(job_id), closes_at - MINUTE)
    assert (await hiring.the_job(job_id)).status is JobStatus.OPEN

    await hiring.app.skip_to(job_workflow(job_id), closes_at + MINUTE)

    job = await hiring.the_job(job_id)
    assert job.status is JobStatus.CLOSED
    assert job.closed_at is not None
    assert closes_at <= job.closed_at < closes_at + MINUTE
    interview = await hiring.invited()
    # Whoever is invited has the whole time from then on.
    deadline = (await hiring.interview(interview)).confirmation_deadline
    assert closes_at + 2 * DAY <= deadline < closes_at + 2 * DAY + MINUTE


async def test_a_shortlist_nobody_looks_at_is_confirmed_by_its_review_deadline(hiring: Hiring) -> None:
    job_id = await hiring.closed_job(90, 80, review_mode=ReviewMode.UNTIL_DEADLINE)

    async def deadline_of_the_review() -> datetime | None:
        return (await hiring.the_job(job_id)).review_deadline

    deadline = await hiring.app.until(deadline_of_the_review, job_workflow(job_id))
    await hiring.app.skip_to(job_workflow(job_id), deadline - MINUTE)
    assert (await hiring.the_job(job_id)).review_confirmed_at is None
    assert await hiring.mails(MailTemplate.INVITATION) == []

    await hiring.app.skip_to(job_workflow(job_id), deadline + MINUTE)

    confirmed = (await hiring.the_job(job_id)).review_confirmed_at
    assert confirmed is not None
    assert deadline <= confirmed < deadline + MINUTE
    await hiring.invited()


async def test_a_required_review_waits_for_a_person_however_long(hiring: Hiring) -> None:
    job_id = await hiring.closed_job(90, review_mode=ReviewMode.REQUIRED)

    async def asked() -> bool:
        return bool(await hiring.mails(MailTemplate.REVIEW_REQUEST, job_id))

    await hiring.app.until(asked, job_workflow(job_id))
    await hiring.app.skip_to(job_workflow(job_id), wall_clock() + 60 * DAY)
    assert await hiring.mails(MailTemplate.INVITATION) == []
    assert (await hiring.the_job(job_id)).review_confirmed_at is None

    await hiring.recruiter(jobs.confirm_review, job_id)
    interview = await hiring.invited()

    await hiring.recruiter(jobs.cancel, job_id)
    assert await hiring.app.result(job_workflow(job_id)) == "cancelled"
    assert await hiring.app.result(interview_workflow(interview)) == "cancelled"
    await hiring.record(job_workflow(job_id), "job-with-review")


async def test_after_the_cut_off_a_vacated_seat_is_the_recruiter_s_decision(hiring: Hiring) -> None:
    # The cut-off lies so long before the first interview that it has passed once that is booked.
    job_id = await hiring.closed_job(90, 80, 70, openings=2, windows={"promotion_cutoff": 14 * DAY})
    await hiring.booked(0)
    leaving = await hiring.invited(1)
    left_at = await hiring.candidate(answer.leave, leaving)
    await hiring.skip(leaving, left_at + 11 * MINUTE)

    async def told() -> bool:
        return bool(await hiring.mails(MailTemplate.SEAT_UNFILLED, job_id))

    await hiring.app.until(told, job_workflow(job_id))
    assert await hiring.places() == ["shortlisted", "rejected", "buffer"]
    assert await hiring.mails(MailTemplate.PROMOTION_NOTICE, job_id) == []


async def test_a_job_ends_exhausted_when_nobody_is_left_and_the_recruiter_is_told(hiring: Hiring) -> None:
    job_id = await hiring.closed_job(90)
    interview = await hiring.invited()
    deadline = (await hiring.interview(interview)).confirmation_deadline
    await hiring.skip(interview, deadline + MINUTE)

    assert await hiring.app.result(job_workflow(job_id)) == "exhausted"
    assert len(await hiring.mails(MailTemplate.SEAT_UNFILLED, job_id)) == 1
    [finished] = await hiring.mails(MailTemplate.JOB_FINISHED, job_id)
    assert finished.details == {"status": "exhausted"}
    await hiring.record(job_workflow(job_id), "job-exhausted")


async def test_a_job_ends_filled_and_everybody_else_gets_a_final_answer(hiring: Hiring) -> None:
    job_id = await hiring.closed_job(90, 80, 70, windows={"minimum_notice": timedelta(0)})
    interview, start = await hiring.booked()
    await hiring.recruiter(end.complete, interview, at=start + HOUR)

    assert await hiring.app.result(job_workflow(job_id)) == "filled"
    assert await hiring.places() == ["shortlisted", "rejected", "rejected"]
    assert len(await hiring.mails(MailTemplate.REGRET, job_id)) == 2
    await hiring.record(job_workflow(job_id), "job-filled")


async def test_a_cancelled_job_ends_its_interviews_and_tells_everybody_once(hiring: Hiring) -> None:
    job_id = await hiring.closed_job(90, 80, 70)
    interview = await hiring.invited()

    await hiring.recruiter(jobs.cancel, job_id)

    assert await hiring.app.result(job_workflow(job_id)) == "cancelled"
    assert await hiring.app.result(interview_workflow(interview)) == "cancelled"
    assert (await hiring.interview(interview)).status is InterviewStatus.CANCELLED
    assert len(await hiring.mails(MailTemplate.JOB_CANCELLED, job_id)) == 3
    await hiring.record(job_workflow(job_id), "job-cancelled")
