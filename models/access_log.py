"""Who read what: append-only, written in the transaction of the read, ids only."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, Identity, Index, Integer, func, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.access.vocabulary import Purpose, Seen
from models.base import Base, words


class AccessLog(Base):
    """One look at personal data or at the log. No foreign keys: it outlives what was read and who read it.

    `role`, `user_id` and `link_interview_id` are filled by the database from what the transaction said of itself,
    and row-level security refuses other values: nobody writes a look down in another's name.
    """

    __tablename__ = "access_log"
    __table_args__ = (
        Index("ix_access_log_application_id", "application_id"),
        Index("ix_access_log_interview_id", "interview_id"),
        Index("ix_access_log_user_id", "user_id", "sequence"),
        Index("ix_access_log_at", text("at DESC")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    sequence: Mapped[int] = mapped_column(BigInteger(), Identity(always=True), unique=True)
    at: Mapped[datetime]
    """Business time."""
    role: Mapped[str] = mapped_column(
        server_default=text("coalesce(nullif(current_setting('app.role', true), ''), 'operator')")
    )
    """Role of whoever looked; `candidate` and `applicant` by their link, `operator` at the command line."""
    user_id: Mapped[UUID | None] = mapped_column(
        server_default=text("nullif(current_setting('app.user_id', true), '')::uuid")
    )
    """The person who was signed in."""
    link_interview_id: Mapped[UUID | None] = mapped_column(
        server_default=text("nullif(current_setting('app.interview_id', true), '')::uuid")
    )
    """The interview whose link a candidate held."""
    what: Mapped[Seen] = mapped_column(words(Seen))
    purpose: Mapped[Purpose] = mapped_column(words(Purpose))
    job_id: Mapped[UUID | None]
    application_id: Mapped[UUID | None]
    interview_id: Mapped[UUID | None]
    records: Mapped[int | None] = mapped_column(Integer())
    """How many rows an export or a page of results held."""
    request_id: Mapped[str | None]
    """The `X-Request-Id` of the answer; null at the command line."""
