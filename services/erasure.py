"""Erasing a person: one transaction, on the person's own word. What stays is the log, which holds ids only."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def erase_own_person(session: AsyncSession, *, at: datetime) -> int:
    """Erase the candidate for whom this transaction acts, with every application of theirs.

    Applications, resumes, interviews, conversations, requests, answers and mails go. Each application leaves
    one log row; seats are vacated and workflows told in the same transaction. Returns how many applications
    ended. The database refuses anybody who is not a candidate.
    """
    return int(await session.scalar(text("SELECT erase_own_person(:at)"), {"at": at}) or 0)
