"""The questions of one interview."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class InterviewQuestion(Base):
    """A question that is planned for an interview or was asked in it, with its words as they were then."""

    __tablename__ = "interview_questions"
    __table_args__ = (
        UniqueConstraint(
            "interview_id",
            "order_in_interview",
            name="uq_interview_questions_order",
            deferrable=True,
            initially="IMMEDIATE",
        ),
        UniqueConstraint("question_turn_id"),
        UniqueConstraint("answer_turn_id"),
        CheckConstraint("char_length(btrim(question_text_snapshot)) BETWEEN 1 AND 1000", name="text"),
        CheckConstraint("difficulty_level IN ('easy', 'medium', 'hard')", name="difficulty"),
        CheckConstraint("minutes BETWEEN 1 AND 60", name="minutes"),
        CheckConstraint("order_in_interview >= 1", name="order"),
        CheckConstraint("origin IN ('bank', 'person', 'model')", name="origin"),
        Index("idx_interview_questions_question_id", "question_id"),
        Index("idx_interview_questions_skill_id", "skill_id"),
        Index(
            "uq_interview_questions_question",
            "interview_id",
            "question_id",
            unique=True,
            postgresql_where=text("question_id IS NOT NULL"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    interview_id: Mapped[UUID] = mapped_column(ForeignKey("interviews.id", ondelete="CASCADE"))
    question_id: Mapped[UUID | None] = mapped_column(ForeignKey("questions.id", ondelete="SET NULL"))
    """Where in the bank it came from; null: from a person or a suggestion, or it left the bank since."""
    question_text_snapshot: Mapped[str]
    skill_id: Mapped[UUID | None] = mapped_column(ForeignKey("skills.id", ondelete="SET NULL"))
    """What it was chosen to show."""
    difficulty_level: Mapped[str | None]
    order_in_interview: Mapped[int] = mapped_column(Integer())
    """Place in the plan, from 1."""
    why: Mapped[str] = mapped_column(server_default="")
    """Why it was chosen, in one plain sentence."""
    minutes: Mapped[int] = mapped_column(Integer(), server_default="5")
    origin: Mapped[str] = mapped_column(server_default="bank")
    """`bank`, `person` (the interviewer's own) or `model` (a suggested follow-up that a person took)."""
    asked_at: Mapped[datetime | None]
    question_turn_id: Mapped[UUID | None] = mapped_column(ForeignKey("transcripts.id", ondelete="SET NULL"))
    """The turn in which it was asked."""
    answer_turn_id: Mapped[UUID | None] = mapped_column(ForeignKey("transcripts.id", ondelete="SET NULL"))
    """The turn in which it was answered."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
