"""Identifiers made from business keys, so that a repeated step names the same thing."""

from uuid import UUID, uuid5

NAMESPACE = UUID("6d1cfd52-8f0e-5b5e-9a3c-1f2a7a0c4e11")


def interview_id(application_id: UUID) -> UUID:
    """The interview of an application: there is one, so its id is made from the application's."""
    return uuid5(NAMESPACE, f"interview:{application_id}")


def calendar_uid(interview: UUID) -> str:
    """UID of the interview's calendar entry, the same for life (RFC 5545, 3.8.4.7)."""
    return f"{interview}@understudy"


def job_workflow(job_id: UUID) -> str:
    """Workflow id of a job."""
    return f"job-{job_id}"


def application_workflow(application_id: UUID) -> str:
    """Workflow id of an application."""
    return f"application-{application_id}"


def interview_workflow(interview: UUID) -> str:
    """Workflow id of an interview."""
    return f"interview-{interview}"


def bot_workflow(interview: UUID) -> str:
    """Workflow id of an interview's text interview with the machine."""
    return f"bot-{interview}"


def processing_workflow(interview: UUID) -> str:
    """Workflow id of an interview's processing."""
    return f"processing-{interview}"


def calendar_workflow(account_id: UUID) -> str:
    """Workflow id of a connected calendar."""
    return f"calendar-{account_id}"


def webhook_workflow(endpoint_id: UUID) -> str:
    """Workflow id of an endpoint that follows the log."""
    return f"webhook-{endpoint_id}"
