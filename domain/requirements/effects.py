"""What each requirement does to the list: who meets it, and who would leave the top without it.

The scores say by how many points each missing requirement lowers a person (`gain`), so dropping one gives these
points back to everybody who lacks it, and making it a must takes more away. Both are estimates: parts of a score
that depend on each other are not computed anew. The figures are for deciding about requirements, not about people.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.requirements.model import Requirements

MET = 0.5
"""A requirement counts as met from here on."""

MUST_WEIGHS = 2.0
"""How many times more than a nice-to-have a must lowers a score that lacks it."""


@dataclass(frozen=True, slots=True)
class Lack:
    """What became of one requirement in one application."""

    met: float
    gain: float | None
    """Points that the score would rise by if it were met; None: the score was made without it."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One application: its score, and what became of each requirement, by its text."""

    id: UUID
    score: float
    matches: dict[str, Lack]


@dataclass(frozen=True, slots=True)
class Effect:
    """What one requirement does to a job's list."""

    text: str
    must: bool
    met: int
    """Applications that meet it."""
    of: int
    """Applications that were looked at."""
    lacking_in_top: int
    """Of the present top, how many do not meet it."""
    leave_if_dropped: int | None
    """How many of the present top would leave it if nobody were asked for this; None: not known before scoring."""
    leave_if_must: int | None
    """How many would leave it if this were a must; 0 for a must, None: not known before scoring."""


def effects(
    requirements: Requirements, scored: Sequence[Scored], top: int, must_weighs: float = MUST_WEIGHS
) -> tuple[Effect, ...]:
    """The effect of every requirement, in their order.

    `scored` is in the order of arrival, which breaks ties as the ranking does; `top` is how many seats there are.
    """
    present = _top(scored, [one.score for one in scored], top)
    return tuple(
        _effect(item.text, scored, present, top, must=item.must, must_weighs=must_weighs)
        for item in requirements.items
    )


def _effect(
    text: str, scored: Sequence[Scored], present: set[UUID], top: int, *, must: bool, must_weighs: float
) -> Effect:
    lacks = [one.matches.get(text) for one in scored]
    known = [lack for lack in lacks if lack is not None]
    is_scored = bool(known) and all(lack.gain is not None for lack in known)
    gains = [lack.gain or 0.0 if lack else 0.0 for lack in lacks]
    without = [one.score + gain for one, gain in zip(scored, gains, strict=True)]
    harder = [one.score - gain * (must_weighs - 1) for one, gain in zip(scored, gains, strict=True)]
    return Effect(
        text=text,
        must=must,
        met=sum(lack.met >= MET for lack in known),
        of=len(known),
        lacking_in_top=sum(
            lack is not None and lack.met < MET and one.id in present
            for one, lack in zip(scored, lacks, strict=True)
        ),
        leave_if_dropped=len(present - _top(scored, without, top)) if is_scored else None,
        leave_if_must=(0 if must else len(present - _top(scored, harder, top))) if is_scored else None,
    )


def _top(scored: Sequence[Scored], scores: Sequence[float], top: int) -> set[UUID]:
    order = sorted(range(len(scored)), key=lambda i: -scores[i])
    return {scored[i].id for i in order[:top]}
