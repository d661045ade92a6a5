"""The history of processing: which step ran when. Where an interview stands is said by its own row alone."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from domain.processing.vocabulary import Step, StepOutcome
from models.base import Base, words


class ProcessingStep(Base):
    """One step of one request. Nothing decides by these rows: they are for people who look what took how long."""

    __tablename__ = "processing_steps"
    __table_args__ = (
        CheckConstraint(
            "step IN ('uploading', 'transcribing', 'extracting_evidence', 'generating_themes',"
            " 'assigning_personas', 'complete')",
            name="step",
        ),
        CheckConstraint("outcome IN ('done', 'skipped', 'failed', 'superseded')", name="outcome"),
        CheckConstraint("(outcome IS NULL) = (ended_at IS NULL)", name="ended"),
    )

    interview_id: Mapped[UUID] = mapped_column(
        ForeignKey("interviews.id", ondelete="CASCADE"), primary_key=True
    )
    attempt: Mapped[int] = mapped_column(Integer(), primary_key=True, autoincrement=False)
    """Number of the request; 1 is the first."""
    step: Mapped[Step] = mapped_column(words(Step), primary_key=True)
    tries: Mapped[int] = mapped_column(Integer(), server_default="1")
    """How often a worker began it."""
    started_at: Mapped[datetime]
    """Business time of the first try."""
    ended_at: Mapped[datetime | None]
    outcome: Mapped[StepOutcome | None] = mapped_column(words(StepOutcome))
    """Null while it runs."""
    error: Mapped[str | None]
    """Why it failed, for people. Never a word of what was said."""
    workflow_run_id: Mapped[str]
