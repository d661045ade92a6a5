"""Skills that interviews look at."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Skill(Base):
    """A skill, such as "Python". Deleting one keeps its questions, which then have no primary skill."""

    __tablename__ = "skills"
    __table_args__ = (
        CheckConstraint("char_length(btrim(skill_name)) BETWEEN 1 AND 100", name="name"),
        Index("idx_skills_skill_name", text("lower(skill_name)"), unique=True),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    skill_name: Mapped[str]
    """One of a kind, whatever its capitals."""
    description: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class InterviewSkill(Base):
    """A skill that one interview looks at."""

    __tablename__ = "interview_skills"
    __table_args__ = (Index("idx_interview_skills_skill_id", "skill_id"),)

    interview_id: Mapped[UUID] = mapped_column(
        ForeignKey("interviews.id", ondelete="CASCADE"), primary_key=True
    )
    skill_id: Mapped[UUID] = mapped_column(ForeignKey("skills.id", ondelete="CASCADE"), primary_key=True)
