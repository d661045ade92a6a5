"""Occupations: names that people use for one occupation, and what is done in it."""

from dataclasses import dataclass
from functools import cache

from domain.taxonomy.files import OCCUPATIONS, rows


@dataclass(frozen=True, slots=True)
class Occupation:
    """An ESCO occupation, or an ISCO-08 group of them (id "C" and its digits)."""

    id: str
    name: str
    labels: str
    """All names, the preferred one first, one after the other without marks between them."""
    description: str


@cache
def occupations() -> tuple[Occupation, ...]:
    """All occupations, in the order of the file; about 3,700."""
    return tuple(Occupation(*row) for row in rows(OCCUPATIONS))
