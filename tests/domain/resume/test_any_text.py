"""Any text is read without an error, in time that grows with its length, and facts stand where they say."""

import random
from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.resume import Fact, ResumeFacts, Span, headings, read_resume
from domain.resume.source import LONGEST
from tests.domain.resume import texts
from tests.support.effort import done_within

_PIECES = st.sampled_from(
    [line for text in texts.ALL for line in text.splitlines()]
    + [
        "\u200b",
        "\ufeff",
        "\t",
        "   ",
        "(",
        ")",
        "2019 -",
        "- present",
        "12/2019",
        ":",
        "İ",
        "ß",
        "\x00",
        "\x85",
        "Skills:",
    ]
)
_JOINTS = st.sampled_from(["\n", " ", "\u200b", "", "\r\n", "\n\n"])
_NOISY = st.lists(st.tuples(_PIECES, _JOINTS), max_size=40).map(
    lambda parts: "".join(a + b for a, b in parts)
)


def facts_in(facts: ResumeFacts) -> Iterator[Fact]:
    yield from (fact for fact in (facts.headline, facts.summary) if fact is not None)
    for position in facts.positions:
        yield from (fact for fact in (position.title, position.employer) if fact is not None)
    yield from (study.fact for study in facts.education)
    yield from (skill.fact for skill in facts.languages)
    yield from (*facts.skills, *facts.projects, *facts.certificates)


def spans_in(facts: ResumeFacts) -> Iterator[Span]:
    for section in facts.sections:
        yield section.body
        if section.heading is not None:
            yield section.heading
    yield from (position.span for position in facts.positions)


def stands_where_it_says(text: str) -> None:
    facts = read_resume(text)
    for fact in facts_in(facts):
        assert fact.text
        assert text[fact.start : fact.end] == fact.text
    for span in spans_in(facts):
        assert 0 <= span.start <= span.end <= len(text)
    for position in facts.positions:
        assert (position.start is None) == (position.end is None)
        if position.start is not None and position.end is not None:
            assert position.start < position.end


@given(st.text(max_size=400))
@example("")
@example("\ufeff\u200b")
@example("Experience\n2019 -")
def test_facts_of_any_text_stand_where_they_say(text: str) -> None:
    stands_where_it_says(text)


@given(_NOISY)
def test_facts_of_noisy_resumes_stand_where_they_say(text: str) -> None:
    stands_where_it_says(text)


@given(st.sampled_from(texts.ALL), st.randoms(use_true_random=False))
def test_facts_of_cut_columns_stand_where_they_say(text: str, rng: random.Random) -> None:
    lines = text.splitlines()
    half = rng.randint(1, len(lines))
    stands_where_it_says(
        "\n".join(f"{a:<50}{b}" for a, b in zip(lines[:half], lines[half:] * half, strict=False))
    )


@pytest.mark.parametrize(
    "unit",
    [
        "a", " ", "\n", "\t", "(", ",", "-", ".", "2019 ", "2019-", "2019 - ", "01/2019 to 02/2020 ", "Skills: ",
        "Experience\n", "Experience ", "EXPERIENCE ", "\u200b", "a\u200b", "Clerk\n2019 - 2020\n", "fluent in ",
        "Clerk 01/2019 - 02/2019 Acme Inc ", "B.", "Spanish ", "• ", "A ", "Python, ", "Bachelor\n", "    x",
    ],
)  # fmt: skip
@pytest.mark.slow
def test_five_megabytes_of_anything_are_read_in_two_seconds(unit: str) -> None:
    text = unit * (5_000_000 // len(unit))
    for start in ("", "Experience\n"):
        done_within(2.0, partial(read_resume, start + text), forget=headings._kind.cache_clear)


def test_what_stands_behind_the_limit_is_not_read() -> None:
    text = "x" * LONGEST + "\nSkills\nPython\n"
    assert read_resume(text).skills == ()
