"""Groups of interviewed people by what their evidence has in common. Off unless a job asks for it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint, func, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Persona(Base):
    """A group, named by its traits. It goes with its last member, or when the job turns personas off (triggers)."""

    __tablename__ = "personas"
    __table_args__ = (UniqueConstraint("job_id", "key"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    """Made from job and key: the same group keeps its id in every run."""
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    key: Mapped[str]
    name: Mapped[str]
    traits: Mapped[list[Any]] = mapped_column(server_default=text("'[]'::jsonb"))
    """Names of what its members' evidence has in common, the strongest first."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class PersonaMember(Base):
    """One interview in a group; the person is the interview's candidate."""

    __tablename__ = "persona_members"

    persona_id: Mapped[UUID] = mapped_column(ForeignKey("personas.id", ondelete="CASCADE"), primary_key=True)
    interview_id: Mapped[UUID] = mapped_column(
        ForeignKey("interviews.id", ondelete="CASCADE"), primary_key=True, index=True
    )
