"""Durable processes, one per file. They sequence and wait; `domain` decides, `activities` act."""

from workflows.application import ApplicationWorkflow
from workflows.interview import InterviewWorkflow
from workflows.job import JobWorkflow
from workflows.reconcile import ReconcileWorkflow

ALL_WORKFLOWS = (JobWorkflow, ApplicationWorkflow, InterviewWorkflow, ReconcileWorkflow)

__all__ = ["ALL_WORKFLOWS", "ApplicationWorkflow", "InterviewWorkflow", "JobWorkflow", "ReconcileWorkflow"]
