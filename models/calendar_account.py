"""Calendars that interviewers connected, what they call busy, and our entries in them."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Integer, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.calendars import CalendarProviderName
from domain.vocabulary import CalendarHealth
from models.base import Base, words


class CalendarAccount(Base):
    """One connected calendar of one person. Its secrets stand in `calendar_tokens`."""

    __tablename__ = "calendar_accounts"
    __table_args__ = (UniqueConstraint("user_id", "provider"), UniqueConstraint("channel_id"))

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    provider: Mapped[CalendarProviderName] = mapped_column(words(CalendarProviderName))
    settings: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    """What is needed beside the secrets: address and user name of a CalDAV server."""
    calendar_id: Mapped[str] = mapped_column(server_default="")
    """Where entries are written."""
    busy_calendar_ids: Mapped[list[Any]] = mapped_column(server_default=text("'[]'::jsonb"))
    """Further calendars whose entries count as busy."""
    health: Mapped[CalendarHealth] = mapped_column(words(CalendarHealth), server_default="connected")
    health_since: Mapped[datetime]
    """Business time of the last change of `health`."""
    health_reason: Mapped[str | None]
    failures: Mapped[int] = mapped_column(Integer(), server_default="0")
    """Failed looks in a row."""
    synced_at: Mapped[datetime | None]
    """Business time of the last complete look."""
    cursor: Mapped[str | None]
    """Sync token of the provider."""
    channel_id: Mapped[str | None]
    channel_resource_id: Mapped[str | None]
    channel_expires_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class CalendarBusy(Base):
    """A busy time that a connected calendar reported; the copy is replaced as a whole by each look."""

    __tablename__ = "calendar_busy"
    __table_args__ = (CheckConstraint("ends > starts", name="order"),)

    account_id: Mapped[UUID] = mapped_column(
        ForeignKey("calendar_accounts.id", ondelete="CASCADE"), primary_key=True
    )
    starts: Mapped[datetime] = mapped_column(primary_key=True)
    ends: Mapped[datetime]


class CalendarEntryRow(Base):
    """Our entry in a connected calendar. It outlives the interview's row until it was removed over there."""

    __tablename__ = "calendar_entries"

    account_id: Mapped[UUID] = mapped_column(
        ForeignKey("calendar_accounts.id", ondelete="CASCADE"), primary_key=True
    )
    interview_id: Mapped[UUID] = mapped_column(primary_key=True, index=True)
    sequence: Mapped[int | None] = mapped_column(Integer())
    """SEQUENCE as written; null until it was written for the first time."""
    event_id: Mapped[str | None]
    etag: Mapped[str | None]
    attempts: Mapped[int] = mapped_column(Integer(), server_default="0")
    """Failed tries of the present SEQUENCE."""
    last_error: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
