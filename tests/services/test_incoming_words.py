"""Mails that come back, words of people, and floods of them."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import ProgrammingError

from domain.incoming import (
    AutomaticReply,
    PlainReply,
)
from domain.interview_plan import Act
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailStatus, MailTemplate
from models import (
    Candidate,
    IncomingMessage,
    IncomingWords,
    NegotiationSession,
    OutboxMessage,
)
from runtime import database
from services import find, incoming, invariants, reconcile
from services.interviews import answer, end, links
from tests.conftest import Sessions
from tests.services.arrange import LATER, accepted, booked, the_interview
from tests.services.incoming_mail import AFTER, HERS, HOUR, Out, Post, bounced, calendar_says
from tests.services.test_answers import ready
from tests.support.data import AUTO, BY_CANDIDATE, BY_HAND, MONDAY, Data


@pytest.fixture
def post(worker_sessions: Sessions) -> Post:
    return Post(worker_sessions)


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
    for words in ("Do I need my knives?", "And an apron?"):
        assert await post.brings(PlainReply(HERS, words, (letter.message_id,))) is Out.PASSED_ON
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


@pytest.mark.parametrize("role", [database.WEB, "understudy_auditor", "understudy_impact"])
@pytest.mark.parametrize("table", ["incoming_messages", "incoming_words"])
async def test_nobody_but_the_worker_reads_what_came_in(database_url: str, role: str, table: str) -> None:
    engine = database.engine(database_url, role, 1)
    with pytest.raises(ProgrammingError, match="permission denied"):
        async with engine.connect() as connection:
            await connection.execute(text(f"SELECT * FROM {table}"))
    await engine.dispose()
