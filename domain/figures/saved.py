"""What automation took off people's hands, in minutes and in steps.

Minutes saved are the sum over kinds of steps of how often the automation took the step, times how many minutes a
person takes for it. The minutes are assumptions: an installation sets its own. As a check of their size: a survey
of recruiters found that two thirds need between 30 minutes and 2 hours to schedule one interview (Yello, Interview
Scheduling Survey 2020); an invitation, a booking and a reminder below together make 28.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from domain.errors import InvalidInputError
from domain.figures.shares import Share
from domain.vocabulary import Trigger


class Step(StrEnum):
    """Kinds of steps that the automation takes, by what the log calls them."""

    APPLICATION_SCORED = "application_scored"
    INVITATION_SENT = "invitation_sent"
    NEGOTIATION_ANSWERED = "negotiation_awaiting_selection"
    INTERVIEW_BOOKED = "interview_booked"
    REMINDER_SENT = "reminder_sent"
    EARLY_REMINDER_SENT = "early_reminder_sent"
    INTERVIEW_EXPIRED = "interview_expired"
    PROMOTED = "promoted"
    INTERVIEWER_REPLACED = "interviewer_replaced"
    FILLED_ANSWERED = "job_filled"
    EXHAUSTED_ANSWERED = "job_exhausted"
    CANCELLED_ANSWERED = "job_cancelled"


MINUTES: Mapping[Step, float] = MappingProxyType(
    {
        Step.APPLICATION_SCORED: 1.0,
        Step.INVITATION_SENT: 5.0,
        Step.NEGOTIATION_ANSWERED: 5.0,
        Step.INTERVIEW_BOOKED: 20.0,
        Step.REMINDER_SENT: 3.0,
        Step.EARLY_REMINDER_SENT: 3.0,
        Step.INTERVIEW_EXPIRED: 3.0,
        Step.PROMOTED: 5.0,
        Step.INTERVIEWER_REPLACED: 15.0,
        Step.FILLED_ANSWERED: 2.0,
        Step.EXHAUSTED_ANSWERED: 2.0,
        Step.CANCELLED_ANSWERED: 2.0,
    }
)
"""Minutes of a person for one step, by default."""

SCORING = frozenset({Step.APPLICATION_SCORED})
"""Left out of the share of steps without a person: thousands of scores would hide everything else."""

BY_HAND = frozenset(
    {
        "accepted_by_hand", "promoted_by_hand", "rejected_by_hand", "cancelled_by_hand", "deadline_extended",
        "negotiation_escalated", "recruiter_answered", "time_proposed", "message_passed_on",
    }
)  # fmt: skip
"""Steps that a person took, or that were handed to one, by what the log calls them."""

HOUR = 60


@dataclass(frozen=True, slots=True)
class SavedLine:
    """One kind of step: how often without a person, and what each is worth."""

    step: Step
    count: int
    minutes_each: float

    @property
    def minutes(self) -> float:
        """Of all of them."""
        return self.count * self.minutes_each


@dataclass(frozen=True, slots=True)
class Saving:
    """Lines of all kinds that happened, in the order of `Step`."""

    lines: tuple[SavedLine, ...]

    @property
    def hours(self) -> float:
        """The whole."""
        return sum(line.minutes for line in self.lines) / HOUR


Tally = Iterable[tuple[str, Trigger, int]]
"""Rows of the log: what, set in motion by what, how often."""


def time_saved(tally: Tally, minutes: Mapping[Step, float] = MINUTES) -> Saving:
    """What the automation did by itself, with the minutes of each kind."""
    counts = dict.fromkeys(Step, 0)
    for action, trigger, count in tally:
        if trigger is not Trigger.MANUAL and action in set(Step):
            counts[Step(action)] += count
    return Saving(tuple(SavedLine(step, n, minutes[step]) for step, n in counts.items() if n))


def steps_without_a_person(tally: Tally) -> Share:
    """Of all steps about places and interviews, those that nobody had to take. Scores are left out."""
    alone = handed = 0
    for action, trigger, count in tally:
        if action in BY_HAND:
            handed += count
        elif action in set(Step) - SCORING:
            if trigger is Trigger.MANUAL:
                handed += count
            else:
                alone += count
    return Share(alone, alone + handed)


def minutes_of(changed: Mapping[str, float]) -> dict[Step, float]:
    """The minutes of each kind with an installation's own. Raises InvalidInputError for what does not fit."""
    unknown = sorted(set(changed) - set(Step))
    if unknown:
        raise InvalidInputError(
            f"There is no step {unknown[0]}.", field="step_minutes", remedy=f"Steps are: {', '.join(Step)}."
        )
    if any(not 0 <= value <= HOUR * 8 for value in changed.values()):
        raise InvalidInputError(
            "Minutes of a step lie between 0 and 480.", field="step_minutes", remedy="Correct them."
        )
    return {step: changed.get(step.value, MINUTES[step]) for step in Step}
