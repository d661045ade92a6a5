"""Interviews and who conducts them."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    String,
    UniqueConstraint,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSTZRANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import CalendarSyncMethod, InterviewStatus, LeaveKind, ProcessingStatus, TimeKind
from models.base import Base, words


class Interview(Base):
    """One interview: invitation, answer, time, outcome. One per application, with an id made from it."""

    __tablename__ = "interviews"
    __table_args__ = (
        UniqueConstraint("application_id"),
        CheckConstraint("no_show_risk BETWEEN 0 AND 1", name="no_show_risk"),
        CheckConstraint("status <> 'confirmed' OR scheduled_time IS NOT NULL", name="confirmed_has_time"),
        Index("ix_interviews_status", "status"),
        Index(
            "ix_interviews_confirmation_deadline",
            "confirmation_deadline",
            postgresql_where=text("status = 'invitation_sent'"),
        ),
        Index(
            "ix_interviews_slot_selection_deadline",
            "slot_selection_deadline",
            postgresql_where=text("status = 'slot_pending'"),
        ),
        Index("ix_interviews_scheduled_time", "scheduled_time"),
        Index("ix_interviews_job_id", "job_id"),
        Index("ix_interviews_candidate_id", "candidate_id"),
        Index("ix_interviews_interviewer_id", "interviewer_id"),
        Index("idx_interviews_interview_type_id", "interview_type_id"),
        Index(
            "ix_interviews_processing",
            "id",
            postgresql_where=text("processing_status = 'processing'"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    job_id: Mapped[UUID | None] = mapped_column(ForeignKey("jobs.id", ondelete="SET NULL"))
    application_id: Mapped[UUID | None] = mapped_column(ForeignKey("applications.id", ondelete="SET NULL"))
    candidate_id: Mapped[UUID] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"))
    interviewer_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="RESTRICT"))
    """Who leads it."""
    panel: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()), server_default=text("'{}'::uuid[]"))
    """Who takes part beside the lead."""
    status: Mapped[InterviewStatus] = mapped_column(words(InterviewStatus), server_default="invitation_sent")
    rank_at_time: Mapped[int | None] = mapped_column(Integer())
    """Seat the invitation was sent for."""
    confirmation_deadline: Mapped[datetime]
    slot_selection_deadline: Mapped[datetime | None]
    scheduled_time: Mapped[datetime | None]
    duration: Mapped[timedelta]
    calendar_event_id: Mapped[str | None]
    """UID of the calendar entry, the same for life."""
    calendar_sync_method: Mapped[CalendarSyncMethod | None] = mapped_column(words(CalendarSyncMethod))
    calendar_sequence: Mapped[int] = mapped_column(Integer(), server_default="0")
    """iTIP SEQUENCE: grows with each change of time."""
    calendar_synced_sequence: Mapped[int | None] = mapped_column(Integer())
    """The SEQUENCE that the attendees were told of; null before the first."""
    video_url: Mapped[str | None]
    """Where to meet, when a calendar made a conference for it."""
    reschedules: Mapped[int] = mapped_column(Integer(), server_default="0")
    """How often the candidate moved it."""
    replacements: Mapped[int] = mapped_column(Integer(), server_default="0")
    """How often an interviewer who dropped out was replaced."""
    no_show_risk: Mapped[Decimal | None] = mapped_column(Numeric(4, 3))
    processing_status: Mapped[ProcessingStatus] = mapped_column(
        words(ProcessingStatus), server_default="none"
    )
    processing_metadata: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'::jsonb"))
    leave_kind: Mapped[LeaveKind | None] = mapped_column(words(LeaveKind))
    leave_requested_at: Mapped[datetime | None]
    leave_effective_at: Mapped[datetime | None]
    """A decline or withdrawal takes effect here unless it is undone before."""
    link_generation: Mapped[int] = mapped_column(Integer(), server_default="0")
    """Raised to revoke every older link."""
    reminded_for: Mapped[datetime | None]
    """The scheduled time that the last reminder was about."""
    outcome_asked_for: Mapped[datetime | None]
    bounced_at: Mapped[datetime | None]
    """Since when the candidate's answer cannot be expected: the mail that asked for it did not arrive. The deadline
    rests until a person acts, or the candidate does."""
    roles: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """Who is host and who guest, by speaker, with why and how sure; shape in `domain.interview_room.roles`."""
    roles_assigned: Mapped[bool] = mapped_column(server_default="false")
    stt_provider: Mapped[str | None] = mapped_column(String(50))
    """Whose speech recognition wrote the transcript."""
    ai_provider: Mapped[str | None] = mapped_column(String(50))
    """Whose model helped with insights; null: rules alone."""
    language: Mapped[str | None] = mapped_column(String(10))
    """Spoken language as a tag (BCP 47)."""
    started_at: Mapped[datetime | None]
    """Business time of the first word."""
    completed_at: Mapped[datetime | None]
    interview_type_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("interview_types.id", ondelete="SET NULL")
    )
    """What kind it is; a new one takes its job's. Null: not said, as in interviews of before."""
    version: Mapped[int] = mapped_column(Integer(), server_default="1")
    """Grows with every change; the workflow takes the newest."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class InterviewInterviewer(Base):
    """An interviewer's time: booked, or held while it is on offer to one candidate.

    Live rows of one person for two interviews can never overlap (invariant I5). Bookings follow the interview by
    trigger, so they cannot disagree with it; holds end with the choice, with the interview, or at `expires_at`.
    """

    __tablename__ = "interview_interviewers"
    __table_args__ = (
        ExcludeConstraint(
            ("user_id", "="),
            ("interview_id", "<>"),
            ("during", "&&"),
            where=text("is_live"),
            using="gist",
            name="ex_interview_interviewers_overlap",
        ),
        Index(
            "uq_interview_interviewers_booking",
            "interview_id",
            "user_id",
            unique=True,
            postgresql_where=text("kind = 'booking'"),
        ),
        CheckConstraint("(kind = 'hold') = (expires_at IS NOT NULL)", name="hold_expires"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    interview_id: Mapped[UUID] = mapped_column(ForeignKey("interviews.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id", ondelete="RESTRICT"), index=True)
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE())
    is_live: Mapped[bool] = mapped_column(server_default="true")
    kind: Mapped[TimeKind] = mapped_column(words(TimeKind), server_default="booking")
    expires_at: Mapped[datetime | None]
    """Business time; a hold that ran out makes room for whoever needs the time next."""
