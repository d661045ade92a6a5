"""Flags and their per-job overrides."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Integer, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class FeatureFlag(Base):
    """A gate: on or off, rolled out to a share of jobs (sticky per job)."""

    __tablename__ = "feature_flags"
    __table_args__ = (CheckConstraint("rollout_percentage BETWEEN 0 AND 100", name="rollout_percentage"),)

    flag_name: Mapped[str] = mapped_column(primary_key=True)
    enabled: Mapped[bool] = mapped_column(server_default="false")
    rollout_percentage: Mapped[int] = mapped_column(Integer(), server_default="100")
    description: Mapped[str] = mapped_column(server_default="")
    version: Mapped[int] = mapped_column(Integer(), server_default="1")
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_by: Mapped[UUID | None]


class FeatureFlagOverride(Base):
    """A flag's value for one job; wins over switch and roll-out, never over the kill switch."""

    __tablename__ = "feature_flag_overrides"

    flag_name: Mapped[str] = mapped_column(
        ForeignKey("feature_flags.flag_name", ondelete="CASCADE"), primary_key=True
    )
    job_id: Mapped[UUID] = mapped_column(
        ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    enabled: Mapped[bool]
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_by: Mapped[UUID | None]


class HeldStep(Base):
    """A step that waits at a closed gate."""

    __tablename__ = "held_steps"

    workflow_id: Mapped[str] = mapped_column(primary_key=True)
    step: Mapped[str] = mapped_column(primary_key=True)
    gate: Mapped[str] = mapped_column(index=True)
    """The flag that holds it, or `job_on_hold`, `job_automation`."""
    job_id: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), index=True)
    interview_id: Mapped[UUID | None]
    since: Mapped[datetime]
