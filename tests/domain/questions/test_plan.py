"""Plans cover what can be covered, fit, never repeat, are the same again, and say why."""

import random
from collections import Counter
from dataclasses import replace
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.questions.model import (
    Ask,
    BankQuestion,
    Choice,
    Difficulty,
    GapKind,
    Grounds,
    Kept,
    Plan,
    Wanted,
)
from domain.questions.plan import MOST_OF_A_SKILL, gaps, make_plan, text_digest

few = settings(max_examples=40)
SKILLS = tuple(UUID(int=number) for number in range(1, 9))


def a_question(
    number: int, skill: int = 0, level: Difficulty = Difficulty.EASY, minutes: int = 5
) -> BankQuestion:
    return BankQuestion(UUID(int=1000 + number), f"Question {number}?", level, minutes, (SKILLS[skill],))


def wanted(skill: int, grounds: Grounds = Grounds.CHOSEN, in_resume: bool | None = None) -> Wanted:
    return Wanted(SKILLS[skill], f"Skill {skill}", grounds, in_resume)


def of_all_levels(skills: int, each: int = 3, minutes: int = 5) -> tuple[BankQuestion, ...]:
    return tuple(
        a_question(100 * skill + 10 * place + n, skill, level, minutes)
        for skill in range(skills)
        for place, level in enumerate(Difficulty)
        for n in range(each)
    )


@st.composite
def asks(draw: st.DrawFn) -> Ask:
    numbers = draw(st.lists(st.integers(0, len(SKILLS) - 1), unique=True, max_size=len(SKILLS)))
    skills = tuple(
        Wanted(
            SKILLS[n],
            f"Skill {n}",
            draw(st.sampled_from(Grounds)),
            draw(st.sampled_from((True, False, None))),
        )
        for n in numbers
    )
    bank = tuple(
        BankQuestion(
            UUID(int=1000 + n),
            f"Question {n}?",
            draw(st.sampled_from(Difficulty)),
            draw(st.integers(1, 12)),
            tuple(draw(st.lists(st.sampled_from(SKILLS), unique=True, min_size=1, max_size=3))),
            draw(st.sampled_from(("en", "de"))),
        )
        for n in range(draw(st.integers(0, 25)))
    )
    ids = [question.id for question in bank]
    used = frozenset(draw(st.lists(st.sampled_from(ids), max_size=5))) if ids else frozenset()
    kept = tuple(
        Kept(question.id, question.skills, question.minutes, question.difficulty)
        for question in (
            draw(st.lists(st.sampled_from(bank), unique_by=lambda q: q.id, max_size=2)) if bank else ()
        )
    )
    return Ask(
        skills,
        bank,
        draw(st.integers(1, 90)),
        draw(st.text(max_size=5)),
        kept=kept,
        used=used,
        used_texts=frozenset(text_digest(one.text) for one in bank[: draw(st.integers(0, 3))]),
    )


def covered(ask: Ask, plan: Plan) -> set[UUID]:
    shown = {skill for choice in plan.choices for skill in choice.question.skills}
    return (shown | {skill for kept in ask.kept for skill in kept.skills}) & {one.id for one in ask.skills}


@few
@given(asks())
def test_a_plan_fits_into_its_minutes(ask: Ask) -> None:
    plan = make_plan(ask)
    kept = sum(one.minutes for one in ask.kept)
    assert plan.minutes == kept + sum(choice.question.minutes for choice in plan.choices)
    assert not plan.choices or plan.minutes <= ask.minutes


@few
@given(asks())
def test_nothing_is_chosen_twice_and_nothing_that_the_candidate_meets_elsewhere(ask: Ask) -> None:
    chosen = [choice.question for choice in make_plan(ask).choices]
    ids = [question.id for question in chosen]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & (ask.used | {kept.question_id for kept in ask.kept})
    assert not {text_digest(question.text) for question in chosen} & ask.used_texts


@few
@given(asks())
def test_every_skill_is_covered_or_named_as_a_gap(ask: Ask) -> None:
    plan = make_plan(ask)
    named = {gap.skill for gap in plan.gaps if gap.skill}
    assert named == {one.id for one in ask.skills} - covered(ask, plan)
    assert all(gap.text.endswith(".") for gap in plan.gaps)
    assert GapKind.NOT_PLANNED not in {gap.kind for gap in plan.gaps}


@few
@given(asks())
def test_a_gap_says_truly_what_is_missing(ask: Ask) -> None:
    plan = make_plan(ask)
    free = [
        one
        for one in ask.bank
        if one.id not in ask.used | {kept.question_id for kept in ask.kept}
        and text_digest(one.text) not in ask.used_texts
        and one.id not in {choice.question.id for choice in plan.choices}
    ]
    for gap in plan.gaps:
        if gap.skill is None:
            assert (gap.kind, ask.skills) == (GapKind.NO_SKILLS, ())
            continue
        about = [one for one in ask.bank if gap.skill in one.skills]
        still = [one for one in free if gap.skill in one.skills]
        if gap.kind is GapKind.EMPTY_BANK:
            assert not about
        elif gap.kind is GapKind.ALL_USED:
            assert about
            assert not still
        else:
            assert all(one.minutes > ask.minutes - plan.minutes for one in still)


