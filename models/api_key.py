"""Keys with which programs act for people."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class ApiKey(Base):
    """One key, by a digest of it. All times are on the wall clock."""

    __tablename__ = "api_keys"
    __table_args__ = (UniqueConstraint("token_hash"), Index(None, "user_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    """For whom it acts; it can never do more than this person."""
    name: Mapped[str]
    """What its owner calls it."""
    hint: Mapped[str]
    """Its first characters, to tell keys apart."""
    token_hash: Mapped[bytes] = mapped_column(LargeBinary())
    scopes: Mapped[list[Any]]
    """Values of `domain.identity.Scope`, sorted."""
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
    """To the minute."""
    revoked_at: Mapped[datetime | None]
