"""How mails to the hiring team name the candidate."""

from typing import Any
from uuid import UUID

import pytest

from domain.messages import compose
from domain.vocabulary import MailTemplate, UserRole
from services import interviewers
from services.correspondence import prepare
from services.interviewers import Member
from services.interviews import booking
from tests.services.arrange import LATER, booked
from tests.services.talking import mails_of
from tests.support.data import AUTO, BY_HAND, Data


async def subjects(data: Data, someone: UUID, **job: Any) -> list[str]:
    """Of the mails to the interviewer of a booked interview."""
    job_id = await data.a_job(openings=1, buffer=0, **job)
    async with data.owner.begin() as session:
        await interviewers.set_members(session, job_id, [Member(someone, "tech")], cause=BY_HAND, at=LATER)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (interview_id,) = await booked(data, job_id)
    found = []
    async with data.worker.begin() as session:
        await booking.book(session, interview_id, cause=AUTO, at=LATER)
    async with data.worker.begin() as session:
        for mail in await mails_of(data, MailTemplate.INTERVIEWER_CONFIRMATION, interview_id):
            ready = await prepare(session, mail, lambda *_: {}, "https://desk.example", LATER)
            assert not isinstance(ready, str), ready
            assert mail.user_id == someone
            found.append(compose(mail.template, ready.facts).subject)
    return found


@pytest.mark.parametrize("role", [UserRole.INTERVIEWER, UserRole.RECRUITER])
async def test_whoever_interviews_is_not_told_the_rank_before_they_have_judged(
    data: Data, role: UserRole
) -> None:
    (subject,) = await subjects(data, await data.a_user(role))
    assert "rank" not in subject
    assert "Person 1" in subject


async def test_the_recruiter_of_the_job_is_told_the_rank(data: Data) -> None:
    rosa = await data.a_user()
    (subject,) = await subjects(data, rosa, recruiter_id=rosa)
    assert "(rank 1)" in subject
