"""The first people of an embedded stack, so that there is somebody to act for."""

from sqlalchemy import create_engine, func, insert, pool, select

from domain.vocabulary import UserRole
from models import User
from runtime.migrate import sqlalchemy_url, upgrade

FIRST = (
    ("admin@understudy.example", "Ada Admin", UserRole.ADMIN),
    ("recruiter@understudy.example", "Rosa Recruiter", UserRole.RECRUITER),
)


def prepare(url: str) -> None:
    """Migrate an embedded database; add an admin and a recruiter when nobody is there yet."""
    upgrade(url)
    engine = create_engine(sqlalchemy_url(url), poolclass=pool.NullPool)
    try:
        with engine.begin() as connection:
            if not connection.scalar(select(func.count()).select_from(User)):
                rows = [{"email": email, "name": name, "role": role} for email, name, role in FIRST]
                connection.execute(insert(User), rows)
    finally:
        engine.dispose()
