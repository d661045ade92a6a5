"""Uploaded files."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, LargeBinary, func
from sqlalchemy.orm import Mapped, deferred, mapped_column

from models.base import Base


class File(Base):
    """A file with its bytes in the database, so that erasing a person is one transaction."""

    __tablename__ = "files"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4, server_default=func.gen_random_uuid())
    filename: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger())
    sha256: Mapped[bytes] = mapped_column(LargeBinary())
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary()))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
