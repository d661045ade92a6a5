"""A worker that dies while a receiver thinks: the event comes again under its id, and no row is left out."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text
from starlette.requests import Request
from starlette.responses import Response

from tests.crash.scenario import new_stack, owner_sessions, patient_world, settings_for
from tests.crash.stage import Stage, until
from tests.doubles.hook_receiver import hook_receiver, take
from tests.runtime.embedded_home import new_home

pytestmark = [pytest.mark.crash, pytest.mark.slow]

AN_HOUR_A_SECOND = 3600.0


async def test_an_event_whose_sender_died_comes_again_and_none_is_left_out() -> None:
    with new_home() as home:
        settings = settings_for(home, AN_HOUR_A_SECOND).model_copy(
            update={"webhook_private_hosts": "127.0.0.1", "webhook_give_up": timedelta(days=365)}
        )
        stack = new_stack(home, settings, [])
        await stack.start()
        try:
            async with (
                patient_world(stack) as world,
                owner_sessions(stack) as sessions,
                hook_receiver() as receiver,
            ):
                made = await world.admin("POST", "/webhooks", json={"url": receiver.url})
                receiver.secrets = [made["secret"]]
                arrived, think = asyncio.Event(), asyncio.Event()

                async def thinks(request: Request) -> Response:
                    arrived.set()
                    await think.wait()
                    return await take(request)

                receiver.answering = thinks
                stage = Stage(stack, world, sessions)
                job_id = await stage.job()
                async with asyncio.timeout(60):
                    await arrived.wait()
                await stage.kill("worker")
                receiver.answering = take
                think.set()

                async def all_there() -> bool:
                    rows = text("SELECT sequence FROM automation_logs WHERE job_id = :job ORDER BY sequence")
                    async with sessions() as session:
                        logged = list(await session.scalars(rows, {"job": job_id}))
                    told = {one.sequence for one in receiver.taken if one.body["data"]["job_id"] == job_id}
                    return len(logged) > 5 and set(logged) == told

                await stage.interview(job_id)
                await until(all_there, "every row of the job at the receiver")
                first = receiver.taken[0]
                assert [one.id for one in receiver.taken].count(first.id) == 2
                once = list(dict.fromkeys(one.sequence for one in receiver.taken))
                assert once == sorted(once)
                assert receiver.forged == 0
        finally:
            await stack.stop()
