"""Signed seals of the log: the head of its chain after each batch."""

from datetime import datetime

from sqlalchemy import BigInteger, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class LogSeal(Base):
    """A batch of log rows that was sealed together; append-only like the log."""

    __tablename__ = "log_seals"

    last_sequence: Mapped[int] = mapped_column(BigInteger(), primary_key=True, autoincrement=False)
    first_sequence: Mapped[int] = mapped_column(BigInteger())
    rows: Mapped[int]
    head: Mapped[bytes] = mapped_column(LargeBinary())
    """The seal of the last row."""
    sealed_at: Mapped[datetime]
    key_id: Mapped[str | None]
    """Fingerprint of the key; null where the installation has none."""
    signature: Mapped[bytes | None] = mapped_column(LargeBinary())
