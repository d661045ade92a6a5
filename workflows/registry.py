"""Every workflow of the product, for whoever runs a worker."""

from workflows.application import ApplicationWorkflow
from workflows.calendar import CalendarWorkflow
from workflows.digest import DigestWorkflow
from workflows.interview import InterviewWorkflow
from workflows.interview_bot import BotInterviewWorkflow
from workflows.job import JobWorkflow
from workflows.media import MediaSweepWorkflow
from workflows.processing import ProcessingSweepWorkflow, ProcessingWatchWorkflow, ProcessingWorkflow
from workflows.reconcile import ReconcileWorkflow
from workflows.risk import RiskWorkflow
from workflows.seal import SealCheckWorkflow, SealWorkflow
from workflows.webhook import WebhookWorkflow

ALL_WORKFLOWS = (
    JobWorkflow,
    ApplicationWorkflow,
    InterviewWorkflow,
    BotInterviewWorkflow,
    CalendarWorkflow,
    ReconcileWorkflow,
    DigestWorkflow,
    RiskWorkflow,
    SealWorkflow,
    SealCheckWorkflow,
    WebhookWorkflow,
    MediaSweepWorkflow,
    ProcessingWorkflow,
    ProcessingWatchWorkflow,
    ProcessingSweepWorkflow,
)
