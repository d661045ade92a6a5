"""The words of hiring, as enumerations. Values are what the database, the API and the log store."""

from enum import StrEnum


class JobStatus(StrEnum):
    """Life of a job; `filled`, `exhausted` and `cancelled` are final."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
    ON_HOLD = "on_hold"
    FILLED = "filled"
    EXHAUSTED = "exhausted"
    CANCELLED = "cancelled"


class ShortlistStatus(StrEnum):
    """Where an application stands; `shortlisted` holds a seat, `buffer` is the bench."""

    PENDING = "pending"
    BUFFER = "buffer"
    SHORTLISTED = "shortlisted"
    REJECTED = "rejected"
    EXPIRED = "expired"


class InterviewStatus(StrEnum):
    """Life of an interview, from the invitation to the outcome."""

    INVITATION_SENT = "invitation_sent"
    SLOT_PENDING = "slot_pending"
    CONFIRMED = "confirmed"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"
    EXPIRED = "expired"


class NegotiationState(StrEnum):
    """Where the search for a time stands."""

    AWAITING_AVAILABILITY = "awaiting_availability"
    AWAITING_SELECTION = "awaiting_selection"
    RESOLVED = "resolved"
    ESCALATED = "escalated"
    EXPIRED = "expired"


class ProcessingStatus(StrEnum):
    """Recording, transcript and evidence of one interview."""

    NONE = "none"
    PROCESSING = "processing"
    READY = "ready"
    ERROR = "error"


class CalendarSyncMethod(StrEnum):
    """How the booked time reached the calendars."""

    GOOGLE = "google"
    CALDAV = "caldav"
    ICS_FALLBACK = "ics_fallback"
    MANUAL = "manual"


class CalendarHealth(StrEnum):
    """Whether a connected calendar can be trusted. In the last two its owner is offered for no new interview."""

    CONNECTED = "connected"
    EXPIRING = "expiring"
    UNREACHABLE = "unreachable"
    DEAD = "dead"


class TimeKind(StrEnum):
    """Why an interviewer's time is taken: an interview, or an offer that still holds."""

    BOOKING = "booking"
    HOLD = "hold"


class Trigger(StrEnum):
    """What set a step in motion: the automation, a person, or a schedule."""

    AUTO = "auto"
    MANUAL = "manual"
    SCHEDULED = "scheduled"


class Flag(StrEnum):
    """The gates. `global_automation` is the kill switch and closes every other one."""

    GLOBAL_AUTOMATION = "global_automation"
    AUTO_SHORTLISTING = "auto_shortlisting"
    AUTO_PROMOTION = "auto_promotion"
    INTERVIEW_INVITATIONS = "interview_invitations"
    NEGOTIATION_BOT = "negotiation_bot"
    CALENDAR_INTEGRATION = "calendar_integration"
    NO_SHOW_PREDICTION = "no_show_prediction"
    REMINDERS = "reminders"
    INTERVIEW_PROCESSING = "interview_processing"
    LLM_ASSIST = "llm_assist"


class ReviewMode(StrEnum):
    """What happens after ranking: go on at once, wait for a recruiter, or wait until the review deadline."""

    NONE = "none"
    UNTIL_DEADLINE = "until_deadline"
    REQUIRED = "required"


class UserRole(StrEnum):
    """Roles of people who sign in. Candidates never do."""

    RECRUITER = "recruiter"
    INTERVIEWER = "interviewer"
    AUDITOR = "auditor"
    ADMIN = "admin"


class LeaveKind(StrEnum):
    """How a candidate leaves: before a time was fixed, or at any live moment."""

    DECLINED = "declined"
    WITHDREW = "withdrew"


