"""Calendar connections of interviewers."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class CalendarToken(Base):
    """OAuth tokens of one user with one provider, AES-256-GCM encrypted (the key id stands in the bytes)."""

    __tablename__ = "calendar_tokens"
    __table_args__ = (UniqueConstraint("user_id", "provider"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    provider: Mapped[str]
    access_token: Mapped[bytes] = mapped_column(LargeBinary())
    refresh_token: Mapped[bytes | None] = mapped_column(LargeBinary())
    expires_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
