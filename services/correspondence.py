"""What a queued mail needs to be written: the rows it is about, at the moment it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.messages import MailFacts, ReasonClass
from domain.messages.catalog import SOURCE
from domain.messages.tongue import language_of
from domain.vocabulary import (
    InterviewStatus,
    LinkPurpose,
    MailTemplate,
    RequestKind,
    ShortlistStatus,
    UserRole,
)
from models import (
    Application,
    Candidate,
    EmailMessage,
    Interview,
    Job,
    User,
)
from services import alerts, briefings, mail_entry, mail_words
from services.briefings import SignOff
from services.mail_entry import CalendarEntry

SignLinks = Callable[[UUID, int], Mapping[LinkPurpose, str]]
"""Absolute links of an interview or of an application without one, given its id and link generation."""

OF_A_CONVERSATION = {MailTemplate.ESCALATION, MailTemplate.CANDIDATE_QUESTION, MailTemplate.PANEL_ALERT}
"""Mails whose page is the interview's conversation."""

SAYS = {
    MailTemplate.INVITATION: {InterviewStatus.INVITATION_SENT},
    MailTemplate.SLOT_CHOICE: {InterviewStatus.SLOT_PENDING},
    MailTemplate.CONFIRMATION: {InterviewStatus.CONFIRMED, InterviewStatus.IN_PROGRESS},
    MailTemplate.REMINDER: {InterviewStatus.CONFIRMED},
}
"""The states in which a mail that waited in its queue is still true."""
ASKS = {"review": RequestKind.HUMAN_REVIEW, "correction": RequestKind.CORRECTION}


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
    session: AsyncSession,
    mail: EmailMessage,
    sign: SignLinks,
    base_url: str,
    now: datetime,
    *,
    sign_off: SignOff | None = None,
    sign_applicant: SignLinks | None = None,
) -> Correspondence | str:
    """The correspondence of a claimed mail, or the reason why it must not be sent any more.

    `base_url` is where the desk is reached, without a slash at its end. `sign_off` makes the address where the
    digest is turned off, `sign_applicant` the links of somebody who has no interview.
    """
    if mail.template in briefings.TEMPLATES:
        briefing = await briefings.prepare(session, mail, base_url, now, sign_off)
        if isinstance(briefing, str):
            return briefing
        return Correspondence(briefing.facts, briefing.user.name, briefing.user.email, reply_to="")
    rows = await _load(session, mail)
    if rows.job is None:
        return "the job no longer exists"
    name, address, zone = _recipient(rows)
    if not address:
        return "the recipient has no mail address"
    if moot := _moot(rows, now):
        return moot
    links = _links(rows, sign, sign_applicant)
    facts = _facts(rows, rows.job, name, zone, links, base_url, now, await _bench(session, rows.job))
    return Correspondence(facts, name, address, _reply_to(rows), _entry(rows))


def _moot(rows: _Rows, now: datetime) -> str:
    """Why a mail that was true when it was queued would be wrong by now; empty when it is not."""
    mail, interview = rows.mail, rows.interview
    if rows.user is not None and rows.user.disabled_at is not None:
        return "the recipient is disabled"
    true_in = SAYS.get(mail.template)
    if interview is not None and true_in is not None and interview.status not in true_in:
        return f"the interview is {interview.status} by now"
    if mail.template is MailTemplate.REMINDER and interview is not None:
        time = interview.scheduled_time
        return "the interview has begun" if time is not None and time <= now else ""
    if mail.template is MailTemplate.NEW_ADDRESS and rows.candidate is not None:
        person = rows.candidate
        if person.pending_email is None or mail.details.get("change") != person.email_changes:
            return "the address was confirmed or changed again"
    return ""


