"""The rules that decided, each with a version: what an auditor compares a row with.

A rule that changes gets a new version here and stays in the list of docs/auditors.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in one sentence."""

    version: str
    text: str


ORDER = Rule(
    "seat-order-1",
    "The highest fit score first; equal scores fall to the earlier application, then to the smaller id.",
)
PROMOTION = Rule(
    "promotion-1",
    "A vacated seat goes to the best of the bench in the order of seat-order-1, before the promotion cut-off;"
    " the bench refills from the best of those who wait.",
)
DEADLINE = Rule(
    "deadline-1",
    "An answer counts by the moment it was received; without one by the deadline the seat is vacated.",
)
GATE = Rule("gate-1", "A closed flag holds its step and loses nothing; the kill switch closes every flag.")
BY_HAND = Rule("by-hand-1", "A person decided; rank and score do not overrule it.")
SCORE = Rule(
    "score-1",
    "The scorer named here, on the masked resume and the job's text of that day; the same input gives the same score.",
)

RULES: Mapping[str, Rule] = {
    "application_scored": SCORE,
    "application_rescored": SCORE,
    "ranked": ORDER,
    "shortlisted": ORDER,
    "buffered": ORDER,
    "backfilled": PROMOTION,
    "promoted": PROMOTION,
    "promoted_by_hand": BY_HAND,
    "accepted_by_hand": BY_HAND,
    "rejected_by_hand": BY_HAND,
    "expired": DEADLINE,
    "interview_expired": DEADLINE,
    "step_held": GATE,
    "step_released": GATE,
}
"""By the action of a row."""
