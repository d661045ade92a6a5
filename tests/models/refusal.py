"""Asking whether the database refuses a statement, and why."""

from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

NOT_ALLOWED = "42501"
CHECK = "23514"
UNIQUE = "23505"
OVERLAP = "23P01"
ALLOWED = None


async def refusal(session: AsyncSession, statement: str, **values: Any) -> str | None:
    """The SQLSTATE with which a statement is refused, None when it is carried out; it is undone either way."""
    try:
        async with session.begin_nested() as savepoint:
            await session.execute(text(statement), values)
            await savepoint.rollback()
    except DBAPIError as error:
        return str(getattr(error.orig, "sqlstate", error.orig))
    return ALLOWED


async def refusal_at_commit(session: AsyncSession, *statements: str, **values: Any) -> str | None:
    """The SQLSTATE with which statements are refused at the latest at commit; then the session starts anew."""
    try:
        for statement in statements:
            await session.execute(text(statement), values)
        await session.commit()
    except DBAPIError as error:
        await session.rollback()
        return str(getattr(error.orig, "sqlstate", error.orig))
    return ALLOWED
