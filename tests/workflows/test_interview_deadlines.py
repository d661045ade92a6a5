"""Every deadline of an interview, on its own skipped clock."""

from datetime import timedelta

from domain.identifiers import interview_workflow
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailTemplate
from services.interviews import answer
from tests.workflows.hiring import DAY, HOUR, MINUTE, SECOND, Hiring


async def test_an_unanswered_invitation_expires_after_48_hours_and_the_seat_passes_on(hiring: Hiring) -> None:
    await hiring.closed_job(90, 80)
    interview = await hiring.invited()
    deadline = (await hiring.interview(interview)).confirmation_deadline
    await hiring.skip(interview, deadline - MINUTE)
    assert (await hiring.interview(interview)).status is I.INVITATION_SENT
    assert deadline - (await hiring.interview(interview)).created_at == timedelta(hours=48)

    await hiring.skip(interview, deadline + SECOND)

    assert await hiring.app.result(interview_workflow(interview)) == "expired"
    await hiring.invited(1)
    assert await hiring.places() == ["expired", "shortlisted"]
    [mail] = await hiring.mails(MailTemplate.EXPIRED, interview)
    assert deadline <= mail.created_at < deadline + SECOND
    await hiring.record(interview_workflow(interview), "interview-expired")
