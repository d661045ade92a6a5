"""What calendars answer by mail: it counts once, for whom it comes from, and harms nobody when it lies."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from domain.calendars import AttendeeReply
from domain.incoming import (
    CalendarReply,
)
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailTemplate, UserRole
from models import (
    Candidate,
)
from services import invariants
from services.interviews import answer, end
from tests.conftest import Sessions
from tests.services.arrange import LATER, booked, free_starts, the_interview
from tests.services.incoming_mail import AFTER, HERS, HOUR, Out, Post, calendar_says, other_time
from tests.services.test_answers import ready
from tests.support.data import BY_CANDIDATE, BY_HAND, MONDAY, Data


@pytest.fixture
def post(worker_sessions: Sessions) -> Post:
    return Post(worker_sessions)


async def test_a_no_in_the_calendar_is_a_withdrawal_with_its_receipt_and_way_back(
    data: Data, post: Post
) -> None:
    (interview_id,) = await booked(data, await ready(data))
    assert await post.brings(calendar_says(interview_id)) is Out.DONE

    interview = await the_interview(data.worker, interview_id)
    assert interview.status is I.CONFIRMED
    assert interview.leave_effective_at == AFTER + timedelta(minutes=10)
    assert await post.letter(interview_id, MailTemplate.LEAVE_RECEIPT)
    async with data.worker.begin() as session:
        await answer.undo_leave(session, interview_id, cause=BY_CANDIDATE, received_at=AFTER)
    # Said again, in a mail of its own, it counts again.
    assert await post.brings(calendar_says(interview_id), at=AFTER + HOUR) is Out.DONE
    assert (await post.actions(interview_id)).count("leave_requested") == 2
    async with data.owner() as session:
        assert await invariants.violations(session) == []


async def test_the_same_mail_again_does_nothing(data: Data, post: Post) -> None:
    (interview_id,) = await booked(data, await ready(data))
    no = calendar_says(interview_id)
    assert await post.brings(no, key="one") is Out.DONE
    async with data.worker.begin() as session:
        await answer.undo_leave(session, interview_id, cause=BY_CANDIDATE, received_at=AFTER)
    assert await post.brings(no, key="one") is Out.REPEATED
    assert (await the_interview(data.worker, interview_id)).leave_effective_at is None


@pytest.mark.parametrize(
    ("attendee", "sender"),
    [
        (HERS, "mallory@evil.example"),
        (HERS, ""),
        ("", HERS),
        ("mallory@evil.example", "mallory@evil.example"),
        ("person2@example.org", "person2@example.org"),
    ],
)
async def test_whoever_does_not_take_part_changes_nothing_and_it_is_noted(
    data: Data, post: Post, attendee: str, sender: str
) -> None:
    (interview_id,) = await booked(data, await ready(data))
    forged = calendar_says(interview_id, attendee=attendee, sender=sender)
    assert await post.brings(forged) is Out.NOT_THEIRS
    assert (await the_interview(data.worker, interview_id)).leave_effective_at is None
    assert (await post.actions(interview_id))[-1] == "mail_noted"


async def test_an_erased_address_is_nobodys(data: Data, post: Post) -> None:
    (interview_id,) = await booked(data, await ready(data))
    async with data.owner.begin() as session:
        await session.execute(update(Candidate).values(email=None))
    assert await post.brings(calendar_says(interview_id, attendee="")) is Out.NOT_THEIRS
    assert (await the_interview(data.worker, interview_id)).leave_effective_at is None


@pytest.mark.parametrize("reply", [AttendeeReply.ACCEPTED, AttendeeReply.TENTATIVE])
async def test_a_yes_is_only_noted(data: Data, post: Post, reply: AttendeeReply) -> None:
    (interview_id,) = await booked(data, await ready(data))
    before = await the_interview(data.worker, interview_id)
    assert await post.brings(calendar_says(interview_id, reply)) is Out.NOTED
    assert (await the_interview(data.worker, interview_id)).version == before.version


async def test_an_answer_to_an_earlier_version_or_after_the_start_is_only_noted(
    data: Data, post: Post
) -> None:
    (interview_id,) = await booked(data, await ready(data))
    starts = await free_starts(data.worker, interview_id)
    async with data.worker.begin() as session:
        await answer.pick(session, interview_id, starts[5], cause=BY_CANDIDATE, received_at=LATER)
    assert await post.brings(calendar_says(interview_id)) is Out.NOTED
    now = calendar_says(interview_id, sequence=1)
    # People clear their calendars of what took place.
    assert await post.brings(now, at=starts[5] + HOUR) is Out.NOTED
    assert (await the_interview(data.worker, interview_id)).leave_effective_at is None
    assert await post.brings(now, at=starts[5] - HOUR) is Out.DONE


async def test_answers_to_what_is_over_or_not_ours_are_ignored(data: Data, post: Post) -> None:
    (interview_id,) = await booked(data, await ready(data))
    async with data.worker.begin() as session:
        await end.cancel_interview(session, interview_id, cause=BY_HAND, at=AFTER)
    assert await post.brings(calendar_says(interview_id)) is Out.NOTED
    assert await post.brings(calendar_says(UUID(int=7))) is Out.NOT_OURS
    elsewhere = calendar_says(interview_id)
    foreign = replace(elsewhere.answers[0], uid=f"{interview_id}@elsewhere.example")
    assert await post.brings(CalendarReply(HERS, (foreign,))) is Out.NOT_OURS


async def test_another_time_is_taken_when_it_is_free(data: Data, post: Post) -> None:
    (interview_id,) = await booked(data, await ready(data))
    start = (await free_starts(data.worker, interview_id))[7]
    assert await post.brings(other_time(interview_id, start)) is Out.DONE
    interview = await the_interview(data.worker, interview_id)
    assert (interview.scheduled_time, interview.calendar_sequence, interview.reschedules) == (start, 1, 1)


async def test_another_time_that_is_not_free_goes_to_the_recruiter_once(data: Data, post: Post) -> None:
    (interview_id,) = await booked(data, await ready(data))
    before = await the_interview(data.worker, interview_id)
    night = MONDAY + timedelta(days=2, hours=18)
    for _ in range(2):
        assert await post.brings(other_time(interview_id, night)) is Out.PASSED_ON
    assert (await the_interview(data.worker, interview_id)).scheduled_time == before.scheduled_time
    [letter] = await post.letters(MailTemplate.CANDIDATE_QUESTION)
    told = await post.prepared(letter)
    assert "2026-03-05 02:00 UTC" in told.facts.alert_text
    assert told.reply_to == HERS


async def test_an_interviewer_says_no_or_proposes_another_time(data: Data, post: Post) -> None:
    ines = await data.a_user(UserRole.INTERVIEWER, email="Ines@hiring.example", name="Ines Interviewer")
    (interview_id,) = await booked(data, await ready(data, interviewer_ids=(ines,)))
    start = (await free_starts(data.worker, interview_id))[3]
    hers = "ines@hiring.example"
    assert await post.brings(other_time(interview_id, start, hers)) is Out.PASSED_ON
    assert (await the_interview(data.worker, interview_id)).scheduled_time != start
    [letter] = await post.letters(MailTemplate.PANEL_ALERT)
    assert (await post.prepared(letter)).facts.alert_text.startswith("Ines Interviewer proposed another time")
    assert await post.brings(calendar_says(interview_id, attendee=hers)) is Out.DONE
    assert "interviewer_dropped_out" in await post.actions(interview_id)
    assert (await the_interview(data.worker, interview_id)).leave_effective_at is None
