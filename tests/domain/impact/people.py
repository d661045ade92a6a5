"""Applicants by the dozen, and random ones."""

from hypothesis import strategies as st

from domain.impact import AgeBand, Column, RaceEthnicity, Row, Sex
from domain.impact.vocabulary import STEPS


def some(
    count: int,
    furthest: Column | None = None,
    *,
    sex: Sex | None = None,
    race: RaceEthnicity | None = None,
    age: AgeBand | None = None,
    score: float | None = None,
) -> list[Row]:
    """So many applicants of one kind."""
    return [Row(sex, race, age, furthest, score)] * count


def crowds(most: int, *, scores: bool = True) -> st.SearchStrategy[list[Row]]:
    """Up to so many applicants; few kinds, so that small groups, empty ones and large ones all occur."""
    return st.lists(
        st.builds(
            Row,
            st.sampled_from([Sex.FEMALE, Sex.MALE, Sex.MALE, Sex.ANOTHER, None]),
            st.sampled_from(
                [RaceEthnicity.WHITE, RaceEthnicity.WHITE, RaceEthnicity.BLACK, RaceEthnicity.ASIAN, None]
            ),
            st.sampled_from([*AgeBand, None]),
            st.sampled_from([None, *STEPS]),
            st.sampled_from([None, 10.0, 20.0, 30.0, 40.0]) if scores else st.none(),
        ),
        max_size=most,
    )
