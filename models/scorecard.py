"""Scorecards: one per interviewer, and the one merged from those that were handed in."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import REAL, CheckConstraint, ForeignKey, Integer, String, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base

_SCALE = (
    "attitude BETWEEN 1 AND 10 AND communication BETWEEN 1 AND 10 AND technical BETWEEN 1 AND 10"
    " AND strategic BETWEEN 1 AND 10 AND leadership BETWEEN 1 AND 10 AND english BETWEEN 1 AND 10"
)
_RECOMMENDATIONS = "recommendation IN ('hire', 'no_hire', 'maybe')"


class _Assessment:
    """What both kinds of card say. Each dimension goes from 1 to 10; null: not assessed."""

    attitude: Mapped[int | None] = mapped_column(Integer())
    communication: Mapped[int | None] = mapped_column(Integer())
    technical: Mapped[int | None] = mapped_column(Integer())
    strategic: Mapped[int | None] = mapped_column(Integer())
    leadership: Mapped[int | None] = mapped_column(Integer())
    english: Mapped[int | None] = mapped_column(Integer())
    overall_score: Mapped[float | None] = mapped_column(REAL())
    """Mean of the dimensions that were assessed."""
    recommendation: Mapped[str | None] = mapped_column(String(40))
    """`hire`, `no_hire` or `maybe`."""
    justification: Mapped[str] = mapped_column(server_default="")
    strengths: Mapped[list[Any]] = mapped_column(server_default=text("'[]'::jsonb"))
    """Objects with `text`, `evidence` (words of the transcript, may be empty) and `turn_id` (may be null)."""
    weaknesses: Mapped[list[Any]] = mapped_column(server_default=text("'[]'::jsonb"))
    summary: Mapped[str] = mapped_column(server_default="")
    notes: Mapped[str] = mapped_column(server_default="")


class InterviewerScorecard(_Assessment, Base):
    """The card of one interviewer. Without `handed_in_at` it is a draft that only its writer sees."""

    __tablename__ = "interviewer_scorecards"
    __table_args__ = (
        UniqueConstraint("interview_id", "interviewer_id"),
        CheckConstraint(_SCALE, name="scale"),
        CheckConstraint(_RECOMMENDATIONS, name="recommendation"),
        CheckConstraint(
            "handed_in_at IS NULL OR (recommendation IS NOT NULL AND justification <> '')", name="handed_in"
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    interview_id: Mapped[UUID] = mapped_column(ForeignKey("interviews.id", ondelete="CASCADE"))
    interviewer_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="RESTRICT"), index=True)
    prefilled: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    """Fields that still hold what was proposed from insights, with that proposal."""
    version: Mapped[int] = mapped_column(Integer(), server_default="1")
    """Grows with every save; a save names the version it was written against."""
    handed_in_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class Scorecard(_Assessment, Base):
    """The one card of an interview, merged from those handed in (`domain.scorecards.merge`)."""

    __tablename__ = "scorecards"
    __table_args__ = (
        UniqueConstraint("interview_id"),
        CheckConstraint(_SCALE, name="scale"),
        CheckConstraint(_RECOMMENDATIONS, name="recommendation"),
        CheckConstraint("cards >= 1", name="cards"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    interview_id: Mapped[UUID] = mapped_column(ForeignKey("interviews.id", ondelete="CASCADE"))
    cards: Mapped[int] = mapped_column(Integer())
    """How many cards were handed in."""
    votes: Mapped[dict[str, Any]]
    """How often each recommendation was given."""
    spread: Mapped[dict[str, Any]]
    """Per dimension `mean`, `lowest`, `highest` and `cards`."""
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class InsightProposals(Base):
    """What became of the insights that a language model proposed for one interview: numbers only."""

    __tablename__ = "insight_proposals"

    interview_id: Mapped[UUID] = mapped_column(
        ForeignKey("interviews.id", ondelete="CASCADE"), primary_key=True
    )
    read_up_to: Mapped[int] = mapped_column(Integer(), server_default="0")
    """Sequence of the last turn that the model was asked about."""
    asked: Mapped[int] = mapped_column(Integer(), server_default="0")
    kept: Mapped[int] = mapped_column(Integer(), server_default="0")
    dropped: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    """How many proposals were dropped, by reason (`domain.insights.proposals.Dropped`)."""
    failures: Mapped[int] = mapped_column(Integer(), server_default="0")
    """How often the model gave no usable answer."""
    last_failure: Mapped[str | None]
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
