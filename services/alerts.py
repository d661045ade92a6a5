"""What an alert to the hiring team says: names are looked up when the mail is written, queues and logs hold ids."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from domain.vocabulary import AlertCause
from models import Alert, Job, User


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


WORK = {
    "mails": ("mail waits to be handed over", "mails wait to be handed over"),
    "messages": ("message waits for its workflow", "messages wait for their workflow"),
    "deadlines": ("deadline has passed without an effect", "deadlines have passed without an effect"),
    "scores": ("application of a closed job has no score", "applications of closed jobs have no score"),
}


async def admin_sentences(session: AsyncSession, alerts: Sequence[Alert]) -> dict[UUID, str]:
    """Each alert to admins in one sentence; names are looked up now, in two statements for all of them."""
    owners = await _names(session, User.id, User.name, [a.details.get("user_id") for a in alerts])
    titles = await _names(session, Job.id, Job.title, [a.details.get("job_id") for a in alerts])
    return {alert.id: _told(alert, owners, titles) for alert in alerts}


def _told(alert: Alert, owners: Mapping[str, str], titles: Mapping[str, str]) -> str:
    details, since = alert.details, str(alert.details.get("since", ""))[:16].replace("T", " ")
    count = int(details.get("count", 1))
    match alert.cause:
        case AlertCause.STUCK_WORK:
            one, many = WORK.get(alert.about, ("step is stuck", "steps are stuck"))
            return f"{count} {one if count == 1 else many}, the oldest since {since} UTC."
        case AlertCause.DEAD_CALENDAR:
            owner = owners.get(str(details.get("user_id")), "somebody")
            return f"The calendar of {owner} cannot be used since {since} UTC."
        case AlertCause.MAIL_UNDELIVERABLE:
            title = titles.get(str(details.get("job_id")))
            where = f" of the job {title}" if title else ""
            return f"{count} mail{'' if count == 1 else 's'}{where} could not be delivered in the last day."
        case AlertCause.LATE_REQUEST:
            title = titles.get(str(details.get("job_id")), "a job")
            asks = "request of a candidate" if count == 1 else "requests of candidates"
            return (
                f"{count} {asks} for {title} should have been answered by {since} UTC. See the page Requests."
            )
        case AlertCause.STUCK_PROCESSING:
            what = "interview is stuck" if count == 1 else "interviews are stuck"
            return f"{count} {what} in processing, the oldest since {since} UTC. See the page Processing."
        case AlertCause.SEAL_BROKEN:
            return "The seal of the log does not hold. Run: understudy audit verify."


async def _names(
    session: AsyncSession,
    key: InstrumentedAttribute[UUID],
    name: InstrumentedAttribute[str],
    ids: Sequence[Any],
) -> dict[str, str]:
    wanted = {UUID(one) for one in ids if isinstance(one, str)}
    if not wanted:
        return {}
    rows = await session.execute(select(key, name).where(key.in_(wanted)))
    return {str(found): text for found, text in rows}


async def _name(session: AsyncSession, user_id: Any) -> str:
    user = await session.get(User, UUID(user_id)) if isinstance(user_id, str) else None
    return user.name if user else ""
