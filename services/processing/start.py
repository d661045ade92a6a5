"""Asking for an interview to be processed: first, after an error, or once more."""

import json
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotFoundError
from services.log import Cause

_REQUEST = text("SELECT request_processing(:interview, :at, CAST(:why AS jsonb))")


async def request_processing(
    session: AsyncSession,
    interview_id: UUID,
    recording_id: UUID | None,
    now: datetime,
    *,
    cause: Cause | None = None,
) -> int:
    """Set an interview to `processing`, log it, and have its workflow started by the relay.

    Returns the number of the request, 1 for the first.

    Everything that stands is processed: turns, and every recording that has no words yet; `recording_id` is only
    noted. Asking while it is processed lets it begin again with what is new. `now` is business time.
    For admins, the job's recruiter, whoever conducts the interview, and workers. Raises NotFoundError for others.
    """
    why = cause or Cause()
    told = {
        "trigger": why.trigger.value,
        "actor_id": str(why.actor_id) if why.actor_id else None,
        "actor_kind": why.actor_kind,
        "reason": why.reason,
        "workflow_id": why.workflow_id,
        "run_id": why.run_id,
        "recording_id": str(recording_id) if recording_id else None,
    }
    values = {"interview": interview_id, "at": now, "why": json.dumps(told)}
    number: int | None = await session.scalar(_REQUEST, values)
    if number is None:
        raise NotFoundError(f"There is no interview {interview_id}.", field="interview_id")
    # The function changed the row behind the session's back.
    session.expire_all()
    return number
