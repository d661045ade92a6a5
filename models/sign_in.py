"""Tries to sign in: what throttling counts, and what people see of tries on their own account."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, LargeBinary, func
from sqlalchemy.orm import Mapped, mapped_column

from domain.identity.vocabulary import SignInMeans, SignInOutcome
from models.base import Base, words


class SignIn(Base):
    """One try. It stands here and not in the log: strangers make these rows, and they are deleted after a while.

    Mail address and network address stand as keyed digests, which can be counted but not read.
    """

    __tablename__ = "sign_ins"
    __table_args__ = (
        Index(None, "account_digest", "at"),
        Index(None, "address_digest", "at"),
        Index(None, "user_id", "at"),
        Index(None, "at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    account_digest: Mapped[bytes] = mapped_column(LargeBinary())
    address_digest: Mapped[bytes] = mapped_column(LargeBinary())
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    means: Mapped[SignInMeans] = mapped_column(words(SignInMeans))
    outcome: Mapped[SignInOutcome] = mapped_column(words(SignInOutcome))
    at: Mapped[datetime]
    """Wall-clock time."""
