"""Jobs: what is to be filled, and by which rules."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import JobStatus, ReviewMode
from models.base import MADE_BY_BASE, Base, words


class Job(Base):
    """A job with its openings, its bench and its clocks. Every window is a default that a job may change."""

    __tablename__ = "jobs"
    __table_args__ = (
        CheckConstraint("number_of_openings BETWEEN 1 AND 10000", name="openings"),
        CheckConstraint("shortlisting_buffer BETWEEN 0 AND 100000", name="buffer"),
        CheckConstraint("confirmation_window > interval '0'", name="confirmation_window"),
        CheckConstraint("slot_selection_window > interval '0'", name="slot_selection_window"),
        CheckConstraint("interview_length > interval '0'", name="interview_length"),
        CheckConstraint("NOT impact_review_required OR review_mode <> 'none'", name="impact_review"),
        CheckConstraint(
            "hold_window > interval '0' AND reschedule_cutoff >= interval '0' AND reschedule_limit >= 0"
            " AND replacement_cutoff >= interval '0' AND replacement_limit >= 0",
            name="calendar",
        ),
        CheckConstraint(
            "char_length(custom_bot_instructions) <= 5000 AND char_length(custom_screening_prompt) <= 5000"
            " AND char_length(custom_interview_questions) <= 5000",
            name="bot_texts",
        ),
        Index("ix_jobs_recruiter_id", "recruiter_id"),
        Index("idx_jobs_interview_type_id", "interview_type_id"),
        Index("ix_jobs_status_closes_at", "status", "closes_at"),
        Index("ix_jobs_newest", text("created_at DESC"), text("id DESC")),
        Index("ix_jobs_recruiter_newest", "recruiter_id", text("created_at DESC"), text("id DESC")),
        {"comment": MADE_BY_BASE},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    recruiter_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="RESTRICT"))
    title: Mapped[str]
    description: Mapped[str] = mapped_column(server_default="")
    status: Mapped[JobStatus] = mapped_column(words(JobStatus), server_default="draft")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())

    company: Mapped[str] = mapped_column(server_default="")
    location: Mapped[str] = mapped_column(server_default="")
    requirements: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    number_of_openings: Mapped[int] = mapped_column(Integer(), server_default="1")
    shortlisting_buffer: Mapped[int] = mapped_column(Integer())
    """Size of the bench; a trigger sets it to `number_of_openings` when it is not given."""
    automation_enabled: Mapped[bool] = mapped_column(server_default="true")
    applications_closed: Mapped[bool] = mapped_column(server_default="false")
    closes_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    ranked_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    review_mode: Mapped[ReviewMode] = mapped_column(words(ReviewMode), server_default="none")
    review_window: Mapped[timedelta] = mapped_column(server_default=text("interval '24 hours'"))
    review_deadline: Mapped[datetime | None]
    review_confirmed_at: Mapped[datetime | None]
    impact_review_required: Mapped[bool] = mapped_column(server_default="false")
    """The review is not confirmed before somebody looked at the impact figures of the ranking."""

    confirmation_window: Mapped[timedelta] = mapped_column(server_default=text("interval '48 hours'"))
    slot_selection_window: Mapped[timedelta] = mapped_column(server_default=text("interval '24 hours'"))
    slot_horizon: Mapped[timedelta] = mapped_column(server_default=text("interval '14 days'"))
    minimum_notice: Mapped[timedelta] = mapped_column(server_default=text("interval '12 hours'"))
    interview_length: Mapped[timedelta] = mapped_column(server_default=text("interval '60 minutes'"))
    negotiation_rounds: Mapped[int] = mapped_column(Integer(), server_default="3")
    hold_window: Mapped[timedelta] = mapped_column(server_default=text("interval '24 hours'"))
    """How long an offered time is held for a candidate; never past the slot-selection deadline."""
    reschedule_cutoff: Mapped[timedelta] = mapped_column(server_default=text("interval '4 hours'"))
    """Candidates move a booked time until this long before it."""
    reschedule_limit: Mapped[int] = mapped_column(Integer(), server_default="3")
    """How often a candidate may move a booked time."""
    replacement_cutoff: Mapped[timedelta] = mapped_column(server_default=text("interval '48 hours'"))
    """An interviewer who drops out is replaced without a person until this long before the interview."""
    replacement_limit: Mapped[int] = mapped_column(Integer(), server_default="3")
    promotion_cutoff: Mapped[timedelta | None] = mapped_column(server_default=text("interval '24 hours'"))
    """Promotions stop this long before the first booked interview; null: never."""
    undo_window: Mapped[timedelta] = mapped_column(server_default=text("interval '10 minutes'"))
    reminder_lead: Mapped[timedelta] = mapped_column(server_default=text("interval '24 hours'"))
    no_show_grace: Mapped[timedelta] = mapped_column(server_default=text("interval '15 minutes'"))

    interview_type_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("interview_types.id", ondelete="SET NULL")
    )
    """Kind of its new interviews, unless one says otherwise."""
    sentiment_enabled: Mapped[bool] = mapped_column(server_default="false")
    """Whether insights of its interviews may name a sentiment."""

    bot_interview_offered: Mapped[bool] = mapped_column(server_default="false")
    """Invited candidates may take a text interview that a machine leads."""
    custom_bot_instructions: Mapped[str | None]
    """What the machine should know, up to 5000 characters; it shapes wordings, never the plan."""
    custom_screening_prompt: Mapped[str | None]
    """Shown to the candidate before the first question."""
    custom_interview_questions: Mapped[str | None]
    """Questions of the job's own, one a line, asked besides those of the plan."""

    personas_enabled: Mapped[bool] = mapped_column(server_default="false")
    """Whether interviewed people are put into groups; turning it off forgets the groups."""

    held_from_status: Mapped[JobStatus | None] = mapped_column(words(JobStatus))
    held_since: Mapped[datetime | None]


class JobInterviewer(Base):
    """Who interviews for a job: everybody without a pool, and one of each pool."""

    __tablename__ = "job_interviewers"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id", ondelete="RESTRICT"), primary_key=True, index=True
    )
    pool: Mapped[str | None] = mapped_column(server_default="interviewers")
    """One of each pool takes part; null: takes part always."""
    member_since: Mapped[datetime] = mapped_column(server_default=func.now())
    """Fair load counts interviews from here."""
