"""What a mail may need to know, and what a composed mail consists of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from domain.digest import DigestContent
from domain.vocabulary import LeaveKind, LinkPurpose, RequestKind


class ReasonClass(StrEnum):
    """Why an application or interview ended, in the classes that people are told. Never a score."""

    POSITION_FILLED = "position_filled"
    JOB_CLOSED = "job_closed"
    NOT_SELECTED = "not_selected"
    REQUIREMENT_MISSING = "requirement_missing"
    RESUME_UNREADABLE = "resume_unreadable"
    DECLINED = "declined"
    WITHDREW = "withdrew"
    EXPIRED = "expired"
    NO_SHOW = "no_show"
    JOB_CANCELLED = "job_cancelled"
    REJECTED_BY_RECRUITER = "rejected_by_recruiter"
    INTERVIEWED = "interviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFacts:
    """Facts of one mail. All instants are aware; what is None or empty is left out of the text."""

    job_title: str
    recipient_name: str
    time_zone: str
    """Zone of the recipient, an IANA name such as `Europe/Berlin`; every time is printed in it."""
    now: datetime
    """The moment of writing, in business time."""
    company: str = ""
    interviewer_name: str = ""
    interviewer_zone: str = ""
    """IANA name; printed beside the recipient's time when the wall clocks differ."""
    recruiter_name: str = ""
    """Who takes over from the bot, and gets what it cannot answer."""
    candidate_label: str = ""
    """How mails to the hiring team name the candidate, for example `Ana Lima (rank 3)`."""
    confirmation_deadline: datetime | None = None
    slot_selection_deadline: datetime | None = None
    review_deadline: datetime | None = None
    scheduled_time: datetime | None = None
    duration: timedelta | None = None
    previous_time: datetime | None = None
    """The time that no longer holds, when a mail tells of a move."""
    proposals: tuple[datetime, ...] = ()
    horizon: timedelta = timedelta(days=14)
    """How far ahead times can be found."""
    links: Mapping[LinkPurpose, str] = field(default_factory=dict)
    """Absolute addresses of the candidate's pages."""
    board_url: str = ""
    """Absolute address of the job's or interview's page for the hiring team."""
    undo_until: datetime | None = None
    leave_kind: LeaveKind | None = None
    reason_class: ReasonClass | None = None
    request: RequestKind | None = None
    """What the candidate asked a person for."""
    answer_by: datetime | None = None
    """When an answer to it is due."""
    round_number: int | None = None
    language: str = "en"
    """Language of the recipient: en, de, fr, es or pt."""
    turn: Mapping[str, Any] | None = None
    """The bot's turn of a negotiation that the mail tells of (see `domain.negotiation.turns`)."""
    asked: tuple[str, ...] = ()
    """What a candidate asked or wrote, in their words, for the hiring team."""
    video_url: str = ""
    location: str = ""
    alert_text: str = ""
    """What happened, in words for the hiring team."""
    digest: DigestContent | None = None
    alerts: tuple[str, ...] = ()
    """What needs an admin, one sentence each."""
    unsubscribe_url: str = ""
    """Where the recipient turns this kind of mail off."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Figures for the hiring team, all listed; `seat`, `bench` and `applications` also shape the text."""


@dataclass(frozen=True, slots=True)
class Message:
    """A composed mail, free of markup. `facts` are short lines such as When, Where, Length."""

    subject: str
    paragraphs: tuple[str, ...]
    actions: tuple[tuple[str, str], ...] = ()
    """Label and absolute address. Every address only opens a page; nothing happens by opening it."""
    facts: tuple[tuple[str, str], ...] = ()
    footer: str = ""
    language: str = "en"
    copy_hint: str = "If the button does not open, copy this address:"
    """Stands before the first address where it is a button."""
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a longer mail, such as one job of a digest: a heading that opens a page, and lines."""

    heading: str
    address: str
    lines: tuple[str, ...]
