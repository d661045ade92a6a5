"""The daily digest: which days were looked at, and who does not want it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Digest(Base):
    """One local day of one person: what the digest of that morning covers, sent or with nothing to say."""

    __tablename__ = "digests"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(Date(), primary_key=True)
    """The day in the person's own zone."""
    since: Mapped[datetime]
    until: Mapped[datetime]
    is_sent: Mapped[bool]
    """Whether there was something to say."""


class DigestRefusal(Base):
    """Somebody who does not want the digest by mail. The page shows it all the same."""

    __tablename__ = "digest_refusals"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    refused_at: Mapped[datetime]
