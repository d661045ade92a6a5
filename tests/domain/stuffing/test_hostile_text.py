"""Resumes written to wear the checks out cost no more than their length."""

from domain.stuffing import inspect, prepare_advert
from domain.stuffing.inspection import prepare_resume_tokens
from tests.support.effort import done_within


def test_many_words_that_come_often_take_linear_time() -> None:
    words = [f"{a}{b}{c}" for a in "bcdfghjklmnp" for b in "aeiou" for c in "bcdfghjklmnprstvwxz"]
    text = " ".join(words * 45)[:200_000]
    done_within(1, lambda: prepare_resume_tokens(text), forget=prepare_resume_tokens.cache_clear)


def test_many_copies_on_one_line_take_linear_time() -> None:
    words = [f"{a}{b}word" for a in "bcdfghjklmnprstvwxz" for b in "bcdfghjklmnprstvwxz"]
    advert = prepare_advert("", " ".join(words))
    resume = " ".join(" ".join([*words[i % 300 : i % 300 + 9], words[-1 - i % 7]]) for i in range(2_800))
    found = done_within(2, lambda: inspect(advert, resume), forget=prepare_resume_tokens.cache_clear)
    assert found.discounted == ((0, len(resume[:200_000])),)
