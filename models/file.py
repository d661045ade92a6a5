"""Uploaded files."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint, func
from sqlalchemy.orm import Mapped, deferred, mapped_column

from models.base import Base


class File(Base):
    """A file with its bytes in one of two places.

    Resumes lie in the database, so that erasing a person is one transaction. Recordings and media are too large for
    that: they lie in object storage, and a sweep removes the objects whose row is gone.
    """

    __tablename__ = "files"
    __table_args__ = (
        UniqueConstraint("storage_key"),
        CheckConstraint("num_nonnulls(content, storage_key) = 1", name="one_place"),
        CheckConstraint("storage_key ~ ('^[a-z_]{1,40}/' || id::text || '$')", name="storage_key"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    filename: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger())
    sha256: Mapped[bytes] = mapped_column(LargeBinary())
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary()))
    storage_key: Mapped[str | None]
    """Where its bytes lie in object storage (`domain.storage.key_of`); null: in `content`."""
    uploaded_by: Mapped[UUID | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    """Whose it is as long as nothing shows it."""
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
