"""People who sign in: recruiters, interviewers, auditors, admins."""

from datetime import datetime, time
from uuid import UUID, uuid4

from sqlalchemy import Index, Integer, Time, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import UserRole
from models.base import MADE_BY_BASE, Base, words


class User(Base):
    """A person with a role; interviewers carry the working hours of the built-in calendar."""

    __tablename__ = "users"
    __table_args__ = (
        Index("uq_users_email", text("lower(email)"), unique=True),
        {"comment": MADE_BY_BASE},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    email: Mapped[str]
    name: Mapped[str]
    role: Mapped[UserRole] = mapped_column(words(UserRole), server_default="recruiter")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    time_zone: Mapped[str] = mapped_column(server_default="UTC")
    """IANA zone in which the working hours are meant."""
    work_starts: Mapped[time] = mapped_column(Time(), server_default="09:00")
    work_ends: Mapped[time] = mapped_column(Time(), server_default="18:00")
    work_days: Mapped[int] = mapped_column(Integer(), server_default="31")
    """Bit mask, Monday is 1, Sunday 64; 31 is Monday to Friday."""
