"""The first people of an embedded stack, so that there is somebody to act for."""

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert

from domain.vocabulary import UserRole
from models import User
from runtime import database
from runtime.settings import Settings
from runtime.wiring import needed

FIRST = (
    ("admin@understudy.example", "Ada Admin", UserRole.ADMIN),
    ("recruiter@understudy.example", "Rosa Recruiter", UserRole.RECRUITER),
)


async def first_users(settings: Settings) -> None:
    """Add an admin and a recruiter to an empty installation."""
    engine = database.engine(needed(settings.database_url, "DATABASE_URL"), "understudy_owner", 1)
    try:
        async with database.sessions(engine).begin() as session:
            if await session.scalar(select(func.count()).select_from(User)):
                return
            rows = [{"email": email, "name": name, "role": role} for email, name, role in FIRST]
            await session.execute(insert(User).on_conflict_do_nothing(), rows)
    finally:
        await engine.dispose()
