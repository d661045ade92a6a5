"""People who sign in: recruiters, interviewers, auditors, admins."""

from datetime import datetime, time, timedelta
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, Index, Integer, Time, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.vocabulary import UserRole
from models.base import MADE_BY_BASE, Base, words


class User(Base):
    """A person with a role; interviewers carry the working hours of the built-in calendar."""

    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint(
            "interviews_per_day >= 0 AND interviews_per_week >= 0"
            " AND buffer_before >= interval '0' AND buffer_after >= interval '0'",
            name="interview_limits",
        ),
        Index("uq_users_email", text("lower(email)"), unique=True),
        {"comment": MADE_BY_BASE},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    email: Mapped[str]
    name: Mapped[str]
    role: Mapped[UserRole] = mapped_column(words(UserRole), server_default="recruiter")
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    disabled_at: Mapped[datetime | None]
    """Since when this person cannot sign in; the row stays, because interviews and the log name it."""
    time_zone: Mapped[str] = mapped_column(server_default="UTC")
    """IANA zone in which the working hours are meant."""
    work_starts: Mapped[time] = mapped_column(Time(), server_default="09:00")
    work_ends: Mapped[time] = mapped_column(Time(), server_default="18:00")
    work_days: Mapped[int] = mapped_column(Integer(), server_default="31")
    """Bit mask, Monday is 1, Sunday 64; 31 is Monday to Friday."""
    buffer_before: Mapped[timedelta] = mapped_column(server_default=text("interval '0'"))
    """Free time wanted before an interview."""
    buffer_after: Mapped[timedelta] = mapped_column(server_default=text("interval '0'"))
    interviews_per_day: Mapped[int | None] = mapped_column(Integer())
    """Most interviews on one day of `time_zone`; null: no limit, 0: none at all."""
    interviews_per_week: Mapped[int | None] = mapped_column(Integer())
    """Most interviews in one ISO week."""
    holiday_calendar: Mapped[str | None]
    """Country, or country and subdivision, whose public holidays are days off: `DE`, `DE-BY`, `US-CA`."""
