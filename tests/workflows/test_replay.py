"""Today's code replays every recorded golden path: runs that are open while we deploy go on."""

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from temporalio import workflow
from temporalio.client import WorkflowHistory

from domain.interview_plan import Act
from domain.job_plan import Outlook
from domain.vocabulary import Flag, InterviewStatus, JobStatus, ReviewMode
from tests.workflows.recorder import FOLDER, replay

GOLDEN = (
    "job-filled", "job-exhausted", "job-with-review", "job-cancelled",
    "interview-completed", "interview-expired", "interview-declined", "interview-withdrawn",
    "interview-negotiated", "interview-held-at-gate",
    "application-scored", "application-unreadable",
)  # fmt: skip
RECORD = "Record it: UNDERSTUDY_RECORD_HISTORIES=1 pytest tests/workflows"

FILES = sorted(FOLDER.glob("*.json"))

ID_OR_TIME = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)"
    r"|-?P[\dDTHMS.]+"
)
CAUSES = {
    "accepted", "all_scored", "cancelled", "closed", "completed", "expired", "declined", "withdrew",
    "gate_changed", "leave_requested", "reply", "review_confirmed", "slot_picked", "cancelled_by_hand",
}  # fmt: skip
"""Why a workflow was told to look again, and how a wait is called."""
WORDS = (
    CAUSES
    | {
        member.value
        for kind in (JobStatus, InterviewStatus, ReviewMode, Outlook, Act, Flag)
        for member in kind
    }
    | {"not_invited", "closes_at", "missing scores", "the review deadline"}
)


@pytest.mark.parametrize("path", GOLDEN)
def test_every_golden_path_is_recorded(path: str) -> None:
    assert (FOLDER / f"{path}.json").is_file(), RECORD


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_a_recorded_history_replays(file: Path) -> None:
    await replay(WorkflowHistory.from_json(file.stem, file.read_text("utf-8")))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_recorded_history_holds_ids_times_and_words_only(file: Path) -> None:
    content = file.read_text("utf-8")
    texts = {text for text in _texts(json.loads(content)) if not ID_OR_TIME.fullmatch(text)}
    assert texts <= WORDS, f"not words of the product: {sorted(texts - WORDS)}"
    # Nothing of the machine on which it was recorded either.
    assert "@" not in content
    assert not re.search(r"/(home|root|work|tmp|usr)/", content)


async def test_a_history_with_two_steps_swapped_is_refused() -> None:
    """The replay is a guard only if it fails when code and history part."""
    content = (FOLDER / "job-filled.json").read_text("utf-8")
    swapped = (
        content.replace("count_unscored", "\0")
        .replace("rank_and_shortlist", "count_unscored")
        .replace("\0", "rank_and_shortlist")
    )
    assert swapped != content
    with pytest.raises(workflow.NondeterminismError, match="count_unscored"):
        await replay(WorkflowHistory.from_json("job-filled", swapped))


def _texts(history: dict[str, Any]) -> Iterator[str]:
    """Every text in the payloads of a history."""
    for payload in _payloads(history):
        data = base64.b64decode(payload["data"]) if "data" in payload else b"null"
        yield from _leaves(json.loads(data))


def _payloads(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "metadata" in value and "encoding" in value["metadata"]:
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