class MailTemplate(StrEnum):
    """Every kind of mail the product sends."""

    INVITATION = "invitation"
    SLOT_CHOICE = "slot_choice"
    NEGOTIATION_ANSWER = "negotiation_answer"
    CONFIRMATION = "confirmation"
    CANCELLATION = "cancellation"
    INTERVIEWER_CONFIRMATION = "interviewer_confirmation"
    INTERVIEWER_CANCELLATION = "interviewer_cancellation"
    REMINDER = "reminder"
    LEAVE_RECEIPT = "leave_receipt"
    EXPIRED = "expired"
    REGRET = "regret"
    JOB_CANCELLED = "job_cancelled"
    ESCALATION = "escalation"
    OUTCOME_REQUEST = "outcome_request"
    PROMOTION_NOTICE = "promotion_notice"
    SEAT_UNFILLED = "seat_unfilled"
    REVIEW_REQUEST = "review_request"
    JOB_FINISHED = "job_finished"
    MAIL_ALERT = "mail_alert"
    CALENDAR_ALERT = "calendar_alert"
    CALENDAR_NOTICE = "calendar_notice"
    PANEL_ALERT = "panel_alert"
    CANDIDATE_QUESTION = "candidate_question"
    NO_SHOW = "no_show"
    INTERVIEWED = "interviewed"
    REQUEST_RECEIVED = "request_received"
    REQUEST_ANSWERED = "request_answered"
    CANDIDATE_REQUEST = "candidate_request"
    NEW_ADDRESS = "new_address"
    ADDRESS_CHANGE = "address_change"
    NEW_LINKS = "new_links"
    DIGEST = "digest"
    ADMIN_ALERT = "admin_alert"
    WEBHOOK_OFF = "webhook_off"


class AlertCause(StrEnum):
    """What an admin is alerted of."""

    STUCK_WORK = "stuck_work"
    DEAD_CALENDAR = "dead_calendar"
    MAIL_UNDELIVERABLE = "mail_undeliverable"
    SEAL_BROKEN = "seal_broken"
    STUCK_PROCESSING = "stuck_processing"
    """Interviews are processed without any sign of life."""
    LATE_REQUEST = "late_request"
    """A candidate's request was not answered within the time that the candidate was told."""


class MailStatus(StrEnum):
    """Life of one logical mail."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


class RequestKind(StrEnum):
    """What a candidate asks a person for."""

    HUMAN_REVIEW = "human_review"
    CORRECTION = "correction"


class RequestState(StrEnum):
    """Whether a candidate's request was answered."""

    OPEN = "open"
    ANSWERED = "answered"


class RequestOutcome(StrEnum):
    """What came of a candidate's request: things stay as they are, or something is changed."""

    KEPT = "kept"
    CHANGED = "changed"


class BotState(StrEnum):
    """Where the text interview with the machine stands; the last two are final."""

    RUNNING = "running"
    PAUSED = "paused"
    """The candidate goes on later."""
    HANDED_OVER = "handed_over"
    """The candidate asked for a person."""
    COMPLETED = "completed"
    EXPIRED = "expired"
    """The interview ended before it was done."""


class BotAnswerState(StrEnum):
    """What became of the answer to one ask of the machine."""

    RECORDED = "recorded"
    """Spoken; its words are still to be found."""
    HEARD = "heard"
    """Words were found; the candidate looks at them before they count."""
    UNHEARD = "unheard"
    """No words could be found; the candidate writes instead."""
    GIVEN = "given"
    """It counts, and waits to be read."""
    READ = "read"
    """Its words are a turn of the transcript."""


class LinkPurpose(StrEnum):
    """What a candidate link may do. A token names exactly one."""

    ACCEPT = "accept"
    REJECT = "reject"
    SCHEDULE = "schedule"
    ABOUT_ME = "about_me"
    """Voluntary answers for the impact figures; signed for an interview, or for an application without one."""
    TEXT = "text"
    """The text interview that a machine leads."""
    APPLICATION = "application"
    """Everything about the own application: where it stands and why, requests, corrections, data, erasure."""
    NEW_ADDRESS = "new_address"
    """Confirms a new mail address. Signed with the number of the change in place of the link's generation."""
