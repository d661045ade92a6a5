"""Histories of real runs: replayed at once, and kept as files when asked.

`UNDERSTUDY_RECORD_HISTORIES=1 pytest tests/workflows` writes the golden paths anew into `tests/histories`.
"""

import json
import os
from pathlib import Path
from typing import Any

from temporalio.client import Client, WorkflowHistory
from temporalio.worker import Replayer

from runtime.temporal import DATA_CONVERTER
from runtime.worker import SANDBOX
from tests.workflows.impersonal import unknown_texts
from workflows.registry import ALL_WORKFLOWS

FOLDER = Path(__file__).parent.parent / "histories"
RECORDING = os.environ.get("UNDERSTUDY_RECORD_HISTORIES") == "1"

_OF_THIS_MACHINE = {
    "identity",
    "binaryChecksum",
    "buildId",
    "historySizeBytes",
    "requestId",
    "meteringMetadata",
    "stackTrace",
}
"""Fields that name a process or differ from run to run, and that a replay does not read."""


def replayer() -> Replayer:
    """A replayer with the worker's own sandbox and converter."""
    return Replayer(workflows=list(ALL_WORKFLOWS), data_converter=DATA_CONVERTER, workflow_runner=SANDBOX)


async def replay(history: WorkflowHistory) -> None:
    """Run the present code over a history. Raises when it would have done something else."""
    await replayer().replay_workflow(history)


async def record(client: Client, workflow_id: str, path: str | None = None) -> WorkflowHistory:
    """Replay a run that just happened and see that it names nobody; a golden path is kept when recording."""
    history = await client.get_workflow_handle(workflow_id).fetch_history()
    await replay(history)
    events = json.loads(history.to_json())["events"]
    assert unknown_texts(events) == set(), "a history tells more than ids, times and our own words"
    if path is not None and RECORDING:
        FOLDER.mkdir(exist_ok=True)
        lines = ",\n".join(json.dumps(_clean(event), sort_keys=True) for event in events)
        (FOLDER / f"{path}.json").write_text(f'{{"events": [\n{lines}\n]}}\n', "utf-8")
    return history


def _clean(value: Any) -> Any:
    if isinstance(value, dict):
        if value.get("kind") == "TASK_QUEUE_KIND_STICKY":
            value = {**value, "name": "sticky"}
        return {key: _clean(v) for key, v in value.items() if key not in _OF_THIS_MACHINE}
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return value
