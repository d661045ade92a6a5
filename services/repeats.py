"""Answers kept for requests that come again, written in the transaction of the act."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from models import RepeatedRequest

KEPT = timedelta(hours=24)
LOCK = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 9))")


async def hold(session: AsyncSession, user_id: UUID, key_digest: bytes) -> bool:
    """Hold a key until the transaction ends. Returns False when another request holds it."""
    return bool(await session.scalar(LOCK, {"name": f"{user_id}:{key_digest.hex()}"}))


async def kept(session: AsyncSession, user_id: UUID, key_digest: bytes) -> RepeatedRequest | None:
    """What was answered to this key in the last 24 hours."""
    found: RepeatedRequest | None = await session.scalar(
        select(RepeatedRequest).where(
            RepeatedRequest.user_id == user_id,
            RepeatedRequest.key_digest == key_digest,
            RepeatedRequest.created_at > func.now() - KEPT,
        )
    )
    return found


async def keep(
    session: AsyncSession, user_id: UUID, key_digest: bytes, fingerprint: bytes, status: int, answer: bytes
) -> None:
    """Keep an answer. One that is older than a day makes room."""
    values = {"fingerprint": fingerprint, "status": status, "answer": answer}
    statement = insert(RepeatedRequest).values(user_id=user_id, key_digest=key_digest, **values)
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["user_id", "key_digest"], set_={**values, "created_at": func.now()}
        )
    )
