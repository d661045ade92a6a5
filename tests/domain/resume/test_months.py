"""Months of experience: together, by position, by phrase."""

from hypothesis import given
from hypothesis import strategies as st

from domain.resume import months, months_of_phrase, months_where, read_resume
from tests.domain.resume import texts

RANGES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12)


@given(RANGES)
def test_months_are_the_size_of_the_union(ranges: list[tuple[int, int]]) -> None:
    assert months(ranges) == len({m for first, after in ranges for m in range(first, after)})


def test_overlaps_count_once_and_gaps_are_left_alone() -> None:
    assert months([(0, 12), (6, 18), (30, 36)]) == 24


def test_months_of_the_positions_that_hold() -> None:
    facts = read_resume(texts.ENGLISH)
    assert months_where(facts, lambda position: not position.current) == 45
    assert months_where(facts, lambda position: True) == 45 + 35


def test_months_of_a_phrase_come_from_the_blocks_that_name_it() -> None:
    facts = read_resume(texts.ENGLISH)
    assert months_of_phrase(facts, texts.ENGLISH, ["python", "cobol"]) == 45
    assert months_of_phrase(facts, texts.ENGLISH, ["react"]) == 35
    assert months_of_phrase(facts, texts.ENGLISH, ["pyth"]) == 0
    assert months_of_phrase(facts, texts.ENGLISH, ["redis"]) == 0, "a listed skill is no work"
    assert months_of_phrase(facts, texts.ENGLISH, ["", " "]) == 0


def test_a_phrase_is_found_over_a_line_break_and_with_signs_at_its_end() -> None:
    text = "Experience\nEngineer, Acme Inc\n01/2010 - 12/2010\n- Taught machine\nlearning with C++ daily.\n"
    facts = read_resume(text)
    assert months_of_phrase(facts, text, ["machine learning"]) == 12
    assert months_of_phrase(facts, text, ["c++"]) == 12
    assert months_of_phrase(facts, text, ["c"]) == 12, "signs part words"
