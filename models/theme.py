"""What comes up in the interviews of one job."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from domain.processing.vocabulary import ThemeKind
from models.base import Base, words


class Theme(Base):
    """A group of evidence over all interviews of a job. It goes with its last evidence (database trigger)."""

    __tablename__ = "themes"
    __table_args__ = (
        UniqueConstraint("job_id", "key"),
        CheckConstraint("kind IN ('skill', 'requirement', 'word')", name="kind"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    """Made from job and key: the same theme keeps its id in every run."""
    job_id: Mapped[UUID] = mapped_column(ForeignKey("jobs.id", ondelete="CASCADE"))
    key: Mapped[str]
    """What groups: `skill:…`, `requirement:…` or `word:{stem}`."""
    name: Mapped[str]
    kind: Mapped[ThemeKind] = mapped_column(words(ThemeKind))
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class ThemeEvidence(Base):
    """One quote that speaks for a theme."""

    __tablename__ = "theme_evidence"

    theme_id: Mapped[UUID] = mapped_column(ForeignKey("themes.id", ondelete="CASCADE"), primary_key=True)
    evidence_id: Mapped[UUID] = mapped_column(
        ForeignKey("evidence.id", ondelete="CASCADE"), primary_key=True, index=True
    )
