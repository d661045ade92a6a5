"""What a job tells the machine: bounds, and its own questions line by line."""

import pytest

from domain.errors import InvalidInputError
from domain.interview_bot.texts import LONGEST, checked, checked_questions, questions_of


def test_each_line_is_a_question_once() -> None:
    text = "- Can you work at night?\n\n * Why bread?\r\nCan you work at night?\n•  Which oven? "
    assert questions_of(text) == ["Can you work at night?", "Why bread?", "Which oven?"]
    assert questions_of(None) == []


def test_a_text_has_up_to_five_thousand_characters() -> None:
    assert checked("custom_screening_prompt", "x" * LONGEST) == "x" * LONGEST
    assert checked("custom_screening_prompt", "  \r\n ") is None
    with pytest.raises(InvalidInputError) as caught:
        checked("custom_screening_prompt", "x" * (LONGEST + 1))
    assert caught.value.field == "custom_screening_prompt"


@pytest.mark.parametrize(
    "text", ["\n".join(f"Question {n}?" for n in range(31)), "x" * 1001, "Fine?\nAre you married?"]
)
def test_too_many_too_long_or_unlawful_questions_are_refused(text: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        checked_questions("custom_interview_questions", text)
    assert caught.value.field == "custom_interview_questions"
