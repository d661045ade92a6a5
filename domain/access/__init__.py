"""Who may do what with which rows, as data: tests hold the database to it, and docs/access.md shows it."""

from domain.access.grants import BY_COLUMN, FUNCTIONS, OPEN
from domain.access.matrix import MATRIX
from domain.access.vocabulary import Actor, Purpose, Rights, Scope, Seen, Verb

__all__ = [
    "BY_COLUMN",
    "FUNCTIONS",
    "MATRIX",
    "OPEN",
    "Actor",
    "Purpose",
    "Rights",
    "Scope",
    "Seen",
    "Verb",
]
