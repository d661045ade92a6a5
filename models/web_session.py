"""Browsers that are signed in."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from domain.identity.vocabulary import SignInMeans
from models.base import Base, words


class WebSession(Base):
    """One signed-in browser, by a digest of the token that it holds. All times are on the wall clock."""

    __tablename__ = "web_sessions"
    __table_args__ = (
        UniqueConstraint("token_hash"),
        Index(None, "user_id"),
        Index(None, "expires_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    token_hash: Mapped[bytes] = mapped_column(LargeBinary())
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    means: Mapped[SignInMeans] = mapped_column(words(SignInMeans))
    client: Mapped[str] = mapped_column(server_default="")
    """Browser and system in two words, so that people recognise their own sessions."""
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    """To the minute."""
    expires_at: Mapped[datetime]
    """Its absolute end, however busy it is."""
