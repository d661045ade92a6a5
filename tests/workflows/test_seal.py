"""The log is sealed as its schedule does it: with the worker's own key, again and again, without a person."""

import pytest
from pydantic import SecretStr
from sqlalchemy import text
from temporalio.client import Client

from runtime.worker import SEAL, SEAL_CHECK
from tests.conftest import Sessions
from tests.services.sealing import KEYS, a_log, tamper, verified
from tests.support.schedules import scheduled
from tests.support.worker import running, settings_for
from tests.workflows.recorder import record
from workflows.seal import SealCheckWorkflow, SealWorkflow


@pytest.mark.parametrize("has_key", [True, False])
async def test_a_round_seals_what_is_there_and_signs_it_when_there_is_a_key(
    client: Client, database_url: str, worker_sessions: Sessions, owner_sessions: Sessions, has_key: bool
) -> None:
    key = SecretStr("A" * 43) if has_key else None
    settings = settings_for(database_url).model_copy(update={"audit_key": key})
    await a_log(worker_sessions, 5)
    async with running(client, settings, relay=False):
        for sealed in (5, 0):
            name = f"{SEAL}-{settings.task_queue}-{sealed}"
            done = await client.execute_workflow(SealWorkflow.run, id=name, task_queue=settings.task_queue)
            assert done == sealed
            await record(client, name, "log-sealed" if has_key and sealed else None)
    found = await verified(owner_sessions, KEYS)
    assert (found.fault, found.sealed) == (None, 5)
    assert (found.signed, found.unsigned) == ((1, 0) if has_key else (0, 1))


async def test_the_schedule_seals_by_itself(
    client: Client, database_url: str, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    settings = settings_for(database_url)
    await a_log(worker_sessions, 3)
    async with running(client, settings, relay=False) as app, scheduled(client, settings):
        await client.get_schedule_handle(SEAL).trigger()

        async def all_sealed() -> bool:
            async with owner_sessions() as session:
                query = text("SELECT bool_and(seal IS NOT NULL) FROM automation_logs")
                return bool(await session.scalar(query))

        await app.until(all_sealed, SEAL)


async def test_the_daily_check_alerts_admins_of_a_row_that_was_changed_and_ends_the_alert_when_it_fits_again(
    client: Client, database_url: str, worker_sessions: Sessions, owner_sessions: Sessions
) -> None:
    settings = settings_for(database_url)
    await a_log(worker_sessions, 3)
    found, open_alerts = [], []
    async with running(client, settings, relay=False):
        await client.execute_workflow(
            SealWorkflow.run, id=f"{SEAL}-{settings.task_queue}", task_queue=settings.task_queue
        )
        for number, reason in enumerate(("reason", "reason || '!'", "rtrim(reason, '!')")):
            await tamper(owner_sessions, f"UPDATE automation_logs SET reason = {reason} WHERE sequence = 2")
            name = f"{SEAL_CHECK}-{settings.task_queue}-{number}"
            found.append(
                await client.execute_workflow(SealCheckWorkflow.run, id=name, task_queue=settings.task_queue)
            )
            await record(client, name, "log-checked" if number == 0 else None)
            async with owner_sessions() as session:
                query = text("SELECT count(*) FROM alerts WHERE cause = 'seal_broken' AND over_at IS NULL")
                open_alerts.append(await session.scalar(query))
    assert (found, open_alerts) == ([None, 2, None], [0, 1, 0])
