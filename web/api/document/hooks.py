"""Webhooks out, as OpenAPI tells them: what a receiver gets."""

from typing import Any

EVENT = {
    "type": "object",
    "description": "One row of the log: ids and decisions, never names or texts of people.",
    "required": ["type", "timestamp", "data"],
    "properties": {
        "type": {
            "type": "string",
            "description": "What happened: `action_type` of the row.",
            "examples": ["job_closed"],
        },
        "timestamp": {
            "type": "string",
            "format": "date-time",
            "description": "Business time of the step.",
            "examples": ["2026-04-13T08:30:00+00:00"],
        },
        "data": {
            "type": "object",
            "description": "The row, as `GET /api/v1/audit` lists it.",
            "examples": [{"sequence": 1234, "action_type": "job_closed"}],
        },
    },
}
ROW = {
    "sequence": 1234, "id": "7c5e2b1a-93d4-4b52-8c7e-5a1d0f6b2e31", "created_at": "2026-04-13T08:30:00+00:00",
    "job_id": "0d6f3b1c-6a35-4f0e-9d51-3b0b8b1f2a10", "application_id": None, "interview_id": None,
    "action_type": "job_closed", "trigger_source": "manual", "actor_kind": "recruiter",
    "actor_id": "3bad1e4f-76d3-4b91-8f2c-812b2e3b9c44", "reason": "enough applications", "entity": "job",
    "entity_id": "0d6f3b1c-6a35-4f0e-9d51-3b0b8b1f2a10", "previous_state": "open", "new_state": "closed",
    "flag": None, "flag_enabled": None, "workflow_id": None, "run_id": None,
    "idempotency_key": "closed:0d6f3b1c-6a35-4f0e-9d51-3b0b8b1f2a10", "details": {},
}  # fmt: skip
HEADERS = (
    (
        "webhook-id",
        "The same for every try of one event: drop what you have.",
        "evt_7c5e2b1a93d44b528c7e5a1d0f6b2e31",
    ),
    (
        "webhook-timestamp",
        "Seconds since 1970 of this try; refuse what is older than five minutes.",
        "1776069000",
    ),
    (
        "webhook-signature",
        "`v1,` and base64 of HMAC-SHA256 over id, timestamp and body; several while a secret changes.",
        "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
    ),
)


def webhooks() -> dict[str, Any]:
    """The `webhooks` part of the document (Standard Webhooks 1.0)."""
    body = {"type": "job_closed", "timestamp": "2026-04-13T08:30:00+00:00", "data": ROW}
    return {
        "log": {
            "post": {
                "operationId": "webhook_log",
                "tags": ["webhooks"],
                "summary": "A row of the log",
                "description": (
                    "Sent in order of `sequence`, at least once. Anything but 2xx is tried again, after 5 seconds, then"
                    " doubling to an hour; later events wait. 410 switches the webhook off, and so does failing for"
                    " three days."
                ),
                "parameters": [
                    {
                        "name": name,
                        "in": "header",
                        "required": True,
                        "description": text,
                        "schema": {"type": "string"},
                        "example": value,
                    }
                    for name, text, value in HEADERS
                ],
                "requestBody": {
                    "required": True,
                    "description": "One row of the log.",
                    "content": {"application/json": {"schema": EVENT, "example": body}},
                },
                "responses": {
                    "2XX": {"description": "Taken."},
                    "410": {"description": "Send no more."},
                },
            }
        }
    }
