"""What a job shows in its interviews."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class JobInterviewMedia(Base):
    """A file that a job shows in its interviews; goes with the job and with the file."""

    __tablename__ = "job_interview_media"
    __table_args__ = (Index("ix_job_interview_media_job_id", "job_id", "position"),)

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    file_id: Mapped[UUID] = mapped_column(
        ForeignKey("files.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int] = mapped_column(Integer(), server_default="0")
    """Place in the order in which they are shown, from 0."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
