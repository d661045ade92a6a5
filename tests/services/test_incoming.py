"""What people send back by mail: it counts once, for whom it comes from, and harms nobody when it lies."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from domain.calendars import AttendeeReply
from domain.identifiers import calendar_uid
from domain.incoming import (
    AutomaticReply,
    Bounce,
    CalendarReply,
    DeliveryReport,
    Incoming,
    IncomingOutcome,
    ItipAnswer,
    ItipMethod,
    PlainReply,
)
from domain.interview_plan import Act, next_move
from domain.slots import Span
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailStatus, MailTemplate, UserRole
from models import (
    AutomationLog,
    Candidate,
    EmailMessage,
    IncomingMessage,
    IncomingWords,
    NegotiationSession,
    OutboxMessage,
)
from services import correspondence, find, incoming, invariants, mail, reconcile
from services.interviews import answer, end, links, view
from tests.conftest import Sessions
from tests.services.arrange import LATER, accepted, booked, free_starts, the_interview
from tests.services.test_answers import ready
from tests.support.data import AUTO, BY_CANDIDATE, BY_HAND, MONDAY, Data

HERS = "person1@example.org"
AFTER = LATER + timedelta(hours=2)
Out = IncomingOutcome
HOUR = timedelta(hours=1)


def calendar_says(
    interview_id: UUID,
    reply: AttendeeReply = AttendeeReply.DECLINED,
    *,
    attendee: str = HERS,
    sender: str | None = None,
    **more: Any,
) -> CalendarReply:
    """A calendar's answer to version 0 of our entry."""
    values: dict[str, Any] = {"method": ItipMethod.REPLY, "sequence": 0, **more}
    said = ItipAnswer(uid=calendar_uid(interview_id), attendee=attendee, reply=reply, **values)
    return CalendarReply(attendee if sender is None else sender, (said,))


def other_time(interview_id: UUID, start: datetime, attendee: str = HERS) -> CalendarReply:
    """A calendar proposes another time."""
    span = Span(start, start + HOUR)
    return calendar_says(
        interview_id, AttendeeReply.TENTATIVE, attendee=attendee, method=ItipMethod.COUNTER, proposed=span
    )


class Post:
    """Mails that come in, each with a key of its own unless told otherwise."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self.count = 0

    async def brings(self, mail_: Incoming, *, key: str | None = None, at: datetime = AFTER) -> Out:
        """Handle one mail in one transaction."""
        self.count += 1
        async with self.sessions.begin() as session:
            return await incoming.handle(
                session, mail_, message_key=key or f"mail-{self.count}", cause=AUTO, at=at
            )

    async def letter(self, interview_id: UUID, template: MailTemplate) -> EmailMessage:
        """The newest mail of a template."""
        async with self.sessions() as session:
            query = select(EmailMessage).where(
                EmailMessage.interview_id == interview_id, EmailMessage.template == template
            )
            found = (await session.scalars(query.order_by(EmailMessage.created_at.desc()))).first()
        assert found is not None
        return found

    async def letters(self, template: MailTemplate) -> list[EmailMessage]:
        """All mails of a template."""
        async with self.sessions() as session:
            return list(await session.scalars(select(EmailMessage).where(EmailMessage.template == template)))

    async def sent(self, interview_id: UUID, template: MailTemplate) -> EmailMessage:
        """The newest mail of a template, handed over."""
        letter = await self.letter(interview_id, template)
        async with self.sessions.begin() as session:
            row = await session.get_one(EmailMessage, letter.id)
            await mail.mark_sent(session, row, row.created_at, AUTO)
        return letter

    async def actions(self, interview_id: UUID) -> list[str]:
        """What the log says of an interview."""
        async with self.sessions() as session:
            query = select(AutomationLog.action_type).where(AutomationLog.interview_id == interview_id)
            return list(await session.scalars(query.order_by(AutomationLog.sequence)))

    async def plan(self, interview_id: UUID) -> Act:
        """What the interview's workflow waits for."""
        async with self.sessions() as session:
            return next_move(await view.look(session, interview_id)).act

    async def prepared(self, letter: EmailMessage) -> correspondence.Correspondence:
        """The mail as the dispatcher would write it."""
        async with self.sessions() as session:
            row = await session.get_one(EmailMessage, letter.id)
            found = await correspondence.prepare(session, row, lambda *_: {}, "https://desk.example", AFTER)
        assert not isinstance(found, str)
        return found


