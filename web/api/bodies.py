"""What callers send. Durations are ISO 8601 (`PT48H`) or seconds; instants need an offset."""

from datetime import time, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
)

from domain.vocabulary import ReviewMode, UserRole
from services.jobs import MAX_OPENINGS


def _plain(text: str) -> str:
    if "\x00" in text:
        raise ValueError("must not hold a NUL character")
    return text


def _written(instant: object) -> object:
    """Pydantic takes a number for seconds since 1970, which nobody who documents ISO 8601 means."""
    text = instant.strip().lstrip("+-").replace(".", "", 1) if isinstance(instant, str) else ""
    if isinstance(instant, int | float) or text.isdecimal():
        raise ValueError("must be an instant with an offset, such as 2026-03-02T09:00:00Z")
    return instant


Text = Annotated[str, AfterValidator(_plain)]
Line = Annotated[Text, Field(max_length=200)]
Instant = Annotated[AwareDatetime, BeforeValidator(_written)]
LONGEST = timedelta(days=366)
Window = Annotated[timedelta, Field(ge=timedelta(0), le=LONGEST)]
PositiveWindow = Annotated[timedelta, Field(gt=timedelta(0), le=LONGEST)]


class Body(BaseModel):
    """Unknown fields are refused, so that a slip of the pen is not silently a default."""

    model_config = ConfigDict(extra="forbid")


class Reasoned(Body):
    """An act may say why; the reason stands in the log. Do not name people in it."""

    reason: Annotated[Text, Field(max_length=500)] | None = None


class NewJob(Reasoned):
    """A job to be created as a draft."""

    title: Annotated[Text, Field(min_length=1, max_length=200)]
    description: Annotated[Text, Field(max_length=50_000)] = ""
    company: Line = ""
    location: Line = ""
    requirements: dict[str, Any] = Field(default_factory=dict)
    number_of_openings: Annotated[StrictInt, Field(ge=1, le=MAX_OPENINGS)] = 1
    shortlisting_buffer: Annotated[StrictInt, Field(ge=0, le=100_000)] | None = None
    closes_at: Instant | None = None
    recruiter_id: UUID | None = Field(None, description="Whose job it is; default: the caller.")
    interviewer_ids: Annotated[list[UUID], Field(max_length=200)] = Field(default_factory=list)
    review_mode: ReviewMode = ReviewMode.NONE
    impact_review_required: StrictBool = Field(
        default=False,
        description="The review cannot be confirmed before somebody looked at the impact figures.",
    )
    confirmation_window: PositiveWindow | None = None
    slot_selection_window: PositiveWindow | None = None
    slot_horizon: PositiveWindow | None = None
    interview_length: PositiveWindow | None = None
    minimum_notice: Window | None = None
    undo_window: Window | None = None
    reminder_lead: Window | None = None
    no_show_grace: Window | None = None
    review_window: Window | None = None
    hold_window: PositiveWindow | None = None
    reschedule_cutoff: Window | None = None
    replacement_cutoff: Window | None = None
    promotion_cutoff: Window | None = Field(
        None, description="Promotions stop so long before the first interview; null given: they never stop."
    )

    def windows(self) -> dict[str, timedelta | None]:
        """The windows that were given. Only the cut-off may be given as null."""
        given: dict[str, timedelta | None] = {
            name: getattr(self, name)
            for name in WINDOWS
            if name in self.model_fields_set and getattr(self, name) is not None
        }
        if "promotion_cutoff" in self.model_fields_set:
            given["promotion_cutoff"] = self.promotion_cutoff
        return given


WINDOWS = (
    "confirmation_window",
    "slot_selection_window",
    "slot_horizon",
    "interview_length",
    "minimum_notice",
    "undo_window",
    "reminder_lead",
    "no_show_grace",
    "review_window",
    "hold_window",
    "reschedule_cutoff",
    "replacement_cutoff",
)


class MoreOpenings(Reasoned):
    """Openings to add."""

    more: Annotated[StrictInt, Field(ge=1, le=MAX_OPENINGS)]


class BufferSize(Reasoned):
    """New size of the bench."""

    size: Annotated[StrictInt, Field(ge=0, le=100_000)]


class Automation(Reasoned):
    """Switch of one job's automation."""

    enabled: StrictBool


class Extension(Reasoned):
    """New deadline of the answer that is due now."""

    until: Instant


class ChosenTime(Reasoned):
    """A time that a recruiter chose, for example after an escalation."""

    start: Instant


class FlagChange(Reasoned):
    """What is given changes; the rest stays."""

    enabled: StrictBool | None = None
    rollout_percentage: Annotated[StrictInt, Field(ge=0, le=100)] | None = None
    version: Annotated[StrictInt, Field(ge=1, le=2**31 - 1)] | None = None
    """The version that was seen: a change that somebody else made since answers 409."""


class FlagOverride(Reasoned):
    """A flag's value for one job."""

    enabled: StrictBool


class UserBody(Reasoned):
    """A user to be added. Working hours are wall-clock times of `time_zone`."""

    email: Annotated[Text, Field(max_length=254)]
    name: Annotated[Text, Field(min_length=1, max_length=200)]
    role: UserRole = UserRole.RECRUITER
    time_zone: Line = "UTC"
    work_starts: time = time(9)
    work_ends: time = time(18)
    work_days: Annotated[StrictInt, Field(ge=1, le=127)] = 31


class UserChange(Reasoned):
    """What is given changes; the rest stays. Working hours are wall-clock times of `time_zone`."""

    name: Annotated[Text, Field(min_length=1, max_length=200)] | None = None
    time_zone: Line | None = None
    work_starts: time | None = None
    work_ends: time | None = None
    work_days: Annotated[StrictInt, Field(ge=1, le=127)] | None = None
    buffer_before: timedelta | None = Field(None, description="Free time wanted before an interview.")
    buffer_after: timedelta | None = Field(None, description="Free time wanted after an interview.")
    interviews_per_day: StrictInt | None = Field(None, description="Null given: no limit. 0: none at all.")
    interviews_per_week: StrictInt | None = Field(None, description="Null given: no limit. 0: none at all.")
    holiday_calendar: Line | None = Field(
        None, description="Country or subdivision (ISO 3166), such as `DE-BY`. Null given: no holidays."
    )

    def given(self) -> dict[str, Any]:
        """What is to change. Only limits and holidays may be given as null."""
        return {
            name: getattr(self, name)
            for name in self.model_fields_set - {"reason"}
            if name in MAY_BE_TAKEN_AWAY or getattr(self, name) is not None
        }


MAY_BE_TAKEN_AWAY = {"interviews_per_day", "interviews_per_week", "holiday_calendar"}


class MemberBody(Body):
    """Somebody who interviews for a job."""

    user_id: UUID
    pool: Line | None = Field(
        None, description="One of each pool takes part; null: takes part in every interview."
    )


class Interviewers(Reasoned):
    """Who interviews for a job."""

    interviewers: Annotated[list[MemberBody], Field(max_length=200)]


class DropOut(Reasoned):
    """Somebody who cannot come to an interview."""

    user_id: UUID


class WordsAndTimes(Body):
    """What a person writes to a candidate, with up to three free times, which are held."""

    text: Annotated[Text, Field(max_length=4000)] = ""
    starts: Annotated[list[Instant], Field(max_length=3)] = Field(default_factory=list)
