"""What an interview waits for next, for any view."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.interview_plan import Act, InterviewView, Move, next_move
from domain.states import LIVE_INTERVIEW
from domain.vocabulary import InterviewStatus as I

START = datetime(2026, 3, 2, tzinfo=UTC)
instants = st.integers(0, 200).map(lambda hours: START + timedelta(hours=hours))
maybe = st.none() | instants


@st.composite
def views(draw: st.DrawFn) -> InterviewView:
    status = draw(st.sampled_from(list(I)))
    booked = status in {I.CONFIRMED, I.IN_PROGRESS}
    return InterviewView(
        interview_id=UUID(int=1),
        job_id=draw(st.none() | st.just(UUID(int=2))),
        status=status,
        version=1,
        confirmation_deadline=draw(instants),
        slot_selection_deadline=draw(maybe),
        scheduled_time=draw(instants if booked else maybe),
        leave_effective_at=draw(maybe),
        calendar_sequence=draw(st.integers(0, 2)),
        calendar_synced_sequence=draw(st.none() | st.integers(0, 2)),
        reminded_for=draw(maybe),
        outcome_asked_for=draw(maybe),
        unanswered_replies=draw(st.integers(0, 2)),
        escalated=draw(st.booleans()),
        bounced=draw(st.booleans()),
        risk_due=draw(st.booleans()),
    )


ACTS = frozenset(Act) - {Act.WAIT, Act.END}
helds = st.frozensets(st.sampled_from(sorted(ACTS)))


def done(view: InterviewView, move: Move) -> InterviewView:
    """The view after a move took effect."""
    changes: dict[Act, dict[str, Any]] = {
        Act.EXPIRE: {"status": I.EXPIRED},
        Act.LEAVE: {"status": I.CANCELLED},
        Act.NEGOTIATE: {"unanswered_replies": 0},
        Act.BOOK: {"calendar_synced_sequence": view.calendar_sequence},
        Act.ASSESS_RISK: {"risk_due": False},
        Act.REMIND: {"reminded_for": view.scheduled_time},
        Act.ASK_OUTCOME: {"outcome_asked_for": view.scheduled_time},
    }
    return replace(view, **changes[move.act])


@given(views(), helds)
def test_it_ends_exactly_when_the_interview_is_over(view: InterviewView, held: frozenset[Act]) -> None:
    assert (next_move(view, held).act is Act.END) == (view.status not in LIVE_INTERVIEW)


@given(views(), helds)
def test_a_held_act_is_never_chosen_and_holding_it_never_hides_another(
    view: InterviewView, held: frozenset[Act]
) -> None:
    move = next_move(view, held)
    assert move.act not in held
    if move.act in ACTS:
        assert next_move(view, held | (ACTS - {move.act})) == move


@given(views(), helds)
def test_doing_what_is_next_again_and_again_comes_to_rest(view: InterviewView, held: frozenset[Act]) -> None:
    seen = []
    while (move := next_move(view, held)).act in ACTS:
        seen.append(move.act)
        view = done(view, move)
    assert len(seen) == len(set(seen)) <= 4


@given(views())
def test_who_is_leaving_is_neither_reminded_nor_expired_first(view: InterviewView) -> None:
    if view.status in LIVE_INTERVIEW and view.leave_effective_at is not None:
        assert next_move(view) == Move(Act.LEAVE, view.leave_effective_at)


@given(views())
def test_nothing_that_is_due_earlier_waits_for_something_later(view: InterviewView) -> None:
    move = next_move(view)
    others = [next_move(view, frozenset({move.act, act})) for act in ACTS]
    if move.act in ACTS:
        for other in others:
            assert other.act not in ACTS or move.at is None or (other.at is not None and move.at <= other.at)


def test_while_a_person_looks_for_a_time_the_deadline_rests() -> None:
    view = InterviewView(UUID(int=1), UUID(int=2), I.SLOT_PENDING, 1, START, slot_selection_deadline=START)
    assert next_move(view) == Move(Act.EXPIRE, START)
    assert next_move(replace(view, escalated=True)) == Move(Act.WAIT)
    assert next_move(replace(view, unanswered_replies=1)) == Move(Act.NEGOTIATE)


@given(views())
def test_nobody_lapses_whom_the_question_did_not_reach(view: InterviewView) -> None:
    if view.bounced:
        assert next_move(view).act is not Act.EXPIRE


def test_once_a_mail_arrives_the_deadline_runs_again() -> None:
    for status in (I.INVITATION_SENT, I.SLOT_PENDING):
        view = InterviewView(UUID(int=1), UUID(int=2), status, 1, START, START, bounced=True)
        assert next_move(view) == Move(Act.WAIT)
        assert next_move(replace(view, bounced=False)) == Move(Act.EXPIRE, START)
