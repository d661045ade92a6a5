"""What is sent: one row of the log, ids and decisions only (I8)."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID


def message_id(event: UUID) -> str:
    """The `webhook-id`: the same for every try of a log row, so that receivers can drop what came twice."""
    return f"evt_{event.hex}"


def payload(record: Mapping[str, Any]) -> bytes:
    """The body, as Standard Webhooks recommends: type, time, and the row of the log under `data`."""
    body = {"type": record["action_type"], "timestamp": record["created_at"], "data": dict(record)}
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
