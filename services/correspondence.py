"""What a queued mail needs to be written: the rows it is about, at the moment it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.identifiers import calendar_uid
from domain.messages import MailFacts, ReasonClass
from domain.vocabulary import CalendarHealth, InterviewStatus, LinkPurpose, MailTemplate, ShortlistStatus
from models import (
    Application,
    CalendarAccount,
    CalendarEntryRow,
    Candidate,
    EmailMessage,
    Interview,
    Job,
    User,
)
from services import alerts, mail_words

SignLinks = Callable[[UUID, int], Mapping[LinkPurpose, str]]
"""Absolute links of an interview, given its id and link generation."""

ENTRY_METHOD = {
    MailTemplate.CONFIRMATION: "REQUEST",
    MailTemplate.INTERVIEWER_CONFIRMATION: "REQUEST",
    MailTemplate.CANCELLATION: "CANCEL",
    MailTemplate.INTERVIEWER_CANCELLATION: "CANCEL",
}
"""Mails that carry a calendar entry, with the iTIP method of the entry."""

OF_A_CONVERSATION = {MailTemplate.ESCALATION, MailTemplate.CANDIDATE_QUESTION, MailTemplate.PANEL_ALERT}
"""Mails whose page is the interview's conversation."""

MOOT_BEFORE_ANSWER = {MailTemplate.INVITATION, MailTemplate.SLOT_CHOICE, MailTemplate.REMINDER}
LIVE = {InterviewStatus.INVITATION_SENT, InterviewStatus.SLOT_PENDING, InterviewStatus.CONFIRMED}


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A calendar entry as the mail carries it. Times are business time."""

    uid: str
    sequence: int
    method: str
    start: datetime
    duration: timedelta
    attendees: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A mail's facts with its recipient."""

    facts: MailFacts
    to_name: str
    to_address: str
    reply_to: str
    entry: CalendarEntry | None = None


@dataclass(frozen=True, slots=True)
class _Rows:
    mail: EmailMessage
    job: Job | None
    application: Application | None
    interview: Interview | None
    candidate: Candidate | None
    recruiter: User | None
    interviewer: User | None
    user: User | None
    panel: tuple[User, ...] = ()
    turn: Mapping[str, Any] | None = None
    """The turn of the negotiation that the mail tells of."""
    asked: tuple[str, ...] = ()
    alert: str = ""
    in_calendar: bool = False
    """Whether the recipient's connected calendar holds the entry, so that the mail needs not bring it."""


async def prepare(
    session: AsyncSession, mail: EmailMessage, sign: SignLinks, base_url: str, now: datetime
) -> Correspondence | str:
    """The correspondence of a claimed mail, or the reason why it must not be sent any more.

    `base_url` is where the desk is reached, without a slash at its end.
    """
    rows = await _load(session, mail)
    if rows.job is None:
        return "the job no longer exists"
    name, address, zone = _recipient(rows)
    if not address:
        return "the recipient has no mail address"
    if (
        mail.template in MOOT_BEFORE_ANSWER
        and rows.interview is not None
        and rows.interview.status not in LIVE
    ):
        return "the interview is over"
    facts = _facts(rows, rows.job, name, zone, sign, base_url, now, await _bench(session, rows.job))
    return Correspondence(facts, name, address, _reply_to(rows), _entry(rows))


def _reply_to(rows: _Rows) -> str:
    """Who an answer to the mail goes to: the recruiter, or, of what a candidate wrote to them, the candidate."""
    mail = rows.mail
    by_candidate = not {"from_elsewhere", "written_by"} & mail.details.keys()
    if mail.template is MailTemplate.CANDIDATE_QUESTION and by_candidate and rows.candidate is not None:
        return rows.candidate.email or ""
    return rows.recruiter.email if rows.recruiter else ""


async def _load(session: AsyncSession, mail: EmailMessage) -> _Rows:
    job = await session.get(Job, mail.job_id) if mail.job_id else None
    application = await session.get(Application, mail.application_id) if mail.application_id else None
    interview = await session.get(Interview, mail.interview_id) if mail.interview_id else None
    candidate_id = mail.candidate_id or (interview.candidate_id if interview else None)
    candidate_id = candidate_id or (application.candidate_id if application else None)
    return _Rows(
        mail=mail,
        job=job,
        application=application,
        interview=interview,
        candidate=await session.get(Candidate, candidate_id) if candidate_id else None,
        recruiter=await session.get(User, job.recruiter_id) if job else None,
        interviewer=(
            await session.get(User, interview.interviewer_id)
            if interview and interview.interviewer_id
            else None
        ),
        user=await session.get(User, mail.user_id) if mail.user_id else None,
        panel=await _panel(session, interview),
        turn=await mail_words.turn(session, mail),
        asked=await mail_words.asked(session, mail),
        alert=await alerts.sentence(session, mail.details),
        in_calendar=await _in_calendar(session, mail),
    )


async def _panel(session: AsyncSession, interview: Interview | None) -> tuple[User, ...]:
    if interview is None or not interview.panel:
        return ()
    users = {u.id: u for u in await session.scalars(select(User).where(User.id.in_(interview.panel)))}
    return tuple(users[member] for member in interview.panel if member in users)


