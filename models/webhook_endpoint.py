"""Addresses outside that follow the log."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Integer, LargeBinary, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class WebhookEndpoint(Base):
    """One receiver. It gets what its owner may see: an admin everything, a recruiter rows of own jobs."""

    __tablename__ = "webhook_endpoints"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    owner_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    url: Mapped[str]
    description: Mapped[str] = mapped_column(server_default="")
    actions: Mapped[list[Any]] = mapped_column(server_default=text("'[]'::jsonb"))
    """Kinds of log rows that are sent; empty: all."""
    job_ids: Mapped[list[Any]] = mapped_column(server_default=text("'[]'::jsonb"))
    """Jobs whose rows are sent, as texts; empty: all that the owner may see."""
    enabled: Mapped[bool] = mapped_column(server_default="true")
    off_reason: Mapped[str | None]
    """Why it is off: `by_hand`, `gone` (410), `failing` (too long), `secret_unreadable`."""
    secret: Mapped[bytes] = mapped_column(LargeBinary())
    """Signing secret, encrypted."""
    previous_secret: Mapped[bytes | None] = mapped_column(LargeBinary())
    """The secret before; signs along until `previous_until`, so that receivers can change over."""
    previous_until: Mapped[datetime | None]
    cursor: Mapped[int]
    """Sequence up to which the log was dealt with."""
    failures: Mapped[int] = mapped_column(Integer(), server_default="0")
    """Failed tries in a row."""
    failing_since: Mapped[datetime | None]
    next_attempt_at: Mapped[datetime | None]
    """Business time of the next try after a failure; null: as soon as there is something."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
