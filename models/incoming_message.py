"""Mail that came in: that it was handled, and words that wait for a person."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.incoming import IncomingKind, IncomingOutcome
from models.base import Base, words


class IncomingMessage(Base):
    """A mail that was handled, by which it is known when it comes again. It holds nothing of its content."""

    __tablename__ = "incoming_messages"
    __table_args__ = (Index("ix_incoming_messages_interview_id_received_at", "interview_id", "received_at"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    """A digest of its Message-ID, or of all of it."""
    kind: Mapped[IncomingKind] = mapped_column(words(IncomingKind))
    interview_id: Mapped[UUID | None] = mapped_column(ForeignKey("interviews.id", ondelete="SET NULL"))
    outcome: Mapped[IncomingOutcome] = mapped_column(words(IncomingOutcome))
    received_at: Mapped[datetime]
    """Business time at which it was fetched."""


class IncomingWords(Base):
    """What somebody wrote in a mail that is passed on to a person. Erased with the interview."""

    __tablename__ = "incoming_words"

    key: Mapped[str] = mapped_column(
        ForeignKey("incoming_messages.key", ondelete="CASCADE"), primary_key=True
    )
    interview_id: Mapped[UUID] = mapped_column(ForeignKey("interviews.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]
