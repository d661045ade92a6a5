"""What the machine does next inside its plan. It adds no question, drops no skill and never leaves the order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from domain.interview_bot.answers import MISSES, Verdict


@dataclass(frozen=True, slots=True)
class Planned:
    """One question of the plan, in its order."""

    id: UUID
    skill_ids: frozenset[UUID]
    """What an answer would show. None: for example a question of the job's own; those are always asked."""
    is_asked: bool = False
    verdict: Verdict | None = None
    """Of its answer; None: none was given."""


class Kind(StrEnum):
    """What comes next."""

    ASK = "ask"
    ASK_AGAIN = "ask_again"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class Step:
    """The next step, and the question that it is about."""

    kind: Kind
    question_id: UUID | None = None


def next_step(
    plan: Sequence[Planned], current: UUID | None, verdict: Verdict | None, *, is_repeat: bool
) -> Step:
    """The step after an answer with this verdict to the current question.

    A current question that was not answered (`verdict` None, or the candidate wanted a person and is back) is asked
    again as it was. One whose answer misses it is asked once more, and then left. Of the rest the first in order comes
    next that is still needed: a question whose skills answers have covered is spare, and is left out. It is done
    when every skill is covered or every question was asked.
    """
    if current is not None and any(question.id == current for question in plan):
        if verdict is None or verdict is Verdict.PERSON:
            return Step(Kind.ASK, current)
        if verdict in MISSES and not is_repeat:
            return Step(Kind.ASK_AGAIN, current)
    plan = settled(plan, current, verdict)
    covered = covered_skills(plan)
    left = (q for q in plan if not q.is_asked and not _is_spare(q, covered))
    chosen = next(left, None)
    return Step(Kind.ASK, chosen.id) if chosen is not None else Step(Kind.FINISH)


def settled(plan: Sequence[Planned], current: UUID | None, verdict: Verdict | None) -> Sequence[Planned]:
    """The plan once the current question is done with."""
    return [replace(q, is_asked=True, verdict=verdict) if q.id == current else q for q in plan]


def covered_skills(plan: Sequence[Planned]) -> frozenset[UUID]:
    """Skills about which the candidate said something of substance."""
    return frozenset().union(*(q.skill_ids for q in plan if q.verdict is Verdict.ANSWERED))


def done(plan: Sequence[Planned]) -> int:
    """How many questions are done with: asked, or spare by now."""
    covered = covered_skills(plan)
    return sum(q.is_asked or _is_spare(q, covered) for q in plan)


def _is_spare(question: Planned, covered: frozenset[UUID]) -> bool:
    return bool(question.skill_ids) and question.skill_ids <= covered
