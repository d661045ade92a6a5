"""What an interview's words speak for: quotes, each verbatim from one turn."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, func
from sqlalchemy.orm import Mapped, mapped_column

from domain.processing.vocabulary import EvidenceKind
from models.base import Base, words


class InterviewEvidence(Base):
    """One quote. Its id is made from turn, kind and place, so that a repeated step names the same row.

    The database refuses a quote that does not stand in its turn.
    """

    __tablename__ = "evidence"
    __table_args__ = (
        CheckConstraint("kind IN ('skill', 'requirement', 'number', 'ownership')", name="kind"),
        CheckConstraint("speaker_role IN ('host', 'guest')", name="speaker_role"),
        CheckConstraint("quote <> ''", name="quote"),
        Index("ix_evidence_interview_id_at", "interview_id", "at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    interview_id: Mapped[UUID] = mapped_column(ForeignKey("interviews.id", ondelete="CASCADE"))
    turn_id: Mapped[UUID] = mapped_column(ForeignKey("transcripts.id", ondelete="CASCADE"), index=True)
    kind: Mapped[EvidenceKind] = mapped_column(words(EvidenceKind))
    about: Mapped[str] = mapped_column(server_default="")
    """The skill or requirement it speaks for; empty for numbers and ownership."""
    quote: Mapped[str]
    speaker_role: Mapped[str | None] = mapped_column(String(50))
    """`host` or `guest`; null: not known yet."""
    at: Mapped[datetime]
    """When it was said."""
    starts_ms: Mapped[int | None] = mapped_column(Integer())
    """Where its turn begins in the recording, milliseconds."""
    skill_id: Mapped[UUID | None] = mapped_column(ForeignKey("skills.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
