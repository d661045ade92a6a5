"""Who people are to identity providers, and which of the providers' events were handled."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Identity(Base):
    """One person at one provider. Issuer and subject never change; mail addresses and names do."""

    __tablename__ = "identities"
    __table_args__ = (
        UniqueConstraint("user_id", "issuer"),
        CheckConstraint("user_id IS NOT NULL OR deleted_at IS NOT NULL", name="user_or_gone"),
    )

    issuer: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    """None: the provider said that this person left before they ever came here."""
    linked_at: Mapped[datetime]
    last_event_at: Mapped[datetime | None]
    """When the newest event that was applied happened at the provider; older ones come too late."""
    deleted_at: Mapped[datetime | None]
    """When the provider deleted this person, which is final for this subject."""


class IdentityEvent(Base):
    """A message of the provider that was handled: the same message again has no effect."""

    __tablename__ = "identity_events"
    __table_args__ = (Index(None, "received_at"),)

    message_id: Mapped[str] = mapped_column(primary_key=True)
    received_at: Mapped[datetime]
