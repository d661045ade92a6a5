"""What a recruiter can do on the board: for each act its button, what it leads to, and whether it can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.states import FINAL_JOB, LIVE_INTERVIEW
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import JobStatus as J
from domain.vocabulary import ReviewMode
from domain.vocabulary import ShortlistStatus as S
from models import Interview, Job

SHORTEST_REASON, LONGEST_REASON = 5, 500
"""Characters of a reason; it stands in the log."""


class Extra(StrEnum):
    """What an act asks for beside its reason."""

    MORE = "more"
    SIZE = "size"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Offer:
    """An act as its page offers it."""

    name: str
    """In the address."""
    label: str
    """On the button."""
    effect: str
    """What happens."""
    undo: str
    """Whether and how it can be taken back."""
    is_grave: bool = False
    """It ends something for good."""
    is_main: bool = False
    """The next step that everything waits for."""
    extra: Extra | None = None


FOR_GOOD = "This cannot be undone."
TOLD_AT_ONCE = "This cannot be undone: the candidate is told by mail at once."

PUBLISH = Offer("publish", "Publish", "The job takes applications.", FOR_GOOD, is_main=True)
CLOSE = Offer(
    "close",
    "Close and rank",
    "Nobody can apply any more. As soon as every application has its score, seats and bench are filled.",
    FOR_GOOD,
    is_main=True,
)
PAUSE = Offer(
    "pause",
    "Pause",
    "Nothing automatic happens; candidates may still answer.",
    "Undo it with Resume: deadlines then move by the pause, so that nobody lost time.",
)
RESUME = Offer(
    "resume",
    "Resume",
    "The job goes on. Deadlines move by the length of the pause.",
    "You can pause again.",
    is_main=True,
)
OPENINGS = Offer(
    "openings",
    "Add openings",
    "New seats are filled from the bench.",
    "This cannot be undone: openings only grow. To have fewer interviews, end the job or reject.",
    extra=Extra.MORE,
)
BENCH = Offer(
    "bench",
    "Change the bench",
    "A larger bench is filled from those who wait; a smaller one sends its last ones back to them.",
    "You can change it again.",
    extra=Extra.SIZE,
)
AUTOMATION_OFF = Offer(
    "automation-off",
    "Automation off",
    "Every automatic step of this job waits; deadlines run on.",
    "Undo it by switching it on again.",
)
AUTOMATION_ON = Offer(
    "automation-on",
    "Automation on",
    "Steps that waited go on at once.",
    "You can switch it off again.",
    is_main=True,
)
FINISH = Offer(
    "finish",
    "End the job",
    "No more promotions; everybody who still waits gets a final answer. Refused while interviews are under way.",
    FOR_GOOD,
    is_grave=True,
)
CANCEL_JOB = Offer(
    "cancel",
    "Cancel the job",
    "Every interview is cancelled and everybody is told by mail.",
    FOR_GOOD,
    is_grave=True,
)

ACCEPT = Offer(
    "accept",
    "Accept",
    "They get the best vacant seat, past rank and cut-off, and are invited like everybody else.",
    "This cannot be undone as such: a seat is left by rejecting, which ends the application.",
)
PROMOTE = Offer("accept", "Promote", ACCEPT.effect + " The bench refills.", ACCEPT.undo)
REJECT = Offer(
    "reject",
    "Reject",
    "The application ends; an interview of theirs is cancelled, and a seat of theirs passes to the bench.",
    TOLD_AT_ONCE,
    is_grave=True,
)
MOVE_ON = Offer(
    "move-on",
    "Move on",
    "We wait no longer: the invitation ends, and the seat passes to the best of the bench.",
    TOLD_AT_ONCE,
    is_grave=True,
)
CANCEL = Offer(
    "cancel",
    "Cancel interview",
    "The interview is cancelled in every calendar, and the seat passes to the best of the bench.",
    TOLD_AT_ONCE,
    is_grave=True,
)
EXTEND = Offer(
    "extend",
    "More time",
    "The deadline that is due now moves.",
    "You can set it again, as long as it has not passed.",
    extra=Extra.UNTIL,
)
KEEP = Offer(
    "keep",
    "They stay after all",
    "The candidate asked for it: what they said is taken back, and the seat stays theirs.",
    "The candidate may decline or withdraw again.",
)
LINKS = Offer(
    "links", "New links", "Older links stop working; new ones leave by mail.", "You can replace them again."
)
START = Offer("start", "It has begun", "The interview counts as under way.", FOR_GOOD)
COMPLETE = Offer("complete", "It took place", "The seat is kept for good.", FOR_GOOD)
NO_SHOW = Offer(
    "no-show",
    "Did not come",
    "The seat passes to the best of the bench. Refused until the job's grace after the start has passed.",
    TOLD_AT_ONCE,
    is_grave=True,
)


def for_job(job: Job) -> Sequence[Offer]:
    """What can be done with a job now, the next step first. The review has a page of its own."""
    if job.status in FINAL_JOB:
        return ()
    first = {J.DRAFT: [PUBLISH], J.OPEN: [CLOSE], J.ON_HOLD: [RESUME]}.get(job.status, [])
    automation = AUTOMATION_OFF if job.automation_enabled else AUTOMATION_ON
    pause = [] if job.status is J.ON_HOLD else [PAUSE]
    end = [FINISH] if job.status is J.CLOSED else []
    return [*first, *pause, OPENINGS, BENCH, automation, *end, CANCEL_JOB]


def review_is_open(job: Job) -> bool:
    """Whether a ranked job waits for its shortlist to be confirmed."""
    return (
        job.review_mode is not ReviewMode.NONE
        and job.ranked_at is not None
        and job.review_confirmed_at is None
        and job.status in {J.CLOSED, J.ON_HOLD}
    )


def for_person(job: Job, status: S, interview: Interview | None, now: datetime) -> Sequence[Offer]:
    """What can be done with somebody whose application has this status, now."""
    if job.status in FINAL_JOB:
        return ()
    match status:
        case S.PENDING:
            return (ACCEPT, REJECT, LINKS)
        case S.BUFFER:
            return (PROMOTE, REJECT, LINKS)
        case S.SHORTLISTED if interview is None:
            return (REJECT,)
        case S.SHORTLISTED if interview is not None and interview.status in LIVE_INTERVIEW:
            return _for_interview(interview, now)
        case _:
            return ()


def _for_interview(interview: Interview, now: datetime) -> Sequence[Offer]:
    kept = [KEEP] if interview.leave_effective_at is not None else []
    match interview.status:
        case I.INVITATION_SENT | I.SLOT_PENDING:
            return [*kept, EXTEND, MOVE_ON, LINKS]
        case I.CONFIRMED if interview.scheduled_time is not None and interview.scheduled_time <= now:
            return [*kept, COMPLETE, NO_SHOW, START, CANCEL]
        case I.CONFIRMED:
            return [*kept, CANCEL, LINKS]
        case _:
            return [COMPLETE, CANCEL]
