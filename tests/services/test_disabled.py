"""Whoever is disabled interviews no more and gets no mail; a job that is left without anybody says so."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, text
from temporalio.testing import ActivityEnvironment

from activities.digest import DigestActivities
from activities.step import Desk
from domain.messages import compose
from domain.vocabulary import AlertCause, MailTemplate, UserRole
from models import AutomationLog, EmailMessage
from services import digest_mail, interviewers, staffing, troubles
from services.correspondence import prepare
from services.interviewers import Member
from services.interviews import answer, booking, panel
from services.troubles import Trouble
from tests.services.arrange import LATER, accepted, free_starts, the_interview
from tests.services.talking import mails_of
from tests.support.data import AUTO, BY_CANDIDATE, BY_HAND, MONDAY, Data

DAY = timedelta(days=1)


async def switch(data: Data, *users: UUID, off: bool = True) -> None:
    """Disable people, or let them in again."""
    async with data.owner.begin() as session:
        await session.execute(
            text("UPDATE users SET disabled_at = CASE WHEN :off THEN now() END WHERE id = ANY(:users)"),
            {"off": off, "users": list(users)},
        )


async def waiting(data: Data, *members: Member) -> tuple[UUID, UUID]:
    """A job of these people, and an interview that waits for a time."""
    job_id = await data.a_job(openings=1, buffer=0)
    async with data.owner.begin() as session:
        await interviewers.set_members(session, job_id, members, cause=BY_HAND, at=LATER)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (interview_id,) = await accepted(data, job_id)
    return job_id, interview_id


async def told(data: Data, template: MailTemplate = MailTemplate.PANEL_ALERT) -> Sequence[EmailMessage]:
    async with data.owner() as session:
        query = select(EmailMessage).where(EmailMessage.template == template)
        return (await session.scalars(query.order_by(EmailMessage.created_at, EmailMessage.id))).all()


async def look(data: Data) -> int:
    async with data.worker.begin() as session:
        return await staffing.tell(session, now=LATER)


async def test_a_disabled_interviewer_is_in_no_new_time(data: Data) -> None:
    one, two = await data.a_user(), await data.a_user()
    _, interview = await waiting(data, Member(one, "tech"), Member(two, "tech"))
    await switch(data, one)
    start = (await free_starts(data.worker, interview))[0]
    async with data.worker.begin() as session:
        await answer.pick(session, interview, start, cause=BY_CANDIDATE, received_at=LATER)
    assert (await the_interview(data.owner, interview)).interviewer_id == two


async def test_a_disabled_interviewer_stands_in_for_nobody(data: Data) -> None:
    one, two = await data.a_user(), await data.a_user()
    _, interview = await waiting(data, Member(one, "tech"), Member(two, "tech"))
    start = next(s for s in await free_starts(data.worker, interview) if s - LATER > 7 * DAY)
    async with data.worker.begin() as session:
        await answer.pick(session, interview, start, cause=BY_CANDIDATE, received_at=LATER)
        await booking.book(session, interview, cause=AUTO, at=LATER)
    lead = (await the_interview(data.owner, interview)).interviewer_id
    assert lead is not None
    await switch(data, two if lead == one else one)
    async with data.worker.begin() as session:
        await panel.drop_out(session, interview, lead, cause=BY_HAND, at=LATER)
    assert (await the_interview(data.owner, interview)).interviewer_id == lead
    [asked] = await mails_of(data, MailTemplate.PANEL_ALERT, interview)
    assert asked.details == {"dropped_out": str(lead), "too_late": False}


async def test_whoever_is_disabled_drops_out_of_what_is_booked_and_a_colleague_takes_over(data: Data) -> None:
    one, two = await data.a_user(), await data.a_user()
    _, interview = await waiting(data, Member(one, "tech"), Member(two, "tech"))
    start = next(s for s in await free_starts(data.worker, interview) if s - LATER > 7 * DAY)
    async with data.worker.begin() as session:
        await answer.pick(session, interview, start, cause=BY_CANDIDATE, received_at=LATER)
        await booking.book(session, interview, cause=AUTO, at=LATER)
    lead = (await the_interview(data.owner, interview)).interviewer_id
    assert lead is not None
    environment = ActivityEnvironment()
    steps = DigestActivities(Desk(data.worker, lambda: LATER))
    await environment.run(steps.look_for_trouble)
    assert (await the_interview(data.owner, interview)).interviewer_id == lead, "nobody is disabled yet"
    await switch(data, lead)
    for _ in range(2):
        await environment.run(steps.look_for_trouble)
    row = await the_interview(data.owner, interview)
    assert (row.interviewer_id, row.replacements) == (two if lead == one else one, 1)
    await switch(data, one, two)
    for _ in range(2):
        await environment.run(steps.look_for_trouble)
    assert (await the_interview(data.owner, interview)).replacements == 1, "nobody is left to take over"
    letters = await mails_of(data, MailTemplate.PANEL_ALERT, interview)
    assert [set(letter.details) & {"stand_in", "dropped_out"} for letter in letters] == [
        {"stand_in"},
        {"dropped_out"},
    ]


async def test_a_job_without_anybody_offers_no_times_and_tells_its_recruiter_once(data: Data) -> None:
    lead, one, two = [await data.a_user(UserRole.INTERVIEWER) for _ in range(3)]
    job, interview = await waiting(data, Member(lead), Member(one, "tech"), Member(two, "tech"))
    await switch(data, one)
    assert await look(data) == 0
    assert await free_starts(data.worker, interview) != []
    await switch(data, two)
    assert await free_starts(data.worker, interview) == [], "one of the pool has to be there"
    assert [await look(data), await look(data)] == [1, 1]
    [letter] = await told(data)
    async with data.owner() as session:
        recruiter = await session.scalar(text("SELECT recruiter_id FROM jobs WHERE id = :id"), {"id": job})
        rows = (
            await session.scalars(
                select(AutomationLog).where(AutomationLog.action_type == "nobody_interviews")
            )
        ).all()
    assert (letter.user_id, letter.job_id, [row.job_id for row in rows]) == (recruiter, job, [job])
    async with data.worker.begin() as session:
        ready = await prepare(session, letter, lambda *_: {}, "https://desk.example", LATER)
    assert not isinstance(ready, str)
    assert compose(letter.template, ready.facts).subject == "Nobody can interview: Baker"
    assert "Please name somebody else" in ready.facts.alert_text
    await switch(data, two, off=False)
    assert await look(data) == 0
    assert await free_starts(data.worker, interview) != []
    await switch(data, two)
    assert await look(data) == 1
    assert len(await told(data)) == 2, "it is news again"


async def test_where_the_recruiter_is_disabled_as_well_the_admins_are_told(data: Data) -> None:
    rosa, ada = await data.a_user(), await data.a_user(UserRole.ADMIN)
    gone = await data.a_user(UserRole.ADMIN)
    await data.a_job(openings=1, recruiter_id=rosa)
    await switch(data, rosa, gone)
    assert await look(data) == 1
    assert [letter.user_id for letter in await told(data)] == [ada]


async def test_whoever_is_disabled_gets_no_digest_no_alert_and_no_mail_that_waited(data: Data) -> None:
    rosa, ada = await data.a_user(), await data.a_user(UserRole.ADMIN)
    job = await data.a_job(openings=1, recruiter_id=rosa)
    await data.scored(job, 90)
    await data.closed_and_ranked(job)
    trouble = Trouble(AlertCause.STUCK_WORK, "mails", {"count": 1})
    async with data.worker.begin() as session:
        assert await digest_mail.send_due(session, now=MONDAY + DAY) == 1
        await troubles.raised(session, trouble, now=LATER)
    waited = [*await told(data, MailTemplate.DIGEST), *await told(data, MailTemplate.ADMIN_ALERT)]
    assert [letter.user_id for letter in waited] == [rosa, ada]
    await data.a_user(UserRole.ADMIN, email="last@hiring.example")
    await switch(data, rosa, ada)
    async with data.worker.begin() as session:
        for letter in waited:
            ready = await prepare(session, letter, lambda *_: {}, "https://desk.example", LATER + DAY)
            assert ready == "the recipient is disabled"
        assert await digest_mail.send_due(session, now=LATER + 2 * DAY) == 0
        await troubles.tell(session, now=LATER + 2 * DAY)
    assert len(await told(data, MailTemplate.DIGEST)) == 1
    letters = await told(data, MailTemplate.ADMIN_ALERT)
    assert [letter.user_id for letter in letters].count(ada) == 1
    assert len(letters) == 2, "the admin who is there is told"
