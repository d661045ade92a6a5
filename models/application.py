"""Applications: one candidate for one job, with score, rank and status."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    CheckConstraint,
    Computed,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Numeric,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import ShortlistStatus
from models.base import MADE_BY_BASE, Base, words

HAS_NOTICE = text(
    "(unreadable_reason IS NOT NULL OR score_notices <> '[]'::jsonb OR resume_notices <> '[]'::jsonb)"
)
"""Something about the resume or its score is for a person to look at; few applications of many.

In parentheses, which SQLAlchemy sets around expressions of its own but not around text.
"""


class Application(Base):
    """An application. A seat is a `rank` held by a `shortlisted` row: unique per job (invariant I1).

    The unique index stands on `held_seat`, not on `rank`: no index holds a rank, so ranking 100,000 rows
    rewrites rows only (heap-only tuples) instead of every index entry as well.
    """

    __tablename__ = "applications"
    __table_args__ = (
        CheckConstraint("fit_score BETWEEN 0 AND 100", name="fit_score"),
        CheckConstraint("shortlist_status <> 'shortlisted' OR coalesce(rank, 0) >= 1", name="seat_has_rank"),
        UniqueConstraint("job_id", "candidate_id"),
        ForeignKeyConstraint(
            ["job_id", "score_job_text"],
            ["job_texts.job_id", "job_texts.sha256"],
            name="fk_applications_score_job_text",
        ),
        Index("ix_applications_best_first", "job_id", "score_order", "created_at", "id"),
        Index(
            "ix_applications_standing",
            "job_id",
            "shortlist_status",
            "score_order",
            "created_at",
            "id",
            postgresql_include=["ai_processed"],
        ),
        Index(
            "ix_applications_notices",
            "job_id",
            "score_order",
            "created_at",
            "id",
            postgresql_where=HAS_NOTICE,
        ),
        Index("ix_applications_candidate_id", "candidate_id"),
        Index("ix_applications_unscored", "job_id", postgresql_where=text("NOT ai_processed")),
        Index(
            "uq_applications_seat",
            "job_id",
            "held_seat",
            unique=True,
            postgresql_where=text("held_seat IS NOT NULL"),
        ),
        # Room on each page for a second version of its rows: ranking changes them all, and touches no index.
        {"comment": MADE_BY_BASE, "postgresql_with": {"fillfactor": 70}},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    applicant_name: Mapped[str | None]
    """As the base portal stored it; newer applications name their `candidate_id` only."""
    applicant_email: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())

    candidate_id: Mapped[UUID | None] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"))
    fit_score: Mapped[Decimal] = mapped_column(Numeric(5, 2), server_default="0")
    """0 to 100; two decimals, so that equal scores are equal."""
    score_order: Mapped[int] = mapped_column(
        Integer(), Computed("(fit_score * -100)::integer", persisted=True)
    )
    """The best score first: its hundredths below zero, which indexes hold (see `BEST_FIRST`)."""
    rank: Mapped[int | None] = mapped_column(Integer())
    held_seat: Mapped[int | None] = mapped_column(
        Integer(), Computed("CASE WHEN shortlist_status = 'shortlisted' THEN rank END", persisted=True)
    )
    """The rank of a row that holds a seat, else null. The database keeps it."""
    summary: Mapped[str | None]
    shortlist_status: Mapped[ShortlistStatus] = mapped_column(
        words(ShortlistStatus), server_default="pending"
    )
    ai_processed: Mapped[bool] = mapped_column(server_default="false")
    scorer: Mapped[str | None]
    """Name and version; `unreadable` where there was no text to score."""
    score_parameters: Mapped[str | None]
    """Fingerprint of the scorer's parameters and data."""
    score_job_text: Mapped[str | None]
    """Which snapshot of the job was scored against: `job_texts.sha256`."""
    score_input: Mapped[str | None]
    """Hex SHA-256 of everything that the score depends on (see `domain.score_record.input_hash`)."""
    score_components: Mapped[dict[str, Any] | None]
    score_evidence: Mapped[list[Any] | None]
    """`Evidence` as objects; offsets are code points of `masked_text`."""
    score_requirements: Mapped[list[Any] | None]
    """`RequirementMatch` as objects."""
    score_notices: Mapped[list[Any] | None]
    """Sentences of the scorer for a person to look at."""
    unreadable_reason: Mapped[str | None]
    resume_file_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("files.id", ondelete="SET NULL"), index=True
    )
    resume_text: Mapped[str | None]
    resume_notices: Mapped[list[Any] | None]
    """Sentences from reading the file: what was hidden, tiny or left out."""
    masked_text: Mapped[str | None]
    """What the scorer saw: the resume without who the person is. The input of record of the score."""
    link_generation: Mapped[int] = mapped_column(Integer(), server_default="0")
    """Raised to revoke every older link of an application without an interview."""
    scored_at: Mapped[datetime | None]


def score_order(fit_score: Decimal) -> int:
    """What `Application.score_order` is for this score; exact, as scores have two decimals."""
    return int(fit_score * -100)


BEST_FIRST = (Application.score_order, Application.created_at, Application.id)
"""The order of ranking and promotion: best score first, ties to the earlier application. Indexes hold it."""
