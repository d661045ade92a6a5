"""How many get how far."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """The way from the application to the interview. Whoever reached a stage counts there for good."""

    APPLIED = "applied"
    RANKED = "ranked"
    SHORTLISTED = "shortlisted"
    INVITED = "invited"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"
    INTERVIEWED = "interviewed"


@dataclass(frozen=True, slots=True)
class Funnel:
    """Applications that ever reached each stage."""

    applied: int = 0
    ranked: int = 0
    shortlisted: int = 0
    invited: int = 0
    accepted: int = 0
    confirmed: int = 0
    interviewed: int = 0

    @property
    def stages(self) -> list[tuple[Stage, int]]:
        """In order."""
        return [(stage, getattr(self, stage.value)) for stage in Stage]
