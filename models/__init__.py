"""Tables, one entity per file. Importing the package loads them all, for metadata and migrations."""

from models.application import Application
from models.automation_log import AutomationLog
from models.base import Base
from models.calendar_account import CalendarAccount, CalendarBusy, CalendarEntryRow
from models.calendar_token import CalendarToken
from models.candidate import Candidate
from models.email_message import EmailMessage
from models.feature_flag import FeatureFlag, FeatureFlagOverride, HeldStep
from models.file import File
from models.incoming_message import IncomingMessage, IncomingWords
from models.interview import Interview, InterviewInterviewer
from models.job import Job, JobInterviewer
from models.job_text import JobTextSnapshot
from models.negotiation_session import NegotiationSession
from models.outbox import OutboxMessage
from models.self_identification import SelfIdentification
from models.user import User

__all__ = [
    "Application",
    "AutomationLog",
    "Base",
    "CalendarAccount",
    "CalendarBusy",
    "CalendarEntryRow",
    "CalendarToken",
    "Candidate",
    "EmailMessage",
    "FeatureFlag",
    "FeatureFlagOverride",
    "File",
    "HeldStep",
    "IncomingMessage",
    "IncomingWords",
    "Interview",
    "InterviewInterviewer",
    "Job",
    "JobInterviewer",
    "JobTextSnapshot",
    "NegotiationSession",
    "OutboxMessage",
    "SelfIdentification",
    "User",
]
