"""Tables, one entity per file. Importing the package loads them all, for metadata and migrations."""

from models.access_log import AccessLog
from models.ai_insight import AiInsight, AiInsightEdit
from models.alert import Alert
from models.api_key import ApiKey
from models.application import Application
from models.automation_log import AutomationLog
from models.base import Base
from models.bot_interview import BotAnswer, BotInterview
from models.calendar_account import CalendarAccount, CalendarBusy, CalendarEntryRow
from models.calendar_token import CalendarToken
from models.candidate import Candidate
from models.candidate_request import CandidateRequest
from models.digest import Digest, DigestRefusal
from models.email_message import EmailMessage
from models.evidence import InterviewEvidence
from models.feature_flag import FeatureFlag, FeatureFlagOverride, HeldStep
from models.file import File
from models.identity import Identity, IdentityEvent
from models.incoming_message import IncomingMessage, IncomingWords
from models.interview import Interview, InterviewInterviewer
from models.interview_question import InterviewQuestion
from models.interview_recording import InterviewRecording
from models.interview_type import InterviewType, SuggestedSkill
from models.job import Job, JobInterviewer
from models.job_interview_media import JobInterviewMedia
from models.job_text import JobTextSnapshot
from models.local_password import LocalPassword
from models.log_seal import LogSeal
from models.negotiation_session import NegotiationSession
from models.no_show_risk import NoShowRisk
from models.outbox import OutboxMessage
from models.persona import Persona, PersonaMember
from models.processing_step import ProcessingStep
from models.question import Question, QuestionSkill
from models.repeated_request import RepeatedRequest
from models.scorecard import InsightProposals, InterviewerScorecard, Scorecard
from models.self_identification import SelfIdentification
from models.sign_in import SignIn
from models.skill import InterviewSkill, Skill
from models.theme import Theme, ThemeEvidence
from models.transcript import Transcript
from models.user import User
from models.web_session import WebSession
from models.webhook_delivery import WebhookDelivery
from models.webhook_endpoint import WebhookEndpoint

__all__ = [
    "AccessLog",
    "AiInsight",
    "AiInsightEdit",
    "Alert",
    "ApiKey",
    "Application",
    "AutomationLog",
    "Base",
    "BotAnswer",
    "BotInterview",
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
    "InsightProposals",
    "Interview",
    "InterviewEvidence",
    "InterviewInterviewer",
    "InterviewQuestion",
    "InterviewRecording",
    "InterviewSkill",
    "InterviewType",
    "InterviewerScorecard",
    "Job",
    "JobInterviewMedia",
    "JobInterviewer",
    "JobTextSnapshot",
    "LocalPassword",
    "LogSeal",
    "NegotiationSession",
    "NoShowRisk",
    "OutboxMessage",
    "Persona",
    "PersonaMember",
    "ProcessingStep",
    "Question",
    "QuestionSkill",
    "RepeatedRequest",
    "Scorecard",
    "SelfIdentification",
    "SignIn",
    "Skill",
    "SuggestedSkill",
    "Theme",
    "ThemeEvidence",
    "Transcript",
    "User",
    "WebSession",
    "WebhookDelivery",
    "WebhookEndpoint",
]
