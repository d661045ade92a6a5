"""What a candidate may change about themselves."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import InvalidInputError
from models import Candidate
from services import find
from services.log import Cause
from services.moves import note


async def set_time_zone(
    session: AsyncSession, interview_id: UUID, zone: str, *, cause: Cause, at: datetime
) -> None:
    """Keep the zone in which a candidate reads times. The same zone again changes nothing.

    Raises InvalidInputError for a zone that is not in the IANA database.
    """
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidInputError(
            "There is no such time zone.", field="time_zone", remedy="Choose one of the list."
        ) from None
    interview = await find.interview(session, interview_id, lock=True)
    candidate = await session.get_one(Candidate, interview.candidate_id)
    if candidate.time_zone == zone:
        return
    candidate.time_zone = zone
    await note(session, interview, "time_zone_chosen", cause=cause, at=at)
