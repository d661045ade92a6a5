"""Looking for requirements in resumes, and what each does to a list."""

from uuid import UUID

import pytest

from domain.requirements import Lack, Requirements, ResumeFacts, Scored, effects, match, parse

RESUME = """SUMMARY
Backend developer.

EXPERIENCE
Backend Developer, Acme, January 2018 - December 2022
Built payment services in Python and managed projects with Kubernetes.

SKILLS
Python, Rust, forecasting

EDUCATION
Bachelor of Science in Physics, 2017

LANGUAGES
English (native), German B2, French: basic
"""


def _met(*texts: str, resume: str = RESUME, **more: object) -> list[float]:
    return [found.met for found in match(parse({"must": list(texts), **more}), resume)]


def test_a_skill_with_work_behind_it_counts_more_than_one_in_a_list() -> None:
    assert _met("Python", "Rust", "Haskell") == [1.0, 0.6, 0.0]


def test_inflected_words_meet_and_parts_of_words_do_not() -> None:
    assert _met("project", "forecast", "Pyth", "Managing projects") == [1.0, 0.6, 0.0, 1.0]


def test_any_alternative_meets_a_choice() -> None:
    assert _met("Haskell or Kubernetes", "Haskell or OCaml") == [1.0, 0.0]


@pytest.mark.parametrize(
    ("name", "text", "met"),
    [("Go", "I go home.", 0.0), ("Go", "Services in Go.", 1.0), ("R", "Models in R.", 1.0)],
)
def test_a_short_name_that_is_an_everyday_word_needs_its_capitals(name: str, text: str, met: float) -> None:
    assert _met(name, resume=text) == [met]


def test_months_are_counted_from_dates_and_against_their_subject() -> None:
    assert _met("4 years of backend", "10 years of backend", "4 years of nursing") == [1.0, 0.5, 0.5]
    known = ResumeFacts(months=12, months_of={"nursing": 48})
    (found,) = match(parse({"must": ["4 years of nursing"]}), RESUME, known)
    assert found.met == 1.0


def test_languages_are_met_by_level() -> None:
    assert _met("German B2", "German C1", "French B1", "English C2", "Spanish") == [1.0, 0.4, 0.4, 1.0, 0.0]
    plain = "I have worked in the kitchen of a big hotel, and it was good work for me and for them."
    assert _met("English C1", resume=plain) == [0.8]


def test_licences_are_met_under_any_of_their_names() -> None:
    german = "Führerschein Klasse C, Staplerschein"
    assert _met("Driving licence class C", "Driving licence", "Forklift licence", "CPA", resume=german) == [
        1,
        1,
        1,
        0,
    ]
    assert _met("Driving licence class C", resume="Driving licence class B") == [0.0]
    assert _met("RN", resume="He learned to learn.") == [0.0]


def test_education_is_met_by_level_or_by_equivalent_work() -> None:
    assert _met("Bachelor's degree", "High school diploma", "Master's degree") == [1.0, 1.0, 0.6]
    assert _met("Master's degree or equivalent experience") == [1.0]


def test_evidence_is_the_line_that_shows_it() -> None:
    wanted = parse(
        {"must": ["Kubernetes", "German B2", "3 years of backend", "Bachelor's degree"], "licences": ["CPA"]}
    )
    for found in match(wanted, RESUME):
        if found.requirement.text == "CPA":
            assert found.evidence is None
            continue
        assert found.evidence is not None
        assert RESUME[found.evidence.start : found.evidence.end] == found.evidence.quote
        assert "\n" not in found.evidence.quote
        assert found.evidence.about == found.requirement.text


@pytest.mark.parametrize("resume", ["", "\n", "x", "İİİ PhD", "a " * 200_000])
def test_any_text_is_matched(resume: str) -> None:
    wanted = parse({"must": ["Python", "PhD", "German B2", "5 years of law", "CPA"]})
    assert all(0 <= found.met <= 1 for found in match(wanted, resume))
    assert match(Requirements(), resume) == ()


def test_matching_does_not_depend_on_what_was_matched_before() -> None:
    wanted = parse({"must": ["Python", "Rust"]})
    first = match(wanted, RESUME)
    match(wanted, "Rust und Python und die Arbeit in der Küche mit dem Team und den Gästen.")
    assert match(wanted, RESUME) == first


def _scored(*rows: tuple[float, float, float | None]) -> list[Scored]:
    return [Scored(UUID(int=n), score, {"Go": Lack(met, gain)}) for n, (score, met, gain) in enumerate(rows)]


def test_dropping_a_requirement_brings_back_those_who_lack_it() -> None:
    wanted = parse({"must": ["Go"]})
    (effect,) = effects(wanted, _scored((80, 1, 0), (70, 1, 0), (65, 0, 10), (60, 0, 5)), top=2)
    assert (effect.met, effect.of, effect.lacking_in_top) == (2, 4, 0)
    assert (effect.leave_if_dropped, effect.leave_if_must) == (1, 0)


def test_making_it_a_must_lets_those_leave_who_lack_it() -> None:
    wanted = parse({"nice": ["Go"]})
    (effect,) = effects(wanted, _scored((80, 0, 4), (70, 0, 8), (65, 1, 0)), top=2)
    assert (effect.lacking_in_top, effect.leave_if_dropped, effect.leave_if_must) == (2, 0, 1)


def test_ties_fall_to_the_earlier_and_unscored_requirements_say_that_they_do_not_know() -> None:
    wanted = parse({"must": ["Go"]})
    (tied,) = effects(wanted, _scored((70, 1, 0), (65, 0, 5)), top=1)
    assert tied.leave_if_dropped == 0
    (unknown,) = effects(wanted, _scored((70, 1, None), (65, 0, None)), top=1)
    assert (unknown.met, unknown.leave_if_dropped, unknown.leave_if_must) == (1, None, None)
    (nobody,) = effects(wanted, [], top=1)
    assert (nobody.of, nobody.leave_if_dropped) == (0, None)