async def _in_calendar(session: AsyncSession, mail: EmailMessage) -> bool:
    if mail.user_id is None or mail.interview_id is None or mail.template not in ENTRY_METHOD:
        return False
    # A dead calendar is not brought up to date: there the mail does it, also when the entry is to go.
    wanted = mail.details.get("calendar_sequence") if ENTRY_METHOD[mail.template] == "REQUEST" else None
    written = CalendarEntryRow.sequence
    up_to_date = written.is_not(None) if wanted is None else written == wanted
    found = await session.scalar(
        select(CalendarEntryRow.interview_id)
        .join(CalendarAccount, CalendarAccount.id == CalendarEntryRow.account_id)
        .where(
            CalendarAccount.user_id == mail.user_id,
            CalendarAccount.health != CalendarHealth.DEAD,
            CalendarEntryRow.interview_id == mail.interview_id,
            up_to_date,
        )
    )
    return found is not None


def _recipient(rows: _Rows) -> tuple[str, str, str]:
    if rows.mail.user_id is not None:
        return (rows.user.name, rows.user.email, rows.user.time_zone) if rows.user else ("", "", "UTC")
    if rows.candidate is None or rows.mail.candidate_id is None:
        return "", "", "UTC"
    return rows.candidate.name, rows.candidate.email or "", rows.candidate.time_zone


def _facts(
    rows: _Rows,
    job: Job,
    name: str,
    zone: str,
    sign: SignLinks,
    base_url: str,
    now: datetime,
    bench: int,
) -> MailFacts:
    details: Mapping[str, Any] = rows.mail.details
    interview = rows.interview
    to_candidate = rows.mail.candidate_id is not None
    reason = details.get("reason_class")
    rank = f" (rank {interview.rank_at_time})" if interview and interview.rank_at_time else ""
    label = f"{rows.candidate.name}{rank}" if rows.candidate else ""
    counts = {key: details[key] for key in ("seat", "vacant", "round") if isinstance(details.get(key), int)}
    if not to_candidate:
        counts["bench"] = bench
    previous = details.get("previous_time")
    return MailFacts(
        job_title=job.title,
        recipient_name=name,
        time_zone=zone,
        now=now,
        company=job.company,
        interviewer_name=", ".join(u.name for u in (rows.interviewer, *rows.panel) if u is not None),
        interviewer_zone=rows.interviewer.time_zone if rows.interviewer else "",
        recruiter_name=rows.recruiter.name if rows.recruiter else "",
        horizon=job.slot_horizon,
        candidate_label=label,
        confirmation_deadline=interview.confirmation_deadline if interview else None,
        slot_selection_deadline=interview.slot_selection_deadline if interview else None,
        # A review that may wait for a look does not promise to confirm itself.
        review_deadline=None if job.impact_review_required else job.review_deadline,
        scheduled_time=interview.scheduled_time if interview else None,
        duration=interview.duration if interview else None,
        previous_time=datetime.fromisoformat(previous) if isinstance(previous, str) else None,
        language=rows.candidate.locale.partition("-")[0] if to_candidate and rows.candidate else "en",
        turn=rows.turn,
        asked=rows.asked,
        video_url=(interview.video_url or "") if interview else "",
        location=job.location,
        proposals=tuple(datetime.fromisoformat(p) for p in details.get("proposals", ())),
        links=sign(interview.id, interview.link_generation) if interview and to_candidate else {},
        board_url="" if to_candidate else _page(rows, job, base_url),
        undo_until=interview.leave_effective_at if interview else None,
        leave_kind=interview.leave_kind if interview else None,
        reason_class=ReasonClass(reason) if isinstance(reason, str) else None,
        round_number=details.get("round"),
        alert_text=rows.alert,
        counts=counts,
    )


def _page(rows: _Rows, job: Job, base_url: str) -> str:
    """Where the hiring team acts on this mail: on the conversation, or on the job."""
    if rows.mail.template in OF_A_CONVERSATION and rows.interview is not None:
        return f"{base_url}/interviews/{rows.interview.id}/conversation"
    return f"{base_url}/jobs/{job.id}"


async def _bench(session: AsyncSession, job: Job) -> int:
    return (
        await session.scalar(
            select(func.count()).where(
                Application.job_id == job.id, Application.shortlist_status == ShortlistStatus.BUFFER
            )
        )
        or 0
    )


def _entry(rows: _Rows) -> CalendarEntry | None:
    method, interview = ENTRY_METHOD.get(rows.mail.template), rows.interview
    if method is None or interview is None or interview.scheduled_time is None or rows.in_calendar:
        return None
    people = [
        (who.name, who.email)
        for who in (rows.candidate, rows.interviewer, *rows.panel)
        if who is not None and who.email is not None
    ]
    sequence = rows.mail.details.get("calendar_sequence", interview.calendar_sequence)
    return CalendarEntry(
        uid=calendar_uid(interview.id),
        sequence=int(sequence),
        method=method,
        start=interview.scheduled_time,
        duration=interview.duration,
        attendees=tuple(people),
    )
