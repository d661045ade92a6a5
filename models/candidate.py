"""People who apply. The only table, with `files` and `applications`, that holds who they are."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Index, Integer, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Candidate(Base):
    """A person, recognised by mail address across jobs."""

    __tablename__ = "candidates"
    __table_args__ = (
        CheckConstraint("language IN ('en', 'de', 'fr', 'es', 'pt')", name="language"),
        Index(
            "uq_candidates_email",
            text("lower(email)"),
            unique=True,
            postgresql_where=text("email IS NOT NULL"),
        ),
        Index("ix_candidates_name_words", text("name_words(name)"), postgresql_using="gin"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    name: Mapped[str]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    pending_email: Mapped[str | None]
    """A new address that is not confirmed yet."""
    pending_email_until: Mapped[datetime | None]
    email_changes: Mapped[int] = mapped_column(Integer(), server_default="0")
    """Number of the newest wish to change the address: only its link confirms."""
    time_zone: Mapped[str] = mapped_column(server_default="UTC")
    locale: Mapped[str] = mapped_column(server_default="en")
    language: Mapped[str | None]
    """The language the person chose: en, de, fr, es or pt. None: not chosen, pages follow the browser."""
    cv_url: Mapped[str | None]
    cv_data: Mapped[dict[str, Any] | None]
    jira_ticket: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
