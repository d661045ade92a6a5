"""What needs an admin: one row for each thing, as long as it lasts."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import AlertCause
from models.base import Base, words


class Alert(Base):
    """Open until it is over; seen when an admin said so. It comes back unseen when it happens again."""

    __tablename__ = "alerts"
    __table_args__ = (
        UniqueConstraint("cause", "about"),
        Index("ix_alerts_open", "cause", postgresql_where=text("over_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    cause: Mapped[AlertCause] = mapped_column(words(AlertCause))
    about: Mapped[str]
    """What it is about: a kind of work, a calendar's id, a job's id."""
    details: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    """Ids and figures only."""
    raised_at: Mapped[datetime]
    last_at: Mapped[datetime]
    """When it was last found to hold."""
    seen_at: Mapped[datetime | None]
    seen_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    over_at: Mapped[datetime | None]
