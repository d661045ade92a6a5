"""Secrets of connected calendars."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, ForeignKeyConstraint, LargeBinary, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class CalendarToken(Base):
    """What signs in to one person's calendar, AES-256-GCM encrypted (the key id stands in the bytes)."""

    __tablename__ = "calendar_tokens"
    __table_args__ = (
        UniqueConstraint("user_id", "provider"),
        ForeignKeyConstraint(
            ["user_id", "provider"],
            ["calendar_accounts.user_id", "calendar_accounts.provider"],
            ondelete="CASCADE",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    provider: Mapped[str]
    access_token: Mapped[bytes] = mapped_column(LargeBinary())
    """OAuth access token, or the password of a CalDAV account."""
    refresh_token: Mapped[bytes | None] = mapped_column(LargeBinary())
    expires_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
