"""From one answer to the next call: what programs, and tests, can follow."""

from collections.abc import Mapping
from typing import Any

JOB, APPLICATION, INTERVIEW, WEBHOOK = "job_id", "application_id", "interview_id", "endpoint_id"


def _to(operation: str, text: str, **parameters: str) -> dict[str, Any]:
    return {
        operation: {
            "operationId": operation,
            "description": text,
            "parameters": {name: f"$response.body#/{pointer}" for name, pointer in parameters.items()},
        }
    }


def _job(pointer: str) -> dict[str, Any]:
    return {
        **_to("jobs_get", "The job.", job_id=pointer),
        **_to("job_publish", "Open it for applications.", job_id=pointer),
        **_to("job_close", "Close it.", job_id=pointer),
        **_to("applications_list", "Its applications.", job_id=pointer),
        **_to("requirements_get", "What it asks for.", job_id=pointer),
        **_to("job_acts_openings", "Add openings.", job_id=pointer),
        **_to("interviews_list", "Its interviews.", job_id=pointer),
        **_to("job_cancel", "Cancel it.", job_id=pointer),
    }


def _webhook(pointer: str) -> dict[str, Any]:
    return {
        **_to("webhooks_get", "The webhook.", endpoint_id=pointer),
        **_to("webhooks_change", "Change it.", endpoint_id=pointer),
        **_to("webhooks_deliveries", "What became of its events.", endpoint_id=pointer),
        **_to("webhooks_replay", "Send events again.", endpoint_id=pointer),
        **_to("webhooks_change_secret", "A new secret.", endpoint_id=pointer),
        **_to("webhooks_remove", "Remove it.", endpoint_id=pointer),
    }


LINKS: Mapping[str, dict[str, Any]] = {
    "jobs_create": _job("job/id"),
    "job_publish": _job("job/id"),
    "jobs_list": _to("jobs_get", "The newest job.", job_id="items/0/id"),
    "applications_submit": {
        **_to("applications_get", "The application.", application_id="id"),
        **_to("applications_why", "Why it has its score.", application_id="id"),
        **_to("applications_accept", "Put it onto a vacant seat.", application_id="id"),
        **_to("applications_reject", "End it.", application_id="id"),
    },
    "applications_list": {
        **_to("applications_get", "The first of them.", application_id="items/0/id"),
        **_to("applications_why", "Why it has its score.", application_id="items/0/id"),
    },
    "users_list": {
        **_to("users_get", "Who was added first.", user_id="items/0/id"),
        **_to("users_change", "Change how they work.", user_id="items/0/id"),
    },
    "interviews_list": {
        **_to("interviews_get", "The newest interview.", interview_id="items/0/id"),
        **_to("interviews_extend", "More time to answer.", interview_id="items/0/id"),
        **_to("conversations_get", "Its conversation.", interview_id="items/0/id"),
        **_to("interviews_cancel", "Cancel it.", interview_id="items/0/id"),
    },
    "webhooks_create": _webhook("webhook/id"),
    "webhooks_list": _webhook("items/0/id"),
}
