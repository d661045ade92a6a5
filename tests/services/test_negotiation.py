"""Finding a time in words, through the real database: what a message leads to, and what it never does."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from domain.errors import ConflictError, DeadlinePassedError, InvalidInputError
from domain.negotiation.bot import Handover, Move
from domain.negotiation.turns import BotTurn, PersonTurn
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import LeaveKind, MailTemplate, NegotiationState
from models import AutomationLog, NegotiationSession
from services import conversation, invariants, negotiation
from services.interviews import answer
from tests.services.arrange import LATER, free_starts, the_interview
from tests.services.talking import answers, asked, holds_of, mails_of, says, talk_of, talking, the_rule, turns
from tests.support.data import BY_CANDIDATE, BY_HAND, Data

TUESDAY = "I could do Tuesday 3 March between 10:00 and 16:00."
SUNDAY = "Only on Sunday 8 March between 10:00 and 12:00."
PERSON = "I would rather talk to a person, please."


async def test_times_in_words_are_answered_with_held_times_inside_them(data: Data) -> None:
    (mine,) = await talking(data)
    turn = await asked(data, mine, TUESDAY)
    assert turn.move is Move.PROPOSE
    assert len(turn.proposals) == 3
    day = datetime(2026, 3, 3, tzinfo=UTC)
    hour = timedelta(hours=1)
    assert all(day + 10 * hour <= start <= day + 15 * hour for start in turn.proposals)
    assert set(await holds_of(data, mine)) == set(turn.proposals)
    talk = await talk_of(data, mine)
    assert (talk.state, talk.round, talk.answered) == (NegotiationState.AWAITING_SELECTION, 1, 1)
    assert len(await mails_of(data, MailTemplate.NEGOTIATION_ANSWER, mine)) == 1
    async with data.owner() as session:
        assert await invariants.violations(session) == []


async def test_a_time_chosen_in_words_is_booked(data: Data) -> None:
    (mine,) = await talking(data)
    offered = (await asked(data, mine, TUESDAY)).proposals
    turn = await asked(data, mine, "The second one works for me, thank you!")
    assert (turn.move, turn.chosen) == (Move.BOOK, offered[1])
    interview = await the_interview(data.owner, mine)
    assert (interview.status, interview.scheduled_time) == (I.CONFIRMED, offered[1])
    talk = await talk_of(data, mine)
    assert (talk.state, talk.answered) == (NegotiationState.RESOLVED, 2)
    assert await holds_of(data, mine) == {}


async def test_three_rounds_without_a_time_hand_over_with_a_mail_to_the_recruiter(data: Data) -> None:
    (mine,) = await talking(data)
    moves = [(await asked(data, mine, SUNDAY)).move for _ in range(3)]
    assert moves == [Move.ASK_OTHER_TIMES, Move.ASK_OTHER_TIMES, Move.ESCALATE]
    talk = await talk_of(data, mine)
    assert talk.state is NegotiationState.ESCALATED
    [mail] = await mails_of(data, MailTemplate.ESCALATION, mine)
    assert mail.user_id is not None
    assert mail.details["turn"] == 5
    assert len(await mails_of(data, MailTemplate.NEGOTIATION_ANSWER, mine)) == 3
    async with data.owner() as session:
        [waiting] = await conversation.waiting(session)
        assert waiting.interview.id == mine
        assert (waiting.why, waiting.since, waiting.is_answered) == (Handover.LAST_ROUND, LATER, False)
        assert waiting.last is not None
        assert waiting.last.text == SUNDAY
        assert await conversation.count_unanswered(session) == 1


async def test_whoever_asks_for_a_person_gets_one_at_once(data: Data) -> None:
    (mine,) = await talking(data)
    turn = await asked(data, mine, PERSON)
    assert (turn.move, turn.handover) == (Move.ESCALATE, Handover.ASKED_FOR_A_PERSON)
    assert len(await mails_of(data, MailTemplate.ESCALATION, mine)) == 1


async def test_a_withdrawal_in_words_leaves_with_a_way_back(data: Data) -> None:
    (mine,) = await talking(data)
    turn = await asked(data, mine, "I have accepted another offer, so please withdraw my application.")
    assert turn.move is Move.LEAVE
    interview = await the_interview(data.owner, mine)
    assert interview.leave_kind is LeaveKind.DECLINED
    assert interview.leave_effective_at == LATER + timedelta(minutes=10)
    assert len(await mails_of(data, MailTemplate.LEAVE_RECEIPT, mine)) == 1
    assert len(await mails_of(data, MailTemplate.NEGOTIATION_ANSWER, mine)) == 0
    async with data.worker.begin() as session:
        await answer.undo_leave(session, mine, cause=BY_CANDIDATE, received_at=LATER)
    assert (await asked(data, mine, TUESDAY)).move is Move.PROPOSE


async def test_a_question_about_the_interview_is_answered_and_costs_no_round(data: Data) -> None:
    (mine,) = await talking(data)
    turn = await asked(data, mine, "How long will the interview take?")
    assert turn.move is Move.ANSWER
    assert turn.asks
    assert turn.passed_on == ()
    talk = await talk_of(data, mine)
    assert (talk.state, talk.round) == (NegotiationState.AWAITING_AVAILABILITY, 1)
    assert len(await mails_of(data, MailTemplate.CANDIDATE_QUESTION, mine)) == 0


async def test_a_question_that_the_bot_cannot_answer_goes_to_the_recruiter_also_beside_a_choice(
    data: Data,
) -> None:
    (mine,) = await talking(data)
    await asked(data, mine, TUESDAY)
    turn = await asked(data, mine, "The first one is perfect. What is the salary for this position?")
    assert turn.move is Move.BOOK
    assert len(turn.passed_on) == 1
    [mail] = await mails_of(data, MailTemplate.CANDIDATE_QUESTION, mine)
    assert mail.user_id is not None


async def test_three_unclear_messages_in_a_row_are_asked_about_and_the_next_goes_to_a_person(
    data: Data,
) -> None:
    (mine,) = await talking(data)
    moves = [(await asked(data, mine, words)).move for words in ("Hmm.", "Qwer asdf.", "Blub.")]
    assert moves == [Move.CLARIFY] * 3
    turn = await asked(data, mine, "Blah blah.")
    assert (turn.move, turn.handover) == (Move.ESCALATE, Handover.NOT_UNDERSTOOD)


async def test_a_clear_message_in_between_starts_the_count_of_unclear_ones_anew(data: Data) -> None:
    (mine,) = await talking(data)
    for words in ("Hmm.", "Blub."):
        await asked(data, mine, words)
    await asked(data, mine, TUESDAY)
    assert [(await asked(data, mine, w)).move for w in ("Hmm.", "Blub.")] == [Move.CLARIFY] * 2


async def test_a_second_line_sent_before_the_first_is_answered_is_read_together_with_it(data: Data) -> None:
    (mine,) = await talking(data)
    await says(data, mine, "I could do Tuesday 3 March.")
    await says(data, mine, "But only between 14:00 and 16:00.", LATER + timedelta(seconds=20))
    await answers(data, mine, LATER + timedelta(seconds=21))
    said = await turns(data, mine)
    assert [type(turn) for turn in said] == [PersonTurn, PersonTurn, BotTurn]
    assert isinstance(said[-1], BotTurn)
    assert {start.hour for start in said[-1].proposals} <= {14, 15}
    assert all(start.date().isoformat() == "2026-03-03" for start in said[-1].proposals)
    assert (await talk_of(data, mine)).answered == 2


async def test_a_message_is_answered_once_however_often_the_step_runs(data: Data) -> None:
    (mine,) = await talking(data)
    await says(data, mine, TUESDAY)
    await asyncio.gather(*(answers(data, mine) for _ in range(4)))
    assert len(await turns(data, mine)) == 2
    assert len(await mails_of(data, MailTemplate.NEGOTIATION_ANSWER, mine)) == 1


async def test_what_is_written_after_the_handover_is_passed_on_and_not_answered(data: Data) -> None:
    (mine,) = await talking(data)
    await asked(data, mine, PERSON)
    await says(data, mine, "By the way, Tuesday 3 March at 10:00 would be fine.")
    await says(data, mine, "Or Wednesday.", LATER + timedelta(seconds=30))
    await answers(data, mine, LATER + timedelta(seconds=31))
    said = await turns(data, mine)
    assert isinstance(said[-1], PersonTurn)
    assert (await the_interview(data.owner, mine)).status is I.SLOT_PENDING
    assert await holds_of(data, mine) == {}
    [mail] = await mails_of(data, MailTemplate.CANDIDATE_QUESTION, mine)
    assert mail.details == {"turn": 3, "messages": 2}


async def test_a_person_answers_with_words_and_times_that_are_held_and_mailed(data: Data) -> None:
    mine, other = await talking(data, 2)
    await asked(data, mine, PERSON)
    starts = (await free_starts(data.worker, mine))[-2:]
    async with data.worker.begin() as session:
        await conversation.write(session, mine, "How about these?", starts, cause=BY_HAND, at=LATER)
    said = (await turns(data, mine))[-1]
    assert isinstance(said, PersonTurn)
    assert (said.sender, said.text, list(said.proposals)) == ("recruiter", "How about these?", starts)
    assert set(await holds_of(data, mine)) == set(starts)
    assert not set(starts) & set(await free_starts(data.worker, other))
    newest = (await mails_of(data, MailTemplate.NEGOTIATION_ANSWER, mine))[-1]
    assert newest.details["turn"] == 2
    async with data.owner() as session:
        [waiting] = await conversation.waiting(session)
        assert waiting.is_answered
        assert await conversation.count_unanswered(session) == 0
    async with data.worker.begin() as session:
        await answer.pick(session, mine, starts[1], cause=BY_CANDIDATE, received_at=LATER + timedelta(days=5))
    assert (await the_interview(data.owner, mine)).scheduled_time == starts[1]
    async with data.owner() as session:
        assert await conversation.waiting(session) == []


async def test_a_person_cannot_offer_what_is_not_free_nor_write_where_the_bot_still_talks(
    data: Data,
) -> None:
    mine, other = await talking(data, 2)
    taken = (await asked(data, other, TUESDAY)).proposals[0]
    async with data.worker() as session:
        with pytest.raises(ConflictError, match="Nobody waits"):
            await conversation.write(session, mine, "Hello", [], cause=BY_HAND, at=LATER)
    await asked(data, mine, PERSON)
    free = await free_starts(data.worker, mine)
    before = await turns(data, mine)
    for text, starts, error in (
        ("", [], "empty"),
        ("x" * 4001, [], "longer"),
        ("x", free[:4], "More than 3"),
        ("x", [taken], "no longer free"),
        ("x", [free[0] + timedelta(minutes=7)], "no longer free"),
    ):
        async with data.worker() as session:
            with pytest.raises((ConflictError, InvalidInputError), match=error):
                await conversation.write(session, mine, text, starts, cause=BY_HAND, at=LATER)
    assert await turns(data, mine) == before


async def test_a_message_that_is_empty_or_too_long_is_refused_and_nothing_is_stored(data: Data) -> None:
    (mine,) = await talking(data)
    version = (await the_interview(data.owner, mine)).version
    for words in ("", " \n\t", "x" * 4001):
        with pytest.raises(InvalidInputError):
            await says(data, mine, words)
    async with data.owner() as session:
        assert await session.scalar(select(func.count()).select_from(NegotiationSession)) == 0
    assert (await the_interview(data.owner, mine)).version == version


async def test_after_the_deadline_no_message_is_taken_but_a_handed_over_one_may_go_on(data: Data) -> None:
    mine, other = await talking(data, 2)
    late = LATER + timedelta(hours=24, seconds=1)
    with pytest.raises(DeadlinePassedError):
        await says(data, mine, TUESDAY, late)
    await asked(data, other, PERSON)
    await says(data, other, "Are you there?", LATER + timedelta(days=10))


async def test_a_conversation_has_an_end(data: Data) -> None:
    (mine,) = await talking(data)
    await asked(data, mine, PERSON)
    async with data.owner.begin() as session:
        talk = (await session.scalars(select(NegotiationSession))).one()
        talk.history = [talk.history[0]] * negotiation.MOST_TURNS
    with pytest.raises(ConflictError, match="too long"):
        await says(data, mine, "Still there?")


async def test_while_a_decline_can_be_undone_nothing_is_offered_or_booked(data: Data) -> None:
    (mine,) = await talking(data)
    await says(data, mine, TUESDAY)
    async with data.worker.begin() as session:
        await answer.leave(session, mine, cause=BY_CANDIDATE, received_at=LATER)
    await answers(data, mine)
    assert await holds_of(data, mine) == {}
    async with data.worker.begin() as session:
        await answer.undo_leave(session, mine, cause=BY_CANDIDATE, received_at=LATER)
    await answers(data, mine)
    assert len(await holds_of(data, mine)) == 3, "taken back, the message is answered"


async def test_two_who_want_the_same_times_at_once_are_offered_different_ones(data: Data) -> None:
    people = await talking(data, 4)
    for one in people:
        await says(data, one, TUESDAY)
    await asyncio.gather(*(answers(data, one) for one in people))
    offers: list[tuple[datetime, datetime]] = []
    for one in people:
        held = await holds_of(data, one)
        offers += [(start, start + timedelta(hours=1)) for start in held]
    assert len(offers) >= 5
    assert all(before[1] <= after[0] for before, after in pairwise(sorted(offers)))
    async with data.owner() as session:
        assert await invariants.violations(session) == []


async def test_nothing_that_a_candidate_wrote_stands_in_the_log(data: Data) -> None:
    (mine,) = await talking(data)
    await asked(data, mine, TUESDAY + " Also, my cat is called Behemoth.")
    async with data.owner() as session:
        rows = await session.scalars(select(AutomationLog).where(AutomationLog.interview_id == mine))
        assert "Behemoth" not in " ".join(str(row.details) + str(row.reason) for row in rows)


async def test_a_round_limit_of_the_job_counts(data: Data) -> None:
    (mine,) = await talking(data)
    await the_rule(data, mine, "negotiation_rounds", 1)
    assert (await asked(data, mine, SUNDAY)).move is Move.ESCALATE
