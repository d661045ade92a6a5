"""Histories hold ids, times and words of the product, and nothing about people (I8)."""

import base64
import json
import re
from collections.abc import Iterator
from typing import Any

from domain.interview_bot.moves import BotAct
from domain.interview_plan import Act
from domain.job_plan import Outlook
from domain.vocabulary import BotState, Flag, InterviewStatus, JobStatus, ReviewMode

ID_OR_TIME = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)"
    r"|-?P[\dDTHMS.]+"
)
CAUSES = frozenset(
    {"accepted", "all_scored", "answer_given", "answer_recorded", "handed_over", "interview_over", "paused",
     "unread", "book", "buffer_changed", "calendar", "cancelled", "cancelled_by_hand", "closed",
     "completed", "connected", "deadline_extended", "declined", "disconnected", "expired", "gate_changed",
     "interviewer_replaced", "job_cancelled", "leave_requested", "leave_undone", "left", "log", "look_now", "no_show",
     "notice", "over", "removed", "reply", "requested_again", "rejected_by_hand", "resumed", "review_confirmed",
     "slot_picked", "started", "webhook_changed", "withdrew"}
)  # fmt: skip
"""Why a workflow was told to look again."""
SUMMARIES = frozenset(
    {"closes_at", "its gate", "missing scores", "the next delivery", "the next look", "the review deadline"}
)
"""What a wait says of itself."""
WORDS = (
    CAUSES
    | SUMMARIES
    | {"not_invited", "job_on_hold", "job_automation"}
    | {"unreadable_recording", "speech_refused", "unavailable", "setup"}
    | {
        member.value
        for kind in (BotAct, BotState, JobStatus, InterviewStatus, ReviewMode, Outlook, Act, Flag)
        for member in kind
    }
)


def unknown_texts(history: Any) -> set[str]:
    """Texts in the payloads of a history (as JSON structure) that are no id, no time and no word of ours."""
    texts = {text for payload in _payloads(history) for text in _leaves(_content(payload))}
    return {text for text in texts if not ID_OR_TIME.fullmatch(text)} - WORDS


def _content(payload: dict[str, Any]) -> Any:
    return json.loads(base64.b64decode(payload["data"])) if payload.get("data") else None


def _payloads(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "encoding" in (value.get("metadata") or {}):
            yield value
        for item in value.values():
            yield from _payloads(item)
    elif isinstance(value, list):
        for item in value:
            yield from _payloads(item)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _leaves(item)
    elif isinstance(value, list):
        for item in value:
            yield from _leaves(item)
