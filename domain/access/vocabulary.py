"""The words of access: who acts, what they do, how far it reaches, and what is written down when it is read."""

from enum import StrEnum
from typing import NamedTuple


class Actor(StrEnum):
    """Whoever can reach the database, by what a transaction says of itself.

    The first seven come through the web tier (database role `understudy_web`) and are told apart by the settings
    `app.role`, `app.user_id`, `app.interview_id` and `app.application_id`; the others are database roles of
    their own.
    """

    RECRUITER = "recruiter"
    INTERVIEWER = "interviewer"
    AUDITOR = "auditor"
    ADMIN = "admin"
    CANDIDATE = "candidate"
    """Whoever holds the link of one interview."""
    APPLICANT = "applicant"
    """Whoever holds the link of one application, invited or not."""
    NOBODY = "nobody"
    """The web tier before it has said for whom it acts."""
    WORKER = "understudy_worker"
    AUDITOR_ROLE = "understudy_auditor"
    """The command line when it reads the log."""
    IMPACT = "understudy_impact"
    """The one role that reads voluntary answers; the web tier steps into it for one transaction."""
    IDENTITY = "understudy_identity"
    """The one role that reads passwords, sessions and keys; the web tier steps into it to sign somebody in."""


class Verb(StrEnum):
    """What is done to rows."""

    SELECT = "select"
    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Scope(StrEnum):
    """Which rows a right reaches."""

    NONE = "none"
    OWN = "own"
    """Rows about the person: the own user, calendar, interview, application."""
    OWN_JOBS = "own jobs"
    """Rows of jobs that the recruiter runs."""
    OWN_INTERVIEWS = "own interviews"
    """Rows of interviews that the interviewer conducts, from confirmed on and while they are not called off."""
    OWN_ACTS = "own acts"
    """Log rows that name the person as the one who acted, for the few acts that this role has; an interviewer's in
    the room of an interview that they conduct are among them."""
    OWN_AND_JOBS = "own, own jobs"
    """The own times, and those of own jobs' interviews."""
    HOLDS = "holds"
    """Offered times that are held, not bookings."""
    OWN_HOLDS = "own jobs' holds"
    """Held times of the recruiter's jobs."""
    OWN_EDITS = "own edits of what one sees"
    """History rows that name the person as the editor, of something that the person may read."""
    CALENDARS = "own calendar"
    """Messages to the workflow of the person's own calendar."""
    OWN_AND_MEDIA = "own, media of the own job"
    """The own resume, and the files that the job shows in its interviews."""
    OWN_RECORDINGS = "own recordings"
    """Recordings that the person uploaded, of interviews that the person may see."""
    OWN_CARDS = "own cards"
    """The person's own scorecard of an interview that they conduct."""
    CARDS = "own cards, cards handed in"
    """The own scorecards, drafts too, and those that others handed in for interviews the person may see; of an
    interview that they conduct, only once the own card is handed in."""
    CARDS_HANDED_IN = "cards handed in"
    """What is merged from handed-in scorecards of interviews that the person may see; of an interview that they
    conduct, only once the own card is handed in."""
    JOBS_AND_CONNECTIONS = "own jobs, own calendar, own webhooks"
    """Messages to the workflows of own jobs, of the person's own calendar and of own webhooks."""
    JOBS_AND_ACTS = "own jobs, own acts"
    """Log rows of own jobs, and those of the person's own acts; never in the name of another person."""
    ACCOUNTS = "account acts"
    """Log rows about people's accounts, which belong to no job."""
    ANY_AS_SELF = "all, as oneself"
    """Any row that names as its author nobody or the person who writes it."""
    ALL = "all"


class Rights(NamedTuple):
    """How far each verb reaches."""

    select: Scope = Scope.NONE
    insert: Scope = Scope.NONE
    update: Scope = Scope.NONE
    delete: Scope = Scope.NONE


class Seen(StrEnum):
    """What was read, where reading is written down."""

    RESUME = "resume"
    """The text of a resume, masked or not."""
    RESUME_FILE = "resume_file"
    """The file as it was sent."""
    TRANSCRIPT = "transcript"
    """What was said in an interview."""
    SCORECARD = "scorecard"
    """What others wrote about a candidate after an interview, or what was merged from it."""
    RECORDING = "recording"
    """Sound or pictures of an interview, or a transcript as a file."""
    LOG = "automation_log"
    """The log, searched by somebody who sees more than own jobs."""
    LOG_EXPORT = "automation_log_export"
    ACCESS_LOG = "access_log"
    """The record of accesses itself."""
    IMPACT_FIGURES = "impact_figures"
    IMPACT_EXPORT = "impact_export"
    """One anonymous row per applicant, for an outside auditor."""
    OWN_DATA = "own_data"
    """A candidate's download of the own data."""


class Purpose(StrEnum):
    """By which door it was read."""

    PAGE = "page"
    API = "api"
    DOWNLOAD = "download"
    COMMAND = "command"
