"""Starting and finding workflows from rows: the one place that knows a message's workflow by name."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from temporalio.client import Client, WorkflowExecutionStatus
from temporalio.common import WorkflowIDReusePolicy
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from activities.contracts import (
    ApplicationStart,
    BotStart,
    CalendarStart,
    InterviewStart,
    JobStart,
    ProcessingStart,
    WebhookStart,
)
from domain.tempo import Tempo
from services.outbox import APPLICATION, BOT, CALENDAR, INTERVIEW, JOB, PROCESSING, WEBHOOK

RPC_TIMEOUT = timedelta(seconds=10)

Start = (
    JobStart | ApplicationStart | InterviewStart | BotStart | CalendarStart | ProcessingStart | WebhookStart
)


class Engine:
    """The product's workflows on one Temporal namespace and task queue. `patience` bounds each call."""

    def __init__(
        self, client: Client, task_queue: str, tempo: Tempo, patience: timedelta = RPC_TIMEOUT
    ) -> None:
        self._client = client
        self._task_queue = task_queue
        self._tempo = tempo
        self._patience = patience

    async def start(self, kind: str, workflow_id: str, payload: Mapping[str, Any]) -> bool:
        """Start a workflow. Returns False when it runs already (a repeat changes nothing)."""
        try:
            await self._client.start_workflow(
                kind,
                self._argument(kind, payload),
                id=workflow_id,
                task_queue=self._task_queue,
                id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
                rpc_timeout=self._patience,
            )
        except WorkflowAlreadyStartedError:
            return False
        return True

    def _argument(self, kind: str, payload: Mapping[str, Any]) -> Start:
        ids = {name: UUID(str(value)) for name, value in payload.items()}
        tempo = self._tempo
        made: Mapping[str, Callable[[], Start]] = {
            JOB: lambda: JobStart(ids["job_id"], tempo),
            APPLICATION: lambda: ApplicationStart(ids["application_id"], tempo),
            INTERVIEW: lambda: InterviewStart(
                ids["interview_id"], ids["application_id"], ids["job_id"], tempo
            ),
            BOT: lambda: BotStart(ids["interview_id"], tempo),
            CALENDAR: lambda: CalendarStart(ids["account_id"], tempo),
            PROCESSING: lambda: ProcessingStart(ids["interview_id"], tempo),
            WEBHOOK: lambda: WebhookStart(ids["endpoint_id"], tempo),
        }
        if kind not in made:
            raise ValueError(f"no workflow {kind}")
        return made[kind]()

    async def update(self, workflow_id: str, name: str, argument: object, update_id: str) -> None:
        """Send an update and wait until it is handled; the same `update_id` is handled once.

        Raises WorkflowUpdateFailedError when the workflow refuses it, RPCError when there is no such run, and
        RPCTimeoutOrCancelledError when no worker answered: it may be handled later all the same.
        """
        handle = self._client.get_workflow_handle(workflow_id)
        await handle.execute_update(name, argument, id=update_id, rpc_timeout=self._patience)

    async def running(self) -> set[str]:
        """Ids of running workflows, as the visibility store knows them (it may lag a little)."""
        query = 'ExecutionStatus = "Running"'
        return {run.id async for run in self._client.list_workflows(query, page_size=1000)}

    async def is_running(self, workflow_id: str) -> bool:
        """Whether a workflow runs now, asked at the source."""
        try:
            found = await self._client.get_workflow_handle(workflow_id).describe(rpc_timeout=self._patience)
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return False
            raise
        return found.status is WorkflowExecutionStatus.RUNNING
