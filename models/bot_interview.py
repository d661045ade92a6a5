"""Text interviews that a machine leads, and their answers until they are turns of the transcript."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, String, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import BotAnswerState, BotState
from models.base import Base, words


class BotInterview(Base):
    """How far the text interview of one interview is. What was said stands in the transcript."""

    __tablename__ = "bot_interviews"
    __table_args__ = (
        CheckConstraint("asks >= 0 AND answered >= 0 AND planned >= 0 AND recordings >= 0", name="counts"),
        CheckConstraint("(ended_at IS NOT NULL) = (state IN ('completed', 'expired'))", name="ended"),
        Index("ix_bot_interviews_open", "interview_id", postgresql_where=text("ended_at IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    interview_id: Mapped[UUID] = mapped_column(ForeignKey("interviews.id", ondelete="CASCADE"), unique=True)
    state: Mapped[BotState] = mapped_column(words(BotState), server_default="running")
    language: Mapped[str] = mapped_column(String(10))
    """In which the machine speaks: `en`, `de`, `fr`, `es` or `pt`, as the candidate read when it began."""
    asks: Mapped[int] = mapped_column(Integer(), server_default="0")
    """How often it asked so far. An answer names the ask that it belongs to, so one answer counts for each."""
    is_repeat: Mapped[bool] = mapped_column(server_default="false")
    """The last ask said the question once more."""
    heard: Mapped[str | None] = mapped_column(String(40))
    """What the answer to the last ask was found to be (`domain.interview_bot.Verdict`); null: it is awaited."""
    current_question_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("interview_questions.id", ondelete="SET NULL"), index=True
    )
    """The planned question that waits for its answer."""
    answered: Mapped[int] = mapped_column(Integer(), server_default="0")
    """Planned questions that are done with."""
    planned: Mapped[int] = mapped_column(Integer(), server_default="0")
    recordings: Mapped[int] = mapped_column(Integer(), server_default="0")
    """Spoken answers that were sent, also those that were sent again; at most 100."""
    started_at: Mapped[datetime]
    stopped_at: Mapped[datetime | None]
    """Since when it rests: paused, or handed over to a person."""
    ended_at: Mapped[datetime | None]
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class BotAnswer(Base):
    """The answer to one ask. Its words are here only until the machine has read them into the transcript."""

    __tablename__ = "bot_answers"
    __table_args__ = (
        CheckConstraint("state IN ('recorded', 'heard', 'unheard', 'given', 'read')", name="state"),
        CheckConstraint("char_length(text) <= 4000", name="text"),
        CheckConstraint("(state IN ('given', 'heard')) = (text IS NOT NULL)", name="held"),
        UniqueConstraint("bot_interview_id", "ask"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    bot_interview_id: Mapped[UUID] = mapped_column(ForeignKey("bot_interviews.id", ondelete="CASCADE"))
    ask: Mapped[int] = mapped_column(Integer())
    state: Mapped[BotAnswerState] = mapped_column(words(BotAnswerState))
    text: Mapped[str | None]
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("files.id", ondelete="SET NULL"), index=True)
    """The recording that it was spoken into."""
    received_at: Mapped[datetime]
