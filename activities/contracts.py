"""What workflows and activities say to each other: ids, times, states. Never a name, address or text (I8).

New fields get defaults: histories of running workflows hold the old shape.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from domain.interview_bot.moves import BotView
from domain.interview_plan import InterviewView
from domain.job_plan import Outlook
from domain.tempo import Tempo
from domain.vocabulary import JobStatus, ReviewMode


@dataclass(frozen=True, slots=True)
class JobStart:
    """Start of a job's workflow. `phase` lets a run continue as new where the last one stopped."""

    job_id: UUID
    tempo: Tempo = field(default_factory=Tempo)
    seats_phase: bool = False


@dataclass(frozen=True, slots=True)
class ApplicationStart:
    """Start of an application's workflow."""

    application_id: UUID
    tempo: Tempo = field(default_factory=Tempo)


@dataclass(frozen=True, slots=True)
class InterviewStart:
    """Start of an interview's workflow."""

    interview_id: UUID
    application_id: UUID
    job_id: UUID
    tempo: Tempo = field(default_factory=Tempo)


@dataclass(frozen=True, slots=True)
class Changed:
    """Something about a workflow's rows changed: look again. `cause` is for people who read histories."""

    cause: str


@dataclass(frozen=True, slots=True)
class JobAsk:
    """A step of a job. `at` is the business time at which the workflow asked."""

    job_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class ApplicationAsk:
    """A step of an application."""

    application_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class InterviewAsk:
    """A step of an interview."""

    interview_id: UUID
    application_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class InterviewStep:
    """What a step left behind. `view` None: there is no interview (the seat is gone)."""

    view: InterviewView | None
    held_by: str | None = None


@dataclass(frozen=True, slots=True)
class JobView:
    """What a job's workflow knows of its job."""

    status: JobStatus
    closes_at: datetime | None
    ranked: bool
    review_mode: ReviewMode
    review_deadline: datetime | None
    review_confirmed: bool


@dataclass(frozen=True, slots=True)
class JobStep:
    """What a step of a job left behind."""

    view: JobView
    held_by: str | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class SeatsStep:
    """What filling seats left behind."""

    view: JobView
    held_by: str | None = None
    to_invite: tuple[UUID, ...] = ()
    outlook: Outlook = Outlook.INTERVIEWS


@dataclass(frozen=True, slots=True)
class BotStart:
    """Start of the workflow of a text interview."""

    interview_id: UUID
    tempo: Tempo = field(default_factory=Tempo)


@dataclass(frozen=True, slots=True)
class BotAsk:
    """A step of a text interview."""

    interview_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class BotStep:
    """What a step left behind. `view` None: there is no text interview any more."""

    view: BotView | None
    held_by: str | None = None


@dataclass(frozen=True, slots=True)
class CalendarStart:
    """Start of the workflow that looks after one connected calendar."""

    account_id: UUID
    tempo: Tempo = field(default_factory=Tempo)


@dataclass(frozen=True, slots=True)
class CalendarAsk:
    """A look at a connected calendar."""

    account_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class CalendarStep:
    """What a look left behind. `next_look` None: the calendar was disconnected."""

    next_look: datetime | None


@dataclass(frozen=True, slots=True)
class ProcessingStart:
    """Start of the workflow that processes an interview."""

    interview_id: UUID
    tempo: Tempo = field(default_factory=Tempo)


@dataclass(frozen=True, slots=True)
class ProcessingAsk:
    """A step of processing. `attempt` is the number of the request; 0: whichever is wanted now."""

    interview_id: UUID
    at: datetime
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class ProcessingResult:
    """What a step left behind. `over`: nobody wants this request any more."""

    attempt: int
    held_by: str | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class ProcessingFailure:
    """A request that failed for good. `code` names the error, never its words."""

    interview_id: UUID
    at: datetime
    attempt: int
    code: str


@dataclass(frozen=True, slots=True)
class WebhookStart:
    """Start of the workflow that delivers log rows to one endpoint."""

    endpoint_id: UUID
    tempo: Tempo = field(default_factory=Tempo)


@dataclass(frozen=True, slots=True)
class WebhookAsk:
    """A look at what an endpoint is to get."""

    endpoint_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class WebhookStep:
    """What a look left behind. `next_look` None: nothing is due before a change."""

    next_look: datetime | None
    removed: bool = False
