"""Messages that come twice, late or to nobody, and workflows that are lost."""

import asyncio
from collections import Counter
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select, update
from temporalio.api.enums.v1 import EventType
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment

from activities.engine import Engine
from domain.identifiers import interview_workflow, job_workflow
from domain.tempo import Tempo
from domain.vocabulary import InterviewStatus as I
from domain.vocabulary import MailStatus, MailTemplate
from models import Application, AutomationLog, Candidate, OutboxMessage
from runtime.embedded.temporal import find_temporal
from runtime.relay import Relay
from runtime.temporal import DATA_CONVERTER
from services import jobs
from services.interviews import answer, end
from tests.conftest import Sessions
from tests.integrations import mail_server
from tests.support.data import Data
from tests.support.worker import running, settings_for
from tests.workflows.hiring import HOUR, MINUTE, Hiring
from workflows.reconcile import ReconcileWorkflow


async def test_messages_delivered_again_change_nothing(
    client: Client, database_url: str, data: Data, owner_sessions: Sessions
) -> None:
    async with running(client, settings_for(database_url), relay=False) as app:
        hiring = Hiring(app, data, owner_sessions)
        await hiring.closed_job(90)
        await hiring.deliver_all()
        interview = await hiring.invited()
        await hiring.candidate(answer.accept, interview)
        await hiring.deliver_all()
        before = await hiring.actions(interview)

        # As after a crash between Temporal's answer and the commit; several relays, twice.
        for _ in range(2):
            async with owner_sessions.begin() as session:
                await session.execute(update(OutboxMessage).values(delivered_at=None, outcome=None))
            await asyncio.gather(*(app.parts.relay.deliver_due() for _ in range(3)))

        async with owner_sessions() as session:
            outcomes = {m.kind: m.outcome for m in await session.scalars(select(OutboxMessage))}
        assert outcomes == {"start": "already_started", "update": "accepted"}
        assert await hiring.actions(interview) == before
        history = await hiring.record(interview_workflow(interview))
        accepted = [
            event.workflow_execution_update_accepted_event_attributes.accepted_request.meta.update_id
            for event in history.events
            if event.event_type == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED
        ]
        assert len(accepted) == len(set(accepted)) == 1


async def test_two_workers_share_a_queue_and_do_each_step_once(
    client: Client, database_url: str, data: Data, owner_sessions: Sessions
) -> None:
    async with running(client, settings_for(database_url), workers=2) as app:
        hiring = Hiring(app, data, owner_sessions)
        roomy = {"minimum_notice": timedelta(0)}
        job_id = await hiring.closed_job(90, 80, 70, 60, 50, openings=3, windows=roomy)
        for place in range(3):
            interview, start = await hiring.booked(place)
            await hiring.recruiter(end.complete, interview, at=start + HOUR)
        assert await app.result(job_workflow(job_id)) == "filled"

        async with owner_sessions() as session:
            log = list(await session.scalars(select(AutomationLog)))
        changes = Counter((row.entity, row.entity_id, row.new_state) for row in log if row.entity)
        assert set(changes.values()) == {1}
        done = Counter(row.action_type for row in log)
        assert done["ranked"] == 1
        assert done["invitation_sent"] == done["interview_booked"] == done["interview_completed"] == 3
        assert len(await hiring.mails(MailTemplate.REGRET)) == 2


async def test_a_message_nobody_answers_is_kept_and_delivered_when_a_worker_is_back(
    client: Client, database_url: str, data: Data, owner_sessions: Sessions
) -> None:
    settings = settings_for(database_url)
    async with running(client, settings, relay=False, worker=False) as away:
        hasty = Engine(client, settings.task_queue, Tempo(), patience=timedelta(seconds=3))
        relay = Relay(away.sessions, hasty, away.parts.wakeups)
        arranged = Hiring(away, data, owner_sessions)
        job_id = await arranged.closed_job(90)
        assert await relay.deliver_due() == 2

        async with owner_sessions() as session:
            rows = {m.kind: m for m in await session.scalars(select(OutboxMessage))}
        assert rows["start"].outcome == "accepted"
        assert rows["update"].delivered_at is None
        assert rows["update"].last_error == "no worker answered"

        async with running(client, settings) as app:
            hiring = Hiring(app, data, owner_sessions, arranged.applications)
            await hiring.invited()
            await hiring.until_all_told(job_id)


async def test_a_message_for_an_ended_interview_is_too_late_and_blocks_nothing(hiring: Hiring) -> None:
    job_id = await hiring.closed_job(90, 80)
    interview = await hiring.invited()
    declined_at = await hiring.candidate(answer.leave, interview)
    await hiring.skip(interview, declined_at + HOUR)
    assert await hiring.app.result(interview_workflow(interview)) == "cancelled"

    async with hiring.owner.begin() as session:
        late = update(OutboxMessage).where(OutboxMessage.workflow_id == interview_workflow(interview))
        values = {"delivered_at": None, "message_key": f"late:{uuid4()}", "attempts": 5}
        await session.execute(late.values(values))
    await hiring.until_all_told(job_id)

    async with hiring.owner() as session:
        query = select(OutboxMessage.outcome).where(
            OutboxMessage.workflow_id == interview_workflow(interview)
        )
        assert list(await session.scalars(query)) == ["too_late"]


