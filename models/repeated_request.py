"""Answers kept for requests that come again with the same Idempotency-Key."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, LargeBinary, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class RepeatedRequest(Base):
    """What one request was answered, written in the transaction of its act and kept for 24 hours.

    The answer may hold names, or a secret that is shown once: it is encrypted with a key made from the
    caller's Idempotency-Key, of which only a keyed digest is kept, and one that lies outside of the database.
    """

    __tablename__ = "repeated_requests"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    key_digest: Mapped[bytes] = mapped_column(LargeBinary(), primary_key=True)
    fingerprint: Mapped[bytes] = mapped_column(LargeBinary())
    """Digest of method, address and body."""
    status: Mapped[int] = mapped_column(Integer())
    answer: Mapped[bytes] = mapped_column(LargeBinary())
    created_at: Mapped[datetime] = mapped_column(server_default=func.now(), index=True)
    """Wall-clock time: keys are plumbing, not business."""
