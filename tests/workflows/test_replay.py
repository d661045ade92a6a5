"""Today's code replays every recorded golden path: runs that are open while we deploy go on."""

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from temporalio.client import WorkflowHistory

from domain import vocabulary
from tests.workflows.recorder import FOLDER, replay

GOLDEN = (
    "job-filled", "job-exhausted", "job-with-review", "job-cancelled",
    "interview-completed", "interview-expired", "interview-declined", "interview-withdrawn",
    "interview-negotiated", "interview-held-at-gate",
    "application-scored", "application-unreadable",
)  # fmt: skip
RECORD = "Record it: UNDERSTUDY_RECORD_HISTORIES=1 pytest tests/workflows"

FILES = sorted(FOLDER.glob("*.json"))

HARMLESS = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"  # an id
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)"  # an instant
    r"|-?P[\dDTHMS.]+"  # a span
    r"|[a-z]+(_[a-z]+)*"  # a word of the vocabulary or a cause, checked further below
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
    words = {text for text in _texts(json.loads(content)) if not _is_id_or_time(text)}
    assert words <= _vocabulary(), f"not words of the product: {sorted(words - _vocabulary())}"
    # Nothing of the machine on which it was recorded either.
    assert "@" not in content
    assert not re.search(r"/(home|root|work|tmp|usr)/", content)


def test_a_history_that_the_code_does_not_produce_is_refused() -> None: ...


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
