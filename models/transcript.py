"""What was said in an interview, turn by turn."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Transcript(Base):
    """One turn: what one speaker said until another spoke, or until the recognizer drew a line."""

    __tablename__ = "transcripts"
    __table_args__ = (
        UniqueConstraint("interview_id", "sequence", name="uq_transcripts_interview_id_sequence"),
        UniqueConstraint("interview_id", "turn_key", name="uq_transcripts_interview_id_turn_key"),
        CheckConstraint("speaker_role IN ('host', 'guest')", name="speaker_role"),
        CheckConstraint("confidence BETWEEN 0 AND 100", name="confidence"),
        CheckConstraint("source IN ('live', 'file', 'speech', 'bot')", name="source"),
        CheckConstraint("starts_ms >= 0 AND ends_ms >= starts_ms", name="times"),
        Index("idx_transcripts_interview_ts", "interview_id", "timestamp"),
        Index("ix_transcripts_revision", "interview_id", "revision"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    interview_id: Mapped[UUID] = mapped_column(ForeignKey("interviews.id", ondelete="CASCADE"))
    sequence: Mapped[int] = mapped_column(Integer())
    """Order inside the interview, from 1."""
    turn_key: Mapped[str | None]
    """The sender's own id: the same one again is the same turn."""
    timestamp: Mapped[datetime] = mapped_column(server_default=func.now())
    """When it was spoken, on the wall clock."""
    starts_ms: Mapped[int | None] = mapped_column(Integer())
    """Place in the recording, in milliseconds from its start."""
    ends_ms: Mapped[int | None] = mapped_column(Integer())
    text: Mapped[str]
    speaker: Mapped[str | None] = mapped_column(String(50))
    """Who spoke, as the recognizer tells voices apart: `speaker_0`, `speaker_1`; never a name."""
    speaker_role: Mapped[str | None] = mapped_column(String(50))
    """`host` or `guest`, once that is known."""
    is_interim: Mapped[bool] = mapped_column(server_default="false")
    """The words may still change; the final turn of the same key takes this row's place."""
    confidence: Mapped[int | None] = mapped_column(Integer())
    """How sure the recognizer is of the words, in percent."""
    source: Mapped[str]
    """`live`, `file`, `speech` or `bot`."""
    revision: Mapped[int] = mapped_column(server_default="0")
    """Grows with every change, in the order of commits inside the interview; set by a trigger."""
