"""What an alert to the hiring team says: names are looked up when the mail is written, queues and logs hold ids."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from models import User


async def sentence(session: AsyncSession, details: Mapping[str, Any]) -> str:
    """A prepared sentence with names, which may stand in a mail but not in a queue's details or the log."""
    owner = await _name(session, details.get("calendar_owner"))
    if owner and "since" in details:
        state = "cannot be reached" if details.get("health") == "unreachable" else "is no longer connected"
        return (
            f"The {str(details['provider']).capitalize()} calendar of {owner} {state} since "
            f"{str(details['since'])[:16].replace('T', ' ')} UTC. {details.get('why', '')} "
            f"Interviews to come: {details.get('at_risk', 0)}. No new times of {owner} are offered until it works."
        )
    if owner:
        return (
            f"The entry could not be written into the calendar of {owner}: {details.get('why', '')} "
            "It went by mail instead; nothing else changes."
        )
    if came_in := await _came_in(session, details):
        return came_in
    replaced = await _name(session, details.get("replaced"))
    stand_in = await _name(session, details.get("stand_in"))
    if replaced and stand_in:
        return f"{replaced} cannot come to this interview; {stand_in} takes over at the same time."
    if dropped_out := await _name(session, details.get("dropped_out")):
        late = (
            "It is too late to replace them automatically."
            if details.get("too_late")
            else "Nobody is free instead."
        )
        return f"{dropped_out} cannot come to this interview. {late} Please find somebody, or move it."
    return str(details.get("alert", ""))


async def _came_in(session: AsyncSession, details: Mapping[str, Any]) -> str:
    """About a mail that came in: another time that was proposed, or words of somebody else than the candidate."""
    if "proposed" in details:
        who = await _name(session, details.get("countered_by")) or "The candidate"
        time = str(details["proposed"])[:16].replace("T", " ")
        what = f"another time in their calendar: {time} UTC" if time else "another time in their calendar"
        return f"{who} proposed {what}. The booked time stays until you move the interview."
    if writer := await _name(session, details.get("written_by")):
        return f"{writer} answered one of our mails about this interview; the words below are theirs."
    if details.get("from_elsewhere"):
        return "Somebody answered our mail from another address than the candidate's. Please check who it is."
    return ""


async def _name(session: AsyncSession, user_id: Any) -> str:
    user = await session.get(User, UUID(user_id)) if isinstance(user_id, str) else None
    return user.name if user else ""
