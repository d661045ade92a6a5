"""Every deadline before a time is fixed, on the interview's own skipped clock."""

from datetime import timedelta

import pytest

from domain.errors import DeadlinePassedError
from domain.identifiers import interview_workflow, job_workflow
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailTemplate
from services import jobs
from services.interviews import answer, end
from tests.support.data import BY_CANDIDATE
from tests.workflows.hiring import DAY, HOUR, MINUTE, Hiring


async def test_an_unanswered_invitation_expires_after_48_hours_and_the_seat_passes_on(hiring: Hiring) -> None:
    await hiring.closed_job(90, 80)
    interview = await hiring.invited()
    row = await hiring.interview(interview)
    deadline = row.confirmation_deadline
    assert deadline - row.created_at == timedelta(hours=48)
    await hiring.skip(interview, deadline - MINUTE)
    assert (await hiring.interview(interview)).status is I.INVITATION_SENT

    await hiring.skip(interview, deadline + MINUTE)

    assert await hiring.app.result(interview_workflow(interview)) == "expired"
    await hiring.invited(1)
    assert await hiring.places() == ["expired", "shortlisted"]
    [mail] = await hiring.mails(MailTemplate.EXPIRED, interview)
    assert deadline <= mail.created_at < deadline + MINUTE
    await hiring.record(interview_workflow(interview), "interview-expired")


async def test_an_answer_just_before_the_deadline_keeps_the_seat(hiring: Hiring) -> None:
    await hiring.closed_job(90, 80)
    interview = await hiring.invited()
    deadline = (await hiring.interview(interview)).confirmation_deadline
    await hiring.skip(interview, deadline - MINUTE)

    accepted_at = await hiring.candidate(answer.accept, interview)
    await hiring.skip(interview, deadline + HOUR)

    row = await hiring.interview(interview)
    assert row.status is I.SLOT_PENDING
    assert row.slot_selection_deadline == accepted_at + timedelta(hours=24)
    assert await hiring.places() == ["shortlisted", "buffer"]


async def test_an_answer_received_in_time_counts_though_it_is_written_when_the_deadline_has_passed(
    hiring: Hiring,
) -> None:
    await hiring.closed_job(90, 80)
    interview = await hiring.invited()
    deadline = (await hiring.interview(interview)).confirmation_deadline
    # The row is locked, as by a slow transaction of the web tier, while the deadline passes.
    async with hiring.app.sessions.begin() as session:
        await answer.accept(session, interview, cause=BY_CANDIDATE, received_at=deadline)
        skipping = hiring.start_skipping(interview, deadline + HOUR)
        await hiring.until_step_runs(interview, "expire")
    await skipping

    assert (await hiring.interview(interview)).status is I.SLOT_PENDING
    assert "interview_expired" not in await hiring.actions(interview)


async def test_an_answer_after_the_deadline_is_refused(hiring: Hiring) -> None:
    await hiring.closed_job(90, 80)
    interview = await hiring.invited()
    deadline = (await hiring.interview(interview)).confirmation_deadline
    await hiring.skip(interview, deadline + MINUTE)

    with pytest.raises(DeadlinePassedError, match="passed"):
        await hiring.candidate(answer.accept, interview)
    assert (await hiring.until_status(interview, I.EXPIRED)).slot_selection_deadline is None


async def test_an_accepted_invitation_without_a_chosen_time_expires_after_24_hours(hiring: Hiring) -> None:
    await hiring.closed_job(90, 80)
    interview = await hiring.accepted()
    deadline = (await hiring.interview(interview)).slot_selection_deadline
    assert deadline is not None
    await hiring.skip(interview, deadline - MINUTE)
    assert (await hiring.interview(interview)).status is I.SLOT_PENDING

    await hiring.skip(interview, deadline + MINUTE)

    assert await hiring.app.result(interview_workflow(interview)) == "expired"
    await hiring.invited(1)
    assert await hiring.places() == ["expired", "shortlisted"]


async def test_a_decline_vacates_the_seat_when_its_ten_minutes_are_over(hiring: Hiring) -> None:
    await hiring.closed_job(90, 80)
    interview = await hiring.invited()
    declined_at = await hiring.candidate(answer.leave, interview)
    await hiring.skip(interview, declined_at + 9 * MINUTE)
    assert (await hiring.interview(interview)).status is I.INVITATION_SENT
    assert await hiring.places() == ["shortlisted", "buffer"]

    await hiring.skip(interview, declined_at + 11 * MINUTE)

    assert await hiring.app.result(interview_workflow(interview)) == "cancelled"
    await hiring.invited(1)
    assert await hiring.places() == ["rejected", "shortlisted"]
    assert "interview_declined" in await hiring.actions(interview)
    await hiring.record(interview_workflow(interview), "interview-declined")


async def test_a_decline_taken_back_within_ten_minutes_changes_nothing(hiring: Hiring) -> None:
    await hiring.closed_job(90, 80)
    interview = await hiring.invited()
    declined_at = await hiring.candidate(answer.leave, interview)
    await hiring.skip(interview, declined_at + 9 * MINUTE)

    await hiring.candidate(answer.undo_leave, interview)
    await hiring.skip(interview, declined_at + DAY)

    assert (await hiring.interview(interview)).status is I.INVITATION_SENT
    assert await hiring.places() == ["shortlisted", "buffer"]


async def test_an_extended_deadline_is_honoured(hiring: Hiring) -> None:
    await hiring.closed_job(90, 80)
    interview = await hiring.invited()
    first = (await hiring.interview(interview)).confirmation_deadline
    later = first + DAY
    await hiring.recruiter(end.extend_deadline, interview, later)

    await hiring.skip(interview, first + HOUR)
    assert (await hiring.interview(interview)).status is I.INVITATION_SENT
    await hiring.skip(interview, later + MINUTE)
    assert await hiring.app.result(interview_workflow(interview)) == "expired"
    [mail] = await hiring.mails(MailTemplate.EXPIRED, interview)
    assert later <= mail.created_at < later + MINUTE


async def test_a_pause_holds_the_expiry_and_the_resume_gives_the_lost_time_back(hiring: Hiring) -> None:
    job_id = await hiring.closed_job(90, 80)
    interview = await hiring.invited()
    row = await hiring.interview(interview)
    deadline, paused_at = row.confirmation_deadline, row.created_at + DAY
    await hiring.recruiter(jobs.pause, job_id, at=paused_at)

    await hiring.skip(interview, deadline + DAY)
    assert (await hiring.interview(interview)).status is I.INVITATION_SENT
    assert await hiring.held() == [("expire", "job_on_hold")]

    await hiring.recruiter(jobs.resume, job_id, at=paused_at + 3 * DAY)
    await hiring.until_all_told(job_id)
    moved = (await hiring.interview(interview)).confirmation_deadline
    assert moved == deadline + 3 * DAY
    await hiring.skip(interview, moved - MINUTE)
    assert (await hiring.interview(interview)).status is I.INVITATION_SENT
    await hiring.skip(interview, moved + MINUTE)
    assert await hiring.app.result(interview_workflow(interview)) == "expired"
    assert await hiring.held() == []
    await hiring.record(interview_workflow(interview))
    await hiring.record(job_workflow(job_id))
