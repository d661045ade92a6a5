"""What applicants say of themselves, voluntarily: apart from everything that scores, ranks or decides."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, func
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class SelfIdentification(Base):
    """One applicant's answers for one application; each may be empty or "prefer not to say".

    Only the database role `understudy_impact` reads the table. The web tier writes through a function that
    knows no application but the own one of the candidate who answers; workers, who score, see nothing of it.
    """

    __tablename__ = "self_identifications"
    __table_args__ = (
        CheckConstraint("sex IN ('female', 'male', 'another', 'prefer_not_to_say')", name="sex"),
        CheckConstraint(
            "race_ethnicity IN ('hispanic_or_latino', 'white', 'black_or_african_american',"
            " 'native_hawaiian_or_pacific_islander', 'asian', 'american_indian_or_alaska_native',"
            " 'two_or_more_races', 'prefer_not_to_say')",
            name="race_ethnicity",
        ),
        CheckConstraint("age_band IN ('under_40', '40_and_over', 'prefer_not_to_say')", name="age_band"),
    )

    application_id: Mapped[UUID] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), primary_key=True
    )
    sex: Mapped[str | None]
    race_ethnicity: Mapped[str | None]
    age_band: Mapped[str | None]
    answered_at: Mapped[datetime] = mapped_column(server_default=func.now())
    wording_version: Mapped[str]
    """Which wording of the questions was answered."""
