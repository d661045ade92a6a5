"""Doing what the board offers: with the reason checked, the rows locked, and nobody's hand overlooked.

A form carries what its page showed. If that is no longer true, somebody was faster: the act is refused and says who
did what, unless it was the same person pressing twice, who simply gets the result.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from domain.errors import ConflictError, InvalidInputError, NotFoundError, StaleStateError
from domain.identifiers import interview_id as id_of_interview
from domain.messages.times import format_instant
from models import Application, AutomationLog, Interview, Job
from services import by_hand, find, jobs
from services.interviews import answer, end
from services.interviews.links import replace_links_of_application
from services.log import Cause
from web.acting import HIRING, Act
from web.desk.board_acts import (
    CANCEL,
    LONGEST_REASON,
    MOVE_ON,
    REJECT,
    SHORTEST_REASON,
    Offer,
    for_job,
    for_person,
)
from web.reading import board_names
from web.reading.board_people import seen
from web.reading.board_words import ACTORS, sentence

TWICE_WITHIN = timedelta(minutes=2)
"""Business time within which the same reason of the same person is the same press of a button."""
ENDS = frozenset({MOVE_ON.name, CANCEL.name})
"""What rejecting is called where there is an interview."""
LOOKED_AT = 10
"""Rows of the log that are looked at for it: the automation may have gone on in between."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed."""

    name: str
    reason: str
    seen: str
    form: Mapping[str, str]


def press(name: str, form: Mapping[str, str]) -> Press:
    """What a form says. Raises InvalidInputError for a reason that is too short or too long."""
    reason = " ".join(form.get("reason", "").split())
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise InvalidInputError(
            "Say why: the reason stands in the log.",
            field="reason",
            remedy=f"Write {SHORTEST_REASON} to {LONGEST_REASON} characters, and do not name people.",
        )
    return Press(name, reason, form.get("seen", ""), form)


def seen_job(job: Job) -> str:
    """What a page of a job shows, as one word of a form."""
    review = "confirmed" if job.review_confirmed_at else "open"
    switch = "on" if job.automation_enabled else "off"
    return f"{job.status.value}.{job.number_of_openings}.{job.shortlisting_buffer}.{switch}.{review}"


def seen_person(application: Application, interview: Interview | None) -> str:
    """What the page of an act shows of somebody: also that something happened that changed no state."""
    states = seen(application.shortlist_status, interview.status if interview else None)
    return f"{states}.{interview.version if interview else 0}"


async def on_job(act: Act, job_id: UUID, pressed: Press) -> None:
    """Do something with a job. Raises StaleStateError, ConflictError, InvalidInputError, NotFoundError."""
    act.needs(*HIRING)
    job = await find.job(act.session, job_id, lock=True)
    if pressed.seen != seen_job(job):
        await _refuse_unless_mine(act, pressed, job_id=job_id)
        return
    _check(for_job(job), pressed.name)
    await _JOB_ACTS[pressed.name](act, job_id, pressed)


async def on_person(act: Act, application_id: UUID, pressed: Press, *, states_only: bool = False) -> None:
    """Do something with somebody who applied, or with their interview. Raises as `on_job`.

    `states_only`: the form was made from a list, which shows states and no versions.
    """
    act.needs(*HIRING)
    job_id = (await find.application(act.session, application_id)).job_id
    job = await find.job(act.session, job_id, lock=True)
    application = await find.application(act.session, application_id, lock=True)
    interview = await find.interview_or_none(act.session, id_of_interview(application_id), lock=True)
    now_seen = seen_person(application, interview)
    if pressed.seen != (now_seen.rpartition(".")[0] if states_only else now_seen):
        await _refuse_unless_mine(act, pressed, application=application)
        return
    _check(for_person(job, application.shortlist_status, interview, act.at), pressed.name)
    await _PERSON_ACTS[pressed.name](act, application_id, pressed)


def _check(offers: Sequence[Offer], name: str) -> None:
    """Raises NotFoundError for an act that there is not, ConflictError for one that is not possible now."""
    possible = {offer.name for offer in offers}
    if name in possible or (name == REJECT.name and possible & ENDS):
        return
    if name not in _JOB_ACTS and name not in _PERSON_ACTS:
        raise NotFoundError("There is no such button.")
    raise ConflictError("This is not possible now.", remedy="Look at the present state.")


