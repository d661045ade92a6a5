"""`python -m bench.bare_worker`: the worker process of the bare pipeline, with its mail senders.

It says on stdout, one JSON line each, that it is ready and when a mail was accepted; it ends with its stdin.
"""

import asyncio
import json
import sys
import time

from sqlalchemy import text
from temporalio import activity
from temporalio.worker import PollerBehaviorAutoscaling, Worker

from bench.bare import MAIL, NOTHING, QUEUE, SORT, BareChild, BareEcho, BareParent
from bench.dropout import bare_mail
from domain.ports import OutgoingMail
from integrations.mail.smtp import SmtpMailer
from runtime import database
from runtime.dispatcher import SENDERS
from runtime.settings import Settings
from runtime.temporal import connect
from runtime.wiring import needed
from runtime.worker import MAX_ACTIVITIES, SANDBOX

ORDER = text("SELECT id FROM applications WHERE job_id = :job ORDER BY score_order, created_at, id")


class BareSteps:
    """Activities that do nothing but what the floor counts: one sort, one mail each."""

    def __init__(self, settings: Settings, mails: asyncio.Queue[OutgoingMail]) -> None:
        url = needed(settings.database_url, "DATABASE_URL")
        self._sessions = database.sessions(database.engine(url, database.WORKER, 2))
        self._mails = mails

    @activity.defn(name=NOTHING)
    async def nothing(self) -> None:
        """An empty body."""

    @activity.defn(name=SORT)
    async def sort(self, job_id: str) -> None:
        """The ids of the applications in order."""
        async with self._sessions() as session:
            (await session.execute(ORDER, {"job": job_id})).all()

    @activity.defn(name=MAIL)
    async def mail(self) -> None:
        """A mail for the senders."""
        self._mails.put_nowait(bare_mail())


async def _send(mails: asyncio.Queue[OutgoingMail], mailer: SmtpMailer) -> None:
    while True:
        await mailer.send(await mails.get())
        print(json.dumps({"accepted_at": time.time()}), flush=True)


async def serve(settings: Settings) -> None:
    """Work until stdin ends. The worker is set up as the product's."""
    client = await connect(settings.temporal_address or "", settings.temporal_namespace)
    mails: asyncio.Queue[OutgoingMail] = asyncio.Queue()
    mailer = SmtpMailer(needed(settings.smtp_url, "SMTP_URL"), settings.mail_from)
    steps = BareSteps(settings, mails)
    worker = Worker(
        client,
        task_queue=QUEUE,
        workflows=[BareParent, BareChild, BareEcho],
        activities=[steps.nothing, steps.sort, steps.mail],
        workflow_runner=SANDBOX,
        max_cached_workflows=settings.max_cached_workflows,
        max_concurrent_activities=MAX_ACTIVITIES,
        workflow_task_poller_behavior=PollerBehaviorAutoscaling(),
        activity_task_poller_behavior=PollerBehaviorAutoscaling(),
    )
    senders = [asyncio.create_task(_send(mails, mailer)) for _ in range(SENDERS)]
    async with worker:
        print(json.dumps({"ready": True}), flush=True)
        await asyncio.to_thread(sys.stdin.read)
    for sender in senders:
        sender.cancel()
    await asyncio.gather(*senders, return_exceptions=True)
    await mailer.close()


if __name__ == "__main__":
    asyncio.run(serve(Settings()))
