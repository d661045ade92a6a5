"""The search for a time that both sides have."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import NegotiationState
from models.base import Base, words


class NegotiationSession(Base):
    """One per interview: rounds, the words of both sides, and what is on offer now."""

    __tablename__ = "negotiation_sessions"
    __table_args__ = (
        CheckConstraint("round BETWEEN 1 AND 100", name="round"),
        Index(
            "ix_negotiation_sessions_escalated", "interview_id", postgresql_where=text("state = 'escalated'")
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    interview_id: Mapped[UUID] = mapped_column(ForeignKey("interviews.id", ondelete="CASCADE"), unique=True)
    round: Mapped[int] = mapped_column(Integer(), server_default="1")
    state: Mapped[NegotiationState] = mapped_column(
        words(NegotiationState), server_default="awaiting_availability"
    )
    history: Mapped[list[Any]] = mapped_column(server_default=text("'[]'::jsonb"))
    """Turns in order: {"at", "from": candidate|bot|recruiter, "text" or "intervals" or "proposals", "round"}."""
    proposals: Mapped[list[Any]] = mapped_column(server_default=text("'[]'::jsonb"))
    """Starts on offer, ISO 8601 in UTC."""
    replies: Mapped[int] = mapped_column(Integer(), server_default="0")
    """Replies of the candidate so far; a reply is answered once."""
    answered: Mapped[int] = mapped_column(Integer(), server_default="0")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
