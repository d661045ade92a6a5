"""What was noticed about an interview, and what people made of it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class AiInsight(Base):
    """One insight: a flag, a suggestion, a note or a contradiction. For interviewers only; it decides nothing."""

    __tablename__ = "ai_insights"
    __table_args__ = (
        UniqueConstraint("interview_id", "fingerprint", name="uq_ai_insights_interview_id_fingerprint"),
        CheckConstraint(
            "type IN ('red-flag', 'green-flag', 'suggestion', 'note', 'contradiction')", name="type"
        ),
        CheckConstraint("severity IN ('critical', 'warning', 'info', 'success')", name="severity"),
        CheckConstraint("response_quality BETWEEN 1 AND 10", name="response_quality"),
        CheckConstraint("sentiment IN ('positive', 'negative', 'neutral', 'evasive')", name="sentiment"),
        CheckConstraint("origin IN ('rules', 'model', 'person')", name="origin"),
        Index("idx_insights_interview_ts", "interview_id", "timestamp"),
        Index("idx_insights_interview_type", "interview_id", "type"),
        Index("ix_ai_insights_revision", "interview_id", "revision"),
        Index("ix_ai_insights_turn_id", "turn_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    interview_id: Mapped[UUID] = mapped_column(ForeignKey("interviews.id", ondelete="CASCADE"))
    turn_id: Mapped[UUID | None] = mapped_column(ForeignKey("transcripts.id", ondelete="CASCADE"))
    """The turn that gave rise to it; it goes with that turn."""
    type: Mapped[str] = mapped_column(String(50))
    severity: Mapped[str] = mapped_column(String(20), server_default="info")
    content: Mapped[str]
    suggestion: Mapped[str | None]
    """What to ask or do about it."""
    topic: Mapped[str | None] = mapped_column(String(100))
    evidence: Mapped[str | None]
    """Words of the transcript, letter by letter."""
    response_quality: Mapped[int | None] = mapped_column(Integer())
    """Of the answer, from 1 to 10."""
    sentiment: Mapped[str | None] = mapped_column(String(20))
    """Only where the job turns sentiment on."""
    score: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """Running scores by dimension, such as `{"technical": 7}`."""
    used: Mapped[bool] = mapped_column(server_default="false")
    """The interviewer marked a suggestion as used."""
    origin: Mapped[str]
    """`rules`, `model` or `person`."""
    fingerprint: Mapped[str]
    """What it says, in short: nothing is said twice about one interview."""
    timestamp: Mapped[datetime] = mapped_column(server_default=func.now())
    revision: Mapped[int] = mapped_column(server_default="0")
    """Grows with every change, in the order of commits inside the interview; set by a trigger."""


class AiInsightEdit(Base):
    """What an insight said before somebody changed it."""

    __tablename__ = "ai_insight_edits"
    __table_args__ = (
        Index("ix_ai_insight_edits_insight_id", "insight_id", "edited_at"),
        Index("ix_ai_insight_edits_edited_by", "edited_by"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    insight_id: Mapped[UUID] = mapped_column(ForeignKey("ai_insights.id", ondelete="CASCADE"))
    edited_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    edited_at: Mapped[datetime]
    """Business time."""
    before: Mapped[dict[str, Any]]
    """The fields that changed, with the values they had."""
