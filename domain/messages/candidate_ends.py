"""Mails to candidates at an end: cancelled, left, lapsed, regret."""

from collections.abc import Mapping

from domain.messages.facts import MailFacts, Message, ReasonClass
from domain.messages.times import format_duration, format_instant
from domain.messages.wording import (
    CANDIDATE_FOOTER,
    appointment,
    deadline,
    greeting,
    job,
    opens,
    said,
    spoken,
)
from domain.vocabulary import LeaveKind, LinkPurpose

REASONS: Mapping[ReasonClass, str] = {
    ReasonClass.POSITION_FILLED: "The places for interviews are filled, and no further ones will be given.",
    ReasonClass.JOB_CLOSED: "The search has ended without further interviews.",
    ReasonClass.NOT_SELECTED: "Other applications were closer to what the job description asks for.",
    ReasonClass.RESUME_UNREADABLE: "The file of your resume could not be read and so not be considered. "
    "If you reply with another file, a person will look at it.",
    ReasonClass.DECLINED: "You declined the invitation to an interview.",
    ReasonClass.WITHDREW: "You withdrew your application.",
    ReasonClass.EXPIRED: "The invitation was not answered, or no time was chosen, before the deadline.",
    ReasonClass.NO_SHOW: "The interview did not take place because we did not meet you at the agreed time. "
    "If that is wrong or something kept you, please reply.",
    ReasonClass.JOB_CANCELLED: "The job was cancelled; that says nothing about your application.",
    ReasonClass.REJECTED_BY_RECRUITER: "A member of the hiring team decided not to take it further.",
}
"""The reason class in plain words. Scores and ranks are never told."""

_CANDIDATES_OWN_WISH = {ReasonClass.DECLINED, ReasonClass.WITHDREW}


def cancellation(facts: MailFacts) -> Message:
    """A booked or offered interview will not take place."""
    reason = REASONS[facts.reason_class] if facts.reason_class else ""
    own_wish = facts.reason_class in _CANDIDATES_OWN_WISH
    return Message(
        subject=f"Your interview is cancelled: {job(facts)}",
        paragraphs=said(
            greeting(facts),
            spoken((f"Your interview for {job(facts)} will not take place.", reason)),
            None if own_wish else "We are sorry for the change. If you have a question, reply to this mail.",
            "If your calendar still shows the interview, you can remove it."
            if facts.scheduled_time
            else None,
        ),
        facts=appointment(facts),
        footer=CANDIDATE_FOOTER,
    )


def leave_receipt(facts: MailFacts) -> Message:
    """Receipt after a decline or a withdrawal, with the way back while there is one."""
    withdrew = facts.leave_kind is LeaveKind.WITHDREW
    act = "withdrew your application" if withdrew else "declined the invitation to an interview"
    undo = None
    lines: tuple[tuple[str, str], ...] = ()
    if facts.undo_until:
        until = format_instant(facts.undo_until, facts.time_zone)
        left = facts.undo_until - facts.now
        undo = (
            "Was that a mistake, or was it not you? Until the time below you can take it back on the page. "
            "After that the place goes to another candidate."
        )
        lines = (
            (
                "Undo until",
                f"{until}, {format_duration(left)} from now" if left.total_seconds() > 0 else until,
            ),
        )
    return Message(
        subject=f"{'You withdrew' if withdrew else 'You declined'}: {job(facts)}",
        paragraphs=said(
            greeting(facts),
            f"We noted that you {act} for {job(facts)}. Thank you for letting us know.",
            undo,
            None if undo else "If that was a mistake, or was not you, reply to this mail.",
        ),
        actions=opens(facts, (LinkPurpose.REJECT, "See or undo your answer")) if undo else (),
        facts=lines,
        footer=CANDIDATE_FOOTER,
    )


def expired(facts: MailFacts) -> Message:
    """A deadline passed without an answer or a choice."""
    choosing = facts.slot_selection_deadline is not None
    missing = "no time was chosen" if choosing else "we had no answer from you"
    return Message(
        subject=f"The deadline has passed: {job(facts)}",
        paragraphs=(
            greeting(facts),
            (
                f"We invited you to an interview for {job(facts)}, but {missing} before the deadline. "
                "The place now goes to another candidate."
            ),
            (
                "If you would still like to come, reply to this mail. We cannot promise a place, but a "
                "person will look at it."
            ),
        ),
        facts=deadline(facts, "Deadline", slot=choosing),
        footer=CANDIDATE_FOOTER,
    )


def regret(facts: MailFacts) -> Message:
    """The final answer to an application, with its reason class."""
    reason = facts.reason_class or ReasonClass.JOB_CLOSED
    own_wish = reason in _CANDIDATES_OWN_WISH
    return Message(
        subject=f"{'Your application is closed' if own_wish else 'About your application'}: {job(facts)}",
        paragraphs=said(
            greeting(facts),
            f"Thank you for your interest in {job(facts)} and for the time you gave to it.",
            spoken(("We have closed your application." if own_wish else _NO_FURTHER, REASONS[reason])),
            "We wish you all the best." if own_wish else _RIGHTS,
        ),
        footer=CANDIDATE_FOOTER,
    )


_NO_FURTHER = "We are sorry to tell you that we will not go further with your application."
_RIGHTS = (
    "If you think that this is wrong, or want to know the main reasons, reply to this mail: a person will "
    "look at your application again. We wish you all the best."
)


def job_cancelled(facts: MailFacts) -> Message:
    """The job itself is gone."""
    return Message(
        subject=f"The job was cancelled: {job(facts)}",
        paragraphs=said(
            greeting(facts),
            f"We are sorry to tell you that the job {job(facts)} was cancelled; nobody will be hired for it. "
            "That says nothing about your application.",
            "Your interview will therefore not take place." if facts.scheduled_time else None,
            "Thank you for your time. We would be glad to hear from you again.",
        ),
        facts=appointment(facts),
        footer=CANDIDATE_FOOTER,
    )