@pytest.fixture
def post(worker_sessions: Sessions) -> Post:
    return Post(worker_sessions)


def bounced(letter: EmailMessage, status: str = "5.1.1") -> DeliveryReport:
    """A report on one of our mails."""
    return DeliveryReport([Bounce(HERS, status, letter.message_id)])


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


async def test_a_mail_that_came_back_pauses_the_deadline_and_alerts_once(data: Data, post: Post) -> None:
    (interview_id,) = await data.invited(await ready(data))
    letter = await post.sent(interview_id, MailTemplate.INVITATION)
    assert await post.brings(bounced(letter, "4.4.1")) is Out.NOTED
    assert await post.plan(interview_id) is Act.EXPIRE
    assert await post.brings(bounced(letter)) is Out.DONE
    assert await post.brings(bounced(letter)) is Out.NOTED

    assert (await post.letter(interview_id, MailTemplate.INVITATION)).status is MailStatus.FAILED
    [alert] = await post.letters(MailTemplate.MAIL_ALERT)
    assert "The deadline rests" in alert.details["alert"]
    assert await post.plan(interview_id) is Act.WAIT
    long_after = MONDAY + timedelta(days=30)
    async with data.worker.begin() as session:
        assert await reconcile.nudge_overdue(session, long_after, timedelta()) == 0
        await end.expire(session, interview_id, cause=AUTO, at=long_after)
    assert (await the_interview(data.worker, interview_id)).status is I.INVITATION_SENT


async def test_new_links_or_a_new_deadline_let_it_run_again(data: Data, post: Post) -> None:
    first, second = await data.invited(await ready(data, openings=2))
    for interview_id in (first, second):
        await post.brings(bounced(await post.sent(interview_id, MailTemplate.INVITATION)))
    late = MONDAY + timedelta(days=9)
    async with data.worker.begin() as session:
        await links.replace_links(session, first, cause=BY_HAND, at=late)
        await end.extend_deadline(session, second, late + HOUR, cause=BY_HAND, at=late)
    assert await post.plan(first) is await post.plan(second) is Act.EXPIRE
    assert (await the_interview(data.worker, first)).confirmation_deadline == late + timedelta(hours=48)
    async with data.worker() as session:
        told = await session.scalars(
            select(OutboxMessage.payload["cause"].astext).where(OutboxMessage.name == "changed")
        )
        causes = list(told)
    assert causes.count("deadline_rests") == 2
    assert {"links_replaced", "deadline_extended"} <= set(causes)


async def test_a_report_that_is_older_than_the_new_links_pauses_nothing(data: Data, post: Post) -> None:
    (interview_id,) = await data.invited(await ready(data))
    letter = await post.sent(interview_id, MailTemplate.INVITATION)
    async with data.worker.begin() as session:
        await links.replace_links(session, interview_id, cause=BY_HAND, at=LATER)
    assert await post.brings(bounced(letter)) is Out.DONE
    assert await post.plan(interview_id) is Act.EXPIRE


async def test_whoever_answers_although_a_mail_came_back_was_reached(data: Data, post: Post) -> None:
    (interview_id,) = await data.invited(await ready(data))
    await post.brings(bounced(await post.sent(interview_id, MailTemplate.INVITATION)))
    late = MONDAY + timedelta(days=9)
    async with data.worker.begin() as session:
        await answer.accept(session, interview_id, cause=BY_CANDIDATE, received_at=late)
    interview = await the_interview(data.worker, interview_id)
    assert (interview.status, interview.bounced_at) == (I.SLOT_PENDING, None)
    assert await post.plan(interview_id) is Act.EXPIRE


async def test_words_in_answer_to_our_mail_are_a_message_while_a_time_is_found(
    data: Data, post: Post
) -> None:
    (interview_id,) = await accepted(data, await ready(data))
    letter = await post.letter(interview_id, MailTemplate.SLOT_CHOICE)
    words = PlainReply(HERS, "Am Mittwoch ab 14 Uhr.\n\n> Please choose a time.", (letter.message_id,))
    assert await post.brings(words) is Out.DONE
    assert await post.plan(interview_id) is Act.NEGOTIATE
    async with data.worker() as session:
        negotiation = await find.negotiation(session, interview_id)
    assert negotiation is not None
    assert [turn["text"] for turn in negotiation.history] == ["Am Mittwoch ab 14 Uhr."]


