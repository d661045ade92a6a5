"""Today's code replays every recorded golden path: runs that are open while we deploy go on."""

import json
import re
from pathlib import Path

import pytest
from temporalio import workflow
from temporalio.client import WorkflowHistory

from tests.workflows.impersonal import unknown_texts
from tests.workflows.recorder import FOLDER, replay

GOLDEN = (
    "job-filled", "job-exhausted", "job-with-review", "job-cancelled",
    "interview-completed", "interview-expired", "interview-declined", "interview-withdrawn",
    "interview-negotiated", "interview-held-at-gate",
    "application-scored", "application-unreadable",
    "bot-interview-completed", "bot-interview-held-at-gate", "bot-interview-expired",
)  # fmt: skip
RECORD = "Record it: UNDERSTUDY_RECORD_HISTORIES=1 pytest tests/workflows"

FILES = sorted(FOLDER.glob("*.json"))


@pytest.mark.parametrize("path", GOLDEN)
def test_every_golden_path_is_recorded(path: str) -> None:
    assert (FOLDER / f"{path}.json").is_file(), RECORD


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_a_recorded_history_replays(file: Path) -> None:
    await replay(_history(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_recorded_history_holds_ids_times_and_words_only(file: Path) -> None:
    content = file.read_text("utf-8")
    assert unknown_texts(json.loads(content)) == set()
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


def _history(file: Path) -> WorkflowHistory:
    return WorkflowHistory.from_json(file.stem, file.read_text("utf-8"))