async def test_a_lost_interview_is_started_again_and_goes_on(hiring: Hiring) -> None:
    await hiring.closed_job(90, 80)
    interview = await hiring.accepted()
    deadline = (await hiring.interview(interview)).slot_selection_deadline
    assert deadline is not None
    await hiring.app.handle(interview_workflow(interview)).terminate("as if its history was lost")

    async def repaired() -> bool:
        # The list of running workflows lags a little behind.
        return await _reconcile(hiring) == 1

    await hiring.app.until(repaired, interview_workflow(interview))
    assert "workflow_restarted" in await hiring.actions(interview)
    assert await _reconcile(hiring) == 0
    assert len(await hiring.mails(MailTemplate.INVITATION, interview)) == 1
    await hiring.skip(interview, deadline + MINUTE)
    await hiring.until_status(interview, I.EXPIRED)
    await hiring.invited(1)
    await hiring.record(interview_workflow(interview))


async def test_a_lost_job_is_started_again_and_still_passes_seats_on(hiring: Hiring) -> None:
    job_id = await hiring.closed_job(90, 80)
    interview = await hiring.invited()
    await hiring.app.handle(job_workflow(job_id)).terminate("as if its history was lost")

    async def repaired() -> bool:
        return await _reconcile(hiring) == 1

    await hiring.app.until(repaired, job_workflow(job_id))
    declined_at = await hiring.candidate(answer.leave, interview)
    await hiring.skip(interview, declined_at + HOUR)
    await hiring.invited(1)
    assert await hiring.places() == ["rejected", "shortlisted"]
    await hiring.record(job_workflow(job_id))


async def test_a_job_with_a_long_history_goes_on_in_a_new_run(
    database_url: str, data: Data, owner_sessions: Sessions
) -> None:
    # A server of its own, which calls a history long much sooner.
    async with (
        await WorkflowEnvironment.start_local(
            data_converter=DATA_CONVERTER,
            dev_server_existing_path=str(find_temporal()),
            dev_server_extra_args=["--dynamic-config-value", "limit.historyCount.suggestContinueAsNew=60"],
        ) as server,
        running(server.client, settings_for(database_url)) as app,
    ):
        hiring = Hiring(app, data, owner_sessions)
        at_once = {"undo_window": timedelta(0)}
        job_id = await hiring.closed_job(90, 80, 70, 60, buffer=3, windows=at_once)
        first = (await app.handle(job_workflow(job_id)).describe()).run_id
        for place in range(4):
            interview = await hiring.invited(place)
            await hiring.candidate(answer.leave, interview)
            await hiring.until_status(interview, I.CANCELLED)

        assert await app.result(job_workflow(job_id)) == "exhausted"
        assert (await app.handle(job_workflow(job_id)).describe()).run_id != first
        assert await hiring.places() == ["rejected"] * 4
        assert len(await hiring.mails(MailTemplate.JOB_FINISHED, job_id)) == 1
        await hiring.record(job_workflow(job_id))


async def test_a_mail_that_cannot_be_written_fails_alone_and_the_recruiter_hears_of_it(
    client: Client, database_url: str, data: Data, owner_sessions: Sessions
) -> None:
    async with (
        mail_server.serve() as server,
        running(
            client, settings_for(database_url, f"smtp://127.0.0.1:{server.port}"), dispatcher=True
        ) as app,
    ):
        hiring = Hiring(app, data, owner_sessions)
        job_id = await hiring.job(90, 80, openings=2)
        async with owner_sessions.begin() as session:
            first = (await session.get_one(Application, hiring.applications[0])).candidate_id
            await session.execute(update(Candidate).values(time_zone="No/Where").where(Candidate.id == first))
        await hiring.recruiter(jobs.close, job_id)
        unlucky, lucky = await hiring.invited(0), await hiring.invited(1)

        async def outcome() -> tuple[MailStatus, ...] | None:
            invitations = [(await hiring.mails(MailTemplate.INVITATION, i))[0] for i in (unlucky, lucky)]
            alerts = await hiring.mails(MailTemplate.MAIL_ALERT, unlucky)
            found = tuple(mail.status for mail in (*invitations, *alerts))
            return found if alerts and MailStatus.QUEUED not in found else None

        seen = await app.until(outcome, job_workflow(job_id))
        assert seen == (MailStatus.FAILED, MailStatus.SENT, MailStatus.SENT)


async def _reconcile(hiring: Hiring) -> int:
    return await hiring.app.client.execute_workflow(
        ReconcileWorkflow.run,
        id=f"reconcile-{uuid4()}",
        task_queue=hiring.app.settings.task_queue,
        execution_timeout=timedelta(seconds=20),
    )
