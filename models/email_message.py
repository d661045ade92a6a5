"""Mails: one row per logical mail, written with the step that causes it, sent by the dispatcher."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, Integer, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import MailStatus, MailTemplate
from models.base import Base, words


class EmailMessage(Base):
    """One logical mail (invariant I9). A retry reuses `message_id`."""

    __tablename__ = "email_messages"
    __table_args__ = (
        Index(
            "uq_email_messages_interview",
            "interview_id",
            "template",
            "sequence",
            "user_id",
            unique=True,
            postgresql_where=text("interview_id IS NOT NULL"),
            postgresql_nulls_not_distinct=True,
        ),
        Index(
            "ix_email_messages_due",
            "next_attempt_at",
            "created_at",
            postgresql_where=text("status = 'queued'"),
        ),
        Index("ix_email_messages_job_id", "job_id"),
        Index("ix_email_messages_application_id", "application_id"),
        Index("ix_email_messages_failed", "job_id", "created_at", postgresql_where=text("status = 'failed'")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    mail_key: Mapped[str] = mapped_column(unique=True)
    """`template:subject id:sequence`: the same business step never queues a second mail."""
    template: Mapped[MailTemplate] = mapped_column(words(MailTemplate))
    sequence: Mapped[int] = mapped_column(Integer(), server_default="1")
    job_id: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"))
    application_id: Mapped[UUID | None] = mapped_column(ForeignKey("applications.id", ondelete="SET NULL"))
    interview_id: Mapped[UUID | None] = mapped_column(ForeignKey("interviews.id", ondelete="SET NULL"))
    candidate_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("candidates.id", ondelete="CASCADE"), index=True
    )
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    final_of: Mapped[UUID | None] = mapped_column(unique=True)
    """The application whose final answer this is: the database refuses a second one."""
    message_id: Mapped[str] = mapped_column(unique=True)
    details: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    """What the text needs beyond the rows it is about: a previous time, proposals, a reason class."""
    status: Mapped[MailStatus] = mapped_column(words(MailStatus), server_default="queued")
    attempts: Mapped[int] = mapped_column(Integer(), server_default="0")
    first_attempt_at: Mapped[datetime | None]
    next_attempt_at: Mapped[datetime]
    """Wall-clock time of the next try."""
    sent_at: Mapped[datetime | None]
    last_error: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
