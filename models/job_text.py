"""What a job said when applications were scored against it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class JobTextSnapshot(Base):
    """One wording of a job. Written once per distinct wording, never changed, gone with its job."""

    __tablename__ = "job_texts"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    """Hex SHA-256 of the wording (see `domain.score_record.job_text_hash`)."""
    title: Mapped[str]
    description: Mapped[str]
    requirements: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
