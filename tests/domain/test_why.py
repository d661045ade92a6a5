"""The text with its evidence marked, and what an unmet requirement is worth."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.ports import Evidence, RequirementMatch
from domain.why import Piece, pieces, what_ifs

PLACE = st.tuples(st.integers(-2, 12), st.integers(-2, 12))


@given(st.text(max_size=10), st.lists(PLACE, max_size=5))
def test_the_pieces_are_the_whole_text_and_mark_exactly_the_places(
    text: str, places: list[tuple[int, int]]
) -> None:
    found = pieces(text, [Evidence("x", "", start, end) for start, end in places])
    assert "".join(piece.text for piece in found) == text
    inside = [(start, end) for start, end in places if 0 <= start < end <= len(text)]
    at = 0
    for piece in found:
        for offset in range(at, at + len(piece.text)):
            assert bool(piece.about) == any(start <= offset < end for start, end in inside)
        at += len(piece.text)


def test_places_that_overlap_are_named_together() -> None:
    found = pieces("abcd", [Evidence("one", "abc", 0, 3), Evidence("two", "bcd", 1, 4)])
    assert found == [Piece("a", ("one",)), Piece("bc", ("one", "two")), Piece("d", ("two",))]


def test_unmet_requirements_are_worth_their_gain_up_to_the_full_score() -> None:
    found = what_ifs(
        Decimal("60.50"),
        [
            RequirementMatch("bread", "skill", True, 1, 0),
            RequirementMatch("French", "language", False, 0, 4.25),
            RequirementMatch("ovens", "skill", True, 0.5, 80),
        ],
    )
    assert [(one.requirement, one.score) for one in found] == [
        ("ovens", Decimal(100)),
        ("French", Decimal("64.75")),
    ]
