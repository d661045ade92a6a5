"""How far the questions of an interview cover its skills."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one question of an interview stands."""

    skills: tuple[UUID, ...]
    """Every skill that it shows."""
    asked: bool
    answered: bool


@dataclass(frozen=True, slots=True)
class Covered:
    """One skill of an interview: how many questions about it are planned, were asked, were answered."""

    skill_id: UUID
    name: str
    planned: int
    """All of them, those that were asked included."""
    asked: int
    answered: int


def coverage(skills: Sequence[tuple[UUID, str]], questions: Sequence[Standing]) -> tuple[Covered, ...]:
    """One line for each skill, in the order given. A question about several skills counts for each."""
    lines = []
    for skill, name in skills:
        about = [one for one in questions if skill in one.skills]
        asked = sum(one.asked or one.answered for one in about)
        lines.append(Covered(skill, name, len(about), asked, sum(one.answered for one in about)))
    return tuple(lines)
