"""The rule of no-show risk, for any facts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.risk import NEUTRAL, WEIGHTS, Band, Part, RiskFacts, assess, band_of, explain

facts = st.builds(
    RiskFacts,
    answer_share=st.none() | st.floats(-1, 2),
    rounds=st.integers(0, 5),
    moves=st.integers(0, 5),
    escalated=st.booleans(),
    missing=st.none() | st.integers(0, 3),
    attended=st.integers(0, 40),
    missed=st.integers(0, 40),
)


def levels(known: RiskFacts) -> dict[Part, float]:
    return {part.part: part.level for part in assess(known).parts}


@given(facts)
def test_a_risk_and_all_its_levels_lie_between_0_and_1(known: RiskFacts) -> None:
    risk = assess(known)
    assert 0 <= risk.value <= 1
    assert all(0 <= part.level <= 1 for part in risk.parts)


@given(facts)
def test_the_points_of_the_parts_are_the_value(known: RiskFacts) -> None:
    risk = assess(known)
    assert round(sum(part.points for part in risk.parts), 6) == risk.value
    assert all(0 <= part.points <= part.weight / 100 for part in risk.parts)


@given(facts, st.floats(0, 1), st.integers(0, 3))
def test_the_risk_never_falls_when_something_speaks_for_a_no_show(
    known: RiskFacts, later: float, more: int
) -> None:
    before = assess(known).value
    worse = [
        replace(known, rounds=known.rounds + more),
        replace(known, moves=known.moves + more),
        replace(known, escalated=True),
        replace(known, missed=known.missed + more) if known.attended + known.missed else known,
    ]
    if known.answer_share is not None:
        worse.append(replace(known, answer_share=known.answer_share + later))
    if known.missing is not None:
        worse.append(replace(known, missing=known.missing + more))
    assert all(assess(one).value >= before for one in worse)


@given(facts)
def test_an_interview_that_took_place_never_raises_the_risk(known: RiskFacts) -> None:
    assert assess(replace(known, attended=known.attended + 1)).value <= assess(known).value


def test_the_weights_are_those_of_the_plan_and_together_the_whole() -> None:
    assert WEIGHTS == {Part.RESPONSE: 30, Part.NEGOTIATION: 25, Part.COMPLETENESS: 20, Part.HISTORY: 25}
    assert sum(WEIGHTS.values()) == 100


def test_what_nobody_knows_counts_as_neither_good_nor_bad() -> None:
    parts = {part.part: part for part in assess(RiskFacts()).parts}
    unknown = {Part.RESPONSE, Part.COMPLETENESS, Part.HISTORY}
    assert {part for part, one in parts.items() if not one.is_known} == unknown
    assert all(parts[part].level == NEUTRAL for part in unknown)


def test_somebody_who_comes_for_the_first_time_answers_at_once_and_is_complete_is_green() -> None:
    risk = assess(RiskFacts(answer_share=0.0, missing=0))
    assert (risk.value, risk.band) == (0.125, Band.GREEN)


def test_the_strongest_signs_of_everything_are_red() -> None:
    risk = assess(RiskFacts(answer_share=1.0, rounds=3, missing=3, attended=0, missed=3))
    assert risk.value == pytest.approx(0.95)
    assert risk.band is Band.RED


def test_one_missed_interview_weighs_less_than_many() -> None:
    once, often = levels(RiskFacts(missed=1)), levels(RiskFacts(missed=8))
    assert NEUTRAL < once[Part.HISTORY] < often[Part.HISTORY] < 1


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (0.0, Band.GREEN),
        (0.299, Band.GREEN),
        (0.3, Band.YELLOW),
        (0.699, Band.YELLOW),
        (0.7, Band.RED),
        (1.0, Band.RED),
    ],
)
def test_the_bands_begin_at_their_borders(value: float, band: Band) -> None:
    assert band_of(value) is band


@given(facts)
def test_every_part_is_explained_in_one_calm_sentence(known: RiskFacts) -> None:
    told = explain(assess(known))
    assert set(told) == set(Part)
    assert all(
        sentence.endswith(".") and sentence[0].isupper() | sentence[0].isdigit() for sentence in told.values()
    )
