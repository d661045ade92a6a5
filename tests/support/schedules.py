"""The product's schedules on the server that all tests of a process share, for as long as one of them needs them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from runtime.settings import Settings
from runtime.worker import ensure_schedules

PATIENCE = 20.0


@asynccontextmanager
async def scheduled(client: Client, settings: Settings) -> AsyncIterator[None]:
    """Ensure them twice, as two workers would; afterwards they are gone before the next test makes its own.

    By name: the list of schedules lags behind, and what it misses would go on for a worker that has left.
    """
    await ensure_schedules(client, settings)
    names = await ensure_schedules(client, settings)
    try:
        yield
    finally:
        for name in names:
            await client.get_schedule_handle(name).delete()
        async with asyncio.timeout(PATIENCE):
            for name in names:
                await _gone(client, name)


async def _gone(client: Client, name: str) -> None:
    while True:
        try:
            await client.get_schedule_handle(name).describe()
        except RPCError as error:
            if error.status is RPCStatusCode.NOT_FOUND:
                return
            raise
        await asyncio.sleep(0.02)
