"""The table from what a message does to its one intent."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.negotiation.intents.decision import Acts, intent_of
from domain.negotiation.reading import Intent
from tests.domain.negotiation.understanding import heard, understood

ACTS = st.builds(Acts, *[st.booleans()] * 9)


@given(ACTS)
def test_leaving_and_wanting_a_person_win_over_everything(acts: Acts) -> None:
    assert intent_of(replace(acts, leaves=True)) is Intent.WITHDRAWAL
    assert intent_of(replace(acts, leaves=False, wants_person=True)) is Intent.HUMAN
    calm = replace(acts, leaves=False, wants_person=False)
    assert intent_of(calm) not in {Intent.WITHDRAWAL, Intent.HUMAN}


@given(ACTS)
def test_what_nobody_wrote_or_contradicts_itself_is_unclear(acts: Acts) -> None:
    calm = replace(acts, leaves=False, wants_person=False)
    assert intent_of(replace(calm, automatic=True)) is Intent.UNCLEAR
    assert intent_of(replace(calm, automatic=False, contradicts=True)) is Intent.UNCLEAR


@given(st.lists(st.sampled_from(["selects", "declines", "asks", "offers"]), unique=True))
def test_two_acts_are_mixed_one_is_itself_and_none_is_unclear(done: list[str]) -> None:
    alone = {
        "selects": Intent.SELECTION,
        "declines": Intent.REJECTION,
        "asks": Intent.QUESTION,
        "offers": Intent.AVAILABILITY,
    }
    got = intent_of(replace(Acts(), **dict.fromkeys(done, True)))
    assert got is (Intent.UNCLEAR if not done else alone[done[0]] if len(done) == 1 else Intent.MIXED)


def test_the_words_of_a_signal_are_quoted_with_their_place() -> None:
    message = "> hi\n\nSorry, I'd like to withdraw my application."
    (evidence, *_) = heard(message).withdrawal
    assert "withdraw" in evidence.words
    assert message[evidence.start : evidence.end].strip() == evidence.words


def test_times_inside_a_question_are_not_offered() -> None:
    assert understood("Do I need to bring my laptop on Tuesday?").available is None
    assert understood("Tuesday, do I need to bring anything?").available is None


def test_times_inside_a_deferral_are_not_offered() -> None:
    assert understood("I'll let you know by Monday").available is None
    got = understood("Wednesday 22 at 2pm works. I'll tell you on Monday if that changes.", ())
    assert got.intent is Intent.AVAILABILITY


def test_abuse_asks_nothing_and_hides_no_time() -> None:
    assert understood("Are you idiots unable to read?").intent is Intent.UNCLEAR
    assert (
        understood("Are you idiots unable to read? I SAID Wednesday after 5.").intent is Intent.AVAILABILITY
    )


def test_an_automatic_answer_is_unclear_even_with_dates_in_it() -> None:
    got = understood("Out of office: I am away until Monday 20 April. For urgent matters call Jane.")
    assert (got.intent, got.available) == (Intent.UNCLEAR, None)
