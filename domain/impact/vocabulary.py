"""The words of an impact report: what people may say of themselves, and the steps that are looked at."""

from collections.abc import Mapping
from enum import StrEnum


class Sex(StrEnum):
    """Answers to the question of sex or gender."""

    FEMALE = "female"
    MALE = "male"
    ANOTHER = "another"


class RaceEthnicity(StrEnum):
    """The categories of the US EEO-1 report (29 CFR 1602.7), which Local Law 144 uses as well."""

    HISPANIC = "hispanic_or_latino"
    WHITE = "white"
    BLACK = "black_or_african_american"
    PACIFIC = "native_hawaiian_or_pacific_islander"
    ASIAN = "asian"
    NATIVE = "american_indian_or_alaska_native"
    SEVERAL = "two_or_more_races"


class AgeBand(StrEnum):
    """The line that the US Age Discrimination in Employment Act draws (29 USC 631)."""

    UNDER_40 = "under_40"
    FORTY_AND_OVER = "40_and_over"


PREFER_NOT = "prefer_not_to_say"
"""An answer as well; in the figures it counts as unknown."""


class Dimension(StrEnum):
    """What a table is split by."""

    SEX = "sex"
    RACE_ETHNICITY = "race_ethnicity"
    SEX_AND_RACE = "sex_and_race_ethnicity"
    AGE_BAND = "age_band"


GROUPS: Mapping[Dimension, tuple[str, ...]] = {
    Dimension.SEX: tuple(Sex),
    Dimension.RACE_ETHNICITY: tuple(RaceEthnicity),
    Dimension.AGE_BAND: tuple(AgeBand),
}


class Column(StrEnum):
    """Sets of applicants that a table counts per group.

    `scored` and `above_median` are the scored step: its rate is the share of the scored that lie above the
    median. The others are steps in the order of the process; who reached one reached all before it.
    """

    SCORED = "scored"
    ABOVE_MEDIAN = "above_median"
    RANKED = "ranked"
    SHORTLISTED = "shortlisted"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    INTERVIEWED = "interviewed"


STEPS = (Column.RANKED, Column.SHORTLISTED, Column.INVITED, Column.CONFIRMED, Column.INTERVIEWED)


class Withheld(StrEnum):
    """Why a step is not broken down by group."""

    NOBODY = "nobody"
    """Nobody reached it."""
    FEW_PEOPLE = "few_people"
    """Fewer people than the minimum tell this step from another that is shown: their names are known."""
    SMALL_GROUPS = "small_groups"
    """The figures of the groups shown would tell those of the groups not shown."""
