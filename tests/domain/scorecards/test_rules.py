"""What may stand on a card, what is proposed for one, and how several become one."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.insights.model import Kind
from domain.scorecards import (
    DIMENSIONS,
    Card,
    Insight,
    Point,
    Recommendation,
    checked,
    merged,
    proposed,
    ready,
)
from domain.scorecards.rules import MOST_POINTS
from domain.scorecards.scale import ANCHORS, MEANINGS, STEPS

TURN = UUID(int=1)
HIRE, NO_HIRE, MAYBE = Recommendation.HIRE, Recommendation.NO_HIRE, Recommendation.MAYBE
CARDS = st.lists(
    st.builds(
        Card,
        st.dictionaries(st.sampled_from(DIMENSIONS), st.integers(1, 10), min_size=1),
        st.sampled_from(Recommendation),
        st.sampled_from(["Because.", "Knows it."]),
        st.lists(st.builds(Point, st.sampled_from("ab"), st.sampled_from("xy")), max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=6,
)


def a_card(**change: Any) -> Card:
    given = {"ratings": {"technical": 7}, "recommendation": HIRE, "justification": "Because.", **change}
    return Card(**given)


def test_every_dimension_has_an_anchor_for_every_step() -> None:
    assert set(MEANINGS) == set(ANCHORS) == set(DIMENSIONS)
    assert all(len(set(steps)) == len(STEPS) for steps in ANCHORS.values())


def test_blanks_and_empty_points_are_left_out() -> None:
    card = checked(a_card(notes="  a\r\nb  ", strengths=(Point("  "), Point(" fast ", ""))))
    assert (card.notes, card.strengths) == ("a\nb", (Point("fast"),))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"ratings": {"technical": 0}}, "technical"),
        ({"ratings": {"technical": 11}}, "technical"),
        ({"ratings": {"charm": 5}}, "charm"),
        ({"notes": "x" * 8001}, "notes"),
        ({"summary": "a\x00b"}, "summary"),
        ({"strengths": (Point("", "a quote alone"),)}, "strengths"),
        ({"weaknesses": tuple(Point(str(n)) for n in range(MOST_POINTS + 1))}, "weaknesses"),
    ],
)
def test_what_does_not_fit_is_refused_by_field(change: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        checked(a_card(**change))
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("card", "field"),
    [
        (a_card(ratings={}), "attitude"),
        (a_card(recommendation=None), "recommendation"),
        (a_card(justification=""), "justification"),
    ],
)
def test_a_card_is_not_ready_before_it_says_what_and_why(card: Card, field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        ready(card)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("votes", "together"),
    [
        ([HIRE], HIRE),
        ([HIRE, HIRE, MAYBE], HIRE),
        ([HIRE, MAYBE], MAYBE),
        ([HIRE, HIRE, HIRE, NO_HIRE], MAYBE),
        ([NO_HIRE, NO_HIRE, MAYBE], NO_HIRE),
        ([NO_HIRE, MAYBE], MAYBE),
        ([MAYBE, MAYBE], MAYBE),
    ],
)
def test_more_than_half_recommend_and_hire_against_no_hire_is_maybe(
    votes: list[Recommendation], together: Recommendation
) -> None:
    found = merged([a_card(recommendation=vote) for vote in votes])
    assert found.recommendation is together
    assert found.is_disputed == ({HIRE, NO_HIRE} <= set(votes))
    assert sum(found.votes.values()) == len(votes)


def test_a_dimension_is_the_mean_of_the_cards_that_assessed_it() -> None:
    found = merged([a_card(ratings={"technical": 8, "english": 4}), a_card(ratings={"technical": 5})])
    assert found.ratings == {"technical": 7, "english": 4}
    assert found.overall_score == 5.2
    assert (found.spread["technical"].lowest, found.spread["technical"].highest) == (5, 8)


@given(CARDS)
def test_merging_stays_within_the_cards_whatever_their_order(cards: list[Card]) -> None:
    found, turned = merged(cards), merged(cards[::-1])
    assert found.spread == turned.spread
    assert (found.ratings, found.recommendation, found.overall_score) == (
        turned.ratings, turned.recommendation, turned.overall_score,
    )  # fmt: skip
    for name, one in found.spread.items():
        assert one.lowest <= one.mean <= one.highest
        assert one.lowest <= found.ratings[name] <= one.highest
    points = [(point.text, point.evidence) for point in found.strengths]
    assert len(points) == len(set(points))


def _insight(kind: Kind, content: str, evidence: str | None, **more: Any) -> Insight:
    return Insight(kind, "info", content, evidence=evidence, turn_id=TURN, **more)


def test_a_proposal_quotes_only_what_still_stands_and_never_recommends() -> None:
    insights = [
        _insight(Kind.GREEN_FLAG, "Names a figure.", "cut it by 40 percent", score={"technical": 7.5}),
        _insight(Kind.RED_FLAG, "Stays vague.", "words that were corrected since"),
        _insight(Kind.CONTRADICTION, "8 years now.", "eight years"),
        _insight(Kind.NOTE, "A note.", "eight years"),
    ]
    found = proposed(insights, {TURN: "I cut it by 40 percent in eight years."})
    assert found.ratings == {"technical": 8}
    assert [point.evidence for point in found.strengths] == ["cut it by 40 percent"]
    assert [point.evidence for point in found.weaknesses] == ["eight years"]
    assert found.summary.startswith("1 strength and 1 point to weigh")
    assert proposed([], {}) == type(found)({}, (), (), "")


@given(
    st.lists(
        st.builds(
            Insight,
            st.sampled_from(Kind),
            st.sampled_from(["info", "success"]),
            st.sampled_from(["A.", "B."]),
            st.none() | st.sampled_from(["Python", "German"]),
            st.none() | st.sampled_from(["one two", "three", "not there"]),
            st.just(TURN),
            st.none() | st.dictionaries(st.sampled_from(DIMENSIONS), st.floats(1, 10)),
        ),
        max_size=8,
    )
)
def test_every_proposed_quote_stands_in_its_turn_and_every_rating_on_the_scale(
    insights: list[Insight],
) -> None:
    words = "one two three"
    found = proposed(insights, {TURN: words})
    assert all(point.evidence in words for point in (*found.strengths, *found.weaknesses))
    assert all(1 <= value <= 10 for value in found.ratings.values())
    checked(
        Card(found.ratings, strengths=found.strengths, weaknesses=found.weaknesses, summary=found.summary)
    )
