"""The bare pipeline that `close_to_invited` is compared with: the same Temporal actions with empty bodies.

`python -m bench.bare` is a worker process. Its parent waits for an update, runs some empty activities (one of
them sorts the applications in SQL), and starts its children all at once; each child runs one empty activity,
whose mail goes out through as many senders as the product has, and then waits at a timer as an interview does.
The process says on stdout, as one JSON line for each run, when the last mail was accepted.
"""

import asyncio
import json
import sys
import time
from dataclasses import dataclass
from datetime import timedelta

from temporalio import activity, workflow
from temporalio.workflow import ParentClosePolicy

with workflow.unsafe.imports_passed_through():
    from sqlalchemy import text

    from bench.dropout import bare_mail
    from domain.ports import OutgoingMail
    from integrations.mail.smtp import SmtpMailer
    from runtime import database
    from runtime.dispatcher import SENDERS
    from runtime.settings import Settings
    from runtime.temporal import connect
    from runtime.wiring import needed
    from runtime.worker import build_plain_worker

QUEUE = "bench-bare"
AT_MOST = timedelta(minutes=2)
PARKED = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class BareAsk:
    """What the parent does: as many steps and children as the product's own job took."""

    job_id: str
    steps: int
    children: int


@workflow.defn
class BareParent:
    """One update, some steps, many children."""

    def __init__(self) -> None:
        """Nobody said go yet."""
        self._go = False

    @workflow.run
    async def run(self, ask: BareAsk) -> None:
        """Ends when every child has begun."""
        await workflow.wait_condition(lambda: self._go)
        for _ in range(ask.steps - 1):
            await workflow.execute_activity("nothing", start_to_close_timeout=AT_MOST)
        await workflow.execute_activity("sort", ask.job_id, start_to_close_timeout=AT_MOST)
        await asyncio.gather(
            *(
                workflow.start_child_workflow(
                    BareChild.run,
                    id=f"{workflow.info().workflow_id}-{number}",
                    parent_close_policy=ParentClosePolicy.ABANDON,
                )
                for number in range(ask.children)
            )
        )

    @workflow.update
    async def go(self) -> None:
        """Begin."""
        self._go = True


@workflow.defn
class BareChild:
    """One step, then a timer."""

    @workflow.run
    async def run(self) -> None:
        """Stays parked."""
        await workflow.execute_activity("mail", start_to_close_timeout=AT_MOST)
        await workflow.sleep(PARKED)


class BareSteps:
    """Activities that do nothing but what the floor counts: one sort, one mail each."""

    def __init__(self, settings: Settings, mails: asyncio.Queue[OutgoingMail]) -> None:
        url = needed(settings.database_url, "DATABASE_URL")
        self._sessions = database.sessions(database.engine(url, database.WORKER, 2))
        self._mails = mails

    @activity.defn
    async def nothing(self) -> None:
        """An empty body."""

    @activity.defn
    async def sort(self, job_id: str) -> None:
        """The ids of the applications in order."""
        query = "SELECT id FROM applications WHERE job_id = :job ORDER BY fit_score DESC, created_at, id"
        async with self._sessions() as session:
            (await session.execute(text(query), {"job": job_id})).all()

    @activity.defn
    async def mail(self) -> None:
        """A mail for the senders."""
        self._mails.put_nowait(bare_mail())


async def _send(mails: asyncio.Queue[OutgoingMail], mailer: SmtpMailer) -> None:
    while True:
        await mailer.send(await mails.get())
        print(json.dumps({"accepted_at": time.time()}), flush=True)


async def serve(settings: Settings) -> None:
    """Work until stdin ends."""
    client = await connect(settings.temporal_address or "", settings.temporal_namespace)
    mails: asyncio.Queue[OutgoingMail] = asyncio.Queue()
    mailer = SmtpMailer(needed(settings.smtp_url, "SMTP_URL"), settings.mail_from)
    steps = BareSteps(settings, mails)
    bodies = [steps.nothing, steps.sort, steps.mail]
    async with asyncio.TaskGroup() as group:
        senders = [group.create_task(_send(mails, mailer)) for _ in range(SENDERS)]
        async with build_plain_worker(client, QUEUE, [BareParent, BareChild], bodies):
            print(json.dumps({"ready": True}), flush=True)
            await asyncio.to_thread(sys.stdin.read)
        for sender in senders:
            sender.cancel()


if __name__ == "__main__":
    asyncio.run(serve(Settings()))
