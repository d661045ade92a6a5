"""The bank of questions."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Question(Base):
    """A question of the bank; the same words stand once in a language.

    `skill_id` is its primary skill; every skill that it shows, the primary one too, stands in `question_skills`.
    """

    __tablename__ = "questions"
    __table_args__ = (
        CheckConstraint("char_length(btrim(question_text)) BETWEEN 1 AND 1000", name="text"),
        CheckConstraint("difficulty_level IN ('easy', 'medium', 'hard')", name="difficulty"),
        CheckConstraint("minutes BETWEEN 1 AND 60", name="minutes"),
        Index("idx_questions_skill_id", "skill_id"),
        Index("uq_questions_text", "language", text("md5(lower(question_text))"), unique=True),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    skill_id: Mapped[UUID | None] = mapped_column(ForeignKey("skills.id", ondelete="SET NULL"))
    question_text: Mapped[str]
    difficulty_level: Mapped[str]
    """`easy`, `medium` or `hard`."""
    language: Mapped[str] = mapped_column(String(10), server_default="en")
    """Of the words, as a tag (BCP 47)."""
    minutes: Mapped[int] = mapped_column(Integer(), server_default="5")
    """How long question and answer usually take."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class QuestionSkill(Base):
    """A skill that a question shows."""

    __tablename__ = "question_skills"
    __table_args__ = (Index("idx_question_skills_skill_id", "skill_id"),)

    question_id: Mapped[UUID] = mapped_column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
    )
    skill_id: Mapped[UUID] = mapped_column(ForeignKey("skills.id", ondelete="CASCADE"), primary_key=True)
