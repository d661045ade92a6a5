"""The log: append-only, outlives what it speaks of, holds ids and decisions but never who somebody is."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, Identity, Index, LargeBinary, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import Trigger
from models.base import Base, words


class AutomationLog(Base):
    """One step: what happened, why, from which state to which, who did it, and which flag decided.

    No foreign keys on purpose: the log outlives jobs, candidates and users.
    """

    __tablename__ = "automation_logs"
    __table_args__ = (
        Index("ix_automation_logs_job_id", "job_id", "sequence"),
        Index("ix_automation_logs_feed", "job_id", "transaction_id", "sequence"),
        Index("ix_automation_logs_application_id", "application_id", "sequence"),
        Index("ix_automation_logs_interview_id", "interview_id", "sequence"),
        Index("ix_automation_logs_action_type", "action_type", "sequence"),
        Index("ix_automation_logs_trigger_source", "trigger_source", "sequence"),
        Index(
            "ix_automation_logs_actor_id",
            "actor_id",
            "sequence",
            postgresql_where=text("actor_id IS NOT NULL"),
        ),
        Index("ix_automation_logs_flag", "flag", "sequence", postgresql_where=text("flag IS NOT NULL")),
        Index(
            "ix_automation_logs_reason",
            text("to_tsvector('simple', reason)"),
            postgresql_using="gin",
            postgresql_where=text("reason IS NOT NULL"),
        ),
        Index("ix_automation_logs_created_at", text("created_at DESC")),
        Index("ix_automation_logs_entity", "entity_id", "transaction_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    sequence: Mapped[int] = mapped_column(BigInteger(), Identity(always=True), unique=True)
    job_id: Mapped[UUID | None]
    application_id: Mapped[UUID | None]
    interview_id: Mapped[UUID | None]
    action_type: Mapped[str]
    trigger_source: Mapped[Trigger] = mapped_column(words(Trigger))
    actor_id: Mapped[UUID | None]
    """User who acted; null for automation and candidates (the interview names the candidate)."""
    actor_kind: Mapped[str] = mapped_column(server_default="system")
    """`system`, `recruiter`, `admin` or `candidate`."""
    reason: Mapped[str | None]
    entity: Mapped[str | None]
    """Whose state changed: `job`, `application`, `interview`, `negotiation`."""
    entity_id: Mapped[UUID | None]
    previous_state: Mapped[str | None]
    new_state: Mapped[str | None]
    details: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    flag: Mapped[str | None]
    flag_enabled: Mapped[bool | None]
    workflow_id: Mapped[str | None]
    run_id: Mapped[str | None]
    idempotency_key: Mapped[str] = mapped_column(unique=True)
    transaction_id: Mapped[int] = mapped_column(server_default=text("pg_current_xact_id()::text::bigint"))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    seal: Mapped[bytes | None] = mapped_column(LargeBinary())
    """Link of the hash chain; set once, by the sealing schedule."""
    sealed_at: Mapped[datetime | None]
