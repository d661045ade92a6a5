"""Where a closed job stands: seats to fill, seats kept, or nothing left to try. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.vocabulary import JobStatus


@dataclass(frozen=True, slots=True)
class SeatCount:
    """A job's seats and what could fill them."""

    openings: int
    live: int
    """Seats whose interview is invited, negotiated, booked or under way, or about to be invited."""
    completed: int
    """Seats whose interview took place."""
    bench: int
    """Buffer and pending applications that could still be promoted."""
    cutoff: datetime | None = None
    """No automatic promotion from here on; None: no limit."""

    @property
    def vacant(self) -> int:
        """Seats nobody holds."""
        return max(0, self.openings - self.live - self.completed)


class Outlook(StrEnum):
    """What a job waits for."""

    FILLED = "filled"
    EXHAUSTED = "exhausted"
    INTERVIEWS = "interviews"
    """Interviews are still under way."""
    RECRUITER = "recruiter"
    """Seats are vacant, the bench is not empty, but automation may not promote any more."""


def outlook(seats: SeatCount, now: datetime) -> Outlook:
    """Whether the job is done.

    Filled: every seat's interview took place. Exhausted: seats stay vacant, nobody is left to promote and
    nothing is under way. Past the cut-off a recruiter decides, because people wait on the bench.
    """
    if seats.completed >= seats.openings:
        return Outlook.FILLED
    if seats.live > 0:
        return Outlook.INTERVIEWS
    if seats.bench == 0:
        return Outlook.EXHAUSTED
    if seats.cutoff is not None and now >= seats.cutoff:
        return Outlook.RECRUITER
    return Outlook.INTERVIEWS


FINISHED: dict[Outlook, JobStatus] = {
    Outlook.FILLED: JobStatus.FILLED,
    Outlook.EXHAUSTED: JobStatus.EXHAUSTED,
}
