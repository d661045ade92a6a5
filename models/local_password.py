"""Passwords of people who sign in without a provider."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class LocalPassword(Base):
    """One person's password. The web tier's own role sees all but `password_hash`."""

    __tablename__ = "local_passwords"
    __table_args__ = (CheckConstraint("must_change = (expires_at IS NOT NULL)", name="one_time_expires"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    password_hash: Mapped[str]
    """Argon2id, with its parameters and salt."""
    must_change: Mapped[bool]
    """A one-time password: good for one sign-in, at which its owner chooses another."""
    expires_at: Mapped[datetime | None]
    """Wall-clock time until which a one-time password works."""
    changed_at: Mapped[datetime]
    """Wall-clock time."""
