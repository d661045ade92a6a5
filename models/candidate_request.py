"""What candidates ask a person for: to look at a decision again, or to correct what a resume says of them."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import RequestKind, RequestOutcome, RequestState
from models.base import Base, words


class CandidateRequest(Base):
    """One request of one candidate about one application; of each kind at most one is open.

    It holds the candidate's own words, so it goes when the person is erased.
    """

    __tablename__ = "candidate_requests"
    __table_args__ = (
        CheckConstraint("kind IN ('human_review', 'correction')", name="kind"),
        CheckConstraint("state IN ('open', 'answered')", name="state"),
        CheckConstraint("outcome IN ('kept', 'changed')", name="outcome"),
        CheckConstraint(
            "(state = 'answered') = (answered_at IS NOT NULL AND outcome IS NOT NULL AND answer IS NOT NULL)",
            name="answered",
        ),
        Index(
            "uq_candidate_requests_open",
            "application_id",
            "kind",
            unique=True,
            postgresql_where=text("state = 'open'"),
        ),
        Index("ix_candidate_requests_job_id_due_at", "job_id", "due_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    kind: Mapped[RequestKind] = mapped_column(words(RequestKind))
    state: Mapped[RequestState] = mapped_column(words(RequestState), server_default="open")
    candidate_id: Mapped[UUID] = mapped_column(ForeignKey("candidates.id", ondelete="CASCADE"), index=True)
    application_id: Mapped[UUID] = mapped_column(ForeignKey("applications.id", ondelete="CASCADE"))
    interview_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("interviews.id", ondelete="SET NULL"), index=True
    )
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    message: Mapped[str]
    """The candidate's point of view, as it was written; empty is allowed for a review."""
    asked_at: Mapped[datetime]
    due_at: Mapped[datetime]
    """Business time by which a person answers."""
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    """Never somebody who took part in the decision."""
    outcome: Mapped[RequestOutcome | None] = mapped_column(words(RequestOutcome))
    answer: Mapped[str | None]
    """What the candidate is told, in the reviewer's words."""
