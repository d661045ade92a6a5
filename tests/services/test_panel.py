"""Somebody who interviews cannot come: a stand-in of the same pool, or the recruiter is asked, once."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text

from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailTemplate, TimeKind
from models import Interview, InterviewInterviewer
from services import find, interviewers, invariants, slots
from services.interviewers import Member
from services.interviews import answer, booking, panel
from tests.services.arrange import LATER, accepted, free_starts, the_interview
from tests.services.talking import mails_of, the_rule
from tests.support.data import AUTO, BY_CANDIDATE, BY_HAND, Data

HOUR = timedelta(hours=1)


async def staffed(data: Data, required: list[UUID], pool: list[UUID]) -> UUID:
    """A booked interview with everybody of `required` and one of the pool, its time a week away."""
    job_id = await data.a_job(openings=1, buffer=0)
    members = [*(Member(user) for user in required), *(Member(user, "tech") for user in pool)]
    # Memberships are the web tier's to change; here the owner arranges them.
    async with data.owner.begin() as session:
        await interviewers.set_members(session, job_id, members, cause=BY_HAND, at=LATER)
    await data.scored(job_id, 90)
    await data.closed_and_ranked(job_id)
    (mine,) = await accepted(data, job_id)
    start = next(s for s in await free_starts(data.worker, mine) if s - LATER > timedelta(days=7))
    async with data.worker.begin() as session:
        await answer.pick(session, mine, start, cause=BY_CANDIDATE, received_at=LATER)
        await booking.book(session, mine, cause=AUTO, at=LATER)
    return mine


async def drops_out(data: Data, interview_id: UUID, user_id: UUID, at: datetime = LATER) -> Interview:
    async with data.worker.begin() as session:
        await panel.drop_out(session, interview_id, user_id, cause=BY_HAND, at=at)
    return await the_interview(data.owner, interview_id)


def people(interview: Interview) -> set[UUID]:
    return {*([interview.interviewer_id] if interview.interviewer_id else []), *interview.panel}


async def test_a_panel_is_everybody_required_and_one_of_each_pool(data: Data) -> None:
    lead, one, two = [await data.a_user() for _ in range(3)]
    mine = await staffed(data, [lead], [one, two])
    row = await the_interview(data.owner, mine)
    assert row.interviewer_id == lead
    assert len(row.panel) == 1
    assert set(row.panel) <= {one, two}
    async with data.owner() as session:
        busy = await session.execute(
            text("SELECT user_id, kind, during FROM interview_interviewers WHERE interview_id = :id"),
            {"id": mine},
        )
        assert {(r.user_id, r.kind, r.during.lower) for r in busy} == {
            (user, TimeKind.BOOKING, row.scheduled_time) for user in people(row)
        }
        assert await invariants.violations(session) == []


async def test_whoever_drops_out_of_a_pool_is_replaced_at_the_same_time(data: Data) -> None:
    lead, one, two = [await data.a_user() for _ in range(3)]
    mine = await staffed(data, [lead], [one, two])
    before = await the_interview(data.owner, mine)
    (out,) = before.panel
    (stand_in,) = {one, two} - {out}

    after = await drops_out(data, mine, out)

    assert (after.scheduled_time, after.interviewer_id, after.panel) == (
        before.scheduled_time,
        lead,
        [stand_in],
    )
    assert (after.calendar_sequence, after.replacements) == (before.calendar_sequence + 1, 1)
    [gone] = await mails_of(data, MailTemplate.INTERVIEWER_CANCELLATION, mine)
    assert gone.user_id == out
    [told] = await mails_of(data, MailTemplate.PANEL_ALERT, mine)
    assert told.details["stand_in"] == str(stand_in)
    async with data.worker.begin() as session:
        await booking.book(session, mine, cause=AUTO, at=LATER)
    invited = await mails_of(data, MailTemplate.INTERVIEWER_CONFIRMATION, mine)
    assert {mail.user_id for mail in invited if mail.sequence == 2} == {lead, stand_in}
    # A calendar repeats its “no” with every look.
    assert (await drops_out(data, mine, out)).replacements == 1
    async with data.owner() as session:
        free = await session.scalars(
            text("SELECT user_id FROM interview_interviewers WHERE interview_id = :id"), {"id": mine}
        )
        assert set(free) == {lead, stand_in}
        assert await invariants.violations(session) == []


async def test_a_required_member_is_not_replaced_and_the_recruiter_is_asked_once(data: Data) -> None:
    lead, other, one, two = [await data.a_user() for _ in range(4)]
    mine = await staffed(data, [lead, other], [one, two])
    before = await the_interview(data.owner, mine)
    for _ in range(2):
        after = await drops_out(data, mine, lead)
        assert people(after) == people(before)
    [asked] = await mails_of(data, MailTemplate.PANEL_ALERT, mine)
    assert asked.details == {"dropped_out": str(lead), "too_late": False}
    await drops_out(data, mine, other)
    assert len(await mails_of(data, MailTemplate.PANEL_ALERT, mine)) == 2, "each of them is asked about"


async def test_too_late_the_recruiter_is_asked_instead(data: Data) -> None:
    one, two = [await data.a_user() for _ in range(2)]
    mine = await staffed(data, [], [one, two])
    row = await the_interview(data.owner, mine)
    assert row.scheduled_time is not None
    assert row.interviewer_id is not None
    late = row.scheduled_time - timedelta(hours=48) + timedelta(seconds=1)
    assert people(await drops_out(data, mine, row.interviewer_id, late)) == people(row)
    [asked] = await mails_of(data, MailTemplate.PANEL_ALERT, mine)
    assert asked.details["too_late"] is True


async def test_just_in_time_it_still_happens(data: Data) -> None:
    one, two = [await data.a_user() for _ in range(2)]
    mine = await staffed(data, [], [one, two])
    row = await the_interview(data.owner, mine)
    assert row.scheduled_time is not None
    assert row.interviewer_id is not None
    after = await drops_out(data, mine, row.interviewer_id, row.scheduled_time - timedelta(hours=48))
    assert people(after) == {one, two} - {row.interviewer_id}


async def test_nobody_is_replaced_more_often_than_the_job_says(data: Data) -> None:
    pool = [await data.a_user() for _ in range(4)]
    mine = await staffed(data, [], pool)
    await the_rule(data, mine, "replacement_limit", 2)
    for number in (1, 2, 2):
        row = await the_interview(data.owner, mine)
        assert row.interviewer_id is not None
        assert (await drops_out(data, mine, row.interviewer_id)).replacements == number
    alerts = await mails_of(data, MailTemplate.PANEL_ALERT, mine)
    assert [("stand_in" in mail.details) for mail in alerts] == [True, True, False]


async def test_when_nobody_of_the_pool_is_free_the_recruiter_is_asked(data: Data) -> None:
    lead, one, two = [await data.a_user() for _ in range(3)]
    mine = await staffed(data, [lead], [one, two])
    row = await the_interview(data.owner, mine)
    assert row.scheduled_time is not None
    (out,) = row.panel
    (busy,) = {one, two} - {out}
    other = await staffed(data, [busy], [])
    assert (await the_interview(data.owner, other)).scheduled_time == row.scheduled_time
    assert people(await drops_out(data, mine, out)) == {lead, out}
    [asked] = await mails_of(data, MailTemplate.PANEL_ALERT, mine)
    assert asked.details == {"dropped_out": str(out), "too_late": False}


async def test_whoever_takes_no_part_changes_nothing(data: Data) -> None:
    one, two, stranger = [await data.a_user() for _ in range(3)]
    mine = await staffed(data, [], [one, two])
    before = await the_interview(data.owner, mine)
    after = await drops_out(data, mine, stranger)
    assert (after.version, people(after)) == (before.version, people(before))
    assert (await the_interview(data.owner, mine)).status is I.CONFIRMED
    async with data.owner() as session:
        assert not await panel.takes_part(session, mine, stranger)
        assert await panel.takes_part(session, mine, next(iter(people(before))))


async def test_of_a_pool_the_one_with_fewest_interviews_takes_part(data: Data) -> None:
    pool = [await data.a_user() for _ in range(3)]
    job_id = await data.a_job(openings=6, buffer=0, interviewer_ids=tuple(pool))
    await data.scored(job_id, *[90 - n for n in range(6)])
    await data.closed_and_ranked(job_id)
    for mine in await accepted(data, job_id):
        async with data.worker.begin() as session:
            row = await find.interview(session, mine)
            slot = (await slots.free(session, await find.job(session, job_id), row, LATER))[-1]
            await answer.pick(session, mine, slot.start, cause=BY_CANDIDATE, received_at=LATER)
    async with data.owner() as session:
        taken = await session.execute(
            text("SELECT user_id, count(*) FROM interview_interviewers GROUP BY user_id")
        )
        assert {row[0]: row[1] for row in taken} == dict.fromkeys(pool, 2)


async def test_a_held_stand_in_counts_as_taken(data: Data) -> None:
    one, two = [await data.a_user() for _ in range(2)]
    mine = await staffed(data, [], [one, two])
    row = await the_interview(data.owner, mine)
    assert row.scheduled_time is not None
    assert row.interviewer_id is not None
    (stand_in,) = {one, two} - {row.interviewer_id}
    other = await staffed(data, [stand_in], [])
    async with data.owner.begin() as session:
        held = InterviewInterviewer(
            interview_id=other,
            user_id=stand_in,
            during=(
                await session.scalar(
                    text("SELECT during FROM interview_interviewers WHERE interview_id = :id"), {"id": mine}
                )
            ),
            kind=TimeKind.HOLD,
            is_live=True,
            expires_at=LATER + HOUR,
        )
        session.add(held)
    assert people(await drops_out(data, mine, row.interviewer_id)) == people(row)
    [asked] = await mails_of(data, MailTemplate.PANEL_ALERT, mine)
    assert "dropped_out" in asked.details
