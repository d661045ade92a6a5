"""Kinds of interviews, and the skills that each suggests."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class InterviewType(Base):
    """A kind of interview, such as "Behavioral". Deleting one keeps its interviews, which then have none."""

    __tablename__ = "interview_types"
    __table_args__ = (
        CheckConstraint("char_length(btrim(type_name)) BETWEEN 1 AND 100", name="name"),
        Index("idx_interview_types_type_name", text("lower(type_name)"), unique=True),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    type_name: Mapped[str]
    """One of a kind, whatever its capitals."""
    description: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class SuggestedSkill(Base):
    """A skill that interviews of a type usually look at."""

    __tablename__ = "interview_type_suggested_skills"
    __table_args__ = (Index("idx_itss_skill_id", "skill_id"),)

    interview_type_id: Mapped[UUID] = mapped_column(
        ForeignKey("interview_types.id", ondelete="CASCADE", name="fk_interview_type_suggested_skills_type"),
        primary_key=True,
    )
    skill_id: Mapped[UUID] = mapped_column(
        ForeignKey("skills.id", ondelete="CASCADE", name="fk_interview_type_suggested_skills_skill"),
        primary_key=True,
    )
