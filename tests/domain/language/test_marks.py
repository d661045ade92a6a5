"""Long runs of combining marks neither change what a text says nor cost more than their length."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language.marks import MOST_MARKS, composed
from domain.layout import MOST_READ, plain
from domain.stuffing.tokens import tokens_of
from tests.support.effort import done_within

FAST = 3.0
"""Seconds; each took a minute and more, during which no other thread of the process ran."""


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\uff9e\u0323", "\u0344\u0316"])
def test_marks_in_any_number_on_one_letter_take_linear_time(marks: str) -> None:
    text = "a" + marks * 100_000
    found = done_within(FAST, lambda: composed(text))
    done_within(FAST, lambda: tokens_of(text))
    assert len(found) <= MOST_MARKS + 1
    assert composed(found) == found


@pytest.mark.slow
def test_a_text_of_characters_that_grow_is_read_in_time() -> None:
    done_within(5 * FAST, lambda: plain("\ufdfa" * 5_000_000))


@given(st.text(alphabet=st.sampled_from("aeoñ \u0301\u0323\u0327ﬁ①が\n"), max_size=MOST_MARKS))
def test_what_people_write_is_composed_as_unicode_says(text: str) -> None:
    assert composed(text) == unicodedata.normalize("NFKC", text)


def test_a_text_beyond_what_is_read_is_its_beginning() -> None:
    assert plain("word " * MOST_READ) == plain("word " * (MOST_READ // 5))
