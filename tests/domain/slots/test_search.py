"""Free times of panels against a slow and obvious reading of the rules."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from domain.slots import Interviewer, Slot, Span, free_slots
from tests.domain.slots.by_hand import ByHand, Question, holiday
from tests.domain.slots.situations import questions


def search(question: Question) -> list[Slot]:
    return free_slots(
        question.panel,
        question.busy,
        question.window,
        question.length,
        booked=question.booked,
        moving=question.moving,
        step=question.step,
    )


@pytest.mark.timeout(120)
@settings(max_examples=150)
@given(questions())
@pytest.mark.slow
def test_exactly_the_free_times_of_a_panel_are_found_and_the_same_people_take_them(
    question: Question,
) -> None:
    assert search(question) == ByHand(question).slots()


@given(questions())
def test_every_slot_suits_everybody_who_is_needed(question: Question) -> None:
    people = {one.user_id: one for one in question.panel.required}
    for slot in search(question):
        assert question.window.start <= slot.start
        assert slot.end <= question.window.end
        assert slot.end - slot.start == question.length
        assert len(set(slot.interviewer_ids)) == len(slot.interviewer_ids)
        seats = slot.interviewer_ids
        assert seats[: len(people)] == tuple(people)
        for who in people.values():
            suits(question, who, slot)
        for user_id, pool in zip(seats[len(people) :], question.panel.pools, strict=True):
            suits(question, next(one for one in pool if one.user_id == user_id), slot)


def suits(question: Question, who: Interviewer, slot: Slot) -> None:
    zone = ZoneInfo(who.hours.zone)
    start = slot.start.astimezone(zone)
    end = (slot.end - timedelta(seconds=1)).astimezone(zone)
    assert start.date() == end.date()
    assert start.isoweekday() in who.hours.days
    assert start.date() not in who.hours.days_off
    assert not holiday(who.hours.holidays, start.date())
    assert 0 not in {who.per_day, who.per_week}
    kept = Span(slot.start - who.buffer_before, slot.end + who.buffer_after)
    assert not any(span.overlaps(kept) for span in question.busy[who.user_id])


@given(questions())
def test_the_order_of_busy_times_and_bookings_does_not_matter(question: Question) -> None:
    turned = Question(
        panel=question.panel,
        busy={who: spans[::-1] for who, spans in reversed(question.busy.items())},
        window=question.window,
        length=question.length,
        booked=question.booked[::-1],
        moving=question.moving,
        step=question.step,
    )
    assert search(turned) == search(question)


@given(questions())
def test_busy_times_may_be_given_in_any_zone(question: Question) -> None:
    zone = ZoneInfo("Europe/Berlin")
    told = {
        who: [Span(span.start.astimezone(zone), span.end.astimezone(zone)) for span in spans]
        for who, spans in question.busy.items()
    }
    again = free_slots(
        question.panel, told, question.window, question.length,
        booked=question.booked, moving=question.moving, step=question.step,
    )  # fmt: skip
    assert again == search(question)
