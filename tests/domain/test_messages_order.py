"""The rule that keeps mails from contradicting each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.messages.order import ABOUT_THEMSELVES, FINAL, ON_THE_WAY, TO_CANDIDATES, may_follow
from domain.vocabulary import MailTemplate as T

MAILS = st.lists(st.sampled_from(sorted(TO_CANDIDATES)), max_size=30)


@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        ((T.INVITATION, T.SLOT_CHOICE, T.CONFIRMATION), T.REGRET),
        ((T.INVITATION, T.SLOT_CHOICE, T.CONFIRMATION), T.EXPIRED),
        ((T.REGRET,), T.INVITATION),
        ((T.INVITATION, T.JOB_CANCELLED), T.REMINDER),
        ((T.INVITATION, T.CONFIRMATION, T.CANCELLATION), T.REMINDER),
        ((T.INVITATION, T.EXPIRED), T.REGRET),
        ((T.INVITATION, T.CONFIRMATION), T.INVITATION),
        ((T.INVITATION, T.CONFIRMATION), T.SLOT_CHOICE),
        ((T.NO_SHOW,), T.INTERVIEWED),
        ((T.REGRET,), T.LEAVE_RECEIPT),
    ],
)
def test_a_contradiction_is_refused(sent: tuple[T, ...], kind: T) -> None:
    assert not may_follow(sent, kind)


@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        ((), T.INVITATION),
        ((), T.REGRET),
        ((T.INVITATION,), T.INVITATION),
        ((T.INVITATION, T.LEAVE_RECEIPT), T.SLOT_CHOICE),
        ((T.INVITATION, T.LEAVE_RECEIPT), T.REGRET),
        ((T.INVITATION, T.SLOT_CHOICE, T.CONFIRMATION, T.CONFIRMATION), T.CANCELLATION),
        ((T.INVITATION, T.SLOT_CHOICE, T.CONFIRMATION, T.REMINDER), T.NO_SHOW),
        ((T.INVITATION, T.SLOT_CHOICE, T.CONFIRMATION), T.INTERVIEWED),
        ((T.INVITATION, T.SLOT_CHOICE, T.CONFIRMATION), T.JOB_CANCELLED),
        ((T.REGRET,), T.REQUEST_RECEIVED),
        ((T.REGRET, T.REQUEST_RECEIVED), T.REQUEST_ANSWERED),
        ((T.REGRET,), T.JOB_FINISHED),
    ],
)
def test_what_goes_on_or_ends_is_told(sent: tuple[T, ...], kind: T) -> None:
    assert may_follow(sent, kind)


@given(MAILS)
def test_whatever_is_tried_nobody_gets_two_final_answers_or_anything_after_one(tried: list[T]) -> None:
    sent: list[T] = []
    for kind in tried:
        if may_follow(sent, kind):
            sent.append(kind)
    finals = [number for number, kind in enumerate(sent) if kind in FINAL]
    assert len(finals) <= 1
    if finals:
        assert set(sent[finals[0] + 1 :]) <= ABOUT_THEMSELVES


@given(st.lists(st.sampled_from(sorted(ON_THE_WAY))))
def test_somebody_under_way_can_always_be_told_the_end(sent: list[T]) -> None:
    """No order of mails leaves a candidate without any final answer that fits."""
    assert any(may_follow(sent, final) for final in FINAL)
    assert may_follow(sent, T.CANCELLATION)
    assert may_follow(sent, T.JOB_CANCELLED)
