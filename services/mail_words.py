"""The words of a conversation that a mail carries, read when it is written: queues and logs hold places, not words."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from domain.negotiation.turns import BotTurn, PersonTurn, recall
from models import EmailMessage, IncomingWords
from services import find


async def _turns(session: AsyncSession, mail: EmailMessage) -> list[Mapping[str, Any]]:
    """The conversation up to the turn that the mail tells of; empty when it tells of none."""
    last = mail.details.get("turn")
    if mail.interview_id is None or not isinstance(last, int):
        return []
    negotiation = await find.negotiation(session, mail.interview_id)
    return list(negotiation.history[: last + 1]) if negotiation else []


async def turn(session: AsyncSession, mail: EmailMessage) -> Mapping[str, Any] | None:
    """What the candidate is told: a turn of the bot, or the words and times of a person who took over."""
    turns = await _turns(session, mail)
    return turns[-1] if turns and turns[-1]["from"] != "candidate" else None


async def asked(session: AsyncSession, mail: EmailMessage) -> tuple[str, ...]:
    """What is passed on: the questions the bot left open, else what was written, as it is."""
    key = mail.details.get("incoming")
    if isinstance(key, str):
        words = await session.get(IncomingWords, key)
        return (words.text,) if words is not None and words.text else ()
    turns = await _turns(session, mail)
    if not turns:
        return ()
    last = recall(turns[-1])
    if isinstance(last, BotTurn):
        return last.passed_on
    written = [recall(turn) for turn in turns if turn["from"] == "candidate"]
    newest = written[-int(mail.details.get("messages", 1)) :]
    return tuple(turn.text for turn in newest if isinstance(turn, PersonTurn))
