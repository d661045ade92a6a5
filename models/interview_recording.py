"""Recordings and transcripts of an interview, as files."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class InterviewRecording(Base):
    """A file of one interview. A trigger takes the file's row along when this one goes."""

    __tablename__ = "interview_recordings"
    __table_args__ = (
        UniqueConstraint("file_id"),
        CheckConstraint("kind IN ('audio', 'video', 'transcript')", name="kind"),
        Index("ix_interview_recordings_interview_id", "interview_id", "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    interview_id: Mapped[UUID] = mapped_column(ForeignKey("interviews.id", ondelete="CASCADE"))
    file_id: Mapped[UUID] = mapped_column(ForeignKey("files.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(40))
    """`audio`, `video` or `transcript` (`domain.storage.RecordingKind`)."""
    uploaded_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