def _links(
    rows: _Rows, of_interview: SignLinks, of_application: SignLinks | None
) -> Mapping[LinkPurpose, str]:
    """The links of a mail to a candidate. Only the mail to a new address brings the link that confirms it."""
    candidate = rows.candidate
    if candidate is None or rows.mail.candidate_id is None:
        return {}
    if rows.interview is not None:
        sign, subject, generation = of_interview, rows.interview.id, rows.interview.link_generation
    elif of_application is not None and rows.application is not None:
        sign, subject, generation = of_application, rows.application.id, rows.application.link_generation
    else:
        return {}
    if rows.mail.template is MailTemplate.NEW_ADDRESS:
        link = sign(subject, candidate.email_changes).get(LinkPurpose.NEW_ADDRESS)
        return {LinkPurpose.NEW_ADDRESS: link} if link else {}
    links = sign(subject, generation)
    return {purpose: link for purpose, link in links.items() if purpose is not LinkPurpose.NEW_ADDRESS}


def _language(rows: _Rows, job: Job) -> str:
    """The candidate's own choice, else the portal's, else the job's. The hiring team reads English."""
    person = rows.candidate
    if rows.mail.candidate_id is None or person is None:
        return SOURCE
    return language_of(person.language, person.locale, f"{job.title}\n{job.description}")


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
        in_calendar=await mail_entry.in_calendar(session, mail),
    )


async def _panel(session: AsyncSession, interview: Interview | None) -> tuple[User, ...]:
    if interview is None or not interview.panel:
        return ()
    users = {u.id: u for u in await session.scalars(select(User).where(User.id.in_(interview.panel)))}
    return tuple(users[member] for member in interview.panel if member in users)


def _recipient(rows: _Rows) -> tuple[str, str, str]:
    if rows.mail.user_id is not None:
        return (rows.user.name, rows.user.email, rows.user.time_zone) if rows.user else ("", "", "UTC")
    if rows.candidate is None or rows.mail.candidate_id is None:
        return "", "", "UTC"
    person = rows.candidate
    address = person.pending_email if rows.mail.template is MailTemplate.NEW_ADDRESS else person.email
    return person.name, address or "", person.time_zone


def _facts(
    rows: _Rows,
    job: Job,
    name: str,
    zone: str,
    links: Mapping[LinkPurpose, str],
    base_url: str,
    now: datetime,
    bench: int,
) -> MailFacts:
    details: Mapping[str, Any] = rows.mail.details
    interview = rows.interview
    to_candidate = rows.mail.candidate_id is not None
    reason = details.get("reason_class")
    # Whoever interviews judges for themselves first; the board tells the rank to those whose job it is.
    knows = rows.user is not None and (rows.user.id == job.recruiter_id or rows.user.role is UserRole.ADMIN)
    rank = f" (rank {interview.rank_at_time})" if knows and interview and interview.rank_at_time else ""
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
        scheduled_time=interview.scheduled_time if interview else mail_entry.start_of_erased(rows.mail),
        duration=interview.duration if interview else None,
        previous_time=datetime.fromisoformat(previous) if isinstance(previous, str) else None,
        language=_language(rows, job),
        request=ASKS.get(str(details.get("request"))),
        answer_by=datetime.fromisoformat(due) if isinstance(due := details.get("due_at"), str) else None,
        turn=rows.turn,
        asked=rows.asked,
        video_url=(interview.video_url or "") if interview else "",
        location=job.location,
        proposals=tuple(datetime.fromisoformat(p) for p in details.get("proposals", ())),
        links=links,
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
    if rows.mail.template is MailTemplate.CANDIDATE_REQUEST:
        return f"{base_url}/requests"
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
    if rows.interview is None:
        return mail_entry.entry_of_erased(
            rows.mail, ((rows.user.name, rows.user.email),) if rows.user else ()
        )
    if rows.in_calendar:
        return None
    people = (rows.candidate, rows.interviewer, *rows.panel)
    attendees = tuple((who.name, who.email) for who in people if who is not None and who.email is not None)
    return mail_entry.entry(rows.mail, rows.interview, attendees)
