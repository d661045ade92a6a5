"""Every workflow of the product, for whoever runs a worker."""

from workflows.application import ApplicationWorkflow
from workflows.calendar import CalendarWorkflow
from workflows.interview import InterviewWorkflow
from workflows.job import JobWorkflow
from workflows.reconcile import ReconcileWorkflow

ALL_WORKFLOWS = (JobWorkflow, ApplicationWorkflow, InterviewWorkflow, CalendarWorkflow, ReconcileWorkflow)
