"""What was thought of a booked interview, and what came of it. Nothing that ranks or seats people reads this."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Numeric, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import InterviewStatus
from models.base import Base, words


class NoShowRisk(Base):
    """One computation that changed something, in order; the highest `ordinal` is the present one."""

    __tablename__ = "no_show_risks"
    __table_args__ = (
        CheckConstraint("value BETWEEN 0 AND 1", name="value"),
        CheckConstraint("outcome IN ('completed', 'no_show', 'cancelled')", name="outcome"),
        Index("ix_no_show_risks_outcome", "job_id", postgresql_where=text("outcome IS NOT NULL")),
    )

    interview_id: Mapped[UUID] = mapped_column(
        ForeignKey("interviews.id", ondelete="CASCADE"), primary_key=True
    )
    ordinal: Mapped[int] = mapped_column(Integer(), primary_key=True, autoincrement=False)
    """1 for the first computation of this interview."""
    job_id: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"))
    scheduled_time: Mapped[datetime]
    """The booked time that it was about."""
    value: Mapped[Decimal] = mapped_column(Numeric(4, 3))
    parts: Mapped[list[Any]]
    """In the rule's order: {"part", "weight", "level", "points", "is_known"}."""
    facts: Mapped[dict[str, Any]]
    """The input of record: the fields of `domain.risk.RiskFacts`."""
    rule: Mapped[str]
    """Name and version of the rule."""
    computed_at: Mapped[datetime]
    """Business time."""
    outcome: Mapped[InterviewStatus | None] = mapped_column(words(InterviewStatus))
    """How the interview ended; on the last row, by the database itself. For calibration only."""