@few
@given(asks())
def test_whatever_could_be_covered_with_the_shortest_questions_is_covered(ask: Ask) -> None:
    plan = make_plan(ask)
    free = [
        one
        for one in ask.bank
        if one.id not in ask.used | {kept.question_id for kept in ask.kept}
        and text_digest(one.text) not in ask.used_texts
    ]
    has = {skill for kept in ask.kept for skill in kept.skills}
    shortest = [
        min((one.minutes for one in free if skill.id in one.skills), default=0)
        for skill in ask.skills
        if skill.id not in has
    ]
    if all(shortest) and sum(shortest) + sum(kept.minutes for kept in ask.kept) <= ask.minutes:
        assert covered(ask, plan) == {one.id for one in ask.skills}


@few
@given(asks(), st.randoms(use_true_random=False))
def test_the_same_facts_and_seed_give_the_same_plan_in_whatever_order_they_come(
    ask: Ask, shuffle: random.Random
) -> None:
    bank, skills = list(ask.bank), list(ask.skills)
    shuffle.shuffle(bank)
    shuffle.shuffle(skills)
    assert make_plan(replace(ask, bank=tuple(bank), skills=tuple(skills))) == make_plan(ask)


@few
@given(asks())
def test_each_choice_says_in_one_sentence_why(ask: Ask) -> None:
    names = {one.id: one.name for one in ask.skills}
    for choice in make_plan(ask).choices:
        assert names[choice.skill] in choice.why
        assert choice.skill in choice.question.skills
        assert choice.why.endswith(".")
        assert choice.why.count(". ") == 0


@given(st.integers(1, 4), st.sampled_from((True, False, None)), st.text(max_size=4))
@few
def test_levels_are_mixed_where_the_bank_has_them(skills: int, in_resume: bool | None, seed: str) -> None:
    ask = Ask(
        tuple(wanted(n, in_resume=in_resume) for n in range(skills)), of_all_levels(skills), 15 * skills, seed
    )
    plan = make_plan(ask)
    counts = Counter(choice.question.difficulty for choice in plan.choices)
    assert len(plan.choices) == 3 * skills
    assert max(counts.values()) - min(counts[level] for level in Difficulty) <= 1


def test_a_must_of_the_job_comes_before_the_rest_when_time_is_short() -> None:
    skills = (wanted(0, Grounds.SUGGESTED), wanted(1, Grounds.MUST), wanted(2, Grounds.NICE))
    plan = make_plan(Ask(skills, of_all_levels(3), 10, "s"))
    assert {choice.skill for choice in plan.choices} == {SKILLS[1], SKILLS[2]}
    assert [(gap.kind, gap.skill) for gap in plan.gaps] == [(GapKind.TOO_LITTLE_TIME, SKILLS[0])]
    assert "takes 5 minutes" in plan.gaps[0].text


def test_every_skill_is_asked_about_once_before_any_is_asked_about_twice() -> None:
    plan = make_plan(Ask((wanted(0), wanted(1), wanted(2)), of_all_levels(3), 60, "s"))
    assert {choice.skill for choice in plan.choices[:3]} == set(SKILLS[:3])
    assert all(choice.why.startswith("Covers") for choice in plan.choices[:3])
    assert all(choice.why.startswith("Goes deeper") for choice in plan.choices[3:])
    assert max(Counter(choice.skill for choice in plan.choices).values()) <= MOST_OF_A_SKILL


def test_the_resume_decides_how_deep_the_first_question_goes() -> None:
    def first(in_resume: bool | None) -> Choice:
        return make_plan(Ask((wanted(0, in_resume=in_resume),), of_all_levels(1), 5, "s")).choices[0]

    assert first(True).question.difficulty is Difficulty.MEDIUM
    assert "the resume names it" in first(True).why
    assert first(False).question.difficulty is Difficulty.EASY
    assert "the resume does not show it" in first(False).why
    assert "resume" not in first(None).why


def test_another_seed_gives_another_selection() -> None:
    plans = {
        tuple(
            choice.question.id
            for choice in make_plan(Ask((wanted(0),), of_all_levels(1, 8), 20, seed)).choices
        )
        for seed in "abcdefgh"
    }
    assert len(plans) > 1


def test_one_question_for_two_skills_covers_both_when_there_is_no_time_for_two() -> None:
    both = replace(a_question(1, 0), skills=(SKILLS[0], SKILLS[1]))
    ask = Ask((wanted(0), wanted(1)), (both, a_question(2, 1), a_question(3, 0)), 5, "s")
    plan = make_plan(ask)
    assert plan.gaps == ()
    assert [choice.question for choice in plan.choices] == [both]
    assert "and shows Skill" in plan.choices[0].why


def test_questions_of_another_language_are_taken_only_for_want_of_one() -> None:
    german = replace(a_question(1), language="de")
    ask = Ask((wanted(0),), (a_question(2), german), 5, "s", language="de")
    assert make_plan(ask).choices[0].question == german
    instead = make_plan(replace(ask, bank=(a_question(2),))).choices[0]
    assert "in en, for want of one in de" in instead.why


def test_a_plan_that_stands_tells_what_it_does_not_cover_and_why() -> None:
    ask = Ask((wanted(0), wanted(1), wanted(2)), (a_question(1, 0), a_question(2, 1)), 12, "s")
    kept = (Kept(a_question(1, 0).id, (SKILLS[0],), 5),)
    found = {gap.skill: gap.kind for gap in gaps(replace(ask, kept=kept))}
    assert found == {SKILLS[1]: GapKind.NOT_PLANNED, SKILLS[2]: GapKind.EMPTY_BANK}
