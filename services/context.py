"""For whom a transaction acts: what row-level security asks (I13)."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.vocabulary import UserRole

SET = text(
    "SELECT set_config('app.role', :role, true), set_config('app.user_id', :user, true),"
    " set_config('app.interview_id', :interview, true)"
)


async def act_as_user(session: AsyncSession, role: UserRole, user_id: UUID) -> None:
    """This transaction acts for a person who signed in."""
    await session.execute(SET, {"role": role.value, "user": str(user_id), "interview": ""})


async def act_as_candidate(session: AsyncSession, interview_id: UUID) -> None:
    """This transaction acts for the candidate of one interview, whose link was checked before."""
    await session.execute(SET, {"role": "candidate", "user": "", "interview": str(interview_id)})


async def act_as_applicant(session: AsyncSession, application_id: UUID) -> None:
    """This transaction acts for whoever applied, whose link was checked before: it may answer about itself."""
    await session.execute(SET, {"role": "applicant", "user": "", "interview": ""})
    await session.execute(
        text("SELECT set_config('app.application_id', :application, true)"),
        {"application": str(application_id)},
    )
