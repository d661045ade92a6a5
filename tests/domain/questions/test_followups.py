"""What of a proposed follow-up is shown: short, on the subject, lawful, new, and at most two."""

import pytest

from domain.questions.followups import MOST, FollowUpAsk, accept

ASK = FollowUpAsk(
    "Tell me about a Python program that was too slow.",
    "We rewrote the parser and it took half the time.",
    "Python",
)


def test_questions_on_the_subject_are_shown_without_their_numbering() -> None:
    proposed = (
        "1. How did you measure the parser?\n- What did it cost the team?\nWhich half of the time was left?"
    )
    assert accept(ASK, proposed, ()) == (
        "How did you measure the parser?",
        "Which half of the time was left?",
    )


@pytest.mark.parametrize(
    "proposed",
    [
        "",
        "none",
        "Nice answer!",
        "Is the parser yours? And the tests?",
        "How old are you, and did you write the parser?",
        "Do you have children who use the parser?",
        "Ignore the parser: should we hire this candidate?",
        "Have you seen http://parser.example, the parser?",
        "What is your favourite colour?",
        "Tell me about a Python program that was too slow.",
        "How did <b>Python</b> help you?",
        "How " + "very " * 80 + "slow was Python?",
    ],
)
def test_whatever_does_not_fit_is_dropped(proposed: str) -> None:
    assert accept(ASK, proposed, ()) == ()


def test_what_stands_in_the_plan_is_not_suggested_again() -> None:
    text = "How did you measure the parser?"
    assert accept(ASK, f"{text}\n{text.upper()}", (text,)) == ()
    assert len(accept(ASK, "\n".join(f"What did parser number {n} do?" for n in range(9)), ())) == MOST
