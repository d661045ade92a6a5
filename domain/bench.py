"""How well a bench could replace people who drop out. Pure."""

from enum import StrEnum


class BenchHealth(StrEnum):
    """The bench in three grades, and where there is none to grade."""

    FULL = "full"
    PARTIAL = "partial"
    EMPTY = "empty"
    NONE = "none"
    """The job wants no bench, or is not ranked yet."""


def bench_health(size: int, wanted: int, *, is_ranked: bool) -> BenchHealth:
    """The grade of a bench of `size` people of a job that wants `wanted` of them."""
    if not is_ranked or wanted == 0:
        return BenchHealth.NONE
    if size == 0:
        return BenchHealth.EMPTY
    return BenchHealth.FULL if size >= wanted else BenchHealth.PARTIAL