async def _refuse_unless_mine(
    act: Act, pressed: Press, *, job_id: UUID | None = None, application: Application | None = None
) -> None:
    """Raise StaleStateError that says who was faster; the same press of the same person passes."""
    query = select(AutomationLog).order_by(AutomationLog.sequence.desc()).limit(LOOKED_AT)
    if application is not None:
        query = query.where(
            or_(
                AutomationLog.application_id == application.id,
                AutomationLog.interview_id == id_of_interview(application.id),
            )
        )
    else:
        query = query.where(AutomationLog.job_id == job_id, AutomationLog.application_id.is_(None))
    rows = (await act.session.scalars(query)).all()
    if not rows:
        raise StaleStateError("The page was not up to date.", remedy="Look at the present state.")
    if any(
        row.actor_id == act.user_id
        and row.reason == pressed.reason
        and act.at - row.created_at <= TWICE_WITHIN
        for row in rows
    ):
        return
    last = rows[0]
    who = None
    if application is not None:
        names = await board_names.of_applications(act.session, [application.id])
        who = names.get(application.id) or "a candidate"
    actors = await board_names.of_users(act.session, [last.actor_id])
    actor = actors.get(last.actor_id) if last.actor_id else None
    said = sentence(last.action_type, who, last.details)
    by = actor or ACTORS.get(last.actor_kind, last.actor_kind)
    raise StaleStateError(
        f"Something happened meanwhile: {said} ({by}, {format_instant(last.created_at, act.zone)}).",
        remedy="Nothing was changed by you. Look at the present state, then decide again.",
    )


def _cause(act: Act, pressed: Press) -> Cause:
    return act.cause(pressed.reason)


def _number(pressed: Press, field: str) -> int:
    try:
        return int(pressed.form.get(field, ""))
    except ValueError:
        raise InvalidInputError("This is not a whole number.", field=field) from None


def _instant(pressed: Press, zone: str) -> datetime:
    try:
        wall = datetime.fromisoformat(pressed.form.get("until", ""))
    except ValueError:
        raise InvalidInputError("This is not a time.", field="until", remedy="Choose day and hour.") from None
    return wall if wall.tzinfo else wall.replace(tzinfo=ZoneInfo(zone))


JobDo = Callable[[Act, UUID, Press], Awaitable[object]]


def _simple(do: Callable[..., Awaitable[object]]) -> JobDo:
    async def run(act: Act, job_id: UUID, pressed: Press) -> object:
        return await do(act.session, job_id, cause=_cause(act, pressed), at=act.at)

    return run


def _on_interview(do: Callable[..., Awaitable[object]], at: str = "at") -> JobDo:
    async def run(act: Act, application_id: UUID, pressed: Press) -> object:
        interview_id = id_of_interview(application_id)
        return await do(act.session, interview_id, cause=_cause(act, pressed), **{at: act.at})

    return run


async def _add_openings(act: Act, job_id: UUID, pressed: Press) -> object:
    more = _number(pressed, "more")
    return await jobs.add_openings(act.session, job_id, more, cause=_cause(act, pressed), at=act.at)


async def _set_bench(act: Act, job_id: UUID, pressed: Press) -> object:
    size = _number(pressed, "size")
    if not 0 <= size <= jobs.MAX_OPENINGS:
        raise InvalidInputError(f"A bench has 0 to {jobs.MAX_OPENINGS} places.", field="size")
    return await by_hand.set_buffer(act.session, job_id, size, cause=_cause(act, pressed), at=act.at)


def _switch(*, on: bool) -> JobDo:
    async def run(act: Act, job_id: UUID, pressed: Press) -> object:
        return await jobs.set_automation(
            act.session, job_id, enabled=on, cause=_cause(act, pressed), at=act.at
        )

    return run


async def _extend(act: Act, application_id: UUID, pressed: Press) -> object:
    until = _instant(pressed, act.zone)
    interview_id = id_of_interview(application_id)
    return await end.extend_deadline(act.session, interview_id, until, cause=_cause(act, pressed), at=act.at)


_JOB_ACTS: Mapping[str, JobDo] = {
    "publish": _simple(jobs.publish),
    "close": _simple(jobs.close),
    "pause": _simple(jobs.pause),
    "resume": _simple(jobs.resume),
    "openings": _add_openings,
    "bench": _set_bench,
    "automation-off": _switch(on=False),
    "automation-on": _switch(on=True),
    "finish": _simple(jobs.finish),
    "cancel": _simple(jobs.cancel),
}
_PERSON_ACTS: Mapping[str, JobDo] = {
    "accept": _simple(by_hand.accept),
    "reject": _simple(end.reject),
    "move-on": _on_interview(end.cancel_interview),
    "cancel": _on_interview(end.cancel_interview),
    "extend": _extend,
    "keep": _on_interview(answer.undo_leave, "received_at"),
    "links": _simple(replace_links_of_application),
    "start": _on_interview(end.start),
    "complete": _on_interview(end.complete),
    "no-show": _on_interview(end.no_show),
}
