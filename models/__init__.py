"""Tables, one entity per file. Importing the package loads them all, for metadata and migrations."""

from models.access_log import AccessLog
from models.alert import Alert
from models.api_key import ApiKey
from models.application import Application
from models.automation_log import AutomationLog
from models.base import Base
from models.calendar_account import CalendarAccount, CalendarBusy, CalendarEntryRow
from models.calendar_token import CalendarToken
from models.candidate import Candidate
from models.candidate_request import CandidateRequest
from models.digest import Digest, DigestRefusal
from models.email_message import EmailMessage
from models.feature_flag import FeatureFlag, FeatureFlagOverride, HeldStep
from models.file import File
from models.identity import Identity, IdentityEvent
from models.incoming_message import IncomingMessage, IncomingWords
from models.interview import Interview, InterviewInterviewer
from models.job import Job, JobInterviewer
from models.job_text import JobTextSnapshot
from models.local_password import LocalPassword
from models.log_seal import LogSeal
from models.negotiation_session import NegotiationSession
from models.no_show_risk import NoShowRisk
from models.outbox import OutboxMessage
from models.repeated_request import RepeatedRequest
from models.self_identification import SelfIdentification
from models.sign_in import SignIn
from models.user import User
from models.web_session import WebSession
from models.webhook_delivery import WebhookDelivery
from models.webhook_endpoint import WebhookEndpoint

__all__ = [
    "AccessLog",
    "Alert",
    "ApiKey",
    "Application",
    "AutomationLog",
    "Base",
    "CalendarAccount",
    "CalendarBusy",
    "CalendarEntryRow",
    "CalendarToken",
    "Candidate",
    "CandidateRequest",
    "Digest",
    "DigestRefusal",
    "EmailMessage",
    "FeatureFlag",
    "FeatureFlagOverride",
    "File",
    "HeldStep",
    "Identity",
    "IdentityEvent",
    "IncomingMessage",
    "IncomingWords",
    "Interview",
    "InterviewInterviewer",
    "Job",
    "JobInterviewer",
    "JobTextSnapshot",
    "LocalPassword",
    "LogSeal",
    "NegotiationSession",
    "NoShowRisk",
    "OutboxMessage",
    "RepeatedRequest",
    "SelfIdentification",
    "SignIn",
    "User",
    "WebSession",
    "WebhookDelivery",
    "WebhookEndpoint",
]
