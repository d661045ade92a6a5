"""What callers get back."""

from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, computed_field

from domain.calendars import CalendarProviderName
from domain.vocabulary import (
    CalendarHealth,
    CalendarSyncMethod,
    InterviewStatus,
    JobStatus,
    LeaveKind,
    ReviewMode,
    ShortlistStatus,
    UserRole,
)


class Shape(BaseModel):
    """Made from rows and values of the code; field names are those of the tables."""

    model_config = ConfigDict(from_attributes=True)


class JobLineShape(Shape):
    """A job in a list."""

    id: UUID
    title: str
    company: str
    status: JobStatus
    created_at: datetime
    closes_at: datetime | None
    openings: int
    applications: int | None
    seated: int | None
    completed: int | None


class SeatShape(Shape):
    """A seat; vacant when `application_id` is null."""

    rank: int
    application_id: UUID | None
    fit_score: float | None
    interview_id: UUID | None
    interview_status: InterviewStatus | None


class BenchShape(Shape):
    """Somebody on the bench."""

    application_id: UUID
    rank: int | None
    fit_score: float


class HeldShape(Shape):
    """A step that waits at a gate."""

    workflow_id: str
    step: str
    gate: str
    interview_id: UUID | None
    since: datetime


class BoardShape(Shape):
    """What happens in a job right now."""

    seats: list[SeatShape]
    bench: list[BenchShape]
    counts: dict[str, int]
    unscored: int
    held: list[HeldShape]
    cutoff: datetime | None
    next_deadline: datetime | None


class JobShape(Shape):
    """A job with its rules."""

    id: UUID
    recruiter_id: UUID
    title: str
    description: str
    company: str
    location: str
    requirements: dict[str, Any]
    status: JobStatus
    number_of_openings: int
    shortlisting_buffer: int
    automation_enabled: bool
    applications_closed: bool
    created_at: datetime
    closes_at: datetime | None
    closed_at: datetime | None
    ranked_at: datetime | None
    finished_at: datetime | None
    review_mode: ReviewMode
    review_deadline: datetime | None
    review_confirmed_at: datetime | None
    impact_review_required: bool
    review_window: timedelta
    confirmation_window: timedelta
    slot_selection_window: timedelta
    slot_horizon: timedelta
    minimum_notice: timedelta
    interview_length: timedelta
    negotiation_rounds: int
    hold_window: timedelta
    reschedule_cutoff: timedelta
    reschedule_limit: int
    replacement_cutoff: timedelta
    replacement_limit: int
    promotion_cutoff: timedelta | None
    undo_window: timedelta
    reminder_lead: timedelta
    no_show_grace: timedelta


class JobWithBoard(Shape):
    """A job and what happens in it."""

    job: JobShape
    board: BoardShape | None


class ApplicationShape(Shape):
    """An application with the parts and the evidence of its score, but without the text of the resume."""

    id: UUID
    job_id: UUID
    candidate_id: UUID | None
    shortlist_status: ShortlistStatus
    rank: int | None
    fit_score: float
    ai_processed: bool
    scorer: str | None
    score_parameters: str | None
    score_input: str | None
    score_components: dict[str, Any] | None
    score_evidence: list[Any] | None
    summary: str | None
    unreadable_reason: str | None
    created_at: datetime
    scored_at: datetime | None

    @computed_field(examples=["/api/v1/applications/1f8b9c2d-54b1-4f7f-8d0a-6f1f0c1f7a22/why"])  # type: ignore[prop-decorator]  # as pydantic documents it
    @property
    def why(self) -> str:
        """Where everything stands that the score is made of, below the address of this installation."""
        return f"/api/v1/applications/{self.id}/why"


class RankedShape(ApplicationShape):
    """An application in a job's list, with who it is."""

    name: str
    email: str | None
    interview_id: UUID | None
    interview_status: InterviewStatus | None


class Received(Shape):
    """An application that was taken in. `is_new` false: this person had applied before."""

    id: UUID
    is_new: bool


class InterviewShape(Shape):
    """An interview."""

    id: UUID
    job_id: UUID | None
    application_id: UUID | None
    candidate_id: UUID
    interviewer_id: UUID | None
    panel: list[UUID]
    status: InterviewStatus
    rank_at_time: int | None
    confirmation_deadline: datetime
    slot_selection_deadline: datetime | None
    scheduled_time: datetime | None
    duration: timedelta
    leave_kind: LeaveKind | None
    leave_effective_at: datetime | None
    calendar_sync_method: CalendarSyncMethod | None
    calendar_sequence: int
    video_url: str | None
    reschedules: int
    replacements: int
    version: int
    created_at: datetime


class FlagShape(Shape):
    """A flag, what it holds now, and its values for single jobs."""

    name: str
    enabled: bool
    rollout_percentage: int
    description: str
    updated_at: datetime
    updated_by: UUID | None
    held_steps: int | None
    overrides: dict[UUID, bool]
    version: int


class FlagChanged(Shape):
    """A flag after a change; `woken` is how many workflows were told to try again."""

    flag: FlagShape
    woken: int


class UserShape(Shape):
    """A user."""

    id: UUID
    email: str
    name: str
    role: UserRole
    time_zone: str
    work_starts: time
    work_ends: time
    work_days: int
    buffer_before: timedelta
    buffer_after: timedelta
    interviews_per_day: int | None
    interviews_per_week: int | None
    holiday_calendar: str | None
    created_at: datetime
    disabled_at: datetime | None


class CalendarShape(Shape):
    """A connected calendar; `at_risk` counts the interviews to come of its owner."""

    id: UUID
    user_id: UUID
    name: str
    email: str
    provider: CalendarProviderName
    calendar_id: str
    busy_calendar_ids: list[str]
    health: CalendarHealth
    health_since: datetime
    health_reason: str | None
    synced_at: datetime | None
    at_risk: int


class JobPage(Shape):
    """Jobs, newest first; `next` is the `after` of the next page."""

    items: list[JobLineShape]
    next: str | None


class ApplicationPage(Shape):
    """Applications: seats in their order, then the others by score; `next` is the `after` of the next page."""

    items: list[RankedShape]
    next: str | None


class InterviewPage(Shape):
    """Interviews, newest first; `next` is the `after` of the next page."""

    items: list[InterviewShape]
    next: str | None


class UserPage(Shape):
    """Users, in the order in which they were added; `next` is the `after` of the next page."""

    items: list[UserShape]
    next: str | None


class FlagPage(Shape):
    """Flags, in their own order; `next` is the `after` of the next page."""

    items: list[FlagShape]
    next: str | None


class CalendarPage(Shape):
    """Connected calendars, the worst first; `next` is the `after` of the next page."""

    items: list[CalendarShape]
    next: str | None
