"""Messages for workflows, committed with the act that caused them and delivered by the relay."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, Integer, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class OutboxMessage(Base):
    """One message: start a workflow, or update one. Safe to deliver twice (`message_key` is the update id)."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_due", "next_attempt_at", "id", postgresql_where=text("delivered_at IS NULL")),
        Index("ix_outbox_workflow_id", "workflow_id"),
    )

    id: Mapped[int] = mapped_column(BigInteger(), Identity(always=True), primary_key=True)
    message_key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    """`start` or `update`."""
    workflow_type: Mapped[str]
    workflow_id: Mapped[str]
    name: Mapped[str] = mapped_column(server_default="")
    """Update name; empty for a start."""
    payload: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    job_id: Mapped[UUID | None]
    attempts: Mapped[int] = mapped_column(Integer(), server_default="0")
    next_attempt_at: Mapped[datetime] = mapped_column(server_default=func.now())
    """Wall-clock time: the relay is plumbing, not business."""
    delivered_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    """`accepted`, `already_started`, `too_late` or `refused`."""
    last_error: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
