"""Flags for one job: sticky, monotone, fair."""

from uuid import UUID, uuid5

from hypothesis import given
from hypothesis import strategies as st

from domain.flags import is_on, rollout_share
from domain.identifiers import NAMESPACE
from domain.vocabulary import Flag
from feature_flags.registry import FLAGS

names = st.sampled_from([flag.value for flag in Flag])
percentages = st.integers(0, 100)


def decided(
    flag: str, percentage: int, job: UUID | None, *, on: bool = True, override: bool | None = None
) -> bool:
    return is_on(flag, enabled=on, rollout_percentage=percentage, override=override, job_id=job)


@given(names, st.uuids(), percentages, percentages)
def test_a_larger_roll_out_takes_no_job_away(flag: str, job: UUID, one: int, other: int) -> None:
    small, large = sorted((one, other))
    assert decided(flag, large, job) or not decided(flag, small, job)


@given(names, st.uuids())
def test_nobody_is_in_at_0_and_everybody_at_100(flag: str, job: UUID) -> None:
    assert not decided(flag, 0, job)
    assert decided(flag, 100, job)
    assert 0 <= rollout_share(flag, job) < 100


@given(names, st.uuids() | st.none(), percentages, st.booleans(), st.booleans())
def test_an_override_decides_whatever_else_is_set(
    flag: str, job: UUID | None, percentage: int, on: bool, override: bool
) -> None:
    assert decided(flag, percentage, job, on=on, override=override) is override


@given(names, st.uuids() | st.none(), percentages)
def test_off_is_off(flag: str, job: UUID | None, percentage: int) -> None:
    assert not decided(flag, percentage, job, on=False)


def test_a_roll_out_reaches_about_its_share_of_jobs_and_not_the_same_ones_for_each_flag() -> None:
    jobs = [uuid5(NAMESPACE, str(n)) for n in range(4000)]
    for percentage in (1, 10, 25, 50, 90):
        share = sum(decided("reminders", percentage, job) for job in jobs) / 40
        assert abs(share - percentage) < 3
    both = sum(decided("reminders", 50, job) and decided("auto_promotion", 50, job) for job in jobs) / 40
    assert 22 < both < 28


def test_where_a_job_stands_never_changes() -> None:
    """Sticky over releases, too: a new number here would move running jobs in and out of a roll-out."""
    assert round(rollout_share("reminders", UUID(int=1)), 6) == 35.677957


def test_every_flag_says_what_it_holds() -> None:
    assert set(FLAGS) == set(Flag)
