"""Where processing stands, as `interviews.processing_metadata` says it: the only truth, next to the status.

Keys: `current_step`, `progress` (0 to 100), `attempt` (number of the request), `workflow_run_id`, `started_at`,
`heartbeat_at`, `completed_at`, `last_error`, `evidence_count`, `theme_count`. Times are business time, ISO 8601. A
database trigger refuses what does not agree with the status.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.processing.vocabulary import Step

ORDER = tuple(Step)

STRETCH: Mapping[Step, tuple[int, int]] = {
    Step.UPLOADING: (0, 10),
    Step.TRANSCRIBING: (10, 40),
    Step.EXTRACTING_EVIDENCE: (40, 60),
    Step.GENERATING_THEMES: (60, 80),
    Step.ASSIGNING_PERSONAS: (80, 95),
    Step.COMPLETE: (95, 100),
}
"""Progress at the beginning and at the end of each step, percent."""

SHOWN_STUCK_AFTER = timedelta(hours=1)
"""So long without a heartbeat, and people are told."""
GIVEN_UP_AFTER = timedelta(hours=24)
"""So long without a heartbeat, and the interview is marked as failed."""

Metadata = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Story:
    """The metadata, read."""

    attempt: int
    step: Step | None
    progress: int
    started_at: datetime | None
    heartbeat_at: datetime | None
    completed_at: datetime | None
    last_error: str | None
    workflow_run_id: str | None
    evidence_count: int | None
    theme_count: int | None


def story(metadata: Metadata) -> Story:
    """What the metadata says; what an older portal left there and cannot be read counts as absent."""
    return Story(
        attempt=_number(metadata, "attempt") or 0,
        step=Step(metadata["current_step"]) if metadata.get("current_step") in set(Step) else None,
        progress=min(100, max(0, _number(metadata, "progress") or 0)),
        started_at=_time(metadata, "started_at"),
        heartbeat_at=_time(metadata, "heartbeat_at"),
        completed_at=_time(metadata, "completed_at"),
        last_error=str(metadata["last_error"]) if metadata.get("last_error") else None,
        workflow_run_id=str(metadata["workflow_run_id"]) if metadata.get("workflow_run_id") else None,
        evidence_count=_number(metadata, "evidence_count"),
        theme_count=_number(metadata, "theme_count"),
    )


def begun(metadata: Metadata, step: Step, run_id: str, at: datetime) -> dict[str, Any]:
    """A step begins, or begins once more: progress never goes back inside one step."""
    least, most = STRETCH[step]
    now = story(metadata)
    progress = max(least, now.progress) if now.step is step else least
    return {
        **metadata,
        "current_step": step.value,
        "progress": min(progress, most),
        "workflow_run_id": run_id,
        "heartbeat_at": at.isoformat(),
    }


def moved(metadata: Metadata, step: Step, share: float, at: datetime) -> dict[str, Any]:
    """A step got on: `share` of it (0 to 1) is done."""
    least, most = STRETCH[step]
    progress = least + int((most - least) * min(1.0, max(0.0, share)))
    return {
        **metadata,
        "current_step": step.value,
        "progress": max(progress, story(metadata).progress),
        "heartbeat_at": at.isoformat(),
    }


def ended(metadata: Metadata, step: Step, at: datetime, **counts: int) -> dict[str, Any]:
    """A step is done."""
    return {**moved(metadata, step, 1.0, at), **counts}


def completed(metadata: Metadata, at: datetime) -> dict[str, Any]:
    """Everything is done; goes with the status `ready`."""
    return {**ended(metadata, Step.COMPLETE, at), "completed_at": at.isoformat()}


def failed(metadata: Metadata, reason: str, at: datetime) -> dict[str, Any]:
    """It ends with a reason for people, at the step where it was; goes with the status `error`."""
    step = story(metadata).step or Step.UPLOADING
    return {**metadata, "current_step": step.value, "last_error": reason, "heartbeat_at": at.isoformat()}


def is_stuck(heartbeat_at: datetime | None, now: datetime, after: timedelta = SHOWN_STUCK_AFTER) -> bool:
    """Whether nothing was heard for longer than that. Without any heartbeat: yes."""
    return heartbeat_at is None or now - heartbeat_at > after


def _number(metadata: Metadata, key: str) -> int | None:
    value = metadata.get(key)
    return int(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _time(metadata: Metadata, key: str) -> datetime | None:
    value = metadata.get(key)
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
