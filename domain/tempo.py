"""Business time. Every rule of the product works in business time; `Tempo` maps it to the wall clock.

In production both are the same (`rate` 1). A demo runs with a larger rate: at rate 3600 an hour of
business passes in a second. Nothing else in the product knows about scaled time.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Tempo:
    """A linear clock: business time equals the wall clock at `origin` and runs `rate` times as fast."""

    origin: datetime = EPOCH
    rate: float = 1.0

    def business(self, wall: datetime) -> datetime:
        """The business instant at a wall-clock instant (both aware)."""
        return wall if self.rate == 1.0 else self.origin + (wall - self.origin) * self.rate

    def wall(self, business: datetime) -> datetime:
        """The wall-clock instant at which a business instant is reached."""
        return business if self.rate == 1.0 else self.origin + (business - self.origin) / self.rate

    def wall_span(self, span: timedelta) -> timedelta:
        """How long a business span takes on the wall clock."""
        return span if self.rate == 1.0 else span / self.rate