@pytest.mark.parametrize("conversed", [False, True])
async def test_words_at_another_moment_are_passed_on_and_go_with_the_person(
    data: Data, post: Post, *, conversed: bool
) -> None:
    (interview_id,) = await booked(data, await ready(data))
    if conversed:
        async with data.owner.begin() as session:
            session.add(
                NegotiationSession(
                    interview_id=interview_id, history=[], proposals=[], round=1, replies=0, answered=0
                )
            )
    letter = await post.letter(interview_id, MailTemplate.SLOT_CHOICE)
    for text in ("Do I need my knives?", "And an apron?"):
        assert await post.brings(PlainReply(HERS, text, (letter.message_id,))) is Out.PASSED_ON
    letters = sorted(await post.letters(MailTemplate.CANDIDATE_QUESTION), key=lambda one: one.sequence)
    told = [await post.prepared(one) for one in letters]
    assert [one.facts.asked for one in told] == [("Do I need my knives?",), ("And an apron?",)]
    assert [one.reply_to for one in told] == [HERS, HERS]
    assert "knives" not in str([one.details for one in letters])
    async with data.owner.begin() as session:
        assert await invariants.violations(session) == []
        await session.delete(await session.get_one(Candidate, letter.candidate_id))
    async with data.owner() as session:
        assert (await session.scalars(select(IncomingWords))).all() == []
        assert (await session.scalars(select(NegotiationSession))).all() == []
        kept = (await session.scalars(select(IncomingMessage))).all()
        assert [row.interview_id for row in kept] == [None, None]


async def test_words_from_another_address_are_never_the_candidates(data: Data, post: Post) -> None:
    (interview_id,) = await accepted(data, await ready(data))
    letter = await post.letter(interview_id, MailTemplate.SLOT_CHOICE)
    words = PlainReply("someone@else.example", "I cannot come any more.", (letter.message_id,))
    assert await post.brings(words) is Out.PASSED_ON
    async with data.worker() as session:
        assert await find.negotiation(session, interview_id) is None
    [passed] = await post.letters(MailTemplate.CANDIDATE_QUESTION)
    told = await post.prepared(passed)
    assert told.facts.asked == ("I cannot come any more.",)
    assert "another address" in told.facts.alert_text
    assert told.reply_to == told.to_address


async def test_an_out_of_office_answer_changes_nothing(data: Data, post: Post) -> None:
    (interview_id,) = await accepted(data, await ready(data))
    letter = await post.letter(interview_id, MailTemplate.SLOT_CHOICE)
    before = await the_interview(data.worker, interview_id)
    assert await post.brings(AutomaticReply(HERS, (letter.message_id,))) is Out.NOTED
    assert await post.brings(AutomaticReply(HERS)) is Out.NOT_OURS
    assert (await the_interview(data.worker, interview_id)).version == before.version
    assert await post.plan(interview_id) is Act.EXPIRE


async def test_a_flood_of_mails_about_one_interview_ends_after_fifty_a_day(data: Data, post: Post) -> None:
    (interview_id,) = await booked(data, await ready(data))
    letter = await post.letter(interview_id, MailTemplate.SLOT_CHOICE)
    words = PlainReply(HERS, "Hello?", (letter.message_id,))
    outcomes = [await post.brings(words) for _ in range(incoming.MOST_A_DAY + 1)]
    assert outcomes == [Out.PASSED_ON] * incoming.MOST_A_DAY + [Out.TOO_MANY]
    assert await post.brings(words, at=AFTER + timedelta(days=1)) is Out.PASSED_ON


async def test_forged_mails_do_not_use_up_what_the_candidate_may_send(data: Data, post: Post) -> None:
    (interview_id,) = await booked(data, await ready(data))
    forged = calendar_says(interview_id, sender="mallory@evil.example")
    for _ in range(incoming.MOST_A_DAY + 5):
        assert await post.brings(forged) is Out.NOT_THEIRS
    assert (await post.actions(interview_id)).count("mail_noted") == incoming.MOST_A_DAY
    assert await post.brings(calendar_says(interview_id)) is Out.DONE
